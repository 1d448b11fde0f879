"""Sentences side by side without padding, step by step: what the layers of the network run over."""

from collections.abc import Sequence
from math import gcd
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

__all__ = ["Pack", "in_blocks", "stepwise"]

Floats = npt.NDArray[np.float32]
Numbers = npt.NDArray[np.int64]

# Columns of the recurrent weights that are multiplied at once. OpenBLAS has a way of its own for products of up to a
# million sums, which copies nothing first: 96 sentences × 256 × 32 columns, 32 times, take 0.76 of the time of all
# 1,024 columns at once, 16 sentences 0.43, 4 sentences 0.2; the same to the bit.
BLOCK = 32


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


def in_blocks(recurrent: Floats) -> Floats:
    """Recurrent weights (2 × hidden × 4 hidden) as `stepwise` takes them: 2 × blocks × hidden × columns of a block."""
    ways, hidden, columns = recurrent.shape
    width = gcd(columns, BLOCK)
    return np.ascontiguousarray(recurrent.reshape(ways, hidden, columns // width, width).swapaxes(1, 2))


def stepwise(ways: Floats, sizes: Sequence[int], recurrent: Floats) -> Floats:
    """What an LSTM layer says of each packed word, by direction: 2 × words × hidden.

    `ways` is what it takes of each word (2 × words × 4 hidden), gates in the order i, f, o, g, the arguments of the
    first three halved; `sizes` are those of the words' `Pack`.
    """
    blocks, hidden, width = recurrent.shape[1:]
    out = np.empty((2, ways.shape[1], hidden), dtype=np.float32)
    cells = np.zeros((2, sizes[0], hidden), dtype=np.float32)
    gates = np.empty((2, sizes[0], 4 * hidden), dtype=np.float32)
    said, at = out, 0
    for size in sizes:  # all in place: to make arrays anew for each step takes a tenth longer
        now, cell, taken = gates[:, :size], cells[:, :size], ways[:, at : at + size]
        if at:
            cut = now.reshape(2, size, blocks, width).swapaxes(1, 2)
            np.matmul(said[:, None, :size], recurrent, out=cut)
            now += taken
            np.tanh(now, out=now)
        else:
            np.tanh(taken, out=now)  # nothing was said before
        now[..., : 3 * hidden] += 1  # twice each gate, which is made good below
        cell *= now[..., hidden : 2 * hidden]
        now[..., :hidden] *= now[..., 3 * hidden :]
        cell += now[..., :hidden]
        cell *= 0.5
        said = out[:, at : at + size]
        np.tanh(cell, out=said)
        said *= now[..., 2 * hidden : 3 * hidden]
        said *= 0.5
        at += size
    return out
