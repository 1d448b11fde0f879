"""Which countries are meant by their number alone: those that a tour's story lists, or has besides the traveller's."""

from msgspec.structs import replace

from vaarta.coding.subjects import members_of, parties_of
from vaarta.coding.view import View
from vaarta.records import Event, Party
from vaarta.text import ascii_digits, fold

__all__ = ["counted_out"]

STATES = "states"  # why recognition leaves a mention of several states without a country
BEYOND = {"", "IGO", "MNC", "NGO"}
NUMBER = "number"

Parties = tuple[Party, ...]


def counted_out(view: View, events: tuple[Event, ...]) -> tuple[Event, ...]:
    """The events; "three countries" that one visits or threatens are the three that the story tells, if it does."""
    return tuple(_counted_out(view, event) for event in events)


def _counted_out(view: View, event: Event) -> Event:
    own = {p.country for p in event.actors}
    if len(event.recipients) != 1 or not own - BEYOND or (number := _number(view, event.recipients[0])) == 0:
        return event
    found = _listed(view, number, own) or _named(view, own)
    return replace(event, recipients=found) if len(found) == number else event


def _number(view: View, party: Party) -> int:
    """How many states a party is that names none of them; 0 if it is no such party."""
    group = view.mention_group.get(party.evidence.span) if party.evidence else None
    members = members_of(view, group) if group is not None else []
    if party.country or [m.why for m in members] != [STATES]:
        return 0
    for i in range(members[0].start, members[0].end):
        digits = ascii_digits(view.texts[i])
        if digits.isdecimal():
            return int(digits)
        for entry in view.pack.times.lexicon.get(fold(view.texts[i]), ()):
            if entry.kind == NUMBER and len(entry.keys) == 1:
                return int(entry.value)
    return 0


def _listed(view: View, number: int, own: set[str]) -> Parties:
    """The first list of so many countries, none of them the actor's: "माल्टा, साइप्रस और ग्रीस"."""
    for n in range(len(view.groups)):
        sides = {p.country: p for p in parties_of(view, n)}
        if len(sides) == number and not sides.keys() & (own | BEYOND):
            return tuple(sides.values())
    return ()


def _named(view: View, own: set[str]) -> Parties:
    """The first mention of each country that the story names besides the actor's."""
    sides: dict[str, Party] = {}
    for mention in view.mentions.actors:
        for p in mention.parties if mention.kind != "pronoun" else ():
            if p.country not in own | BEYOND:
                sides.setdefault(p.country, p)
    return tuple(sides.values())
