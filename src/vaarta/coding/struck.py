"""At whom a state fires across a border, where no one is named whom it strikes: "राजौरी में मोर्टार दागे"."""

from collections.abc import Iterator

from msgspec.structs import replace

from vaarta.coding.dyads import PAIR, partner
from vaarta.coding.subjects import members_of
from vaarta.coding.view import View
from vaarta.doc import PlaceMention
from vaarta.records import Event, Party

__all__ = ["struck"]

FORCE = "ASSAULT"
STATES = {"GOV", "MIL"}  # sectors of those who strike for their state
ACROSS = {"firearms", "heavy-weapons"}  # modes of fire across a border; troops and planes may be abroad against others


def struck(view: View, events: tuple[Event, ...]) -> tuple[Event, ...]:
    """The events; a state's fire at no one named is at the state of the place that it is at.

    Without a place it is at the other country of a story of two, and `by` says so.
    """
    return tuple(_struck(view, event) for event in events)


def _struck(view: View, event: Event) -> Event:
    countries = {p.country for p in event.actors} - {""}
    if event.type != FORCE or event.mode not in ACROSS or len(countries) != 1:
        return event
    country = next(iter(countries))
    if any(p.sector not in STATES for p in event.actors):
        return event
    if not all(_only_land(view, p, country) for p in event.recipients):
        return event
    place = "" if event.recipients else _place_told(view, event)
    if place:
        at = next(_states(view, place), None) if place != country else None
        return replace(event, recipients=(at,)) if at else event
    other = partner(view, country)
    if other is None:
        return event
    lent = next(_states(view, other.country), other)
    return replace(event, recipients=(lent,), by=event.by.removesuffix(PAIR) + PAIR)


def _place_told(view: View, event: Event) -> str:
    """The country of the place that the event's own sentence tells, "" if it tells none or two."""
    place, sentence = event.where, event.evidence.sentence
    if place is not None and place.country and place.evidence is not None and place.evidence.sentence == sentence:
        return place.country
    here = {m.place.country for m in view.mentions.places if _within(view, m, sentence)} - {""}
    return here.pop() if len(here) == 1 else ""


def _within(view: View, mention: PlaceMention, sentence: tuple[int, int]) -> bool:
    """Whether a place stands in a sentence, given by its characters."""
    return sentence[0] <= view.doc[mention.start].idx < sentence[1]


def _only_land(view: View, party: Party, country: str) -> bool:
    """Whether a party is but a place of a country: a village of one name may lie on either side of a border."""
    group = view.mention_group.get(party.evidence.span) if party.evidence else None
    return party.country == country and group is not None and all(m.weak for m in members_of(view, group))


def _states(view: View, country: str) -> Iterator[Party]:
    """The story's mentions of a country as such, or else of its places, in order."""
    named = [(m, p) for m in view.mentions.actors for p in m.parties if p.country == country]
    states = [(m, p) for m, p in named if not (p.office or p.name)]
    yield from (p for m, p in states if not m.weak)
    yield from (p for m, p in states if m.weak)
