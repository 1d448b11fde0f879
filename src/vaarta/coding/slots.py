"""The slots that a side may fill about a predicate: by its case marker, or bare by its relation and place."""

from vaarta.coding.view import View

__all__ = ["NOMINAL", "before_its_noun", "marker_slots", "slots_of"]

ASTRAY = {"xcomp", "ccomp", "dep", "obl:unmarked", "obl"}  # what parsers call bare objects by mistake
NOMINAL = {"compound", "amod", "nmod", "flat", "nmod:poss"}
SLIPPED = {"compound", "amod", "nmod", "advmod"}  # what parsers call a subject right before its verb by mistake


def slots_of(view: View, marker: str, top: int, *, nominal: bool, passive: bool) -> frozenset[str]:
    """The slots of a side with this case marker, or of a bare one whose topmost token is `top`."""
    if marker:
        return marker_slots(view, marker, passive=passive)
    relation = view.doc[top].dep_
    if relation.startswith("nsubj"):
        return frozenset({"object" if passive or relation == "nsubj:pass" else "subject"})
    if relation == "iobj":
        return frozenset({"object", "iobject"})
    if relation == "obj":
        return frozenset({"object"})
    return _bare_slots(view, top, after=top > view.doc[top].head.i, nominal=nominal)


def _bare_slots(view: View, top: int, *, after: bool, nominal: bool) -> frozenset[str]:
    """What a bare name in any other relation may be: by its place, where parsers slip; else part of a compound."""
    first, relation = view.grammar.verb == "first", view.deps[top]
    if first and after and relation == "obl" and _likened(view, top):
        return frozenset()
    if (first and after and relation in ASTRAY) or (not first and relation == "obl"):
        return frozenset({"object"})
    if first and not nominal and not after and relation in SLIPPED:
        return frozenset({"subject"})
    if nominal or relation in NOMINAL:
        return frozenset({"compound"} if relation == "compound" else {"compound", "gen"})
    return frozenset()


def _likened(view: View, top: int) -> bool:
    """Whether a phrase has an adposition that marks no side: "reviled as | an autocrat", "despite | the president"."""
    cases = (view.texts[c] for c in view.children[top] if view.deps[c] == "case")
    return any(text not in view.grammar.markers.all for text in cases)


def marker_slots(view: View, marker: str, *, passive: bool) -> frozenset[str]:
    """The slots that a case marker gives: the marker itself, and subject, object, genitive or place."""
    markers = view.grammar.markers
    slots = {marker}
    if marker in markers.place:
        slots.add("place")
    if marker in markers.subject:
        slots.add("subject")
    if marker in markers.agent and passive:
        slots.add("subject")
    if marker in markers.object:
        slots.add("object")
    if marker in markers.genitive:
        slots.add("gen")
    return frozenset(slots)


def before_its_noun(view: View, top: int, noun: int) -> bool:
    """Whether token `top` is a mere part of a noun's own compound: what stands before it marks the noun."""
    if view.grammar.verb == "last" or view.deps[top] not in SLIPPED:
        return False
    return top < noun == view.heads[top] and not any(view.deps[c] == "case" for c in view.children[top])
