"""Events: triggers with their sides, day, place and standing, each from one clause; nothing is coded by default."""

from collections.abc import Callable, Iterable, Iterator

from vaarta.coding.arguments import INHERITED, Argument, find_arguments, subject_of
from vaarta.coding.settings import day_of, place_of
from vaarta.coding.standing import standing_of
from vaarta.coding.triggers import Trigger, noun_at, readings_of
from vaarta.coding.view import View
from vaarta.ontology import load_ontology
from vaarta.packs.events import EventEntry
from vaarta.records import Event, Party, Standing, content_id
from vaarta.text import fold

__all__ = ["Speaking", "code_events", "code_trigger", "sides"]

Speaking = Callable[[int], Party | None]
"""Who speaks at a character offset: what "we" means there. None outside statements."""

COOPERATIVE = {"CONSULT", "SUPPORT", "COOPERATE", "AID"}  # told in the future they are AGREE: PLOVER manual, 0.8
SURENESS = {4: 1.0, 3: 0.8, 2: 0.7, 1: 0.5, 0: 0.6}  # of an argument, by how it is joined; uncalibrated


def code_events(view: View, *, speaking: Speaking) -> Iterator[Event]:
    """The events told, in order: for each verb its best reading whose required sides are found; and nouns."""
    used: set[int] = set()
    events: list[Event] = []
    for i in range(len(view.doc)):
        for trigger in readings_of(view, i, view.pack.events.by_verb):
            event = code_trigger(view, trigger, speaking=speaking)
            if event is not None:
                events.append(event)
                used.update(trigger.tokens)
                break
    for i in range(len(view.doc)):
        noun = noun_at(view, i, view.pack.events.by_noun) if i not in used else None
        event = code_trigger(view, noun, speaking=speaking) if noun else None
        if event is not None:
            events.append(event)
    yield from sorted(events, key=lambda event: event.evidence.span)


def code_trigger(view: View, trigger: Trigger, *, speaking: Speaking) -> Event | None:
    """The event a trigger tells; None if it is not asserted, or a required side is not found."""
    standing = standing_of(view, trigger)
    kind = _type(trigger.entry, standing) if standing else ""
    if standing is None or not kind:
        return None
    arguments = find_arguments(view, trigger)
    actors, recipients, sureness = sides(view, trigger, arguments, speaking)
    if not _enough(trigger.entry, actors, recipients):
        return None
    return _event(view, trigger, (kind, standing), (actors, recipients), sureness)


def _type(entry: EventEntry, standing: Standing) -> str:
    if standing != "planned":
        return entry.type
    if entry.future is not None:
        return entry.future
    return "AGREE" if entry.type in COOPERATIVE else entry.type


def sides(
    view: View, trigger: Trigger, arguments: list[Argument], speaking: Speaking
) -> tuple[tuple[Party, ...], tuple[Party, ...], float]:
    """Actors, recipients and how sure the weakest of them is. A mutual event has actors only."""
    entry = trigger.entry
    taken: set[int] = set()
    first = _pick(arguments, entry.actor, taken)
    second = _pick(arguments, entry.partner if entry.mutual and entry.partner else entry.recipient, taken)
    if second is None and entry.statement and entry.recipient:
        second = _complement_subject(view, trigger, taken)
    actors = tuple(_parties(view, first, speaking))
    recipients = tuple(_parties(view, second, speaking))
    if entry.mutual:
        actors, recipients = _distinct((*actors, *recipients)), ()
    chosen = [a.strength for a in (first, second) if a]
    return _distinct(actors), _distinct(recipients), min((SURENESS[s] for s in chosen), default=SURENESS[0])


def _complement_subject(view: View, trigger: Trigger, taken: set[int]) -> Argument | None:
    """Whom a speech act without a named recipient is about: the subject of its clause ("accused that Y …")."""
    for child in view.doc[trigger.verb].children:
        if child.dep_ == "ccomp":
            for group in subject_of(view, child.i):
                if group not in taken:
                    return Argument(group, frozenset(), INHERITED, 0)
    return None


def _pick(arguments: list[Argument], sources: Iterable[str], taken: set[int]) -> Argument | None:
    """The surest argument that fits a source not taken yet, in the sources' order; marks it taken."""
    wanted = [fold(source) for source in sources]
    best: tuple[tuple[int, int, int], Argument] | None = None
    for argument in arguments:
        ranks = [rank for rank, source in enumerate(wanted) if source in argument.slots]
        if argument.group in taken or not ranks:
            continue
        key = (-argument.strength, ranks[0], argument.distance)
        if best is None or key < best[0]:
            best = (key, argument)
    if best is None:
        return None
    taken.add(best[1].group)
    return best[1]


def _parties(view: View, argument: Argument | None, speaking: Speaking) -> Iterator[Party]:
    """The parties of an argument's mentions; a first-person pronoun stands for whoever speaks there."""
    if argument is None:
        return
    for n in view.groups[argument.group]:
        mention = view.mentions.actors[n]
        if mention.parties:
            yield from mention.parties
        elif first_person(view, mention.start) and (speaker := speaking(view.doc[mention.start].idx)):
            yield speaker


def first_person(view: View, i: int) -> bool:
    """Whether token `i` is a pronoun for whoever speaks: "we", "हमारे"."""
    pointer = view.pack.reference.phrases.get((view.texts[i],))
    return pointer is not None and pointer.kind == "pronoun" and pointer.person == 1


def _distinct(parties: Iterable[Party]) -> tuple[Party, ...]:
    return tuple({(p.country, p.sector, p.text): p for p in parties}.values())


def _known(parties: tuple[Party, ...]) -> bool:
    return any(p.country or p.sector for p in parties)


def _enough(entry: EventEntry, actors: tuple[Party, ...], recipients: tuple[Party, ...]) -> bool:
    """Whether the sides the entry requires were found, and are political."""
    if entry.mutual:
        sides = {p.country or p.text for p in actors if p.country or p.sector}
        return len(sides) >= (2 if entry.requires == "both" else 1)
    needed = {
        "actor": _known(actors),
        "recipient": _known(recipients),
        "both": _known(actors) and _known(recipients),
        "either": _known(actors) or _known(recipients),
        "none": True,
    }
    return needed[entry.requires]


def _event(
    view: View,
    trigger: Trigger,
    told: tuple[str, Standing],
    sides: tuple[tuple[Party, ...], tuple[Party, ...]],
    sureness: float,
) -> Event:
    kind, standing = told
    entry = trigger.entry
    evidence = view.evidence(trigger.start, trigger.end)
    mode = entry.mode if kind == entry.type else ""
    codes = load_ontology().event_codes(kind, mode)
    return Event(
        id=content_id("ev", view.story.id, kind, mode, evidence.span),
        story=view.story.id,
        evidence=evidence,
        by=f"{view.pack.lang}/events#{entry.id}",
        score=sureness if trigger.linked else sureness * 0.9,
        standing=standing,
        when=day_of(view, trigger.verb),
        where=place_of(view, trigger.verb),
        type=kind,
        mode=mode,
        contexts=entry.contexts,
        cameo=codes.cameo,
        goldstein=codes.goldstein,
        plover_score=codes.score,
        actors=sides[0],
        recipients=sides[1],
    )
