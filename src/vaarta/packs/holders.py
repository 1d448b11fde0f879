"""Office holders by their full names in Latin script: the entries of a name are made when it is first met."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import msgspec

from vaarta.errors import PackError
from vaarta.ontology import load_ontology
from vaarta.ontology.holders import load_holders
from vaarta.packs.entries import NameEntry, actor_entries, fold_phrase

__all__ = ["HolderNames", "Phrases", "holder_entries", "holder_names"]

Key = tuple[str, ...]


class HolderNames(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A line of holders.jsonl: the full names of one of the ontology's office holders."""

    id: str
    names: tuple[str, ...]


class Phrases(Mapping[Key, tuple[NameEntry, ...]]):
    """What each phrase of a pack may mean, by its folded words: those of its own files, and the names of holders."""

    def __init__(self, own: Mapping[Key, tuple[NameEntry, ...]], holders: Iterable[HolderNames] = ()) -> None:
        self._known = dict(own)
        self._holders = {fold_phrase(name): (one.id, name) for one in holders for name in one.names}
        self._people: dict[str, dict[Key, None]] = {}
        for key in self._holders.keys() & self._known.keys():
            del self._holders[key]  # what a person wrote down wins

    def get(  # type: ignore[override]
        self, key: Key, default: tuple[NameEntry, ...] | None = None
    ) -> tuple[NameEntry, ...] | None:
        """The entries of a phrase, or the default if it has none."""
        found = self._known.get(key)
        if found is None and key in self._holders:
            found = self._known[key] = holder_entries(*self._holders[key])
        return default if found is None else found

    def names_of(self, person: str) -> tuple[Key, ...]:
        """All names of a person, as folded words; () if no phrase names him."""
        if not self._people:
            named = ((entry.id, key) for key, found in self._known.items() for entry in found if entry.kind == "person")
            for one, key in (*named, *((one, key) for key, (one, _) in self._holders.items())):
                self._people.setdefault(one, {})[key] = None
        return tuple(self._people.get(person, ()))

    def __getitem__(self, key: Key) -> tuple[NameEntry, ...]:
        found = self.get(key)
        if found is None:
            raise KeyError(key)
        return found

    def __iter__(self) -> Iterator[Key]:
        yield from (key for key in self._known if key not in self._holders)
        yield from self._holders

    def __len__(self) -> int:
        return len(self._known.keys() | self._holders.keys())


def holder_entries(key: str, name: str = "") -> tuple[NameEntry, ...]:
    """The entries of an office holder of the ontology, under the name given, or that which he has there."""
    holder = load_holders()[key].actor
    return tuple(actor_entries(holder, name or holder.name, load_ontology(), weak=False))


def holder_names(path: Path) -> tuple[HolderNames, ...]:
    """The names that a pack has for office holders; () if it has no such file.

    Raises PackError if the file is malformed, or names someone whom the ontology lacks.
    """
    if not path.is_file():
        return ()
    try:
        rows = msgspec.json.decode(
            b"[" + b",".join(path.read_bytes().splitlines()) + b"]", type=tuple[HolderNames, ...]
        )
    except msgspec.DecodeError as malformed:
        raise PackError(f"{path}: {malformed}; run tools/build_holders.py again") from malformed
    if unknown := {row.id for row in rows} - load_holders().keys():
        raise PackError(f"{path}: the ontology has no holder {min(unknown)!r}; run tools/build_holders.py again")
    return rows
