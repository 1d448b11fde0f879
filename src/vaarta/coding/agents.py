"""Which verb an agent belongs to, where verbs stand last: one that follows it; and who only tells of an act."""

from vaarta.coding.trees import ancestors
from vaarta.coding.triggers import Trigger
from vaarta.coding.verb_forms import is_infinitive
from vaarta.coding.view import View
from vaarta.coding.voice import is_passive

__all__ = ["agents_verb", "does_another", "is_source"]

DEEPEST = 4  # tokens on the way from a name to the source that it is told in


def agents_verb(view: View, n: int) -> int | None:
    """The verb whose agent a group of mentions is ("X द्वारा Y को रोके जाने के बाद … हुआ": रोके); None for others.

    Nothing is done by an agent named after the verb; nor by one whose verb, by the tree, is active and finite, if a
    passive stands before it.
    """
    markers = view.grammar.markers
    last = view.mentions.actors[view.groups[n][-1]]
    if view.grammar.verb == "first" or view.markers[n] not in markers.agent:
        return None
    joined = view.heads[view.mentions.actors[view.groups[n][0]].head]
    verbal = view.pos[joined] == "VERB" and joined >= last.end
    if view.pos[joined] == "ADJ" or (verbal and (is_passive(view, joined) or is_infinitive(view, joined))):
        return joined
    end = view.sentences[view.sentence_of[last.start]].end
    verbs = [k for k in _beyond_asides(view, last.end, end) if view.pos[k] == "VERB"]
    passive = next((k for k in verbs if _undergone(view, k) and not (verbal and k > joined)), None)
    if passive is not None or verbal:
        return joined if passive is None else passive
    return verbs[0] if verbs and joined < last.start else None


def does_another(view: View, n: int, trigger: Trigger) -> bool:
    """Whether a group is the agent of a verb that is none of the trigger's words."""
    verb = None if trigger.nominal or trigger.entry.mutual else agents_verb(view, n)
    return verb is not None and verb not in trigger.tokens


def _undergone(view: View, k: int) -> bool:
    """Whether a verb is passive in any form, an infinitive too: "इनकार | किए | जाने के बाद"."""
    verbs = view.grammar.verbs
    perfective = view.texts[k].endswith(verbs.perfective_endings) and view.forms[k].isdisjoint(verbs.stative)
    return perfective and k + 1 < len(view.forms) and not view.forms[k + 1].isdisjoint(verbs.passive)


def _beyond_asides(view: View, start: int, end: int) -> list[int]:
    """The tokens from start to end but those of relative clauses: "X द्वारा Y, | जिस पर लोग सवार थे, | को …"."""
    kept, k = [], start
    while k < end:
        if view.texts[k] in view.grammar.relative:
            k = max(k, int(view.doc[view.clause(k)].i)) + 1
            while k < end and view.pos[k] == "AUX":
                k += 1
            continue
        kept.append(k)
        k += 1
    return kept


def is_source(view: View, n: int) -> bool:
    """Whether a group stands in the phrase that says who tells: "according to a report | by the commission"."""
    if view.grammar.verb == "last":
        return False
    according, head = view.pack.statements.according, view.mentions.actors[view.groups[n][0]].head
    return any(view.subtree_marker(t.i) in according for t in ancestors(view.doc[head], DEEPEST))
