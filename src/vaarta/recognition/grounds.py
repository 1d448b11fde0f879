"""Whether a country or capital is where something is, by the words around it: its parts, what stands in it, blows."""

from vaarta.packs.names import fold_word
from vaarta.recognition.draft import Draft
from vaarta.recognition.parties import locative
from vaarta.recognition.phrases import Reading

__all__ = ["is_capital_of", "is_ground"]

BETWEEN = 4  # tokens between a town and what stands in it: "काबुल के एक सैन्य अस्पताल में"
OF_A_THING = frozenset({"ADJ", "DET", "NUM", "PROPN"})  # what these may be
OF_AN_AREA = OF_A_THING | {"NOUN"}  # where nouns tell what they are by standing first: "Kabul's embassy quarter"


def is_ground(reading: Reading, draft: Draft) -> bool:
    """Whether the nation of a phrase is meant as ground: "काबुल के एक होटल में", "the outskirts of Kabul", "struck Kyiv".

    A country is so by a part of it alone ("northern Syria"): what stands in it may be another's.
    """
    kind = draft.nations[0].kind
    if kind == "capital" and _key(reading, draft.end) in reading.pack.reference.links["strikes"]:
        return True  # "काबुल | हमला", "the Kabul | attack"
    if reading.pack.grammar.markers.stands == "after":
        return kind == "capital" and _holds_site(reading, draft.end)
    links = reading.pack.reference.links
    if _key(reading, draft.start - 1) in links["quarters"]:
        return True
    if kind != "capital":
        return False
    part = _key(reading, draft.start - 1) in links["complements"] and _key(reading, draft.start - 2) in links["sites"]
    return part or _is_hit(reading, draft.start - 1) or _holds_site(reading, draft.end)


def is_capital_of(reading: Reading, draft: Draft) -> bool:
    """Whether a country's adjective and a word for its seat are where something is: "in the Afghan capital"."""
    if (
        not draft.alone
        or len(draft.nations) != 1
        or _key(reading, draft.end) not in reading.pack.reference.links["capitals"]
    ):
        return False
    return draft.nations[0].kind == "adjective" and locative(reading, draft.start, draft.end + 1) == "inside"


def _key(reading: Reading, i: int) -> str:
    return reading.keys[i] if 0 <= i < len(reading.keys) else ""


def _is_hit(reading: Reading, i: int) -> bool:
    """Whether token `i` is a verb of striking."""
    if i < 0:
        return False
    token = reading.doc[i]
    return token.pos_ == "VERB" and fold_word(token.lemma_ or token.text) in reading.pack.reference.links["hits"]


def _holds_site(reading: Reading, end: int) -> bool:
    """Whether what a name that ends at `end` owns is a part of a town, or stands in one, and things happen there."""
    links = reading.pack.reference.links
    if _key(reading, end) not in links["possessives"]:
        return False
    last = reading.pack.grammar.markers.stands == "after"
    for i in range(end + 1, min(end + 2 + BETWEEN, len(reading.doc))):
        if reading.keys[i] in links["sites"]:
            return not last or locative(reading, i, i + 1) != "" or _key(reading, i + 1) in links["sometimes"]
        if reading.doc[i].pos_ not in (OF_A_THING if last else OF_AN_AREA):
            return False
    return False
