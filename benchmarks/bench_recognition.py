"""What recognition costs: seconds and memory to load names and gazetteer, then names and words recognised a second.

Usage: python benchmarks/bench_recognition.py [SOURCE] [--words N] [--runs N]

Loading is measured in a fresh process for each language, which reads the ontology, the actors' names, the places and
the other parts of the pack; seconds are the processor's own, memory what the process has grown by (ru_maxrss). Then the
stories of SOURCE (examples/ if none is named) are repeated until there are N words of each language and recognised;
names are the mentions of actors, places and times found. Figures are the median of the runs, after one not counted.
"""

import argparse
import json
import platform
import resource
import statistics
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from vaarta import packs
from vaarta.analysis import analyse, load
from vaarta.reading import read
from vaarta.recognition import recognise
from vaarta.records import Story
from vaarta.text import words

if TYPE_CHECKING:
    from spacy.tokens import Doc

EXAMPLES = Path(__file__).parent.parent / "examples"
LANGUAGES = ("en", "hi")
PARTS = ("ontology", "gazetteer", "names", "places", "reference", "grammar", "times")
KIBIBYTES = 1 if platform.system() == "Darwin" else 1024  # ru_maxrss is in bytes there, in KiB elsewhere
MEBIBYTE = 1 << 20


def main() -> None:
    """Print both tables in Markdown."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("source", nargs="?", type=Path, default=EXAMPLES)
    parser.add_argument("--words", type=int, default=10_000)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--load", choices=LANGUAGES, help="load this language, print seconds and memory, and leave")
    told = parser.parse_args()
    if told.load:
        print(json.dumps(_loaded(told.load)))
        return
    print(f"Python {platform.python_version()}, {platform.machine()}\n")
    print(f"| language | {' | '.join(PARTS)} | all, s | memory, MiB |\n|{'---|' * (len(PARTS) + 3)}")
    for lang in LANGUAGES:
        cost = _loading(lang, told.runs)
        parts = [f"{cost[part]:.2f}" for part in PARTS]
        print(f"| {lang} | {' | '.join(parts)} | {sum(cost[part] for part in PARTS):.2f} | {cost['memory']:.0f} |")
    print("\n| language | words a second | names a second | names in 1,000 words |\n|---|---|---|---|")
    for lang in LANGUAGES:
        count, names, seconds = _recognising(told.source, lang, told.words, told.runs)
        print(f"| {lang} | {count / seconds:,.0f} | {names / seconds:,.0f} | {1000 * names / max(1, count):.0f} |")


def _loading(lang: str, runs: int) -> dict[str, float]:
    """The median of what fresh processes took to load a language."""
    command = [sys.executable, str(Path(__file__)), "--load", lang]
    told = [json.loads(subprocess.run(command, capture_output=True, check=True).stdout) for _ in range(runs)]  # noqa: S603 (our own words)
    return {part: statistics.median(one[part] for one in told) for part in told[0]}


def _loaded(lang: str) -> dict[str, float]:
    """Seconds for each part of a language, in the order in which they need each other, and the memory of all."""
    from vaarta.ontology import load_ontology
    from vaarta.ontology.gazetteer import load_gazetteer

    pack = packs.load(lang)
    before = _peak()
    cost: dict[str, float] = {}
    for part in PARTS:
        began = time.process_time()
        if part == "ontology":
            load_ontology()
        elif part == "gazetteer":
            load_gazetteer()
        else:
            getattr(pack, part)
        cost[part] = time.process_time() - began
    cost["memory"] = _peak() - before
    return cost


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * KIBIBYTES / MEBIBYTE


def _recognising(source: Path, lang: str, wanted: int, runs: int) -> tuple[int, int, float]:
    """Words and names of a pass over the stories of a language, and the seconds that it takes."""
    stories = [story for story in read(source) if isinstance(story, Story) and story.lang == lang]
    if not stories:
        sys.exit(f"{source}: no stories in {lang!r}")
    size = sum(sum(1 for _ in words(story.text)) for story in stories)
    stories = stories * max(1, round(wanted / max(1, size)))
    docs = list(analyse((story.text for story in stories), load(lang)))
    seconds, names = [], 0
    for run in range(runs + 1):
        began = time.process_time()
        names = sum(_names(doc, story) for doc, story in zip(docs, stories, strict=True))
        if run:
            seconds.append(time.process_time() - began)
    return sum(sum(1 for _ in words(story.text)) for story in stories), names, statistics.median(seconds)


def _names(doc: "Doc", story: Story) -> int:
    mentions = recognise(doc, story=story, pack=packs.load(story.lang))
    return len(mentions.actors) + len(mentions.places) + len(mentions.times)


if __name__ == "__main__":
    main()
