"""Events: triggers with their sides, day, place and standing, each from one clause; nothing is coded by default."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import product
from typing import NamedTuple

from msgspec.structs import replace as replace_party

from vaarta.coding.able import may_act
from vaarta.coding.acted_on import acted_on, only_other
from vaarta.coding.arguments import DIRECT, INHERITED, Argument, find_arguments, members_of
from vaarta.coding.blamed import accusation, punished
from vaarta.coding.carried import complement_subject, in_complement, told_beside
from vaarta.coding.conditions import on_condition
from vaarta.coding.dropped import dropped_subject
from vaarta.coding.dyads import PAIR, further_side, other_side, partner, we_two
from vaarta.coding.enough import BOTH, HOSTED, each_other, enough, of_each_other, one_side_will_do, only_ours
from vaarta.coding.examples import is_example, named_among
from vaarta.coding.fullest import fullest
from vaarta.coding.homes import WORLD, at_home, leader_of
from vaarta.coding.hosts import as_visit, is_delegation, sends_delegation, with_hosts
from vaarta.coding.issued import undertaken
from vaarta.coding.judged import with_owners_beside
from vaarta.coding.kinds import is_mishap, kind_told, said_or_done
from vaarta.coding.making import REFUSAL, SPEAKER, VISIT, as_directed, make_event
from vaarta.coding.moved import movers
from vaarta.coding.one_by_one import Sides, one_by_one
from vaarta.coding.oneself import to_oneself
from vaarta.coding.opposed import opposed
from vaarta.coding.standing import is_future
from vaarta.coding.subjects import parties_of
from vaarta.coding.tracing import note_coded, note_others, note_sides
from vaarta.coding.triggers import Trigger, noun_at, readings_of
from vaarta.coding.view import View
from vaarta.coding.voice import is_passive
from vaarta.coding.voters import only_voters
from vaarta.doc import ActorMention
from vaarta.packs.events import EventEntry
from vaarta.records import Event, Party, Standing
from vaarta.text import fold

__all__ = ["Speaking", "find_events", "sides"]

Speaking = Callable[[int], Party | None]
"""Who speaks at a character offset: what "we" means there. None outside statements."""

CENSURE, FORCE, THREAT = "ACCUSE", "ASSAULT", "THREATEN"
GOVERNMENT = "GOV"
# Types of which no government does one to its state, where verbs stand first also those that are at another.
AMICABLE = {"AGREE", "CONCEDE", "CONSULT", "COOPERATE", "SUPPORT"}
AT_OTHERS = {"SANCTION", THREAT}
ARMY, CONCESSION = "MIL", "CONCEDE"
ARMED = {"CRM", "REB", "UAF"}  # sectors of those whose country's things are not theirs
OWNER = "gen"  # the source that means the genitive
PLACE = "place"  # the source that means people or buildings at whose place something happens
COUNTERPART = "counterpart"  # why recognition left a mention without a party: it is the other side's
SENTENCE, STORY, NONE = "sentence", "story", "none"
SOUGHT = (SENTENCE, STORY, NONE)  # where a side that an entry requires is sought, in order
SURENESS = {4: 1.0, 3: 0.8, 2: 0.7, 1: 0.5, 0: 0.6}  # of an argument, by how it is joined; uncalibrated


class Act(NamedTuple):
    """What a trigger tells wherever its sides are sought. `whole`: no side that its entry requires is missing."""

    trigger: Trigger
    kind: str
    standing: Standing
    sides: Sides
    pair: str
    sureness: float
    whole: bool


def find_events(view: View, *, speaking: Speaking) -> list[tuple[Trigger, Event]]:
    """The events told, each with its trigger: of each verb the best reading whose sides are found; and nouns."""
    told: list[tuple[Trigger, Event]] = []
    by_verb, by_noun = view.pack.events.by_verb, view.pack.events.by_noun
    for i in _political(view, by_verb):
        readings = readings_of(view, i, by_verb)
        acts: dict[Trigger, Act | None] = {}
        # A reading whose sides the sentence tells is better than any that takes one from the story, or does without.
        for sought, trigger in product(SOUGHT, readings):
            if trigger not in acts:
                acts[trigger] = act_of(view, trigger, speaking)
            if events := code_act(view, acts[trigger], sought=sought):
                told += [(trigger, event) for event in events]
                note_others(view, readings, trigger, events[0].id)
                break
    told = fullest(view, told)
    used = {t for trigger, _ in told for t in trigger.tokens}
    for i in _political(view, by_noun):
        noun = noun_at(view, i, by_noun) if i not in used else None
        if noun and not used & {*noun.tokens}:
            told += [(noun, event) for event in code_act(view, act_of(view, noun, speaking), sought=SENTENCE)]
    return told


def _political(view: View, index: Mapping[str, object]) -> list[int]:
    """The tokens that an index may have, but those of sentences of sport or show."""
    return [i for i in view.tokens_in(index) if not view.apolitical[view.sentence_of[i]]]


def act_of(view: View, trigger: Trigger, speaking: Speaking) -> Act | None:
    """What a trigger tells, with the sides that its sentence names; None if it is not asserted."""
    told = kind_told(view, trigger)
    if told is None:
        return None
    kind, standing = told
    if kind == REFUSAL != trigger.entry.type and trigger.entry.mutual:
        trigger = replace(trigger, entry=as_directed(view, trigger.entry))
    arguments = find_arguments(view, trigger)
    alone, recipients, sureness = sides(view, trigger, arguments, speaking)
    if accusing := accusation(view, trigger):
        alone = sides(view, accusing, find_arguments(view, accusing), speaking)[1]
        recipients = tuple(p for p in recipients if p not in alone)
    speaker = speaking(view.doc[trigger.start].idx)
    alone = alone or tuple(punished(view, trigger)) or undertaken(view, trigger, speaker)
    if not alone and (alone := of_each_other(view, trigger)):
        recipients = ()
    alone = alone or (dropped_subject(view, trigger) if trigger.entry.actor and not speaker else ())
    actors = we_two(view, trigger.entry, alone, arguments)
    agentless = not (trigger.nominal or actors or trigger.entry.type in BOTH) and is_passive(view, trigger.verb)
    pair = PAIR if actors != alone else ""
    actors, recipients = at_home(view, trigger, actors, recipients)
    actors, recipients = on_condition(view, trigger, kind, (actors, recipients), speaker)
    recipients = opposed(view, trigger) or recipients or tuple(told_beside(view, trigger, actors))
    both = enough(trigger.entry, actors, recipients, agentless=agentless) or each_other(view, trigger, actors)
    whole = both and not only_ours(trigger, actors)
    return Act(trigger, kind, standing, (actors, recipients), pair, sureness, whole=whole)


def code_act(view: View, act: Act | None, *, sought: str) -> list[Event]:
    """The events of an act: none if a required side is not found, mostly one.

    A side not told in the sentence may be the other country of a story of two, if it is `sought` there; or be untold.

    Talks with several partners, each on its own, are one event for each (GUIDE.md, clarifications).
    """
    if act is None:
        return []
    trigger, kind, standing, (actors, recipients), pair, sureness, whole = act
    if not whole:
        if sought == STORY:
            actors, recipients = other_side(view, trigger, actors, recipients)
            pair = PAIR
        sureness *= SURENESS[0]
        found = sought == STORY and enough(trigger.entry, actors, recipients, agentless=False)
        if not found and not (sought == NONE and one_side_will_do(view, trigger, actors)):
            view.note("no sides", trigger)
            return []
    elif (lent := further_side(view, trigger, actors, recipients)) != (actors, recipients):
        (actors, recipients), pair = lent, PAIR
    told = (view, trigger, actors, recipients)
    if is_mishap(view, trigger, actors) or to_oneself(*told) or only_voters(*told):
        return []
    recipients = _left(view, trigger, actors, recipients)
    events = [
        make_event(view, trigger, (said_or_done(view, trigger.entry, kind, two), standing, pair), two, sureness)
        for two in one_by_one(view, trigger, actors, recipients)
    ]
    if (second := trigger.entry.second) and kind == trigger.entry.type:
        told_too = (second.type, standing, pair)
        events.append(make_event(view, replace(trigger, entry=second), told_too, (actors, recipients), sureness))
    note_coded(view, trigger, events)
    return events


def _left(view: View, trigger: Trigger, actors: tuple[Party, ...], recipients: tuple[Party, ...]) -> tuple[Party, ...]:
    """The recipients, with the other country of a story of two for one's own troops, who go home from its land."""
    own = {a.country for a in actors}
    troops = bool(recipients) and all(p.sector == ARMY and not p.name and p.country in own for p in recipients)
    other = partner(view, min(own)) if troops and trigger.entry.type == CONCESSION else None
    return (other,) if other else recipients


def sides(
    view: View, trigger: Trigger, arguments: list[Argument], speaking: Speaking
) -> tuple[tuple[Party, ...], tuple[Party, ...], float]:
    """Actors, recipients and how sure the weakest of them is. A mutual event has actors only."""
    entry = trigger.entry
    taken: set[int] = set()
    able = [argument for argument in arguments if may_act(view, trigger, argument)]
    first = _visitor(view, entry, able, taken) or _pick(able, _doers(view, trigger), taken)
    others = [a for a in arguments if not _own(view, a, first, speaking) and not _victim(view, trigger, a)]
    others = [a for a in others if not is_example(view, a.group)]
    others = acted_on(view, trigger, [a for a in others if a.group not in taken], first)
    second = _second(view, trigger, others, first, taken)
    actors = tuple(_parties(view, first, speaking))
    recipients = tuple(_parties(view, second, speaking)) or tuple(_counterparts(view, second, arguments, actors))
    if entry.mutual and first and second:
        actors, recipients = _whole_group(view, (first, actors), (second, recipients))
    if not actors and SPEAKER in entry.actor and (speaker := speaking(view.doc[trigger.start].idx)):
        actors = (speaker,)
    # What has neither country, sector nor name is a sea or a street: no side.
    recipients = tuple(
        p for p in recipients if (p.country or p.sector or p.name) and not _same_side(view, entry, p, actors)
    )
    actors, recipients = movers(view, trigger, arguments, (actors, recipients))
    if entry.type in HOSTED:
        recipients = tuple(with_hosts(view, trigger, recipients, visitors=actors))
    if entry.mutual and not (recipients and _one_sided(view, trigger, actors)):
        actors, recipients = _distinct((*actors, *recipients)), ()
    if entry.mode == VISIT and not entry.mutual:
        actors, recipients = as_visit(actors, recipients)
    own = {p.country for p in actors}
    if not entry.mutual and {p.country for p in recipients} > own:
        recipients = tuple(p for p in recipients if p.country not in own)
    if second is not None and PLACE in second.slots and _only_place(entry, second) and not _hit_there(view, trigger):
        recipients = tuple(p for p in recipients if p.sector not in {"", "GOV"})
    recipients = with_owners_beside(view, trigger, second, recipients)
    note_sides(view, trigger, arguments, (first, second))
    chosen = [a.strength for a in (first, second) if a]
    return _distinct(actors), _distinct(recipients), min((SURENESS[s] for s in chosen), default=SURENESS[0])


def _second(
    view: View, trigger: Trigger, others: list[Argument], first: Argument | None, taken: set[int]
) -> Argument | None:
    """Whom the act is done to or with; of a denial only whose charge its own words name, no one in what is denied."""
    entry = trigger.entry
    second = _pick(others, entry.partner if entry.mutual and entry.partner else entry.recipient, taken)
    if entry.type == REFUSAL and not entry.mode and view.grammar.verb == "first":
        return None if second and in_complement(view, trigger, second, any_noun=True) else second
    if second is None and not entry.mutual and entry.recipient:
        second = only_other(view, trigger, others, first)
    if entry.statement and entry.recipient and (second is None or in_complement(view, trigger, second)):
        second = complement_subject(view, trigger, taken) or second
    return second


def _doers(view: View, trigger: Trigger) -> tuple[str, ...]:
    """Where the actor is sought: in a passive, the genitive is whom it is done to ("लोगों की हत्या कर दी गई")."""
    entry = trigger.entry
    if not (view.grammar.verb == "last" and OWNER in entry.recipient and is_passive(view, trigger.verb)):
        return entry.actor
    return tuple(source for source in entry.actor if source != OWNER)


def _counterparts(
    view: View, second: Argument | None, arguments: list[Argument], actors: tuple[Party, ...]
) -> Iterator[Party]:
    """Whom "their counterparts" are: those of the body that talks are held in, else of the story's other country."""
    if second is None or all(m.why != COUNTERPART for m in members_of(view, second.group)):
        return
    own = {party.country for party in actors}
    heads = {m.head for m in members_of(view, second.group)}
    held = [a for a in arguments if "place" in a.slots and a.via not in heads]
    for argument in (*held, *(a for a in arguments if a.via in heads)):
        parties = parties_of(view, argument.group)
        if parties and not own & {p.country for p in parties}:
            yield from parties
            return
    if len(own) == 1 and (other := partner(view, next(iter(own)))) is not None:
        yield other


def _only_place(entry: EventEntry, argument: Argument) -> bool:
    """Whether the argument fits the entry's recipient as a place alone."""
    return PLACE in entry.recipient and not any(fold(s) in argument.slots for s in entry.recipient if s != PLACE)


def _hit_there(view: View, trigger: Trigger) -> bool:
    """Whether what is hit is told by no country of its own, and so is of where it stands: "सीरिया में | ठिकानों पर"."""
    wanted = {fold(source) for source in trigger.entry.recipient}
    things = (c for c in view.children[trigger.verb] if c not in view.mention_at and view.subtree_marker(c) in wanted)
    pointers = (view.pack.reference.phrases.get((view.texts[c],)) for c in things)
    return any(pointer is not None and pointer.kind == "building" for pointer in pointers)


def _same_side(view: View, entry: EventEntry, party: Party, actors: tuple[Party, ...]) -> bool:
    """Whether a recipient is an actor again: named the same, the actors' delegation, or a government's own state."""
    if (party.country, party.text) in {(a.country, a.text) for a in actors}:
        return True
    own, states = party.country in {a.country for a in actors}, all(a.sector == GOVERNMENT for a in actors)
    kinds = AMICABLE if view.grammar.verb == "last" else AMICABLE | AT_OTHERS
    anyone = view.grammar.verb == "first" and entry.type == THREAT  # no state threatens its own spokesman
    state = entry.type in kinds and party.sector == GOVERNMENT and (anyone or not (party.office or party.name))
    return own and (is_delegation(view, party) or (state and states))


Side = tuple[Argument, tuple[Party, ...]]


def _whole_group(view: View, left: Side, right: Side) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    """Both sides; but a group that names two countries is both by itself, if the other is joined less surely.

    With the marker of those one is with they are one side: "… और नेपाल व भूटान के मंत्रियों से मुलाकात की".
    """
    for (sure, parties), (unsure, others) in ((left, right), (right, left)):
        with_others = view.markers[sure.group] in view.grammar.markers.companions
        beside = with_others and not {p.country for p in others} <= WORLD
        surer = sure.strength > unsure.strength or _between(view, sure, unsure)
        if len({p.country for p in parties if p.country}) > 1 and surer and not beside:
            return parties, ()
    return left[1], right[1]


def _between(view: View, group: Argument, other: Argument) -> bool:
    """Whether one group is those between whom it is, and the other only what about: "X और Y में Z के मसले पर बात"."""
    markers = view.grammar.markers
    beside = "subject" in other.slots or view.markers[other.group] in markers.companions
    return not (group.slots.isdisjoint(markers.between) or beside)


def _one_sided(view: View, trigger: Trigger, actors: tuple[Party, ...]) -> bool:
    """Whether a coming meeting is one side's undertaking: its delegation will meet its hosts (as in a visit)."""
    return is_future(view, trigger.verb) and sends_delegation(view, trigger, actors)


def _visitor(view: View, entry: EventEntry, arguments: list[Argument], taken: set[int]) -> Argument | None:
    """Who visits: a person, an office or a body before a bare country, which is the host; marks it taken."""
    if entry.mode != VISIT or entry.mutual:
        return None
    sources = {fold(source) for source in entry.actor}
    for argument in arguments:
        someone = any(p.name or p.office for p in parties_of(view, argument.group))
        if someone and argument.slots & sources:
            taken.add(argument.group)
            return argument
    return None


def _victim(view: View, trigger: Trigger, argument: Argument) -> bool:
    """Whether the argument only suffered the attack that is condemned: "condemned the attack on the embassy"."""
    if (
        trigger.entry.type != CENSURE
        or argument.via < 0
        or view.markers[argument.group] in view.grammar.markers.genitive
    ):
        return False
    noun = noun_at(view, argument.via, view.pack.events.by_noun)
    return noun is not None and noun.entry.type == FORCE


def _own(view: View, argument: Argument, first: Argument | None, speaking: Speaking) -> bool:
    """Whether the argument only says whose the actor's own thing is: "American condolences", "our solidarity"."""
    if first is None:
        return False
    own = {p.country for p in _parties(view, first, speaking) if p.sector not in ARMED}
    members = members_of(view, argument.group)
    if not all(_of_a_country(m) or (m.kind == "pronoun" and "gen" in argument.slots) for m in members):
        return False
    return {p.country for p in _parties(view, argument, speaking)} <= own


def _of_a_country(mention: ActorMention) -> bool:
    """Whether a mention only says of which country something is; "Mexicans" are people."""
    return mention.kind == "adjective" and all(party.sector in {"", "GOV"} for party in mention.parties)


def _pick(arguments: list[Argument], sources: Iterable[str], taken: set[int]) -> Argument | None:
    """The surest argument that fits a source not taken yet, in the sources' order; marks it taken."""
    wanted = [fold(source) for source in sources]
    best: tuple[tuple[int, int, int, int], Argument] | None = None
    for argument in arguments:
        ranks = [rank for rank, source in enumerate(wanted) if source in argument.slots]
        if argument.group in taken or not ranks:
            continue
        # A shared subject is surer for the first source than any joined name is for a later one.
        sure = DIRECT if ranks[0] == 0 and argument.strength >= INHERITED else argument.strength
        key = (-sure, ranks[0], -argument.strength, argument.distance)
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
    for n in named_among(view, argument.group):
        mention = view.mentions.actors[n]
        if mention.parties:
            leader = leader_of(view, n)
            yield from (replace_party(p, country=leader.country) if leader else p for p in mention.parties)
        elif first_person(view, mention.start) and (speaker := speaking(view.doc[mention.start].idx)):
            yield speaker


def first_person(view: View, i: int) -> bool:
    """Whether token `i` is a pronoun for whoever speaks: "we", "हमारे"."""
    pointer = view.pack.reference.phrases.get((view.texts[i],))
    return pointer is not None and pointer.kind == "pronoun" and pointer.person == 1


def _distinct(parties: Iterable[Party]) -> tuple[Party, ...]:
    return tuple({(p.country, p.sector, p.text): p for p in parties}.values())
