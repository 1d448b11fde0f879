"""How long gathering takes when stories are added to a record that is there: of what is new, not of what is old.

    python benchmarks/bench_gathering.py STORIES.jsonl [COPIES …]

Codes the first 400 stories, keeps 1, 4 and 16 copies of them, each a month after the one before, gathers each record
whole, and then adds one more month: once all of its stories, once only ten. Processor time.
"""

import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from bench_linking import STORIES, Kept, month

from vaarta.gathering import gather
from vaarta.pipeline import code_stories
from vaarta.reading import read
from vaarta.records import Passed, Story
from vaarta.store import Store, open_store

__all__ = ["main"]

FEW = 10


def main() -> None:
    """Print a line a size."""
    stories = (item for item in read(Path(sys.argv[1])) if isinstance(item, Story) and item.published)
    first = [story for story, _ in zip(stories, range(STORIES), strict=False)]
    coded = [result for result in code_stories(first) if not isinstance(result, Passed)]
    for copies in map(int, sys.argv[2:] or ("1", "4", "16")):
        with tempfile.TemporaryDirectory() as folder, open_store(Path(folder) / "record.db") as store:
            whole = _added(store, [told for number in range(copies) for told in month(coded, number)])
            more = list(month(coded, copies))
            few, rest = _added(store, more[:FEW]), _added(store, more[FEW:])
            claims = sum(number for name, number in store.counts().items() if name != "story")
        print(
            f"{copies * len(coded):6} stories gathered in {whole:6.1f} s; {FEW} more in {few:5.2f} s, "
            f"{len(more) - FEW} more in {rest:5.1f} s ({claims} claims)"
        )


def _added(store: Store, kept: Sequence[Kept]) -> float:
    """Keep stories, gather, and say how many seconds of processor time gathering took."""
    for told in kept:
        store.keep(*told)
    began = time.process_time()
    gather(store)
    return time.process_time() - began


if __name__ == "__main__":
    main()
