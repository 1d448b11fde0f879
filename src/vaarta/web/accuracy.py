"""How right the coding is, as measured: read from docs/accuracy.md, which ships, so that no figure is kept twice."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from vaarta.records import Record

__all__ = ["Measured", "measured", "read_measured"]

# In a wheel the page lies beside this module; in a checkout, in docs/.
PLACES = (Path(__file__).parent / "accuracy.md", Path(__file__).parents[3] / "docs" / "accuracy.md")
SETS = ("hi-dev-held-out", "hi-news-held-out", "en-agency-held-out")
LEVELS = {
    "events type": "event",
    "events countries": "event_sides",
    "statements": "statement",
    "engagements": "engagement",
}
BLOCK = re.compile(r"<!-- ([\w-]+) -->\n(.*?)<!-- end -->", re.DOTALL)
ROW = re.compile(r"^\| ([\w ]+) \| (\d\.\d+) \| (\d\.\d+) \| (\d\.\d+) \|", re.MULTILINE)


class Measured(Record, frozen=True, kw_only=True):
    """One figure: on which stories, of what (event, event_sides, statement, engagement), precision, recall, F1."""

    set: str
    level: str
    precision: float
    recall: float
    f1: float


@cache
def measured() -> tuple[Measured, ...]:
    """What was measured on stories that nobody read while working on the coding; nothing if the page is not there."""
    page = next((path for path in PLACES if path.is_file()), None)
    return tuple(read_measured(page.read_text("utf-8"))) if page else ()


def read_measured(page: str) -> Iterator[Measured]:
    """The figures of `SETS` in a page that is written like docs/accuracy.md."""
    blocks = dict(BLOCK.findall(page))
    for name in SETS:
        for level, precision, recall, f1 in ROW.findall(blocks.get(name, "")):
            if level in LEVELS:
                yield Measured(
                    set=name, level=LEVELS[level], precision=float(precision), recall=float(recall), f1=float(f1)
                )
