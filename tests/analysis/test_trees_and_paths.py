"""The best tree and the best tags, compared with those found by trying all."""

from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vaarta.analysis.decoding import best_paths, best_tree, spans_of_path


def is_tree(heads: tuple[int, ...]) -> bool:
    """Whether the heads of words from 1 on make a tree with one root."""
    if heads.count(0) != 1:
        return False
    for word in range(1, len(heads) + 1):
        seen, node = set(), word
        while node:
            if node in seen:
                return False
            seen.add(node)
            node = heads[node - 1]
    return True


def worth(scores: np.ndarray, heads: tuple[int, ...]) -> float:
    """What a tree scores, each word's heads made probabilities."""
    own = scores.astype(float).copy()
    words = np.arange(len(own))
    own[words, words + 1] = -1e9
    own -= np.logaddexp.reduce(own, axis=1, keepdims=True)
    return float(sum(own[n, head] for n, head in enumerate(heads)))


@settings(max_examples=150, deadline=None)
@given(st.integers(1, 5), st.integers(0, 10_000))
def test_no_tree_scores_more(words: int, seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(words, words + 1)).astype(np.float32)
    found = tuple(best_tree(scores).tolist())
    assert is_tree(found)
    best = max(worth(scores, heads) for heads in product(range(words + 1), repeat=words) if is_tree(heads))
    assert worth(scores, found) == pytest.approx(best, abs=1e-4)


@settings(max_examples=50, deadline=None)
@given(st.integers(20, 80), st.integers(0, 10_000))
def test_long_sentences_have_trees(words: int, seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(words, words + 1)).astype(np.float32)
    assert is_tree(tuple(best_tree(scores).tolist()))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(1, 4), min_size=1, max_size=4), st.integers(0, 10_000))
def test_no_path_scores_more(lengths: list[int], seed: int) -> None:
    lengths = sorted(lengths, reverse=True)
    chance = np.random.default_rng(seed)
    chain = chance.normal(size=(3, 3)).astype(np.float32)
    rows = [chance.normal(size=(length, 3)).astype(np.float32) for length in lengths]
    sizes = [sum(length > step for length in lengths) for step in range(lengths[0])]
    packed = np.concatenate([[row[step] for row in rows if len(row) > step] for step in range(lengths[0])])
    for row, path in zip(rows, best_paths(packed, sizes, chain), strict=True):

        def worth(tags: tuple[int, ...], row: np.ndarray = row) -> float:
            inside = sum(row[n, tag] for n, tag in enumerate(tags))
            return float(inside + sum(chain[a, b] for a, b in pairwise(tags)))

        best = max(worth(tags) for tags in product(range(3), repeat=len(row)))
        assert worth(tuple(path)) == pytest.approx(best, abs=1e-4)


@pytest.mark.parametrize(
    ("tags", "spans"),
    [
        ("O S-LOC O", [(1, 2, "LOC")]),
        ("B-PER I-PER E-PER S-LOC", [(0, 3, "PER"), (3, 4, "LOC")]),
        ("B-ORG E-ORG O", [(0, 2, "ORG")]),
        ("O O", []),
    ],
)
def test_tags_are_spans(tags: str, spans: list[tuple[int, int, str]]) -> None:
    assert list(spans_of_path(tags.split(" "))) == spans
