"""Where the people of a phrase are: the place right after them, named before in the sentence, or shortly before."""

from vaarta.recognition.draft import Draft
from vaarta.recognition.parties import PERSONAL, locative
from vaarta.recognition.phrases import Atom, Reading
from vaarta.recognition.told import Told, owned_by_words

__all__ = ["place_before", "place_told", "site"]

NAMED = 4  # words from the country to the kind of place: "के उत्तर-पूर्वी मैदुगुरी शहर"
CLIMBED = 6  # heads from a place up to its verb
PRESS = "JRN"  # the sector of those who come from elsewhere to where something is said
PLACE_REACH = 2  # sentences back to the place where nameless people are
THERE_REACH = 4  # sentences back to the place that "there" means


def site(end: int, told: Told) -> Atom | None:
    """The country or place that a marker of being inside, at token `end`, puts something into."""
    reading = told.reading
    if end >= len(reading.keys) or reading.keys[end] not in reading.pack.reference.links["inside"]:
        return None
    nations = {atom.start: atom for atom in reading.nations}
    start = end + 1
    while start < len(reading.keys) and start not in nations and _leads_to_town(start, told):
        start += 1
    return nations.get(start)


def _leads_to_town(i: int, told: Told) -> bool:
    """Whether token `i` may stand between "in" and a place: "in the northern city of Kano"."""
    reading, reference = told.reading, told.reading.pack.reference
    small = reference.links["articles"] | reference.links["complements"]
    return reading.doc[i].pos_ == "ADJ" or reading.keys[i] in small or reading.keys[i] in reference.place_nouns


def place_before(draft: Draft, told: Told) -> str:
    """The country of the last place named before in the same sentence, for people and things that lie in it."""
    if draft.heads and draft.heads[-1].kind == "state":
        return ""
    crowd = draft.role in ("people", "force")
    for other, earlier in zip(reversed(told.drafts), reversed(told.mentions), strict=True):
        if draft.sentence - other.sentence > (PLACE_REACH if crowd else 0):
            return ""
        if other.sentence != draft.sentence and (ahead := _ahead(draft, told)):
            return ahead
        if _beside_border(other, told):
            continue
        ground = other.alone and (earlier.weak or _ground(other, told) or _holds_place(other, told, crowd=crowd))
        if ground and earlier.parties:
            country = earlier.parties[0].country
            if _in_name_only(other, draft, told):
                continue
            if country and other.sentence != draft.sentence and told.scene.passing(country):
                continue
            return country if _in_reach(earlier.head, draft, told) else ""
    reporters = any(atom.entry and atom.entry.sector == PRESS for atom in draft.heads)
    return _ahead(draft, told) if crowd and not reporters else ""


def _beside_border(draft: Draft, told: Told) -> bool:
    """Whether a phrase only says whose border something is near: "near the Israeli | border"."""
    adjective = draft.alone and draft.nations[0].kind == "adjective" and told.reading.pack.grammar.verb == "first"
    return adjective and draft.end < len(told.reading.keys) and _border(told.reading, draft.end)


def place_told(draft: Draft, told: Told) -> str:
    """The country of the place named last, where "there" owns the phrase: "वहां के राष्ट्रपति"; "" if it does not.

    The home country is meant only as a place: in "X की यात्रा पर भारत ने वहां की सरकार से" it is not.
    """
    reading = told.reading
    if not owned_by_words(draft, told) or reading.keys[draft.start - 2] not in reading.pack.reference.links["there"]:
        return ""
    for other, earlier in zip(reversed(told.drafts), reversed(told.mentions), strict=True):
        if draft.sentence - other.sentence > THERE_REACH:
            return ""
        country = other.nations[0].entry.country if other.nations and other.nations[0].entry else ""
        if country and (country != told.scene.home or earlier.weak):
            return country
    return ""


def _in_reach(place: int, draft: Draft, told: Told) -> bool:
    """Whether a place is not only that of what another noun did or suffered: "कीव में मारे गए छात्रों को … मंत्रालय ने".

    Crowds and troops are where such things happen, too.
    """
    doc = told.reading.doc
    if draft.role not in (*PERSONAL, "body") or told.reading.pack.grammar.verb == "first":
        return True
    above = doc[place]
    for _ in range(CLIMBED):
        if above.head.i == above.i or above.pos_ == "VERB":
            break
        above = above.head
    if above.dep_ != "acl" or told.reading.sentences[place] != draft.sentence:
        return True
    start, end = draft.start, draft.end
    return above.left_edge.i <= start <= above.right_edge.i or start <= above.head.i < end


def _ahead(draft: Draft, told: Told) -> str:
    """The one country in which the rest of the phrase's sentence places something."""
    reading = told.reading
    last = reading.sentence_span(draft.sentence)[1]
    places = [
        atom.entry.country
        for atom in reading.nations
        if draft.end <= atom.start < last and atom.entry and locative(reading, atom.start, atom.end) == "inside"
    ]
    return places[0] if len(set(places)) == 1 else ""


def _in_name_only(place: Draft, draft: Draft, told: Told) -> bool:
    """Whether a place only names what is spoken of, where no government is: "डोकलाम विवाद पर … सरकार ने"."""
    token, reading = told.reading.doc[place.end - 1], told.reading
    named = token.dep_ in ("compound", "nmod") and token.head.i == place.end and token.head.pos_ == "NOUN"
    return draft.role == "body" and named and reading.keys[place.end] not in reading.pack.reference.place_nouns


def _holds_place(draft: Draft, told: Told, *, crowd: bool) -> bool:
    """Whether a country is named as what a place lies in: "केन्या के उत्तरी शहर … में", whatever the place is called.

    A crowd at a border may be on either side of it.
    """
    reading = told.reading
    if draft.nations[0].kind != "country" or reading.keys[draft.end : draft.end + 1] == ():
        return False
    if reading.keys[draft.end] not in reading.pack.reference.links["possessives"]:
        return False
    for i in range(draft.end + 1, min(draft.end + 1 + NAMED, len(reading.keys))):
        if reading.keys[i] in reading.pack.reference.place_nouns:
            return not (crowd and _border(reading, i))
        if reading.keys[i] in reading.pack.reference.links["quarters"] and locative(reading, i, i + 1) == "inside":
            return True  # "माली के उत्तर में"
        if reading.doc[i].pos_ not in ("ADJ", "NOUN", "PROPN"):
            return False
    return False


def _ground(draft: Draft, told: Told) -> bool:
    """Whether an adjective and its noun are a place: "भारतीय क्षेत्र में", "in Indian waters"; no "Syrian border"."""
    reading = told.reading
    shift = 1 if reading.pack.grammar.markers.stands == "after" else 0
    border = draft.end < len(reading.keys) and _border(reading, draft.end)
    adjective = draft.nations[0].kind == "adjective" and not border
    return adjective and locative(reading, draft.start, draft.end + shift) == "inside"


def _border(reading: Reading, i: int) -> bool:
    """Whether token `i` is a border that something is at; where markers follow, "भारतीय सीमा में" is in the country."""
    if reading.keys[i] not in reading.pack.reference.links["borders"]:
        return False
    within = reading.keys[i + 1 : i + 2] and reading.keys[i + 1] in reading.pack.reference.links["inside"]
    return reading.pack.grammar.markers.stands == "before" or not within
