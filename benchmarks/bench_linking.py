"""How long gathering takes as a record grows, and how much memory. Beside it: every claim compared with every other.

Usage: python benchmarks/bench_linking.py STORIES.jsonl [COPIES …]. Codes the first 400 stories, then links 1, 4 and
16 copies of them, each a month after the one before, as a record that grows by a month at a time.
"""

import resource
import sys
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from msgspec.structs import replace

from vaarta.pipeline import code_stories
from vaarta.reading import read
from vaarta.records import Claims, Passed, Story
from vaarta.resolution import link_claims

STORIES = 400
MONTH = 31  # days
Kept = tuple[Story, Claims]


def month(coded: list[Kept], number: int) -> Iterator[Kept]:
    """The stories as if published that many months later, under other ids."""
    for story, claims in coded:
        day = date.fromisoformat(story.published[:10]) + timedelta(days=MONTH * number)
        name = f"{story.id}-{number}"
        yield (
            replace(story, id=name, published=day.isoformat()),
            Claims(
                story=name,
                lang=claims.lang,
                events=tuple(replace(c, id=f"{c.id}-{number}", story=name, when=None) for c in claims.events),
                statements=tuple(replace(c, id=f"{c.id}-{number}", story=name, when=None) for c in claims.statements),
                engagements=tuple(replace(c, id=f"{c.id}-{number}", story=name, when=None) for c in claims.engagements),
            ),
        )


def main() -> None:
    """Print a line a size."""
    stories = (item for item in read(Path(sys.argv[1])) if isinstance(item, Story) and item.published)
    first = [story for story, _ in zip(stories, range(STORIES), strict=False)]
    coded = [result for result in code_stories(first) if not isinstance(result, Passed)]
    for copies in map(int, sys.argv[2:] or ("1", "4", "16")):
        kept = [told for number in range(copies) for told in month(coded, number)]
        claims = sum(len(c.events) + len(c.statements) + len(c.engagements) for _, c in kept)
        began = time.process_time()
        links = sum(1 for _ in link_claims(kept))
        seconds = time.process_time() - began
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        pairs = claims * (claims - 1) // 2
        print(
            f"{len(kept):6} stories {claims:7} claims {links:7} links {seconds:7.1f} s "
            f"{1000 * seconds / claims:5.2f} ms a claim {memory:5} MB; all pairs would be {pairs:,}"
        )


if __name__ == "__main__":
    main()
