"""Soldiers, sailors and rebels of no stated country: those whom the story told of before."""

from vaarta.recognition.draft import Draft
from vaarta.recognition.parties import Said
from vaarta.recognition.phrases import Atom
from vaarta.recognition.told import Told

__all__ = ["by_spot", "known_crowd", "met_before", "risen_before"]

CROWDS = frozenset({"people", "force"})  # roles of many people
PLACE = "place"  # why nameless people are of a country: they are in it
PROTESTER, POLICE = "protester", "COP"  # an office and a sector
ON_THE_SPOT = frozenset({PROTESTER, "civilian"})  # offices of those whom protesters and police face
SPOT_REACH = 2  # sentences from one crowd of a place to the next there
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


def by_spot(draft: Draft, own: Said, told: Told) -> tuple[Said, int] | None:
    """A crowd is where the protesters or police told of just before were: "Police in Lima … . | Hundreds of people"."""
    if draft.nations or draft.name or _office(draft) not in ON_THE_SPOT:
        return None
    for there, found in zip(reversed(told.drafts), reversed(told.mentions), strict=True):
        if draft.sentence - there.sentence > SPOT_REACH:
            return None
        country = found.parties[0].country if found.parties and found.why == PLACE else ""
        faced = _office(there) == PROTESTER or any(side.sector == POLICE for side in found.parties)
        if country and faced and not there.nations:
            return own._replace(country=country, why=PLACE), -1
    return None


def _office(draft: Draft) -> str:
    entry = draft.heads[-1].entry if draft.heads else None
    return entry.id if entry else ""


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
