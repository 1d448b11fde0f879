"""Names of the gazetteer in a Doc: the longest at a token, and the signs that a place is meant."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from vaarta.packs import Pack
from vaarta.packs.names import NameEntry
from vaarta.packs.places import loosened

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["Town", "find_town", "place_name"]

PERSON_LABELS = frozenset({"PER", "PERSON"})
PLACE_LABELS = frozenset({"FAC", "GPE", "LOC"})
HYPHENS = frozenset({"-", "‐", "‑", "–"})
OPENERS = frozenset({",", "(", ":", "-", "–", "—", "/"})  # what follows a town in a dateline
LONGEST_MARKER = 3  # words
TWO = 2  # a country and its possessive, a town and its comma


class Town(NamedTuple):
    """The token after a name of the gazetteer, and what it may mean, the most populous first."""

    end: int
    entries: tuple[NameEntry, ...]


def find_town(doc: "Doc", i: int, keys: Sequence[str], pack: Pack) -> Town | None:
    """The longest name of the gazetteer that begins at token i and is meant as a place; None if there is none.

    A name written by hand counts unless it is part of a person's name. A weak one, and one that only GeoNames has,
    counts only with a sign: the recogniser takes it for a place, a place's marker or noun stands beside it, a country
    follows after a comma, or it opens a dateline.
    """
    names = pack.places
    most = names.openers.get(loosened(keys[i]), 0)
    ends = _ends(keys, i, most)
    for n in range(len(ends), 0, -1):
        key = " ".join(keys[j] for j in range(i, ends[n - 1]) if keys[j] not in HYPHENS)
        if names.has(key) and _written_so(doc, i, ends[n - 1]):
            found = names.named(key.split(" "))
            owned = _owner(keys, i, pack) in {entry.country for entry in found}
            if not owned and not _counts(doc, (i, ends[n - 1]), keys, pack, sure=names.sure(key)):
                return None
            return Town(ends[n - 1], tuple(place_name(str(e.id), e.name, e.country) for e in found))
    return None


def place_name(number: str, name: str, country: str) -> NameEntry:
    """What recognition knows of a place: its id in the gazetteer, and the country it lies in."""
    return NameEntry(id=number, kind="place", name=name, country=country)


def _ends(keys: Sequence[str], i: int, most: int) -> list[int]:
    """The tokens after one, two … words from token i on; hyphens between them do not count."""
    ends: list[int] = []
    while len(ends) < most and i < len(keys):
        ends.append(i + 1)
        i += 2 if i + 1 < len(keys) and keys[i + 1] in HYPHENS else 1
    return ends


def _written_so(doc: "Doc", start: int, end: int) -> bool:
    """Whether the words have capitals, in a script that has them: mobile is no Mobile."""
    first, last = doc[start].text, doc[end - 1].text
    return not (first[:1].islower() or last[:1].islower())


def _counts(doc: "Doc", span: tuple[int, int], keys: Sequence[str], pack: Pack, *, sure: bool) -> bool:
    start, end = span
    labels = {token.ent_type_ for token in doc[start:end]}
    marked = _marked(keys, start, end, pack)
    if not labels.isdisjoint(PERSON_LABELS) and (not sure or not marked or _wider(doc, start, end)):
        return False
    if sure:
        return True
    if not any(token.pos_ in ("PROPN", "") or token.ent_type_ for token in doc[start:end]):
        return False
    if not labels.isdisjoint(PLACE_LABELS):
        return not _wider(doc, start, end)
    sign = marked or _opens(doc, start, end) or _in_country(keys, end, pack) or _holds(keys, start, pack)
    return sign and not _in_a_name(doc, start, end)


def _holds(keys: Sequence[str], start: int, pack: Pack) -> bool:
    """Whether a town stands before, after whose comma this is its state: "Birmingham, Ala."."""
    return start >= TWO and keys[start - 1] == "," and pack.places.has(keys[start - 2])


def _owner(keys: Sequence[str], start: int, pack: Pack) -> str | None:
    """The country that owns what begins at `start`: "ब्रिटेन के | सैलिसबरी"; None if none does."""
    if start < TWO or keys[start - 1] not in pack.reference.links["possessives"]:
        return None
    return pack.names.country_of(keys[start - 2])


def _wider(doc: "Doc", start: int, end: int) -> bool:
    """Whether the recogniser's name that the words begin or end goes on beyond them."""
    before = start > 0 and doc[start].ent_iob_ == "I"
    return before or (end < len(doc) and doc[end].ent_iob_ == "I")


def _in_a_name(doc: "Doc", start: int, end: int) -> bool:
    """Whether a proper noun stands right beside the words: a person's name, or that of a street or a club."""
    before = start > 0 and doc[start - 1].pos_ == "PROPN" and not doc[start - 1].is_punct
    return before or (end < len(doc) and doc[end].pos_ == "PROPN")


def _marked(keys: Sequence[str], start: int, end: int, pack: Pack) -> bool:
    """Whether a marker of being inside, or a noun like province, says that the words are a place."""
    inside, nouns = pack.reference.links["inside"], pack.reference.place_nouns
    after = pack.grammar.markers.stands == "after"
    if keys[end : end + 1] and keys[end] in nouns:
        return True
    for n in range(1, LONGEST_MARKER + 1):
        if " ".join(keys[end : end + n] if after else keys[max(0, start - n) : start]) in inside:
            return True
    complements = pack.reference.links["complements"]
    return start > 1 and keys[start - 1] in complements and keys[start - 2] in nouns


def _opens(doc: "Doc", start: int, end: int) -> bool:
    """Whether the words open a paragraph as a dateline does."""
    opens = start == 0 or "\n" in doc[start - 1].text_with_ws
    return opens and end < len(doc) and doc[end].text in OPENERS


def _in_country(keys: Sequence[str], end: int, pack: Pack) -> bool:
    """Whether a country follows after a comma: Peshawar, Pakistan."""
    if keys[end : end + 1] != (",",) or end + 1 >= len(keys):
        return False
    return pack.names.country_of(keys[end + 1]) is not None
