"""`vaarta places`: the places that a text names, where they lie, and what decided between places of one name."""

from types import MappingProxyType
from typing import TYPE_CHECKING, Annotated

import msgspec
import typer

from vaarta.cli.output import emit, wants_json
from vaarta.cli.phrase import Json, Lang, pack_of

if TYPE_CHECKING:
    from vaarta.doc import PlaceMention
    from vaarta.ontology.gazetteer import PlaceEntry
    from vaarta.packs import Pack

__all__ = ["Explained", "Namesake", "places"]

SHOWN = 3  # namesakes in the table; --json tells all
WHY = MappingProxyType(
    {
        "": "nothing says where it lies",
        "about": "in no list; the dateline's country, or the only one in which the text places anything",
        "around": "in no list; the country named before it in its sentence",
        "before": "in no list; as the same words lay before",
        "country": "a country",
        "dateline": "the dateline",
        "enclosing": "what is said to hold it, or lie in it, beside it",
        "here": "as the other 'here'",
        "home": "the readers' own country",
        "name": "a name of the pack that the gazetteer lacks",
        "noun": "the kind of place said beside it",
        "only": "no place of note elsewhere has the name",
        "prominence": "the greatest of the name",
        "sentence": "its country is named in the sentence",
        "speaker": "the country of the state's speaker in the sentence",
        "story": "the countries that the text names",
    }
)


class Namesake(msgspec.Struct, frozen=True, kw_only=True):
    """Another place of the name."""

    place_id: str
    kind: str
    country: str
    admin1: str
    population: int


class Explained(msgspec.Struct, frozen=True, kw_only=True):
    """One place: where it stands in the text, which entry of the gazetteer it is ("" if none), and what decided."""

    start: int
    end: int
    said: str
    country: str
    place_id: str = ""
    name: str = ""
    kind: str = ""
    admin1: str = ""
    lat: float | None = None
    lon: float | None = None
    population: int = 0
    why: str = ""
    because: str = ""
    namesakes: tuple[Namesake, ...] = ()


def places(
    text: Annotated[str, typer.Argument(metavar="TEXT", help="What a story says, in Hindi or English.")],
    lang: Lang = "",
    json: Json = False,
) -> None:
    """Say what places a text names, in which country they lie, and why these of all that have the name."""
    from vaarta.analysis import load as load_pipeline
    from vaarta.recognition import recognise
    from vaarta.records import Story
    from vaarta.text import nfc

    text = nfc(text)
    pack = pack_of(text, lang)
    story = Story(id="", lang=pack.lang, text=text)
    mentions = recognise(load_pipeline(pack.lang)(text), story=story, pack=pack)
    found = [_explained(mention, pack) for mention in mentions.places]
    if wants_json(json):
        for one in found:
            emit(one)
    else:
        _print_table(found)


def _explained(mention: "PlaceMention", pack: "Pack") -> Explained:
    from vaarta.packs.names import fold_phrase

    place = mention.place
    start, end = place.evidence.span if place.evidence else (0, 0)
    entry = pack.places.gazetteer.entry(int(place.place_id.partition(":")[2] or 0))
    others = [other for other in pack.places.named(fold_phrase(place.text)) if entry and other.id != entry.id]
    told = Explained(
        start=start,
        end=end,
        said=place.text,
        country=place.country,
        place_id=place.place_id,
        why=mention.why,
        because=WHY[mention.why],
        namesakes=tuple(_namesake(other, pack) for other in others),
    )
    if entry is None:
        return told
    return msgspec.structs.replace(
        told,
        name=entry.name,
        kind=entry.kind,
        admin1=_division(entry, pack),
        lat=entry.lat,
        lon=entry.lon,
        population=entry.population,
    )


def _namesake(entry: "PlaceEntry", pack: "Pack") -> Namesake:
    return Namesake(
        place_id=f"gn:{entry.id}",
        kind=entry.kind,
        country=entry.country,
        admin1=_division(entry, pack),
        population=entry.population,
    )


def _division(entry: "PlaceEntry", pack: "Pack") -> str:
    division = pack.places.gazetteer.entry(entry.admin1)
    return division.name if division else ""


def _print_table(found: list[Explained]) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table("said", "place", "in", "country", "at", "because", "not")
    for one in found:
        at = "" if one.lat is None else f"{one.lat:.2f}, {one.lon:.2f}"
        place = f"{one.name} ({one.kind})" if one.name else ""
        others = [f"{other.kind} in {other.admin1 or other.country}" for other in one.namesakes[:SHOWN]]
        more = [f"{len(one.namesakes) - SHOWN} more"] if len(one.namesakes) > SHOWN else []
        cells = (one.said, place, one.admin1, one.country, at, one.because, ", ".join([*others, *more]))
        table.add_row(*map(Text, cells))
    Console().print(table)
