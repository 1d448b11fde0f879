"""Where stories come from: a file, a folder, standard input, an address on the web. Each is opened one at a time."""

import io
import os
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO, NamedTuple

from vaarta.errors import ReadError
from vaarta.reading.fetching import fetch
from vaarta.records import Passed

__all__ = ["Opened", "Source", "open_source", "paths_of", "shown", "utc_now"]

STANDARD_INPUT = "-"


class Source(NamedTuple):
    """What a person names, what `-` stands for, what o'clock it is, and whether private addresses may be fetched."""

    name: str
    stdin: BinaryIO | None = None
    clock: Callable[[], datetime] | None = None
    allow_private: bool = False


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
        yield _fetch(source)
    elif "://" in source.name:
        raise ReadError(f"{source.name}: only http and https addresses are fetched")
    else:
        for path in paths_of(source.name):
            yield path if isinstance(path, Passed) else _open_file(path)


def paths_of(name: str) -> Iterator[Path | Passed]:
    """The files of a file or folder, the folder's own before those of its subfolders, in sorted order.

    In a folder hidden files are left out, and only regular files are taken: a named pipe there would wait for ever.
    Raises ReadError if there is no such file or folder.
    """
    path = Path(name)
    try:
        is_folder, exists = path.is_dir(), path.exists()
    except (OSError, ValueError) as fault:
        raise ReadError(f"{path!s:.200}: {fault}") from fault
    if not exists:
        raise ReadError(f"{path}: no such file or folder")
    if not is_folder:
        yield path
        return
    for folder, subfolders, names in os.walk(path):
        subfolders[:] = sorted(name for name in subfolders if not name.startswith("."))
        for file in sorted(names):
            if not file.startswith("."):
                found = Path(folder, file)
                yield found if found.is_file() else Passed(source=shown(found), reason="not a regular file")


def shown(path: Path) -> str:
    """A path as it is told: names that are not UTF-8 have marks in their place."""
    return os.fsencode(path).decode("utf-8", "replace")


def _open_file(path: Path) -> Opened | Passed:
    try:
        return Opened(shown(path), path.open("rb"))
    except OSError as fault:
        return Passed(source=shown(path), reason=f"cannot be opened: {fault.strerror}")


def _fetch(source: Source) -> Opened | Passed:
    """The page at the address, whole; only over http and https, redirects too, within bounds of size and time."""
    answer = fetch(source.name, allow_private=source.allow_private)
    if answer.status and answer.fault:
        return Passed(source=source.name, reason=f"the server answers {answer.fault}")
    if answer.fault:
        return Passed(source=source.name, reason=answer.fault)
    fetched = (source.clock or utc_now)().isoformat(timespec="seconds")
    return Opened(source.name, io.BytesIO(answer.body), answer.url, answer.charset, fetched)
