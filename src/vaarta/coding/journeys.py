"""The days of a visit that tells how long it lasts, or which of its days it is told on; nothing is guessed."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from msgspec.structs import replace

from vaarta.coding.view import View
from vaarta.doc import DurationMention
from vaarta.records import Event, When

__all__ = ["with_length"]

DAY = timedelta(days=1)
VISIT, HAPPENED = "visit", "happened"


def with_length(view: View, events: Iterable[Event]) -> tuple[Event, ...]:
    """The events; visits whose sentence counts their days have those from the first to the last that is known.

    "On the second day of his visit he met X on Tuesday": from Monday to Tuesday. "Is on a two-day visit … yesterday met
    X … meets Y today": yesterday and today, as two days is all that it lasts. A day alone is no visit of several.
    """
    told = tuple(events)
    return tuple(_lasting(view, e, told) if (e.mode, e.standing) == (VISIT, HAPPENED) else e for e in told)


def _lasting(view: View, visit: Event, events: Sequence[Event]) -> Event:
    first, last = visit.evidence.sentence
    here = [m for m in view.mentions.durations if first <= view.doc[m.start].idx < last]
    nth = next((m.days for m in here if m.nth and m.days > 0), 0)
    lasts = next((m.days for m in here if not m.nth and m.days > 1), 0)
    day = _one_day(visit.when)
    if nth and day and _told_in(view, visit, here):
        return replace(visit, when=_span(visit.when, day - (nth - 1) * DAY, day))
    if not lasts or _told_in(view, visit, ()):
        return visit
    days = {d for e in events if _sides(e) == _sides(visit) and (d := _one_day(e.when)) and e is not visit}
    if days and (max(days) - min(days)).days + 1 == lasts:
        return replace(visit, when=_span(visit.when, min(days), max(days)))
    return replace(visit, when=None) if day else visit


def _told_in(view: View, visit: Event, durations: Iterable[DurationMention]) -> bool:
    """Whether the visit's own sentence names its days, other than by their number."""
    first, last = visit.evidence.sentence
    counted = {m.start for m in durations}
    days = [m for m in view.mentions.times if first <= view.doc[m.start].idx < last and m.start not in counted]
    return any(visit.when is not None and m.when.first == visit.when.first for m in days)


def _sides(event: Event) -> frozenset[str]:
    return frozenset(p.country for p in (*event.actors, *event.recipients) if p.country)


def _one_day(when: When | None) -> date | None:
    return date.fromisoformat(when.first) if when and when.first and when.first == when.last else None


def _span(when: When | None, first: date, last: date) -> When:
    kept = when or When(first="", last="", basis="relative", said="")
    return replace(kept, first=first.isoformat(), last=last.isoformat())
