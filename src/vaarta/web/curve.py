"""A small curve of conflict and cooperation: where its bars, points and lines lie."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate

from vaarta.query import Tally
from vaarta.records import Record

__all__ = ["Bar", "Curve", "Line", "draw", "rows"]

WIDTH, HEIGHT = 720, 260
LEFT, RIGHT, TOP = 34, 8, 10
SCORES, GAP, COUNTS = 150, 16, 50  # heights of the panel of scores, of what parts it from that of counts, and of this
LIMIT = 10.0  # of the Goldstein scale
LONGEST = 240  # months shown
TICKS = 8


class Bar(Record, frozen=True, kw_only=True):
    """The events of one month."""

    x: float
    y: float
    width: float
    height: float
    month: str
    count: int


class Line(Record, frozen=True, kw_only=True):
    """The mean scores of one direction, month by month: `points` as SVG writes them, `dots` each with its month."""

    way: str
    points: str
    dots: tuple[tuple[float, float, str, float], ...]


class Curve(Record, frozen=True, kw_only=True):
    """All of a drawing. `cut` is true if months were left out."""

    width: int
    height: int
    left: int
    right: int
    zero: float
    top: float
    bottom: float
    base: float
    bars: tuple[Bar, ...]
    lines: tuple[Line, ...]
    ticks: tuple[tuple[float, str], ...]
    most: int
    cut: bool


def draw(months: Sequence[Tally], by_way: Sequence[Tally], ways: Sequence[str]) -> Curve | None:
    """The curve of these tallies, a line for each of the ways; None if there is no month."""
    counts = {told.keys["month"]: told.count for told in months if _is_month(told.keys["month"])}
    if not counts:
        return None
    shown = _fullest(counts)
    step = (WIDTH - LEFT - RIGHT) / len(shown)
    places = {month: LEFT + step * (number + 0.5) for number, month in enumerate(shown)}
    most = max(counts.get(month, 0) for month in shown)
    every = -(-len(shown) // TICKS)
    return Curve(
        width=WIDTH,
        height=HEIGHT,
        left=LEFT,
        right=WIDTH - RIGHT,
        zero=_height(0),
        top=_height(LIMIT),
        bottom=_height(-LIMIT),
        base=TOP + SCORES + GAP + COUNTS,
        bars=tuple(_bars(counts, places, most, step)),
        lines=tuple(_line(way, by_way, places) for way in ways),
        ticks=tuple((round(places[month], 1), month) for month in shown[::every]),
        most=most,
        cut=min(counts) < shown[0] or max(counts) > shown[-1],
    )


def _fullest(counts: Mapping[str, int]) -> tuple[str, ...]:
    """Every month from the first to the last; if they are too many, those in a row that tell of most.

    One day resolved to a wrong century must not make a curve of blanks.
    """
    numbers = sorted(int(month[:4]) * 12 + int(month[5:]) - 1 for month in counts)
    told = [counts[_name(number)] for number in numbers]
    sums = [0, *accumulate(told)]
    first = {n: bisect_left(numbers, n - LONGEST + 1) for n in numbers}
    end = max(numbers, key=lambda n: (sums[bisect_left(numbers, n) + 1] - sums[first[n]], n))
    return tuple(_name(number) for number in range(numbers[first[end]], end + 1))


def _name(number: int) -> str:
    return f"{number // 12:04}-{number % 12 + 1:02}"


def rows(
    months: Sequence[Tally], by_way: Sequence[Tally], ways: Sequence[str]
) -> Iterator[tuple[Tally, tuple[Tally | None, ...]]]:
    """The figures as rows: each month with its tallies of each way, the latest first, no more than are drawn."""
    told = {(one.keys["month"], one.keys["direction"]): one for one in by_way}
    for month in sorted(months, key=lambda one: one.keys["month"], reverse=True)[:LONGEST]:
        yield month, tuple(told.get((month.keys["month"], way)) for way in ways)


def _bars(counts: Mapping[str, int], places: Mapping[str, float], most: int, step: float) -> Iterator[Bar]:
    base = TOP + SCORES + GAP + COUNTS
    for month, count in counts.items():
        if month in places:
            height = max(1.0, COUNTS * count / most)
            width = max(1.0, min(24.0, step * 0.7))
            yield Bar(
                x=round(places[month] - width / 2, 1),
                y=round(base - height, 1),
                width=round(width, 1),
                height=round(height, 1),
                month=month,
                count=count,
            )


def _line(way: str, by_way: Sequence[Tally], places: Mapping[str, float]) -> Line:
    dots = tuple(
        (round(places[month], 1), _height(told.goldstein), month, told.goldstein)
        for told in by_way
        if told.keys["direction"] == way and told.goldstein is not None and (month := told.keys["month"]) in places
    )
    return Line(way=way, points=" ".join(f"{x},{y}" for x, y, _, _ in dots), dots=dots)


def _height(score: float) -> float:
    bound = max(-LIMIT, min(LIMIT, score))
    return round(TOP + SCORES * (LIMIT - bound) / (2 * LIMIT), 1)


def _is_month(text: str) -> bool:
    year, dash, month = text.partition("-")
    return dash == "-" and year.isdecimal() and month.isdecimal() and 1 <= int(month) <= 12  # noqa: PLR2004 - months
