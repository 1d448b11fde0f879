"""The days of acts whose own clause tells none: those told right before, of the talks they go on, of their occasion."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from msgspec.structs import replace

from vaarta.coding.settings import day_before
from vaarta.coding.triggers import noun_at
from vaarta.coding.view import View
from vaarta.records import Event, When

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

__all__ = ["dated"]

VISIT = "visit"
WEEK = 7
CONTACTS = {"CONSULT", "SUPPORT", "AGREE"}  # what is done at talks, and may tell their day
NOUNS = {"NOUN", "PROPN", "VERB", "ADJ"}


@dataclass(frozen=True)
class Act:
    """An event with where it is told: the tokens of its trigger, the number of its sentence, its clause's head."""

    event: Event
    words: "Span"
    sentence: int
    head: "Token"


def dated(view: View, events: Iterable[Event]) -> tuple[Event, ...]:
    """The events in order; those without days with the days that go on from what was told before, if any do.

    What has happened has no day to come, and what is planned none gone by: such days are another thing's.
    """
    told: list[Act] = []
    for event in events:
        act = _act(view, event)
        when = event.when if _in_time(view, event, event.when) else None
        if when is None:
            found = _in_headline(view, act) if act.sentence == 0 else _going_on(view, act, told)
            when = found if _in_time(view, event, found) else None
        told.append(Act(replace(event, when=_begun(view, act, when)), act.words, act.sentence, act.head))
    return tuple(act.event if act.event.when else _on_occasion(view, act, told) for act in told)


def _act(view: View, event: Event) -> Act:
    start, end = event.evidence.span
    words = next(s for s in (view.doc.char_span(start, end, alignment_mode="expand"), view.doc[:1]) if s)
    head = view.doc[view.clause(words.root.i)]
    return Act(event, words, view.sentence_of[words.start], head)


def _in_time(view: View, event: Event, when: When | None) -> bool:
    """Whether the days are on the side of the story's own day that the act's standing asks for."""
    today = view.story.published[:10]
    if when is None or not today:
        return True
    if event.standing == "happened":
        return when.first <= today
    return event.standing != "planned" or not when.last or when.last >= today


def _begun(view: View, act: Act, when: When | None) -> When | None:
    """The days of the act: what is done "from Thursday" and neither lasts nor travels is done on Thursday."""
    if when is None or when.last or not when.first or act.event.mode == VISIT or _under_way(view, act):
        return when
    return replace(when, last=when.first)


def _under_way(view: View, act: Act) -> bool:
    """Whether the act's verb is in the progressive: "is moving troops"."""
    progressive = view.grammar.verbs.progressive
    return any(view.texts[token.i] in progressive for token in (act.head, *act.head.children))


def _main(act: Act) -> bool:
    """Whether the act is told by the main clause of its sentence, or one coordinated with it."""
    head = act.head
    while head.dep_ == "conj" and head.head.i != head.i:
        head = head.head
    return bool(head.dep_ == "ROOT")


def _going_on(view: View, act: Act, told: Sequence[Act]) -> When | None:
    """The day told in the sentence before, in words or by an act of the same sides; or that of the round of talks.

    Only for acts told by a main clause, that is not under way: what is told by the way has its own day.
    """
    if not _main(act) or _under_way(view, act):
        return None
    if (when := day_before(view, act.sentence)) and _acts_in(view, act, act.sentence - 1):
        return when
    for before in reversed(told):
        when = before.event.when
        if before.event.standing != act.event.standing or when is None or when.first != when.last:
            continue
        if before.sentence == act.sentence - 1 and _countries(before.event) & _acting(act.event):
            return when
        if before.sentence < act.sentence and _one_round(view, before, act):
            return when
    return None


def _one_round(view: View, before: Act, act: Act) -> bool:
    """Whether both are meetings of one side with several others in turn, and no other day is told between them."""
    kinds = {(a.event.type, a.event.mode) for a in (before, act)}
    own = {p.country for p in before.event.actors if p.country} & {p.country for p in act.event.actors}
    between = range(before.sentence + 1, act.sentence)
    others = any(view.sentence_of[m.start] in between and m.when.first for m in view.mentions.times)
    return kinds == {("CONSULT", "")} and bool(own) and not others


def _in_headline(view: View, act: Act) -> When | None:
    """The one day told in the sentence after a headline that tells the same: names its sides and repeats its words."""
    if len(view.sentences) == 1 or not _sides_in(view, act, 1):
        return None
    days = [m.when for m in view.mentions.times if view.sentence_of[m.start] == 1]
    words = {
        form
        for token in act.words
        if token.pos_ in NOUNS and token.i not in view.mention_at
        for form in view.forms[token.i] - view.light_verbs
    }
    again = any(words & view.forms[token.i] for token in view.sentences[1])
    return days[0] if len(days) == 1 and again and _short(days[0]) else None


def _short(when: When) -> bool:
    """Whether the days are those of one contact, and not a season: a week at most."""
    if not when.first:
        return False
    return (date.fromisoformat(when.last or when.first) - date.fromisoformat(when.first)).days <= WEEK


def _sides_in(view: View, act: Act, number: int) -> bool:
    """Whether a sentence names a country of the act's sides."""
    named = {p.country for m in view.mentions.actors if view.sentence_of[m.start] == number for p in m.parties}
    return bool(named & _countries(act.event))


def _acts_in(view: View, act: Act, number: int) -> bool:
    """Whether a sentence names a country of those who act."""
    named = {p.country for m in view.mentions.actors if view.sentence_of[m.start] == number for p in m.parties}
    return bool(named & _acting(act.event))


def _acting(event: Event) -> set[str]:
    return {p.country for p in event.actors or event.recipients if p.country}


def _countries(event: Event) -> set[str]:
    return {p.country for p in (*event.actors, *event.recipients) if p.country}


def _on_occasion(view: View, act: Act, told: Sequence[Act]) -> Event:
    """The act with the day of the talks that its sentence, or the one before, says it was done at.

    The talks are those of its sides in the story, if all that is dated of them has one and the same day.
    """
    spoken_of = any(_names_talks(view, n) for n in (act.sentence, act.sentence - 1) if n >= 0)
    if not spoken_of or not _main(act) or not _countries(act.event) or act.event.mode == VISIT:
        return act.event
    days = {
        (other.event.when.first, other.event.when.last): other.event.when
        for other in told
        if other.event.when
        and _short(other.event.when)
        and other.event.type in CONTACTS
        and other.event.standing == act.event.standing
        and _countries(act.event) <= _countries(other.event)
    }
    return replace(act.event, when=next(iter(days.values()))) if len(days) == 1 else act.event


def _names_talks(view: View, number: int) -> bool:
    """Whether a sentence says that something is done at, during or after talks: "बैठक में", "after the summit"."""
    occasion = view.grammar.markers.occasion
    for token in view.sentences[number]:
        nouns = (view.pack.engagements.by_noun, view.pack.events.by_noun)
        if any(noun_at(view, token.i, by_noun) for by_noun in nouns):
            stands_after = view.grammar.markers.stands == "after"
            marker = view.marker_after(token.i + 1) if stands_after else view.subtree_marker(token.i)
            if marker in occasion:
                return True
    return False
