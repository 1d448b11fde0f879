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
    Evidence,
    Party,
    Place,
    Ruling,
    Standing,
    Statement,
    Tenure,
    When,
)
from vaarta.store.rewording import reworded
from vaarta.store.rows import AnyClaim

__all__ = ["FIELDS", "amended", "as_ruled", "fields_of"]

Change: TypeAlias = Callable[[Any, str, str], dict[str, object]]
DAYS_AND_PLACE = ("first", "last", "place", "country")
FIELDS: Mapping[type, tuple[str, ...]] = {
    Event: ("type", "mode", "standing", "actors", "recipients", *DAYS_AND_PLACE, "span"),
    Statement: ("speaker", "addressee", "standing", "first", "last", "span", "content"),
    Engagement: ("kind", "parties", "name", "series", "round", "standing", *DAYS_AND_PLACE, "span"),
    Tenure: ("office", "holder", "of", "span"),
}
CODE_LENGTH = 3


def as_ruled(claim: AnyClaim, ruling: Ruling | None) -> AnyClaim:
    """The claim as the ruling that counts has it: amended, or as it was coded."""
    return amended(claim, ruling.amended) if ruling and ruling.verdict == "amended" else claim


def amended(claim: AnyClaim, changes: Mapping[str, str]) -> AnyClaim:
    """The claim with the changes made; its id and rule stay.

    Sides are written as codes, with a sector if known, and their words if they are others, a semicolon between: "IND
    GOV: the foreign minister; PAK"; "" is no one. A side whose country the claim has keeps its words if none are
    written. Days are ISO. "span" is the words that tell it and "content" what was said, with their offsets: "12-20 met
    them". Raises StoreError if a field or value cannot be.
    """
    for field, value in changes.items():
        if field not in FIELDS[type(claim)]:
            allowed = ", ".join(FIELDS[type(claim)])
            raise StoreError(f"{type(claim).__name__.lower()} {claim.id} has no {field!r} to amend; it has {allowed}")
        claim = _changed(claim, field, value.strip())
    if isinstance(claim, Event) and changes.keys() & {"type", "mode"}:
        return _with_codes(claim)
    return claim


def fields_of(claim: AnyClaim) -> dict[str, str]:
    """What a claim says in each field that can be amended, written as it would be to amend it."""
    return {field: _written(claim, field) for field in FIELDS[type(claim)]}


def _written(claim: Any, field: str) -> str:
    holder = {"first": claim.when, "last": claim.when, "place": claim.where, "country": claim.where}.get(field, claim)
    value = getattr(holder, {"place": "text", "span": "evidence"}.get(field, field)) if holder else None
    if isinstance(value, Evidence):
        return f"{value.span[0]}-{value.span[1]} {value.quote}"
    several = value if isinstance(value, tuple) else () if value is None else (value,)
    return "; ".join(_side(one) if isinstance(one, Party) else str(one) for one in several)


def _side(party: Party) -> str:
    words = party.text.replace(";", ",")  # a semicolon parts sides
    return f"{party.country} {party.sector}".strip() + (f": {words}" if words != party.country else "")


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
        "span": reworded,
        "content": reworded,
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
    """The side that is written, with all that is known of it if it is one of those before."""
    coded, _, words = said.partition(":")
    country, _, sector = coded.strip().upper().partition(" ")
    words = words.strip()
    if not (words and not country) and (len(country) != CODE_LENGTH or country not in _codes()):
        raise StoreError(f"{said.strip()!r} is no side; write a country's code and a sector, as in IND GOV")
    if sector and sector not in load_ontology().sectors:
        raise StoreError(f"{sector!r} is no sector; there are {', '.join(load_ontology().sectors)}")
    alike = [party for party in before if party.country == country and words in {"", party.text}]
    if alike:
        return msgspec.structs.replace(alike[0], sector=sector or alike[0].sector)
    return Party(text=words or country, country=country, sector=sector)


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
