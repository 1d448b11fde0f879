"""Words a second and memory of each stage apart, on one core, against the bare spaCy parse of the same stories.

Usage: python benchmarks/bench_pipeline.py [SOURCE] [--words N] [--runs N]

SOURCE is a file or folder (examples/ if none is named); its stories are repeated until there are N words of each
language (10,000). The stages take turns in each run; a figure is the median of the runs, after a small one that is
not counted. Seconds are the processor's own, so that what else the machine does costs little. Memory is the most the
process has held by the end of the stage (ru_maxrss): both pipelines are in one process, so the second starts higher.
"""

import argparse
import os
import platform
import resource
import statistics
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from vaarta import packs
from vaarta.analysis import analyse, load
from vaarta.coding import code
from vaarta.reading import read
from vaarta.recognition import recognise
from vaarta.records import Story
from vaarta.text import words

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

    from vaarta.doc import Mentions

EXAMPLES = Path(__file__).parent.parent / "examples"
STAGES = ("read", "parse (spaCy alone)", "recognise", "code", "recognise and code")


@dataclass
class Measured:
    """Seconds of each run of a stage, and the most memory held after it."""

    seconds: list[float] = field(default_factory=list)
    mebibytes: float = 0.0

    def time(self, work: Callable[[], object]) -> None:
        """Run the work once and note what it took."""
        start = time.process_time()
        work()
        self.seconds.append(time.process_time() - start)
        self.mebibytes = max(self.mebibytes, peak())

    @property
    def median(self) -> float:
        """The median of the runs."""
        return statistics.median(self.seconds)


def peak() -> float:
    """The most memory this process has held, in MiB."""
    unit = 1024 * 1024 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit


def count(stories: Iterable[Story]) -> int:
    """How many words and numbers the stories have, punctuation left out."""
    return sum(1 for story in stories for _ in words(story.text))


def files_of(source: Path) -> list[Path]:
    """The files of a source."""
    return sorted(path for path in source.rglob("*") if path.is_file()) if source.is_dir() else [source]


def stories_of(files: Iterable[Path], lang: str) -> list[Story]:
    """The stories of the files that are in the language."""
    found = (item for path in files for item in read(str(path)))
    return [item for item in found if isinstance(item, Story) and item.lang == lang]


def repeated(stories: list[Story], wanted: int) -> list[Story]:
    """The stories again and again, until they have as many words as wanted."""
    return stories * max(1, -(-wanted // max(1, count(stories))))


def run(files: list[Path], stories: list[Story], nlp: "Language", measured: dict[str, Measured]) -> None:
    """One run of every stage over the stories, each on what the stage before it made."""
    pack = packs.load(stories[0].lang)
    times = len(stories) // len(stories_of(files, stories[0].lang))
    measured["read"].time(lambda: [stories_of(files, stories[0].lang) for _ in range(times)])
    docs: list[Doc] = []
    measured["parse (spaCy alone)"].time(lambda: docs.extend(analyse((story.text for story in stories), nlp)))
    pairs = list(zip(docs, stories, strict=True))
    mentions: list[Mentions] = []
    measured["recognise"].time(lambda: mentions.extend(recognise(d, story=s, pack=pack) for d, s in pairs))
    found = list(zip(docs, stories, mentions, strict=True))
    measured["code"].time(lambda: [code(d, story=s, pack=pack, mentions=m) for d, s, m in found])
    measured["recognise and code"].seconds.append(
        measured["recognise"].seconds[-1] + measured["code"].seconds[-1],
    )  # fmt: skip


def report(lang: str, stories: list[Story], measured: dict[str, Measured]) -> None:
    """Print a row a stage, and what Vaarta adds to the bare parse."""
    total = count(stories)
    print(f"\n{lang}: {len(stories)} stories, {total} words")
    print(f"{'stage':22}{'words/s':>10}{'spread':>12}{'ms/story':>10}{'peak MiB':>10}")
    for stage in STAGES:
        took = measured[stage]
        spread = f"{total / max(took.seconds):.0f}–{total / min(took.seconds):.0f}"
        each = 1000 * took.median / len(stories)
        memory = f"{took.mebibytes:10.0f}" if took.mebibytes else " " * 10
        print(f"{stage:22}{total / took.median:10.0f}{spread:>14}{each:10.1f}{memory}")
    bare, added = measured["parse (spaCy alone)"].median, measured["recognise and code"].median
    print(f"whole way {total / (bare + added):.0f} words/s; Vaarta adds {100 * added / bare:.0f} % to the bare parse")


def one_core() -> None:
    """Keep this process, and the libraries it will start, to one core."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


def main() -> None:
    """Measure both languages of the source and print a table of each."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("source", nargs="?", type=Path, default=EXAMPLES)
    parser.add_argument("--words", type=int, default=10_000)
    parser.add_argument("--runs", type=int, default=3)
    asked = parser.parse_args()
    one_core()
    machine = f"{platform.machine()}, one core of {os.cpu_count()}"
    print(f"Python {platform.python_version()}, {machine}; {peak():.0f} MiB before")
    for lang in packs.languages():
        files = [path for path in files_of(asked.source) if stories_of([path], lang)]
        if not files:
            continue
        stories = repeated(stories_of(files, lang), asked.words)
        start = time.process_time()
        nlp = load(lang)
        print(f"\n{lang}: pipeline loaded in {time.process_time() - start:.1f} s")
        run(files, stories[: len(stories_of(files, lang))], nlp, {stage: Measured() for stage in STAGES})
        measured = {stage: Measured() for stage in STAGES}
        for _ in range(asked.runs):
            run(files, stories, nlp, measured)
        report(lang, stories, measured)


if __name__ == "__main__":
    main()
