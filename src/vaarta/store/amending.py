"""A claim as a person says it should be: the changes of a ruling, applied to what was coded."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, TypeAlias, get_args

import msgspec

from vaarta.errors import OntologyError, StoreError
from vaarta.ontology import load_ontology
from vaarta.records import (
    Engagement,
    EngagementKind,
    Event,
    Party,
    Place,
    Ruling,
    Standing,
    Statement,
    Tenure,
    When,
)
from vaarta.store.rows import AnyClaim

__all__ = ["FIELDS", "amended", "as_ruled"]

Change: TypeAlias = Callable[[Any, str, str], dict[str, object]]
DAYS_AND_PLACE = ("first", "last", "place", "country")
FIELDS: Mapping[type, tuple[str, ...]] = {
    Event: ("type", "mode", "standing", "actors", "recipients", *DAYS_AND_PLACE),
    Statement: ("speaker", "addressee", "standing", "first", "last"),
    Engagement: ("kind", "parties", "name", "series", "round", "standing", *DAYS_AND_PLACE),
    Tenure: ("office", "holder", "of"),
}
CODE_LENGTH = 3


def as_ruled(claim: AnyClaim, ruling: Ruling | None) -> AnyClaim:
    """The claim as the ruling that counts has it: amended, or as it was coded."""
    return amended(claim, ruling.amended) if ruling and ruling.verdict == "amended" else claim


def amended(claim: AnyClaim, changes: Mapping[str, str]) -> AnyClaim:
    """The claim with the changes made; its id, evidence and rule stay.

    Sides are written as codes, with a sector if known, a semicolon between: "IND GOV; PAK"; "" is no one. A side whose
    country the claim has keeps its words. Days are ISO. Raises StoreError if a field or value cannot be.
    """
    for field, value in changes.items():
        if field not in FIELDS[type(claim)]:
            allowed = ", ".join(FIELDS[type(claim)])
            raise StoreError(f"{type(claim).__name__.lower()} {claim.id} has no {field!r} to amend; it has {allowed}")
        claim = _changed(claim, field, value.strip())
    if isinstance(claim, Event) and changes.keys() & {"type", "mode"}:
        return _with_codes(claim)
    return claim


def _changed(claim: Any, field: str, value: str) -> Any:
    changes: dict[str, Change] = {
        "actors": _sides,
        "recipients": _sides,
        "speaker": _speaker,
        "addressee": _addressee,
        "parties": _parties,
        "standing": _standing,
        "kind": _kind,
        "round": _round,
        "first": _when,
        "last": _when,
        "place": _where,
        "country": _where,
    }
    change = changes.get(field, _words)
    return msgspec.structs.replace(claim, **change(claim, field, value))


def _words(_: object, field: str, value: str) -> dict[str, object]:
    return {field: value}


def _with_codes(event: Event) -> Event:
    mode = event.mode.casefold()
    try:
        codes = load_ontology().event_codes(event.type.upper(), mode)
    except OntologyError as unknown:
        raise StoreError(f"event {event.id} cannot be amended: {unknown}") from unknown
    return msgspec.structs.replace(
        event,
        type=event.type.upper(),
        mode=mode,
        cameo=codes.cameo,
        goldstein=codes.goldstein,
        plover_score=codes.score,
    )


def _sides(claim: Event, field: str, value: str) -> dict[str, object]:
    before = (*getattr(claim, field), *claim.actors, *claim.recipients)
    return {field: tuple(_party(said, before) for said in value.split(";") if said.strip())}


def _party(said: str, before: tuple[Party, ...]) -> Party:
    country, _, sector = said.strip().upper().partition(" ")
    if len(country) != CODE_LENGTH or country not in _codes():
        raise StoreError(f"{said.strip()!r} is no side; write a country's code and a sector, as in IND GOV")
    if sector and sector not in load_ontology().sectors:
        raise StoreError(f"{sector!r} is no sector; there are {', '.join(load_ontology().sectors)}")
    same = next((party for party in before if party.country == country), None)
    if same:
        return msgspec.structs.replace(same, sector=sector or same.sector)
    return Party(text=country, country=country, sector=sector)


def _codes() -> set[str]:
    ontology = load_ontology()
    countries = {code for code, actor in ontology.actors.items() if actor.kind == "country"}
    return countries | {code for code, sector in ontology.sectors.items() if sector.kind == "international"}


def _speaker(claim: Statement, field: str, value: str) -> dict[str, object]:
    return {field: msgspec.structs.replace(claim.speaker, **_code_and_sector(value, claim.speaker))}


def _addressee(claim: Statement, field: str, value: str) -> dict[str, object]:
    before = (claim.addressee,) if claim.addressee else ()
    return {field: _party(value, before) if value else None}


def _code_and_sector(value: str, before: Party) -> dict[str, str]:
    party = _party(value, (before,))
    return {"country": party.country, "sector": party.sector}


def _parties(_: Engagement, field: str, value: str) -> dict[str, object]:
    codes = [_party(said, ()).country for said in value.replace(";", " ").split()]
    return {field: tuple(sorted(set(codes)))}


def _standing(_: object, field: str, value: str) -> dict[str, object]:
    return {field: _one_of(value.casefold(), get_args(Standing), "standing")}


def _kind(_: object, field: str, value: str) -> dict[str, object]:
    return {field: _one_of(value.casefold(), get_args(EngagementKind), "kind of engagement")}


def _one_of(value: str, allowed: tuple[str, ...], what: str) -> str:
    if value not in allowed:
        raise StoreError(f"{value!r} is no {what}; there are {', '.join(allowed)}")
    return value


def _round(_: object, field: str, value: str) -> dict[str, object]:
    if value and not value.isdecimal():
        raise StoreError(f"{value!r} is no round; write its number, or nothing")
    return {field: int(value) if value else None}


def _when(claim: Event | Statement | Engagement, field: str, value: str) -> dict[str, object]:
    try:
        day = date.fromisoformat(value).isoformat() if value else ""
    except ValueError as no_day:
        raise StoreError(f"{value!r} is no day; write 2023-02-14, or nothing") from no_day
    when = msgspec.structs.replace(claim.when or When(), **{field: day})
    return {"when": when if when.first or when.last else None}


def _where(claim: Event | Engagement, field: str, value: str) -> dict[str, object]:
    before = claim.where or Place(text="")
    place = msgspec.structs.replace(
        before, **({"text": value} if field == "place" else {"country": value.upper() and _party(value, ()).country})
    )
    return {"where": place if place.text or place.country else None}
