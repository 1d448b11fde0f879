"""What a language calls countries, bodies, offices, groups and people: the files of a pack's names/ folder.

The files hold names only; what is named, with its country, sector and dates, is in the ontology. A name is looked up
as the tuple of its folded words: see `fold_phrase`.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Literal

import msgspec

from vaarta.errors import PackError
from vaarta.ontology import ActorEntry, Office, Ontology, Tenure, load_ontology
from vaarta.ontology.holders import load_holders
from vaarta.records import Record
from vaarta.text import fold, is_devanagari
from vaarta.toml import read_toml

__all__ = [
    "HolderNames",
    "NameEntry",
    "NameKind",
    "NamesPack",
    "fold_phrase",
    "fold_word",
    "holder_entries",
    "load_names",
]

NameKind = Literal[
    "country", "adjective", "capital", "seat", "organisation", "group", "party", "office", "person", "place", "title",
    "particle", "modifier",
]  # fmt: skip
LEAVE = frozenset({"head", "minister", "envoy", "official"})  # rebels and soldiers do not become former officials
SHORT = 4  # up to U.S., LeT and WHO; from five letters on papers write Nato, Isis and Unesco too
WORDS_KEPT = 1 << 16  # folded words remembered: the vocabulary of a few thousand stories, some 10 MB
BARRED = str.maketrans("ıłøđß", "ilods")  # letters that no accent is taken off
ACTOR_FILES = ("organisations", "groups", "parties", "people")
# Names are written with any hyphen or none (लश्कर-ए-तैयबा, लश्कर ए तैयबा); tokenizers set the English genitive apart, and
# brackets, each a word of its own: CPI (Maoist).
BREAKS = re.compile(r"[\s\-‐‑–—]+|(?<=[A-Za-z])(?=['’]s(?:[\s\-]|$))|(?=[()])|(?<=[()])")


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


class NamesPack(Record, frozen=True, kw_only=True):
    """All names of a language. `phrases` is keyed on folded words; `longest` is the most words any key has."""

    phrases: Mapping[tuple[str, ...], tuple[NameEntry, ...]]
    longest: int
    display: Mapping[str, str]

    def country_of(self, name: str) -> str | None:
        """The country (alpha-3) that a name, adjective, capital or seat stands for, as written or folded, or None."""
        found = self.phrases.get(fold_phrase(name), ())
        return next((e.country for e in found if e.kind in ("country", "adjective", "capital", "seat")), None)

    def country_name(self, code: str) -> str:
        """What the news in this language calls a country; the code itself if the pack has no name."""
        return self.display.get(code, code)


class CountryNames(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A country's entry: the news's own spelling first. `weak` repeats those of its phrases that are ambiguous."""

    names: tuple[str, ...]
    adjectives: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()
    seats: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()


class ActorNames(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """An actor's or office's entry."""

    names: tuple[str, ...]
    weak: tuple[str, ...] = ()


class HolderNames(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A line of holders.jsonl: the full names of one of the ontology's office holders."""

    id: str
    names: tuple[str, ...]


class Titles(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Words before a person's name (titles), inside it (particles), before an office (modifiers, by what they do)."""

    titles: tuple[str, ...]
    particles: tuple[str, ...]
    modifiers: dict[Literal["acting", "deputy", "elect", "former", "joint", "senior"], tuple[str, ...]]


class Portfolios(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Fields of government, and what an office is called with a field put for {}, by the office's id."""

    fields: tuple[str, ...]
    patterns: dict[str, tuple[str, ...]]


class PlaceNames(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The places of a country; the key "none" holds waters and borders that are no one's."""

    names: tuple[str, ...]
    weak: tuple[str, ...] = ()


@lru_cache(WORDS_KEPT)
def fold_word(word: str) -> str:
    """The key of one word: folded, no accents, no closing dot, apostrophes straight. U.S. → u.s, Erdoğan → erdogan."""
    plain = fold(word).replace("’", "'").rstrip(".॰")
    if plain.isascii() or is_devanagari(plain):
        return plain
    bare = "".join(c for c in unicodedata.normalize("NFD", plain.translate(BARRED)) if not "\u0300" <= c <= "\u036f")
    return unicodedata.normalize("NFC", bare)


def fold_phrase(phrase: str) -> tuple[str, ...]:
    """The key of a phrase: its words, split at spaces, hyphens and before 's, each by `fold_word`."""
    if phrase.isascii() and phrase.replace(" ", "").isalpha():
        return tuple(phrase.casefold().split())
    return tuple(word for part in BREAKS.split(phrase) if (word := fold_word(part)))


def load_names(folder: Path, *, holders: bool = True) -> NamesPack:
    """The names of the pack in `folder`, from its names/*.toml, and holders.jsonl where it has one.

    Raises PackError if a file is missing, malformed, or names something that the ontology lacks.
    """
    home = folder / "names"
    ontology = load_ontology()
    countries = read_toml(home / "countries.toml", dict[str, CountryNames], PackError)
    for code in countries:
        _known(code, ontology.actors, home / "countries.toml")
    entries = (
        *_countries(countries, ontology),
        *(entry for name in ACTOR_FILES for entry in _actors(home / f"{name}.toml", ontology)),
        *_offices(home / "offices.toml", ontology),
        *_titles(home / "titles.toml"),
        *_places(home / "places.toml", ontology),
        *(_holders(home / "holders.jsonl", ontology) if holders else ()),
    )
    phrases = _index(entries)
    for key, entry in _portfolios(home / "portfolios.toml", ontology):
        phrases.setdefault(key, (entry,))
    return NamesPack(
        phrases=phrases,
        longest=max(map(len, phrases)),
        display={code: told.names[0] for code, told in countries.items()},
    )


def holder_entries(key: str) -> tuple[NameEntry, ...]:
    """The entries of an office holder of the ontology, under the name that it has there."""
    holder = load_holders()[key]
    return tuple(_held(holder, holder.name, load_ontology(), weak=False))


def _split(phrase: str) -> list[str]:
    return [part for part in BREAKS.split(phrase) if fold_word(part)]


def _capitals_fit(ours: str, theirs: str) -> bool:
    capitals = sum(c.isupper() for c in ours)
    if capitals > 1 and len(ours) <= SHORT:
        return theirs.rstrip(".") in (ours.rstrip("."), ours.rstrip(".").upper())
    return theirs[:1].isupper() if capitals else True


def _index(entries: Iterable[NameEntry]) -> dict[tuple[str, ...], tuple[NameEntry, ...]]:
    phrases: dict[tuple[str, ...], dict[NameEntry, NameEntry]] = {}
    name, key = "", fold_phrase("")
    for entry in entries:
        if entry.name != name:
            name, key = entry.name, fold_phrase(entry.name)
        # Spellings that fold to one key are one entry, unless their capitals differ (PoK, POK).
        same = entry if name != name.lower() else msgspec.structs.replace(entry, name="")
        phrases.setdefault(key, {}).setdefault(same, entry)
    return {key: tuple(found.values()) for key, found in phrases.items()}


def _countries(countries: Mapping[str, CountryNames], ontology: Ontology) -> Iterator[NameEntry]:
    for code, told in countries.items():
        fact = ontology.actors[code]
        weak_keys = set(map(fold_phrase, told.weak))
        kinds: tuple[tuple[NameKind, tuple[str, ...]], ...] = (
            ("country", told.names),
            ("adjective", told.adjectives),
            ("capital", told.capitals),
            ("seat", told.seats),
        )
        for kind, names in kinds:
            for name in names:
                weak = fold_phrase(name) in weak_keys
                yield NameEntry(id=code, kind=kind, name=name, country=fact.country, sector=fact.sector, weak=weak)


def _actors(path: Path, ontology: Ontology) -> Iterator[NameEntry]:
    for key, told in read_toml(path, dict[str, ActorNames], PackError).items():
        _known(key, ontology.actors, path)
        actor = ontology.actors[key]
        weak_keys = set(map(fold_phrase, told.weak))
        for name in told.names:
            yield from _held(actor, name, ontology, weak=fold_phrase(name) in weak_keys)


def _holders(path: Path, ontology: Ontology) -> Iterator[NameEntry]:
    if not path.is_file():
        return
    known = load_holders()
    try:
        rows = msgspec.json.decode(b"[" + b",".join(path.read_bytes().splitlines()) + b"]", type=list[HolderNames])
    except msgspec.DecodeError as malformed:
        raise PackError(f"{path}: {malformed}; run tools/build_holders.py again") from malformed
    for row in rows:
        _known(row.id, known, path)
        for name in row.names:
            yield from _held(known[row.id], name, ontology, weak=False)


def _held(actor: ActorEntry, name: str, ontology: Ontology, *, weak: bool) -> Iterator[NameEntry]:
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


def _offices(path: Path, ontology: Ontology) -> Iterator[NameEntry]:
    for key, told in read_toml(path, dict[str, ActorNames], PackError).items():
        _known(key, ontology.offices, path)
        fact = ontology.offices[key]
        weak_keys = set(map(fold_phrase, told.weak))
        for name in told.names:
            yield _office(key, fact, name, weak=fold_phrase(name) in weak_keys)


def _office(key: str, fact: Office, name: str, *, weak: bool = False) -> NameEntry:
    return NameEntry(
        id=key,
        kind="office",
        name=name,
        role=fact.role,
        office=key,
        rank=fact.rank,
        country=fact.country,
        default_country=fact.default_country,
        sector=fact.sector,
        weak=weak,
    )


def _portfolios(path: Path, ontology: Ontology) -> Iterator[tuple[tuple[str, ...], NameEntry]]:
    """Ministers and ministries of each field of government, with their keys; none in a pack without the file."""
    if not path.is_file():
        return
    told = read_toml(path, Portfolios, PackError)
    for office, patterns in told.patterns.items():
        _known(office, ontology.offices, path)
        for pattern in patterns:
            for field in told.fields:
                name = pattern.replace("{}", field)
                yield fold_phrase(name), _office(office, ontology.offices[office], name)


def _titles(path: Path) -> Iterator[NameEntry]:
    told = read_toml(path, Titles, PackError)
    yield from (NameEntry(id="", kind="title", name=name) for name in told.titles)
    yield from (NameEntry(id="", kind="particle", name=name) for name in told.particles)
    for does, names in told.modifiers.items():
        sector = "ELI" if does == "former" else ""
        yield from (NameEntry(id=does, kind="modifier", name=name, sector=sector) for name in names)


def _places(path: Path, ontology: Ontology) -> Iterator[NameEntry]:
    for key, told in read_toml(path, dict[str, PlaceNames], PackError).items():
        country = "" if key == "none" else key
        if country:
            _known(country, ontology.actors, path)
        weak_keys = set(map(fold_phrase, told.weak))
        for name in told.names:
            yield NameEntry(id=country, kind="place", name=name, country=country, weak=fold_phrase(name) in weak_keys)


def _known(key: str, known: Mapping[str, object], path: Path) -> None:
    if key not in known:
        raise PackError(f"{path}: the ontology has no {key!r}; add it there first, or correct the key")
