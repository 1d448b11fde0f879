"""What speaks for and against two claims in two languages telling one thing: names and numbers, sides, days, places."""

from collections.abc import Iterator
from typing import TypeAlias

from vaarta.packs.sounds import sounds_of
from vaarta.records import Engagement
from vaarta.resolution.contradictions import days_between, is_visit
from vaarta.resolution.keys import Vocabulary
from vaarta.resolution.persons import other_sectors, persons_shared
from vaarta.resolution.rivals import Rivalry
from vaarta.resolution.tellings import Telling, alike, told_on_one_day
from vaarta.resolution.towns import near, town_of

__all__ = ["reasons_across"]

Reasons: TypeAlias = Iterator[tuple[str, float]]

FARTHEST = 5  # days between stories: more are no more against
WEEKS = 31  # days from a day that one states to the other's story: more, and it looks back on something else


def reasons_across(left: Telling, right: Telling, vocabulary: Vocabulary, rivalry: Rivalry) -> Reasons:
    """The reasons that two claims in two languages give, with how many times their weight they count."""
    yield "story", vocabulary.held(left.story.keys, right.story.keys)
    yield "sentence", alike(left, right, vocabulary)
    if left.story.twin == right.story.number:
        yield "twins", 1
    elif left.story.twin is not None and right.story.twin is not None:
        yield "other-twins", 1
    if shared := persons_shared(left, right):
        yield "same-person", min(shared, 2)
    if isinstance(left.claim, Engagement):
        yield "engagement", 1
    if rivalry.liker > 0:
        yield "rival", rivalry.liker
    if told_on_one_day(left, right):
        yield "one-day", 1
    yield from _of_sides(left, right)
    yield from _of_days(left, right)
    yield from _of_place(left, right)


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
    elif sounds_of(here.text) == sounds_of(there.text):
        yield "same-place", 1
