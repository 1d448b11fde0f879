"""What the ontology is made of: event types and modes, sectors, CAMEO codes, offices, actors. Facts in no language.

Labels and definitions are in English, as the codebooks are; what a language calls these things is in its pack.
"""

from typing import Literal

import msgspec

__all__ = [
    "ActorEntry", "ActorKind", "CameoCode", "EngagementFact", "EventCodes", "EventType", "Mode", "Office", "OfficeRole",
    "Quad", "Sector", "Tenure",
]  # fmt: skip

Quad = Literal["verbal cooperation", "material cooperation", "verbal conflict", "material conflict"]
ActorKind = Literal["country", "organisation", "group", "party", "person"]
OfficeRole = Literal["head", "minister", "envoy", "body", "force", "people", "rank", "official", "group-noun"]


class Fact(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The root of all facts. `frozen` and `kw_only` are said again by each class, for the type checker."""


class Mode(Fact, frozen=True, kw_only=True):
    """How an act of a type is done. `score` is PLOVER's, -10 to 10; `cameo` the code that fits the pair best."""

    is_: str = msgspec.field(name="is")
    cameo: str
    score: float


class EventType(Fact, frozen=True, kw_only=True):
    """One of PLOVER's 16 types. `cameo` is the code for an act of no mode, `intent` for one that is yet to come."""

    is_: str = msgspec.field(name="is")
    cameo: str
    intent: str = ""
    quad: Quad
    score: float
    modes: dict[str, Mode] = {}


class CameoCode(Fact, frozen=True, kw_only=True):
    """A code of CAMEO 1.1b3, with its Goldstein score and the PLOVER type, mode and contexts it becomes.

    `type` is "" for codes of public statements, which PLOVER leaves out.
    """

    label: str
    goldstein: float
    type: str = ""
    mode: str = ""
    contexts: tuple[str, ...] = ()


class EventCodes(Fact, frozen=True, kw_only=True):
    """What a type and mode are in other schemes: a CAMEO code, its Goldstein score, and PLOVER's own score."""

    cameo: str
    goldstein: float
    score: float


class Sector(Fact, frozen=True, kw_only=True):
    """What part of a society an actor is of. `kind` is "state", "society", "secondary" or "international"."""

    is_: str = msgspec.field(name="is")
    kind: Literal["state", "society", "secondary", "international"]


class EngagementFact(Fact, frozen=True, kw_only=True):
    """What a kind of formal contact is, and the PLOVER type of its holding."""

    is_: str = msgspec.field(name="is")
    type: str
    mode: str = ""


class Office(Fact, frozen=True, kw_only=True):
    """A kind of office, body or role, whatever its country.

    `rank` orders who speaks for a state: 1 head of state or government, 2 minister, 3 senior official, envoy or chief
    of a service, 4 the rest. `country` is set where the thing exists in one country only; `default_country` where the
    words mean that country unless another is named. `of` is the body that the office heads, serves in or speaks for,
    `reports_to` the office that it answers to, `ranks_after` the one next above it in its own line; "" where that
    differs from state to state.
    """

    role: OfficeRole
    sector: str = ""
    rank: int = 4
    country: str = ""
    default_country: str = ""
    of: str = ""
    reports_to: str = ""
    ranks_after: str = ""


class Tenure(Fact, frozen=True, kw_only=True, omit_defaults=True):
    """An office held. Days are ISO, inclusive; "" is unknown, or still so when the file was written.

    `seen` is the month or year in which a source without an end (or without days) was read: it holds till then.
    """

    office: str
    country: str = ""
    sector: str = ""
    first: str = ""
    last: str = ""
    seen: str = ""


class ActorEntry(Fact, frozen=True, kw_only=True):
    """Someone or something that acts. Fields that do not fit its kind are empty.

    `country` is ISO 3166-1 alpha-3, or the kind of an organisation: IGO, NGO, MNC. `ruling` are a party's spells in
    national government, as (first, last) days. `until` is the ISO day on which a former state ended.
    """

    id: str
    kind: ActorKind
    name: str
    country: str = ""
    sector: str = ""
    part_of: str = ""
    also: tuple[str, ...] = ()
    iso2: str = ""
    cow: str = ""
    gw: int = 0
    status: str = ""
    capital: str = ""
    since: str = ""
    until: str = ""
    ruling: tuple[tuple[str, str], ...] = ()
    offices: tuple[Tenure, ...] = ()
