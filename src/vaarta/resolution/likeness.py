"""How alike two claims are, and why: the reasons for and against, each with its weight, and what they come to."""

from collections.abc import Iterator, Mapping
from functools import cache
from math import exp
from pathlib import Path
from typing import TypeAlias

from vaarta.errors import PackError
from vaarta.packs.names import fold_phrase
from vaarta.packs.sounds import sounds_of
from vaarta.records import Engagement, Event, Party, Record, Statement, Tenure
from vaarta.resolution.keys import Vocabulary
from vaarta.resolution.tellings import Days, Telling
from vaarta.text import fold
from vaarta.toml import read_toml

__all__ = ["Likeness", "Weights", "compare", "load_weights", "reasons", "told_apart"]

Reasons: TypeAlias = Iterator[tuple[str, float]]
"""Reasons by name, each with how many times its weight it counts."""

FARTHEST = 5  # days between stories: more are no more against
OTHER_WORDS = 0.2  # of two sayings: less alike, they say other things
COPIED = 0.8  # of two sentences in one language: an agency's, in two papers
SHOWN = 0.05  # of a share: less is not told as a reason
VISIT = "visit"  # the mode of events that one story tells of many times
KINDS = ({"meeting", "summit", "conference", "dialogue-round", "call"}, {"visit", "delegation"})
"""Kinds of engagement that one thing may be called by: a summit is a meeting, a delegation's journey a visit."""


class Weights(Record, frozen=True, kw_only=True):
    """weights.toml: how much each reason says, and how sure is sure."""

    same: float
    unsure: float
    weights: Mapping[str, float]


class Likeness(Record, frozen=True, kw_only=True):
    """How sure it is that two claims tell one thing (0-1), and the reasons: "same-days +1.8, other-place -0.6"."""

    score: float
    why: str


@cache
def load_weights() -> Weights:
    """The weights. Raises PackError if the file is malformed."""
    return read_toml(Path(__file__).with_name("weights.toml"), Weights, PackError)


def compare(left: Telling, right: Telling, vocabulary: Vocabulary, weighed: Weights | None = None) -> Likeness | None:
    """How alike two claims of one kind are; None if they cannot tell one thing, whatever else they share.

    They are weighed as `weighed` says, else as weights.toml does.
    """
    found = reasons(left, right, vocabulary)
    if found is None:
        return None
    weights = (weighed or load_weights()).weights
    told = [(reason, times * weights[reason]) for reason, times in found]
    total = weights["start"] + sum(weight for _, weight in told)
    why = ", ".join(f"{reason} {weight:+.1f}" for reason, weight in told if abs(weight) >= SHOWN)
    return Likeness(score=1 / (1 + exp(-total)), why=why)


def reasons(left: Telling, right: Telling, vocabulary: Vocabulary) -> list[tuple[str, float]] | None:
    """What speaks for and against two claims telling one thing, each with how many times its weight it counts.

    None if they cannot, whatever else they share.
    """
    if type(left.claim) is not type(right.claim) or _different(left, right):
        return None
    return list(_reasons(left, right, vocabulary))


def told_apart(left: Telling, right: Telling) -> bool:
    """Whether one story means two things by two claims.

    It does, since coding joins what a story tells twice; but not by two visits of the same to the same, or two of one
    kind of engagement, whose days meet: those are told in so many words that coding may miss it. Nor by two of one type
    and sides in one sentence, which may be one act read twice.
    """
    a, b = left.claim, right.claim
    if left.sides != right.sides or _different(left, right):
        return True
    if isinstance(a, Event) and isinstance(b, Event):
        repeated = a.mode == b.mode == VISIT or a.evidence.sentence == b.evidence.sentence
    else:
        repeated = isinstance(a, Engagement) and isinstance(b, Engagement) and a.kind == b.kind
    apart = left.days and right.days and _days(left.days, right.days) == "days-apart"
    return not repeated or bool(apart)


def _different(left: Telling, right: Telling) -> bool:
    """Whether two claims contradict each other so plainly that they are of two things."""
    a, b = left.claim, right.claim
    if isinstance(a, Event) and isinstance(b, Event) and (a.type, a.standing) != (b.type, b.standing):
        return True
    if isinstance(a, Engagement) and isinstance(b, Engagement):
        one_kind = a.kind == b.kind or any({a.kind, b.kind} <= kinds for kinds in KINDS)
        if not one_kind or (a.round and b.round and a.round != b.round):
            return True
    if isinstance(a, Tenure) and isinstance(b, Tenure):
        return left.sides != right.sides or not _same_person(left, right)
    return not _sides_fit(left, right) or _other_people(left, right) or _other_journey(left, right)


def _other_journey(left: Telling, right: Telling) -> bool:
    """Whether both are visits, and to other countries or more of them: a leg of a tour is not the tour."""
    if not (_is_visit(left) and _is_visit(right)):
        return False
    return any(ours != theirs for ours, theirs in zip(left.sides, right.sides, strict=True) if ours and theirs)


def _is_visit(telling: Telling) -> bool:
    claim = telling.claim
    return VISIT in {
        claim.kind if isinstance(claim, Engagement) else "",
        claim.mode if isinstance(claim, Event) else "",
    }


def _other_office(left: Telling, right: Telling) -> bool:
    """Whether both tell of offices of one country, in one language, and of no two that share a word."""
    ours, theirs = left.offices, right.offices
    return left.keys.lang == right.keys.lang and any(
        not any(one & other for one in ours[country] for other in theirs[country])
        for country in ours.keys() & theirs.keys()
    )


def _sides_fit(left: Telling, right: Telling) -> bool:
    """Whether the sides are the same, or untold in one; and at least one is told in both.

    Sides that act together may be given in any order, and one story may name more of them.
    """
    together = [frozenset.union(*telling.sides) for telling in (left, right)]
    if together[0] == together[1] and together[0]:
        return True
    if isinstance(left.claim, Engagement):
        return bool(together[0] and together[1]) and (together[0] <= together[1] or together[1] <= together[0])
    shared = [(a, b) for a, b in zip(left.sides, right.sides, strict=True) if a and b]
    return bool(shared) and all(a <= b or b <= a for a, b in shared)


def _other_people(left: Telling, right: Telling) -> bool:
    """Whether both name persons of one country, and none is the same."""
    ours, theirs = _names(left), _names(right)
    return any(not _meet(ours[country], theirs[country]) for country in ours.keys() & theirs.keys())


def _same_person(left: Telling, right: Telling) -> bool:
    return _persons_shared(left, right) > 0


def _persons_shared(left: Telling, right: Telling) -> int:
    """How many persons both name: of those that fewer are named of."""
    ours, theirs = _names(left), _names(right)
    shared = 0
    for country in ours.keys() & theirs.keys():
        met = [name for name in ours[country] if _meet({name}, theirs[country])]
        shared += min(len(met), len(theirs[country]))
    return shared


def _names(telling: Telling) -> dict[str, set[tuple[str, ...]]]:
    """The sounds of the names of persons, word by word, by country."""
    names: dict[str, set[tuple[str, ...]]] = {}
    for party in telling.people:
        if sounds := sounds_of(party.name):
            names.setdefault(party.country, set()).add(sounds)
    return names


def _meet(ours: set[tuple[str, ...]], theirs: set[tuple[str, ...]]) -> bool:
    """Whether any two names may be one person's: all words of the shorter are in the longer (Modi, Narendra Modi)."""
    return any(set(a) <= set(b) or set(b) <= set(a) for a in ours for b in theirs)


def _reasons(left: Telling, right: Telling, vocabulary: Vocabulary) -> Reasons:
    across = "" if left.keys.lang == right.keys.lang else "-across"
    if across:
        yield "other-language", 1
    yield "story" + across, vocabulary.alike(left.story.keys, right.story.keys)
    if left.story.twin == right.story.number:
        yield "twins", 1
    alike = vocabulary.alike(left.keys, right.keys, whole=not isinstance(left.claim, Statement))
    yield "sentence" + across, alike
    if alike >= COPIED and not across:
        yield "copied", 1
    if isinstance(left.claim, Statement):
        if alike < OTHER_WORDS:
            yield "other-words", 1
    elif fold(left.claim.evidence.quote) == fold(right.claim.evidence.quote):
        yield "same-words", 1
    elif isinstance(left.claim, Event) and not across and left.claim.by != right.claim.by:
        yield "other-act", 1
    yield from _of_sides(left, right)
    if alike < COPIED or across:
        yield from _of_days(left, right)
    yield from _of_place(left, right)
    yield from _of_kind(left, right)


def _of_sides(left: Telling, right: Telling) -> Reasons:
    if len(frozenset.union(*left.sides)) > 1 and len(frozenset.union(*right.sides)) > 1:
        yield "two-countries", 1
    else:
        yield "one-country", 1
    if frozenset.union(*left.sides) == frozenset.union(*right.sides):
        yield "same-sides", 1
    elif any(bool(a) != bool(b) for a, b in zip(left.sides, right.sides, strict=True)):
        yield "one-side-untold", 1
    else:
        yield "more-sides", 1
    if _other_office(left, right):
        yield "other-office", 1
    if shared := _persons_shared(left, right):
        yield "same-person", 1
        if shared > 1:
            yield "same-persons", 1


def _of_days(left: Telling, right: Telling) -> Reasons:
    if left.days and right.days:
        yield _days(left.days, right.days), 1
        return
    if left.about is None or right.about is None:
        yield "no-day", 1
        return
    gap = abs(left.about - right.about)
    yield ("told-together", 1) if gap <= 1 else ("told-apart", min(gap, FARTHEST))


def _days(left: Days, right: Days) -> str:
    if left == right:
        return "same-days"
    gap = max(left[0], right[0]) - min(left[1], right[1])
    if gap <= 0:
        return "days-meet"
    return "days-near" if gap == 1 else "days-apart"


def _of_place(left: Telling, right: Telling) -> Reasons:
    here, there = left.claim.where, right.claim.where
    if not here or not there:
        return
    if here.country and there.country and here.country != there.country:
        yield "other-country", 1
    elif (here.place_id and here.place_id == there.place_id) or sounds_of(here.text) == sounds_of(there.text):
        yield "same-place", 1
    elif here.country and here.country == there.country:
        yield "other-place", 1


def _of_kind(left: Telling, right: Telling) -> Reasons:
    a, b = left.claim, right.claim
    if isinstance(a, Event) and isinstance(b, Event):
        yield from _of_events(a, b)
    elif isinstance(a, Statement) and isinstance(b, Statement):
        yield from _of_statements(a, b)
    elif isinstance(a, Engagement) and isinstance(b, Engagement):
        yield from _of_engagements(a, b)
    elif isinstance(a, Tenure) and isinstance(b, Tenure) and fold(a.office) == fold(b.office):
        yield "same-office", 1


def _of_events(a: Event, b: Event) -> Reasons:
    if a.mode and b.mode:
        yield ("same-mode" if a.mode == b.mode else "other-mode"), 1
        if a.mode == b.mode == VISIT:
            yield "visits", 1
    elif VISIT in {a.mode, b.mode}:
        yield "one-mode", 1


def _of_statements(a: Statement, b: Statement) -> Reasons:
    if a.act == b.act:
        yield "same-kind", 1
    if bool(a.speaker.name) != bool(b.speaker.name):
        yield ("same-title" if _titles_meet(a.speaker, b.speaker) else "other-speaker"), 1


def _titles_meet(one: Party, other: Party) -> bool:
    """Whether all the words that one is told of by are among the other's: "the minister", "minister Anna Lind"."""
    ours, theirs = ({*fold_phrase(f"{party.text} {party.office} {party.name}")} for party in (one, other))
    return ours <= theirs or theirs <= ours


def _of_engagements(a: Engagement, b: Engagement) -> Reasons:
    yield "engagement", 1
    if a.kind == b.kind:
        yield "same-kind", 1
    if a.round and a.round == b.round:
        yield "same-round", 1
    if (name := sounds_of(a.series or a.name)) and name == sounds_of(b.series or b.name):
        yield "same-series", 1
