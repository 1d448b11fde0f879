"""What stories and claims are compared by: their words, how names in them sound, and how rare each is."""

from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from vaarta.packs.sounds import sounds_of
from vaarta.text import fold, words

__all__ = ["Ids", "Keys", "Overlap", "Vocabulary"]

Ids: TypeAlias = NDArray[np.int32]
SHORTEST = 3  # signs of a sound: with two, every fourth word sounds like another
NUMBER = 2  # digits: 5,000 is telling, 5 is not
STEM = 5  # signs of a word that are compared: what follows is mostly number, case or tense
LEAST = 0.05  # weight of a word that all stories have: of two, those with the same words are alike
PART = 4  # words: a shorter text is a part of many
PART_COUNTS = 0.6  # of a text that is wholly a part of another: it may be another saying of the same
SIGNS = 3  # of a text, compared together
RARE = 0.7  # of the weight of a word that no story has: a rare one
CACHED = 200_000  # words; more distinct ones are rare enough to be folded again


class Keys:
    """A text as sets of numbers of keys: how its words begin, folded, and what may be a name or a number, by its sound.

    Words compare texts of one language, sounds of two. Both are sorted and without doubles.
    """

    __slots__ = ("heard", "lang", "words")

    def __init__(self, lang: str, words: Ids, heard: Ids) -> None:
        self.lang = lang
        self.words = words
        self.heard = heard


class Overlap(NamedTuple):
    """How much two texts share: of the words of both, of those of the shorter, and how many, those of no story as one.

    `long` is whether neither is so short that it is a part of many.
    """

    of_all: float
    of_shorter: float
    rare: float
    long: bool

    def alike(self, *, whole: bool) -> float:
        """How alike the texts are; without `whole`, a long one that is a part of the other is also like it."""
        return self.of_all if whole or not self.long else max(self.of_all, PART_COUNTS * self.of_shorter)


class Vocabulary:
    """Numbers for keys, and in how many stories each was met: what is rare tells more (inverse document frequency)."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._signs: dict[str, int] = {}
        self._met: Counter[int] = Counter()
        self._stories = 0
        self._weights: NDArray[np.float32] = np.zeros(0, np.float32)

    def keys(self, text: str, lang: str) -> Keys:
        """The keys of a text, new ones numbered."""
        found = [text[start:end] for start, end in words(text)]
        # Numbered as they stand: equally rare keys are taken by number, and a set has another order in each process.
        heard = dict.fromkeys(sound for word in found if (sound := _sound(word)))
        return Keys(lang, self._ids(dict.fromkeys(_folded(word) for word in found)), self._ids(heard))

    def signs(self, text: str) -> Ids:
        """The numbers of a text's signs, three at a time, folded, with one space between words."""
        folded = " ".join(fold(text[start:end]) for start, end in words(text))
        return self._others({folded[n : n + SIGNS] for n in range(len(folded) - SIGNS + 1)})

    def pairs(self, text: str) -> Ids:
        """The numbers of a text's words, two at a time, each by how it begins."""
        found = [_folded(text[start:end]) for start, end in words(text)]
        return self._others({f"{one} {other}" for one, other in pairwise(found)})

    def rare(self, keys: Keys) -> Ids:
        """The numbers of a text's rare words."""
        least = RARE * float(np.log(1 + self._stories))
        rare: Ids = keys.words[self._rarity()[keys.words] >= least]
        return rare

    def meet(self, keys: Keys) -> None:
        """Count a story's keys."""
        self._stories += 1
        self._met.update(keys.words.tolist())
        self._met.update(keys.heard.tolist())

    def overlap(self, left: Keys, right: Keys) -> Overlap:
        """How much of what two texts of one language say is the same, each word by its rarity."""
        weights = self._rarity()
        both = float(weights[np.intersect1d(left.words, right.words, assume_unique=True)].sum())
        one, other = float(weights[left.words].sum()), float(weights[right.words].sum())
        of_all, of_shorter = one + other - both, min(one, other)
        return Overlap(
            of_all=both / of_all if of_all else 0.0,
            of_shorter=both / of_shorter if of_shorter else 0.0,
            rare=both / float(np.log(2 + self._stories)),
            long=min(len(left.words), len(right.words)) >= PART,
        )

    def length(self, keys: Keys) -> float:
        """The length of a text as a vector: each word by its rarity."""
        return float(np.linalg.norm(self._rarity()[keys.words]))

    def product(self, left: Keys, right: Keys) -> float:
        """The inner product of two texts of one language as vectors: by their lengths, how much they point one way."""
        shared = self._rarity()[np.intersect1d(left.words, right.words, assume_unique=True)]
        return float(shared @ shared)

    def alike(self, left: Keys, right: Keys, *, whole: bool = True) -> float:
        """How much of what two texts say is the same, 0-1, each key by its rarity.

        In one language, the share of all words of both (Jaccard); in two, the share of the sounds of the text that has
        fewer: Devanagari has no capitals, so that all its words may be names. Without `whole`, a text that is a part of
        the other is also like it.
        """
        if left.lang != right.lang:
            return self._share(left.heard, right.heard)
        return self.overlap(left, right).alike(whole=whole)

    def held(self, left: Keys, right: Keys) -> float:
        """How much of what the shorter of two texts says is in the other, 0-1, each key by its rarity."""
        if left.lang != right.lang:
            return self._share(left.heard, right.heard)
        return self._share(left.words, right.words)

    def shared(self, left: Keys, right: Keys) -> float:
        """How many words two texts of one language share, a word that no story has counting as one, others for less."""
        return self.overlap(left, right).rare

    def rarest(self, keys: Keys, many: int) -> list[int]:
        """The numbers of the rarest keys of a text that may be names or numbers."""
        return sorted(keys.heard.tolist(), key=lambda key: (self._met[key], key))[:many]

    def _share(self, left: Ids, right: Ids) -> float:
        weights = self._rarity()
        both = float(weights[np.intersect1d(left, right, assume_unique=True)].sum())
        fewer = min(float(weights[left].sum()), float(weights[right].sum()))
        return both / fewer if fewer else 0.0

    def _rarity(self) -> NDArray[np.float32]:
        if len(self._weights) < len(self._numbers):
            met = np.array([self._met[n] for n in range(len(self._numbers))], np.float32)
            self._weights = np.log((1 + self._stories) / (1 + met)).astype(np.float32).clip(min=LEAST)
        return self._weights

    def _others(self, keys: Iterable[str]) -> Ids:
        numbers = self._signs
        return np.array(sorted(numbers.setdefault(key, len(numbers)) for key in keys), np.int32)

    def _ids(self, keys: Iterable[str]) -> Ids:
        numbers = self._numbers
        return np.array(sorted(numbers.setdefault(key, len(numbers)) for key in keys), np.int32)


@lru_cache(maxsize=CACHED)
def _folded(word: str) -> str:
    return fold(word)[:STEM]


@lru_cache(maxsize=CACHED)
def _sound(word: str) -> str:
    """What a word that may be a name or a number is compared by across scripts; "" if it may be neither.

    Where a script has capitals, a name begins with one.
    """
    folded = fold(word)
    digits = "".join(c for c in folded if c.isdigit())
    if digits:
        return f"#{digits}" if len(digits) >= NUMBER else ""
    if word[0].islower():
        return ""
    signs = "".join(sounds_of(word))
    return f"~{signs}" if len(signs) >= SHORTEST else ""
