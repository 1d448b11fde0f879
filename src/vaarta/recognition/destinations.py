"""Whether a country or capital stands for where someone goes, or for where a thing lies, without a place's marker."""

from vaarta.packs.names import fold_word
from vaarta.recognition.draft import Draft
from vaarta.recognition.parties import locative
from vaarta.recognition.phrases import Reading

__all__ = ["is_reached"]

BETWEEN = 4  # tokens between a country and the journey to it: "रूस के दो दिवसीय आधिकारिक दौरे"
ASIDE = frozenset({"ADJ", "ADV", "DET", "NUM", "PUNCT"})  # what these may be


def is_reached(reading: Reading, draft: Draft) -> bool:
    """Whether a journey or an arrival is to the nation of the phrase, or a piece of its ground is where something is.

    "नेपाल की यात्रा", "काठमांडू पहुंचीं", "visit Kathmandu", "his Nepal trip"; "वेनेजुएला की सीमा पर".
    """
    if _word(reading, draft.end) in reading.pack.reference.links["journeys"]:
        return True
    if reading.pack.grammar.markers.stands == "before":
        return _goes(reading, draft.start - 1) or _journey_to(reading, draft.start)
    return _goes(reading, draft.end) or _owned(reading, draft.end)


def _word(reading: Reading, i: int) -> str:
    return reading.keys[i] if 0 <= i < len(reading.keys) else ""


def _goes(reading: Reading, i: int) -> bool:
    """Whether token i is a verb of arriving; a noun in that form is a journey."""
    if not 0 <= i < len(reading.doc):
        return False
    token, verbs = reading.doc[i], reading.pack.reference.links["arrivals"]
    return fold_word(token.lemma_ or token.text) in verbs and token.pos_ in ("VERB", "AUX", "ADJ", "")


def _journey_to(reading: Reading, start: int) -> bool:
    """A noun and its preposition before the name: "a trip to Nepal"."""
    links = reading.pack.reference.links
    start -= 1 if _word(reading, start - 1) in links["articles"] else 0
    return _word(reading, start - 1) in links["hosts"] and _word(reading, start - 2) in links["journeys"]


def _owned(reading: Reading, end: int) -> bool:
    """A journey, or ground with a place's marker, that belongs to the name before it."""
    links, nouns = reading.pack.reference.links, reading.pack.reference.place_nouns
    if _word(reading, end) not in links["possessives"]:
        return False
    for i in range(end + 1, min(end + 2 + BETWEEN, len(reading.doc))):
        if reading.keys[i] in links["journeys"]:
            return True
        if reading.keys[i] in nouns:
            return locative(reading, i, i + 1) != ""
        if reading.doc[i].pos_ not in ASIDE:
            return False
    return False
