"""FollowTheMoney entities, one a line: events and engagements with who takes part, for OpenAleph and its tools."""

from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO

import msgspec

from vaarta.exports import facts
from vaarta.exports.codes import country_name
from vaarta.exports.facts import Stories, Written
from vaarta.ontology import load_ontology
from vaarta.query import Thing
from vaarta.records import Engagement, Event, Party, content_id

__all__ = ["write"]

NO_SCHEMA = "statements and offices: only events and engagements are written"
STATE = frozenset({"GOV", "MIL", "COP", "SPY", "JUD", "LEG"})


def write(things: Iterable[Thing], out: BinaryIO, _: Stories) -> Written:
    """Write events and engagements as Event entities, after the entities of their sides, each once."""
    told, rows, others = set[str](), 0, 0
    for thing in things:
        if not isinstance(thing.claim, Event | Engagement):
            others += 1
            continue
        for entity in _entities(thing, thing.claim):
            if entity["id"] not in told:
                told.add(entity["id"])
                out.write(msgspec.json.encode(entity) + b"\n")
                rows += 1
    return Written(rows=rows, left_out={NO_SCHEMA: others} if others else {})


def _entities(thing: Thing, claim: Event | Engagement) -> Iterator[dict[str, Any]]:
    acting, acted_on = (claim.actors, claim.recipients) if isinstance(claim, Event) else (claim.hosts, claim.heads)
    organizers, involved = ([_side(party) for party in side] for side in (acting, acted_on))
    countries = claim.parties if isinstance(claim, Engagement) else ()
    involved += [_country(code) for code in countries]
    yield from (*organizers, *involved)
    set_on = facts.days(thing)
    yield _entity(
        thing.id,
        "Event",
        {
            "name": [_name(claim)],
            "summary": [facts.sentence_of(thing)],
            "startDate": [set_on.first] if set_on and set_on.stated else [],
            "endDate": [set_on.last] if set_on and set_on.stated else [],
            "location": [claim.where.text] if claim.where else [],
            "country": [_iso2(claim.where.country)] if claim.where else [],
            "organizer": [entity["id"] for entity in organizers],
            "involved": [entity["id"] for entity in involved],
            "sourceUrl": list(dict.fromkeys(answer.url for answer in thing.told_by)),
            "publisher": list(facts.publishers(thing)),
            "recordId": [thing.id],
        },
    )


def _side(party: Party) -> dict[str, Any]:
    name = facts.map_name(party)
    key = party.actor_id or f"{party.country}|{party.sector}|{name}"
    return _entity(
        content_id("side", key),
        _schema(party),
        {
            "name": [name],
            "country": [_iso2(party.country)],
            "position" if party.name else "description": [party.office],
        },
    )


def _country(code: str) -> dict[str, Any]:
    named = {"name": [country_name(code) or code], "country": [_iso2(code)]}
    return _entity(content_id("side", code), "PublicBody", named)


def _schema(party: Party) -> str:
    if party.name:
        return "Person"
    if party.country in ("IGO", "NGO"):
        return "Organization"
    if party.country == "MNC":
        return "Company"
    return "PublicBody" if party.sector in STATE else "LegalEntity"


def _name(claim: Event | Engagement) -> str:
    if isinstance(claim, Engagement):
        return claim.name or f"{claim.kind}: {' – '.join(country_name(code) or code for code in claim.parties)}"
    sides = [", ".join(facts.map_name(party) for party in side) for side in (claim.actors, claim.recipients)]
    return f"{claim.type}: {' → '.join(filter(None, sides))}"


def _iso2(country: str) -> str:
    actor = load_ontology().actors.get(country)
    return actor.iso2.lower() if actor else ""


def _entity(name: str, schema: str, properties: dict[str, list[str]]) -> dict[str, Any]:
    told = {key: [value for value in values if value] for key, values in properties.items()}
    return {"id": name, "schema": schema, "properties": {key: values for key, values in told.items() if values}}
