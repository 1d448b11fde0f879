"""Whose move it is that troops or arms make, where no one is said to move them."""

from collections.abc import Iterable

from vaarta.coding.arguments import Argument
from vaarta.coding.subjects import members_of
from vaarta.coding.triggers import Trigger
from vaarta.coding.view import View
from vaarta.records import Party

__all__ = ["movers"]

MOVES = "MOBILIZE"

Sides = tuple[tuple[Party, ...], tuple[Party, ...]]


def movers(view: View, trigger: Trigger, arguments: Iterable[Argument], sides: Sides) -> Sides:
    """The sides of a move that no one else makes: those who are moved make it, "माली के सैनिकों की तैनाती की गई"."""
    actors, recipients = sides
    if trigger.entry.type != MOVES or actors:
        return sides
    members = (m for a in arguments for m in members_of(view, a.group))
    moved = [p for m in members if any(m.start <= t < m.end for t in trigger.tokens) for p in m.parties]
    return (tuple(moved), tuple(p for p in recipients if p not in moved)) if moved else sides
