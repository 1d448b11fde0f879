"""From scores to what they mean: the best tree over a sentence's words, and the best tags in a row."""

from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt

__all__ = ["best_paths", "best_tree", "spans_of_path"]

Floats = npt.NDArray[np.float32]
Numbers = npt.NDArray[np.int64]

NEVER = -1e9
ROOT_COSTS = 1e6  # of each arc from the root: more than any tree gains by a second one


def best_tree(scores: Floats) -> Numbers:
    """The heads of the tree with one root that scores most: `scores[word, head]`, head 0 is the root, words from 1.

    The result has a head for each row of `scores`, 0 for the root. Trees may cross. After Chu and Liu (1965) and
    Edmonds (1967).
    """
    own = scores.copy()
    words = np.arange(len(own))
    own[words, words + 1] = NEVER
    heads: Numbers = own.argmax(axis=1)
    if np.count_nonzero(heads == 0) == 1 and not ring([0, *heads.tolist()]):
        return heads
    square = np.full((len(own) + 1, len(own) + 1), NEVER)
    square[1:] = own
    free = edmonds(square)[1:]
    if np.count_nonzero(free == 0) == 1:
        return free
    square[1:, 0] -= ROOT_COSTS  # each word but one becomes part of a ring first: slow, and seldom needed
    return edmonds(square)[1:]


def edmonds(scores: npt.NDArray[np.float64]) -> Numbers:
    """Heads of the best tree from node 0 over `scores[node, head]`; node 0 has itself."""
    heads: Numbers = scores.argmax(axis=1)
    heads[0] = 0
    found = ring(heads.tolist())
    if not found:
        return heads
    inside = np.array(found)
    outside = np.delete(np.arange(len(scores)), inside)
    # The ring becomes one node, last: what enters it is worth what it adds to the arc that it takes the place of.
    gain = scores[inside] - scores[inside, heads[inside]][:, None]
    small = np.full((len(outside) + 1, len(outside) + 1), NEVER)
    small[:-1, :-1] = scores[np.ix_(outside, outside)]
    enters = gain[:, outside]
    small[-1, :-1] = enters.max(axis=0)
    leaves = scores[np.ix_(outside, inside)]
    small[:-1, -1] = leaves.max(axis=1)
    tree = edmonds(small)
    result = heads.copy()
    for place, node in enumerate(outside):
        head = tree[place]
        result[node] = inside[leaves[place].argmax()] if head == len(outside) else outside[head]
    entered = inside[enters[:, tree[-1]].argmax()]
    result[entered] = outside[tree[-1]]
    result[0] = 0
    return result


def ring(heads: list[int]) -> list[int]:
    """The nodes of a ring that the heads of nodes make, node 0 leading nowhere; empty if there is none."""
    done = [True, *[False] * (len(heads) - 1)]
    for start in range(1, len(heads)):
        path: dict[int, None] = {}
        node = start
        while not done[node] and node not in path:
            path[node] = None
            node = heads[node]
        if not done[node]:
            return list(path)[list(path).index(node) :]
        for passed in path:
            done[passed] = True
    return []


def best_paths(scores: Floats, sizes: Sequence[int], transitions: Floats) -> list[list[int]]:
    """The best tags of each sentence in a linear chain (Viterbi).

    `scores` are words × tags in steps: first the first words of all sentences, then the second ones of those that
    have one (`sizes` says how many), sentences from the longest to the shortest. `transitions[tag, next]`.
    """
    best = scores[: sizes[0]].copy()
    back: list[Numbers] = []
    at = sizes[0]
    for size in sizes[1:]:
        reached = best[:size, :, None] + transitions[None]
        back.append(reached.argmax(axis=1))
        best[:size] = reached.max(axis=1) + scores[at : at + size]
        at += size
    last = best.argmax(axis=1)
    lengths = [sum(size > n for size in sizes) for n in range(sizes[0])]
    return [list(walked(back, n, length, int(last[n])))[::-1] for n, length in enumerate(lengths)]


def walked(back: list[Numbers], sentence: int, length: int, last: int) -> Iterator[int]:
    """The tags of a sentence from its last word to its first."""
    yield last
    for step in range(length - 2, -1, -1):
        last = int(back[step][sentence, last])
        yield last


def spans_of_path(tags: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Token spans of tags that say where a name begins, goes on, ends, or is one word: B-, I-, E-, S-, else O."""
    start = 0
    for index, tag in enumerate(tags):
        if tag[0] in "BS":
            start = index
        if tag[0] in "ES":
            yield start, index + 1, tag[2:]
