"""What every format asks of a thing: its days, its mentions, where it is on the map, which sentence tells it."""

import hashlib
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from functools import lru_cache

import msgspec

from vaarta.exports.codes import country_name
from vaarta.ontology import load_ontology
from vaarta.ontology.gazetteer import PlaceEntry, place_with_id
from vaarta.query import Answer, Thing
from vaarta.records import Event, Evidence, Party, Place, Record, Story
from vaarta.store import Store

__all__ = [
    "Days", "Mention", "Stories", "Written", "asserted", "cameo_of", "days", "gazetteer_place", "map_name", "mentions",
    "minute", "moment", "number_of", "one_line", "paired", "placed", "publishers", "sentence_number", "sentence_of",
    "stories_of",
]  # fmt: skip

CACHED = 256  # stories: those of the thing in hand and its neighbours
DIGITS = 13  # hex digits of a number that a double still holds whole (52 bits)
NO_DAY = "no day: neither the sentence nor the story says one"
NO_STANDING = "only planned, possible or denied, which the format cannot say"
JOINERS = "\u200c\u200d"  # they shape Devanagari, and are no controls to XML
QUARTER = 15  # minutes: GDELT's grid
# Marks that end a sentence, with the blanks after them. A full stop counts only before a capital, an opening quotation
# mark or Devanagari, so that most of those of initials and of figures do not.
END = re.compile(r"[।?!][\"”’')]*\s+|\.[\"”’')]*\s+(?=[\"“'‘(]?[A-Z\u0900-\u097f])|\s*\n\s*")

Stories = Callable[[str], Story | None]


class Written(Record, frozen=True, kw_only=True):
    """How many rows or objects were written, and how many things left out, by reason."""

    rows: int
    left_out: dict[str, int] = msgspec.field(default_factory=dict)


class Days(Record, frozen=True, kw_only=True):
    """The days a thing is set on; `stated` is false if they are but the day of publication."""

    first: str
    last: str
    stated: bool


class Mention(Record, frozen=True, kw_only=True):
    """One place in one story that tells a thing."""

    answer: Answer
    evidence: Evidence


def stories_of(store: Store) -> Stories:
    """The stories of a record by id, the last few kept at hand."""
    return lru_cache(CACHED)(store.story)


def days(thing: Thing) -> Days | None:
    """The days of the best claim that states any, else the first day of publication; None if there is none at all."""
    for answer in thing.told_by:
        when = answer.claim.when
        if when and (when.first or when.last):
            return Days(first=when.first or when.last, last=when.last or when.first, stated=True)
    told = (moment(answer.published) for answer in thing.told_by)
    published = min((when.date().isoformat() for when in told if when), default="")
    return Days(first=published, last=published, stated=False) if published else None


def mentions(thing: Thing) -> Iterator[Mention]:
    """Every sentence that tells the thing: of each claim, where it is coded, and where its story tells it again."""
    for answer in thing.told_by:
        for evidence in (answer.claim.evidence, *answer.claim.again):
            yield Mention(answer=answer, evidence=evidence)


def publishers(thing: Thing) -> tuple[str, ...]:
    """Who tells it, each once."""
    return tuple(dict.fromkeys(answer.publisher for answer in thing.told_by if answer.publisher))


def asserted(event: Event) -> bool:
    """Whether a format that cannot tell what is planned, possible or denied may hold the event.

    What has happened it may; and what is agreed on or intended, where CAMEO codes the intent itself (its root 03).
    """
    return event.standing == "happened" or (event.standing == "planned" and cameo_of(event).startswith("03"))


def cameo_of(event: Event) -> str:
    """The event's CAMEO code: that of its type and mode, if no closer one was coded."""
    return event.cameo or load_ontology().event_codes(event.type, event.mode).cameo


def placed(
    things: Iterable[Thing], left_out: Counter[str], *, any_standing: bool = False
) -> Iterator[tuple[Thing, Event, Days]]:
    """The events among the things with their days; those that a format cannot hold are counted, by reason."""
    for thing in things:
        if not isinstance(thing.claim, Event):
            continue
        set_on = days(thing)
        if set_on is None:
            left_out[NO_DAY] += 1
        elif any_standing or asserted(thing.claim):
            yield thing, thing.claim, set_on
        else:
            left_out[NO_STANDING] += 1


def number_of(thing: Thing) -> int:
    """A whole number made of the thing's id, the same on every machine, that no reader rounds."""
    return int(hashlib.sha256(thing.id.encode()).hexdigest()[:DIGITS], 16)


def minute(published: str, grid: int = QUARTER) -> str:
    """A time of publication in UTC as YYYYMMDDHHMMSS, at the start of its quarter of an hour; "" if unknown."""
    when = moment(published)
    if when is None:
        return ""
    when = when.astimezone(UTC) if when.tzinfo else when
    return when.replace(minute=when.minute // grid * grid, second=0).strftime("%Y%m%d%H%M%S")


def moment(published: str) -> datetime | None:
    """The time of publication, in its own zone if that is known; None if it is not known, or no time."""
    try:
        return datetime.fromisoformat(published) if published else None
    except ValueError:
        return None


def one_line(text: str) -> str:
    """The text on one line, without what would end it, and without controls, which XML and many readers refuse."""
    # Nearly all text is printable as it stands, and looking at each sign costs more than all the rest of a row.
    if not text.isprintable():
        text = "".join(c for c in text if c.isprintable() or c.isspace() or c in JOINERS)
    return " ".join(text.split())


def sentence_number(story: Story | None, evidence: Evidence) -> int:
    """Which sentence of its story it is, counted by their marks from 1; 0 if the story is not at hand."""
    if story is None:
        return 0
    start = evidence.sentence[0]
    # Two letters more, so that the capital after the last full stop is seen.
    return 1 + sum(found.end() <= start for found in END.finditer(story.text, 0, start + 2))


def gazetteer_place(place: Place | None) -> PlaceEntry | None:
    """The gazetteer's entry of a place; None if it names none."""
    return place_with_id(place.place_id) if place else None


def map_name(party: Party) -> str:
    """What a party is called in a column of names: its own name, else its phrase; a bare code is its country's name."""
    if party.name:
        return party.name
    return country_name(party.country) or party.text if party.text == party.country else party.text


def sentence_of(thing: Thing) -> str:
    """The sentence that tells the thing best, on one line."""
    return one_line(thing.best.sentence)


def paired(actors: tuple[Party, ...], recipients: tuple[Party, ...]) -> tuple[Party | None, Party | None]:
    """The two sides of a format that has room for two: who acts and is acted on, or the first two that act together."""
    first = actors[0] if actors else None
    if recipients:
        return first, recipients[0]
    return first, actors[1] if len(actors) > 1 else None
