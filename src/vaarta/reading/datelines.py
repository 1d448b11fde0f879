"""The agency that a story is credited to in its dateline: "नई दिल्ली, 14 फरवरी (भाषा)", "GENEVA (Reuters) -"."""

import re
from functools import cache
from pathlib import Path

import msgspec

from vaarta.errors import ReadError
from vaarta.reading.hygiene import key
from vaarta.toml import read_toml

__all__ = ["agency_of"]

DATELINE = 90  # characters within which a dateline ends
IN_BRACKETS = re.compile(r"[(\[]([^()\[\]]{2,40})[)\]]")
AFTER_PLACE = re.compile(r"^[^।.:,()]{2,40}[,:]\s{0,3}([^।.:,()\s–—-][^।.:,()–—-]{0,30})\s{0,3}(?:[।:–—]|\.\s|-\s)")
PARTS = re.compile(r"\s*[/,&+|]\s*|\s+and\s+|\s+व\s+|\s+और\s+")


class Agencies(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """agencies.toml as it is written."""

    agencies: dict[str, list[str]]


def agency_of(paragraphs: list[str]) -> str:
    """The agency credited at the head of the first paragraph, or in brackets at the end of the last; "" if none is."""
    if not paragraphs:
        return ""
    head, tail = paragraphs[0][:DATELINE], paragraphs[-1][-DATELINE:]
    after = AFTER_PLACE.match(head)
    told = [found.group(1) for found in IN_BRACKETS.finditer(head)] + ([after.group(1)] if after else [])
    ends = [found.group(1) for found in IN_BRACKETS.finditer(tail) if not tail[found.end() :].strip(" .।")]
    return next((name.strip() for name in (*told, *ends) if _is_agency(name)), "")


def _is_agency(name: str) -> bool:
    parts = [key(part) for part in PARTS.split(name.strip()) if part]
    return bool(parts) and all(part in _agencies() for part in parts)


@cache
def _agencies() -> frozenset[str]:
    listed = read_toml(Path(__file__).with_name("agencies.toml"), Agencies, ReadError)
    return frozenset(key(name) for names in listed.agencies.values() for name in names)
