"""POLECAT's 40 columns and ICEWS's 20: tab-separated, with a header, one row an event, with its first two sides."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from importlib.metadata import version
from typing import BinaryIO

from vaarta.exports import facts
from vaarta.exports.codes import columns, country_codes, country_name, quad_of
from vaarta.exports.facts import Days, Stories, Written
from vaarta.ontology import load_ontology
from vaarta.query import Thing
from vaarta.records import Event, Party, Place

__all__ = ["write_icews", "write_polecat"]

Row = Callable[[Thing, Event, Days, Stories], Mapping[str, object]]


def write_polecat(things: Iterable[Thing], out: BinaryIO, stories: Stories) -> Written:
    """Write the events among the things with POLECAT's columns."""
    return _write("polecat", _polecat, things, out, stories)


def write_icews(things: Iterable[Thing], out: BinaryIO, stories: Stories) -> Written:
    """Write the events among the things with ICEWS's columns. CAMEO codes are text, countries English names."""
    return _write("icews", _icews, things, out, stories)


def _write(of: str, row: Row, things: Iterable[Thing], out: BinaryIO, stories: Stories) -> Written:
    names = columns(of)
    out.write(("\t".join(names) + "\n").encode())
    rows, left_out = 0, Counter[str]()
    for thing, event, set_on in facts.placed(things, left_out):
        told = row(thing, event, set_on, stories)
        out.write(("\t".join(_cell(told.get(name, "")) for name in names) + "\n").encode())
        rows += 1
    return Written(rows=rows, left_out=dict(left_out))


def _polecat(thing: Thing, event: Event, set_on: Days, _: Stories) -> dict[str, object]:
    best = thing.best
    actor, recipient = facts.paired(event.actors, event.recipients)
    return {
        "Event ID": thing.id,
        "Event Date": set_on.first,
        "Event Type": event.type,
        "Event Mode": event.mode,
        "Intensity": event.plover_score,
        "Quad Code": quad_of(event),
        "Contexts": "; ".join(event.contexts),
        **_polecat_side("Actor", actor, event.actors),
        **_polecat_side("Recipient", recipient, event.recipients or event.actors[1:]),
        **_polecat_place(event.where),
        "Source": best.publisher,
        "Publication Date": best.published[:10],
        **_polecat_story(event),
        "Language": best.lang,
        "Version": f"vaarta {version('vaarta')}",
    }


def _polecat_side(role: str, party: Party | None, all_sides: tuple[Party, ...]) -> dict[str, object]:
    if party is None:
        return {}
    cow = country_codes(party.country).cow
    return {
        f"{role} Name": facts.map_name(party),
        f"{role} Country": party.country,
        f"{role} COW": cow or "",
        f"Primary {role} Sector": party.sector,
        f"{role} Sectors": "; ".join(dict.fromkeys(side.sector for side in all_sides if side.sector)),
        f"{role} Title": party.office,
        f"{role} Name Raw": party.text,
        f"Wikipedia {role} ID": "",
    }


def _polecat_place(place: Place | None) -> dict[str, object]:
    if place is None:
        return {}
    entry = facts.gazetteer_place(place)
    told: dict[str, object] = {"Raw Placename": place.text, "Country": place.country}
    if entry is None:
        return told | {"Placename": place.text}
    level = {"capital": "City", "city": "City", "district": "District", "admin1": "Province"}[entry.kind]
    return told | {
        "Placename": entry.name,
        level: entry.name,
        "Latitude": entry.lat,
        "Longitude": entry.lon,
        "GeoNames ID": entry.id,
        "Feature Type": entry.kind,
    }


def _polecat_story(event: Event) -> dict[str, object]:
    sides = (*event.actors, *event.recipients)
    people = dict.fromkeys(side.name for side in sides if side.name)
    bodies = dict.fromkeys(side.text for side in sides if not side.name and not side.country)
    return {
        "Story People": "; ".join(people),
        "Story Organizations": "; ".join(bodies),
        "Story Locations": event.where.text if event.where else "",
    }


def _icews(thing: Thing, event: Event, set_on: Days, stories: Stories) -> dict[str, object]:
    best = thing.best
    actor, recipient = facts.paired(event.actors, event.recipients)
    cameo = facts.cameo_of(event)
    code = load_ontology().cameo.get(cameo)
    return {
        "Event ID": facts.number_of(thing),
        "Event Date": set_on.first,
        **_icews_side("Source", actor),
        "Event Text": code.label if code else event.type,
        "CAMEO Code": cameo,
        "Intensity": event.goldstein,
        **_icews_side("Target", recipient),
        "Story ID": best.story,
        "Sentence Number": facts.sentence_number(stories(best.story), event.evidence),
        "Publisher": best.publisher,
        **_icews_place(event.where),
    }


def _icews_side(role: str, party: Party | None) -> dict[str, object]:
    if party is None:
        return {}
    sector = load_ontology().sectors.get(party.sector)
    return {
        f"{role} Name": facts.map_name(party),
        f"{role} Sectors": sector.is_ if sector else "",
        f"{role} Country": country_name(party.country),
    }


def _icews_place(place: Place | None) -> dict[str, object]:
    if place is None:
        return {}
    entry = facts.gazetteer_place(place)
    told: dict[str, object] = {"Country": country_name(place.country)}
    if entry:
        level = {"capital": "City", "city": "City", "district": "District", "admin1": "Province"}[entry.kind]
        return told | {level: entry.name, "Latitude": entry.lat, "Longitude": entry.lon}
    return told


def _cell(value: object) -> str:
    """A cell without tabs, ends of lines or quotation marks that a reader might take for quoting."""
    return "" if value is None else facts.one_line(str(value)).replace('"', "'")
