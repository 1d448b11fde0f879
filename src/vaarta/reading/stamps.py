"""The moment of publication as pages print it: "Updated Tue, 14 Feb 2023 01:55 PM IST", "प्रकाशित: १४ फ़रवरी २०२३"."""

import re
from datetime import date, datetime, time
from functools import cache
from pathlib import Path
from typing import Literal, NamedTuple

import msgspec

from vaarta.errors import ReadError
from vaarta.text import ascii_digits, fold
from vaarta.toml import read_toml

__all__ = ["Stamp", "iso", "read_stamp", "words_before"]

ISO = re.compile(
    r"(?<!\d)(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2})?)(?:[.,]\d+)?\s?(Z|[+-]\d{2}:?\d{2})?)?(?![\d:-])",
    re.ASCII,
)
TOKEN = re.compile(r"\d+|[a-zA-Z]\.[a-zA-Z]\.?|[\u0900-\u0963\u0970-\u097f\u200c\u200d]+|[^\W\d_]+|[^\s]", re.ASCII)
LETTERS = re.compile(r"[a-zA-Z\u0900-\u097f]")
# Each token becomes one letter: N number of one or two digits, Y of four, M month, A meridiem, Z zone, h "o'clock",
# o ordinal ending, p and u labels, w weekday or filler, x any other word; punctuation stands for itself.
DATES = (
    re.compile(r"(?P<d>N)o?w?[-,/.]?(?P<m>M)[-,/.']?(?P<y>Y)"),
    re.compile(r"(?P<m>M)[-./]?(?P<d>N)o?,?(?P<y>Y)"),
    re.compile(r"(?P<d>N)(?P<s>[-/.])(?P<m>N)(?P=s)(?P<y>Y)"),
    re.compile(r"(?P<y>Y)(?P<s>[-/.])(?P<m>N)(?P=s)(?P<d>N)"),
)
CLOCK = re.compile(
    r"(?P<before>A)?w?(?P<h>N)[:.](?P<i>N)(?:[:.](?P<s>N))?h?(?P<after>A)?|(?P<said>A)(?P<full>N)h|(?P<hour>N)(?P<late>A)"
)
ZONE = re.compile(r"Z?(?P<sign>[-+])(?:(?P<h>N):(?P<i>N)|(?P<whole>Y))|(?P<name>Z)")
USED = "_"
MOMENT = 300  # characters in which a time is told
NOON, HALF_DAY, DAWN, LATE_MORNING = 12, 12, 5, 10


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """stamps.toml as it is written."""

    months: dict[str, list[str]]
    meridiem: dict[str, list[str]]
    zones: dict[str, list[str]]
    labels: dict[str, list[str]]
    filler: dict[str, list[str]]


class Stamp(NamedTuple):
    """A printed moment: ISO 8601 with zone, or a bare day.

    `label` is whether it is said to be of publication or of an update, `rest` the other words of the line.
    """

    published: str
    label: Literal["published", "updated", ""]
    rest: str


class Meaning(NamedTuple):
    """What a word of a stamp is (a letter of the pattern alphabet) and stands for."""

    letter: str
    value: str


def read_stamp(line: str, *, zone: str = "") -> Stamp | None:
    """The moment printed in a line; None if it holds no whole date. `zone` ("+05:30") is for a clock without one.

    A clock in no known zone is left out: the day is certain, the instant is not.
    """
    line = ascii_digits(line)
    if found := ISO.search(line):
        moment = _iso_moment(found, zone)
        rest = line[: found.start()] + " " + line[found.end() :]
        return Stamp(moment, _label(rest), _rest(rest)) if moment else None
    tokens = [found.group() for found in TOKEN.finditer(line)]
    meanings = [_meaning(token) for token in tokens]
    pattern = "".join(meaning.letter for meaning in meanings)
    values = [meaning.value for meaning in meanings]
    day, pattern = _day(pattern, values)
    if day is None:
        return None
    clock, pattern = _clock(pattern, values)
    offset, pattern = _zone(pattern, values) if clock else ("", pattern)
    whole = _join(day, clock, offset or zone)
    rest = " ".join(token for token, letter in zip(tokens, pattern, strict=True) if letter == "x")
    return Stamp(whole, "published" if "p" in pattern else "updated" if "u" in pattern else "", rest)


def words_before(line: str) -> str:
    """What a line says before it comes to its time: "Edited By Asha Rao, Updated: 15 May" begins with a writer."""
    at = -1
    for found in TOKEN.finditer(ascii_digits(line)):
        letter = _meaning(found.group()).letter
        if letter in {"p", "u"} or (letter in {"M", "N", "Y"} and at < 0):
            at = found.start()
        if letter in {"N", "Y"}:
            return line[:at].rstrip(" ,|:-–—(")
    return line


def iso(text: str, *, zone: str = "") -> str:
    """A time in any form we can read as ISO 8601 with zone, or the bare day; "" if it cannot be read."""
    stamp = read_stamp(text[:MOMENT].strip(), zone=zone) if text else None
    return stamp.published if stamp else ""


@cache
def _vocabulary() -> dict[str, Meaning]:
    words = read_toml(Path(__file__).with_name("stamps.toml"), Words, ReadError)
    letters = {"day": "w", "hour": "h", "ordinal": "o", "other": "w"}
    known = {fold(word): Meaning(letters[kind], "") for kind, group in words.filler.items() for word in group}
    for letter, groups in (("A", words.meridiem), ("Z", words.zones), ("M", words.months)):
        known |= {fold(word): Meaning(letter, value) for value, group in groups.items() for word in group}
    return known | {fold(word): Meaning(label[0], label) for label, group in words.labels.items() for word in group}


def _meaning(token: str) -> Meaning:
    if token.isascii() and token.isdigit():
        return Meaning({1: "N", 2: "N", 4: "Y"}.get(len(token), "x"), token)
    if not LETTERS.match(token):
        return Meaning(token if len(token) == 1 and token.isascii() else "x", token)
    return _vocabulary().get(fold(token).rstrip("."), Meaning("x", token))


def _day(pattern: str, values: list[str]) -> tuple[date | None, str]:
    for form in DATES:
        for found in form.finditer(pattern):
            day, month, year = (int(values[found.start(part)]) for part in "dmy")
            if month > NOON >= day:  # an American page: month before day
                day, month = month, day
            try:
                return date(year, month, day), _use(pattern, found)
            except ValueError:
                continue
    return None, pattern


def _clock(pattern: str, values: list[str]) -> tuple[time | None, str]:
    for found in CLOCK.finditer(pattern):
        parts = {name: values[found.start(name)] for name in found.groupdict() if found.group(name)}
        hour = int(parts.get("h") or parts.get("full") or parts.get("hour") or "0")
        half = parts.get("before") or parts.get("after") or parts.get("said") or parts.get("late") or ""
        try:
            clock = time(_hour(hour, half), int(parts.get("i", "0")), int(parts.get("s", "0")))
        except ValueError:
            continue
        return clock, _use(pattern, found)
    return None, pattern


def _hour(hour: int, half: str) -> int:
    """The hour of 24: "1" with pm is 13, "12" with am is 0, "2" at night is 2, "9" at night is 21."""
    if hour > HALF_DAY or not half:
        return hour
    after = {"am": False, "pm": True, "noon": hour < LATE_MORNING or hour == NOON, "night": DAWN <= hour < NOON}[half]
    return hour % HALF_DAY + HALF_DAY * after


def _zone(pattern: str, values: list[str]) -> tuple[str, str]:
    found = ZONE.search(pattern)
    if found is None:
        return "", pattern
    left = _use(pattern, found)
    if found["name"]:
        return values[found.start("name")], left
    digits = values[found.start("whole")] if found["whole"] else ""
    hours, minutes = (digits[:2], digits[2:]) if digits else (values[found.start("h")], values[found.start("i")])
    return f"{found['sign']}{hours:0>2}:{minutes:0>2}", left


def _use(pattern: str, found: re.Match[str]) -> str:
    return pattern[: found.start()] + USED * (found.end() - found.start()) + pattern[found.end() :]


def _join(day: date, clock: time | None, zone: str) -> str:
    if clock is None or not zone:
        return day.isoformat()
    try:
        return datetime.fromisoformat(f"{day.isoformat()}T{clock.isoformat()}{zone}").isoformat()
    except ValueError:
        return day.isoformat()


def _iso_moment(found: re.Match[str], zone: str) -> str:
    """The day alone where the clock has no zone; "" for a day there never was."""
    day, clock, own = found.groups()
    try:
        told = date.fromisoformat(day)
        return _join(told, time.fromisoformat(clock) if clock else None, own or zone)
    except ValueError:
        return ""


def _label(words: str) -> Literal["published", "updated", ""]:
    letters = {_meaning(found.group()).letter for found in TOKEN.finditer(words)}
    return "published" if "p" in letters else "updated" if "u" in letters else ""


def _rest(words: str) -> str:
    return " ".join(found.group() for found in TOKEN.finditer(words) if _meaning(found.group()).letter == "x")
