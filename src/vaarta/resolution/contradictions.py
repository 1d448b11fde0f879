"""What two claims contradict each other in so plainly that they are of two things, whatever else they share."""

from vaarta.records import Engagement, Event, Statement, Tenure
from vaarta.resolution.keys import Vocabulary
from vaarta.resolution.persons import other_people, persons_shared
from vaarta.resolution.tellings import VISIT, Telling, alike
from vaarta.resolution.towns import near, town_of

__all__ = ["COPIED", "VISIT", "days_between", "different", "is_visit", "told_apart"]

KINDS = ({"meeting", "summit", "conference", "dialogue-round", "call"}, {"visit", "delegation"})
"""Kinds of engagement that one thing may be called by: a summit is a meeting, a delegation's journey a visit."""
GATHERINGS = {"summit", "conference"}
ORGANISATION = "IGO"  # stands among sides for an international organisation
MULTILATERAL = "multilateral"  # mode of an act at the table of a body
COPIED = 0.8  # of two sentences in one language: an agency's, in two papers
SAID_TWICE = 0.25  # of two sayings in one story: this alike, the opening sums up what is quoted below


def different(left: Telling, right: Telling) -> bool:
    """Whether two claims are of two things: of other types or rounds, sides, persons or journeys."""
    a, b = left.claim, right.claim
    if type(a) is not type(b):
        return True
    if isinstance(a, Event) and isinstance(b, Event) and (a.type, a.standing) != (b.type, b.standing):
        return True
    if isinstance(a, Engagement) and isinstance(b, Engagement):
        one_kind = a.kind == b.kind or any({a.kind, b.kind} <= kinds for kinds in KINDS)
        if not one_kind or (a.round and b.round and a.round != b.round) or _beside_a_summit(a, b):
            return True
    if isinstance(a, Tenure):
        return left.sides != right.sides or not persons_shared(left, right)
    return not _sides_fit(left, right) or other_people(left, right) or _other_journey(left, right)


def told_apart(left: Telling, right: Telling, vocabulary: Vocabulary) -> bool:
    """Whether one story means two things by two claims.

    Its opening and its body often tell one thing in so many words that coding did not see it. So they are two if days
    or towns are others, or only one is an act of many at one table; sayings if they are in other words, engagements if
    other sides take part. Of tenures each is its own.
    """
    a, b = left.claim, right.claim
    if different(left, right):
        return True
    likeness = alike(left, right, vocabulary)
    if isinstance(a, Event) and isinstance(b, Event):
        one_table = (a.mode == MULTILATERAL) == (b.mode == MULTILATERAL)
        repeated = one_table and not _in_other_towns(left, right)
    elif isinstance(a, Statement):
        repeated = likeness >= SAID_TWICE
    else:
        repeated = isinstance(a, Engagement) and left.sides == right.sides
    return not repeated or (likeness < COPIED and days_between(left, right) > 1)


def _in_other_towns(left: Telling, right: Telling) -> bool:
    """Whether both name the town where it was, and the towns are no neighbours."""
    here, there = town_of(left.claim), town_of(right.claim)
    return here is not None and there is not None and not near(here, there)


def days_between(left: Telling, right: Telling) -> int:
    """How many days lie between the days that two claims state: 0 if they meet, 1 if one is the day after the other."""
    if not left.days or not right.days:
        return 0
    return max(0, max(left.days[0], right.days[0]) - min(left.days[1], right.days[1]))


def is_visit(telling: Telling) -> bool:
    """Whether a claim is of a journey."""
    claim = telling.claim
    return VISIT in {
        claim.kind if isinstance(claim, Engagement) else "",
        claim.mode if isinstance(claim, Event) else "",
    }


def _beside_a_summit(a: Engagement, b: Engagement) -> bool:
    """Whether one is an organisation's summit or conference, the other a meeting with its officers beside it."""
    gathered = [engagement.kind in GATHERINGS for engagement in (a, b)]
    return gathered[0] != gathered[1] and ORGANISATION in a.parties and ORGANISATION in b.parties


def _other_journey(left: Telling, right: Telling) -> bool:
    """Whether both are visits, and of other visitors, or to other countries or more of them.

    A leg of a tour is not the tour, nor is a visit its return.
    """
    if not (is_visit(left) and is_visit(right)):
        return False
    if left.leg != right.leg:
        return True
    a, b = left.claim, right.claim
    if isinstance(a, Engagement) and isinstance(b, Engagement):
        visitors = [{head.country for head in engagement.heads[:1] if head.country} for engagement in (a, b)]
        if all(visitors) and not visitors[0] & visitors[1]:
            return True
    return any(ours != theirs for ours, theirs in zip(left.sides, right.sides, strict=True) if ours and theirs)


def _sides_fit(left: Telling, right: Telling) -> bool:
    """Whether the sides are the same, or untold in one; and at least one is told in both.

    Sides that act together may be given in any order, and one story may name more of them. What the one does to the
    other is not what the other does to the one.
    """
    together = [frozenset.union(*telling.sides) for telling in (left, right)]
    shared = [(a, b) for a, b in zip(left.sides, right.sides, strict=True) if a and b]
    directed = len(shared) > 1 and not any(a & b for a, b in shared)
    if together[0] == together[1] and together[0] and not directed:
        return True
    if isinstance(left.claim, Engagement):
        return bool(together[0] and together[1]) and (together[0] <= together[1] or together[1] <= together[0])
    return bool(shared) and all(a <= b or b <= a for a, b in shared)
