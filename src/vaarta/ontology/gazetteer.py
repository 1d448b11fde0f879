"""Places of the world: towns, first-level divisions, districts of South Asia: places/places.tsv.gz.

The file is made by tools/build_places.py from GeoNames (CC BY 4.0); places/NOTICE.md says more. It is read whole in a
tenth of a second, and a place becomes a record only when it is asked for.
"""

import gzip
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Literal

from vaarta.errors import OntologyError
from vaarta.memory import building
from vaarta.ontology.shapes import Fact

__all__ = ["Gazetteer", "PlaceEntry", "PlaceKind", "load_gazetteer", "place_with_id", "read_gazetteer", "read_table"]

PlaceKind = Literal["capital", "city", "admin1", "district"]
COLUMNS = 9
GEONAMES = "gn"  # what an id of a place begins with, before a colon and its number
NAME, KEYS = 7, 8


class PlaceEntry(Fact, frozen=True, kw_only=True):
    """A place: `id` is its GeoNames id, `country` ISO 3166-1 alpha-3, `admin1` the id of the division it lies in, or 0.

    `population` is that of the town, or of the towns of a division together; 0 if unknown, as `lat` and `lon` are None.
    """

    id: int
    kind: PlaceKind
    country: str
    admin1: int
    lat: float | None
    lon: float | None
    population: int
    name: str


class Gazetteer(Fact, frozen=True, kw_only=True):
    """All places. `rows` are lines of the file by id; `keys` gives, for a folded name in Latin script, the ids."""

    rows: Mapping[int, str]
    keys: Mapping[str, tuple[int, ...]]

    def entry(self, number: int) -> PlaceEntry | None:
        """The place of an id; None if there is none."""
        row = self.rows.get(number)
        return _entry(row) if row is not None else None

    def named(self, key: str) -> tuple[PlaceEntry, ...]:
        """All places that have this name in Latin script, folded, its words joined by spaces."""
        return tuple(_entry(self.rows[number]) for number in self.keys.get(key, ()))


def place_with_id(place_id: str) -> PlaceEntry | None:
    """The place of a record's id ("gn:1261481"); None if there is none."""
    source, _, number = place_id.partition(":")
    known = source == GEONAMES and number.isascii() and number.isdecimal()
    return load_gazetteer().entry(int(number)) if known else None


@cache
@building()
def load_gazetteer() -> Gazetteer:
    """The gazetteer that ships with Vaarta, read once."""
    return read_gazetteer(Path(__file__).parent / "places" / "places.tsv.gz")


def read_gazetteer(path: Path) -> Gazetteer:
    """The gazetteer in a file. Raises OntologyError if it is missing or broken."""
    rows: dict[int, str] = {}
    keys: dict[str, tuple[int, ...]] = {}
    for line in read_table(path):
        columns = line.split("\t")
        if len(columns) != COLUMNS or not columns[0].isdecimal():
            raise OntologyError(f"{path}: not a row of {COLUMNS} columns: {line[:40]!r}; run tools/build_places.py")
        number = int(columns[0])
        rows[number] = line
        for key in (columns[NAME].lower().replace("-", " "), *filter(None, columns[KEYS].split("|"))):
            keys[key] = (*keys[key], number) if key in keys else (number,)
    return Gazetteer(rows=rows, keys=keys)


def read_table(path: Path) -> list[str]:
    """The lines of a packed table. Raises OntologyError if it is missing or no gzip file."""
    try:
        return gzip.decompress(path.read_bytes()).decode().splitlines()
    except (OSError, EOFError, UnicodeDecodeError) as broken:
        raise OntologyError(f"{path}: cannot be read ({broken}); is the installation whole?") from broken


def _entry(row: str) -> PlaceEntry:
    number, kind, country, admin1, lat, lon, population, name, _ = row.split("\t")
    return PlaceEntry(
        id=int(number),
        kind=kind,  # type: ignore[arg-type]  # the file is ours, and a test reads every row
        country=country,
        admin1=int(admin1 or 0),
        lat=float(lat) if lat else None,
        lon=float(lon) if lon else None,
        population=int(population),
        name=name,
    )
