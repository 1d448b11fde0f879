"""PLOVER's own JSON, one event a line: the fields of its manual ("JSON Data Fields"), and ours beside them.

A `standing` other than happened is also among the contexts, by the manual's names: future, hypothetical, negation.
"""

from collections import Counter
from collections.abc import Iterable
from importlib.metadata import version
from typing import Any, BinaryIO

import msgspec

from vaarta.exports import facts
from vaarta.exports.codes import quad_of
from vaarta.exports.facts import Days, Mention, Stories, Written
from vaarta.ontology import load_ontology
from vaarta.query import Thing
from vaarta.records import Event, Party, Place

__all__ = ["write"]

STANDINGS = {"planned": "future", "possible": "hypothetical", "denied": "negation"}


def write(things: Iterable[Thing], out: BinaryIO, stories: Stories) -> Written:
    """Write the events among the things, one JSON object a line, less those without a day: `date` is required."""
    rows, left_out = 0, Counter[str]()
    for thing, event, set_on in facts.placed(things, left_out, any_standing=True):
        out.write(msgspec.json.encode(_event(thing, event, set_on, stories)) + b"\n")
        rows += 1
    return Written(rows=rows, left_out=dict(left_out))


def _event(thing: Thing, event: Event, set_on: Days, stories: Stories) -> dict[str, Any]:
    told = tuple(facts.mentions(thing))
    context = [*event.contexts, *([STANDINGS[event.standing]] if event.standing in STANDINGS else [])]
    return {
        "id": thing.id,
        "has_event": True,
        "date": set_on.first,
        "enddate": set_on.last,
        "source": [_actor(party) for party in event.actors],
        "recipient": [_actor(party) for party in event.recipients],
        "event": [event.type],
        "mode": [event.mode] if event.mode else [],
        "context": context,
        "event_loc": _location(event.where),
        "event_text": [mention.evidence.quote for mention in told],
        "quad_code": quad_of(event),
        "event_scale": event.plover_score,
        "text": facts.sentence_of(thing),
        "text_info": _text_info(told[0], stories),
        "cite_info": [_cite_info(mention) for mention in told],
        "coder": f"vaarta {version('vaarta')} {event.by}",
        "standing": event.standing,
        "date_stated": set_on.stated,
        "cameo": event.cameo,
        "goldstein": event.goldstein,
        "score": event.score,
    }


def _actor(party: Party) -> dict[str, Any]:
    told = {
        "code": party.country,
        "sector": party.sector,
        "actor_text": party.text,
        "identifier_id": party.actor_id,
        "identifier_text": party.name,
        "office": party.office,
    }
    return {name: value for name, value in told.items() if value}


def _location(place: Place | None) -> dict[str, Any] | None:
    """A place by the names of GeoNames' own columns, with the three-letter country code that the manual adds."""
    if place is None:
        return None
    told: dict[str, Any] = {"name": place.text}
    if entry := facts.gazetteer_place(place):
        told |= {"geonameid": entry.id, "asciiname": entry.name, "latitude": entry.lat, "longitude": entry.lon}
    if place.country:
        told |= {"cc3": place.country, "country code": _iso2(place.country)}
    return told


def _iso2(country: str) -> str:
    actor = load_ontology().actors.get(country)
    return actor.iso2 if actor else ""


def _text_info(mention: Mention, stories: Stories) -> dict[str, Any]:
    evidence = mention.evidence
    return {
        "sequence": facts.sentence_number(stories(mention.answer.story), evidence),
        "start": evidence.span[0],
        "end": evidence.span[1],
    }


def _cite_info(mention: Mention) -> dict[str, Any]:
    answer = mention.answer
    return {
        "citation": answer.story,
        "url": answer.url,
        "title": answer.headline,
        "language": answer.lang,
        "publication": answer.publisher,
        "published": answer.published,
        "start": mention.evidence.span[0],
        "end": mention.evidence.span[1],
        "codebook": "plover-2021",
    }
