"""Words a second and memory of the recogniser of times alone, in each language, on one core.

Usage: python benchmarks/bench_times.py [SOURCE] [--words N] [--runs N]

SOURCE is a file or folder (examples/ if none is named); its stories are repeated until there are N words of each
language (20,000). Seconds are the processor's own, the median of the runs after a small one that is not counted.
Memory of a pack is what Python holds more after its times are loaded than before; the peak is of one run over a story.
"""

import argparse
import statistics
import time
import tracemalloc
from collections.abc import Iterator
from datetime import date
from itertools import cycle, takewhile
from pathlib import Path

from vaarta.packs import builtin, load
from vaarta.packs.times import TimesPack, load_times
from vaarta.reading import read
from vaarta.recognition.times import read_times
from vaarta.records import Story
from vaarta.text import words

EXAMPLES = Path(__file__).parent.parent / "examples"
TOLD = date(2023, 2, 15)
MEBI = 1024 * 1024
FEW = 2000  # words of the run that is not counted


def texts_of(stories: list[Story], many: int) -> list[str]:
    """Texts of the stories, again and again, until there are so many words."""
    left = many

    def lacking(text: str) -> bool:
        nonlocal left
        enough, left = left <= 0, left - sum(1 for _ in words(text))
        return not enough

    return list(takewhile(lacking, cycle(story.text for story in stories)))


def seconds(texts: list[str], pack: TimesPack) -> float:
    """Processor seconds to read all days of the texts."""
    start = time.process_time()
    for text in texts:
        read_times(text, told=TOLD, pack=pack)
    return time.process_time() - start


def stories_in(source: Path) -> Iterator[Story]:
    """The stories of a file or folder that can be read."""
    yield from (story for story in read(source) if isinstance(story, Story))


def memory(lang: str, longest: str) -> tuple[float, float, float]:
    """Seconds to load the times of a pack, mebibytes that it holds, and the peak while reading a text."""
    start = time.process_time()
    load_times(builtin(lang))
    loading = time.process_time() - start
    tracemalloc.start()
    pack = load_times(builtin(lang))
    held, _ = tracemalloc.get_traced_memory()
    tracemalloc.reset_peak()
    read_times(longest, told=TOLD, pack=pack)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return loading, held / MEBI, (peak - held) / MEBI


def main() -> None:
    """Print a row for each language."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("source", nargs="?", type=Path, default=EXAMPLES)
    parser.add_argument("--words", type=int, default=20_000)
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()
    stories = list(stories_in(options.source))
    for lang in ("hi", "en"):
        own = [story for story in stories if story.lang == lang]
        if not own:
            print(f"{lang}: no stories in {options.source}")
            continue
        pack = load(lang).times
        texts = texts_of(own, options.words)
        many = sum(sum(1 for _ in words(text)) for text in texts)
        phrases = sum(len(read_times(text, told=TOLD, pack=pack)) for text in texts)
        seconds(texts_of(own, FEW), pack)
        runs = [many / seconds(texts, pack) for _ in range(options.runs)]
        loading, held, peak = memory(lang, max((story.text for story in own), key=len))
        print(
            f"{lang}: {statistics.median(runs):,.0f} words/s ({min(runs):,.0f}-{max(runs):,.0f}) over {many:,} words, "
            f"{phrases:,} phrases; {len(pack.rules)} rules; pack loaded in {loading:.2f} s, holds {held:.1f} MiB; "
            f"{peak:.1f} MiB more at the peak of a story"
        )


if __name__ == "__main__":
    main()
