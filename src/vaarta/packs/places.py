"""What a language calls the places of the gazetteer: names/towns.toml, written by hand, and names/geonames.tsv.gz.

A language in Latin script has the gazetteer's own names besides. Capitals are in countries.toml, and what the
gazetteer lacks in places.toml.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

import msgspec

from vaarta.errors import PackError
from vaarta.memory import building
from vaarta.ontology.gazetteer import Gazetteer, PlaceEntry, load_gazetteer, read_table
from vaarta.packs.names import fold_phrase
from vaarta.records import Record
from vaarta.text import is_devanagari
from vaarta.toml import read_toml

__all__ = ["PlaceNames", "load_places", "loosened"]

FURTHER = "geonames.tsv.gz"
LONG = 5  # letters that a name needs to be known under another spelling: बालि is no बाली
# Spellings of one foreign name differ in these as often as not: पंचकूला and पंचकुला, सैन and सेन, कॉलोन and कालोन.
LOOSE = str.maketrans({"ी": "ि", "ू": "ु", "ै": "े", "ौ": "ो", "ॉ": "ा", "ण": "न", "ं": None, "्": None, "ई": "इ", "ऊ": "उ"})


class Towns(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A country in towns.toml: spellings by a name that the gazetteer has there; `weak` repeats the ambiguous ones."""

    names: dict[str, tuple[str, ...]] = {}
    weak: tuple[str, ...] = ()


class PlaceNames(Record, frozen=True, kw_only=True):
    """All names of a language for the places of the gazetteer, as folded words joined by spaces.

    `written` are those of towns.toml, `weak` those of them that often mean something else, `further` the others:
    both count only with a sign that a place is meant. `loose` gives names by `loosened` spelling. `openers` gives the
    most words of the names that a word, loosened, opens.
    """

    gazetteer: Gazetteer
    written: Mapping[str, tuple[int, ...]]
    further: Mapping[str, tuple[int, ...]]
    weak: frozenset[str]
    loose: Mapping[str, tuple[str, ...]]
    openers: Mapping[str, int]

    def named(self, words: Iterable[str]) -> tuple[PlaceEntry, ...]:
        """The places that folded words name, the most populous first; () if they name none."""
        key = " ".join(words)
        keys = (key,) if key in self.written or key in self.further else self._others(key)
        numbers = dict.fromkeys(n for key in keys for n in (*self.written.get(key, ()), *self.further.get(key, ())))
        found = [entry for number in numbers if (entry := self.gazetteer.entry(number))]
        return tuple(sorted(found, key=lambda entry: entry.population, reverse=True))

    def has(self, key: str) -> bool:
        """Whether any place has this name, or a long one that differs but in letters that are often confused."""
        return key in self.written or key in self.further or bool(self._others(key))

    def _others(self, key: str) -> tuple[str, ...]:
        return self.loose.get(loosened(key), ()) if len(key) >= LONG else ()

    def sure(self, key: str) -> bool:
        """Whether the name was written by hand and means little else."""
        return key in self.written and key not in self.weak


@cache
@building()
def load_places(folder: Path) -> PlaceNames:
    """The names of places of the pack in `folder`; a pack without geonames.tsv.gz has the gazetteer's own besides.

    Raises PackError if towns.toml is malformed, or names a place that the gazetteer lacks.
    """
    home, gazetteer = folder / "names", load_gazetteer()
    path = home / "towns.toml"
    towns = read_toml(path, dict[str, Towns], PackError) if path.exists() else {}
    written: dict[str, tuple[int, ...]] = {}
    for key, number in _written(towns, gazetteer, path):
        written[key] = (*written.get(key, ()), number)
    weak = frozenset(_key(name) for told in towns.values() for name in told.weak)
    further = _further(home / FURTHER) if (home / FURTHER).exists() else gazetteer.keys
    loose: dict[str, tuple[str, ...]] = {}
    openers: dict[str, int] = {}
    for key in (*written, *further):
        plain = loosened(key)
        if plain != key or is_devanagari(key[:1]):
            loose[plain] = (*loose.get(plain, ()), key)
        first, _, rest = plain.partition(" ")
        openers[first] = max(openers.get(first, 1), 2 + rest.count(" ") if rest else 1)
    return PlaceNames(gazetteer=gazetteer, written=written, further=further, weak=weak, loose=loose, openers=openers)


def loosened(key: str) -> str:
    """A key under which names meet that differ in vowel length, nasals and the like."""
    return key.translate(LOOSE)


def _key(name: str) -> str:
    return " ".join(fold_phrase(name))


def _written(towns: Mapping[str, Towns], gazetteer: Gazetteer, path: Path) -> Iterator[tuple[str, int]]:
    for country, told in towns.items():
        for name, spellings in told.names.items():
            numbers = [entry.id for entry in gazetteer.named(_key(name)) if entry.country == country]
            if not numbers:
                raise PackError(f"{path}: the gazetteer has no {name!r} in {country}; see tools/build_places.py")
            yield from ((_key(spelling), number) for spelling in spellings for number in numbers)


def _further(path: Path) -> dict[str, tuple[int, ...]]:
    rows = (line.split("\t") for line in read_table(path))
    return {key: tuple(map(int, numbers)) for key, *numbers in rows}
