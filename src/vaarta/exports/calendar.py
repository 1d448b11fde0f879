"""iCalendar of engagements: visits and rounds, held and to come, with their legs under them."""

from collections import Counter
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from importlib.metadata import version
from typing import Any, BinaryIO

from vaarta.exports import facts
from vaarta.exports.codes import country_name
from vaarta.exports.facts import Days, Stories, Written
from vaarta.query import Thing
from vaarta.records import Engagement

__all__ = ["write"]

NO_DAY = "no day said: a calendar cannot hold it"
STATUS = {"happened": "CONFIRMED", "planned": "TENTATIVE", "possible": "TENTATIVE", "denied": "CANCELLED"}
STRANGE_DAY = "its days are none that a calendar has"
UNKNOWN_TIME = datetime(1970, 1, 1, tzinfo=UTC)  # DTSTAMP must be there; a story without a time has this one


def write(things: Iterable[Thing], out: BinaryIO, _: Stories) -> Written:
    """Write the engagements among the things that say a day, each as a VEVENT of whole days."""
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", f"-//Vaarta//vaarta {version('vaarta')}//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    left_out, kept = Counter[str](), list[tuple[Thing, Engagement, Days]]()
    for thing in things:
        if isinstance(thing.claim, Engagement):
            set_on = facts.days(thing)
            if set_on is None or not set_on.stated:
                left_out[NO_DAY] += 1
            elif _span(set_on) is None:
                left_out[STRANGE_DAY] += 1
            else:
                kept.append((thing, thing.claim, set_on))
    ids = {answer.claim.id: thing.id for thing, _, _ in kept for answer in thing.told_by}
    for thing, engagement, set_on in kept:
        calendar.add_component(_entry(thing, engagement, set_on, ids.get(engagement.part_of, "")))
    out.write(calendar.to_ical())
    return Written(rows=len(kept), left_out=dict(left_out))


def _entry(thing: Thing, engagement: Engagement, set_on: Days, parent: str) -> Any:
    from icalendar import Event

    best, entry = thing.best, Event()
    entry.add("uid", _uid(thing.id))
    entry.add("dtstamp", _moment(best.published))
    for name, day in zip(("dtstart", "dtend"), _span(set_on) or (), strict=False):
        entry.add(name, day)
    named = bool(engagement.name)
    entry.add("summary", _summary(engagement), parameters={"LANGUAGE": best.lang if named else "en"})
    entry.add("description", facts.sentence_of(thing), parameters={"LANGUAGE": best.lang})
    entry.add("status", STATUS[engagement.standing])
    entry.add("categories", [engagement.kind, *engagement.parties])
    if engagement.where:
        entry.add("location", facts.one_line(engagement.where.text))
        place = facts.gazetteer_place(engagement.where)
        if place and place.lat is not None and place.lon is not None:
            entry.add("geo", (place.lat, place.lon))
    if best.url.startswith(("http://", "https://")):
        entry.add("url", facts.one_line(best.url))
    if parent:
        entry.add("related-to", _uid(parent), parameters={"RELTYPE": "PARENT"})
    return entry


def _span(set_on: Days) -> tuple[date, date] | None:
    """The first day, and the one after the last: the end of a VEVENT is not part of it. None if they are no days."""
    try:
        return date.fromisoformat(set_on.first), date.fromisoformat(set_on.last) + timedelta(days=1)
    except (ValueError, OverflowError):
        return None


def _summary(engagement: Engagement) -> str:
    if engagement.name:
        return facts.one_line(engagement.name)
    what = engagement.kind if engagement.round is None else f"{engagement.kind} {engagement.round}"
    sides = " – ".join(country_name(code) or code for code in engagement.parties)
    return f"{what}: {sides}" if sides else what


def _uid(name: str) -> str:
    return f"{name}@vaarta"


def _moment(published: str) -> datetime:
    moment = facts.moment(published)
    if moment is None:
        return UNKNOWN_TIME
    return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
