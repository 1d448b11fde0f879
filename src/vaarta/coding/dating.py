"""Days and places of acts whose clause tells none: those told right before, of talks that go on, of the occasion."""

import dataclasses
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from msgspec.structs import replace

from vaarta.coding.pointing import act_words, place_before, told_before, told_later
from vaarta.coding.settings import day_before
from vaarta.coding.standing import is_future
from vaarta.coding.triggers import noun_at
from vaarta.coding.view import View
from vaarta.doc import PlaceMention
from vaarta.records import Event, Place, When

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

__all__ = ["set_down"]

Setting = tuple[When | None, Place | None]
TALKS = "CONSULT"

DATELINE = "dateline"
VISIT, PHONE, HAPPENED = "visit", "phone", "happened"
WEEK = 7
NEAR = 5  # sentences
CONTACTS = {"CONSULT", "SUPPORT", "AGREE"}  # what is done at talks, and may tell their day
SAID = {"AGREE", "REQUEST", "SUPPORT"}  # what one side says to another that it meets
SETTING = 4  # sentences in which a story's last place stays the scene: more found none more on the development sets
ON_THE_SPOT = {"ASSAULT", "COERCE", "MOBILIZE", "PROTEST"}  # types of acts that are done where the story is set
SAYING = {"ccomp", "conj", "parataxis"}  # relations of a clause that is what the main one says, or coordinated with it
POLICE_WORK = "COERCE"  # done at home
LASTING = {
    "boycott",
    "ceasefire",
    "curfew",
    "demo",
    "hunger",
    "martial-law",
    "obstruct",
    "strike",
}  # modes of what goes on for days


@dataclass(frozen=True)
class Act:
    """An event with where it is told: the tokens of its trigger, the number of its sentence, its clause's head."""

    event: Event
    words: "Span"
    sentence: int
    head: "Token"


def set_down(view: View, events: Iterable[Event]) -> tuple[Event, ...]:
    """The events in order; those without days or place with what goes on from what was told before, if anything does.

    What has happened has no day to come, and what is planned none gone by: such days are another thing's.
    """
    told: list[Act] = []
    for event in events:
        told.append(_told(view, _act(view, event), told))
    return tuple(_on_occasion(view, act, told) for act in told)


def _told(view: View, act: Act, before: Sequence[Act]) -> Act:
    """The act with the days and the place that go on; a visit's place is its hosts', whatever was told before."""
    event = act.event
    when = event.when if _in_time(view, event, event.when) else None
    found: list[Setting] = [told_before(view, act.words, act.sentence)] if event.standing == HAPPENED else []
    if act.sentence == 0:
        found.append((_day_retold(view, act), None))
    elif _main(act) and not _under_way(view, act):
        found += _going_on(view, act, before)
    if event.standing == HAPPENED and event.mode != VISIT:
        found += [
            told_before(view, act.words, act.sentence),
            told_later(view, act.words, act.sentence),
            (None, place_before(view, act.words.start)),
        ]
    when = when or next((day for day, _ in found if day and _in_time(view, event, day)), None)
    when = when or _only_day(view, act)
    where = event.where or next((place for _, place in found if place and event.mode != VISIT), None)
    where = where or _same_ground(view, act, before) or _scene(view, act) or _where_met(view, act)
    return dataclasses.replace(act, event=replace(event, when=_begun(view, act, when), where=where))


def _only_day(view: View, act: Act) -> When | None:
    """The one day that a story has told so far, for force and unrest in the country where its dateline lies."""
    event = act.event
    lines = [m.place.country for m in view.mentions.places if m.why == DATELINE]
    if event.standing != HAPPENED or event.type not in ON_THE_SPOT or not lines or act.sentence > SETTING:
        return None
    here = event.where.country if event.where else ""
    until = view.sentences[act.sentence].end
    days = {(m.when.first, m.when.last): m.when for m in view.mentions.times if m.start < until}
    when = next(iter(days.values())) if len(days) == 1 else None
    return when if when and when.first == when.last and when.first and here == lines[0] else None


def _same_ground(view: View, act: Act, told: Sequence[Act]) -> Place | None:
    """The place of the act of force or police told right before, if nowhere else is named from there on."""
    event = act.event
    if event.standing != HAPPENED or event.type not in ON_THE_SPOT:
        return None
    last = next((a for a in reversed(told) if a.event.type in ON_THE_SPOT and a.event.standing == HAPPENED), None)
    if last is None or act.sentence - last.sentence > 1 or last.event.where is None:
        return None
    until = view.sentences[act.sentence].end
    places = [m for m in view.mentions.places if last.words.end <= m.start < until]
    known = {last.event.where.country, *_countries(event), *_countries(last.event)}
    actors = [m for m in view.mentions.actors if last.words.end <= m.start < until]
    elsewhere = {p.country for m in actors for p in m.parties if p.country} - known
    if event.type == POLICE_WORK:
        elsewhere |= {p.country for p in event.actors} - {last.event.where.country}
    return None if places or elsewhere else last.event.where


def _scene(view: View, act: Act) -> Place | None:
    """The place told last before force, unrest or police work in a story that is set in one country, the sides' own."""
    event = act.event
    if event.standing != HAPPENED or event.type not in ON_THE_SPOT:
        return None
    places = [m for m in view.mentions.places if m.place.country]
    before = [m.place for m in places if 0 <= act.sentence - view.sentence_of[m.start] <= SETTING]
    one = {m.place.country for m in places}
    return before[-1] if before and len(one) == 1 and _countries(event) <= one else None


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
    if event.standing == HAPPENED:
        goes_on = event.mode == VISIT or not when.last or when.last <= today  # else what is asked or done until then
        return when.first <= today if when.first else goes_on
    return event.standing != "planned" or not when.last or when.last >= today


def _begun(view: View, act: Act, when: When | None) -> When | None:
    """The days of the act: what is done "from Thursday" and neither lasts nor travels is done on Thursday."""
    lasts = act.event.mode == VISIT or _mode_told(view, act.event) in LASTING or _under_way(view, act)
    if when is None or when.last or not when.first or lasts:
        return when
    return replace(when, last=when.first)


def _mode_told(view: View, event: Event) -> str:
    """The mode of the entry that told the event, whatever the tense made of it: a ceasefire to come is a concession."""
    name = event.by.partition("#")[2].partition("+")[0]
    return next((entry.mode for entry in view.pack.events.entries if entry.id == name), "")


def _under_way(view: View, act: Act) -> bool:
    """Whether the act's verb is in the progressive: "is moving troops"."""
    progressive = view.grammar.verbs.progressive
    return any(view.texts[token.i] in progressive for token in (act.head, *act.head.children))


def _main(act: Act, *, said: bool = False) -> bool:
    """Whether the act is told by the main clause of its sentence or one coordinated with it; or by what is `said`."""
    head = act.head
    while head.dep_ in (SAYING if said else {"conj"}) and head.head.i != head.i:
        head = head.head
    return bool(head.dep_ == "ROOT")


def _going_on(view: View, act: Act, told: Sequence[Act]) -> Iterator[Setting]:
    """What may go on: the day of the sentence before, the setting of an act of the same sides in it, that of a round.

    For acts told by a main clause that are not under way: what is told by the way has its own day.
    """
    if _acts_in(view, act, act.sentence - 1):
        yield day_before(view, act.sentence), None
    for before in reversed(told):
        if before.event.standing != act.event.standing:
            continue
        after = before.sentence == act.sentence - 1 and _countries(before.event) & _acting(act.event)
        if after or _one_round(before, act):
            when = before.event.when
            on = after or not _days_between(view, before, act)
            one_day = when if on and when and when.first == when.last else None
            yield one_day, before.event.where if before.event.type == TALKS and not _moved(view, before, act) else None


def _one_round(before: Act, act: Act) -> bool:
    """Whether both are meetings of one side with several others in turn."""
    meetings = all((a.event.type, a.event.mode) == (TALKS, "") for a in (before, act))
    own = {p.country for p in before.event.actors if p.country} & {p.country for p in act.event.actors}
    return before.sentence < act.sentence and meetings and bool(own)


def _moved(view: View, before: Act, act: Act) -> bool:
    """Whether a side of both came to another country between two acts: "after that she stopped over in Oman"."""
    where = before.event.where
    between = [m for m in view.mentions.places if before.words.end <= m.start < act.words.start]
    return where is not None and any(m.place.country not in {"", where.country} and _came(view, m) for m in between)


def _where_met(view: View, act: Act) -> Place | None:
    """The place told last before talks of several states, if their side came or was at talks there, shortly before."""
    event = act.event
    several, over = len(_countries(event)) > 1, event.when and event.when.first != event.when.last
    if event.type != TALKS or event.standing != HAPPENED or event.mode in {VISIT, PHONE} or over or not several:
        return None
    before = [m for m in view.mentions.places if m.start < act.words.start and m.place.country]
    last = max(before, key=lambda m: m.start, default=None)
    number = view.sentence_of[last.start] if last else 0
    if last is None or not 0 < act.sentence - number <= SETTING or not _acts_in(view, act, number) or not _main(act):
        return None
    return last.place if _came(view, last) or _met_there(view, last) else None


def _came(view: View, mention: PlaceMention) -> bool:
    """Whether a place is where somebody has come to: "reached Tokyo", "टोक्यो पहुंचे"."""
    verb, marker = view.doc[mention.head].head, view.marker_after(mention.end)
    motion = {verb.lemma_, *view.forms[verb.i]} & set(view.grammar.verbs.motion)
    away = marker and marker not in view.grammar.markers.occasion
    return bool(motion) and not away and not is_future(view, verb.i)


def _met_there(view: View, mention: PlaceMention) -> bool:
    """Whether a place is where talks are held: it hangs on the verb that holds them, or on their name."""
    clause, end = view.clause(mention.head), view.sentences[view.sentence_of[mention.start]].end
    talks = [i for i in range(mention.end, end) if noun_at(view, i, view.pack.engagements.by_noun)]
    above = view.heads[mention.head]
    within = any(above == i or (above == clause == view.clause(i)) for i in talks)
    return within and view.marker_after(mention.end) in view.grammar.markers.occasion and not is_future(view, clause)


def _days_between(view: View, before: Act, act: Act) -> bool:
    """Whether other days are told in the sentences between two acts."""
    between = range(before.sentence + 1, act.sentence)
    return any(view.sentence_of[m.start] in between and m.when.first for m in view.mentions.times)


def _day_retold(view: View, act: Act) -> When | None:
    """The one day told in the sentence after a headline that tells the same: names a side and repeats its words."""
    if len(view.sentences) == 1 or not _sides_in(view, act, 1):
        return None
    words = act_words(view, act.words)
    days = [m.when for m in view.mentions.times if view.sentence_of[m.start] == 1]
    again = any(words & view.forms[token.i] for token in view.sentences[1])
    return days[0] if again and len(days) == 1 and _short(days[0]) else None


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
    """The act with the day and place of the talks that its sentence, or the one before, says it was done at.

    The talks are those of its sides in the story, if all that is dated of them has one and the same day, or one place.
    """
    event = act.event
    if not _main(act, said=True) or not _countries(event) or event.mode == VISIT:
        return event
    near = range(max(0, act.sentence - 1), act.sentence + 1)
    spoken_of = _main(act) and any(_names_talks(view, n) for n in near)
    talks = [
        other.event
        for other in told
        if other.event.type in CONTACTS
        and other.event.standing == event.standing
        and _countries(event) <= _countries(other.event)
        and (spoken_of or _said_to_them(act, other))
    ]
    days = {(e.when.first, e.when.last): e.when for e in talks if e.when and _short(e.when)}
    places = {e.where.country: e.where for e in talks if e.where}
    when = next(iter(days.values())) if len(days) == 1 else None
    where = next(iter(places.values())) if len(places) == 1 else None
    return replace(event, when=event.when or when, where=event.where or where)


def _said_to_them(act: Act, talks: Act) -> bool:
    """Whether sides of talks told before asked each other for something or agreed on it: "he asked them to …"."""
    event = act.event
    here, there = _countries(event), _countries(talks.event)
    to_others = here == there and len(there) > 1
    after = 0 < act.sentence - talks.sentence <= NEAR
    return to_others and after and event.type in SAID and talks.event.type == TALKS


def _names_talks(view: View, number: int) -> bool:
    """Whether a sentence says that something is done at, during or after talks: "बैठक में", "after the summit"."""
    if view.tells_of(view.grammar.occasions, view.sentences[number].start):
        return True
    occasion = view.grammar.markers.occasion
    for i in range(view.sentences[number].start, view.sentences[number].end):
        nouns = (view.pack.engagements.by_noun, view.pack.events.by_noun)
        if any(noun_at(view, i, by_noun) for by_noun in nouns):
            stands_after = view.grammar.markers.stands == "after"
            marker = view.marker_after(i + 1) if stands_after else view.subtree_marker(i)
            if marker in occasion:
                return True
    return False
