"""When contacts of two kinds are one: a meeting told in a round's words, an organisation's forum by another noun."""

from vaarta.coding.gatherings import WORLD
from vaarta.records import Engagement

__all__ = ["fuller_kind", "may_be_one", "one_forum", "told_within"]

FULLNESS = {"summit": 3, "dialogue-round": 3, "conference": 2, "meeting": 1}
"""Kinds of one gathering, by how much they tell: "the meeting" is the summit."""
FORUMS = {"conference", "summit"}


def may_be_one(left: Engagement, right: Engagement) -> bool:
    """Whether round, standing and days, where both tell them, let two tellings be of one contact."""
    if left.round and right.round and left.round != right.round:
        return False
    if {left.standing, right.standing} == {"happened", "denied"}:
        return False  # one that was held and one that was not
    if left.when and right.when and left.when.first and right.when.first:
        ends = (left.when.last or left.when.first, right.when.last or right.when.first)
        return left.when.first <= ends[1] and right.when.first <= ends[0]
    return True


def one_forum(left: Engagement, right: Engagement) -> bool:
    """Whether two tellings are of one forum: a summit that is called a conference, an organisation's meeting.

    Whom someone named meets of an organisation he meets beside its forum: that is a meeting of its own.
    """
    kinds = {left.kind, right.kind}
    if left.parties != right.parties or len(kinds) == 1 or not may_be_one(left, right):
        return False
    if kinds == FORUMS:
        return True
    named = any(e.kind == "meeting" and e.heads for e in (left, right))
    return "meeting" in kinds and bool(kinds & FORUMS) and bool(WORLD & {*left.parties}) and not named


def told_within(left: Engagement, right: Engagement) -> bool:
    """Whether the words of one hold those of the other, of the same sides: "held a third | round | of talks"."""
    (first, last), (start, end) = left.evidence.span, right.evidence.span
    kinds = {left.kind, right.kind}
    nested = first < end and start < last and left.parties == right.parties
    return nested and len(kinds) > 1 and kinds <= FULLNESS.keys() and may_be_one(left, right)


def fuller_kind(left: Engagement, right: Engagement) -> Engagement | None:
    """Which of two tellings of one contact names its kind more fully; None if they are of one kind."""
    if left.kind == right.kind:
        return None
    return max(left, right, key=lambda e: FULLNESS.get(e.kind, 0))
