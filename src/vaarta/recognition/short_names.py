"""Short names that a story gives in brackets, "विदेश मंत्रालय (एमएफए)", and goes on with."""

from collections.abc import Iterable

import msgspec

from vaarta.recognition.draft import Draft
from vaarta.recognition.phrases import Atom, Reading
from vaarta.text import is_word

__all__ = ["with_short_names"]

PLAIN = frozenset({"propn", "word", "modifier"})


def with_short_names(reading: Reading, found: Iterable[Draft]) -> Reading:
    """The reading in which each later use of a short name is an atom like the name that it was given beside."""
    given = {key: meant for draft in found for key, meant in _given(reading, draft)}
    if not given:
        return reading
    return reading._replace(atoms=tuple(_meant(reading, atom, given) for atom in reading.atoms))


def _given(reading: Reading, draft: Draft) -> list[tuple[str, Atom]]:
    """The short names in brackets right after the bodies and offices of a phrase."""
    keys, named = reading.keys, []
    for head in draft.heads:
        opened, short, closed = keys[head.end : head.end + 1], keys[head.end + 1 : head.end + 2], keys[head.end + 2 :]
        if head.entry is None or opened != ("(",) or closed[:1] != (")",):
            continue
        if reading.kind_at(head.end + 1) in PLAIN and is_word(short[0]) and not reading.doc[head.end + 1].like_num:
            country = draft.nations[0].entry.country if draft.nations and draft.nations[0].entry else ""
            entry = msgspec.structs.replace(head.entry, country=head.entry.country or country, weak=False)
            named.append((short[0], head._replace(entry=entry, end=head.end + 2)))
    return named


def _meant(reading: Reading, atom: Atom, given: dict[str, Atom]) -> Atom:
    meant = given.get(reading.keys[atom.start])
    if meant is None or atom.kind not in PLAIN or atom.start < meant.end:
        return atom
    return atom._replace(kind=meant.kind, entry=meant.entry)
