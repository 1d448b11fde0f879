"""The pairs of claims that may tell one thing, and their rivals: other claims of the same two stories that are liker.

A reader who finds one thing in two stories pairs each sentence of the one with that of the other which is likest to it.
"""

from collections.abc import Iterator, Sequence
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from vaarta.resolution.blocks import candidates
from vaarta.resolution.contradictions import different
from vaarta.resolution.keys import Vocabulary
from vaarta.resolution.tellings import Telling, alike
from vaarta.resolution.twins import find_likest, find_twins

__all__ = ["comparable"]

Numbers: TypeAlias = NDArray[np.int64]
Shares: TypeAlias = NDArray[np.float32]


def comparable(told: Sequence[Telling], vocabulary: Vocabulary) -> Iterator[tuple[int, int, float]]:
    """The numbers of claims to compare, each two once, with by how much another claim of either's story is liker.

    Less than 0, if none is.
    Twins among their stories, and how like these are, are noted on the way.
    """
    pairs = list(candidates(told, vocabulary))
    find_twins(((told[left].story, told[right].story) for left, right in pairs), vocabulary)
    find_likest(((told[left].story, told[right].story) for left, right in pairs), vocabulary)
    if not pairs:
        return
    shares = np.array([alike(told[left], told[right], vocabulary) for left, right in pairs], np.float32)
    ends = np.array(pairs, np.int64)
    stories = np.array([telling.story.number for telling in told], np.int64)
    texts = np.array([id(telling.keys) for telling in told], np.int64)
    liker = np.zeros(len(pairs), np.float32)
    for mine, other in ((ends[:, 0], ends[:, 1]), (ends[:, 1], ends[:, 0])):
        groups = mine * (stories.max() + 1) + stories[other]
        liker = np.maximum(liker, _likest_others(groups, texts[other], shares))
    for (left, right), other in zip(pairs, (liker - shares).tolist(), strict=True):
        if not different(told[left], told[right]):
            yield left, right, other


def _likest_others(groups: Numbers, texts: Numbers, alike: Shares) -> Shares:
    """For each, the most that any of its group is alike that has another text; 0 if there is none."""
    _, group = np.unique(groups, return_inverse=True)
    likest = _likest(group, alike)
    others = texts != texts[likest][group]
    next_likest = np.zeros(len(likest), np.float32)
    rest = np.flatnonzero(others)
    if len(rest):
        best = rest[_likest(group[rest], alike[rest])]
        next_likest[group[best]] = alike[best]
    return np.where(others, alike[likest][group], next_likest[group])


def _likest(group: Numbers, alike: Shares) -> Numbers:
    """The place of the likest of each group, in the order of the groups."""
    order = np.lexsort((-alike, group))
    first = np.ones(len(order), bool)
    first[1:] = group[order][1:] != group[order][:-1]
    return order[first]
