"""Whom a crowd protests against, where its verb does not say: whom it is told to oppose, or condemns as it protests."""

from collections.abc import Iterator

from msgspec.structs import replace

from vaarta.coding.subjects import members_of
from vaarta.coding.trees import ancestors
from vaarta.coding.triggers import Trigger
from vaarta.coding.view import View
from vaarta.records import Event, Party

__all__ = ["against_whom"]

CROWD, CENSURE, DISAPPROVING = "PROTEST", "ACCUSE", "disapprove"
GOVERNMENT = "GOV"
NEAR = 4  # heads from whom a crowd opposes up to its own word

Told = tuple[Trigger, Event]


def against_whom(view: View, told: list[Told]) -> list[Told]:
    """The acts; a protest is also against whom the crowd condemns in the same sentence, or is told to oppose."""
    return [(trigger, _faced(view, event, told) if event.type == CROWD else event) for trigger, event in told]


def _faced(view: View, event: Event, told: list[Told]) -> Event:
    who = {(p.country, p.sector) for p in event.actors}
    if any(p.sector == GOVERNMENT for p in event.actors):
        return event
    condemned = (
        p
        for _, other in told
        if (other.type, other.mode) == (CENSURE, DISAPPROVING) and other.evidence.sentence == event.evidence.sentence
        if {(p.country, p.sector) for p in other.actors} == who
        for p in other.recipients
    )
    known = {p.country for p in event.recipients}
    found = {p.country: p for p in condemned if p.country not in known}
    if not (event.recipients or found):
        found = {p.country: p for p in _opposed(view, event)}
    return replace(event, recipients=(*event.recipients, *found.values())) if found else event


def _opposed(view: View, event: Event) -> Iterator[Party]:
    """Whom a crowd's own words say that it is against: "X का विरोध करने वाले छात्र", "X विरोधी प्रदर्शनकारी"."""
    opposing = view.grammar.opposing
    own = {view.mention_group.get(p.evidence.span) for p in event.actors if p.evidence} - {None}
    heads = {m.head for n in own if n is not None for m in members_of(view, n)}
    for mention in view.mentions.actors:
        above = [token.i for token in ancestors(view.doc[mention.head], NEAR + 1)][1:]
        if above and not view.forms[above[0]].isdisjoint(opposing) and heads & {*above}:
            yield from mention.parties
