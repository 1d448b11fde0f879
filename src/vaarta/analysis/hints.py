"""What is known of a word before its sentence is read: which lists of the pack name it, and as what the news tells it.

A rare foreign name in a short sentence says little of itself; that it ends places in the pack's lists, or was read as a
person's name nine times in ten in two million words of news, says much. Rows of numbers in 0 … 1, one a word.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from vaarta.analysis.network import Network, Spelled
from vaarta.packs.names import load_names
from vaarta.packs.places import load_places

__all__ = ["Counts", "Hints", "counted", "hints_of", "listed"]

Counts = Mapping[str, Counter[str]]
"""How often the news tells each word under each tag of names, by the word's key."""

KINDS = {
    "person": "person", "country": "place", "capital": "place", "seat": "place", "place": "place",
    "organisation": "organisation", "group": "organisation", "party": "organisation", "adjective": "adjective",
    "office": "role", "title": "role", "particle": "role", "modifier": "role",
}  # fmt: skip
COLUMNS = [f"{where} {kind}" for kind in dict.fromkeys(KINDS.values()) for where in ("lone", "first", "later")]
SELDOM = 3  # words told less often than this have no row of their own for it
DOUBT = 3  # tellings as nothing that are added to each word's: three of three as a person is no proof
OFTEN = 10.0  # logarithm of a count that is certainly common: 22,000 of two million words
LONGEST = 100  # words; longer sentences of the news are lists
TOGETHER = 960  # sentences read at once


class Hints(NamedTuple):
    """Words, and a row of bytes for each (0 … 127 for 0 … 1) after a row of noughts for all others."""

    words: list[str]
    rows: npt.NDArray[np.int8]


def counted(network: Network, sentences: Iterable[list[str]]) -> Counts:
    """How often the network tells each word under each tag, in different sentences of words' keys."""
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for some in grouped(sentences):
        told = network.named([[Spelled(key, key) for key in sentence] for sentence in some])
        for sentence, (_, tags) in zip(some, told, strict=True):
            for key, tag in zip(sentence, tags, strict=True):
                counts[key][tag] += 1
    return counts


def grouped(sentences: Iterable[list[str]]) -> Iterator[list[list[str]]]:
    """The sentences without empty, overlong and repeated ones, so many together."""
    seen: set[tuple[str, ...]] = set()
    group: list[list[str]] = []
    for sentence in sentences:
        if 0 < len(sentence) <= LONGEST and tuple(sentence) not in seen:
            seen.add(tuple(sentence))
            group.append(sentence)
            if len(group) == TOGETHER:
                yield group
                group = []
    if group:
        yield group


def listed(lang: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The names of a language's pack, as kind and folded words, without those that often mean something else."""
    folder = Path(str(files("vaarta"))) / "packs" / lang
    for words, entries in load_names(folder, holders=False).phrases.items():
        yield from ((KINDS[kind], words) for kind in sorted({entry.kind for entry in entries if not entry.weak}))
    places = load_places(folder)
    for name in sorted({*places.written, *places.further} - places.weak):
        yield "place", tuple(name.split(" "))


def hints_of(
    counts: Counts, names: Iterable[tuple[str, tuple[str, ...]]], tags: list[str], key: Callable[[str], str]
) -> Hints:
    """The hints of all words counted or named; `tags` are the network's, `key` gives the key of a folded word."""
    first = len(COLUMNS)
    width = first + len(tags)  # the first tag, O, leaves its column to how common the word is
    found: defaultdict[str, npt.NDArray[np.float32]] = defaultdict(lambda: np.zeros(width, dtype=np.float32))
    for kind, words in names:
        for place, word in enumerate(words):
            where = "later" if place else "first" if len(words) > 1 else "lone"
            found[key(word)][COLUMNS.index(f"{where} {kind}")] = 1
    for word, told in counts.items():
        times = told.total()
        if times >= SELDOM:
            row = found[word]
            row[first] = min(1.0, math.log(times) / OFTEN)
            row[first + 1 :] = [told[tag] / (times + DOUBT) for tag in tags[1:]]
    known = sorted(found)
    rows = np.array([np.zeros(width), *(found[word] for word in known)])
    return Hints(known, np.round(rows * 127).astype(np.int8))
