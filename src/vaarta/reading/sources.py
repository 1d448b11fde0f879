"""Where stories come from: a file, a folder, standard input, an address on the web. Each is opened one at a time."""

import http.client
import io
import os
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO, NamedTuple

from vaarta.errors import ReadError
from vaarta.reading.limits import DOCUMENT, FETCH_SECONDS, HEAD, megabytes
from vaarta.records import Passed

__all__ = ["Opened", "Source", "open_source", "opener", "utc_now"]

STANDARD_INPUT = "-"
AGENT = "vaarta (reads single pages on a person's request)"


class Source(NamedTuple):
    """What a person names, what `-` stands for, and what o'clock it is."""

    name: str
    stdin: BinaryIO | None = None
    clock: Callable[[], datetime] | None = None


class Opened(NamedTuple):
    """One input, open. `charset` is what its server declares; `url` and `fetched` are "" unless it is from the web."""

    name: str
    stream: BinaryIO
    url: str = ""
    charset: str = ""
    fetched: str = ""


def utc_now() -> datetime:
    """The time now, with its zone."""
    return datetime.now(UTC)


def open_source(source: Source) -> Iterator[Opened | Passed]:
    """Each input of the source, open, in sorted order; a file that cannot be opened is passed over.

    The caller closes each stream before asking for the next. Raises ReadError if there is no such source.
    """
    if source.name == STANDARD_INPUT:
        if source.stdin is None:
            raise ReadError("-: there is no standard input to read")
        yield Opened("standard input", source.stdin)
    elif source.name.lower().startswith(("http://", "https://")):
        yield _fetch(source.name, source.clock or utc_now)
    elif "://" in source.name:
        raise ReadError(f"{source.name}: only http and https addresses are fetched")
    else:
        yield from _open_path(Path(source.name))


def opener() -> urllib.request.OpenerDirector:
    """What opens addresses: only http and https, in redirects too; the standard one opens files and ftp as well."""
    made = urllib.request.OpenerDirector()
    for handler in (
        urllib.request.ProxyHandler, urllib.request.HTTPHandler, urllib.request.HTTPSHandler,
        urllib.request.HTTPRedirectHandler, urllib.request.HTTPErrorProcessor, urllib.request.HTTPDefaultErrorHandler,
        urllib.request.UnknownHandler,
    ):  # fmt: skip
        made.add_handler(handler())
    return made


def _open_path(path: Path) -> Iterator[Opened | Passed]:
    try:
        is_folder, exists = path.is_dir(), path.exists()
    except (OSError, ValueError) as fault:
        raise ReadError(f"{path!s:.200}: {fault}") from fault
    if not exists:
        raise ReadError(f"{path}: no such file or folder")
    if not is_folder:
        yield _open_file(path)
        return
    for folder, subfolders, names in os.walk(path):
        subfolders[:] = sorted(name for name in subfolders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith("."):
                yield _open_file(Path(folder, name), regular=True)


def _open_file(path: Path, *, regular: bool = False) -> Opened | Passed:
    """The file, open. In a folder only regular files are opened: a named pipe there would wait for ever."""
    name = os.fsencode(path).decode("utf-8", "replace")
    if regular and not path.is_file():
        return Passed(source=name, reason="not a regular file")
    try:
        return Opened(name, path.open("rb"))
    except OSError as fault:
        return Passed(source=name, reason=f"cannot be opened: {fault.strerror}")


def _fetch(url: str, clock: Callable[[], datetime]) -> Opened | Passed:
    """The page at the address, whole; only over http and https, redirects too, within bounds of size and time."""
    request = urllib.request.Request(url, headers={"User-Agent": AGENT, "Accept-Encoding": "gzip"})  # noqa: S310
    try:
        with opener().open(request, timeout=FETCH_SECONDS) as reply:
            body = _body(reply, url)
            if isinstance(body, Passed):
                return body
            charset = reply.headers.get_content_charset() or ""
            fetched = clock().isoformat(timespec="seconds")
            return Opened(url, io.BytesIO(body), reply.geturl() or url, charset, fetched)
    except urllib.error.HTTPError as refused:
        refused.close()
        return Passed(source=url, reason=f"the server answers {refused.code} {refused.reason}")
    except (OSError, ValueError, http.client.HTTPException) as fault:
        return Passed(source=url, reason=f"cannot be fetched: {getattr(fault, 'reason', fault)}")


def _body(reply: http.client.HTTPResponse, url: str) -> bytes | Passed:
    ends = time.monotonic() + FETCH_SECONDS
    pieces: list[bytes] = []
    size = 0
    while piece := reply.read1(HEAD):
        pieces.append(piece)
        size += len(piece)
        if size > DOCUMENT:
            return Passed(source=url, reason=f"longer than {megabytes(DOCUMENT)}")
        if time.monotonic() > ends:
            return Passed(source=url, reason=f"not there whole after {FETCH_SECONDS:g} seconds")
    return b"".join(pieces)
