"""How two claims in one language are worded, sign by sign and word by word: reasons for and against.

Signs three at a time say alike what is spelled or inflected otherwise (हाइड्रोजन, हाईड्रोज़न); words two at a time say in
the same words what is only about the same.
"""

from collections.abc import Iterator

import numpy as np

from vaarta.resolution.keys import Ids, Keys, Vocabulary

__all__ = ["Wording", "of_wording"]

MOST_ACT = 3.0  # rare words that two acts are told by: more are no more for it


class Wording:
    """The stretches of a story that tell a claim, as numbers of their keys.

    `signs` are those of what was said, else of the sentence; `near` those of the words that tell it and the words
    around; `pairs` the words of the sentence two by two; `sentence` its keys, `act` those of the words that tell it,
    `beside` those of the words around it, in other sentences too.
    """

    __slots__ = ("_length", "_rare", "act", "beside", "near", "pairs", "sentence", "signs")

    def __init__(self, *, signs: Ids, near: Ids, pairs: Ids, sentence: Keys, act: Keys, beside: Keys) -> None:
        self.signs = signs
        self.near = near
        self.pairs = pairs
        self.sentence = sentence
        self.act = act
        self.beside = beside
        self._rare: Ids | None = None
        self._length = 0.0

    def rare_words(self, vocabulary: Vocabulary) -> Ids:
        """The rare words of the sentence, found once: which words are rare is known when all stories have been met."""
        if self._rare is None:
            self._rare = vocabulary.rare(self.sentence)
        return self._rare

    def length(self, vocabulary: Vocabulary) -> float:
        """The length of the words around as a vector, found once."""
        self._length = self._length or vocabulary.length(self.beside)
        return self._length


def of_wording(left: Wording, right: Wording, vocabulary: Vocabulary) -> Iterator[tuple[str, float]]:
    """How alike two claims are worded, 0-1 each; of the words that tell the act, how many rare ones both have."""
    yield "near-signs", _of_fewer(left.near, right.near)
    signs = len(left.signs), len(right.signs)
    both = _both(left.signs, right.signs)
    yield "said-signs", both / (sum(signs) - both) if both else 0.0
    yield "said-signs-held", both / min(signs) if both else 0.0
    yield "word-pairs", _of_fewer(left.pairs, right.pairs)
    yield "rare-held", _of_fewer(left.rare_words(vocabulary), right.rare_words(vocabulary))
    beside = vocabulary.product(left.beside, right.beside)
    yield "words-beside", beside / (left.length(vocabulary) * right.length(vocabulary)) if beside else 0.0
    yield "act-words", min(MOST_ACT, vocabulary.shared(left.act, right.act))


def _both(left: Ids, right: Ids) -> int:
    together = np.concatenate((left, right))
    together.sort(kind="stable")  # two sorted runs, merged: half the time of numpy's intersect1d
    return int(np.count_nonzero(together[1:] == together[:-1]))


def _of_fewer(left: Ids, right: Ids) -> float:
    fewer = min(len(left), len(right))
    return _both(left, right) / fewer if fewer else 0.0
