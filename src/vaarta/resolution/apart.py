"""How far apart two stories tell their claims, and whether of two countries: reasons in one language and across two."""

from collections.abc import Iterator
from typing import TypeAlias

from vaarta.resolution.contradictions import is_visit
from vaarta.resolution.tellings import Telling

__all__ = ["FARTHEST", "WEEKS", "Reasons", "days_after", "of_countries", "told_apart"]

Reasons: TypeAlias = Iterator[tuple[str, float]]  # each with how many times its weight it counts

FARTHEST = 5  # days between stories: more are no more against
WEEKS = 31  # days from a day that one states to the other's story: more, and it looks back on something else


def told_apart(left: Telling, right: Telling) -> Reasons:
    """What the days on which two claims are told, or that one of them states, say of both."""
    if left.about is None or right.about is None:
        yield "no-day", 1
        return
    gap = abs(left.about - right.about)
    if gap > WEEKS:
        yield "long-after", 1
    yield ("told-together", 1) if gap <= 1 else ("told-apart", min(gap, FARTHEST))


def days_after(left: Telling, right: Telling) -> int:
    """How many days after the day that only one of two claims states the other's story tells it; 0 if not after it."""
    if bool(left.days) == bool(right.days):
        return 0
    days, told = (left.days, right.story.published) if left.days else (right.days, left.story.published)
    return 0 if days is None or told is None else max(0, told - days[1])


def of_countries(left: Telling, right: Telling) -> list[tuple[str, float]] | None:
    """What it says of two claims that their places are in two countries; None if they are not.

    Nothing of visits: whoever visits several countries is told of now in the one, now in the other.
    """
    here, there = left.claim.where, right.claim.where
    if not here or not there or not here.country or not there.country or here.country == there.country:
        return None
    return [] if is_visit(left) and is_visit(right) else [("other-country", 1)]
