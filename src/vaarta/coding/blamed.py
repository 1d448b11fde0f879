"""Acts told inside an accusation ("पर आतंकियों को पनाह देने का आरोप लगाया"): possible, and the accused one's doing."""

from collections.abc import Iterator

from vaarta.coding.negation import is_negated
from vaarta.coding.trees import ancestors
from vaarta.coding.triggers import Trigger, readings_of
from vaarta.coding.verb_forms import is_infinitive
from vaarta.coding.view import View
from vaarta.records import Party

__all__ = ["accusation", "punished"]

CENSURE, ALLEGE = "ACCUSE", "allege"
PUNISHING = {"COERCE", "SANCTION"}  # types of what is done to someone for an act of his
DEEPEST = 4  # heads between an infinitive and the verb that accuses


def accusation(view: View, trigger: Trigger) -> Trigger | None:
    """The accusation or censure whose content a trigger's infinitive is; None if it is not told so.

    Of a censure ("… देने के लिए निंदा की") only what a marker of blame holds is its content, of an allegation all.
    """
    verb = trigger.verb
    if trigger.nominal or trigger.entry.duty or view.grammar.verb == "first" or not is_infinitive(view, verb):
        return None
    if is_negated(view, verb):
        return None
    for above in list(ancestors(view.doc[verb], DEEPEST))[1:]:
        readings = readings_of(view, above.i, view.pack.events.by_verb)
        for reading in readings[:1]:
            if reading.entry.type != CENSURE or not _content_of(view, trigger, reading):
                return None
            return reading
    return None


def punished(view: View, trigger: Trigger) -> Iterator[Party]:
    """Who did what a noun tells, where verbs stand first: whoever was held or convicted for it.

    "Sentenced two officers to ten years | for the abduction of a judge".
    """
    noun = trigger.verb
    if (
        not trigger.nominal
        or view.grammar.verb == "last"
        or view.subtree_marker(noun) not in view.grammar.verbs.blaming
    ):
        return
    verb = next((above.i for above in ancestors(view.doc[noun], DEEPEST) if above.pos_ == "VERB"), noun)
    readings = readings_of(view, verb, view.pack.events.by_verb) if verb != noun else []
    if not readings or readings[0].entry.type not in PUNISHING:
        return
    if _for_another(view, noun, readings[0]):
        return
    for child in view.children[verb]:
        if view.deps[child] in {"obj", "nsubj:pass"} and child in view.mention_at:
            yield from view.mentions.actors[view.mention_at[child]].parties


def _for_another(view: View, noun: int, reading: Trigger) -> bool:
    """Whether an act's noun is of another phrase: "expelled two envoys | in retaliation for the killing"."""
    above = view.heads[noun]
    opener = min((c for c in view.children[noun] if view.deps[c] == "case"), default=noun)
    before = opener - 1
    apart = view.pos[before] == "NOUN" and bool(view.subtree_marker(before))
    known = {*reading.tokens, *view.mention_at}
    return above not in known or (apart and before not in known)


def _content_of(view: View, trigger: Trigger, reading: Trigger) -> bool:
    """Whether the infinitive qualifies the accusation's noun, or is blamed by its marker."""
    if {*trigger.tokens} & {*reading.tokens}:
        return False
    marker = " ".join(view.texts[k] for k in range(trigger.verb + 1, trigger.verb + 3))
    blamed = any(marker.startswith(word) for word in view.grammar.verbs.blaming)
    if reading.entry.mode != ALLEGE:
        return blamed
    genitive = view.texts[trigger.verb + 1] in view.grammar.markers.genitive
    return blamed or (genitive and trigger.verb + 2 in reading.tokens)
