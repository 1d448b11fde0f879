"""The event that a trigger tells, once its kind, standing and sides are known: with codes, day, place and evidence."""

from collections.abc import Iterator

import msgspec

from vaarta.coding.hosts import visit_place
from vaarta.coding.settings import clause_day, place_behind, place_of
from vaarta.coding.triggers import Trigger
from vaarta.coding.view import View
from vaarta.coding.weapons import mode_of_force
from vaarta.doc import PlaceMention
from vaarta.ontology import load_ontology
from vaarta.packs.events import EventEntry
from vaarta.records import Event, Party, Place, Standing, content_id

__all__ = ["REFUSAL", "REFUSED", "SPEAKER", "VISIT", "as_directed", "make_event"]

INTENT = "AGREE"  # what acts of cooperation are while they are yet to come
CENSURE, FORCE = "ACCUSE", "ASSAULT"
REFUSAL = "REJECT"
REFUSED = {
    "AGREE": "",
    "AID": "assist",
    "CONCEDE": "yield",
    "CONSULT": "meet",
    "COOPERATE": "assist",
    "RETREAT": "yield",
    "SUPPORT": "",
}
"""The mode of refusing each type of act: "will never disarm", "नहीं मिलेंगे"."""
SPEAKER = "speaker"  # the source that means whoever makes the statement the trigger is in
SAID_ANYWHERE = {"ACCUSE", "REJECT", "REQUEST", "SANCTION", "THREATEN"}
ON_THE_SPOT = {"ASSAULT", "COERCE", "MOBILIZE"}  # types of acts that are done where those are whom they are done to
CONVICT, DATELINE, INVESTIGATE = "convict", "dateline", "investigate"
TALKS, THIRD = "CONSULT", "third-party"
STATE, PAIR = "GOV", 2
BEYOND = {"", "IGO", "NGO", "MNC"}  # no countries
PROTEST, OBJECTION = "PROTEST", "disapprove"  # a state's protest is an objection
ABDUCTION = "abduct"  # what an arrest by those of no office is
VISIT = "visit"  # the mode whose actor is the visitor and whose recipient is the host


def as_directed(view: View, entry: EventEntry) -> EventEntry:
    """The entry of an act of two as that of one at the other: who "will not meet X" refuses X, or whoever says so."""
    actor = (*entry.actor, *view.grammar.markers.between, SPEAKER)
    return msgspec.structs.replace(entry, mutual=False, actor=actor, recipient=entry.partner, requires="actor")


def make_event(
    view: View,
    trigger: Trigger,
    told: tuple[str, Standing, str],
    sides: tuple[tuple[Party, ...], tuple[Party, ...]],
    sureness: float,
) -> Event:
    """The event of a trigger: `told` is its type, standing and how `by` ends, `sides` are actors and recipients."""
    kind, standing, pair = told
    entry = trigger.entry
    evidence = view.evidence(trigger.start, trigger.end)
    where = visit_place(view, trigger, sides[1]) if entry.mode == VISIT else _place(view, trigger, told, sides[1])
    own = mode_of_force(view, trigger) if entry.type == FORCE else entry.mode
    otherwise = REFUSED.get(entry.type, "") if kind == REFUSAL else ABDUCTION if kind == FORCE else ""
    otherwise = OBJECTION if kind == CENSURE and entry.type == PROTEST else otherwise
    mode = own if kind == entry.type else otherwise
    if (kind, mode) == (TALKS, "") and _abroad(where, sides[0]):
        mode = THIRD
    ontology = load_ontology()
    closer = (
        (entry.cameo if mode == entry.mode else "")
        if kind == entry.type
        else ontology.types[entry.type].intent
        if kind == INTENT
        else ""
    )
    codes = ontology.event_codes(kind, mode, cameo=closer)
    return Event(
        id=content_id(
            "ev", view.story.id, kind, mode, evidence.span, *(p.country + p.text for p in sides[0] + sides[1])
        ),
        story=view.story.id,
        evidence=evidence,
        by=f"{view.pack.lang}/events#{entry.id}{pair}",
        score=sureness if trigger.linked else sureness * 0.9,
        standing=standing,
        when=clause_day(view, trigger.verb)
        or next((day for i in _hosts(view, trigger) if (day := clause_day(view, i, below=True))), None),
        where=where,
        type=kind,
        mode=mode,
        contexts=() if kind == CENSURE != entry.type else entry.contexts,
        cameo=codes.cameo,
        goldstein=codes.goldstein,
        plover_score=codes.score,
        actors=sides[0],
        recipients=sides[1],
    )


def _place(
    view: View, trigger: Trigger, told: tuple[str, Standing, str], recipients: tuple[Party, ...]
) -> Place | None:
    """The place told, unless it is only the recipient again: "accused Iran" is not in Iran.

    Nor is it the dateline where a state accuses, refuses, asks, threatens or imposes sanctions; it is where people
    meet. Nor, of these acts and of what is agreed on, a place in what they are about: "invited him to Kabul".
    """
    kind, standing, _ = told
    unplaced = trigger.entry.type in SAID_ANYWHERE and trigger.entry.mode != CONVICT
    about = (unplaced and trigger.entry.mode != INVESTIGATE) or (kind == INTENT and standing == "happened")
    hosts = () if about else _hosts(view, trigger)
    place = place_of(view, trigger.verb, direct=about)
    if kind == TALKS and place and _in_topic(view, trigger, place):
        place = None
    place = place or next((found for i in hosts if (found := place_of(view, i, below=True))), None)
    if place is None and trigger.nominal and not about:
        place = place_behind(view, trigger.verb)
    if place is None or place.evidence is None:
        return place
    spans = [p.evidence.span for p in recipients if p.evidence and trigger.entry.type not in ON_THE_SPOT]
    if unplaced:
        spans += [m.place.evidence.span for m in view.mentions.places if _dateline(view, m) and m.place.evidence]
    return None if place.evidence.span in spans else place


def _in_topic(view: View, trigger: Trigger, place: Place) -> bool:
    """Whether a place is of a thing talked about: "discussed the war in Yemen"."""
    mention = next((m for m in view.mentions.places if place.evidence and m.place.evidence == place.evidence), None)
    if mention is None or view.grammar.verb == "last" or trigger.nominal or _dateline(view, mention):
        return False
    before = mention.start - 2 if view.texts[mention.start - 1] in view.grammar.markers.place else 0
    above = view.heads[mention.head] if view.pos[view.heads[mention.head]] == "NOUN" else before
    if view.pos[above] != "NOUN" or above in trigger.tokens or above in view.mention_at:
        return False
    while view.deps[above] == "conj":
        above = view.heads[above]
    return view.deps[above] == "obj" or view.subtree_marker(above) in view.grammar.markers.apart


def _abroad(where: Place | None, sides: tuple[Party, ...]) -> bool:
    """Whether governments of two states meet in a third one: "held talks in Doha"."""
    countries = {p.country for p in sides if p.sector == STATE}
    states = len(countries) == len({p.country for p in sides}) == PAIR and countries.isdisjoint(BEYOND)
    return states and where is not None and bool(where.country) and where.country not in countries


def _hosts(view: View, trigger: Trigger) -> Iterator[int]:
    """The hosts of a trigger that tell its act, too, with their own day and place: "responsible for the | raid"."""
    by_noun, kind = view.pack.events.by_noun, trigger.entry.type
    for i in trigger.tokens:
        if i != trigger.verb and any(p.entry.type == kind for form in view.forms[i] for p in by_noun.get(form, ())):
            yield i


def _dateline(view: View, mention: PlaceMention) -> bool:
    """Whether the mention is the dateline itself, and not a "here" that leads back to it."""
    pointer = view.pack.reference.phrases.get((view.texts[mention.start],))
    return mention.why == DATELINE and (pointer is None or pointer.kind != "here")
