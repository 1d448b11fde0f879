"""What speaks for and against two claims in two languages telling one thing: names and numbers, sides, days, places."""

from vaarta.packs.sounds import sounds_of
from vaarta.records import Engagement
from vaarta.resolution.apart import Reasons, of_countries, told_apart
from vaarta.resolution.contradictions import days_between
from vaarta.resolution.keys import Vocabulary
from vaarta.resolution.persons import other_sectors, persons_shared
from vaarta.resolution.tellings import Telling, alike, told_on_one_day
from vaarta.resolution.towns import near, town_of

__all__ = ["reasons_across"]


def reasons_across(left: Telling, right: Telling, vocabulary: Vocabulary, rival: float) -> Reasons:
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
    if rival > 0:
        yield "rival", rival
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
    if others := other_sectors(left.sectors, right.sectors):
        yield "other-sector", others


def _of_days(left: Telling, right: Telling) -> Reasons:
    if left.days and right.days:
        apart = days_between(left, right)
        yield "same-days" if left.days == right.days else ("days-meet", "days-near", "days-apart")[min(apart, 2)], 1
        return
    yield from told_apart(left, right)


def _of_place(left: Telling, right: Telling) -> Reasons:
    here, there = left.claim.where, right.claim.where
    if not here or not there:
        return
    if (apart := of_countries(left, right)) is not None:
        yield from apart
        return
    towns = town_of(left.claim), town_of(right.claim)
    if towns[0] and towns[1]:
        yield ("same-place" if near(towns[0], towns[1]) else "other-town"), 1
    elif sounds_of(here.text) == sounds_of(there.text):
        yield "same-place", 1
