"""What a language calls countries, bodies, offices, groups and people: the files of a pack's names/ folder.

The files hold names only; what is named, with its country, sector and dates, is in the ontology. A name is looked up
as the tuple of its folded words: see `fold_phrase`.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Literal

import msgspec

from vaarta.errors import PackError
from vaarta.memory import building
from vaarta.ontology import Office, Ontology, load_ontology
from vaarta.packs.entries import NameEntry, NameKind, actor_entries, fold_phrase, fold_word
from vaarta.packs.holders import Phrases, holder_names
from vaarta.records import Record
from vaarta.toml import read_toml

__all__ = ["NameEntry", "NameKind", "NamesPack", "fold_phrase", "fold_word", "load_names"]

ACTOR_FILES = ("organisations", "groups", "parties", "people")


class NamesPack(Record, frozen=True, kw_only=True):
    """All names of a language. `phrases` is keyed on folded words; `longest` is the most words any key has."""

    phrases: Phrases
    longest: int
    display: Mapping[str, str]

    def country_of(self, name: str) -> str | None:
        """The country (alpha-3) that a name, adjective, capital or seat stands for, as written or folded, or None."""
        found = self.phrases.get(fold_phrase(name))
        return next((e.country for e in found or () if e.kind in ("country", "adjective", "capital", "seat")), None)

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


@building()
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
    )
    own = _index(entries)
    for key, entry in _portfolios(home / "portfolios.toml", ontology):
        own.setdefault(key, (entry,))
    phrases = Phrases(own, holder_names(home / "holders.jsonl") if holders else ())
    return NamesPack(
        phrases=phrases,
        longest=max(map(len, phrases)),
        display={code: told.names[0] for code, told in countries.items()},
    )


NUMBERED = re.compile(r"[A-Za-z]-[0-9]")


def _index(entries: Iterable[NameEntry]) -> dict[tuple[str, ...], tuple[NameEntry, ...]]:
    phrases: dict[tuple[str, ...], dict[NameEntry, NameEntry]] = {}
    name, key = "", fold_phrase("")
    for entry in entries:
        if entry.name != name:
            name, key = entry.name, fold_phrase(entry.name)
        # Spellings that fold to one key are one entry, unless their capitals differ (PoK, POK).
        same = entry if name != name.lower() else msgspec.structs.replace(entry, name="")
        phrases.setdefault(key, {}).setdefault(same, entry)
        if NUMBERED.search(name):  # "B-52" is one token, "AFL-CIO" three
            phrases.setdefault(tuple(map(fold_word, name.split())), {}).setdefault(same, entry)
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
            yield from actor_entries(actor, name, ontology, weak=fold_phrase(name) in weak_keys)


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
