"""What speaks for and against two claims telling one thing."""

from collections.abc import Iterator
from functools import cache
from typing import TypeAlias

from vaarta.ontology import load_ontology
from vaarta.packs.sounds import sounds_of
from vaarta.records import Claim, Engagement, Event, Statement, Tenure
from vaarta.resolution.contradictions import COPIED, VISIT, days_between, different, is_visit
from vaarta.resolution.contrasts import contrasts
from vaarta.resolution.keys import Vocabulary
from vaarta.resolution.persons import other_sectors, persons_shared
from vaarta.resolution.tellings import Telling, alike
from vaarta.resolution.towns import near, town_of
from vaarta.text import fold

__all__ = ["reasons"]

Reasons: TypeAlias = Iterator[tuple[str, float]]
"""Reasons by name, each with how many times its weight it counts."""

FARTHEST = 5  # days between stories: more are no more against
OTHER_WORDS = 0.2  # of two sayings: less alike, they say other things
WEEKS = 31  # days from a day that one states to the other's story: more, and it looks back on something else
MANY = 3  # rare words shared: more are no more for it


def reasons(
    left: Telling, right: Telling, vocabulary: Vocabulary, rival: float = 0.0
) -> list[tuple[str, float]] | None:
    """What speaks for and against two claims telling one thing, each with how many times its weight it counts.

    None if they cannot, whatever else they share. `rival` is by how much another claim of either's story is liker.
    """
    if different(left, right):
        return None
    return list(_reasons(left, right, vocabulary, rival))


def _reasons(left: Telling, right: Telling, vocabulary: Vocabulary, rival: float) -> Reasons:
    across = left.keys.lang != right.keys.lang
    likeness = alike(left, right, vocabulary)
    if across:
        yield from _across(left, right, vocabulary, likeness)
    else:
        yield from _in_one_language(left, right, vocabulary, likeness)
    if rival > 0:
        yield "rival", rival
    if left.story.published is not None and left.story.published == right.story.published:
        yield "one-day", 1
    yield from _of_sides(left, right)
    if likeness < COPIED or across:
        yield from _of_days(left, right)
    yield from _of_place(left, right)
    yield from _of_kind(left, right)


def _in_one_language(left: Telling, right: Telling, vocabulary: Vocabulary, likeness: float) -> Reasons:
    """What the words of two claims say."""
    story, around = left.story.held.get(right.story.number), vocabulary.held(left.near, right.near)
    if story is None:
        story = vocabulary.held(left.story.keys, right.story.keys)
    yield "story", story
    if likest := max(left.story.likest, right.story.likest):
        yield "likest-story", story / likest
    yield "sentence", likeness
    yield "held", vocabulary.held(left.keys, right.keys)
    yield "near", around
    yield from contrasts(left, right, vocabulary, likeness, around)
    if rare := vocabulary.rare_shared(left.keys, right.keys):
        yield "rare-words", min(rare, MANY)
    if likeness >= COPIED:
        yield "copied", 1
    if isinstance(left.claim, Statement):
        if likeness < OTHER_WORDS:
            yield "other-words", 1
    elif isinstance(left.claim, Event):
        if _told_by_other_words(left.claim, right.claim):
            yield "other-act", 1
        if _quad(left.claim.type) == "verbal conflict":
            yield "verbal-conflict", 1


@cache
def _quad(type_: str) -> str:
    """The quad class of a type of event: what is only said, or done, for or against."""
    entry = load_ontology().types.get(type_)
    return entry.quad if entry else ""


def _told_by_other_words(a: Claim, b: Claim) -> bool:
    """Whether two acts are told by words that a pack keeps apart."""
    return a.by != b.by and fold(a.evidence.quote) != fold(b.evidence.quote)


def _across(left: Telling, right: Telling, vocabulary: Vocabulary, likeness: float) -> Reasons:
    """What speaks for two claims in two languages: names and numbers, and whatever else both tell."""
    yield "two-languages", 1
    yield "story-across", vocabulary.held(left.story.keys, right.story.keys)
    yield "sentence-across", likeness
    if left.story.twin == right.story.number:
        yield "twins", 1
    elif left.story.twin is not None and right.story.twin is not None:
        yield "other-twins", 1
    if shared := persons_shared(left, right):
        yield "same-person", min(shared, 2)
    if isinstance(left.claim, Engagement):
        yield "engagement", 1


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
    if others := other_sectors(left, right):
        yield "other-sector", others
    if left.keys.lang == right.keys.lang and persons_shared(left, right) > 1:
        yield "same-persons", 1


def _of_days(left: Telling, right: Telling) -> Reasons:
    if left.days and right.days:
        apart = days_between(left, right)
        yield "same-days" if left.days == right.days else ("days-meet", "days-near", "days-apart")[min(apart, 2)], 1
        return
    if left.about is None or right.about is None:
        yield "no-day", 1
        return
    gap = abs(left.about - right.about)
    if gap > WEEKS:
        yield "long-after", 1
    yield ("told-together", 1) if gap <= 1 else ("told-apart", min(gap, FARTHEST))


def _of_place(left: Telling, right: Telling) -> Reasons:
    here, there = left.claim.where, right.claim.where
    if not here or not there:
        return
    if here.country and there.country and here.country != there.country:
        # Whoever visits several countries is told of now in the one, now in the other.
        if not (is_visit(left) and is_visit(right)):
            yield "other-country", 1
        return
    towns = town_of(left.claim), town_of(right.claim)
    if towns[0] and towns[1]:
        yield ("same-place" if near(towns[0], towns[1]) else "other-town"), 1
    elif left.keys.lang != right.keys.lang and sounds_of(here.text) == sounds_of(there.text):
        # In one language that the country is the same says nothing: so say the sides.
        yield "same-place", 1


def _of_kind(left: Telling, right: Telling) -> Reasons:
    a, b = left.claim, right.claim
    if isinstance(a, Event) and isinstance(b, Event):
        yield from _of_events(a, b)
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


def _of_engagements(a: Engagement, b: Engagement) -> Reasons:
    if a.round and a.round == b.round:
        yield "same-round", 1
    if (name := sounds_of(a.series or a.name)) and name == sounds_of(b.series or b.name):
        yield "same-series", 1
