"""What events and engagements imply of each other: a round held is talks, a visit told of is an engagement."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from msgspec.structs import replace

from vaarta.coding.describe import head_parties
from vaarta.coding.dyads import PAIR
from vaarta.coding.gatherings import SIDES, WORLD, recurs
from vaarta.coding.hosts import visiting
from vaarta.coding.making import REFUSAL
from vaarta.coding.merge import days_apart
from vaarta.coding.persons import other_people
from vaarta.coding.view import View
from vaarta.ontology import load_ontology
from vaarta.records import Engagement, EngagementKind, Event, Evidence, Party, content_id

if TYPE_CHECKING:
    from spacy.tokens import Span

__all__ = ["by_visitors", "codes_of", "contact_events", "from_events", "told_with_tour"]

INTENT = "AGREE"  # a contact agreed on is yet to come
FORUMS = {"conference", "summit"}
MET = "CONSULT"
ONE_TIME = {"summit", "meeting"}  # kinds of talks that two sides hold once in a story unless days or people say so
TALKS = {"dialogue-round", "summit", "meeting"}
MEDIATION = "045"  # its CAMEO code
KINDS: dict[tuple[str, str], EngagementKind] = {
    ("CONSULT", ""): "meeting",
    ("CONSULT", "third-party"): "meeting",
    ("CONSULT", "phone"): "call",
    ("CONSULT", "visit"): "visit",
}


def codes_of(parties: Iterable[Party]) -> tuple[str, ...]:
    """The countries of the parties, each once, sorted."""
    return tuple(sorted({p.country for p in parties if p.country}))


def from_events(view: View, events: Iterable[Event], told: Iterable[Engagement]) -> Iterator[Engagement]:
    """An engagement for each event that tells of a contact between two countries, where none is told in its words."""
    entries = {f"{view.pack.lang}/events#{entry.id}": entry for entry in view.pack.events.entries}
    told = [*told]
    covered = [(e.evidence.span, set(e.parties)) for e in told]
    tours = [e for e in told if told_with_tour(e, e.evidence)]
    for event in events:
        told_in = view.doc.char_span(*event.evidence.span, alignment_mode="expand")
        if event.by.endswith(PAIR) or (told_in is not None and recurs(view, range(told_in.start, told_in.end))):
            continue  # a side that the sentence does not tell makes no contact, nor what goes on again and again
        entry = entries.get(event.by)
        mediates = entry is not None and entry.cameo == MEDIATION and not _of_talks(view, told_in)
        kind = KINDS.get((entry.type, entry.mode)) if entry and not mediates else None
        parties = codes_of((*event.actors, *event.recipients))
        span = event.evidence.span
        if kind is None or event.type == REFUSAL or len(parties) < SIDES:
            continue
        if any(a < span[1] and span[0] < b and set(parties) <= sides for (a, b), sides in covered):
            continue
        if kind == "visit" and len(parties) == SIDES and any(_at_seat(forum, event) for forum in told):
            continue
        if any(told_with_tour(tour, event.evidence) and {*parties} <= {*tour.parties} for tour in tours):
            continue
        yield Engagement(
            id=content_id("en", event.story, kind, list(parties), span),  # a list: ids of kept records stay
            story=event.story,
            evidence=event.evidence,
            by=event.by,
            score=event.score,
            standing="planned" if event.type == INTENT and event.standing == "happened" else event.standing,
            when=event.when,
            where=event.where,
            again=event.again,
            kind=kind,
            parties=parties,
            heads=tuple(head_parties((*event.actors, *event.recipients))),
        )


def _of_talks(view: View, words: "Span | None") -> bool:
    """Whether the words of an event name talks: who hosts them brings two together, who mediates need not yet."""
    return words is not None and any(view.forms[t.i] & view.pack.engagements.talks for t in words)


def by_visitors(view: View, told: Iterable[Engagement]) -> Iterator[Engagement]:
    """A visit for each visitor whom only a word calls so: "the visiting minister"; none told already."""
    known = [{*e.parties} for e in told if e.kind == "visit"]
    for token, visitor, host in visiting(view):
        parties = codes_of((visitor, host))
        if any({*parties} <= sides for sides in known):
            continue
        evidence = view.evidence(token, token + 1)
        yield Engagement(
            id=content_id("en", view.story.id, "visit", parties, evidence.span),
            story=view.story.id,
            evidence=evidence,
            by=f"{view.pack.lang}/engagements#visiting",
            score=1.0,
            standing="happened",
            kind="visit",
            parties=parties,
            heads=tuple(head_parties((visitor,))),
        )


def _at_seat(forum: Engagement, event: Event) -> bool:
    """Whether someone is only where an organisation's forum of the same sentence is held: in New York for the UN."""
    here = forum.evidence.sentence == event.evidence.sentence
    return here and forum.kind in FORUMS and bool(WORLD & {*forum.parties})


def told_with_tour(whole: Engagement, told: Evidence) -> bool:
    """Whether a contact told in the sentence of a delegation to several countries is with all of them, and no leg."""
    return whole.kind == "delegation" and len(whole.parties) > SIDES and whole.evidence.sentence == told.sentence


def contact_events(view: View, engagements: Iterable[Engagement], told: Iterable[Event]) -> Iterator[Event]:
    """An event for each engagement of talks whose sentence tells none between the same sides.

    None for a summit that is only the setting of something else: "met on the sidelines of the summit".
    """
    events = [*told]
    covered = {
        (
            span,
            frozenset(p.country for p in (*event.actors, *event.recipients)),
            planned,
        )
        for event in events
        # Talks agreed on are to come, whatever the standing of the agreement.
        for planned in {event.standing == "planned", event.standing == "planned" or event.type == "AGREE"}
        for span in (event.evidence.sentence, *(e.sentence for e in event.again))
    }
    met: set[str] = set()
    for engagement in engagements:
        spans = [engagement.evidence.sentence, *(e.sentence for e in engagement.again)]
        if engagement.kind not in TALKS or _beside(view, engagement) or _is_off(view, engagement):
            continue
        sides, planned = frozenset(engagement.parties), engagement.standing == "planned"
        whole = any(_told_by(event, engagement) or _told_before(event, engagement) for event in events)
        if not whole and not any((s, sides, planned) in covered for s in spans):
            event = _event(engagement)
            # The first in its words is known by them alone, so that ids of kept records stay; others by sides, too.
            own = content_id("ev", event.id, *engagement.parties) if event.id in met else event.id
            met.add(event.id)
            yield replace(event, id=own)


def _told_by(event: Event, engagement: Engagement) -> bool:
    """Whether an event in the same words has the engagement's sides and more: who hosts talks "between A and B"."""
    (first, last), (start, end) = event.evidence.span, engagement.evidence.span
    return first < end and start < last and {*engagement.parties} < {*codes_of((*event.actors, *event.recipients))}


def _told_before(event: Event, engagement: Engagement) -> bool:
    """Whether an event of another sentence is the talks that an engagement without a round is: of the same people."""
    if (event.type, event.mode, event.standing) != (MET, "", engagement.standing) or engagement.kind not in ONE_TIME:
        return False
    parties = (*event.actors, *event.recipients)
    if {*codes_of(parties)} != {*engagement.parties} or other_people(parties, engagement.heads):
        return False
    return not days_apart(event.when, engagement.when)


def _is_off(view: View, engagement: Engagement) -> bool:
    """Whether the words are of calling off: that is the event, not the talks."""
    entry = view.pack.engagements.entries.get(engagement.by.rpartition("#")[2])
    return engagement.by.startswith(f"{view.pack.lang}/engagements#") and entry is not None and bool(entry.off)


def _beside(view: View, engagement: Engagement) -> bool:
    """Whether a marker of standing beside follows the engagement's words: "शिखर सम्मेलन से इतर"."""
    end = engagement.evidence.span[1]
    after = next((token.i for token in view.doc if token.idx >= end), len(view.doc))
    return any(" ".join(view.texts[after : after + n]) in view.grammar.markers.beside for n in (1, 2, 3))


def _event(engagement: Engagement) -> Event:
    kind = "AGREE" if engagement.standing == "planned" else "CONSULT"
    ontology = load_ontology()
    codes = ontology.event_codes(kind, cameo=ontology.types["CONSULT"].intent if kind == "AGREE" else "")
    return Event(
        id=content_id("ev", engagement.story, kind, "", engagement.evidence.span),
        story=engagement.story,
        evidence=engagement.evidence,
        by=engagement.by,
        score=engagement.score,
        standing=engagement.standing,
        when=engagement.when,
        where=engagement.where,
        again=engagement.again,
        type=kind,
        contexts=("diplomatic",),
        cameo=codes.cameo,
        goldstein=codes.goldstein,
        plover_score=codes.score,
        actors=tuple(
            Party(
                text=country,
                country=country,
                sector="GOV" if country not in WORLD else "",
                evidence=engagement.evidence,
            )
            for country in engagement.parties
        ),
    )
