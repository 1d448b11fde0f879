"""What a careful reader holds two tellings in one language against each other for, besides words, sides and days."""

from vaarta.records import Engagement, Event
from vaarta.resolution.apart import Reasons
from vaarta.resolution.contradictions import days_between
from vaarta.resolution.tellings import Telling
from vaarta.resolution.towns import near, town_of

__all__ = ["contrasts", "retold_there"]

FORCE = "ASSAULT"
FORCE_AGAIN = 2  # days between stories: the same sides may have clashed again
MOST_NUMBERS = 2  # near the act, that both tell: more are no more for it
MANY = {"meeting", "conference"}
"""Kinds of engagement that one visitor has many of in a day, each a reason of its own."""


def contrasts(left: Telling, right: Telling, shared: float, around: float) -> Reasons:
    """The reasons that two claims of one kind give, with how many times their weight they count.

    `shared` is how many words they share, by rarity, `around` how much of the words around the one is in the other.
    """
    if isinstance(left.claim, Engagement):
        yield from _of_contacts(left, right)
        yield "contact-words", shared
        yield "contact-near", around
    yield from _of_details(left, right)
    if retold_there(left, right):
        yield "retold-there", 1
    elif _stories_apart(left, right) >= FORCE_AGAIN and _is_force(left) and not _meet(left, right):
        yield "force-apart", 1


def retold_there(left: Telling, right: Telling) -> bool:
    """Whether both tell of force in one town, on no other days, one of them below the opening: a blow looked back on.

    A blow that is known by its town is told of for weeks: when it is told says nothing.
    """
    if not _is_force(left) or (left.opens and right.opens) or days_between(left, right) > 1:
        return False
    # Not a neighbour: where towns are struck often, the next one is another blow.
    town = town_of(left.claim)
    return town is not None and town == town_of(right.claim)


def _of_contacts(left: Telling, right: Telling) -> Reasons:
    yield "contact", 1
    kinds = {telling.claim.kind for telling in (left, right) if isinstance(telling.claim, Engagement)}
    yield from ((kind, 1) for kind in sorted(MANY & kinds) if len(kinds) == 1)
    if left.opens and right.opens:
        yield "contact-opens", 1
    if not left.days and not right.days:
        yield "contact-day-untold", 1
    if _held_as_planned(left, right):
        yield "planned-and-held", 1


def _held_as_planned(left: Telling, right: Telling) -> bool:
    """Whether one story tells beforehand of what the other tells that it happened."""
    planned, held = sorted((left, right), key=lambda telling: telling.claim.standing != "planned")
    if (planned.claim.standing, held.claim.standing) != ("planned", "happened"):
        return False
    before, after = planned.story.published, held.story.published
    return before is not None and after is not None and before <= after + 1


def _of_details(left: Telling, right: Telling) -> Reasons:
    ours, theirs = left.told, right.told
    if ours.persons and theirs.persons and not ours.persons & theirs.persons:
        yield "other-named", 1
    past = [telling.told.years - {telling.story.year, telling.story.year + 1} for telling in (left, right)]
    if any(past) and not past[0] & past[1]:
        yield "past-year", 1
    ours, theirs = left.around, right.around
    if bool(ours.bodies) != bool(theirs.bodies):
        yield "body-untold", 1
    if ours.numbers and theirs.numbers and not ours.numbers & theirs.numbers:
        yield "other-numbers", 1
    if shared := ours.numbers & theirs.numbers:
        yield "same-numbers", min(MOST_NUMBERS, len(shared))


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
