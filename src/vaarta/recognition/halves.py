"""Halves of a parted country that a story calls by their side alone: "the North" where it is of North Korea."""

from collections import Counter

from vaarta.packs.names import NameEntry
from vaarta.recognition.phrases import Atom, Reading

__all__ = ["with_halves"]

TWO_WORDS = TWO_HALVES = 2
LEAST = 2  # times that a story names a half in full before it calls one by its side
PLAIN = frozenset({"propn", "word", "modifier"})


def with_halves(reading: Reading) -> Reading:
    """The reading in which "the North" and "the South" are the countries of that name, if the story names one often."""
    meant = _halves(reading)
    atoms = tuple(_meant(reading, n, meant) for n in range(len(reading.atoms))) if meant else reading.atoms
    if atoms == reading.atoms:
        return reading
    nations = (*reading.nations, *(a for a, before in zip(atoms, reading.atoms, strict=True) if a is not before))
    return reading._replace(atoms=atoms, nations=tuple(sorted(nations, key=lambda atom: atom.start)))


def _halves(reading: Reading) -> dict[str, NameEntry]:
    """The country that each side means, if two of them are countries of one name: North Korea, South Korea."""
    sides, phrases = sorted(reading.pack.reference.links["halves"]), reading.pack.names.phrases
    full = (reading.keys[a.start : a.end] for a in reading.nations if a.kind == "country")
    named = Counter(words[1] for words in full if len(words) == TWO_WORDS)
    for whole, times in named.most_common():
        halves = {
            side: entry for side in sides for entry in phrases.get((side, whole)) or () if entry.kind == "country"
        }
        if times >= LEAST and len(halves) == TWO_HALVES:
            return halves
    return {}


def _meant(reading: Reading, n: int, meant: dict[str, NameEntry]) -> Atom:
    """The atom, or the country it means: with an article and in capitals where there are such, and no name after."""
    atom = reading.atoms[n]
    entry = meant.get(reading.keys[atom.start]) if atom.end == atom.start + 1 and atom.kind in PLAIN else None
    if entry is None:
        return atom
    articles = reading.pack.reference.links["articles"]
    named = not articles or (
        atom.start > 0 and reading.keys[atom.start - 1] in articles and reading.doc[atom.start].text.istitle()
    )
    following = reading.doc[atom.end] if atom.end < len(reading.doc) else None
    goes_on = following is not None and following.pos_ in {"PROPN", "NOUN"} and following.text[:1].isupper()
    return atom._replace(kind="country", entry=entry) if named and not goes_on else atom
