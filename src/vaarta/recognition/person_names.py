"""The name of a person after an office or by itself: titles, given names, surnames, particles."""

from typing import TYPE_CHECKING

from vaarta.packs.sounds import load_sounds
from vaarta.recognition.draft import BODIES, Draft
from vaarta.recognition.parties import BEYOND
from vaarta.recognition.phrases import PERSON_LABELS, Atom, Reading

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["foreigner", "with_name"]

NAMING = frozenset({"", "NOUN", "PROPN", "X"})  # how taggers take the second part of Ho-jen
UNSURNAMED = frozenset({"clergy", "crown-prince", "monarch"})  # offices whose holders go by given names
BODY = "ORG"  # what models label bodies
NAME_LENGTH = 6  # tokens: सैयद शाह महमूद हुसैन कुरैशी and an initial; longer runs are two names


def with_name(reading: Reading, draft: Draft, i: int) -> tuple[Draft, int] | None:
    """The draft with the person's name that begins at atom i. Bodies and bare countries have no name after them."""
    if draft.name or (draft.nations and not draft.heads and not _of_nationality(reading, draft, i)):
        return None
    if draft.heads and (draft.heads[-1].kind not in ("office", "counterpart") or draft.role in BODIES):
        return None
    several = draft.counted and "Number=Plur" in reading.doc[draft.start].head.morph
    if several and not draft.nations and draft.role == "people" and reading.pack.grammar.verb == "last":
        return None  # "हजारों प्रदर्शनकारी | मादुरो के इस्तीफे की"
    atoms = _name_run(reading, i)
    if not any(atom.kind in ("person", "propn") for atom in atoms):
        return None
    person = next((atom for atom in atoms if atom.kind == "person" and _meant(reading, atoms, atom)), None)
    if reading.pack.grammar.verb == "last" and foreigner(draft, person):
        return None
    start, end = next(atom.start for atom in atoms if atom.kind != "title"), atoms[-1].end
    return draft._replace(name=(start, end), person=person, end=end), i + len(atoms)


def _of_nationality(reading: Reading, draft: Draft, i: int) -> bool:
    """Whether a full name follows a nationality and takes a marker: "केन्याई | जॉन मवांगी को"; not that of a body."""
    atoms = _name_run(reading, i)
    full = reading.pack.grammar.markers.stands == "after" and len(atoms) > 1
    if not full or not draft.alone or draft.nations[0].kind != "adjective":
        return False
    first, last = atoms[0].start, atoms[-1].end
    above = reading.doc[draft.end - 1].head.i
    proper = all(reading.doc[k].pos_ == "PROPN" for k in range(first, last) if reading.keys[k].isalpha())
    marked = last < len(reading.keys) and reading.keys[last] in reading.pack.grammar.markers.all
    return proper and marked and first <= above < last and reading.doc[last - 1].ent_type_ != BODY


def foreigner(draft: Draft, person: Atom | None) -> bool:
    """Whether a known person is of another country than the office before: "इजरायल के प्रधानमंत्री | पुतिन से मिले"."""
    nation = next((a.entry.country for a in draft.nations if a.entry and a.entry.country), "")
    theirs = person.entry.country if person and person.entry else ""
    return bool(nation and theirs) and nation != theirs and not {nation, theirs} & BEYOND


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
        known, j = known or atom.kind == "person", j + (2 if j > i and atom.kind == "break" else 1)
    while j > i and reading.atoms[j - 1].kind == "particle":
        j -= 1
    return reading.atoms[i:j]


def _meant(reading: Reading, atoms: tuple[Atom, ...], person: Atom) -> bool:
    """Whether a known name is that person's: what stands before it, if anything, is one of the person's names.

    "Boris Modi" is not Narendra Modi; nor is "Juan Carlos Ruiz" the king, who has no surname.
    """
    i = atoms.index(person)
    if person.entry is None:
        return True
    given_only = any(entry.office in UNSURNAMED for entry in (person.entry, *person.others))
    beside = (*atoms[:i][-1:], *(atoms[i + 1 :][:1] if given_only else ()))
    known = {word for words in reading.names_of(person.entry.id) for word in words}
    return all(_one_of(reading, reading.keys[atom.start], known) for atom in beside if atom.kind == "propn")


def _one_of(reading: Reading, word: str, known: set[str]) -> bool:
    """Whether a word is one of a person's names, or sounds as one: नरेंन्द्र is नरेंद्र misspelt."""
    sounds = load_sounds(reading.pack.folder)
    return word in known or (sounds is not None and sounds.of(word) in {sounds.of(name) for name in known})


def _names(reading: Reading, atom: Atom) -> bool:
    """Whether an atom can be a further part of a name; शाह is a surname as often as a king."""
    if atom.kind in ("person", "propn", "title", "particle"):
        return True
    token = reading.doc[atom.start]
    if token.dep_ == "flat" and token.head.i == token.i - 1 and token.pos_ == token.head.pos_ == "PROPN":
        return atom.kind == "office"  # "Tom | King": the parse has one name
    if atom.kind == "office" and _ends_person(token):
        return True
    weak = atom.entry is not None and atom.entry.weak and atom.kind != "country"
    return weak and token.pos_ == "PROPN"


def _ends_person(token: "Token") -> bool:
    """Whether a token is the last of what a model labels a person, after another name: "ले | मेयर"."""
    last = token.i + 1 == len(token.doc) or token.nbor(1).ent_iob_ != "I"
    inside = token.ent_iob_ == "I" and token.ent_type_ in PERSON_LABELS
    return inside and last and token.pos_ == token.nbor(-1).pos_ == "PROPN"


def _hyphen(reading: Reading, j: int) -> bool:
    """Whether atom j is a hyphen inside a name: between two parts of it, without a space."""
    if j + 1 >= len(reading.atoms) or reading.atoms[j].kind != "break":
        return False
    token, before = reading.doc[reading.atoms[j].start], reading.atoms[j - 1]
    tight = token.text in ("-", "‐", "‑") and not token.whitespace_ and not reading.doc[token.i - 1].whitespace_
    after = reading.atoms[j + 1]
    inner = before.kind in ("person", "propn", "particle") and after.kind in ("propn", "particle")
    lower = before.kind == "propn" and after.kind == "word" and reading.doc[after.start].pos_ in NAMING
    return tight and (inner or lower)
