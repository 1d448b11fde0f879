"""Phrases → days: the calendar. No word of any language, no text: values in, days out.

Every meaning gives its candidates, the likeliest first, so that one phrase can settle another: in "kal (Thursday)" the
weekday says whether kal is yesterday or tomorrow. An end that is None is open. docs/times.md gives the rules in prose.
"""

import calendar
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from types import MappingProxyType

from vaarta.packs.times import Means, Tense
from vaarta.recognition.day_spans import Span, Telling, distance, likeliest
from vaarta.recognition.time_phrases import Phrase
from vaarta.recognition.units import shifted, subdivision, thirds, unit_around

__all__ = ["days_of", "has_year", "is_stated"]

NEAR = 30  # days: a date without year this near is meant, whatever the tense ("after the 15 March talks they will …")
YEAR_KINDS = ("year", "plainyear", "shortyear")
DATED = frozenset({"date", "date-range"})
DAY = timedelta(days=1)
YEAR = 366


Reading = Callable[[Phrase, Telling], list[Span]]


def days_of(phrase: Phrase, told: date, tense: Tense = "") -> list[Span]:
    """The days that the phrase can mean in a story told on `told`, likeliest first; none if there are no such days."""
    try:
        return READINGS[phrase.means](phrase, Telling(told, tense))
    except (ValueError, OverflowError):  # 31 February; a shift beyond the calendar
        return []


def has_year(phrase: Phrase) -> bool:
    """Whether the phrase says its year, so that its days do not hang on when it was told."""
    return bool(phrase.first(*YEAR_KINDS)) or any(has_year(part) for part in phrase.parts)


def is_stated(phrase: Phrase) -> bool:
    """Whether the phrase names its days (a year, or a day of a month), not only their distance from the telling."""
    dated = phrase.means in DATED or (phrase.means == "pair" and bool(phrase.first("day")))
    return dated or has_year(phrase) or any(is_stated(part) for part in phrase.parts)


def _year(phrase: Phrase) -> int | None:
    said = phrase.first(*YEAR_KINDS)
    return None if not said else int(said) + (2000 if len(said) == 2 else 0)  # noqa: PLR2004


def _date(phrase: Phrase, telling: Telling) -> list[Span]:
    day, month = int(phrase.first("day", "ordinal")), int(phrase.first("month", "monthnumber"))
    return _in_years(phrase, telling, lambda year: Span(date(year, month, day), date(year, month, day)))


def _date_range(phrase: Phrase, telling: Telling) -> list[Span]:
    days, month = [int(day) for day in phrase.every("day")], int(phrase.first("month", "monthnumber"))
    if days != sorted(set(days)):
        return []
    return _in_years(phrase, telling, lambda year: Span(date(year, month, days[0]), date(year, month, days[-1])))


def _in_years(phrase: Phrase, telling: Telling, of: Callable[[int], Span], near: int = NEAR) -> list[Span]:
    if (year := _year(phrase)) is not None:
        return [of(year)]
    spans = []
    for some in range(telling.told.year - 4, telling.told.year + 5):  # four: a 29 February
        try:
            spans.append(of(some))
        except ValueError:
            continue
    return likeliest(spans, telling, near)


def _pair(phrase: Phrase, telling: Telling) -> list[Span]:
    """Two or more days, or two months, in a row as one span; those apart are none."""
    days = [int(day) for day in phrase.every("day")]
    if days:
        return _date_range(phrase, telling) if days == list(range(days[0], days[0] + len(days))) else []
    if phrase.parts:
        left, right = phrase.parts
        starts = days_of(left, *telling)
        ends = {start: days_of(right, start.first or telling.told, "future") for start in starts}
        spans = [Span(start.first, end.last) for start in starts for end in ends[start] if _follows(start, end)]
        return likeliest(spans, telling, NEAR)
    left_month, right_month = map(int, phrase.every("month", "plainmonth"))
    if right_month != left_month + 1:
        return []
    return _in_years(phrase, telling, lambda year: Span(date(year, left_month, 1), _last_of(year, right_month)), near=0)


def _follows(start: Span, end: Span) -> bool:
    return bool(start.last and end.first and end.first - start.last == DAY)


def _last_of(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


def _month(phrase: Phrase, telling: Telling) -> list[Span]:
    month, direction = int(phrase.first("month", "plainmonth")), phrase.first("direction")

    def of(year: int) -> Span:
        return Span(date(year, month, 1), _last_of(year, month))

    spans = _in_years(phrase, telling, of, near=0)
    told = telling.told
    if direction == "last":
        return sorted((span for span in spans if span.last and span.last < told), reverse=True)
    if direction in {"next", "coming"}:
        return sorted(span for span in spans if span.first and span.first > told)
    return [of(told.year)] if direction == "this" else spans


def _monthday(phrase: Phrase, telling: Telling) -> list[Span]:
    day, spans = int(phrase.first("day", "ordinal")), []
    for months in (-2, -1, 0, 1, 2):
        first = shifted(telling.told.replace(day=1), months, "month")
        if day <= calendar.monthrange(first.year, first.month)[1]:
            spans.append(Span(first.replace(day=day), first.replace(day=day)))
    return likeliest(spans, telling)


def _year_span(phrase: Phrase, _: Telling) -> list[Span]:
    year = _year(phrase)
    return [] if year is None else [Span(date(year, 1, 1), date(year, 12, 31))]


def _years(phrase: Phrase, telling: Telling) -> list[Span]:
    """2014-2018 and 2014-18 are years; 2022-23, the next year in two digits, is India's April to March."""
    first, last = phrase.every(*YEAR_KINDS)
    end = int(last) if len(last) > 2 else int(first) // 100 * 100 + int(last)  # noqa: PLR2004
    if len(last) == 2 and end % 100 == (int(first) + 1) % 100:  # noqa: PLR2004
        return _fiscal(phrase, telling)
    return [Span(date(int(first), 1, 1), date(end, 12, 31))] if end > int(first) else []


def _fiscal(phrase: Phrase, _: Telling) -> list[Span]:
    first = int(phrase.first(*YEAR_KINDS))
    return [Span(date(first, 4, 1), date(first + 1, 3, 31))]


def _decade(phrase: Phrase, _: Telling) -> list[Span]:
    said = int(phrase.first("number", *YEAR_KINDS))
    first = said + 1900 if said < 100 else said  # noqa: PLR2004
    return [] if first % 10 else [Span(date(first, 1, 1), date(first + 9, 12, 31))]


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
    """Without a tense, news tells of the past; in the present, a weekday is one to come ("are coming on Monday")."""
    told, wanted = telling.told, int(phrase.first("weekday", "plainweekday"))
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
    lean: dict[Tense, Tense] = {"": "past", "present": "future"}
    fits = likeliest(spans, Telling(told, lean.get(telling.tense, telling.tense)))
    return [spans[2]] if direction == "this" and not telling.tense else fits


def _unit(phrase: Phrase, telling: Telling) -> list[Span]:
    steps = {"last": -1, "next": 1, "coming": 1}.get(phrase.first("direction"), 0)
    return _around(telling.told, phrase.first("unit"), steps)


def _around(day: date, unit: str, steps: int) -> list[Span]:
    found = unit_around(shifted(day, steps, unit), unit)
    return [Span(*found)] if found else []


def _span(phrase: Phrase, telling: Telling) -> list[Span]:
    """The last n of a unit end on the day of telling, the next n begin on the day after."""
    count, unit, told = int(phrase.first("number")), phrase.first("unit"), telling.told
    if phrase.first("direction") == "last":
        return [Span(shifted(told, -count, unit), told)]
    return [Span(told + DAY, shifted(told, count, unit))] if phrase.first("direction") in {"next", "coming"} else []


def _ago(phrase: Phrase, telling: Telling) -> list[Span]:
    """As exact as the unit: three years ago is a year, two days ago a day."""
    return _around(telling.told, phrase.first("unit"), -int(phrase.first("number")))


def _later(phrase: Phrase, telling: Telling) -> list[Span]:
    """As exact as the unit. In the past, "two days later" counts from something else: no days."""
    if telling.tense == "past":
        return []
    return _around(telling.told, phrase.first("unit"), int(phrase.first("number")))


def _within(phrase: Phrase, telling: Telling) -> list[Span]:
    if telling.tense == "past":
        return []
    return [Span(telling.told, shifted(telling.told, int(phrase.first("number")), phrase.first("unit")))]


def _shift(phrase: Phrase, telling: Telling) -> list[Span]:
    count, unit = int(phrase.first("number")), phrase.first("unit")
    steps = -count if phrase.first("ago") else count
    spans = days_of(phrase.parts[0], *telling)
    return [
        found for span in spans if span.first and span.first == span.last for found in _around(span.first, unit, steps)
    ]


def _range(phrase: Phrase, telling: Telling) -> list[Span]:
    """From one to the other, in the year that either says: "28 February-2 March 2023", "Monday to Thursday"."""
    left, right = phrase.parts
    found = []
    if has_year(right) and not has_year(left):
        for end in days_of(right, *telling):
            starts = days_of(left, end.last, "past") if end.last else []
            found += [Span(start.first, end.last) for start in starts if _before_it(start, end)][:1]
        return found
    for start in days_of(left, *telling):
        ends = days_of(right, start.first, "future") if start.first and _single(left, start) else []
        found += [Span(start.first, end.last) for end in ends if _before_it(start, end)][:1]
    return likeliest(found, telling, 0 if {left.means, right.means} <= {"weekday", "day"} else NEAR)


def _before_it(start: Span, end: Span) -> bool:
    return bool(start.first and end.last and start.first < end.last and (not end.first or start.first <= end.first))


def _single(phrase: Phrase, span: Span) -> bool:
    """Whether the span is not the "yesterday or tomorrow" of a day that looks either way."""
    return phrase.means != "day" or span.first == span.last


def _since(phrase: Phrase, telling: Telling) -> list[Span]:
    """Open at the end, but for spans that end today: "for the last three days"."""
    if phrase.parts[0].means == "span":
        return days_of(phrase.parts[0], *telling)
    return [Span(span.first, None) for span in days_of(phrase.parts[0], *telling)]


def _until(phrase: Phrase, telling: Telling) -> list[Span]:
    return [Span(None, span.last) for span in _deadline(phrase, telling)]


def _before(phrase: Phrase, telling: Telling) -> list[Span]:
    return [Span(None, span.first - DAY) for span in _deadline(phrase, telling) if span.first]


def _deadline(phrase: Phrase, telling: Telling) -> list[Span]:
    """Without a tense, what things are to be done by is to come."""
    return days_of(phrase.parts[0], telling.told, telling.tense or "future")


def _following(phrase: Phrase, telling: Telling) -> list[Span]:
    return [Span(span.last + DAY, None) for span in days_of(phrase.parts[0], *telling) if span.last]


def _lasting(phrase: Phrase, telling: Telling) -> list[Span]:
    """From a day on, so many days, the first counted: "a three-day visit from Saturday"."""
    more = timedelta(days=int(phrase.first("number")) - 1)
    return [Span(span.first, span.first + more) for span in days_of(phrase.parts[0], *telling) if span.first]


def _inside(phrase: Phrase, telling: Telling) -> list[Span]:
    """The shorter phrase's days within the longer's: "June last year", "Monday next week"."""
    for outer, inner in (phrase.parts, phrase.parts[::-1]):
        for first, last in days_of(outer, *telling):
            if first is None or last is None:
                continue
            spans = days_of(inner, first + (last - first) // 2)
            within = [span for span in spans if span.first and span.last and first <= span.first and span.last <= last]
            if within and within != [Span(first, last)]:
                return within[:1]
    return []


def _agree(phrase: Phrase, telling: Telling) -> list[Span]:
    """A day that a weekday settles; none if it fits only in another year: papers get weekdays wrong."""
    left, right = phrase.parts
    if left.means != "weekday":
        left, right = right, left
    if left.means != "weekday":
        there = days_of(left, *telling)
        return [span for span in days_of(right, *telling) if span in there][:1]
    wanted = int(left.first("weekday", "plainweekday"))
    for span in days_of(right, *telling):
        near = distance(span, telling.told) <= YEAR or has_year(right)
        for day in (span.first, span.last):
            if near and day and day.isoweekday() == wanted:
                return [Span(day, day)]
    return []


def _same(phrase: Phrase, telling: Telling) -> list[Span]:
    """Two names of the same days, as brackets say; if they disagree, the one that is not a weekday."""
    left, right = phrase.parts
    return _agree(phrase, telling) or days_of(right if left.means == "weekday" else left, *telling)[:1]


def _part(phrase: Phrase, telling: Telling) -> list[Span]:
    inner = phrase.parts[0] if phrase.parts else phrase
    spans = days_of(inner, *telling) if phrase.parts else _unit(phrase, telling)
    part, told = phrase.first("part"), telling.told
    found = []
    for first, last in spans:
        if first is None or last is None:
            continue
        if part == "whole":
            found.append(Span(first, last))
        elif part in {"earlier", "later"}:
            ends = (first, min(told, last)) if part == "earlier" else (max(told, first), last)
            found.append(Span(*ends))
        else:
            found.append(Span(*thirds(first, last, part)))
    return [span for span in found if span.first and span.last and span.first <= span.last]


def _nth(phrase: Phrase, telling: Telling) -> list[Span]:
    count, unit = int(phrase.first("ordinal", "number")), phrase.first("unit")
    whole = days_of(phrase.parts[0], *telling)
    found = [subdivision(first, last, unit, count) for first, last in whole if first and last]
    return [Span(*span) for span in found if span]


def _plain(phrase: Phrase, telling: Telling) -> list[Span]:
    """The same days as the phrase within: a part of the day or an hour changes none."""
    return days_of(phrase.parts[0], *telling)


def _nothing(_: Phrase, __: Telling) -> list[Span]:
    return []


READINGS: Mapping[Means, Reading] = MappingProxyType(
    {
        "ago": _ago,
        "agree": _agree,
        "before": _before,
        "date": _date,
        "date-range": _date_range,
        "day": _day,
        "decade": _decade,
        "fiscal": _fiscal,
        "following": _following,
        "inside": _inside,
        "lasting": _lasting,
        "later": _later,
        "month": _month,
        "monthday": _monthday,
        "nothing": _nothing,
        "nth": _nth,
        "pair": _pair,
        "part": _part,
        "plain": _plain,
        "range": _range,
        "same": _same,
        "shift": _shift,
        "since": _since,
        "span": _span,
        "unit": _unit,
        "until": _until,
        "weekday": _weekday,
        "within": _within,
        "year": _year_span,
        "years": _years,
    }
)
