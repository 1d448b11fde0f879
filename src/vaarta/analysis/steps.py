"""Sentences side by side without padding, step by step: what the layers of the network run over."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

__all__ = ["Pack"]

Numbers = npt.NDArray[np.int64]


class Pack(NamedTuple):
    """Words of sentences in steps: the first words of all, then the second ones, … sentences longest first.

    `sizes`: how many sentences have each step. `order`: where each packed word stands in the row of all words.
    `reverse`: for each packed word, the one as far from its sentence's end. `sentences`: packed places of each one's.
    """

    sizes: list[int]
    order: Numbers
    reverse: Numbers
    sentences: list[Numbers]

    @classmethod
    def of(cls, lengths: Sequence[int]) -> "Pack":
        """The pack of sentences of those lengths, which must not grow."""
        sizes = [sum(length > step for length in lengths) for step in range(lengths[0])]
        starts = np.concatenate([[0], np.cumsum(sizes)[:-1]]).astype(np.int64)
        sentences = [starts[:length] + number for number, length in enumerate(lengths)]
        order, reverse = np.empty(sum(sizes), dtype=np.int64), np.empty(sum(sizes), dtype=np.int64)
        begun = 0
        for places in sentences:
            order[places] = np.arange(begun, begun + len(places))
            reverse[places] = places[::-1]
            begun += len(places)
        return cls(sizes, order, reverse, sentences)
