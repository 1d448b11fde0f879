"""Codes and columns of other schemes: FIPS, Correlates of War, CAMEO roles, quad classes, others' columns."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from vaarta.errors import ExportError
from vaarta.ontology import load_ontology
from vaarta.records import Event, Record
from vaarta.toml import read_toml

__all__ = ["QUADS", "cameo_role", "columns", "country_codes", "country_name", "quad_of", "root_quad"]

HERE = Path(__file__).parent
QUADS = ("verbal cooperation", "material cooperation", "verbal conflict", "material conflict")
FIRST_ROOT_OF_QUAD = (1, 6, 10, 15)  # CAMEO 01-05 verbal cooperation, 06-09 material, 10-14 verbal conflict, 15-20


class CountryCodes(Record, frozen=True, kw_only=True):
    """A country's FIPS 10-4 code ("" if it has none) and its number in the Correlates of War list (0 if none)."""

    fips: str = ""
    cow: int = 0


def columns(of: str) -> tuple[str, ...]:
    """The names of a format's columns, in order."""
    return _columns()[of]


def country_codes(country: str) -> CountryCodes:
    """The other codes of a country (ISO alpha-3); empty ones if it is none."""
    return _countries().get(country, CountryCodes())


def country_name(country: str) -> str:
    """A country's English name; "" if the code is none."""
    actor = load_ontology().actors.get(country)
    return actor.name if actor and actor.kind == "country" else ""


def cameo_role(sector: str) -> str:
    """CAMEO's role code of a sector; "" if it has none."""
    return _sectors().get(sector, sector)


def quad_of(event: Event) -> int:
    """The number of an event's class: 1 verbal and 2 material cooperation, 3 verbal and 4 material conflict."""
    return QUADS.index(load_ontology().types[event.type].quad) + 1


def root_quad(cameo: str) -> int:
    """The class of a CAMEO code by its root, as GDELT numbers it."""
    return sum(int(cameo[:2]) >= first for first in FIRST_ROOT_OF_QUAD)


@cache
def _columns() -> Mapping[str, tuple[str, ...]]:
    return read_toml(HERE / "columns.toml", dict[str, tuple[str, ...]], ExportError)


@cache
def _countries() -> Mapping[str, CountryCodes]:
    return read_toml(HERE / "countries.toml", dict[str, CountryCodes], ExportError)


@cache
def _sectors() -> Mapping[str, str]:
    return read_toml(HERE / "sectors.toml", dict[str, str], ExportError)
