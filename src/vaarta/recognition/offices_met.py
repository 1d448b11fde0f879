"""Offices and bodies that a story names again, without their country: which one met before is meant."""

from vaarta.recognition.crowds import met_before
from vaarta.recognition.draft import BODIES, Draft
from vaarta.recognition.parties import is_personal
from vaarta.recognition.told import Told, is_subject, marker_after, root_of

__all__ = ["body_met", "court_met", "same_body", "same_office"]

COURT = "JUD"  # the sector
HOLDERS_REACH = 8  # sentences back in which holders of one office are told apart by who acts
HEAD = "head"  # the role of the offices of which a state has one
SUBJECT, OTHER, HOME = 2.0, 0.5, 1.5  # how much a holder counts as subject, with another marker, of the home country
GUESSED = 0.4  # how much one whose country only the story's home or dateline gives
FADING = 0.7  # how much less with each sentence that it lies back


def same_office(draft: Draft, told: Told) -> int:
    """The last mention of the same office or body whose country is known and which no other name holds.

    Of several who hold such an office, that of the country most in view: "the minister" who met a minister goes on.
    """
    if not draft.heads or draft.role == "people" or (draft.counted and draft.role not in BODIES):
        return -1
    fitting = [index for index in met_before(draft.heads[-1], told) if _could_be(draft, told.drafts[index], told)]
    if len({told.mentions[i].parties[0].country for i in fitting}) > 1 and draft.name is None and is_personal(draft):
        leading = _leading(fitting, draft, told)
        fitting = [index for index in fitting if told.mentions[index].parties[0].country == leading]
    return fitting[0] if fitting else -1


def _could_be(draft: Draft, there: Draft, told: Told) -> bool:
    near = draft.name is None or (there.name is None and draft.sentence - there.sentence <= 1)
    return near and _plural(there, told) <= _plural(draft, told) and _outermost(draft, there, told)


def _leading(holders: list[int], draft: Draft, told: Told) -> str:
    """The country of the holder whom the story goes on about: named most, as subject, near, of the home country."""
    sides = [told.mentions[index].parties[0] for index in holders]
    roots = {root_of(index, told): side.country for index, side in zip(holders, sides, strict=True)}
    # A name of another office tells of a holder, too: "पीएम मोदी" of the prime minister.
    people = {side.actor_id: side.country for side in sides if side.actor_id}
    weights: dict[str, float] = {}
    for index, there in enumerate(told.drafts):
        known = told.mentions[index].parties[0].actor_id if told.mentions[index].parties else ""
        country = roots.get(root_of(index, told)) or people.get(known, "")
        if country and there.sentence >= draft.sentence - HOLDERS_REACH:
            weight = SUBJECT if is_subject(index, told) else OTHER if marker_after(index, told) else 1.0
            guessed = told.mentions[root_of(index, told)].why == "story"
            sure = GUESSED if guessed else HOME if country == told.scene.home else 1.0
            weight *= sure * FADING ** (draft.sentence - there.sentence)
            weights[country] = weights.get(country, 0.0) + weight
    return max(weights, key=lambda country: weights[country]) if weights else ""


def same_body(draft: Draft, country: str, told: Told) -> int:
    """The last mention of the body or office that a short name of a known country stands for, -1 if there is none."""
    short = draft.heads and not draft.nations and not draft.name and draft.heads[-1].kind == "office"
    back = same_office(draft, told) if short else -1
    return back if back >= 0 and told.mentions[back].parties[0].country == country else -1


def _plural(draft: Draft, told: Told) -> bool:
    """Whether the phrase means several holders of an office: a minister is not one of the ministers met."""
    personal = draft.name is None and draft.role in ("minister", "head", "envoy")
    return personal and "Number=Plur" in told.reading.doc[draft.end - 1].morph


def _outermost(draft: Draft, there: Draft, told: Told) -> bool:
    """Whether what both phrases name is the same office, not one of the other's people.

    "The minister" is short for the foreign minister, but no head of state for the deputy: "राष्ट्रपति", "उप-राष्ट्रपति".
    """
    mine, other = draft.heads[-1], there.heads[-1]
    same = bool(mine.entry and other.entry and mine.entry.id == other.entry.id)
    short = mine.end - mine.start == 1 and not (mine.entry and mine.entry.role == HEAD)
    return same or (short and told.reading.keys[mine.start] == told.reading.keys[other.end - 1])


def body_met(draft: Draft, told: Told) -> str:
    """The country of the body to which an office belongs, if the body was met before with its country."""
    for head in draft.heads[:-1]:
        for index in met_before(head, told):
            return told.mentions[index].parties[0].country
    return ""


def court_met(told: Told) -> str:
    """The country of the court met last, for a judge of no other; one that only the story tells is no court's."""
    for there, found in zip(reversed(told.drafts), reversed(told.mentions), strict=True):
        if there.role in BODIES and found.why != "story":
            countries = {side.country for side in found.parties if side.sector == COURT and side.country}
            if countries:
                return countries.pop()
    return ""
