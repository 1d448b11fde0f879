"""How the words of a text sound, for those that look for a name in the other script: Lavrov, लावरोव."""

from collections.abc import Iterator
from functools import cache, lru_cache

from vaarta.packs import load
from vaarta.packs.sounds import Sounds, load_sounds
from vaarta.text import is_devanagari, words

__all__ = ["sounds_in", "sounds_like"]

# Fewer signs are the sounds of too many words: "nd" is Modi, and नदी (river), and मद (pride).
MIN_SIGNS = 4
CACHED = 100_000  # words; a language has few more that are told of often
DEVANAGARI, LATIN = "d", "l"  # what a sound begins with: the script its word is written in


def sounds_in(text: str) -> str:
    """The sounds of a text's words that may be names, each with its script, a space between: what is indexed."""
    return " ".join(_sounds(text))


def sounds_like(word: str) -> str:
    """What a word would sound like in the other script, as it is indexed; "" if too short to tell."""
    signs = _signs(word)
    other = LATIN if is_devanagari(word) else DEVANAGARI
    return other + signs if signs else ""


def _sounds(text: str) -> Iterator[str]:
    for start, end in words(text):
        word = text[start:end]
        deva = is_devanagari(word)
        # In Latin script only what is written with a capital may be a name.
        if (deva or word[0].isupper()) and (signs := _signs(word)):
            yield (DEVANAGARI if deva else LATIN) + signs


@lru_cache(maxsize=CACHED)
def _signs(word: str) -> str:
    sounds = _pack("hi" if is_devanagari(word) else "en")
    signs = sounds.of(word.removesuffix("'s").removesuffix("’s")).replace(" ", "") if sounds else ""
    return signs if len(signs) >= MIN_SIGNS else ""


@cache
def _pack(lang: str) -> Sounds | None:
    return load_sounds(load(lang).folder)
