"""What a careful reader holds two tellings in one language against each other for, besides words, sides and days."""

from vaarta.records import Engagement, Event, Statement
from vaarta.resolution.apart import Reasons
from vaarta.resolution.contradictions import days_between, is_visit
from vaarta.resolution.tellings import Telling
from vaarta.resolution.towns import town_of

__all__ = ["FORCE", "contrasts", "retold_there"]

FORCE = "ASSAULT"
MEETING = "meeting"  # of which one visitor has many in a day
CONFERENCE = "conference"
SUMMIT = "summit"
FIRE = {"firearms", "heavy-weapons"}  # modes of force that is used across a border again and again
MOST_NUMBERS = 2  # near the act, that both tell: more are no more for it
BELOW = 300  # characters
FARTHEST_BELOW = 6  # times so many below the beginnings of both stories: farther says no more
NOUN = "nominal"  # in the names of the pack's entries for acts told as nouns: "the attack on X", which is known already


def contrasts(left: Telling, right: Telling) -> Reasons:
    """The reasons that two claims of one kind give, with how many times their weight they count."""
    if isinstance(left.claim, Engagement):
        yield from _of_contacts(left, right)
    yield from _of_telling(left, right)
    yield from _of_details(left, right)
    yield from _of_modes(left, right)
    if is_visit(left) and is_visit(right) and bool(left.stops) != bool(right.stops):
        yield "stop", 1
    if retold_there(left, right):
        yield "retold-there", 1


def _of_telling(left: Telling, right: Telling) -> Reasons:
    """How both stories tell it: as a noun, below their beginnings, with the place."""
    if nouns := sum(NOUN in telling.claim.by.partition(" ")[0] for telling in (left, right)):
        yield "told-as-noun", nouns
    yield "below", min(FARTHEST_BELOW, min(left.claim.evidence.span[0], right.claim.evidence.span[0]) / BELOW)
    if left.opens != right.opens:
        yield "opens-one", 1
    if left.claim.where and right.claim.where:
        yield "places-told", 1


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
    if kinds == {CONFERENCE, SUMMIT}:
        yield "conference-summit", 1
    if kinds == {MEETING}:
        yield "meeting", 1
    elif MEETING in kinds:
        yield "meeting-beside", 1
        if CONFERENCE in kinds:
            yield "conference-meeting", 1
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
    if isinstance(left.claim, Statement) and ours.numbers and theirs.numbers and not ours.numbers & theirs.numbers:
        yield "other-numbers-said", 1
    past = [telling.told.years - {telling.story.year, telling.story.year + 1} for telling in (left, right)]
    if any(past) and not past[0] & past[1]:
        yield "past-year", 1
    ours, theirs = left.around, right.around
    if bool(ours.bodies) != bool(theirs.bodies):
        yield "body-untold", 1
    if ours.bodies and theirs.bodies and not ours.bodies & theirs.bodies:
        yield "other-body", 1
    if ours.numbers and theirs.numbers and not ours.numbers & theirs.numbers:
        yield "other-numbers", 1
    if shared := ours.numbers & theirs.numbers:
        yield "same-numbers", min(MOST_NUMBERS, len(shared))


def _of_modes(left: Telling, right: Telling) -> Reasons:
    """Whether both or only one is told as an exchange of fire."""
    a, b = left.claim, right.claim
    fired = sum(event.mode in FIRE for event in (a, b) if isinstance(event, Event))
    if fired:
        yield ("fire" if fired > 1 else "one-fires"), 1


def _is_force(telling: Telling) -> bool:
    return isinstance(telling.claim, Event) and telling.claim.type == FORCE
