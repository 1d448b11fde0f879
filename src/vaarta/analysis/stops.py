"""The words around which a full stop is no sentence end, by language, from sentences.toml."""

import functools
from importlib.resources import files
from pathlib import Path

import msgspec

from vaarta.errors import ModelError
from vaarta.toml import read_toml

__all__ = ["Stops", "stops"]


class Stops(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One language's lists; each abbreviation is written with its dot. `months` are those that datelines name."""

    abbreviations: frozenset[str] = frozenset()
    letters: frozenset[str] = frozenset()
    lone: frozenset[str] = frozenset()
    may_end: frozenset[str] = frozenset()
    openers: frozenset[str] = frozenset()
    finals: frozenset[str] = frozenset()
    months: frozenset[str] = frozenset()


@functools.cache
def stops(lang: str) -> Stops:
    """The lists of a language ("hi", "en"); empty ones for a language that has none."""
    path = Path(str(files("vaarta.analysis"))) / "sentences.toml"
    return read_toml(path, dict[str, Stops], ModelError).get(lang, Stops())
