"""Build the list of office holders from a table: `python tools/build_holders.py TABLE.tsv.gz`.

Writes src/vaarta/ontology/actors/holders.jsonl (who held which office, with days) and
src/vaarta/packs/en/names/holders.jsonl (their names in Latin script), which nothing else writes. The table has the
columns person, aliases, office, role, country_iso3, start, end, as_of, date_quality, source. People of
people.toml, which was written by hand, are left out, as is whoever shares a full name with something else of a pack.

A row that says only that someone held an office when the source was read gives no days, and `seen` says when that was;
so does an open end.
"""

import argparse
import csv
import gzip
import re
import sys
import tomllib
import unicodedata
from calendar import monthrange
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import msgspec

from vaarta.ontology import load_ontology
from vaarta.ontology.holders import HOLDERS, Holder
from vaarta.ontology.shapes import Tenure
from vaarta.packs import builtin
from vaarta.packs.holders import HolderNames
from vaarta.packs.names import fold_phrase, load_names
from vaarta.packs.sounds import load_sounds

TITLES = Path(__file__).with_name("office_titles.toml")
SOURCES = ("peppercat", "CIA World Leaders", "enwiki", "open-data-archive", "Phoenix.Countries")
UNDATED = ("snapshot", "unknown")
SINCE = "1990"  # who left the last office before is in no news that we read
# Of 569 names in 250 Hindi stories, those of six signs and fewer were another's 4 times of 5; longer ones, 0 of 6.
SOUNDS = 7
LONGEST = 5  # words of a name; longer ones in the table are two run together
SECTORS = {
    "intelligence": "SPY", "military": "MIL", "judiciary": "JUD", "legislature": "LEG", "police": "COP",
}  # fmt: skip
NUMERALS = ("I", "V", "X")  # Juan Carlos I is no Juan Carlos
STYLES = "Dr|Mr|Mrs|Ms|Sir|Dame|Lt|Gen|Col|Maj|Brig|Capt|Adm|Prof"
ADDED = re.compile(rf"""\([^)]*\)|"[^"]*"|\b(?:{STYLES})\.?(?= )|,.*$""")
Row = dict[str, str]
Key = tuple[str, tuple[str, ...]]


def main() -> None:
    """Write both files and say how many people they hold."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("table", type=Path)
    told = parser.parse_args()
    with gzip.open(told.table, "rt", encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE) if _usable(row)]
    people = _people(rows)
    _write(HOLDERS, _with_sounds(people))
    names = (HolderNames(id=holder.id, names=called) for holder, called in people)
    _write(builtin("en") / "names" / "holders.jsonl", names)
    print(f"{len(people)} people, {sum(len(holder.offices) for holder, _ in people)} offices held")


def _usable(row: Row) -> bool:
    known = row["country_iso3"] in load_ontology().actors and row["date_quality"] != "not_in_office"
    return known and row["source"].startswith(SOURCES) and bool(_tenure(row))


def _people(rows: Iterable[Row]) -> list[tuple[Holder, tuple[str, ...]]]:
    """Each person with his names, by id: rows of one country with the same name are one person."""
    taken = {key for lang in ("en", "hi") for key in load_names(builtin(lang), holders=False).phrases}
    groups: dict[Key, _Person] = {}  # by country and name; names of one person lead to one group
    countries: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
    for row in rows:
        names, tenure = {fold_phrase(name): name for name in _names(row)}, _tenure(row)
        if not names or tenure is None or not taken.isdisjoint(names):
            continue
        code = row["country_iso3"]
        person = _one([groups[code, key] for key in names if (code, key) in groups])
        person.names.update(names)
        person.held.append(tenure)
        groups.update({(code, key): person for key in person.names})
        for key in names:
            countries[key].add(code)
    people: dict[str, tuple[Holder, tuple[str, ...]]] = {}
    for (code, _), person in groups.items():
        # Two people of one name in two countries cannot be told apart by it.
        alone = tuple(name for key, name in person.names.items() if len(countries[key]) == 1)
        if alone and max(tenure.last or "9" for tenure in person.held) >= SINCE:
            slug = f"{_slug(alone[0])}-{code.lower()}"
            people[slug] = Holder(id=slug, name=alone[0], country=code, offices=_merged(person.held)), alone
    return [people[key] for key in sorted(people)]


def _with_sounds(people: list[tuple[Holder, tuple[str, ...]]]) -> Iterator[Holder]:
    """The holders with the sounds of their names that are long enough, and of one holder only."""
    sounds = load_sounds(builtin("en"))
    if sounds is None:
        sys.exit("packs/en has no sounds.toml: the names cannot be known by sound")
    told = [(holder, dict.fromkeys(map(sounds.of, names))) for holder, names in people]
    shared = Counter(sound for _, found in told for sound in found)
    for holder, found in told:
        alone = [s for s in found if shared[s] == 1 and " " in s and len(s.replace(" ", "")) >= SOUNDS]
        yield msgspec.structs.replace(holder, sounds=tuple(alone))


@dataclass
class _Person:
    """Names by their keys, and offices held."""

    names: dict[tuple[str, ...], str] = field(default_factory=dict)
    held: list[Tenure] = field(default_factory=list)


def _one(same: list[_Person]) -> _Person:
    """The people that rows gave apart, as one."""
    whole = _Person()
    for person in {id(person): person for person in same}.values():
        whole.names.update(person.names)
        whole.held.extend(person.held)
    return whole


def _names(row: Row) -> Iterator[str]:
    for name in (row["person"], *row["aliases"].split(";")):
        plain = " ".join(_cased(word) for word in ADDED.sub("", name).split())
        words = [word for word in plain.split() if len(word.rstrip(".")) > 1 or word in NUMERALS]
        fine = 1 < len(words) <= LONGEST and not re.search(r"\d| (of|the|and) |[^\w .'’-]", plain)
        if fine and all(word[0].isupper() or len(word) <= len("abdul") for word in words):
            yield unicodedata.normalize("NFC", plain)
            if len(words) < len(plain.split()):  # without a middle initial
                yield unicodedata.normalize("NFC", " ".join(words))


def _cased(word: str) -> str:
    return word.title() if word.isupper() and len(word) > len("AB") and "." not in word else word


def _tenure(row: Row) -> Tenure | None:
    office, sector = _office(row)
    if not office:
        return None
    undated = row["date_quality"] in UNDATED
    first = "" if undated or row["date_quality"] == "start_censored" else _first(row["start"])
    last = "" if undated else _last(row["end"])
    if first and last and first > last:
        return None
    seen = "" if last else row["as_of"].split("/")[0].lstrip("~")
    return Tenure(office=office, sector=sector, first=first, last=last, seen=seen)


def _office(row: Row) -> tuple[str, str]:
    """The office of the ontology that a row tells of, and the sector if the row says only that."""
    if row["role"] == "cameo_sector":
        part = row["office"].split("; ")
        if part[0] not in ("government", "intelligence"):
            return "", ""
        return "official", next((SECTORS[word] for word in part if word in SECTORS), "")
    title = row["office"].casefold()
    if row["role"] == "defence" and "secretary" in title:
        return "defence-minister", ""
    found = next((office for words, office in _titles() if re.search(words, title)), "")
    return ("minister-of-state" if found == "deputy" else found), ""


@cache
def _titles() -> tuple[tuple[str, str], ...]:
    rows = tomllib.loads(TITLES.read_text(encoding="utf-8"))["titles"]
    return tuple((row["words"], row["office"]) for row in rows)


def _first(day: str) -> str:
    return day + {4: "-01-01", 7: "-01"}.get(len(day), "")


def _last(day: str) -> str:
    if len(day) == len("2000-01"):
        return f"{day}-{monthrange(int(day[:4]), int(day[5:]))[1]}"
    return day + {4: "-12-31"}.get(len(day), "")


def _merged(offices: Iterable[Tenure]) -> tuple[Tenure, ...]:
    """Offices in order, each once; without days only where no row gives days."""
    once = {(held.office, held.first, held.last): held for held in offices}
    dated = {held.office for held in once.values() if held.first or held.last}
    kept = [held for held in once.values() if held.first or held.last or held.office not in dated]
    named = [held for held in kept if held.office != "official" or held.sector] or kept
    return tuple(sorted(named, key=lambda held: (held.first, held.last, held.office)))


def _slug(name: str) -> str:
    return re.sub(r"[^a-z]+", "-", "-".join(fold_phrase(name))).strip("-")


def _write(path: Path, records: Iterable[msgspec.Struct]) -> None:
    path.write_bytes(b"".join(msgspec.json.encode(record) + b"\n" for record in records))


if __name__ == "__main__":
    main()
