"""Who takes part: whether two claims name the same persons, and speak of the same kind of side."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from typing import TypeAlias

from vaarta.resolution.tellings import Telling

__all__ = ["Names", "Sectors", "other_people", "other_sectors", "persons_shared", "share_name"]

Names: TypeAlias = Mapping[str, AbstractSet[tuple[str, ...]]]
"""The sounds of persons' names, word by word, by country."""
Sectors: TypeAlias = Mapping[str, frozenset[str]]
"""The sectors of sides, by country."""


def other_people(left: Telling, right: Telling) -> bool:
    """Whether both name persons of one country, and none is the same."""
    ours, theirs = left.names, right.names
    return any(not _meet(ours[country], theirs[country]) for country in ours.keys() & theirs.keys())


def persons_shared(left: Telling, right: Telling) -> int:
    """How many persons both name: of those that fewer are named of."""
    ours, theirs = left.names, right.names
    shared = 0
    for country in ours.keys() & theirs.keys():
        met = [name for name in ours[country] if _meet({name}, theirs[country])]
        shared += min(len(met), len(theirs[country]))
    return shared


def share_name(ours: Names, theirs: Names) -> bool:
    """Whether any person of any country is named in both."""
    return any(_meet(ours[country], theirs[country]) for country in ours.keys() & theirs.keys())


def other_sectors(ours: Sectors, theirs: Sectors, alike: AbstractSet[str] = frozenset()) -> int:
    """For how many countries both tell of sides of other sectors: a president, and the people who live there.

    Sectors that are all of `alike` are no others.
    """
    both = ((ours[country], theirs[country]) for country in ours.keys() & theirs.keys())
    return sum(not mine & other and not mine | other <= alike for mine, other in both)


def _meet(ours: AbstractSet[tuple[str, ...]], theirs: AbstractSet[tuple[str, ...]]) -> bool:
    """Whether any two names may be one person's: all words of the shorter are in the longer (Modi, Narendra Modi)."""
    return any(set(a) <= set(b) or set(b) <= set(a) for a in ours for b in theirs)
