"""When and where: the day and the place told in the clause of a verb or noun."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, TypeVar

from vaarta.coding.view import View, ancestors
from vaarta.doc import PlaceMention, TimeMention
from vaarta.records import Place, When

__all__ = ["clause_day", "day_before", "day_of", "place_of"]

if TYPE_CHECKING:
    from spacy.tokens import Token

MODIFYING = {"acl", "acl:relcl"}

Setting = TypeVar("Setting", TimeMention, PlaceMention)


def day_of(view: View, i: int) -> When | None:
    """The days told in token `i`'s clause, or a clause above it; if its sentence tells none, those told before it."""
    own = clause_day(view, i)
    return own or (None if _dates(view, i) else day_before(view, view.sentence_of[i]))


def clause_day(view: View, i: int) -> When | None:
    """The days told in token `i`'s clause, or a clause above it in the sentence that has none of its own."""
    best = _nearest(view, _dates(view, i), i)
    return best.when if best else None


def _dates(view: View, i: int) -> list[TimeMention]:
    """The phrases of time in token `i`'s sentence that may date it."""
    sentence, apart = view.sentence_of[i], _apart(view, i)
    return [
        m
        for m in view.mentions.times
        if view.sentence_of[m.start] == sentence
        and not _of_other(view, m, i)
        and not _in_content(view, m.head, i)
        and (apart is None or _below(view, m.head, apart))
    ]


def _apart(view: View, i: int) -> int | None:
    """The token that heads what token `i` is in, if that has its own time: "after the raid", "troops deployed there".

    A relative clause that goes on after the main verb ("signed a pact that …") has the main clause's time.
    """
    for token in ancestors(view.doc[i]):
        goes_on = token.dep_ == "acl:relcl" and token.i > view.clause(token.head.i)
        if token.dep_ in MODIFYING and not goes_on:
            return int(token.i)
        marked = token.dep_ == "advcl" or token.i != view.clause(token.i)
        if marked and _markers(view, token) & set(view.grammar.markers.apart):
            return int(token.i)
    return None


def _markers(view: View, token: "Token") -> set[str]:
    """The adposition of a noun, or what opens or closes a clause."""
    return {view.subtree_marker(token.i), *(view.texts[c.i] for c in token.children if c.dep_ == "mark")}


def _in_content(view: View, day: int, i: int) -> bool:
    """Whether the day is of a clause that tells of a word and not of token `i`: "asked that they leave by May"."""
    for token in ancestors(view.doc[day]):
        if token.i == i:
            return False
        if token.dep_ in {"ccomp", "acl:relcl"} and not token.is_ancestor(view.doc[i]):
            return True
    return False


def _of_other(view: View, mention: TimeMention, i: int) -> bool:
    """Whether the days are those of another thing: in "the floods of 2022" they date no act but the floods."""
    end = mention.end
    if view.grammar.markers.stands == "before" or end >= len(view.doc):
        return False
    return view.texts[end] in view.grammar.markers.genitive and view.doc[mention.head].head.i != i


def day_before(view: View, number: int) -> When | None:
    """The one day told in the sentence before sentence `number`: it goes on until another is told (GUIDE.md)."""
    before = [m for m in view.mentions.times if view.sentence_of[m.start] == number - 1]
    days = {(m.when.first, m.when.last) for m in before}
    if len(days) != 1 or before[0].when.first != before[0].when.last or not before[0].when.first:
        return None
    return before[0].when


def place_of(view: View, i: int) -> Place | None:
    """The place told in token `i`'s clause, in the same manner."""
    here = [m for m in view.mentions.places if view.sentence_of[m.start] == view.sentence_of[i]]
    best = _nearest(view, here, i)
    return best.place if best else None


def _nearest(view: View, mentions: Sequence[Setting], i: int) -> Setting | None:
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
