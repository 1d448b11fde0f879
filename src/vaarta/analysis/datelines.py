"""Datelines at the starts of lines: parsed with the sentence after them, they take its subject's place."""

import re
from functools import cache

from spacy.tokens import Doc

from vaarta.analysis.stops import stops

__all__ = ["dateline_end"]

LONGEST = 24  # tokens: "UNITED NATIONS, New York, Sept. 12, 2019 (AFP) -" and a few of the sentence
SHORTEST = 4  # letters of a place in capitals: "LIMA", but no "US - China talks"
WORD = r"[A-ZÀ-Þ][^\s,()\[\]/:–—]*"
NAME = rf"{WORD}(?: (?:(?:of|de|the) )?{WORD}){{0,3}}"
SOURCE = r"[(\[][^()\[\]]+[)\]]"
STOP = r"(?:\s+(?:-|–|—|--)(?=\s)|—|\s*:(?=\s))"


def dateline_end(doc: Doc, begun: int, lang: str) -> int | None:
    """The token after a dateline that a line from token `begun` opens with; None if it opens with none.

    A place, then a country, a day of a month and a source in brackets if told, up to a dash or colon: "QUITO, May 3
    (Agencies) -". Only a place in capitals needs neither day nor source. One with a day needs no dash:
    "Lusaka, May 3 Zambia and …".
    """
    if not (stops(lang).months and doc[begun].text[:1].isupper()):
        return None
    line = doc[begun : begun + LONGEST].text
    found = _pattern(lang).match(line)
    following = line[found.end() :].split()[:1] if found else []
    if not found or not following or not (found["stop"] or found["day"]):
        return None
    shouted = following[0].isupper() and len(following[0]) >= SHORTEST
    capitals = len(found["place"]) >= SHORTEST and found["place"].isupper() and not shouted
    opens = following[0][0].isupper() or following[0][0] in "\"'“‘"
    if not opens or not (capitals or found["day"] or (found["source"] and found["stop"])):
        return None
    end = doc[begun].idx + found.end()
    return next((i for i in range(begun, len(doc)) if doc[i].idx >= end and not doc[i].is_space), None)


@cache
def _pattern(lang: str) -> re.Pattern[str]:
    """A dateline in the language."""
    month = "|".join(sorted(map(re.escape, stops(lang).months), key=len, reverse=True))
    day = rf"(?:(?:{month}) \d{{1,2}}|\d{{1,2}} (?:{month}))(?:,? \d{{4}})?(?=[\s:])"
    places = rf"(?P<place>{NAME})(?:(?:, ?| ?/ ?)(?!(?:{month}) ){NAME}){{0,2}}"
    return re.compile(rf"{places}(?: (?P<source>{SOURCE}))?(?:,? (?P<day>{day}))?(?: {SOURCE})?(?P<stop>{STOP})?")
