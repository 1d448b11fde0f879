"""What a stretch of text names besides the sides: persons, bodies, numbers, years. What two tellings differ in."""

from collections.abc import Iterator, Mapping
from functools import cache

from vaarta.errors import PackError
from vaarta.packs import load
from vaarta.packs.names import NameEntry, NameKind
from vaarta.packs.offices import known_phrases
from vaarta.records import Record
from vaarta.text import fold, words

__all__ = ["Details", "countries_in", "details_of", "sights_in"]

KINDS: dict[NameKind, str] = {"person": "persons", "organisation": "bodies", "group": "bodies", "party": "bodies"}
COUNTRY = "country"
LONGEST = 5  # words of a name that is looked for
CENTURIES = ("19", "20")
YEAR = 4  # digits
NONE: frozenset[str] = frozenset()


class Details(Record, frozen=True, kw_only=True):
    """The ids of the persons and bodies that a text names; its numbers in ASCII digits, also those told in words.

    `years` are those of the numbers that may be years.
    """

    persons: frozenset[str] = NONE
    bodies: frozenset[str] = NONE
    numbers: frozenset[str] = NONE
    years: frozenset[int] = frozenset()


def details_of(text: str, lang: str) -> Details:
    """The details of a text."""
    written = [fold(text[start:end]) for start, end in words(text)]
    digits = {word: "".join(c for c in word if c.isdigit()) for word in written if any(c.isdigit() for c in word)}
    spelled = {number_words(lang)[word] for word in _bare(written) & number_words(lang).keys()}
    found: dict[str, set[str]] = {"persons": set(), "bodies": set()}
    for entry in _names(written, lang):
        if entry.kind in KINDS:
            found[KINDS[entry.kind]].add(entry.id)
    return Details(
        persons=frozenset(found["persons"]),
        bodies=frozenset(found["bodies"]),
        numbers=frozenset(digits.values()) | spelled,
        years=frozenset(int(number) for number in digits.values() if _may_be_year(number)),
    )


def countries_in(text: str, lang: str) -> frozenset[str]:
    """The countries that a text names, as nouns."""
    written = [fold(text[start:end]) for start, end in words(text)]
    return frozenset(entry.country for entry in _names(written, lang) if entry.kind == COUNTRY)


def sights_in(text: str, lang: str) -> frozenset[str]:
    """The words of a text for what is seen or attended on a visit."""
    return sights_of(lang) & _bare([fold(text[start:end]) for start, end in words(text)])


def _bare(written: list[str]) -> set[str]:
    """The words without the full stop that one at a sentence's end keeps, as "U.S." does."""
    return {word.rstrip(".") for word in written}


@cache
def number_words(lang: str) -> Mapping[str, str]:
    """The words for whole numbers from two on, each with its digits; none if the language's pack is broken."""
    try:
        lexicon = load(lang).times.lexicon
    except PackError:
        return {}
    entries = (entry for some in lexicon.values() for entry in some if entry.kind == "number" and len(entry.keys) == 1)
    return {entry.keys[0]: entry.value for entry in entries if entry.value.isdecimal() and int(entry.value) > 1}


@cache
def sights_of(lang: str) -> frozenset[str]:
    """The words of a language for what is seen or attended on a visit; none if its pack is broken."""
    try:
        return load(lang).reference.links["sights"]
    except PackError:
        return NONE


def _names(written: list[str], lang: str) -> Iterator[NameEntry]:
    """What the longest names in a text mean, from left to right."""
    phrases, openers = known_phrases(lang), _openers(lang)
    start = 0
    while start < len(written):
        step = 1
        for many in range(min(openers.get(written[start], 0), len(written) - start), 0, -1):
            entries = phrases.get(tuple(written[start : start + many]), ())
            if meant := [entry for entry in entries if not entry.weak]:
                yield from meant
                step = many
                break
        start += step


@cache
def _openers(lang: str) -> dict[str, int]:
    """The most words of the names that a word opens."""
    openers: dict[str, int] = {}
    for key in known_phrases(lang):
        openers[key[0]] = max(openers.get(key[0], 1), min(LONGEST, len(key)))
    return openers


def _may_be_year(number: str) -> bool:
    return len(number) == YEAR and number.startswith(CENTURIES)
