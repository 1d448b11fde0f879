"""One act told twice in a story is one event: the fullest telling, with the others as `again`."""

import re
from collections.abc import Container, Iterable, Mapping
from datetime import date
from typing import Literal

from msgspec.structs import replace

from vaarta.coding.closer_days import closer
from vaarta.coding.persons import other_people
from vaarta.coding.tracing import Note, Trace
from vaarta.records import Event, Party, When
from vaarta.text import fold

__all__ = ["days_apart", "merge_events", "sides_of"]

FORCE, ABDUCT, THREAT = "ASSAULT", "abduct", "THREATEN"
CONSULT, PHONE, VISIT = "CONSULT", "phone", "visit"
PROMISED, DONE = ("AGREE", "planned"), ("CONSULT", "happened")  # what one meeting is before and after it is held
HELD = {ABDUCT, "beat", "crowd-control", "sexual", "torture"}  # modes of force that is no attack
ARMED = {"CRM", "REB", "UAF"}  # sectors of those who may be told of without their country
SAYINGS = {
    "ACCUSE",
    "REQUEST",
    THREAT,
}  # types of which the verbs of one sentence are one saying: "urged …, saying it must"
ONCE = {(CONSULT, VISIT), ("SANCTION", "convict")}  # acts not done twice between the same sides in one story
BLOWS = {"ASSAULT", "COERCE", "MOBILIZE", "PROTEST"}  # types of which a sentence tells the act and its parts
TWICE = {
    ("SANCTION", "convict", "convict"),
    ("SANCTION", "expel", "expel"),
}  # acts told by verb and noun: "jailed them, in a rare conviction of …"
SUPPORT, PRAISING = "SUPPORT", "051"  # praise by a participle and by its verb is one: "सराहना करते हुए … तारीफ की"
WEEK = 7
NUMBER = re.compile("[0-9]+")


Joined = Literal["merged", "one blow"]
Sides = tuple[frozenset[str], frozenset[str]]
Acts = Mapping[str, tuple[str, str]]
"""The kind of act each entry (`Event.by`) tells: its own type and mode, whatever the tense made of them."""


def merge_events(
    events: Iterable[Event],
    acts: Acts,
    trace: Trace | None = None,
    *,
    back: Mapping[str, int] | None = None,
    nouns: Container[str] = (),
    anew: Container[str] = (),
) -> tuple[Event, ...]:
    """The events of a story with tellings of one act joined, in the order of their first telling.

    `back` has the ids of those that point back at an act, with the character from which on it is told; `nouns` the ids
    of those told by a noun alone, which has no tense; `anew` of those told as another than any told before.
    """
    note = trace or (lambda _: None)
    merged: list[Event] = []
    for event in events:
        if (pointed := _pointed_at(event, merged, back or {})) is not None:
            other = merged[pointed]
            how = bool(event.mode) and not other.mode
            merged[pointed] = _whole_blow(event, other) if how else _whole_blow(other, event)
            gone = event if merged[pointed].id == other.id else other
            note(Note("one blow", claim=gone.id, other=merged[pointed].id))
            continue
        for n, other in enumerate(merged):
            if event.id in anew and other.evidence.sentence != event.evidence.sentence:
                continue
            if (joined := _joined(other, event, acts, nouns)) is not None:
                merged[n], why = joined
                gone = event if merged[n].id == other.id else other
                note(Note(why, claim=gone.id, other=merged[n].id))
                _take_in(merged, n, event)
                break
        else:
            merged.append(event)
    return tuple(merged)


def _take_in(merged: list[Event], n: int, event: Event) -> None:
    """Joins to the event at `n`, which has just taken in another, what tells how: "घात लगाकर हमला किया"."""
    parts = [m for m, part in enumerate(merged) if m != n and _tells_how(part, event)]
    for m in reversed(parts):
        merged[n] = _with(merged[n], merged[m])
    merged[:] = [kept for m, kept in enumerate(merged) if m not in parts]


def _tells_how(part: Event, event: Event) -> bool:
    """Whether a blow at no one is of whoever strikes someone in its sentence."""
    both = part.type == event.type == FORCE and part.evidence.sentence == event.evidence.sentence
    alike = both and part.standing == event.standing and sides_of(part)[0] == sides_of(event)[0]
    return alike and bool(part.actors and event.recipients) and not part.recipients


def _joined(other: Event, event: Event, acts: Acts, nouns: Container[str]) -> tuple[Event, Joined] | None:
    """Two tellings as one event, and why; None if they may be of two acts."""
    here, there = acts.get(event.by), acts.get(other.by)
    if _one_kind(here, there, event, other) and _retold(here, event, other) and _same(event, other):
        return _join(other, event), "merged"
    if here == there and (kept := _foretold(here, other, event, nouns)) is not None:
        return kept, "merged"
    if _one_blow(event, other):
        return _whole_blow(other, event), "one blow"
    return None


def _one_kind(here: tuple[str, str] | None, there: tuple[str, str] | None, left: Event, right: Event) -> bool:
    """Whether two tellings are of one type and mode; a threat, a call or force is so, too, if one tells how, one not.

    Of force only if one tells who used it, or both against whom.
    """
    if left.mode == right.mode and (here == there or left.type == right.type == FORCE):
        return True
    if left.type != right.type:
        return False
    if left.type == CONSULT:
        return {left.mode, right.mode} == {"", PHONE} and sides_of(left) == sides_of(right)
    said = left.mode == right.mode and _one_sentence(left, right)
    return left.type == THREAT or said or _one_force(left, right)


def _one_force(left: Event, right: Event) -> bool:
    modes = {left.mode, right.mode} - {""}
    if left.type != FORCE or len(modes) > 1 or modes & HELD or _elsewhere(left, right):
        return False
    told = bool(left.actors) != bool(right.actors) and bool(left.recipients and right.recipients)
    return told or (left.evidence.sentence != right.evidence.sentence and _alike(left, right))


def _elsewhere(left: Event, right: Event) -> bool:
    """Whether both tell where, and of two places that are known."""
    here, there = ((e.where.place_id if e.where else "") for e in (left, right))
    return bool(here and there) and here != there


def _alike(left: Event, right: Event) -> bool:
    """Whether both have the same sides; who acts on whom within one country is told by sector."""
    actors, recipients = sides_of(left)
    if (actors, recipients) != sides_of(right):
        return False
    pairs = ((left.actors, right.actors), (left.recipients, right.recipients))
    return actors != recipients or all({p.sector for p in a} & {p.sector for p in b} for a, b in pairs)


def _one_sentence(left: Event, right: Event) -> bool:
    """Whether a sentence tells an act twice between the same two sides: "summoned the envoy and lodged a protest"."""
    praise = left.type == SUPPORT and left.cameo == right.cameo == PRAISING
    if left.type not in SAYINGS and not praise:
        return False
    return left.evidence.sentence == right.evidence.sentence and sides_of(left) == sides_of(right)


def _one_blow(left: Event, right: Event) -> bool:
    """Whether a sentence tells an attack and what it did ("struck a base, killing five"): that is one act.

    One of the two may tell a side less: "rounded up militants in a series of raids".
    """
    if left.type != right.type or left.standing != right.standing:
        return False
    if left.type not in BLOWS and (left.type, left.mode, right.mode) not in TWICE:
        return False
    if left.mode != right.mode and ABDUCT in {left.mode, right.mode}:
        return False  # who killed some and took others did two things
    if left.evidence.sentence != right.evidence.sentence or _days_apart(left, right):
        return False
    here, there = sides_of(left), sides_of(right)
    return (
        here == there or _within(here, there) or _within(there, here) or (left.type == FORCE and _halves(here, there))
    )


def _pointed_at(event: Event, merged: list[Event], back: Mapping[str, int]) -> int | None:
    """The last blow told before that "this attack" may mean: with no other sides, days, people or numbers.

    Who claims an attack may do so when others have been told since.
    """
    if event.type != FORCE or event.id not in back:
        return None
    # What points back and was not it, as "answered this fire", is meant by no other.
    blows = [n for n, e in enumerate(merged) if e.type == FORCE and (e.id not in back or e.again)]
    meant = blows if back[event.id] == 0 else blows[-1:]
    return next((n for n in reversed(meant) if _may_mean(event, merged[n], back[event.id])), None)


def _may_mean(event: Event, other: Event, start: int) -> bool:
    """Whether a blow may be the one that an event points back at, from a character of the story on."""
    if other.standing != event.standing or other.evidence.span[0] < start:
        return False
    apart = _days_apart(other, event) or _other_numbers(other, event) or _other_persons(other, event)
    own = {p.text for p in (*other.actors, *event.actors)} & {p.text for p in (*other.recipients, *event.recipients)}
    return not apart and not own and _halves(sides_of(other), sides_of(event))


def _whole_blow(first: Event, second: Event) -> Event:
    """The first telling, or the one with more sides, with the other as `again`."""
    here, there = sides_of(first), sides_of(second)
    if here != there and not _halves(here, there):
        return _join(first, second)
    return replace(
        first,
        actors=first.actors or second.actors,
        recipients=first.recipients or second.recipients,
        when=closer(first.when, second.when),
        where=first.where or second.where,
        again=tuple(sorted((*first.again, second.evidence, *second.again), key=lambda e: e.span)),
    )


def _halves(here: Sides, there: Sides) -> bool:
    """Whether one telling has who struck and the other whom it killed: "fired on a crowd; ten died"."""
    return all(a == b or not (a and b) for a, b in zip(here, there, strict=True))


def _within(less: Sides, more: Sides) -> bool:
    """Whether one telling has nothing but sides of the other, and one at least."""
    pairs = list(zip(less, more, strict=True))
    return any(a for a, _ in pairs) and all(not a or a == b for a, b in pairs)


def _retold(kind: tuple[str, str] | None, left: Event, right: Event) -> bool:
    """Whether two tellings may be of one act: in the same words or sentence, or if one lacks a side.

    In whatever words if it is a threat, force, or an act that is not done twice in a story unless its days say so.
    """
    if left.by == right.by or any(not (e.actors and e.recipients) for e in (left, right)):
        return True
    again = kind in ONCE or left.type in {THREAT, FORCE}
    return _one_sentence(left, right) or (again and _alike(left, right))


def _foretold(kind: tuple[str, str] | None, other: Event, event: Event, nouns: Container[str]) -> Event | None:
    """A meeting or visit told as coming and as held: as held, but as coming if only a noun tells it otherwise."""
    told: dict[tuple[str, str], Event] = {(e.type, e.standing): e for e in (other, event)}
    if kind is None or kind[0] != CONSULT or told.keys() != {PROMISED, DONE}:
        return None
    coming, held = told[PROMISED], told[DONE]
    noun = held is event and held.id in nouns
    if sides_of(coming) != sides_of(held) or _other_persons(coming, held) or _days_apart(coming, held):
        return None
    if noun:
        return _with(coming, held)
    return _with(held, coming) if kind[1] == VISIT and held.by == coming.by else None


def _same(left: Event, right: Event) -> bool:
    """Whether two tellings are of one act: same type, mode, standing and sides, and no days that exclude each other."""
    if (left.type, left.standing) != (right.type, right.standing):
        return False
    if (
        left.evidence.sentence == right.evidence.sentence
        and not _overlap(left, right)
        and sides_of(left) != sides_of(right)
    ):
        return False
    if _other_persons(left, right) or _other_numbers(left, right) or _fought_back(left, right):
        return False
    return _compatible(_sides_beside(left, right), _sides_beside(right, left)) and not _days_apart(left, right)


def _other_persons(left: Event, right: Event) -> bool:
    """Whether other people did it, or it was done to others; who used force may be named or called by what he did."""
    office = left.type != FORCE
    return any(
        other_people(here, there, by_office=office)
        for here, there in ((left.actors, right.actors), (left.recipients, right.recipients))
    )


def _fought_back(left: Event, right: Event) -> bool:
    """Whether force befell fighters in one telling and none in the other: the attacked, the attackers."""
    if left.type != FORCE or not (left.recipients and right.recipients):
        return False
    here, there = ([p.sector in ARMED for p in e.recipients] for e in (left, right))
    return (all(here) and not any(there)) or (all(there) and not any(here))


def _other_numbers(left: Event, right: Event) -> bool:
    """Whether both number whom it was done to, and not alike: 100 killed by no one told, 160 by a militia.

    Told in other words they may be the killed and the injured of one attack, if its sides are the same.
    """
    if left.by != right.by and left.mode == right.mode and sides_of(left) == sides_of(right):
        return False
    here, there = _numbers(left.recipients), _numbers(right.recipients)
    return bool(here and there) and not here & there


def _numbers(parties: tuple[Party, ...]) -> set[str]:
    """The numbers in digits that parties are named with."""
    return {number for p in parties for number in NUMBER.findall(fold(p.text).replace(",", ""))}


def _sides_beside(event: Event, other: Event) -> Sides:
    """An event's sides as another tells them: of the country named there, if they are fighters of none here."""
    pairs = ((event.actors, other.actors), (event.recipients, other.recipients))
    here, there = (
        _countries(theirs if _armed(ours) and _armed(theirs, known=True) else ours) for ours, theirs in pairs
    )
    return here, there


def _armed(parties: tuple[Party, ...], *, known: bool = False) -> bool:
    """Whether all are fighters of one country, or of none and without a name."""
    return bool(parties) and all(
        p.sector in ARMED and bool(p.country) == known and (known or not p.name) for p in parties
    )


def _overlap(left: Event, right: Event) -> bool:
    a, b = left.evidence.span, right.evidence.span
    return a[0] < b[1] and b[0] < a[1]


def _countries(parties: tuple[Party, ...]) -> frozenset[str]:
    return frozenset(p.country or (p.sector if not p.name else "") or p.text for p in parties)


def sides_of(event: Event) -> tuple[frozenset[str], frozenset[str]]:
    """An event's actors and recipients as countries; those of none by their sector, if they have no name either."""
    return _countries(event.actors), _countries(event.recipients)


def _compatible(left: Sides, right: Sides) -> bool:
    """Whether each side is the same in both, or told in one only; and at least one side is told in both."""
    if left == right:
        return True
    same = [a == b for a, b in zip(left, right, strict=True) if a and b]
    return bool(same) and all(same)


def _days_apart(left: Event, right: Event) -> bool:
    """Whether both tell their days and the days do not meet."""
    return days_apart(left.when, right.when) and not _one_journey(left, right)


def days_apart(left: When | None, right: When | None) -> bool:
    """Whether both are known and have no day in common."""
    if left is None or right is None:
        return False
    first, last = max(left.first, right.first), min(left.last or "9", right.last or "9")
    return bool(first) and last < first


def _one_journey(left: Event, right: Event) -> bool:
    """Whether both tell of one coming journey or meeting: the same two sides do not meet twice in a few days."""
    coming = {(e.type, e.standing, sides_of(e)) for e in (left, right)}
    if len(coming) > 1 or (left.type, left.standing) != ("AGREE", "planned"):
        return False
    days = [date.fromisoformat(e.when.first) for e in (left, right) if e.when and e.when.first]
    return abs((days[0] - days[-1]).days) <= WEEK if days else False


def _fullness(event: Event) -> tuple[int, int, float]:
    return (
        bool(event.actors) + bool(event.recipients),
        (event.when is not None) + (event.where is not None),
        event.score,
    )


def _named(event: Event) -> int:
    """How many of the sides are people by name: the telling that names whom they met is the fuller."""
    return sum(1 for party in (*event.actors, *event.recipients) if party.name)


def _join(first: Event, second: Event) -> Event:
    """The fuller of two tellings (the earlier, if equal), with the other's evidence as `again`."""
    fuller = _fullness(second) > _fullness(first)
    if first.by == second.by and _named(first) != _named(second) and _fullness(first)[0] == _fullness(second)[0]:
        fuller = _named(second) > _named(first)
    best, other = (second, first) if fuller else (first, second)
    return _with(_done_so(best, other) if best.type == FORCE and other.mode and not best.mode else best, other)


def _done_so(event: Event, other: Event) -> Event:
    """An event of force, done in the way that another telling of it has."""
    return replace(
        event, mode=other.mode, cameo=other.cameo, goldstein=other.goldstein, plover_score=other.plover_score
    )


def _with(best: Event, other: Event) -> Event:
    """A telling with another's evidence as `again`, and its day and place if it has none."""
    again = (*best.again, other.evidence, *other.again)
    return replace(
        best,
        again=tuple(sorted(again, key=lambda e: e.span)),
        when=closer(best.when, other.when),
        where=best.where or other.where,
        contexts=tuple(dict.fromkeys((*best.contexts, *other.contexts))),
    )
