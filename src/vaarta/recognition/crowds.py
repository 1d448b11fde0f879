"""Soldiers, sailors and rebels of no stated country: those whom the story told of before."""

from vaarta.recognition.draft import Draft
from vaarta.recognition.phrases import Atom
from vaarta.recognition.told import Told

__all__ = ["known_crowd", "met_before", "risen_before"]

CROWDS = frozenset({"people", "force"})  # roles of many people
REACH = 6  # sentences back in which "the sailors" find the U.S. sailors


def known_crowd(draft: Draft, told: Told) -> int:
    """The last mention of people of this name whose words named their country, -1 if none or "the" does not ask it."""
    reading = told.reading
    before = reading.keys[draft.start - 1] if draft.start else ""
    plain = len(draft.heads) == 1 and not (draft.counted or draft.name or draft.nations)
    plain = plain and "Number=Plur" in reading.doc[draft.end - 1].morph
    if draft.role not in CROWDS or not plain or before not in reading.pack.grammar.demonstratives:
        return -1
    for index in met_before(draft.heads[-1], told):
        there = told.drafts[index]
        if there.nations and there.role in CROWDS and draft.sentence - there.sentence <= REACH:
            return index
    return -1


def risen_before(draft: Draft, sector: str, told: Told) -> str:
    """The country of the last nameless people of the sector; "" if the phrase has a name or country of its own."""
    if draft.nations or draft.name:
        return ""
    for there, found in zip(reversed(told.drafts), reversed(told.mentions), strict=True):
        if draft.sentence - there.sentence > REACH:
            return ""
        country = next((side.country for side in found.parties if side.sector == sector), "")
        # Not a group by name: it may be a neighbour's, who fights on their side.
        same = told.reading.keys[there.end - 1] == told.reading.keys[draft.end - 1]
        if country and (found.kind == "office" or (found.kind == "name" and same)):
            return country
    return ""


def met_before(head: Atom, told: Told) -> list[int]:
    """Earlier mentions with this office or body and a known country, the last first."""
    indexes = set(told.offices.get(head.entry.id if head.entry else "", ()))
    if head.end - head.start == 1:
        indexes.update(told.offices.get(told.reading.keys[head.start], ()))
    known = (i for i in indexes if told.mentions[i].parties and told.mentions[i].parties[0].country)
    return sorted(known, reverse=True)
