"""What lies when: the view behind the calendar of a month, and the bars of a time histogram."""

from calendar import Calendar, monthrange
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Literal

import msgspec

from vaarta.query import Question, ask, count
from vaarta.records import Record
from vaarta.store import Answer, Store, surveying
from vaarta.store.rows import days_of
from vaarta.web.asked import Asked

__all__ = ["CalendarView", "Span", "Timeline", "calendar_view", "latest_month", "month_of", "timeline"]

MOST = 1000  # claims of a month that are looked at
LONG = 10  # days: what is said to last longer, or to be some time in a month, is no matter of a day
DAILY, MONTHLY = 62, 120  # a histogram has a bar a day up to so many days, a bar a month up to so many months
YEARS = 200
MONTH = 7  # letters of YYYY-MM
LONG_AGO, FAR_OFF = "1900", "2200"  # days outside are slips of reading: one must not make a histogram of blanks


class CalendarView(Record, frozen=True, kw_only=True):
    """Engagements of a month, each once: on their days, and those that are some time in it."""

    asked: tuple[tuple[str, str], ...]
    month: str
    first: str
    last: str
    before: str
    after: str
    weeks: tuple[tuple[tuple[str, tuple[Answer, ...]], ...], ...]
    some_time: tuple[Answer, ...]
    more: bool


class Span(Record, frozen=True, kw_only=True):
    """One bar of a histogram: its days, and how many things began on them."""

    first: str
    last: str
    count: int


class Timeline(Record, frozen=True, kw_only=True):
    """The bars of a histogram, blanks too, and how long each is."""

    unit: Literal["day", "month", "year"]
    spans: tuple[Span, ...]


def calendar_view(store: Store, asked: Asked, month: str) -> CalendarView:
    """The engagements of a month (YYYY-MM), of those that are asked for."""
    start, end = _ends(month)
    question = msgspec.structs.replace(
        asked.question, kind=asked.question.kind or "engagement", since=start.isoformat(), until=end.isoformat()
    )
    found = tuple(ask(store, msgspec.structs.replace(question, limit=MOST)))
    on_days: dict[str, list[Answer]] = {}
    some_time, seen = [], set[str]()
    for answer in reversed(found):
        thing = answer.entry or answer.claim.id
        if thing in seen:
            continue
        seen.add(thing)
        days = _days(answer, start, end)
        if not days:
            some_time.append(answer)
        for day in days:
            on_days.setdefault(day, []).append(answer)
    weeks = tuple(
        tuple((day.isoformat(), tuple(on_days.get(day.isoformat(), ()))) for day in week)
        for week in Calendar().monthdatescalendar(start.year, start.month)
    )
    return CalendarView(
        asked=asked.given,
        month=month,
        first=start.isoformat(),
        last=end.isoformat(),
        before=month_of(_month(start - timedelta(days=1))),
        after=month_of(_month(end + timedelta(days=1))),
        weeks=weeks,
        some_time=tuple(some_time),
        more=len(found) >= MOST,
    )


def latest_month(store: Store) -> str:
    """The month that a calendar opens on: this one if something is to come, else that of the latest engagement."""
    today = datetime.now(UTC).astimezone().date().isoformat()
    coming = next(iter(ask(store, Question(kind="engagement", upcoming=today, limit=1))), None)
    last = "" if coming else str(store.survey(surveying.first_day("engagement")))
    return month_of(last[:7]) or today[:7]


def month_of(written: str) -> str:
    """The month in an address (YYYY-MM); "" if it is none, or far off."""
    if len(written) != MONTH or not LONG_AGO <= written < FAR_OFF:
        return ""
    try:
        return _month(date.fromisoformat(f"{written}-01"))
    except ValueError:
        return ""


def timeline(store: Store, question: Question) -> Timeline:
    """How many of the things that are asked for began on each day, month or year of the time asked for."""
    since, until = question.since, question.until
    if since and until and (date.fromisoformat(until) - date.fromisoformat(since)).days < DAILY:
        counts = _counts(store, question, "day")
        return Timeline(unit="day", spans=tuple(_daily(counts, since, until)))
    months = _counts(store, question, "month")
    if not months:
        return Timeline(unit="month", spans=())
    first = max(since[:7], min(months)) if since else min(months)
    last = min(until[:7], max(months)) if until else max(months)
    shown = tuple(_months(first, last))
    if len(shown) <= MONTHLY:
        return Timeline(unit="month", spans=tuple(_span(*_ends(month), months.get(month, 0)) for month in shown))
    years: dict[str, int] = {}
    for month in shown:
        years[month[:4]] = years.get(month[:4], 0) + months.get(month, 0)
    ends = ((year, date(int(year), 1, 1), date(int(year), 12, 31)) for year in list(years)[-YEARS:])
    return Timeline(unit="year", spans=tuple(_span(first, last, years[year]) for year, first, last in ends))


def _counts(store: Store, question: Question, unit: str) -> dict[str, int]:
    told = count(store, question, [unit])
    return {one.keys[unit]: one.count for one in told if LONG_AGO <= one.keys[unit] < FAR_OFF}


def _daily(counts: dict[str, int], since: str, until: str) -> Iterator[Span]:
    day, last = date.fromisoformat(since), date.fromisoformat(until)
    while day <= last:
        yield _span(day, day, counts.get(day.isoformat(), 0))
        day += timedelta(days=1)


def _span(first: date, last: date, number: int) -> Span:
    return Span(first=first.isoformat(), last=last.isoformat(), count=number)


def _months(first: str, last: str) -> Iterator[str]:
    number, end = (int(month[:4]) * 12 + int(month[5:7]) - 1 for month in (first, last))
    while number <= end:
        yield f"{number // 12:04}-{number % 12 + 1:02}"
        number += 1


def _ends(month: str) -> tuple[date, date]:
    start = date.fromisoformat(f"{month}-01")
    return start, start.replace(day=monthrange(start.year, start.month)[1])


def _month(day: date) -> str:
    return day.isoformat()[:7]


def _days(answer: Answer, start: date, end: date) -> Sequence[str]:
    """The days of an engagement within a month; none if only the month, or longer, is said."""
    stated = days_of(answer.claim) or (answer.published[:10],) * 2
    try:
        first, last = map(date.fromisoformat, stated)
    except ValueError:
        return ()
    if last < first or (last - first).days > LONG:
        return ()
    first, last = max(first, start), min(last, end)
    return [(first + timedelta(days=number)).isoformat() for number in range((last - first).days + 1)]
