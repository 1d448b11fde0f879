"""Whom a threat on a condition is at: who does, or must do, what the condition tells."""

from vaarta.coding.homes import WORLD
from vaarta.coding.standing import is_condition
from vaarta.coding.subjects import members_of, subject_of
from vaarta.coding.triggers import Trigger
from vaarta.coding.view import View
from vaarta.records import Party

__all__ = ["threatened"]

THREAT = "THREATEN"

Sides = tuple[tuple[Party, ...], tuple[Party, ...]]


def threatened(view: View, trigger: Trigger, kind: str, sides: Sides, speaker: Party | None) -> Sides:
    """The sides of a threat on a condition: whoever speaks threatens the subject of the condition, if it is another.

    "यदि माली अनुमति नहीं देता, तो वह संयुक्त राष्ट्र के प्रतिबंध लागू करेगा" is said to Mali, and "वह" is not Mali.
    """
    actors, recipients = sides
    met = _met(view, trigger) if kind == THREAT and view.grammar.verb == "last" else ()
    theirs = {p.country for p in met}
    if not (theirs and actors) or any(p.country not in WORLD for p in recipients):
        return sides
    if {p.country for p in actors} == theirs and speaker is not None and speaker.country not in {"", *theirs}:
        actors = (speaker,)
    return (actors, recipients) if theirs & {p.country for p in actors} else (actors, met)


def _met(view: View, trigger: Trigger) -> tuple[Party, ...]:
    """The subject of the condition that a verb, or the one above it, is told on, if its country is known."""
    token = view.doc[trigger.verb]
    for child in (*token.children, *token.head.children):
        if child.i != trigger.verb and is_condition(view, child.i, view.grammar.verbs.threatening):
            groups = subject_of(view, child.i)
            return tuple(p for n in groups for m in members_of(view, n) for p in m.parties if p.country)
    return ()
