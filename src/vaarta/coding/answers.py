"""Whom a denial or refusal answers, where its own sentence does not say: whoever accused, asked or threatened."""

from collections.abc import Sequence

from msgspec.structs import replace

from vaarta.coding.triggers import Trigger
from vaarta.records import Event, Party

__all__ = ["answered"]

ANSWER = "REJECT"
ANSWERED = frozenset({"ACCUSE", "REQUEST", "SANCTION", "THREATEN"})  # hostile or asking acts that one denies or refuses

Told = tuple[Trigger, Event]


def answered(told: Sequence[Told]) -> list[Told]:
    """The events, those that answer without a word of whom being addressed to who acted on the same side before.

    "Norway accused Russia of sabotage. … Moscow denied the charge": it denied it to Norway.
    """
    return [(trigger, _addressed(event, told)) for trigger, event in told]


def _addressed(event: Event, told: Sequence[Told]) -> Event:
    own = {party.country for party in event.actors} - {""}
    if event.type != ANSWER or event.recipients or len(own) != 1:
        return event
    place = event.evidence.span[0]
    before = [other for _, other in told if other.evidence.span[0] < place and _calls_for(other, own)]
    if not before:
        return event
    return replace(event, recipients=_others(max(before, key=lambda other: other.evidence.span[0]), own))


def _calls_for(event: Event, own: set[str]) -> bool:
    """Whether an act is one that its recipients, of the country that answers, may deny or refuse."""
    at_them = own <= {party.country for party in event.recipients}
    return event.type in ANSWERED and at_them and bool(_others(event, own))


def _others(event: Event, own: set[str]) -> tuple[Party, ...]:
    """Its actors of another side than the one that answers; a body of no country too: "Amnesty accused police"."""
    return tuple(party for party in event.actors if party.country and party.country not in own)
