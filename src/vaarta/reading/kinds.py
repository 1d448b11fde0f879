"""What an input is, told by its first bytes and only then by its name."""

import codecs
import re
from typing import Literal, NamedTuple

__all__ = ["Kind", "recognise"]

MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
SIGNATURES = (
    (b"%PDF-", "PDF"), (b"\x89PNG", "PNG image"), (b"\xff\xd8\xff", "JPEG image"),
    (b"GIF8", "GIF image"), (b"\x1f\x8b", "gzip within gzip"), (b"\xd0\xcf\x11\xe0", "Office file"),
    (b"BZh", "bzip2"), (b"\xfd7zXZ", "xz"), (b"SQLite format 3", "SQLite database"), (b"\x7fELF", "program"),
)  # fmt: skip
TAG = re.compile(
    rb"<(?:!doctype|html|head|body|article|meta|title|div|p|h1|script|span|section|main|a)[\s>/]", re.IGNORECASE
)
FEED = re.compile(rb"<(?:[a-z0-9]{1,12}:)?(?:rss|feed|RDF)[\s>]", re.IGNORECASE)
SITEMAP = re.compile(rb"<(?:[a-z0-9]{1,12}:)?(?:urlset|sitemapindex)[\s>]", re.IGNORECASE)
JSON_FEED = re.compile(rb'"version"\s*:\s*"https?://jsonfeed\.org/version/', re.IGNORECASE)
ZIP = (b"PK\x03\x04", b"PK\x05\x06")  # the second begins an archive without entries
TAR, TAR_AT = b"ustar", 257
OBJECT = re.compile(rb'\{\s*["}]')
ARRAY = re.compile(rb"\[\s*[\[{\]]")
FEED_HEAD = 2_000  # bytes within which a feed or sitemap says what it is
CONTROLS = bytes(set(range(32)) - {7, 8, 9, 10, 11, 12, 13, 27})
MANY_TAGS = 12  # in the first 64 kB: a page that lost its beginning; a text that speaks of tags has fewer
MANY_CONTROLS = 0.02  # share of control bytes that no text has


class Kind(NamedTuple):
    """The form of an input; `fault` says why an input of form "none" cannot be read."""

    form: Literal["lines", "json", "html", "text", "wide", "warc", "zip", "tar", "feed", "sitemap", "none"]
    fault: str = ""


def recognise(head: bytes, name: str) -> Kind:
    """The kind of an input by its first bytes; `name` decides only between the forms of JSON and of text.

    "lines" is JSON Lines, "json" one JSON document, "wide" text in UTF-16 or UTF-32 that must be decoded first,
    "warc", "zip" and "tar" archives of inputs.
    """
    if head.startswith(MARKS[1:]):
        return Kind("wide")
    if archive := _archive(head):
        return archive
    if fault := _not_text(head):
        return Kind("none", fault)
    start = head.removeprefix(codecs.BOM_UTF8).lstrip()
    suffix = name.lower().removesuffix(".gz").removesuffix(".bz2").rpartition(".")[2]
    return _of_json(start, suffix) or _of_markup(head, start, suffix)


def _of_json(start: bytes, suffix: str) -> Kind | None:
    if start.startswith(b"{") and JSON_FEED.search(start[:FEED_HEAD]):
        return Kind("feed")
    if suffix in {"jsonl", "ndjson"}:
        return Kind("lines")
    if OBJECT.match(start) or ARRAY.match(start) or suffix == "json":
        return Kind("lines" if _is_line(start) else "json")
    return None


def _archive(head: bytes) -> Kind | None:
    if head.startswith(ZIP):
        return Kind("zip")
    if head[TAR_AT : TAR_AT + len(TAR)] == TAR:
        return Kind("tar")
    return Kind("warc") if head.startswith(b"WARC/") else None


def _not_text(head: bytes) -> str:
    if not head.strip(b" \t\r\n\v\f" + codecs.BOM_UTF8):
        return "empty"
    for signature, what in SIGNATURES:
        if head.startswith(signature):
            return f"binary file ({what})"
    if b"\x00" in head:
        return "binary file (NUL bytes)"
    if sum(head.count(control) for control in CONTROLS) > MANY_CONTROLS * len(head):
        return "binary file (control bytes)"
    return ""


def _is_line(start: bytes) -> bool:
    """Whether the first line is an object of its own, or runs on past the head, or the second begins one."""
    first, _, rest = start.partition(b"\n")
    if not start.startswith(b"{") or first.strip() == b"{":
        return False
    return first.rstrip().endswith(b"}") or not rest or OBJECT.match(rest.lstrip()) is not None


def _of_markup(head: bytes, start: bytes, suffix: str) -> Kind:
    if start.startswith(b"<"):
        if SITEMAP.search(head[:FEED_HEAD]):
            return Kind("sitemap")
        if FEED.search(head[:FEED_HEAD]):
            return Kind("feed")
    if start.startswith(b"<") and TAG.search(head):
        return Kind("html")
    if suffix in {"html", "htm", "xhtml"}:
        return Kind("html")
    if start.startswith(b"<?xml"):
        return Kind("none", "XML that is no page, feed or sitemap")
    return Kind("html" if len(TAG.findall(head)) >= MANY_TAGS else "text")
