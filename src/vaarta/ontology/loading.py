"""The ontology's files, read and checked against each other."""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import msgspec

from vaarta.errors import OntologyError
from vaarta.memory import building
from vaarta.ontology.shapes import (
    ActorEntry,
    ActorKind,
    CameoCode,
    EngagementFact,
    EventCodes,
    EventType,
    Fact,
    Mode,
    Office,
    Sector,
    Tenure,
)
from vaarta.toml import read_toml

__all__ = ["Ontology", "load_ontology", "read_ontology"]

FILES: dict[str, ActorKind] = {
    "countries": "country",
    "organisations": "organisation",
    "groups": "group",
    "parties": "party",
    "people": "person",
}
BODIES = frozenset({"body", "force"})


class Plover(Fact, frozen=True, kw_only=True):
    """What plover.toml holds."""

    contexts: dict[str, str]
    types: dict[str, EventType]


class ActorRow(Fact, frozen=True, kw_only=True):
    """An entry of a file in actors/: an `ActorEntry` less what its place in the file says."""

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


class Ontology(msgspec.Struct, frozen=True, kw_only=True):
    """What exists, in no language. Mappings are keyed by code or id."""

    types: Mapping[str, EventType]
    contexts: Mapping[str, str]
    sectors: Mapping[str, Sector]
    cameo: Mapping[str, CameoCode]
    engagements: Mapping[str, EngagementFact]
    offices: Mapping[str, Office]
    actors: Mapping[str, ActorEntry]

    def modes(self, event_type: str) -> Mapping[str, Mode]:
        """The modes of a PLOVER type, by name; many types have none. Raises OntologyError if there is no such type."""
        return self._type(event_type).modes

    def event_codes(self, event_type: str, mode: str = "", *, cameo: str = "") -> EventCodes:
        """What a type and mode are in CAMEO, with both scores; mode "" is the type as such.

        `cameo` is a code that fits the act closer, if there is one.

        Raises OntologyError if there is no such pair.
        """
        found = self._type(event_type)
        if mode and mode not in found.modes:
            allowed = ", ".join(found.modes) or "none"
            raise OntologyError(f"{event_type} has no mode {mode!r}; plover.toml has {allowed}")
        chosen = found.modes[mode] if mode else found
        code = cameo or chosen.cameo
        return EventCodes(cameo=code, goldstein=self.cameo[code].goldstein, score=chosen.score)

    def _type(self, name: str) -> EventType:
        if name not in self.types:
            raise OntologyError(f"there is no event type {name!r}; plover.toml has {', '.join(self.types)}")
        return self.types[name]


@cache
def load_ontology() -> Ontology:
    """The ontology that ships with Vaarta, read once."""
    with building():
        return read_ontology(Path(__file__).parent)


def read_ontology(folder: Path) -> Ontology:
    """The ontology kept in a folder, every code in it checked. Raises OntologyError naming the file and the entry."""
    plover = read_toml(folder / "plover.toml", Plover, OntologyError)
    ontology = Ontology(
        types=plover.types,
        contexts=plover.contexts,
        sectors=read_toml(folder / "sectors.toml", dict[str, Sector], OntologyError),
        cameo=read_toml(folder / "cameo.toml", dict[str, CameoCode], OntologyError),
        engagements=read_toml(folder / "engagements.toml", dict[str, EngagementFact], OntologyError),
        offices=read_toml(folder / "offices.toml", dict[str, Office], OntologyError),
        actors=_actors(folder / "actors"),
    )
    for fault in _faults(ontology):
        raise OntologyError(f"{folder}: {fault}")
    return ontology


def _actors(folder: Path) -> dict[str, ActorEntry]:
    actors: dict[str, ActorEntry] = {}
    for name, kind in FILES.items():
        path = folder / f"{name}.toml"
        for key, row in read_toml(path, dict[str, ActorRow], OntologyError).items():
            if key in actors:
                raise OntologyError(f"{path}: {key!r} is already the id of a {actors[key].kind}; choose another")
            told = msgspec.structs.asdict(row)
            if kind == "country":
                told |= {"country": row.part_of or key, "sector": "PRE" if row.part_of else "GOV"}
            actors[key] = ActorEntry(id=key, kind=kind, **told)
    return actors


def _faults(ontology: Ontology) -> Iterator[str]:
    yield from _type_faults(ontology)
    yield from _cameo_faults(ontology)
    yield from _office_faults(ontology)
    yield from _actor_faults(ontology)


def _type_faults(ontology: Ontology) -> Iterator[str]:
    for name, told in ontology.types.items():
        for mode, code in [("", told.cameo), *((mode, fact.cameo) for mode, fact in told.modes.items())]:
            if code not in ontology.cameo:
                yield f"plover.toml: {name} {mode}: cameo.toml has no code {code!r}"
        if told.intent and told.intent not in ontology.cameo:
            yield f"plover.toml: {name}: cameo.toml has no code {told.intent!r}"
    for kind, fact in ontology.engagements.items():
        if fact.type not in ontology.types or (fact.mode and fact.mode not in ontology.types[fact.type].modes):
            yield f"engagements.toml: {kind}: no event type {fact.type!r} with mode {fact.mode!r}"


def _cameo_faults(ontology: Ontology) -> Iterator[str]:
    for code, fact in ontology.cameo.items():
        if fact.type and fact.type not in ontology.types:
            yield f"cameo.toml: {code}: no event type {fact.type!r}"
        elif fact.mode and fact.mode not in ontology.types[fact.type].modes:
            yield f"cameo.toml: {code}: {fact.type} has no mode {fact.mode!r}"
        if unknown := set(fact.contexts) - set(ontology.contexts):
            yield f"cameo.toml: {code}: no contexts {sorted(unknown)}"


def _office_faults(ontology: Ontology) -> Iterator[str]:
    for name, fact in ontology.offices.items():
        for country in (fact.country, fact.default_country):
            yield from _code_faults(ontology, f"offices.toml: {name}", country, fact.sector)
        if unknown := {fact.of, fact.reports_to, fact.ranks_after} - {"", *ontology.offices}:
            yield f"offices.toml: {name}: no offices {sorted(unknown)}"
        if fact.of and ontology.offices[fact.of].role not in BODIES:
            yield f"offices.toml: {name}: is of {fact.of!r}, which is no body"


def _actor_faults(ontology: Ontology) -> Iterator[str]:
    for name, actor in ontology.actors.items():
        where = f"actors: {name}"
        yield from _code_faults(ontology, where, actor.country, actor.sector)
        for held in actor.offices:
            yield from _code_faults(ontology, where, held.country, held.sector)
        if actor.part_of and actor.part_of not in ontology.actors:
            yield f"{where}: part of {actor.part_of!r}, which does not exist"
        if unknown := {held.office for held in actor.offices} - set(ontology.offices):
            yield f"{where}: offices.toml has no {sorted(unknown)}"


def _code_faults(ontology: Ontology, where: str, country: str, sector: str) -> Iterator[str]:
    if sector and sector not in ontology.sectors:
        yield f"{where}: no sector {sector!r}"
    if country and not _is_country(ontology, country):
        yield f"{where}: no country {country!r}"


def _is_country(ontology: Ontology, code: str) -> bool:
    if code in ontology.actors:
        return ontology.actors[code].kind == "country"
    return code in ontology.sectors and ontology.sectors[code].kind == "international"
