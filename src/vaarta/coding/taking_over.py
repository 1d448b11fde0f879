"""Where what is said ends since another saying, act or source takes over in its sentence."""

from vaarta.coding.triggers import readings_of
from vaarta.coding.view import View

__all__ = ["takes_over"]

NEAR = 4  # tokens between a comma and the verb that takes over, half of those up to its opener


def takes_over(view: View, k: int, end: int) -> bool:
    """Whether a comma or coordinator at token `k` is followed by another cue without a subject of its own."""
    if view.texts[k] not in view.grammar.coordinators:
        return False
    if _acts_next(view, k + 1, end) or _another_side(view, k + 1, end) or _attributed_next(view, k + 1):
        return True
    opener = next(
        (j for j in range(k + 1, min(k + 2 * NEAR, end)) if view.texts[j] in view.pack.statements.openers), None
    )
    if opener is None or any(j in view.mention_at for j in range(k + 1, opener)):
        return False
    verbs = [j for j in range(k + 1, opener) if view.doc[j].pos_ in {"VERB", "AUX"}]
    return any(readings_of(view, j, view.pack.statements.by_verb) for j in verbs)


def _attributed_next(view: View, k: int) -> bool:
    """Whether a source is named at token `k`: ", according to the agency"."""
    return view.grammar.markers.stands == "before" and any(
        " ".join(view.texts[k : k + n]) in view.pack.statements.according for n in (2, 3, 4)
    )


def _another_side(view: View, k: int, end: int) -> bool:
    """Whether the word at token `k` sets against a saying what another side does: ", while Paris praised it"."""
    if k >= end or view.texts[k] not in view.grammar.contrast:
        return False
    subjects = [i for i in range(k + 1, end) if view.deps[i].startswith("nsubj") and i in view.mention_at]
    verb = view.heads[subjects[0]] if subjects else -1
    verbs = view.pack.statements.by_verb, view.pack.events.by_verb
    return k < verb < end and any(readings_of(view, verb, by_verb) for by_verb in verbs)


def _acts_next(view: View, k: int, end: int) -> bool:
    """Whether the past verb at token `k` is another speech act with an object of its own: "and accused Turkey of"."""
    if k >= end or view.grammar.verb == "last":
        return False
    if view.doc[k].pos_ != "VERB" or "Past" not in view.doc[k].morph.get("Tense", []):
        return False
    readings = readings_of(view, k, view.pack.statements.by_verb)
    return any(view.pack.statements.cues[r.entry.id].content in {"governed", "object"} for r in readings)
