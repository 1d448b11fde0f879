"""How a name sounds, coarsely, so that spellings of it meet in any script: sounds.toml of a pack."""

import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path

from vaarta.errors import PackError
from vaarta.packs import languages, load
from vaarta.packs.names import fold_phrase
from vaarta.records import Record
from vaarta.toml import read_toml

__all__ = ["Sounds", "all_sounds", "load_sounds", "script_of", "sounds_of"]

LONGEST = 4  # letters that one sign stands for: shch
CACHED = 200_000  # names and words; a language has few more that are told of often


class Sounds(Record, frozen=True, kw_only=True):
    """Signs for letters at the start of a word, at its end, and elsewhere; the longest letters fit first.

    `clitics` are words, as folded, that lean on a name and are no part of it: the 's of Lavrov's.
    """

    letters: Mapping[str, str]
    starts: Mapping[str, str] = {}
    ends: Mapping[str, str] = {}
    clitics: tuple[str, ...] = ()

    def of(self, name: str) -> str:
        """The sounds of a name, word by word: "Shah Mahmood Qureshi", "शाह महमूद कुरैशी": "s nhnd krs"."""
        return " ".join(self._word(word) for word in fold_phrase(name) if word not in self.clitics)

    def _word(self, word: str) -> str:
        signs, i = "", 0
        while i < len(word):
            taken, sign = self._sign(word, i)
            signs, i = signs + sign, i + taken
        return "".join(sign for n, sign in enumerate(signs) if n == 0 or sign != signs[n - 1])

    def _sign(self, word: str, i: int) -> tuple[int, str]:
        """How many letters from i on one sign stands for, and the sign."""
        for n in range(min(LONGEST, len(word) - i), 0, -1):
            letters = word[i : i + n]
            for table, here in ((self.starts, i == 0), (self.ends, i + n == len(word)), (self.letters, True)):
                if here and letters in table:
                    return n, table[letters]
        return 1, ""


@cache
def load_sounds(folder: Path) -> Sounds | None:
    """The sounds of the pack in `folder`, None if it has no sounds.toml. Raises PackError if the file is malformed."""
    path = folder / "sounds.toml"
    return read_toml(path, Sounds, PackError) if path.is_file() else None


@cache
def all_sounds() -> tuple[Sounds, ...]:
    """The sounds of every pack that is registered and has some, in the order of their languages."""
    return tuple(sounds for lang in languages() if (sounds := load_sounds(load(lang).folder)))


@lru_cache(maxsize=CACHED)
def sounds_of(name: str) -> tuple[str, ...]:
    """The sounds of a name's words, in any script that a pack can read; a word that makes none is left out."""
    return next(filter(None, (tuple(sounds.of(name).split()) for sounds in all_sounds())), ())


def script_of(word: str) -> str:
    """The script of a word's first letter or sign, by its name in Unicode: "LATIN", "DEVANAGARI"."""
    return unicodedata.name(word[0], "").partition(" ")[0]
