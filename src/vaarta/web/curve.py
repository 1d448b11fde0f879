"""A small curve of conflict and cooperation: where its bars, points and lines lie."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate

from vaarta.query import Tally
from vaarta.records import Record

__all__ = ["Bar", "Curve", "Line", "draw", "rows", "strip"]

WIDTH, HEIGHT = 720, 260
LEFT, RIGHT, TOP = 34, 8, 10
SCORES, GAP, COUNTS = 150, 16, 50  # heights of the panel of scores, of what parts it from that of counts, and of this
LIMIT = 10.0  # of the Goldstein scale
LONGEST = 240  # months shown
TICKS = 8
LANES = 3  # of engagements below the curve
DAYS = 31
LEAST = 5.0  # pixels: an engagement of a day is seen


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
    shown: tuple[str, ...]


def draw(
    months: Sequence[Tally], by_way: Sequence[Tally], ways: Sequence[str], days: Iterable[str] = ()
) -> Curve | None:
    """The curve of these tallies, a line for each of the ways, over their months and those of days; None if none."""
    counts = {day[:7]: 0 for day in days if _is_month(day[:7])}
    counts |= {told.keys["month"]: told.count for told in months if _is_month(told.keys["month"])}
    if not counts:
        return None
    shown = _fullest(counts)
    step = (WIDTH - LEFT - RIGHT) / len(shown)
    places = {month: LEFT + step * (number + 0.5) for number, month in enumerate(shown)}
    most = max(1, *(counts.get(month, 0) for month in shown))
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
        shown=shown,
        cut=min(counts) < shown[0] or max(counts) > shown[-1],
    )


def strip(curve: Curve, spans: Iterable[tuple[str, str]]) -> Iterator[tuple[float, float, int]]:
    """Where bars of days lie below the months of a curve: x, width and lane of each span, (0, 0, 0) if it is outside.

    Bars that would overlap lie in lanes, up to `LANES`; then they overlap.
    """
    step = (curve.right - curve.left) / len(curve.shown)
    ends = [0.0] * LANES
    for first, last in spans:
        if (
            not (_is_month(first[:7]) and _is_month(last[:7]))
            or last[:7] < curve.shown[0]
            or first[:7] > curve.shown[-1]
        ):
            yield 0.0, 0.0, 0
            continue
        start, end = (_across(day, curve, step) for day in (first, last))
        width = max(LEAST, end - start + step / DAYS)
        lane = next((number for number, taken in enumerate(ends) if taken <= start), LANES - 1)
        ends[lane] = start + width
        yield round(start, 1), round(width, 1), lane


def _across(day: str, curve: Curve, step: float) -> float:
    """Where a day lies; one before the first month or after the last, at the border."""
    first = int(curve.shown[0][:4]) * 12 + int(curve.shown[0][5:])
    month = int(day[:4]) * 12 + int(day[5:7]) - first
    part = (int(day[8:10]) - 1) / DAYS if day[8:10].isdecimal() else 0.0
    return min(max(curve.left + (month + part) * step, curve.left), curve.right)


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
        if count and month in places:
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
