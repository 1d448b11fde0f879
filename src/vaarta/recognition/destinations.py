"""Whether a country or capital stands for where someone goes, or for where a thing lies, without a place's marker."""

from vaarta.packs.names import fold_word
from vaarta.recognition.draft import Draft
from vaarta.recognition.parties import locative
from vaarta.recognition.phrases import Reading

__all__ = ["is_reached"]

BETWEEN = 4  # tokens between a country and the journey to it: "रूस के दो दिवसीय आधिकारिक दौरे"
ASIDE = frozenset({"ADJ", "ADV", "DET", "NUM", "PUNCT"})  # what these may be


def is_reached(reading: Reading, draft: Draft) -> bool:
    """Whether a journey, an arrival or a strike is at the nation of the phrase, or its ground is where something is.

    "नेपाल की यात्रा", "काठमांडू पहुंचीं", "सीरिया पर हमला", "visit Kathmandu", "a trip to Nepal"; "वेनेजुएला की सीमा पर".
    """
    if _word(reading, draft.end) in reading.pack.reference.links["journeys"]:
        return True
    if reading.pack.grammar.markers.stands == "before":
        before = draft.start - 1
        before -= 1 if _word(reading, before) in reading.pack.reference.links["articles"] else 0
        return _goes(reading, before) or _beside(reading, before, -1)
    return _goes(reading, draft.end) or _beside(reading, draft.end, 1) or _owned(reading, draft.end)


def _word(reading: Reading, i: int) -> str:
    return reading.keys[i] if 0 <= i < len(reading.keys) else ""


def _goes(reading: Reading, i: int) -> bool:
    """Whether token i is a verb of arriving; a noun in that form is a journey."""
    if not 0 <= i < len(reading.doc):
        return False
    token, verbs = reading.doc[i], reading.pack.reference.links["arrivals"]
    return fold_word(token.lemma_ or token.text) in verbs and token.pos_ in ("VERB", "AUX", "ADJ", "")


def _beside(reading: Reading, i: int, step: int) -> bool:
    """Whether token i is a marker that only sometimes makes a place, and a journey, arrival or strike is beside it."""
    links = reading.pack.reference.links
    if f"{_word(reading, i)} {_word(reading, i + 1)}" in links["sometimes"]:
        i += step
    elif _word(reading, i) not in links["sometimes"]:
        return False
    for _ in range(BETWEEN):
        i += step
        if _word(reading, i) in links["journeys"] or _word(reading, i) in links["strikes"] or _goes(reading, i):
            return True
        if not 0 <= i < len(reading.doc) or reading.doc[i].pos_ not in ASIDE:
            return False
    return False


def _owned(reading: Reading, end: int) -> bool:
    """A journey, or ground with a place's marker, that belongs to the name before it."""
    links, nouns = reading.pack.reference.links, reading.pack.reference.place_nouns
    if _word(reading, end) not in links["possessives"]:
        return False
    for i in range(end + 1, min(end + 2 + BETWEEN, len(reading.doc))):
        if reading.keys[i] in links["journeys"]:
            return True
        if reading.keys[i] in nouns:
            return locative(reading, i, i + 1) != "" or _word(reading, i + 1) in links["sometimes"]
        if reading.doc[i].pos_ not in ASIDE:
            return False
    return False
