"""Surnames by which a story goes on with those whom it named in full, where a tagger takes them for common words."""

from collections.abc import Iterable
from difflib import SequenceMatcher

from vaarta.packs.sounds import sounds_of
from vaarta.recognition.draft import Draft
from vaarta.recognition.parties import name_words
from vaarta.recognition.phrases import Atom, Reading

__all__ = ["with_surnames"]

TAKEN_FOR = frozenset({"modifier", "word"})  # kinds of atoms
UNKNOWN = TAKEN_FOR | {"propn"}
LETTERS, ALIKE = 4, 0.7  # of a surname spelled otherwise: the fewest it has, and how like it is to the one told


def with_surnames(reading: Reading, found: Iterable[Draft]) -> Reading:
    """The reading in which a later surname that acts is a name: "पेट्रो | ने कहा" after "राष्ट्रपति गुस्तावो पेट्रो".

    The marker tells: in "राय | ने" is someone of that name, in "राय में" an opinion. A name spelled otherwise than when
    it was told, but that sounds the same, is read as it was told: पोम्पेओ after "माइक पोम्पिओ".
    """
    told: dict[str, int] = {}
    for draft in found:
        if len(words := name_words(reading, draft.name)) > 1:
            told.setdefault(words[-1], draft.end)
    if not told or reading.pack.grammar.markers.stands == "before":
        return reading
    reading = _spelled_as_told(reading, told)
    atoms = tuple(atom._replace(kind="propn") if _acts(reading, atom, told) else atom for atom in reading.atoms)
    return reading._replace(atoms=atoms) if atoms != reading.atoms else reading


def _spelled_as_told(reading: Reading, told: dict[str, int]) -> Reading:
    """The reading with each later name that only sounds as a surname told under that surname's own key."""
    sounding = {sounds_of(surname): surname for surname in reversed(told) if len(surname) >= LETTERS}
    keys, atoms = list(reading.keys), list(reading.atoms)
    for n, atom in enumerate(reading.atoms):
        key = reading.keys[atom.start]
        if atom.kind not in UNKNOWN or len(key) < LETTERS or reading.doc[atom.start].pos_ != "PROPN" or key in told:
            continue
        surname = sounding.get(sounds_of(key))
        alike = surname is not None and atom.start >= told[surname] and _alike(key, surname)
        if surname is not None and alike:
            keys[atom.start], atoms[n] = surname, atom._replace(kind="propn")
    return reading if tuple(keys) == reading.keys else reading._replace(keys=tuple(keys), atoms=tuple(atoms))


def _alike(key: str, surname: str) -> bool:
    return key[0] == surname[0] and SequenceMatcher(None, key, surname).ratio() >= ALIKE


def _acts(reading: Reading, atom: Atom, told: dict[str, int]) -> bool:
    """Whether an atom is a word that a name told before ends in, and the marker of who acts follows it."""
    markers = reading.pack.grammar.markers
    given = told.get(reading.keys[atom.start])
    if atom.kind not in TAKEN_FOR or given is None or atom.start < given:
        return False
    return any(
        " ".join(reading.keys[atom.end : atom.end + len(marker.split())]) == marker
        for marker in (*markers.subject, *markers.agent)
    )
