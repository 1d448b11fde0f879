"""The furniture of news pages, told from the paragraphs of a story by lists in debris.toml."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path

import msgspec

from vaarta.errors import ReadError
from vaarta.reading.hygiene import key
from vaarta.text import fold
from vaarta.toml import read_toml

__all__ = ["is_furniture", "without_debris"]

SHORT = 25  # words: furniture is a line or two, a paragraph of news that mentions a photo is longer
SHORT_IN_BRACKETS = 45  # words: a call to follow the paper, or a disclaimer, in brackets of its own
TITLE = 30  # words of another story's title
SENTENCE_ENDS = ("।", "॥", ".")


class Debris(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """debris.toml: phrases by what they do, then by language; the language is for the reader of the file."""

    line: dict[str, list[str]]
    last: dict[str, list[str]]
    link: dict[str, list[str]]
    starts: dict[str, list[str]]
    holds: dict[str, list[str]]


class Phrases(msgspec.Struct, frozen=True):
    """The same, ready to compare."""

    line: frozenset[str]
    last: frozenset[str]
    link: frozenset[str]
    starts: tuple[str, ...]
    holds: tuple[str, ...]


def without_debris(paragraphs: Iterable[str]) -> list[str]:
    """The paragraphs that tell the story, in order, up to the line that ends it."""
    kept: list[str] = []
    after_link = False
    for paragraph in paragraphs:
        plain = key(paragraph)
        if plain in _phrases().last and kept:
            break
        if after_link and _is_title(paragraph):
            after_link = False
            continue
        after_link = plain in _phrases().link
        if not after_link and not is_furniture(paragraph):
            kept.append(paragraph)
    return kept


def is_furniture(paragraph: str) -> bool:
    """Whether a paragraph is no prose: a button, a credit, a link to another story, a call to follow or download."""
    plain = key(paragraph)
    phrases = _phrases()
    if not plain or plain in phrases.line or plain in phrases.last or plain in phrases.link:
        return True
    bracketed = paragraph.startswith("(") and paragraph.endswith(")")
    if len(plain.split()) > (SHORT_IN_BRACKETS if bracketed else SHORT):
        return False
    start = fold(paragraph).lstrip(" *•>-–")
    if start.startswith(phrases.starts) or _leads_away(start):
        return True
    return any(phrase in plain for phrase in phrases.holds)


def _leads_away(start: str) -> bool:
    """Whether a line is "also read" with a title: the phrase, then a mark that no sentence has after it."""
    return any(
        start.startswith(phrase) and start[len(phrase) :].lstrip()[:1] in set(":-–|>»") for phrase in _phrases().link
    )


def _is_title(paragraph: str) -> bool:
    return len(paragraph.split()) <= TITLE and not paragraph.rstrip().endswith(SENTENCE_ENDS)


@cache
def _phrases() -> Phrases:
    debris = read_toml(Path(__file__).with_name("debris.toml"), Debris, ReadError)
    return Phrases(
        line=frozenset(map(key, _all(debris.line))),
        last=frozenset(map(key, _all(debris.last))),
        link=frozenset(map(key, _all(debris.link))),
        starts=tuple(map(fold, _all(debris.starts))),
        holds=tuple(map(fold, _all(debris.holds))),
    )


def _all(by_language: dict[str, list[str]]) -> list[str]:
    return [phrase for phrases in by_language.values() for phrase in phrases]
