"""Contacts that are called off, put off or intended: which words say so, and how such a contact stands."""

from vaarta.coding.negation import is_negated
from vaarta.coding.standing import standing_of
from vaarta.coding.triggers import Trigger, find_triggers
from vaarta.coding.verb_forms import is_infinitive
from vaarta.coding.view import View
from vaarta.records import Standing

__all__ = ["called_off", "is_intended", "of_what_is_off"]

TALKS = {"DIALOGUE-ROUND", "MEETING"}  # kinds that are told in two words: "the third round of talks"
OF_THE_SAME = {"nsubj", "nsubj:pass", "obj", "nmod", "compound"}


def called_off(view: View, unreal: frozenset[int]) -> dict[Trigger, Standing]:
    """The triggers by which a contact is cancelled or postponed, with its standing.

    Not those inside what is only asked for or threatened, nor what was not called off.
    """
    found: dict[Trigger, Standing] = {}
    for trigger in find_triggers(view, view.pack.engagements.off, {}):
        if trigger.verb not in unreal and (standing := _standing(view, trigger)):
            found[trigger] = standing
    return found


def _standing(view: View, trigger: Trigger) -> Standing | None:
    """Denied if cancelled, planned if postponed, possible if that is for an open time or only may be; else None."""
    told = standing_of(view, trigger)
    if told is None or told == "possible":
        return told
    if view.pack.engagements.entries[trigger.entry.id].off == "cancelled":
        return "denied"
    return "possible" if view.tells_of(view.pack.engagements.open_ended, trigger.verb) else "planned"


def is_intended(view: View, trigger: Trigger, unreal: frozenset[int]) -> bool:
    """Whether a contact is what someone plans or agrees to do: "plans to visit", "यात्रा करने पर सहमत"."""
    head = view.doc[trigger.verb].head
    if trigger.nominal or head.i == trigger.verb or not is_infinitive(view, trigger.verb):
        return False
    said = [head.i, *(c.i for c in head.children if c.dep_ == "compound:lvc")]
    intends = any(view.forms[i] & view.pack.engagements.intending for i in said) and head.i not in unreal
    return intends and not any(is_negated(view, i) for i in (trigger.verb, head.i, view.clause(head.i)))


def of_what_is_off(view: View, noun: Trigger, taken: set[int]) -> bool:
    """Whether a noun names the talks that are off once more: "the third round of talks has been postponed"."""
    token = view.doc[noun.verb]
    return noun.entry.type in TALKS and token.dep_ in OF_THE_SAME and token.head.i in taken
