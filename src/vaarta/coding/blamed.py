"""Acts told inside an accusation ("पर आतंकियों को पनाह देने का आरोप लगाया"): possible, and the accused one's doing."""

from vaarta.coding.standing import is_negated
from vaarta.coding.trees import ancestors
from vaarta.coding.triggers import Trigger, readings_of
from vaarta.coding.verb_forms import is_infinitive
from vaarta.coding.view import View

__all__ = ["accusation"]

CENSURE, ALLEGE = "ACCUSE", "allege"
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
