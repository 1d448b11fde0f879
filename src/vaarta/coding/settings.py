"""When and where: the day and the place told in the clause of a verb or noun."""

from vaarta.coding.view import View, ancestors
from vaarta.doc import PlaceMention, TimeMention
from vaarta.records import Place, When

__all__ = ["day_of", "place_of"]


def day_of(view: View, i: int) -> When | None:
    """The days told in token `i`'s clause, or a clause above it in the sentence that has none of its own."""
    here = [
        m for m in view.mentions.times if view.sentence_of[m.start] == view.sentence_of[i] and not _of_other(view, m, i)
    ]
    best = _nearest(view, here, i)
    if best is None and not here:
        best = _carried(view, view.sentence_of[i])
    return best.when if isinstance(best, TimeMention) else None


def _of_other(view: View, mention: TimeMention, i: int) -> bool:
    """Whether the days are those of another thing: in "the floods of 2022" they date no act but the floods."""
    end = mention.end
    if view.grammar.markers.stands == "before" or end >= len(view.doc):
        return False
    return view.texts[end] in view.grammar.markers.genitive and view.doc[mention.head].head.i != i


def _carried(view: View, number: int) -> TimeMention | None:
    """The one day told in the sentence before, of the same paragraph: it goes on until another is told (GUIDE.md)."""
    before = [m for m in view.mentions.times if view.sentence_of[m.start] == number - 1]
    days = {(m.when.first, m.when.last) for m in before}
    if len(days) != 1 or before[0].when.first != before[0].when.last or not before[0].when.first:
        return None
    return before[0]


def place_of(view: View, i: int) -> Place | None:
    """The place told in token `i`'s clause, in the same manner."""
    here = [m for m in view.mentions.places if view.sentence_of[m.start] == view.sentence_of[i]]
    best = _nearest(view, here, i)
    return best.place if isinstance(best, PlaceMention) else None


def _nearest(view: View, mentions: list[TimeMention] | list[PlaceMention], i: int) -> TimeMention | PlaceMention | None:
    """The mention in token `i`'s own clause, else in one above it, else in one coordinated with it; the nearest."""
    clause = view.clause(i)
    own = [m for m in mentions if view.clause(m.head) == clause or _below(view, m.head, i)]
    if not own and mentions:
        above = {view.clause(token.i) for token in ancestors(view.doc[clause])}
        own = [m for m in mentions if view.clause(m.head) in above]
    if not own and mentions:
        beside = {c.i for c in view.doc[clause].children if c.dep_ == "conj"}
        own = [m for m in mentions if view.clause(m.head) in beside]
    return min(own, key=lambda m: abs(m.head - i), default=None)


def _below(view: View, i: int, top: int) -> bool:
    return any(token.i == top for token in ancestors(view.doc[i]))
