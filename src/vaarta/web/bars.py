"""A histogram as it is drawn: a bar for each span of time, and some of them named."""

from math import sqrt

from vaarta.records import Record
from vaarta.web.dated import Span, Timeline

__all__ = ["Bar", "Bars", "bars_of"]

WIDTH, HEIGHT, BASE = 960, 110, 86
TICKS = 12
LEAST = 2.0  # pixels: what is there is seen
DAY, MONTH, YEAR = 10, 7, 4  # letters of a day, month and year as ISO writes them


class Bar(Record, frozen=True, kw_only=True):
    """A bar: `said` is its day, month or year, as ISO writes it."""

    span: Span
    said: str
    x: float
    width: float
    y: float
    height: float
    tick: bool


class Bars(Record, frozen=True, kw_only=True):
    """All bars, the most that one of them stands for, and how many things in all."""

    width: int
    height: int
    base: int
    most: int
    total: int
    bars: tuple[Bar, ...]


def bars_of(timeline: Timeline) -> Bars:
    """The bars of a timeline. Heights grow as the root of the counts, so that one busy month does not hide the rest."""
    step = WIDTH / max(1, len(timeline.spans))
    most = max((span.count for span in timeline.spans), default=0)
    every = -(-len(timeline.spans) // TICKS) or 1
    letters = {"day": DAY, "month": MONTH, "year": YEAR}[timeline.unit]
    bars = []
    for number, span in enumerate(timeline.spans):
        height = max(LEAST, (BASE - 4) * sqrt(span.count / most)) if span.count else 0.0
        bars.append(
            Bar(
                span=span,
                said=span.first[:letters],
                x=round(number * step, 1),
                width=round(max(1.0, step - min(4.0, step * 0.2)), 1),
                y=round(BASE - height, 1),
                height=round(height, 1),
                tick=number % every == 0,
            )
        )
    return Bars(
        width=WIDTH,
        height=HEIGHT,
        base=BASE,
        most=most,
        total=sum(span.count for span in timeline.spans),
        bars=tuple(bars),
    )
