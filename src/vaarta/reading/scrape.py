"""A story from plain text as copied or scraped from a page: section, headline, byline, time, body, furniture."""

import re
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

import msgspec

from vaarta.errors import ReadError
from vaarta.reading.assembly import Found, assemble
from vaarta.reading.debris import is_furniture, without_debris
from vaarta.reading.hygiene import clean, key, same_words, unwrap
from vaarta.reading.stamps import Stamp, read_stamp
from vaarta.records import Passed, Story
from vaarta.text import fold
from vaarta.toml import read_toml

__all__ = ["byline_in", "is_stamp", "read_scrape", "section_in"]

HEAD_LINES = 14  # lines among which the time of publication stands
HEAD_SENTENCES = 2  # lines that are sentences: by the second the body has begun
STAMPS_APART = 3  # lines between "published" and "updated"
STAMP_LENGTH, STAMP_REST = 160, 8  # characters of a line that is a time, and words in it that are none of a time
HEADLINE_LEAST, HEADLINE_MOST = 3, 45  # words
HEADLINE_LENGTH = 250  # characters
BYLINE_WORDS = 6
SENTENCE_ENDS = ("।", "॥", ".")
BETWEEN_NAMES = "|•·/"
PATH = re.compile(r"\s*[>»›]\s*|\s+[/|]\s+")


class Layouts(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """layouts.toml as it is written."""

    sections: dict[str, list[str]]
    bylines: dict[str, list[str]]


class Head(NamedTuple):
    """What stands above the body, and the lines of the head that are the body's after all."""

    section: str
    headline: str
    byline: str
    published: str
    prose: list[str]


def read_scrape(text: str, source: str, *, url: str = "", fetched: str = "") -> Story | Passed:
    """The story of a plain text. Without a page's layout, a short first line without an end mark is the headline.

    Lines are paragraphs, unless the text was wrapped at a width; blank lines always part paragraphs.
    """
    lines = _paragraphs(clean(text))
    at = _times(lines)
    head, rest = _with_time(lines, at) if at else _without_time(lines)
    body = [line for line in without_debris([*head.prose, *rest]) if not same_words(line, head.headline)]
    found = Found(
        reader="scrape", url=url, fetched=fetched, section=head.section, headline=head.headline, byline=head.byline,
        published=head.published,
    )  # fmt: skip
    return assemble(found, body, source)


def section_in(line: str) -> str:
    """The section that a line names, alone or as the last of a path: "World", "Home > World > Talks begin"; or ""."""
    parts = [part.strip() for part in PATH.split(line)]
    named = [part for part in parts if key(part) in _layouts("sections")]
    told = bool(named) and (len(named) == len(parts) or (parts[: len(named)] == named and len(named) > 1))
    return named[-1] if told else ""


def byline_in(line: str) -> str:
    """The writer or desk that a line names outright: "By Asha Rao" gives "Asha Rao"; "" if it names none."""
    first = next((part for part in _parts(line) if part), "")
    folded = fold(first)
    for word in sorted(_layouts("before"), key=len, reverse=True):
        if folded.startswith((f"{word} ", f"{word}:")) and len(first.split()) <= BYLINE_WORDS + len(word.split()):
            return _name(" ".join(first.replace(":", ": ").split()[len(word.split()) :]))
    for word in _layouts("after"):
        if folded.endswith(f" {word}") and len(first.split()) <= BYLINE_WORDS + len(word.split()):
            return _name(" ".join(first.split()[: -len(word.split())]))
    desk = key(first)
    named = any(desk == word or desk.endswith(f" {word}") for word in _layouts("desks"))
    return _name(first) if named and len(first.split()) <= BYLINE_WORDS else ""


def is_stamp(line: str) -> bool:
    """Whether a line is a time of publication and little else."""
    return _stamp(line) is not None


def _paragraphs(text: str) -> list[str]:
    lines = [" ".join(line.split()) for line in text.split("\n")]
    return [line for filled, block in groupby(lines, bool) if filled for line in unwrap(list(block))]


def _stamp(line: str) -> Stamp | None:
    if len(line) > STAMP_LENGTH:
        return None
    stamp = read_stamp(line)
    return stamp if stamp and len(stamp.rest.split()) <= STAMP_REST else None


def _times(lines: list[str]) -> list[int]:
    """The numbers of the lines that are times of publication: in the head, which ends where sentences follow."""
    at: list[int] = []
    sentences = 0
    for number, line in enumerate(lines[:HEAD_LINES]):
        if is_stamp(line):
            at.append(number)
        elif len(line.split()) > BYLINE_WORDS and line.endswith(SENTENCE_ENDS):
            sentences += 1
        if sentences == HEAD_SENTENCES or (at and number >= at[0] + STAMPS_APART):
            break
    return at


def _with_time(lines: list[str], at: list[int]) -> tuple[Head, list[str]]:
    """Head and body of a text whose lines numbered `at` are times."""
    first = at[0]
    before, after = lines[:first], [line for number, line in enumerate(lines) if number > first and number not in at]
    sections = [number for number, line in enumerate(before) if section_in(line)]
    named = [line for line in before if not section_in(line) and not is_furniture(line)]
    headline = _headline(named, after, mastheads=sections[0] if sections else 0)
    start = named.index(headline) + 1 if headline in named else 0
    below, above = named[start:], named[: max(start - 1, 0)]
    stamps = [stamp for number in at if (stamp := _stamp(lines[number]))]
    byline = (
        _byline(below)
        or _byline([stamp.rest for stamp in stamps], short=False)
        or _byline(above)
        or _byline(after[:2], short=False)
    )
    prose = [line for line in below if len(line.split()) > BYLINE_WORDS and not byline_in(line)]
    rest = [line for number, line in enumerate(after) if number > 1 or not byline_in(line)]
    moment = next((stamp for stamp in stamps if stamp.label == "published"), stamps[0])
    return Head(section_in(before[sections[-1]]) if sections else "", headline, byline, moment.published, prose), rest


def _without_time(lines: list[str]) -> tuple[Head, list[str]]:
    """Head and body of a text without a time: at most a section, a headline and a writer named outright."""
    lines = [line for number, line in enumerate(lines) if number >= HEAD_LINES or not is_furniture(line)]
    section = section_in(lines[0]) if len(lines) > 1 else ""
    rest = lines[1:] if section else lines
    headline = rest[0] if len(rest) > 1 and _is_headline(rest[0]) else ""
    rest = rest[1:] if headline else rest
    byline = byline_in(rest[0]) if headline and len(rest) > 1 else ""
    return Head(section, headline, byline, "", []), rest[1:] if byline else rest


def _headline(above: list[str], below: list[str], *, mastheads: int = 0) -> str:
    """The headline among the lines over the time: the one printed again below it, else the first that can be one.

    Of the first `mastheads` lines, which stand over the section, one is the headline only if no line after can be.
    """
    printed = {key(line) for line in below[:3]}
    again = [line for line in above if key(line) in printed]
    able = [line for line in above if _is_headline(line) and not byline_in(line)]
    able.sort(key=lambda line: above.index(line) < mastheads and len(line.split()) <= BYLINE_WORDS)
    if again or able:
        return (again or able)[0]
    return below[0] if len(below) > 1 and _is_headline(below[0]) else ""


def _is_headline(line: str) -> bool:
    words = len(line.split())
    return (
        HEADLINE_LEAST <= words <= HEADLINE_MOST and len(line) <= HEADLINE_LENGTH and not line.endswith(SENTENCE_ENDS)
    )


def _byline(lines: list[str], *, short: bool = True) -> str:
    """The writer named in the lines; with `short`, a few words without an end mark are a name by where they stand."""
    named = next((name for line in lines if (name := byline_in(line))), "")
    if named or not short:
        return named
    return next((_name(_parts(line)[0]) for line in lines if _is_name(line)), "")


def _is_name(line: str) -> bool:
    few = 0 < len(_parts(line)[0].split()) <= BYLINE_WORDS
    return few and not line.endswith((*SENTENCE_ENDS, "?", "!", ":")) and not any(c.isdecimal() for c in line)


def _parts(line: str) -> list[str]:
    for mark in BETWEEN_NAMES:
        line = line.replace(mark, "\n")
    return [part.strip() for part in line.split("\n")]


def _name(words: str) -> str:
    return words.strip(" :,-–—|")


@cache
def _layouts(which: str) -> frozenset[str]:
    layouts = read_toml(Path(__file__).with_name("layouts.toml"), Layouts, ReadError)
    lists = layouts.sections.values() if which == "sections" else [layouts.bylines[which]]
    return frozenset(key(phrase) for phrases in lists for phrase in phrases)
