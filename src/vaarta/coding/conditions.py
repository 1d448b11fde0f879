"""Whom a threat or a refusal on a condition is at: who does, or must do, what the condition tells."""

from vaarta.coding.homes import WORLD
from vaarta.coding.making import REFUSAL
from vaarta.coding.subjects import parties_of, subject_of
from vaarta.coding.trees import ancestors
from vaarta.coding.triggers import Trigger
from vaarta.coding.undone import is_condition, is_conditional
from vaarta.coding.view import View
from vaarta.records import Party

__all__ = ["on_condition"]

THREAT = "THREATEN"
PREDICATES = {"ADJ", "AUX", "NOUN", "VERB"}

Sides = tuple[tuple[Party, ...], tuple[Party, ...]]


def on_condition(view: View, trigger: Trigger, kind: str, sides: Sides, speaker: Party | None) -> Sides:
    """The sides of an act of a kind, with whom its condition is put to if it is a threat or a refusal."""
    if kind == THREAT:
        return _threatened(view, trigger, sides, speaker)
    return _refused(view, trigger, sides, speaker) if kind == REFUSAL else sides


def _threatened(view: View, trigger: Trigger, sides: Sides, speaker: Party | None) -> Sides:
    """The sides of a threat on a condition: whoever speaks threatens the subject of the condition, if it is another.

    "यदि माली अनुमति नहीं देता, तो वह संयुक्त राष्ट्र के प्रतिबंध लागू करेगा" is said to Mali, and "वह" is not Mali.
    """
    actors, recipients = sides
    met = _met(view, trigger) if view.grammar.verb == "last" else ()
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
            return tuple(p for n in groups for p in parties_of(view, n) if p.country)
    return ()


def _refused(view: View, trigger: Trigger, sides: Sides, speaker: Party | None) -> Sides:
    """The sides of a refusal told of nobody of a known country: it is to the one that its condition names.

    "Peru will not free the pilots until Chile pulls back", "जब तक नाइजर पर भरोसा न हो, तब तक मिसाइलें नहीं छोड़ेगा".
    Who speaks of the condition is not whom it names: "कहा कि जब तक Y नहीं मानता, वह नहीं आएगा".
    """
    actors, recipients = sides
    own = {p.country for p in actors}
    if not own - {""} or any(p.country for p in recipients):
        return sides
    named = [p for p in _named_in_condition(view, trigger.verb) if p.country not in WORLD]
    if own == {p.country for p in named} and speaker is not None and speaker.country not in {"", *own}:
        actors, own = (speaker,), {speaker.country}
    others = [p for p in named if p.country not in own]
    return (actors, tuple(others[:1])) if len({p.country for p in others}) == 1 else sides


def _named_in_condition(view: View, verb: int) -> list[Party]:
    """The parties named, not only pointed to, in the clauses below a verb that tell on what condition it is."""
    words = (*view.grammar.verbs.awaiting, *view.grammar.verbs.threatening)
    below = [t.i for t in view.doc[verb].subtree if t.i != verb and t.pos_ in PREDICATES]
    heads = {i for i in below if is_conditional(view, i) or is_condition(view, i, words)}
    inside = (
        (m for m in view.mentions.actors if any(a.i in heads for a in ancestors(view.doc[m.head]))) if heads else ()
    )
    return [p for m in inside if m.kind != "pronoun" for p in m.parties]
