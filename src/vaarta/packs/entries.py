"""What a phrase of a pack may mean, the key under which it is looked up, and the entries that an actor has."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Literal

import msgspec

from vaarta.ontology import ActorEntry, Ontology, Tenure
from vaarta.records import Record
from vaarta.text import fold, is_devanagari

__all__ = ["NameEntry", "NameKind", "actor_entries", "fold_phrase", "fold_word"]

NameKind = Literal[
    "country", "adjective", "capital", "seat", "organisation", "group", "party", "office", "person", "place", "title",
    "particle", "modifier",
]  # fmt: skip
LEAVE = frozenset({"head", "minister", "envoy", "official"})  # rebels and soldiers do not become former officials
SHORT = 4  # up to U.S., LeT and WHO; from five letters on papers write Nato, Isis and Unesco too
WORDS_KEPT = 1 << 16  # folded words remembered: the vocabulary of a few thousand stories, some 10 MB
BARRED = str.maketrans("ıłøđß", "ilods")  # letters that no accent is taken off
# Names are written with any hyphen or none (लश्कर-ए-तैयबा, लश्कर ए तैयबा); tokenizers set the English genitive apart, and
# brackets, each a word of its own: CPI (Maoist); so is the apostrophe of a plural (Workers' Party).
BREAKS = re.compile(
    r"(?<=[A-Za-z]s)(?=['’](?:[\s\-]|$))|[\s\-‐‑–—]+|(?<=[A-Za-z])(?=['’]s(?:[\s\-]|$))|(?=[()])|(?<=[()])"
)


class NameEntry(Record, frozen=True, kw_only=True):
    """One thing that a phrase may mean.

    `id` is that of the actor in the ontology, of the office in offices.toml, or the country's for a place; "" for a
    title or particle, and what it does ("former", "acting" …) for a modifier. `role` and `rank` are an office's.
    `country` is the side it acts for or lies in (ISO alpha-3, IGO, NGO, MNC), "" if the words do not say;
    `default_country` holds unless the context names another. `weak`: the words often mean something else, so they
    count only with support. A person has one entry for each office held, with its days (ISO, inclusive, "" if open);
    a party one for each spell in government or out of it. `name` is the phrase as the pack writes it.
    """

    id: str
    kind: NameKind
    name: str
    role: str = ""
    office: str = ""
    rank: int = 0
    country: str = ""
    default_country: str = ""
    sector: str = ""
    weak: bool = False
    first: str = ""
    last: str = ""

    def fits(self, words: Sequence[str]) -> bool:
        """Whether words as written have the capitals of this name: "who" is not the WHO, nor "us" the US.

        `words` are as many as the name's key. Short acronyms want every capital, longer ones the first (NATO, Nato).
        Always true in scripts without capitals.
        """
        return all(map(_capitals_fit, _split(self.name), words))


@lru_cache(WORDS_KEPT)
def fold_word(word: str) -> str:
    """The key of one word: folded, no accents, no closing dot, apostrophes straight. U.S. → u.s, Erdoğan → erdogan."""
    plain = fold(word).replace("’", "'").rstrip(".॰")
    if plain.isascii() or is_devanagari(plain):
        return plain
    bare = "".join(c for c in unicodedata.normalize("NFD", plain.translate(BARRED)) if not "\u0300" <= c <= "\u036f")
    return unicodedata.normalize("NFC", bare)


def fold_phrase(phrase: str) -> tuple[str, ...]:
    """The key of a phrase: its words, split at spaces, hyphens and before 's or ', each by `fold_word`."""
    spaced = phrase.replace("-", " ")
    if spaced.isascii() and spaced.replace(" ", "").isalpha():
        return tuple(spaced.casefold().split())
    return tuple(word for part in BREAKS.split(phrase) if (word := fold_word(part)))


def actor_entries(actor: ActorEntry, name: str, ontology: Ontology, *, weak: bool) -> Iterator[NameEntry]:
    """The entries of an actor under one of its names: one for each office held, or each spell in government."""
    kind: NameKind = actor.kind
    plain = NameEntry(id=actor.id, kind=kind, name=name, country=actor.country, sector=actor.sector, weak=weak)
    if actor.ruling:
        yield from _in_and_out(plain, actor.ruling)
    elif not actor.offices:
        yield plain
    for held in actor.offices:
        office = ontology.offices[held.office]
        yield NameEntry(
            id=actor.id,
            kind=kind,
            name=name,
            role=office.role,
            office=held.office,
            rank=office.rank,
            country=held.country or actor.country,
            sector=held.sector or office.sector,
            weak=weak,
            first=held.first,
            last=held.last,
        )
    yield from _retired(plain, actor.offices, ontology)


def _retired(person: NameEntry, held: Sequence[Tenure], ontology: Ontology) -> Iterator[NameEntry]:
    """A person after the last office; none for those who hold one still or held none of a state."""
    if held and all(tenure.last for tenure in held):
        final = max(held, key=lambda tenure: tenure.last)
        if ontology.offices[final.office].role in LEAVE:
            country = final.country or person.country
            yield msgspec.structs.replace(person, country=country, sector="ELI", first=final.last)


def _in_and_out(body: NameEntry, ruling: Iterable[tuple[str, str]]) -> Iterator[NameEntry]:
    """A party or armed group in government, spell by spell, and out of it between them. A day of change is of both."""
    inside, outside = ("GOV", body.sector) if body.kind == "group" else ("PTY", "OPP")
    left = ""
    for first, last in ruling:
        if first:
            yield msgspec.structs.replace(body, sector=outside, first=left, last=first)
        yield msgspec.structs.replace(body, sector=inside, first=first, last=last)
        left = last
    if left:
        yield msgspec.structs.replace(body, sector=outside, first=left)


def _split(phrase: str) -> list[str]:
    return [part for part in BREAKS.split(phrase) if fold_word(part)]


def _capitals_fit(ours: str, theirs: str) -> bool:
    capitals = sum(c.isupper() for c in ours)
    if capitals > 1 and len(ours) <= SHORT:
        return theirs.rstrip(".") in (ours.rstrip("."), ours.rstrip(".").upper())
    return theirs[:1].isupper() or ours == theirs if capitals else True
