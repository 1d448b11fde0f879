"""The first stage: any source of bytes in, stories out, one at a time, and a reason for each input passed over."""

import io
import sys
import zlib
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import BinaryIO, Literal, NamedTuple, TypeAlias

from vaarta.reading.decoding import decode
from vaarta.reading.jsonl import TakeClaims, read_document, read_lines
from vaarta.reading.kinds import Kind, recognise
from vaarta.reading.limits import DEPTH, DOCUMENT, TEXT, megabytes
from vaarta.reading.scrape import read_scrape
from vaarta.reading.sitemaps import read_sitemap
from vaarta.reading.sources import Opened, Source, open_source
from vaarta.reading.streams import GZIP, inflate, rejoin, take_head, take_whole
from vaarta.records import Passed, Story
from vaarta.text import is_word

__all__ = ["Admit", "Within", "is_packed_warc", "read", "read_opened"]

Admit: TypeAlias = Callable[[Opened], str]  # why an input is not to be read; "" if it is


class Within(NamedTuple):
    """How many archives an input is in, who is asked before it, and before each input in it, is read; who takes claims.

    `take` is given the claims of stories that come with them (`read_lines`).
    """

    depth: int = 0
    admit: Admit | None = None
    take: TakeClaims | None = None


OUTSIDE = Within()


def read(
    source: str | Path,
    *,
    stdin: BinaryIO | None = None,
    clock: Callable[[], datetime] | None = None,
    allow_private: bool = False,
    take: TakeClaims | None = None,
) -> Iterator[Story | Passed]:
    """The stories of a source, in order, each as soon as it is read; a `Passed` for each input that holds none.

    `source` is a file, a folder (read with its subfolders, sorted), "-" for standard input, or an http(s) address.
    Files are pages, plain text, JSON, feeds, or archives of them (WARC, WACZ, ZIP, tar), gzipped or not, told apart by
    their content. `stdin` stands for standard input, `clock` for the time at which a page is fetched; addresses of
    private networks are fetched only with `allow_private`. Nothing that a page, feed or sitemap points to is fetched.
    `take` is given the claims that `vaarta code --whole` printed with a story, right before that story is yielded.

    Raises ReadError if there is no such source; never for what is in it.
    """
    entry = sys.stdin.buffer if stdin is None and str(source) == "-" else stdin
    for opened in open_source(Source(str(source), entry, clock, allow_private)):
        if isinstance(opened, Passed):
            yield opened
        elif opened.stream is entry:
            yield from read_opened(opened, Within(take=take))
        else:
            with closing(opened.stream):
                yield from read_opened(opened, Within(take=take))


def read_opened(opened: Opened, within: Within = OUTSIDE) -> Iterator[Story | Passed]:
    """The stories of one open input."""
    if within.admit and (reason := within.admit(opened)):
        yield Passed(source=opened.name, reason=reason)
        return
    try:
        head = take_head(opened.stream)
        if is_packed_warc(head, opened.name):
            yield from _of_archive("warc", rejoin(head, opened.stream), opened, within)
            return
        head, stream = inflate(head, opened.stream)
        whole = rejoin(head, stream)
        yield from _of_kind(recognise(head, opened.url or opened.name), whole, opened, within)
    except (OSError, EOFError, zlib.error) as fault:  # a damaged or endless stream, a disk, a lost connection
        yield Passed(source=opened.name, reason=f"cannot be read to its end: {fault}")


def is_packed_warc(head: bytes, name: str) -> bool:
    """Whether a gzip stream holds a web archive: its members are records and are taken one by one."""
    if not head.startswith(GZIP):
        return False
    try:
        begins = zlib.decompressobj(wbits=31).decompress(head, 64)
    except zlib.error:
        begins = b""
    return begins.startswith(b"WARC/") or (not begins and name.lower().endswith(".warc.gz"))


def _of_kind(kind: Kind, stream: BinaryIO, opened: Opened, within: Within) -> Iterator[Story | Passed]:
    match kind.form:
        case "none":
            yield Passed(source=opened.name, reason=kind.fault)
        case "lines":
            yield from read_lines(stream, opened.name, within.take)
        case "warc" | "zip" | "tar":
            yield from _of_archive(kind.form, stream, opened, within)
        case "sitemap":
            yield from read_sitemap(stream, opened.name)
        case _:
            yield from _whole(kind, stream, opened, within)


def _whole(kind: Kind, stream: BinaryIO, opened: Opened, within: Within) -> Iterator[Story | Passed]:
    limit = TEXT if kind.form == "text" else DOCUMENT
    data = take_whole(stream, limit)
    if data is None:
        yield Passed(source=opened.name, reason=f"longer than {megabytes(limit)}")
    elif kind.form == "json":
        yield from read_document(data, opened.name)
    elif kind.form == "feed":
        from vaarta.reading.feeds import read_feed

        yield from read_feed(data, opened.name)
    else:
        yield from _read_text(kind, data, opened, within)


def _of_archive(
    form: Literal["warc", "zip", "tar"], stream: BinaryIO, opened: Opened, within: Within
) -> Iterator[Story | Passed]:
    if within.depth >= DEPTH:
        yield Passed(source=opened.name, reason=f"an archive within {DEPTH} others")
        return
    from vaarta.reading.archives import read_tar, read_zip
    from vaarta.reading.warc import read_warc

    reader = {"warc": read_warc, "zip": read_zip, "tar": read_tar}[form]
    yield from reader(stream, opened.name, partial(read_opened, within=within._replace(depth=within.depth + 1)))


def _read_text(kind: Kind, data: bytes, opened: Opened, within: Within) -> Iterator[Story | Passed]:
    text = decode(data, opened.charset)
    if text is None:
        yield Passed(source=opened.name, reason="in no encoding we know; save it as UTF-8")
    elif not is_word(text):
        yield Passed(source=opened.name, reason="no words in it")
    elif kind.form == "wide":
        narrow = text.encode("utf-8", "replace")
        again = recognise(narrow[:100_000], opened.name)
        yield from _of_kind(again, io.BytesIO(narrow), opened._replace(charset="utf-8"), within)
    elif kind.form == "html":
        from vaarta.reading.page import read_page

        yield read_page(text, opened.name, url=opened.url, fetched=opened.fetched)
    else:
        yield read_scrape(text, opened.name, url=opened.url, fetched=opened.fetched)
