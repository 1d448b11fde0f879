"""Talks with several partners that are each on its own: one for each."""

from vaarta.coding.enough import TWO
from vaarta.coding.triggers import Trigger
from vaarta.coding.view import View
from vaarta.records import Party

__all__ = ["Sides", "one_by_one"]

SINGLE = {"CONSULT", "MEETING", "CALL"}  # types of talks, and kinds of contacts, that are one with each partner

Sides = tuple[tuple[Party, ...], tuple[Party, ...]]


def one_by_one(view: View, trigger: Trigger, actors: tuple[Party, ...], recipients: tuple[Party, ...]) -> list[Sides]:
    """The sides of each of the talks a trigger tells: partners of several countries after the first are met in turn."""
    between = set(view.grammar.markers.between)
    rest = list(dict.fromkeys(p.country for p in actors[1:] if p.country != actors[0].country))
    together = any(view.markers[n] in between for n in _groups_of(view, actors))
    if not trigger.entry.mutual or trigger.entry.type not in SINGLE or len(rest) < TWO or recipients or together:
        return [(actors, recipients)]
    first = tuple(p for p in actors if p.country == actors[0].country)
    if len({view.mention_group.get(p.evidence.span if p.evidence else (0, 0)) for p in actors[:2]}) == 1:
        return [(actors, recipients)]
    return [((*first, *(p for p in actors if p.country == country)), ()) for country in rest]


def _groups_of(view: View, parties: tuple[Party, ...]) -> set[int]:
    """The groups of mentions that parties are named in."""
    spans = {p.evidence.span for p in parties if p.evidence}
    return {group for span, group in view.mention_group.items() if span in spans}
