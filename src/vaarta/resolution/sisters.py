"""Pairs that the same words of two stories tell: an act, the saying of it, the contact it is a part of.

"X demanded that Y withdraw" is a demand and a saying; where one of the two is found to be what another story's words
tell, so is the other.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import TypeAlias

from vaarta.resolution.tellings import Telling

__all__ = ["Pair", "surest_of_sisters"]

Pair: TypeAlias = tuple[int, int]
"""The numbers of two claims, the smaller first."""


def surest_of_sisters(told: Sequence[Telling], scores: Mapping[Pair, float], least: float) -> dict[Pair, float]:
    """How sure each pair is that a pair of another kind told by the same words of both stories makes surer.

    `least` is how sure a pair has to be to make others so.
    """
    numbers: dict[tuple[int, tuple[int, int]], int] = {}
    sentence = [
        numbers.setdefault((telling.story.number, telling.claim.evidence.sentence), len(numbers)) for telling in told
    ]
    sure: dict[Pair, list[Pair]] = defaultdict(list)
    for (left, right), score in scores.items():
        if score >= least:
            sure[sentence[left], sentence[right]].append((left, right))
    surer: dict[Pair, float] = {}
    for pair, score in scores.items():
        beside = sure.get((sentence[pair[0]], sentence[pair[1]]), ())
        best = max((scores[other] for other in beside if _sisters(told, pair, other)), default=0.0)
        if best > score:
            surer[pair] = best
    return surer


def _sisters(told: Sequence[Telling], pair: Pair, other: Pair) -> bool:
    """Whether two pairs are of two kinds, and told by words that meet in both stories."""
    ends = [(told[a].claim, told[b].claim) for a, b in zip(pair, other, strict=True)]
    return type(ends[0][0]) is not type(ends[0][1]) and all(
        a.evidence.span[0] < b.evidence.span[1] and b.evidence.span[0] < a.evidence.span[1] for a, b in ends
    )
