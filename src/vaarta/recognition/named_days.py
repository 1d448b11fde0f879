"""Days that a phrase names by itself: dates, weekdays, months, years, and what is counted from the telling.

No word of any language, no text: values in, days out. Every meaning gives its candidates, the likeliest first.
"""

import calendar
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from fractions import Fraction
from types import MappingProxyType

from vaarta.packs.times import Means, Tense
from vaarta.recognition.day_spans import Span, Telling, likeliest
from vaarta.recognition.time_phrases import Phrase
from vaarta.recognition.units import shifted, subdivision, unit_around

__all__ = ["NAMED", "NEAR", "YEAR_KINDS", "Reading", "date_range", "in_years", "last_of", "unit_days"]

NEAR = 30  # days: a date without year this near is meant, whatever the tense ("after the 15 March talks they will …")
YEAR_KINDS = ("year", "plainyear", "shortyear")
DAY = timedelta(days=1)
HUNDRED, THOUSAND = 100, 1000
STEPS = MappingProxyType({"before-last": -2, "last": -1, "next": 1, "coming": 1, "after-next": 2})
SMALLER = MappingProxyType({"year": ("month", 12), "decade": ("year", 10)})  # units whose halves are whole others

Reading = Callable[[Phrase, Telling], list[Span]]


def in_years(phrase: Phrase, telling: Telling, of: Callable[[int], Span], near: int = NEAR) -> list[Span]:
    """What `of` gives for the year that the phrase says; without one, for each year around, the likeliest first."""
    if (year := _year(phrase)) is not None:
        return [of(year)]
    spans = []
    for some in range(telling.told.year - 4, telling.told.year + 5):  # four: a 29 February
        try:
            spans.append(of(some))
        except ValueError:
            continue
    return likeliest(spans, telling, near)


def last_of(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, calendar.monthrange(year, month)[1])


def date_range(phrase: Phrase, telling: Telling) -> list[Span]:
    """Two or more days of one month, first to last; none if they do not follow."""
    days, month = [int(day) for day in phrase.every("day")], int(phrase.first("month", "monthnumber"))
    if days != sorted(set(days)):
        return []
    return in_years(phrase, telling, lambda year: Span(date(year, month, days[0]), date(year, month, days[-1])))


def unit_days(phrase: Phrase, telling: Telling) -> list[Span]:
    """The unit around the telling, or the one before or after it: "this week", "last month"."""
    unit, direction = phrase.first("unit"), phrase.first("direction")
    if unit == "weekend" and not direction:
        nearby = [span for steps in (-1, 0, 1) for span in _around(telling.told, unit, steps)]
        return likeliest(nearby, _leaning(telling))
    return _around(telling.told, unit, STEPS.get(direction, 0))


def _leaning(telling: Telling) -> Telling:
    """Without a tense, news tells of the past; in the present, of days to come ("are coming on Monday")."""
    lean: dict[Tense, Tense] = {"": "past", "present": "future"}
    return Telling(telling.told, lean.get(telling.tense, telling.tense))


def _year(phrase: Phrase) -> int | None:
    said = phrase.first(*YEAR_KINDS)
    return int(said) + (2000 if len(said) == 2 else 0) if said else None  # noqa: PLR2004


def _date(phrase: Phrase, telling: Telling) -> list[Span]:
    day, month = int(phrase.first("day", "ordinal")), int(phrase.first("month", "monthnumber"))
    spans = in_years(phrase, telling, lambda year: Span(date(year, month, day), date(year, month, day)))
    return spans if _year(phrase) else _towards(phrase.first("direction"), spans, telling.told)


def _towards(direction: str, spans: list[Span], told: date) -> list[Span]:
    """Those before or after the telling, as "last" or "next" asks, the nearest first; all if nothing is asked."""
    if direction == "last":
        return sorted((span for span in spans if span.last and span.last < told), reverse=True)
    if direction in {"next", "coming"}:
        return sorted(span for span in spans if span.first and span.first > told)
    return spans


def _month(phrase: Phrase, telling: Telling) -> list[Span]:
    month, direction = int(phrase.first("month", "plainmonth")), phrase.first("direction")

    def of(year: int) -> Span:
        return Span(date(year, month, 1), last_of(year, month))

    spans = in_years(phrase, telling, of, near=0)
    return [of(telling.told.year)] if direction == "this" else _towards(direction, spans, telling.told)


def _months(phrase: Phrase, telling: Telling) -> list[Span]:
    """From one month to another, over the year's end if need be."""
    left, right = map(int, phrase.every("month"))

    def of(year: int) -> Span:
        return Span(date(year - (left > right), left, 1), last_of(year, right))

    return in_years(phrase, telling, of, near=0) if left != right else []


def _monthday(phrase: Phrase, telling: Telling) -> list[Span]:
    """A day, or days in a row, of some month: this one, or by the tense one before or after."""
    days, spans = [int(day) for day in phrase.every("day", "ordinal")], []
    if days != sorted(set(days)):
        return []
    for months in (-2, -1, 0, 1, 2):
        first = shifted(telling.told.replace(day=1), months, "month")
        if days[-1] <= calendar.monthrange(first.year, first.month)[1]:
            spans.append(Span(first.replace(day=days[0]), first.replace(day=days[-1])))
    return likeliest(spans, telling)


def _year_span(phrase: Phrase, _: Telling) -> list[Span]:
    year = _year(phrase)
    return [] if year is None else [Span(date(year, 1, 1), date(year, 12, 31))]


def _year_words(phrase: Phrase, _: Telling) -> list[Span]:
    """A year in number words: nineteen hundred (and) forty-seven, two thousand (and) twenty."""
    many, *rest = map(int, phrase.every("number"))
    year = many * (HUNDRED if phrase.first("hundred") else THOUSAND) + sum(rest)
    return [Span(date(year, 1, 1), date(year, 12, 31))]


def _years(phrase: Phrase, telling: Telling) -> list[Span]:
    """2014-2018 and 2014-18 are years; 2022-23, the next year in two digits, is India's April to March."""
    first, last = phrase.every(*YEAR_KINDS)
    end = int(last) if len(last) > 2 else int(first) // 100 * 100 + int(last)  # noqa: PLR2004
    if len(last) == 2 and end % 100 == (int(first) + 1) % 100:  # noqa: PLR2004
        return _fiscal(phrase, telling)
    return [Span(date(int(first), 1, 1), date(end, 12, 31))] if end > int(first) else []


def _years_in_a_row(phrase: Phrase, _: Telling) -> list[Span]:
    first, last = map(int, phrase.every(*YEAR_KINDS))
    return [Span(date(first, 1, 1), date(last, 12, 31))] if last == first + 1 else []


def _fiscal(phrase: Phrase, _: Telling) -> list[Span]:
    """India's, April to March; said by one year, it is the year that it ends in."""
    said = phrase.every(*YEAR_KINDS)
    year = _year(phrase)
    if year is None:
        return []
    first = year - 1 if len(said) == 1 else year
    return [Span(date(first, 4, 1), date(first + 1, 3, 31))]


def _decade(phrase: Phrase, _: Telling) -> list[Span]:
    said = int(phrase.first("number", *YEAR_KINDS))
    first = said + 1900 if said < HUNDRED else said
    return [] if first % 10 else [Span(date(first, 1, 1), date(first + 9, 12, 31))]


def _century(phrase: Phrase, _: Telling) -> list[Span]:
    """As the decades are counted, and as ISO 8601 does: the 21st begins with 2000."""
    first = (int(phrase.first("ordinal", "number")) - 1) * HUNDRED
    return [Span(date(first, 1, 1), date(first + 99, 12, 31))]


def _code(phrase: Phrase, telling: Telling) -> list[Span]:
    """A quarter or half by its number ("Q3 2022"), of the fiscal year where that is said."""
    unit, count = phrase.first("code").split()
    whole = _fiscal(phrase, telling) if phrase.first("fiscal") else _year_span(phrase, telling)
    found = [subdivision(first, last, unit, int(count)) for first, last in whole if first and last]
    return [Span(*span) for span in found if span]


def _day(phrase: Phrase, telling: Telling) -> list[Span]:
    count, _, either = phrase.first("dayword").partition(" ")
    told, step = telling.told, timedelta(days=int(count))
    ways = [Span(told + step, told + step)]
    if either:
        back = Span(told - step, told - step)
        ways = {"past": [back, *ways], "": [Span(told - step, told + step), back, *ways]}.get(
            telling.tense, [*ways, back]
        )
    return ways


def _weekday(phrase: Phrase, telling: Telling) -> list[Span]:
    told, wanted = telling.told, int(phrase.first("weekday", "plainweekday", "shortweekday"))
    monday = told - timedelta(days=told.weekday())
    days = [monday + timedelta(days=7 * week + wanted - 1) for week in (-2, -1, 0, 1, 2)]
    spans = [Span(day, day) for day in days]
    direction = phrase.first("direction")
    if direction == "last":
        return [span for span in reversed(spans) if span.last and span.last < told]
    if direction == "coming":
        return [span for span in spans if span.first and span.first > told]
    if direction == "next":
        return spans[3:]
    fits = likeliest(spans, _leaning(telling))
    return [spans[2]] if direction == "this" and not telling.tense else fits


def _around(day: date, unit: str, steps: int) -> list[Span]:
    found = unit_around(shifted(day, steps, unit), unit)
    return [Span(*found)] if found else []


def _amount(phrase: Phrase) -> tuple[int, str]:
    """How many of which unit; half a year is six months. Raises ValueError for halves that no unit counts."""
    count, unit = Fraction(phrase.first("number") or 1), phrase.first("unit")
    if phrase.first("half"):
        count += Fraction(1, 2)
    if count.denominator > 1 and unit in SMALLER:
        unit, many = SMALLER[unit]
        count *= many
    if count.denominator > 1:
        raise ValueError(count)
    return int(count), unit


def _span(phrase: Phrase, telling: Telling) -> list[Span]:
    """The last n of a unit end on the day of telling, the next n begin on the day after."""
    told = telling.told
    count, unit = _amount(phrase)
    if phrase.first("direction") in {"last", "past"}:
        return [Span(shifted(told, -count, unit), told)]
    return [Span(told + DAY, shifted(told, count, unit))] if phrase.first("direction") in {"next", "coming"} else []


def _lately(phrase: Phrase, telling: Telling) -> list[Span]:
    """For n of a unit, up to the telling; only in the present: in the past it counts back from something else."""
    count, unit = _amount(phrase)
    return [Span(shifted(telling.told, -count, unit), telling.told)] if telling.tense == "present" else []


def _ago(phrase: Phrase, telling: Telling) -> list[Span]:
    """As exact as the unit: three years ago is a year, two days ago a day."""
    count, unit = _amount(phrase)
    return _around(telling.told, unit, -count)


def _later(phrase: Phrase, telling: Telling) -> list[Span]:
    """As exact as the unit; only of what is to come: else "two days later" counts from something else."""
    if telling.tense != "future" and not phrase.first("later"):
        return []
    count, unit = _amount(phrase)
    return _around(telling.told, unit, count)


def _soon(phrase: Phrase, telling: Telling) -> list[Span]:
    """From the telling on, only in the future: in the past it is how long something took."""
    return _within(phrase, telling) if telling.tense == "future" else []


def _within(phrase: Phrase, telling: Telling) -> list[Span]:
    if telling.tense == "past":
        return []
    count, unit = _amount(phrase)
    return [Span(telling.told, shifted(telling.told, count, unit))]


NAMED: Mapping[Means, Reading] = MappingProxyType(
    {
        "ago": _ago,
        "bare-year": _year_span,
        "century": _century,
        "code": _code,
        "date": _date,
        "date-range": date_range,
        "day": _day,
        "decade": _decade,
        "fiscal": _fiscal,
        "lately": _lately,
        "later": _later,
        "month": _month,
        "monthday": _monthday,
        "monthdays": _monthday,
        "months": _months,
        "soon": _soon,
        "span": _span,
        "unit": unit_days,
        "weekday": _weekday,
        "within": _within,
        "year": _year_span,
        "year-words": _year_words,
        "years": _years,
        "years-in-a-row": _years_in_a_row,
    }
)
