"""Kills `vaarta keep` at random moments, again and again, resumes, and says if the record is that of a run left alone.

    python benchmarks/crash_keep.py [--stories 500] [--kills 30] [--seed 1] [--longest 3]

A killed process gets SIGKILL, so that it can tidy up nothing. Every table of the two records is compared, row by row,
and the index of words is checked. Exit code 1: they differ.
"""

import argparse
import json
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path

__all__ = ["compare", "keep_command", "killed_run", "make_stories"]

TABLES = (
    "story", "sentence", "claim", "party", "pair", "entry", "link", "ruling", "forgotten", "words", "texts", "summed",
    "tally",
)  # fmt: skip
COUNTRIES = ("India", "Nepal", "China", "Japan", "France", "Germany", "Russia", "Vietnam", "Bhutan", "Kenya")
LONGEST_S = 3.0  # the longest a run lives: time to start, and to keep some dozens of stories


def make_stories(path: Path, count: int) -> None:
    """Write that many short stories, no two alike, as JSON Lines."""
    with path.open("w", encoding="utf-8") as file:
        for number in range(count):
            one, other = COUNTRIES[number % 10], COUNTRIES[(number // 10 + number % 10 + 1) % 10]
            text = (
                f"{one} condemned the attack on its embassy. The foreign minister of {one} met the head of {other} "
                f"on {number % 28 + 1} May 2024. {one} said talks number {number} with {other} would resume."
            )
            day = f"2024-06-{number % 28 + 1:02}"
            story = {"id": f"crash-{number}", "lang": "en", "text": text, "published": day, "publisher": "Example"}
            file.write(json.dumps(story) + "\n")


def keep_command(db: Path, stories: Path) -> list[str]:
    """The command that keeps the stories, resuming what was begun."""
    return [sys.executable, "-m", "vaarta", "keep", str(db), str(stories), "--resume", "--json"]


def killed_run(command: Sequence[str], kills: int, lives: Callable[[], float]) -> int:
    """Run the command, killing it so many times after it lived so long; then let it end. How many kills struck."""
    struck = 0
    for _ in range(kills):
        with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:  # noqa: S603
            time.sleep(lives())
            process.send_signal(signal.SIGKILL)
            struck += process.wait() == -signal.SIGKILL
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)  # noqa: S603 - our own command
    return struck


def compare(one: Path, other: Path) -> list[str]:
    """What differs between two records, and what is broken in the second; nothing if they are the same."""
    faults = [f"{table}: rows differ" for table in TABLES if _rows(one, table) != _rows(other, table)]
    with closing(sqlite3.connect(other)) as record:
        faults += [told for (told,) in record.execute("PRAGMA integrity_check") if told != "ok"]
        for index in ("words", "names"):
            record.execute(f"INSERT INTO {index} ({index}) VALUES ('integrity-check')")  # noqa: S608 - our own names
    return faults


def _rows(path: Path, table: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as record:
        return sorted(record.execute(f"SELECT * FROM {table}"), key=str)  # noqa: S608 - our own names


def main() -> int:
    """Run both, compare, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--stories", type=int, default=500)
    parser.add_argument("--kills", type=int, default=30)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--longest", type=float, default=LONGEST_S, help="seconds that a run lives; more on a busy machine"
    )
    options = parser.parse_args()
    chance = random.Random(options.seed)  # noqa: S311 - no secret
    with tempfile.TemporaryDirectory() as folder:
        stories, calm, stormy = (Path(folder) / name for name in ("stories.jsonl", "calm.db", "stormy.db"))
        make_stories(stories, options.stories)
        subprocess.run(keep_command(calm, stories), check=True, stdout=subprocess.DEVNULL)  # noqa: S603
        struck = killed_run(keep_command(stormy, stories), options.kills, lambda: chance.uniform(0.2, options.longest))
        faults = compare(calm, stormy)
        claims = len(_rows(stormy, "claim"))
    print(f"{options.stories} stories, {claims} claims, {struck} of {options.kills} kills struck a running process")
    print("\n".join(faults) or "the record is the same as that of a run left alone")
    return 1 if faults else 0


if __name__ == "__main__":
    raise SystemExit(main())
