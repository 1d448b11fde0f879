"""The name of a person after an office or by itself: titles, given names, surnames, particles."""

from vaarta.recognition.draft import BODIES, Draft
from vaarta.recognition.phrases import Atom, Reading

__all__ = ["with_name"]

NAME_LENGTH = 6  # tokens: सैयद शाह महमूद हुसैन कुरैशी and an initial; longer runs are two names


def with_name(reading: Reading, draft: Draft, i: int) -> tuple[Draft, int] | None:
    """The draft with the person's name that begins at atom i. Bodies and bare countries have no name after them."""
    if draft.name or (draft.nations and not draft.heads):
        return None
    if draft.heads and (draft.heads[-1].kind not in ("office", "counterpart") or draft.role in BODIES):
        return None
    atoms = _name_run(reading, i)
    if not any(atom.kind in ("person", "propn") for atom in atoms):
        return None
    person = next((atom for atom in atoms if atom.kind == "person" and _given(reading, atoms, atom)), None)
    start, end = next(atom.start for atom in atoms if atom.kind != "title"), atoms[-1].end
    return draft._replace(name=(start, end), person=person, end=end), i + len(atoms)


def _name_run(reading: Reading, i: int) -> tuple[Atom, ...]:
    """The atoms of one name from i on: titles, given names, surnames, particles between them; () if it is none."""
    first, j, known = reading.atoms[i], i, False
    if first.kind == "particle" and reading.doc[first.start].pos_ != "PROPN":
        return ()
    while j < len(reading.atoms) and reading.atoms[j].sentence == first.sentence:
        atom = reading.atoms[j]
        if j > i and (atom.end - first.start > NAME_LENGTH or not (_names(reading, atom) or _hyphen(reading, j))):
            break
        if atom.kind == "person" and known:
            break
        known, j = known or atom.kind == "person", j + 1
    while j > i and reading.atoms[j - 1].kind == "particle":
        j -= 1
    return reading.atoms[i:j]


def _given(reading: Reading, atoms: tuple[Atom, ...], person: Atom) -> bool:
    """Whether a known surname is that person's: what stands before it, if anything, is one of the person's names."""
    first = atoms[atoms.index(person) - 1] if atoms.index(person) else None
    if first is None or first.kind != "propn" or person.entry is None:
        return True
    return any(reading.keys[first.start] in words for words in reading.names_of(person.entry.id))


def _names(reading: Reading, atom: Atom) -> bool:
    """Whether an atom can be a further part of a name; शाह is a surname as often as a king."""
    if atom.kind in ("person", "propn", "title", "particle"):
        return True
    weak = atom.entry is not None and atom.entry.weak and atom.kind != "country"
    return weak and reading.doc[atom.start].pos_ == "PROPN"


def _hyphen(reading: Reading, j: int) -> bool:
    """Whether atom j is a hyphen inside a name: between two parts of it, without a space."""
    if j + 1 >= len(reading.atoms) or reading.atoms[j].kind != "break":
        return False
    token, before = reading.doc[reading.atoms[j].start], reading.atoms[j - 1]
    tight = token.text in ("-", "‐", "‑") and not token.whitespace_ and not reading.doc[token.i - 1].whitespace_
    inner = before.kind in ("person", "propn", "particle") and reading.atoms[j + 1].kind in ("propn", "particle")
    return tight and inner
