"""When and where: the day and the place told in the clause of a verb or noun."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, TypeVar

from vaarta.coding.trees import ancestors
from vaarta.coding.view import View
from vaarta.doc import PlaceMention, TimeMention
from vaarta.records import Place, When

__all__ = ["clause_day", "day_before", "day_of", "is_ahead", "place_behind", "place_of"]

if TYPE_CHECKING:
    from spacy.tokens import Token

CONTENT, RELATIVE, PARTICIPLE = "ccomp", "acl:relcl", "acl"
IN_NOUN = {"compound", "nmod"}  # relations of a noun within another's phrase
COORDINATED = "conj"
DATELINE = "dateline"  # why a place is one
SPOKEN = {"AUX", "VERB"}  # parts of speech that no dateline has
MODIFYING = {"acl", RELATIVE}
REMEMBERED = 3  # tokens between a day and the anniversary on it
PHRASE = {"ADJ", "ADP", "DET", "NOUN", "NUM", "PART", "PROPN"}  # parts of speech of noun phrases in a row

Setting = TypeVar("Setting", TimeMention, PlaceMention)


def day_of(view: View, i: int) -> When | None:
    """The days told in token `i`'s clause, or a clause above it; if its sentence tells none, those told before it."""
    own = clause_day(view, i)
    return own or (None if _dates(view, i) else day_before(view, view.sentence_of[i]))


def clause_day(view: View, i: int, *, below: bool = False) -> When | None:
    """The days told in token `i`'s clause, or a clause above it in the sentence that has none of its own.

    `below` asks that they hang on the token itself, at whatever depth.
    """
    dates = [m for m in _dates(view, i) if not below or _below(view, m.head, i)]
    best = _nearest(view, dates, i)
    return best.when if best else None


def is_ahead(view: View, when: When | None) -> bool:
    """Whether the days are after the story's own: "will host talks next month" tells of no talks held."""
    return when is not None and bool(view.story.published) and when.first > view.story.published[:10]


def _dates(view: View, i: int) -> list[TimeMention]:
    """The phrases of time in token `i`'s sentence that may date it.

    What a noun does or suffers has its own time: "troops deployed there". A relative clause that goes on after the main
    verb ("signed a pact that …") has the main clause's.
    """
    inner = next((t for t in ancestors(view.doc[i]) if t.dep_ in MODIFYING and not _goes_on(view, t)), None)
    return [
        m
        for m in _in_reach(view, view.mentions.times, i)
        if not (_of_other(view, m, i) or _in_dateline(view, m) or _remembers(view, m))
        and (inner is None or _below(view, m.head, inner.i))
    ]


def _goes_on(view: View, token: "Token") -> bool:
    """Whether a clause that modifies a noun is a relative one after the verb above it."""
    return token.dep_ == RELATIVE and token.i > view.clause(token.head.i)


def _in_reach(view: View, mentions: Sequence[Setting], i: int) -> list[Setting]:
    """The mentions in token `i`'s sentence that stand in the same part of it."""
    sentence, parts = view.sentence_of[i], _parts(view, i)
    return [
        m
        for m in mentions
        if view.sentence_of[m.start] == sentence and _parts(view, _told_by(view, m), told_of=i) == parts
    ]


def _told_by(view: View, mention: TimeMention | PlaceMention) -> int:
    """The token that a mention hangs on: a participle right behind it, whatever the parser says ("कल | हुई बैठक")."""
    if view.grammar.markers.stands == "before" or isinstance(mention, PlaceMention):
        return mention.head
    i = next((i for i in range(mention.end, len(view.doc)) if view.pos[i] != "ADP"), mention.head)
    return i if view.doc[i].dep_ == PARTICIPLE and i - mention.end <= 1 else mention.head


def _parts(view: View, i: int, told_of: int | None = None) -> set[int]:
    """The heads of the parts of a sentence that token `i` is in: contents, what is marked as apart ("after the raid").

    Of a mention these are also relative clauses and participles, unless they are about the word that it may be
    `told_of`, or about what the act is done at: "आज हुई बैठक में".
    """
    found: set[int] = set()
    for token in ancestors(view.doc[i]):
        if token.i == told_of:
            return found | _parts(view, token.i)
        relative = told_of is not None and _tells_of_noun(view, token, i, told_of)
        if token.dep_ == CONTENT or relative or (_marked(view, token) and (told_of is None or token.i != i)):
            found.add(int(token.i))
    return found


def _tells_of_noun(view: View, token: "Token", mention: int, act: int) -> bool:
    """Whether a clause is about a noun alone, not about the act: a relative one, and a participle before its noun.

    But for a participle of what the act is done at, of what was going on there, or of who came to where the act is:
    "आज हुई बैठक में", "चौक पर हो रहे प्रदर्शन पर", "भारत आए मंत्री से मुलाकात की".
    """
    if token.dep_ != PARTICIPLE:
        return token.dep_ == RELATIVE and token.head.i != act
    noun, grammar = token.head, view.grammar
    while noun.i != act and noun.dep_ in IN_NOUN and noun.head.i != noun.i and not _is_act(view, noun.i):
        noun = noun.head
    if noun.i == act or grammar.markers.stands == "before":
        return False
    marker, words = view.subtree_marker(token.head.i), {token.i, *(c.i for c in token.children)}
    at = marker in grammar.markers.occasion
    amid = marker in grammar.markers.standing and any(view.texts[i] in grammar.verbs.progressive for i in words)
    place = any(m.head == mention for m in view.mentions.places)
    arrived = place and not {token.lemma_, *view.forms[token.i]}.isdisjoint(grammar.verbs.motion)
    return not (at or amid or arrived)


def _is_act(view: View, i: int) -> bool:
    """Whether a noun is the name of an act: "हमले" in "हुए हमले की निंदा"."""
    return not view.pack.events.by_noun.keys().isdisjoint(view.forms[i])


def _marked(view: View, token: "Token") -> bool:
    """Whether the token heads a noun phrase or a clause marked as one that has its own time."""
    if token.dep_ != "advcl" and token.i == view.clause(token.i):
        return False
    words = {view.subtree_marker(token.i), *(view.texts[c.i] for c in token.children if c.dep_ == "mark")}
    return bool(words & set(view.grammar.markers.apart))


def _in_dateline(view: View, mention: TimeMention) -> bool:
    """Whether the day is a dateline's: right behind its place, commas between."""
    ends = [m.end for m in view.mentions.places if m.why == DATELINE and m.end <= mention.start]
    return bool(ends) and all(view.doc[i].pos_ == "PUNCT" for i in range(max(ends), mention.start))


def _remembers(view: View, mention: TimeMention) -> bool:
    """Whether the day is that of an anniversary, and of no act remembered on it: "आज 10वीं बरसी"."""
    return any(word in view.grammar.anniversaries for word in view.texts[mention.end : mention.end + REMEMBERED])


def _of_other(view: View, mention: TimeMention, i: int) -> bool:
    """Whether the days are those of another thing: in "the floods of 2022" they date no act but the floods."""
    end = mention.end
    if view.grammar.markers.stands == "before" or end >= len(view.doc):
        return False
    return view.texts[end] in view.grammar.markers.genitive and view.doc[mention.head].head.i != i


def day_before(view: View, number: int) -> When | None:
    """The one day told in the sentence before sentence `number`: it goes on until another is told (GUIDE.md)."""
    before = [m for m in view.mentions.times if view.sentence_of[m.start] == number - 1 and not _in_dateline(view, m)]
    days = {(m.when.first, m.when.last) for m in before}
    if len(days) != 1 or before[0].when.first != before[0].when.last or not before[0].when.first:
        return None
    return before[0].when


def place_of(view: View, i: int, *, direct: bool = False, below: bool = False) -> Place | None:
    """The place told in token `i`'s clause, in the same manner; `direct` asks that it hang on the clause's verb.

    What the main clause right after a dateline tells no other place of is where the dateline is.
    """
    mentions = [m for m in _in_reach(view, view.mentions.places, i) if not below or _below(view, m.head, i)]
    if direct:
        mentions = [m for m in mentions if m.why == DATELINE or _hangs_on(view, m, i)]
    best = _nearest(view, mentions, i)
    if best is None and not below and not _parts(view, i):
        best = _line_before(view, view.sentence_of[i])
    return best.place if best else None


def _line_before(view: View, number: int) -> PlaceMention | None:
    """The place of a dateline that is a sentence by itself right before sentence `number`."""
    if not number:
        return None
    line = view.sentences[number - 1]
    alone = (m for m in view.mentions.places if m.why == DATELINE and m.start == line.start)
    return next(alone, None) if SPOKEN.isdisjoint(view.pos[line.start : line.end]) else None


def place_behind(view: View, i: int) -> Place | None:
    """The first place in the phrases right behind a noun, wherever a parser hangs them: "raids | on homes in Aden"."""
    if view.grammar.markers.stands == "after":
        return None
    end = i + 1
    while end < len(view.doc) and view.pos[end] in PHRASE and view.sentence_of[end] == view.sentence_of[i]:
        end += 1
    return next((m.place for m in view.mentions.places if i < m.start < end), None)


def _hangs_on(view: View, mention: PlaceMention, i: int) -> bool:
    """Whether a place hangs on token `i`, on its clause's head or on a clause above, and on no noun between."""
    above = view.doc[mention.head].head
    return above.i == i or above.i in {view.clause(token.i) for token in ancestors(view.doc[view.clause(i)])}


def _nearest(view: View, mentions: Sequence[Setting], i: int) -> Setting | None:
    """The mention in token `i`'s own clause, else in one above it, else in one coordinated with it; the nearest."""
    clause = view.clause(i)
    own = [m for m in mentions if view.clause(m.head) == clause or _below(view, m.head, i, beside=False)]
    if not own and mentions:
        above = {view.clause(token.i) for token in ancestors(view.doc[clause])}
        own = [m for m in mentions if view.clause(m.head) in above]
    if not own and mentions:
        beside = {c.i for c in view.doc[clause].children if c.dep_ == "conj"}
        own = [m for m in mentions if view.clause(m.head) in beside]
    return min(own, key=lambda m: abs(m.head - i), default=None)


def _below(view: View, i: int, top: int, *, beside: bool = True) -> bool:
    """Whether token `i` hangs on `top`, at whatever depth; not in a clause beside it, unless `beside`."""
    for token in ancestors(view.doc[i]):
        if token.i == top:
            return True
        if not beside and token.dep_ == COORDINATED and token.i == view.clause(token.i):
            return False
    return False
