"""The first stage: any source of bytes in, stories out, one at a time, and a reason for each input passed over."""

import io
import sys
import zlib
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from vaarta.reading.decoding import decode
from vaarta.reading.jsonl import read_document, read_lines
from vaarta.reading.kinds import Kind, recognise
from vaarta.reading.limits import DOCUMENT, TEXT, megabytes
from vaarta.reading.scrape import read_scrape
from vaarta.reading.sources import Opened, Source, open_source
from vaarta.reading.streams import inflate, rejoin, take_head, take_whole
from vaarta.records import Passed, Story
from vaarta.text import is_word

__all__ = ["read"]


def read(
    source: str | Path, *, stdin: BinaryIO | None = None, clock: Callable[[], datetime] | None = None
) -> Iterator[Story | Passed]:
    """The stories of a source, in order, each as soon as it is read; a `Passed` for each input that holds none.

    `source` is a file, a folder (read with its subfolders, sorted), "-" for standard input, or an http(s) address.
    Files are JSON Lines, JSON, HTML or plain text, gzipped or not, told apart by their content. `stdin` stands for
    standard input, `clock` for the time at which a page is fetched.

    Raises ReadError if there is no such source; never for what is in it.
    """
    entry = sys.stdin.buffer if stdin is None and str(source) == "-" else stdin
    for opened in open_source(Source(str(source), entry, clock)):
        if isinstance(opened, Passed):
            yield opened
        elif opened.stream is entry:
            yield from _read_opened(opened)
        else:
            with closing(opened.stream):
                yield from _read_opened(opened)


def _read_opened(opened: Opened) -> Iterator[Story | Passed]:
    try:
        head, stream = inflate(take_head(opened.stream), opened.stream)
        whole = rejoin(head, stream)
        yield from _of_kind(recognise(head, opened.url or opened.name), whole, opened)
    except (OSError, EOFError, zlib.error) as fault:  # a damaged or endless gzip stream, a disk, a lost connection
        yield Passed(source=opened.name, reason=f"cannot be read to its end: {fault}")


def _of_kind(kind: Kind, stream: BinaryIO, opened: Opened) -> Iterator[Story | Passed]:
    if kind.form == "none":
        yield Passed(source=opened.name, reason=kind.fault)
        return
    if kind.form == "lines":
        yield from read_lines(stream, opened.name)
        return
    limit = TEXT if kind.form == "text" else DOCUMENT
    data = take_whole(stream, limit)
    if data is None:
        yield Passed(source=opened.name, reason=f"longer than {megabytes(limit)}")
    elif kind.form == "json":
        yield from read_document(data, opened.name)
    else:
        yield from _read_text(kind, data, opened)


def _read_text(kind: Kind, data: bytes, opened: Opened) -> Iterator[Story | Passed]:
    text = decode(data, opened.charset)
    if text is None:
        yield Passed(source=opened.name, reason="in no encoding we know; save it as UTF-8")
    elif not is_word(text):
        yield Passed(source=opened.name, reason="no words in it")
    elif kind.form == "wide":
        narrow = text.encode("utf-8", "replace")
        again = recognise(narrow[:100_000], opened.name)
        yield from _of_kind(again, io.BytesIO(narrow), opened._replace(charset="utf-8"))
    elif kind.form == "html":
        from vaarta.reading.page import read_page

        yield read_page(text, opened.name, url=opened.url, fetched=opened.fetched)
    else:
        yield read_scrape(text, opened.name, url=opened.url, fetched=opened.fetched)
