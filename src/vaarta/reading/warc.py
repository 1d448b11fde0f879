"""Pages out of web archives: WARC as Common Crawl's CC-NEWS and others write it, gzipped by record or plain."""

import io
from collections.abc import Callable, Iterator
from typing import BinaryIO, NamedTuple

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from vaarta.reading.limits import DOCUMENT, megabytes
from vaarta.reading.sources import Opened
from vaarta.reading.warc_frames import Lost, frames
from vaarta.records import Passed, Story

__all__ = ["read_warc"]

OK = 200
PAGES = (WarcRecordType.response, WarcRecordType.resource, WarcRecordType.conversion)
ADDRESS = 200  # characters of an address as it is told


class Page(NamedTuple):
    """What a record holds, and where and when it was taken."""

    data: bytes
    url: str
    fetched: str
    charset: str


def read_warc(
    stream: BinaryIO, source: str, read_one: Callable[[Opened], Iterator[Story | Passed]]
) -> Iterator[Story | Passed]:
    """What `read_one` makes of each record that holds a page; every other record is passed over with its reason.

    So stories and records passed over are as many as the records of the archive, the damaged ones included.
    """
    for number, frame in enumerate(frames(stream), start=1):
        record = f"record {number}"
        if isinstance(frame, Lost):
            yield Passed(source=source, reason=frame.reason, record=record)
            continue
        page = _page(frame)
        if isinstance(page, str):
            yield Passed(source=source, reason=page, record=record)
            continue
        opened = Opened(source, io.BytesIO(page.data), page.url, page.charset, page.fetched)
        for result in read_one(opened):
            if isinstance(result, Passed):
                place = f"{record} ({page.url[:ADDRESS]})" if page.url else record
                yield Passed(source=source, reason=result.reason, record=f"{place} {result.record}".strip())
            else:
                yield result


def _page(frame: bytes) -> Page | str:
    """The page in a record, or the reason why there is none."""
    try:
        record = next(iter(ArchiveIterator(io.BytesIO(frame), parse_http=False, stream_detect=False)), None)
        if record is None:
            return "no record of a web archive"
        if record.record_type not in PAGES:
            return f"a record of type {record.record_type!s}, which holds no page"
        return _payload(record, frame)
    except (OSError, ValueError, EOFError) as fault:
        return f"cannot be read: {fault}"


def _payload(record: WarcRecord, frame: bytes) -> Page | str:
    url = (record.headers.get("WARC-Target-URI") or "").strip("<> ")
    fetched = (record.headers.get("WARC-Date") or "").replace("Z", "+00:00")
    if not record.is_http or record.record_type is not WarcRecordType.response:
        return Page(record.reader.read(), url, fetched, "")
    record.parse_http(auto_decode="none")
    status = record.http_headers.status_code if record.http_headers is not None else None
    if status != OK:
        return f"the server answered {status}" if status else "an answer without a status"
    charset = record.http_charset or ""
    raw = record.reader.read()
    data = _decoded(frame)
    if data is not None and len(data) > DOCUMENT:
        return f"longer than {megabytes(DOCUMENT)}"
    return Page(data or raw, url, fetched, charset)


def _decoded(frame: bytes) -> bytes | None:
    """The payload out of its transfer and content encoding; None where it is not in the encoding that it states.

    Archives differ: some keep the answer as sent, some decode it and leave the header that says it is encoded.
    """
    try:
        record = next(iter(ArchiveIterator(io.BytesIO(frame), parse_http=True, auto_decode="all", stream_detect=False)))
        return record.reader.read(DOCUMENT + 1)
    except (OSError, ValueError, EOFError, StopIteration):
        return None
