"""Days, weeks (Monday to Sunday), months, quarters, years: which days they are, and how to step through them."""

import calendar
from datetime import date, timedelta

__all__ = ["shifted", "subdivision", "thirds", "unit_around"]

MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12, "fiscal": 12, "decade": 120}
FISCAL_START = 4  # India's fiscal year begins in April
DAYS = {"day": 1, "week": 7, "weekend": 7}
MIDDLE = 15  # a fortnight of the Indian month ends on the 15th
HOURS_A_DAY = 24
WEEK, LONGEST_MONTH, LONGEST_YEAR, SEVERAL_YEARS = 7, 31, 366, 5


def shifted(day: date, steps: int, unit: str) -> date:
    """The day so many units on (or back); in a shorter month its last day. Hours count whole days.

    Raises ValueError for an unknown unit or a year that is none, OverflowError beyond the calendar.
    """
    if unit == "hour":
        return day + timedelta(days=int(steps / HOURS_A_DAY))
    if unit == "fortnight":
        months, late = divmod(int(day.day > MIDDLE) + steps, 2)
        return shifted(day, months, "month").replace(day=MIDDLE + 1 if late else 1)
    if unit in DAYS:
        return day + timedelta(days=steps * DAYS[unit])
    if unit not in MONTHS:
        raise ValueError(unit)
    year, month = divmod(day.year * 12 + day.month - 1 + steps * MONTHS[unit], 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def unit_around(day: date, unit: str) -> tuple[date, date] | None:
    """First and last day of the unit that the day is in: its month, its week … None for hours."""
    if unit == "day":
        return day, day
    monday = day - timedelta(days=day.weekday())
    if unit == "week":
        return monday, monday + timedelta(days=6)
    if unit == "fortnight":
        return _fortnight(day)
    if unit == "weekend":
        return monday + timedelta(days=5), monday + timedelta(days=6)
    if unit not in MONTHS:
        return None
    first = _start_of(day, unit)
    return first, shifted(first, 1, unit) - timedelta(days=1)


def _fortnight(day: date) -> tuple[date, date]:
    if day.day <= MIDDLE:
        return day.replace(day=1), day.replace(day=MIDDLE)
    return day.replace(day=MIDDLE + 1), day.replace(day=calendar.monthrange(day.year, day.month)[1])


def _start_of(day: date, unit: str) -> date:
    if unit == "decade":
        return date(day.year // 10 * 10, 1, 1)
    if unit == "fiscal":
        return date(day.year - (day.month < FISCAL_START), FISCAL_START, 1)
    length = MONTHS[unit]
    return day.replace(day=1, month=(day.month - 1) // length * length + 1)


def thirds(first: date, last: date, part: str) -> tuple[date, date]:
    """The early, mid or late part: days 1-10, 11-20 and the rest of a month, three months at either end of a year.

    Of a decade the years 0-3, 4-6 and 7-9; of a century likewise.
    Source: the beginning of March is 1 to 10 March in the annotation of gold/hi-dev; the year follows everyday use.
    """
    if last.year - first.year >= SEVERAL_YEARS:
        return _years_of(first, last, part)
    length = (last - first).days + 1
    if length <= WEEK:
        cuts = first + timedelta(days=2), last - timedelta(days=2)
    elif length <= LONGEST_MONTH:
        cuts = first + timedelta(days=9), first + timedelta(days=20)
    elif LONGEST_MONTH < length <= LONGEST_YEAR and length >= LONGEST_YEAR - 1:
        cuts = date(first.year, 3, 31), date(first.year, 10, 1)
        if part == "mid":
            return date(first.year, 5, 1), date(first.year, 8, 31)
    else:
        third = timedelta(days=length // 3)
        cuts = first + third - timedelta(days=1), last - third + timedelta(days=1)
    if part == "early":
        return first, cuts[0]
    if part == "late":
        return cuts[1], last
    return (cuts[0], cuts[1]) if length <= WEEK else (cuts[0] + timedelta(days=1), cuts[1] - timedelta(days=1))


def _years_of(first: date, last: date, part: str) -> tuple[date, date]:
    third = (last.year - first.year + 1) // 3
    late = last.year - third + 1
    early = late - third - 1
    years = {"early": (first.year, early), "mid": (early + 1, late - 1), "late": (late, last.year)}[part]
    return date(years[0], 1, 1), date(years[1], 12, 31)


def subdivision(first: date, last: date, unit: str, count: int) -> tuple[date, date] | None:
    """The nth unit within first to last, -1 for the last one; None if there are not so many.

    A week belongs to the month or year that its Thursday is in, as in ISO 8601; quarters and halves are counted from
    the first day, so that those of a fiscal year are its own.
    """
    if unit == "half" and (last - first).days < LONGEST_MONTH:
        unit = "fortnight"
    if unit in MONTHS:
        return _nth_months(first, last, unit, count)
    parts: list[tuple[date, date]] = []
    step = first
    while step <= last:
        around = unit_around(step, unit)
        if around is None or (around[1] - around[0]) >= (last - first):
            return None
        middle = around[0] + (around[1] - around[0]) // 2
        if first <= middle <= last:
            parts.append(around)
        step = around[1] + timedelta(days=1)
    index = count - 1 if count > 0 else count
    return parts[index] if -len(parts) <= index < len(parts) else None


def _nth_months(first: date, last: date, unit: str, count: int) -> tuple[date, date] | None:
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    length = months // 2 if unit == "half" else MONTHS[unit]
    many = months // length
    index = count - 1 if count > 0 else count + many
    if many < 2 or not 0 <= index < many:  # noqa: PLR2004 (a whole is no part of itself)
        return None
    start = shifted(first, index * length, "month")
    return start, shifted(start, length, "month") - timedelta(days=1)
