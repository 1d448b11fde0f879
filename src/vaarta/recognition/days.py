"""Phrases → days, those made of other phrases first of all: ranges, ends, parts, one day named twice.

Every meaning gives its candidates, the likeliest first, so that one phrase can settle another: in "kal (Thursday)" the
weekday says whether kal is yesterday or tomorrow. An end that is None is open. docs/times.md gives the rules in prose.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from types import MappingProxyType

from vaarta.packs.times import Means, Tense
from vaarta.recognition.day_spans import Span, Telling, distance, likeliest
from vaarta.recognition.named_days import (
    NAMED,
    NEAR,
    YEAR_KINDS,
    Reading,
    date_range,
    in_years,
    last_of,
    unit_days,
)
from vaarta.recognition.time_phrases import Phrase
from vaarta.recognition.units import shifted, subdivision, thirds, unit_around

__all__ = ["days_of", "has_year", "is_stated"]

LOOSE = frozenset({"weekday", "day"})  # what is named again and again: the tense decides, however near
DATED = frozenset({"date", "date-range"})
DAY, WEEK = timedelta(days=1), timedelta(days=7)
YEAR = 366


def days_of(phrase: Phrase, told: date, tense: Tense = "") -> list[Span]:
    """The days that the phrase can mean in a story told on `told`, likeliest first; none if there are no such days."""
    try:
        reading = READINGS.get(phrase.means)
        return reading(phrase, Telling(told, tense)) if reading else []
    except (ValueError, OverflowError):  # 31 February; a shift beyond the calendar
        return []


def has_year(phrase: Phrase) -> bool:
    """Whether the phrase says its year, so that its days do not hang on when it was told."""
    said = bool(phrase.first(*YEAR_KINDS)) or phrase.means in {"century", "decade", "year-words"}
    return said or any(has_year(part) for part in phrase.parts)


def is_stated(phrase: Phrase) -> bool:
    """Whether the phrase names its days (a year, or a day of a month), not only their distance from the telling."""
    dated = phrase.means in DATED or (phrase.means == "pair" and bool(phrase.first("day")))
    return dated or has_year(phrase) or any(is_stated(part) for part in phrase.parts)


def _pair(phrase: Phrase, telling: Telling) -> list[Span]:
    """Two or more days, or two months, in a row as one span; those apart are none."""
    days = [int(day) for day in phrase.every("day")]
    if days:
        return date_range(phrase, telling) if days == list(range(days[0], days[0] + len(days))) else []
    if phrase.parts:
        left, right = phrase.parts
        starts = days_of(left, *telling)
        tied = _tied(right)
        ends = {
            start: days_of(right, telling.told if tied else start.first or telling.told, "future") for start in starts
        }
        spans = [Span(start.first, end.last) for start in starts for end in ends[start] if _follows(start, end)]
        return _whole(likeliest(spans, telling, 0 if {left.means, right.means} <= LOOSE else NEAR), telling)
    left_month, right_month = map(int, phrase.every("month", "plainmonth"))
    if right_month != left_month + 1:
        return []
    return in_years(phrase, telling, lambda year: Span(date(year, left_month, 1), last_of(year, right_month)), near=0)


def _whole(spans: list[Span], telling: Telling) -> list[Span]:
    """Those wholly gone by or wholly to come first, as the tense asks: what is told of two days is told of both."""

    def astride(span: Span) -> bool:
        first, last = span.first or telling.told, span.last or telling.told
        return first < telling.told if telling.tense == "future" else telling.tense == "past" and last > telling.told

    return sorted(spans, key=astride)


def _follows(start: Span, end: Span) -> bool:
    return bool(start.last and end.first and end.first - start.last == DAY)


def _shift(phrase: Phrase, telling: Telling) -> list[Span]:
    count, unit = int(phrase.first("number")), phrase.first("unit")
    steps = -count if phrase.first("ago") else count
    spans = days_of(phrase.parts[0], *telling)
    return [
        Span(*found)
        for span in spans
        if span.first and span.first == span.last and (found := unit_around(shifted(span.first, steps, unit), unit))
    ]


def _range(phrase: Phrase, telling: Telling) -> list[Span]:
    """From one to the other, in the year that either says: "28 February-2 March 2023", "Monday to Thursday"."""
    left, right = phrase.parts
    found = []
    if has_year(right) and not has_year(left) and not _tied(left):
        for end in days_of(right, *telling):
            starts = days_of(left, end.last, "past") if end.last else []
            found += [Span(start.first, end.last) for start in starts if _before_it(start, end)][:1]
        return found
    for start in days_of(left, *telling):
        ends = days_of(right, start.first, "future") if start.first and _single(left, start) else []
        found += [Span(start.first, end.last) for end in ends if _before_it(start, end)][:1]
    return likeliest(found, telling, 0 if {left.means, right.means} <= LOOSE else NEAR)


def _tied(phrase: Phrase) -> bool:
    """Whether the phrase counts from the telling (today, last May), so that another's year is none of its."""
    return phrase.means == "day" or bool(phrase.first("direction")) or any(map(_tied, phrase.parts))


def _before_it(start: Span, end: Span) -> bool:
    return bool(start.first and end.last and start.first < end.last and (not end.first or start.first <= end.first))


def _single(phrase: Phrase, span: Span) -> bool:
    """Whether the span is not the "yesterday or tomorrow" of a day that looks either way."""
    return phrase.means != "day" or span.first == span.last


def _since(phrase: Phrase, telling: Telling) -> list[Span]:
    """Open at the end, but for spans that end today: "for the last three days". What goes on now began before."""
    if phrase.parts[0].means == "span":
        return days_of(phrase.parts[0], *telling)
    began: Tense = "past" if telling.tense == "present" else telling.tense
    return [Span(span.first, None) for span in days_of(phrase.parts[0], telling.told, began)]


def _ahead(phrase: Phrase, telling: Telling) -> list[Span]:
    """What something is put off to is to come, though it was put off in the past."""
    return days_of(phrase.parts[0], telling.told, "future")


def _until(phrase: Phrase, telling: Telling) -> list[Span]:
    return [Span(None, span.last) for span in _deadline(phrase, telling)]


def _before(phrase: Phrase, telling: Telling) -> list[Span]:
    return [Span(None, span.first - DAY) for span in _deadline(phrase, telling) if span.first]


def _deadline(phrase: Phrase, telling: Telling) -> list[Span]:
    """Without a tense, what things are to be done by is to come; a bare date, in the past, is the nearest one.

    "पाबंदी 8 दिसंबर तक बढ़ा दी" in November is of the month to come.
    """
    part = phrase.parts[0]
    near = part.means in DATED and telling.tense == "past" and not has_year(part)
    return days_of(part, telling.told, "" if near else telling.tense or "future")


def _following(phrase: Phrase, telling: Telling) -> list[Span]:
    return [Span(span.last + DAY, None) for span in days_of(phrase.parts[0], *telling) if span.last]


def _lasting(phrase: Phrase, telling: Telling) -> list[Span]:
    """From a day on, so many days, the first counted: "a three-day visit from Saturday"; likewise weeks or months."""
    count, unit = int(phrase.first("number")), phrase.first("unit") or "day"
    firsts = [span.first for span in days_of(phrase.parts[0], *telling) if span.first]
    return [Span(first, shifted(first, count, unit) - DAY) for first in firsts]


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
    """Two names of the same days, as brackets say; if they disagree, the date, else the one that is no weekday."""
    left, right = phrase.parts
    trusted = right if left.means == "weekday" or (is_stated(right) and not is_stated(left)) else left
    return _agree(phrase, telling) or days_of(trusted, *telling)[:1]


def _part(phrase: Phrase, telling: Telling) -> list[Span]:
    inner = phrase.parts[0] if phrase.parts else phrase
    spans = days_of(inner, *telling) if phrase.parts else unit_days(phrase, telling)
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
    count, unit = int(phrase.first("ordinal", "number") or 0), phrase.first("unit")
    if code := phrase.first("code"):
        unit, count = code.split()[0], int(code.split()[1])
    whole = days_of(phrase.parts[0], *telling)
    if weekday := phrase.first("weekday", "plainweekday"):
        wanted = int(weekday)
        return [day for first, last in whole if first and last for day in _nth_weekday(first, last, wanted, count)]
    many = int(phrase.first("number") or 0)
    if phrase.first("ordinal") and many:
        return [Span(*_some_of(first, last, unit, many * count)) for first, last in whole if first and last]
    found = [subdivision(first, last, unit, count) for first, last in whole if first and last]
    return [Span(*span) for span in found if span]


def _nth_weekday(first: date, last: date, weekday: int, count: int) -> list[Span]:
    if count > 0:
        day = first + timedelta(days=(weekday - first.isoweekday()) % 7) + (count - 1) * WEEK
    else:
        day = last - timedelta(days=(last.isoweekday() - weekday) % 7)
    return [Span(day, day)] if first <= day <= last else []


def _some_of(first: date, last: date, unit: str, count: int) -> tuple[date, date]:
    """The first so many of a unit, or the last so many if the count is below nought."""
    if count > 0:
        return first, min(shifted(first, count, unit) - DAY, last)
    return max(shifted(last + DAY, count, unit), first), last


def _unit_of(phrase: Phrase, telling: Telling) -> list[Span]:
    """The unit that a day is in: "the week of April 10"."""
    spans = days_of(phrase.parts[0], *telling)
    found = [unit_around(span.first, phrase.first("unit")) for span in spans if span.first]
    return [Span(*span) for span in found if span]


def _plain(phrase: Phrase, telling: Telling) -> list[Span]:
    """The same days as the phrase within: a part of the day or an hour changes none."""
    return next((days for part in phrase.parts if (days := days_of(part, *telling))), [])


READINGS: Mapping[Means, Reading] = MappingProxyType(
    {
        **NAMED,
        "agree": _agree,
        "ahead": _ahead,
        "before": _before,
        "following": _following,
        "inside": _inside,
        "lasting": _lasting,
        "nth": _nth,
        "pair": _pair,
        "part": _part,
        "plain": _plain,
        "range": _range,
        "same": _same,
        "shift": _shift,
        "since": _since,
        "unit-of": _unit_of,
        "until": _until,
    }
)
