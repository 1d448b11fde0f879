"""What recognition finds in a spaCy Doc and coding builds on: mentions; and the claims we leave on a Doc for a user.

Token indices are into the Doc, half-open. What is kept on the Doc itself is plain bytes in `user_data`, so that it
goes through `n_process=2` and a `DocBin(store_user_data=True)` unharmed.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Literal

import msgspec

from vaarta.records import Claims, Party, Place, Record, When

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = [
    "ActorMention",
    "DurationMention",
    "Mentions",
    "PlaceMention",
    "Quotation",
    "TimeMention",
    "get_claims",
    "set_claims",
    "strings_of",
]

KEY = "vaarta.claims"


class Mention(Record, frozen=True, kw_only=True):
    """Tokens start to end (half-open) that name something; `head` is the token the rest of the phrase hangs on."""

    start: int
    end: int
    head: int


class ActorMention(Mention, frozen=True, kw_only=True):
    """A phrase that names one or more possible parties, without its case marker.

    "रूस के राष्ट्रपति व्लादिमीर पुतिन" is one mention (nested names are not mentions of their own); "भारत और चीन" is two;
    "दोनों देश", "both sides" one with two parties. kind: name (a country, body or person by name), office (a description:
    "विदेश मंत्री", "police", "आतंकवादियों"), pronoun, adjective (अमेरिकी before a noun that is no actor).
    `antecedent` is the index in `Mentions.actors` of the mention it leads back to, -1 if it stands for itself.
    `host` is where an envoy serves, which is not whom he serves: "its ambassador to Sweden".
    """

    kind: Literal["name", "office", "pronoun", "adjective"]
    parties: tuple[Party, ...]
    antecedent: int = -1
    weak: bool = False
    why: str = ""
    host: Party | None = None


class TimeMention(Mention, frozen=True, kw_only=True):
    """A phrase that names days."""

    when: When


class DurationMention(Mention, frozen=True, kw_only=True):
    """A phrase that counts days: how many something lasts ("two-day"), or which of them (`nth`; -1 is the last)."""

    days: int
    nth: bool
    said: str


class PlaceMention(Mention, frozen=True, kw_only=True):
    """A phrase that names a place; "यहां" and "here" are resolved by the dateline.

    `why` says what gave the country, as docs/recognition.md lists it: dateline, only, enclosing, story …
    """

    place: Place
    why: str = ""


class Quotation(Mention, frozen=True, kw_only=True):
    """The words inside quotation marks, marks left out. `closed` says whether the closing mark was found."""

    closed: bool = True


class Mentions(Record, frozen=True, kw_only=True):
    """All that recognition found in one Doc, each in the order of the text."""

    actors: tuple[ActorMention, ...] = ()
    times: tuple[TimeMention, ...] = ()
    durations: tuple[DurationMention, ...] = ()
    places: tuple[PlaceMention, ...] = ()
    quotations: tuple[Quotation, ...] = ()


def set_claims(doc: "Doc", claims: Claims) -> None:
    """Keep the claims on the Doc, replacing any kept before."""
    doc.user_data[KEY] = msgspec.json.encode(claims)


def get_claims(doc: "Doc") -> Claims | None:
    """The claims kept on the Doc; None if it never went through Vaarta."""
    kept = doc.user_data.get(KEY)
    return None if kept is None else msgspec.json.decode(kept, type=Claims)


def strings_of(doc: "Doc", attribute: str, change: Callable[[str], str] = str) -> list[str]:
    """Each token's value of an attribute, changed; each value is looked up once, and no token is made."""
    numbers = doc.to_array(attribute).tolist()
    known = {number: change(doc.vocab.strings[number]) for number in set(numbers)}
    return [known[number] for number in numbers]
