"""How the words of a text sound, for those that look for a name in another script: Lavrov, लावरोव."""

from collections.abc import Iterator
from functools import cache

from vaarta.packs.sounds import all_sounds, script_of, sounds_of
from vaarta.text import words

__all__ = ["sounds_in", "sounds_like"]

# Fewer signs are the sounds of too many words: "nd" is Modi, and नदी (river), and मद (pride).
MIN_SIGNS = 4


def sounds_in(text: str) -> str:
    """The sounds of a text's words that may be names, each with its script, a space between: what is indexed."""
    return " ".join(_sounds(text))


def sounds_like(name: str) -> tuple[str, ...]:
    """What a name would sound like in each other script there is a pack for, as it is indexed.

    Empty if it has no words, or one that is too short to tell.
    """
    signs = [(_mark(word), _signs(word)) for word in name.split()]
    if not signs or not all(heard for _, heard in signs):
        return ()
    others = (mark for mark in _marks() if mark not in {own for own, _ in signs})
    return tuple(" ".join(mark + heard for _, heard in signs) for mark in others)


def _sounds(text: str) -> Iterator[str]:
    for start, end in words(text):
        word = text[start:end]
        # Where a script has capitals, only what is written with one may be a name.
        if not word[0].islower() and (signs := _signs(word)):
            yield _mark(word) + signs


def _signs(word: str) -> str:
    signs = "".join(sounds_of(word))
    return signs if len(signs) >= MIN_SIGNS else ""


def _mark(word: str) -> str:
    """What a sound begins with: a letter for the script its word is written in, "d" for Devanagari, "l" for Latin."""
    return script_of(word)[:1].lower()


@cache
def _marks() -> tuple[str, ...]:
    return tuple(dict.fromkeys(_mark(letter) for sounds in all_sounds() for letter in sounds.letters))
