"""schema.org in JSON-LD: NewsArticle for stories, Event for events and engagements, Quotation for statements.

The context is inline, so that a reader needs no network. Ids are urn:vaarta: and our own.
"""

from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO

import msgspec

from vaarta.exports import facts
from vaarta.exports.codes import country_name
from vaarta.exports.facts import Stories, Written
from vaarta.ontology import load_ontology
from vaarta.query import Answer, Thing
from vaarta.records import Engagement, Event, Party, Place, Statement, Tenure

__all__ = ["write"]

NO_OFFICES = "offices held: schema.org has no such thing apart from a person"
STATUS = {"planned": "https://schema.org/EventScheduled", "denied": "https://schema.org/EventCancelled"}


def write(things: Iterable[Thing], out: BinaryIO, _: Stories) -> Written:
    """Write what the things are, and an article for each story that tells of them, as one JSON-LD document."""
    told, offices, rows = set[str](), 0, 0
    out.write(b'{"@context":{"@vocab":"https://schema.org/"},"@graph":[')
    for thing in things:
        if isinstance(thing.claim, Tenure):
            offices += 1
            continue
        for node in (*_articles(thing, told), _node(thing)):
            out.write((b",\n" if rows else b"\n") + msgspec.json.encode(node))
            rows += 1
    out.write(b"\n]}\n")
    return Written(rows=rows, left_out={NO_OFFICES: offices} if offices else {})


def _articles(thing: Thing, told: set[str]) -> Iterator[dict[str, Any]]:
    for answer in thing.told_by:
        if answer.story not in told:
            told.add(answer.story)
            yield _less_empty(
                {
                    "@id": _urn(answer.story),
                    "@type": "NewsArticle",
                    "headline": answer.headline,
                    "inLanguage": answer.lang,
                    "datePublished": answer.published,
                    "publisher": {"@type": "Organization", "name": answer.publisher} if answer.publisher else None,
                    "url": answer.url,
                    "identifier": answer.story,
                }
            )


def _node(thing: Thing) -> dict[str, Any]:
    claim = thing.claim
    if isinstance(claim, Statement):
        return _less_empty(_quotation(thing, claim))
    set_on = facts.days(thing)
    told = {
        "@id": _urn(thing.id),
        "@type": "Event",
        "identifier": thing.id,
        "startDate": set_on.first if set_on and set_on.stated else None,
        "endDate": set_on.last if set_on and set_on.stated else None,
        "eventStatus": STATUS.get(claim.standing),
        "location": _place(claim.where),
        "description": {"@value": facts.sentence_of(thing), "@language": thing.best.lang},
        "subjectOf": [{"@id": _urn(story)} for story in dict.fromkeys(answer.story for answer in thing.told_by)],
    }
    parts = _event(claim) if isinstance(claim, Event) else _engagement(claim) if isinstance(claim, Engagement) else {}
    return _less_empty(told | parts)


def _event(event: Event) -> dict[str, Any]:
    kind = "/".join(filter(None, (event.type, event.mode)))
    sides = [", ".join(party.country or party.text for party in side) for side in (event.actors, event.recipients)]
    return {
        "name": f"{kind}: {' → '.join(filter(None, sides)) or 'unknown'}",
        "additionalType": f"PLOVER:{kind}",
        "keywords": [*event.contexts, *([f"CAMEO:{event.cameo}"] if event.cameo else [])],
        "organizer": [_party(party) for party in event.actors],
        "attendee": [_party(party) for party in event.recipients],
    }


def _engagement(engagement: Engagement) -> dict[str, Any]:
    names = " – ".join(country_name(code) or code for code in engagement.parties)
    return {
        "name": engagement.name or f"{engagement.kind}: {names}",
        "additionalType": f"vaarta:{engagement.kind}",
        "about": list(engagement.topics),
        "attendee": [
            *({"@type": "Country", "name": country_name(code) or code} for code in engagement.parties),
            *map(_party, engagement.heads),
        ],
        "organizer": [_party(party) for party in engagement.hosts],
        "superEvent": {"@id": _urn(engagement.part_of)} if engagement.part_of else None,
    }


def _quotation(thing: Thing, statement: Statement) -> dict[str, Any]:
    best: Answer = thing.best
    return {
        "@id": _urn(thing.id),
        "@type": "Quotation",
        "identifier": thing.id,
        "text": {"@value": statement.content.quote, "@language": best.lang},
        "inLanguage": best.lang,
        "spokenByCharacter": _party(statement.speaker),
        "recipient": _party(statement.addressee) if statement.addressee else None,
        "isPartOf": [{"@id": _urn(story)} for story in dict.fromkeys(answer.story for answer in thing.told_by)],
    }


def _party(party: Party) -> dict[str, Any]:
    told = {
        "@type": "Person" if party.name else "Organization",
        "name": facts.map_name(party),
        "jobTitle": party.office if party.name else "",
        "identifier": " ".join(filter(None, (party.country, party.sector))),
    }
    return _less_empty(told)


def _place(place: Place | None) -> dict[str, Any] | None:
    if place is None:
        return None
    entry, actor = facts.gazetteer_place(place), load_ontology().actors.get(place.country)
    told: dict[str, Any] = {
        "@type": "Place",
        "name": place.text,
        "address": {"@type": "PostalAddress", "addressCountry": actor.iso2} if actor and actor.iso2 else None,
    }
    if entry and entry.lat is not None:
        told["geo"] = {"@type": "GeoCoordinates", "latitude": entry.lat, "longitude": entry.lon}
        told["sameAs"] = f"https://sws.geonames.org/{entry.id}/"
    return _less_empty(told)


def _urn(name: str) -> str:
    """An id as an IRI; what a story's own id may hold that an IRI may not is escaped."""
    from urllib.parse import quote

    return f"urn:vaarta:{quote(name, safe='-._~')}"


def _less_empty(node: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in node.items() if value not in (None, "", [])}
