"""Words that point back at an act or at its place ("this test", "the area"): its days, its place, its other side."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from vaarta.coding.settings import clause_day, place_of
from vaarta.coding.trees import ancestors
from vaarta.coding.triggers import Trigger, noun_at
from vaarta.coding.view import View
from vaarta.records import Event, Place, When

if TYPE_CHECKING:
    from spacy.tokens import Span

__all__ = ["act_words", "place_before", "pointing_back", "shown", "told_anew", "told_before", "told_later"]

FORCE = "ASSAULT"
NOUNS = {"NOUN", "PROPN", "VERB", "ADJ"}
SUBJECTS = {"nsubj", "nsubj:pass"}
LATER = 4  # sentences after an act in which "this test" may still be it
BEFORE = 3  # sentences before "the area" in which its place may stand


def act_words(view: View, words: "Span") -> set[str]:
    """The forms by which an act may be told again: those of its trigger's nouns and verbs, but for light ones."""
    return {
        form
        for token in words
        if token.pos_ in NOUNS and token.i not in view.mention_at
        for form in view.forms[token.i] - view.light_verbs
    }


def told_later(view: View, words: "Span", number: int) -> tuple[When | None, Place | None]:
    """The day and place that a later sentence tells of the act by its noun: "the test was carried out on Sunday".

    `words` are the act's trigger, in sentence `number`. The noun must be pointed at and be the subject there.
    """
    again = act_words(view, words)
    for sentence in view.sentences[number + 1 : number + 1 + LATER]:
        for token in sentence:
            if token.dep_ in SUBJECTS and token.pos_ == "NOUN" and again & view.forms[token.i] and shown(view, token.i):
                when = clause_day(view, token.head.i)
                return (when if when and when.first == when.last else None), place_of(view, token.head.i)
    return None, None


def told_before(view: View, words: "Span", number: int) -> tuple[When | None, Place | None]:
    """The day and place that a sentence before tells with the noun that the act's own sentence points back at.

    "इस हमले में 10 लोग मारे गए" after "26 नवंबर 2008 को मुंबई में हुए हमले की आज बरसी है": what hangs on that noun.
    """
    own = [t for t in view.sentences[number] if t.pos_ == "NOUN" and shown(view, t.i) and _of_act(view, t.i, words)]
    pointed = {
        form for token in own if noun_at(view, token.i, view.pack.events.by_noun) for form in view.forms[token.i]
    }
    for sentence in reversed(view.sentences[max(0, number - LATER) : number] if pointed else ()):
        for token in sentence:
            if token.pos_ == "NOUN" and pointed & view.forms[token.i] and not shown(view, token.i):
                when, where = clause_day(view, token.i, below=True), place_of(view, token.i, below=True)
                if when or where:
                    return when, where
    return None, None


def _of_act(view: View, i: int, words: "Span") -> bool:
    """Whether token `i` is a word of the act's, or says in what it, or what is told above it, befell."""
    return words.start <= i < words.end or any(_amid(view, i, above.i) for above in ancestors(words.root))


def shown(view: View, i: int) -> bool:
    """Whether a demonstrative stands before token `i`, at most one word between."""
    start = view.sentences[view.sentence_of[i]].start
    return any(view.texts[k] in view.grammar.demonstratives for k in range(max(start, i - 2), i))


def pointing_back(view: View, told: Iterable[tuple[Trigger, Event]]) -> dict[str, int]:
    """The events whose sentence points at a blow, by id, each with a character: the one meant is told from there on.

    "इस हमले में", "in the attack": a few sentences before. Of what only tells of it ("answered this fire") it is past
    the story's end.
    """
    pointed: dict[int, list[int]] = {}
    by_noun = view.pack.events.by_noun
    nouns = (noun_at(view, i, by_noun) for i in view.tokens_in(by_noun) if view.pos[i] == "NOUN")
    for noun in nouns:
        if noun is not None and noun.entry.type == FORCE and shown(view, noun.start):
            pointed.setdefault(view.sentence_of[noun.verb], []).append(noun.verb)
    back: dict[str, int] = {}
    for trigger, event in told:
        number = view.sentence_of[trigger.verb]
        if trigger.entry.back:
            back[event.id] = 0  # who claims an attack was not told with it, however long before
        elif meant := pointed.get(number):
            own = any(i in trigger.tokens or _amid(view, i, trigger.verb) for i in meant)
            back[event.id] = view.sentences[max(0, number - LATER)].start_char if own else len(view.text)
    return back


def told_anew(view: View, told: Iterable[tuple[Trigger, Event]]) -> set[str]:
    """The ids of blows that their sentence tells as others than those before: "in another incident"."""
    blows = ((trigger, event) for trigger, event in told if event.type == FORCE)
    return {event.id for trigger, event in blows if view.tells_of(view.grammar.another, trigger.verb)}


def _amid(view: View, i: int, verb: int) -> bool:
    """Whether token `i` says in what a verb's act befell: "killed | in the attack"."""
    return view.heads[i] == verb and view.subtree_marker(i) in view.grammar.markers.standing


def place_before(view: View, i: int) -> Place | None:
    """The place told last before "the area", "इलाके में" in token `i`'s sentence, if that sentence names none itself."""
    number = view.sentence_of[i]
    sentence = view.sentences[number]
    if not any(view.texts[token.i] in view.grammar.areas for token in sentence):
        return None
    told = [m for m in view.mentions.places if number - BEFORE <= view.sentence_of[m.start] <= number]
    if not told or view.sentence_of[told[-1].start] == number or len({m.place.country for m in told}) > 1:
        return None
    return told[-1].place
