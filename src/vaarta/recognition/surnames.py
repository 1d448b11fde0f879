"""Surnames by which a story goes on with those whom it named in full, where a tagger takes them for common words."""

from collections.abc import Iterable

from vaarta.recognition.draft import Draft
from vaarta.recognition.parties import name_words
from vaarta.recognition.phrases import Atom, Reading

__all__ = ["with_surnames"]

TAKEN_FOR = frozenset({"modifier", "word"})  # kinds of atoms


def with_surnames(reading: Reading, found: Iterable[Draft]) -> Reading:
    """The reading in which a later surname that acts is a name: "पेट्रो | ने कहा" after "राष्ट्रपति गुस्तावो पेट्रो".

    The marker tells: in "राय | ने" is someone of that name, in "राय में" an opinion.
    """
    told: dict[str, int] = {}
    for draft in found:
        if len(words := name_words(reading, draft.name)) > 1:
            told.setdefault(words[-1], draft.end)
    if not told or reading.pack.grammar.markers.stands == "before":
        return reading
    atoms = tuple(atom._replace(kind="propn") if _acts(reading, atom, told) else atom for atom in reading.atoms)
    return reading._replace(atoms=atoms) if atoms != reading.atoms else reading


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
