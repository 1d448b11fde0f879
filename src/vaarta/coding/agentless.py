"""Who imposes what the passive tells of no one: whoever else in the story acts so against the same country."""

from msgspec.structs import replace

from vaarta.coding.triggers import Trigger
from vaarta.records import Event

__all__ = ["by_the_same"]

IMPOSED = ("SANCTION", "discontinue")
HOSTILE = {("SANCTION", "discontinue"), ("SANCTION", "expel"), ("SANCTION", "withdraw"), ("THREATEN", "restrict")}

Told = list[tuple[Trigger, Event]]


def by_the_same(told: Told) -> Told:
    """The events told; sanctions by nobody named are by who alone acts so against that country elsewhere in the story.

    "Oslo recalled its envoy from Chad. Fines were imposed on Chad": a passive's agent is told if the story plainly
    says who it is (GUIDE.md, clarifications).
    """
    return [(trigger, _imposed(event, told)) for trigger, event in told]


def _imposed(event: Event, told: Told) -> Event:
    struck = {party.country for party in event.recipients} - {""}
    if (event.type, event.mode) != IMPOSED or event.actors or len(struck) != 1:
        return event
    against = [
        other
        for _, other in told
        if (other.type, other.mode) in HOSTILE and other.actors and struck <= {p.country for p in other.recipients}
    ]
    countries = {party.country for other in against for party in other.actors}
    if len(countries) != 1 or "" in countries or countries == struck:
        return event
    return replace(event, actors=against[0].actors)
