"""Whose body is meant by a name that several countries' have: कांग्रेस, कोरिया."""

from collections import Counter

from msgspec.structs import replace

from vaarta.packs.names import NameEntry
from vaarta.recognition.draft import GROUPS
from vaarta.recognition.phrases import Atom, Reading

__all__ = ["with_bodies_meant"]

SHARED = GROUPS | {"country", "office"}
VOTERS = frozenset({"adjective", "capital", "country", "person", "seat"})
OFTEN, TIMES = 3, 2  # how often a story names another country than the likeliest, and how much oftener than that


def with_bodies_meant(reading: Reading) -> Reading:
    """The reading in which a name of several countries' bodies is of the one that the story names most."""
    shared = {n: found for n, atom in enumerate(reading.atoms) if len(found := _countries(atom)) > 1}
    if not shared:
        return reading
    votes = Counter(atom.entry.country for atom in reading.atoms if atom.entry and atom.kind in VOTERS)
    atoms = list(reading.atoms)
    for n, entries in shared.items():
        likeliest, *others = entries
        other = max(others, key=lambda country: votes[country])
        if votes[other] >= max(OFTEN, TIMES * votes[likeliest]):
            entry = replace(entries[other], weak=False)
            atoms[n] = atoms[n]._replace(kind=entry.kind, entry=entry)
    return reading._replace(atoms=tuple(atoms))


def _countries(atom: Atom) -> dict[str, NameEntry]:
    """The first meaning of an atom in each country, the likeliest first; {} if it is no body's name."""
    if atom.entry is None or atom.kind not in SHARED:
        return {}
    found: dict[str, NameEntry] = {}
    for entry in (atom.entry, *atom.others):
        if entry.country and entry.kind in SHARED:
            found.setdefault(entry.country, entry)
    return found
