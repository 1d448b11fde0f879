"""Office holders from open data, beside the people of people.toml, who were written by hand."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import msgspec

from vaarta.errors import OntologyError
from vaarta.memory import building
from vaarta.ontology.shapes import ActorEntry, Fact, Tenure

__all__ = ["HOLDERS", "Holder", "load_holders", "sounding"]

HOLDERS = Path(__file__).parent / "actors" / "holders.jsonl"


class Holder(Fact, frozen=True, kw_only=True, omit_defaults=True):
    """A person, the country served, and the offices held, in the order of their first days.

    `sounds` are those of the names that are long enough, and no other holder's, to be known by sound in any script.
    """

    id: str
    name: str
    country: str
    offices: tuple[Tenure, ...]
    sounds: tuple[str, ...] = ()

    @property
    def actor(self) -> ActorEntry:
        """The holder as an actor of the ontology."""
        return ActorEntry(id=self.id, kind="person", name=self.name, country=self.country, offices=self.offices)


@cache
def load_holders() -> Mapping[str, Holder]:
    """The holders that ship with Vaarta, by id, read once. Raises OntologyError if their file is malformed."""
    return {row.id: row for row in _rows()}


@cache
def sounding() -> Mapping[str, str]:
    """The ids of holders by the sounds of their names, as `vaarta.packs.sounds` writes them."""
    return {sound: row.id for row in _rows() for sound in row.sounds}


@cache
def _rows() -> tuple[Holder, ...]:
    try:
        with building():
            lines = b",".join(HOLDERS.read_bytes().splitlines())
            return msgspec.json.decode(b"[" + lines + b"]", type=tuple[Holder, ...])
    except OSError as missing:
        raise OntologyError(f"{HOLDERS}: cannot be read ({missing.strerror}); is the installation whole?") from missing
    except msgspec.DecodeError as malformed:
        raise OntologyError(f"{HOLDERS}: {malformed}; run tools/build_holders.py again") from malformed
