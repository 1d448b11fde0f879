"""Whether a long run goes on as it began: pace and memory by tenths of `vaarta code --out` over many short stories.

    python benchmarks/bench_scale.py SOURCE... [--stories 100000] [--shard 0.25] [--folder FOLDER]

The stories of the sources are cut into pieces of two sentences, then of three, then of two from the second sentence
on, until there are enough: no piece is there twice. They are coded with one worker, and each time that another tenth
of the shards is done, the processor seconds of the command and its worker and the most memory that each has held so far
are told. With --folder a run that was broken off goes on there; its rows then tell of what is left. Wants Linux.
"""

import argparse
import itertools
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from crash_code import children

from vaarta.reading import read
from vaarta.records import Story

ROWS = 10
LOOK = 1.0  # seconds between two looks
ROUNDS = ((0, 2), (0, 3), (1, 2))  # the first sentence of the first piece, and how many sentences a piece has
END = re.compile(r"(?<=[।?!.])\s+")
FEWEST = 40  # characters: less is a heading
TICKS = os.sysconf("SC_CLK_TCK")


class Look(NamedTuple):
    """Shards done, and what they took: processor seconds, and the most memory of the command and of its worker."""

    shards: int
    seconds: float
    memory: tuple[float, float]


def pieces(sources: Sequence[str]) -> Iterator[Story]:
    """The stories' pieces, round by round, each a story of its own."""
    for number, (start, size) in enumerate(ROUNDS):
        for source in sources:
            for story in read(source):
                if isinstance(story, Story):
                    yield from _cut(story, number, start, size)


def _cut(story: Story, number: int, start: int, size: int) -> Iterator[Story]:
    sentences = [sentence for sentence in END.split(story.text) if len(sentence) >= FEWEST]
    for at in range(start, len(sentences) - size + 1, size):
        name = f"{story.id}-{number}-{at}"
        text = " ".join(sentences[at : at + size])
        yield Story(id=name, lang=story.lang, text=text, published=story.published, reader="jsonl")


def make(path: Path, sources: Sequence[str], count: int) -> None:
    """Write so many pieces as JSON Lines."""
    from msgspec.json import encode

    with path.open("wb") as file:
        for story in itertools.islice(pieces(sources), count):
            file.write(encode(story) + b"\n")


def watched(command: Sequence[str], out: Path) -> Iterator[Look]:
    """What has been done and taken, again and again while the command runs."""
    spent: dict[int, float] = {}
    most = 0.0
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as process:  # noqa: S603 - our own command
        while process.poll() is None:
            most = max([most, *(spent_and_held(pid, spent) for pid in children(process.pid))])
            held = spent_and_held(process.pid, spent)
            yield Look(len(list(out.glob("coded/*.jsonl"))), sum(spent.values()), (held, most))
            time.sleep(LOOK)


def spent_and_held(pid: int, spent: dict[int, float]) -> float:
    """The most MiB that a process has held; its processor seconds are put down under its number."""
    with suppress(OSError, IndexError):
        fields = Path(f"/proc/{pid}/stat").read_text("ascii").rpartition(")")[2].split()
        spent[pid] = (int(fields[11]) + int(fields[12])) / TICKS
        held = re.search(r"VmHWM:\s+(\d+)", Path(f"/proc/{pid}/status").read_text("utf-8"))
        return int(held[1]) / 1024 if held else 0.0
    return 0.0


def report(folder: Path, looks: Iterator[Look], shards: int) -> None:
    """Print a row for each tenth of the shards."""
    out = folder / "out"
    there = list(out.glob("coded/*.jsonl"))
    print(f"{'stories':>9}{'of this tenth':>15}{'stories/s':>11}{'command MiB':>13}{'worker MiB':>12}", flush=True)
    told, before, begun = len(there), (0, 0.0), sum(map(_lines, there))
    look = Look(0, 0.0, (0.0, 0.0))
    for look in looks:
        if look.shards >= told + shards / ROWS:
            told, before = look.shards, _row(out, look, before, begun)
    _row(out, look, before, begun)


def _row(out: Path, look: Look, before: tuple[int, float], begun: int) -> tuple[int, float]:
    done = sum(map(_lines, out.glob("coded/*.jsonl"))) - begun
    new, seconds = done - before[0], look.seconds - before[1]
    if new and seconds:
        print(
            f"{done:9,}{new:15,}{new / seconds:11.1f}{look.memory[0]:13.0f}{look.memory[1]:12.0f}"
            f"   {look.seconds:,.0f} s of the processor in all", flush=True,
        )  # fmt: skip
    return done, look.seconds


def _lines(path: Path) -> int:
    return path.read_bytes().count(b"\n")


def main() -> None:
    """Make the stories, code them, print the rows."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sources", nargs="+")
    parser.add_argument("--stories", type=int, default=100_000)
    parser.add_argument("--shard", type=float, default=0.25, help="MB")
    parser.add_argument("--folder", type=Path)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as aside:
        folder: Path = asked.folder or Path(aside)
        folder.mkdir(parents=True, exist_ok=True)
        stories = folder / "stories.jsonl"
        if not stories.exists():
            make(stories, asked.sources, asked.stories)
        shards = max(1, round(stories.stat().st_size / (asked.shard * 1_000_000)))
        command = [sys.executable, "-m", "vaarta", "code", str(stories), "--workers", "1"]
        command += ["--shard", str(asked.shard), "--out", str(folder / "out")]
        report(folder, watched(command, folder / "out"), shards)
        told = json.loads((folder / "out/report.json").read_bytes())
        print(f"{told['coded']:,} stories coded in {told['shards']:,} shards, passed over: {told['passed_over']}")


if __name__ == "__main__":
    main()
