"""What a careful reader holds two tellings in one language against each other for, besides words, sides and days."""

from collections.abc import Iterator
from typing import TypeAlias

from vaarta.records import Engagement, Event, Statement
from vaarta.resolution.contradictions import days_between
from vaarta.resolution.keys import Vocabulary
from vaarta.resolution.tellings import Telling
from vaarta.resolution.towns import near, town_of

__all__ = ["contrasts"]

Reasons: TypeAlias = Iterator[tuple[str, float]]
UNLIKE, UNLIKE_AROUND = 0.1, 0.15  # of the sentences, and of the words around the act: less says no more than the sides
OTHERS = 0.1  # of the words for whom it was done to: less alike, they are others
FORCE = "ASSAULT"
FORCE_AGAIN = 2  # days between stories: the same sides may have clashed again
STALE = 3  # days between stories: they seldom tell the news of one day


def contrasts(left: Telling, right: Telling, vocabulary: Vocabulary, likeness: float, around: float) -> Reasons:
    """The reasons that two claims of one kind give, with how many times their weight they count.

    `likeness` is that of what they say, `around` how much of the words around the one is in the other.
    """
    yield from _of_texts(left, right, likeness, around)
    yield from _of_whom(left, right, vocabulary)
    yield from _of_details(left, right)
    apart = _stories_apart(left, right)
    if apart >= STALE:
        yield "stories-apart", 1
    if apart >= FORCE_AGAIN and _is_force(left) and not _meet(left, right):
        yield "force-apart", 1


def _of_texts(left: Telling, right: Telling, likeness: float, around: float) -> Reasons:
    if isinstance(left.claim, Statement):
        yield "saying", 1
    elif isinstance(left.claim, Engagement):
        yield "contact", 1
    if likeness < UNLIKE and around < UNLIKE_AROUND:
        yield "unlike", 1
    if left.opens == right.opens:
        yield ("both-open" if left.opens else "neither-opens"), 1


def _of_whom(left: Telling, right: Telling, vocabulary: Vocabulary) -> Reasons:
    if not left.names and not right.names:
        yield "no-names", 1
    if left.onto is None or right.onto is None:
        if left.onto is not right.onto:
            yield "onto-untold", 1
    elif vocabulary.held(left.onto, right.onto) < OTHERS:
        yield "onto-others", 1


def _of_details(left: Telling, right: Telling) -> Reasons:
    ours, theirs = left.told, right.told
    if ours.persons and theirs.persons and not ours.persons & theirs.persons:
        yield "other-named", 1
    if ours.counted != theirs.counted:
        yield "one-counted", 1
    past = [telling.told.years - {telling.story.year, telling.story.year + 1} for telling in (left, right)]
    if any(past) and not past[0] & past[1]:
        yield "past-year", 1
    ours, theirs = left.around, right.around
    if bool(ours.bodies) != bool(theirs.bodies):
        yield "body-untold", 1
    if ours.numbers and theirs.numbers and not ours.numbers & theirs.numbers:
        yield "other-numbers", 1


def _stories_apart(left: Telling, right: Telling) -> int:
    days = left.story.published, right.story.published
    return 0 if days[0] is None or days[1] is None else abs(days[0] - days[1])


def _is_force(telling: Telling) -> bool:
    return isinstance(telling.claim, Event) and telling.claim.type == FORCE


def _meet(left: Telling, right: Telling) -> bool:
    """Whether both state days that meet, or were in one town."""
    towns = town_of(left.claim), town_of(right.claim)
    one_town = towns[0] is not None and towns[1] is not None and near(towns[0], towns[1])
    return one_town or (left.days is not None and right.days is not None and days_between(left, right) == 0)
