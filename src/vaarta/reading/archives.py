"""Inputs out of ZIP and tar archives, one at a time; nothing is unpacked to disk under a name that an archive gives."""

import struct
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from tempfile import SpooledTemporaryFile
from typing import IO, Any, BinaryIO, cast

from vaarta.reading.limits import ENTRIES, HEAD, INFLATED, RATIO, bounded_ratio, megabytes
from vaarta.reading.sources import Opened
from vaarta.records import Passed, Story

__all__ = ["read_tar", "read_zip"]

Reader = Callable[[Opened], Iterator[Story | Passed]]
IN_MEMORY = 20_000_000  # bytes of a ZIP archive from a stream held before they go to a temporary file
ENCRYPTED = 0x1
CATALOGUE = 300_000_000  # bytes of a ZIP archive's list of entries: it is read whole
PACKAGE, PACKED = "datapackage.json", "archive/"  # a WACZ file: its description, and the folder of its web archives
OFFICE = "[Content_Types].xml"
NAME = 300  # characters of an entry's name as it is told
FAULTS = (
    OSError, EOFError, ValueError, IndexError, RuntimeError, NotImplementedError,
    zipfile.BadZipFile, zlib.error, struct.error,
)  # fmt: skip


def read_zip(stream: BinaryIO, source: str, read_one: Reader) -> Iterator[Story | Passed]:
    """What `read_one` makes of each entry of a ZIP archive, in its order; of a WACZ file, of its web archives."""
    held = _seekable(stream)
    if held is None:
        yield Passed(source=source, reason=f"longer than {megabytes(INFLATED)}; save it to a file first")
        return
    with held:
        try:
            if _catalogue(held) > CATALOGUE:
                raise zipfile.BadZipFile("too many entries")
            archive = zipfile.ZipFile(held)
        except FAULTS as fault:
            yield Passed(source=source, reason=f"a ZIP archive that cannot be opened: {fault}")
            return
        yield from _entries(archive, source, read_one)


def _entries(archive: zipfile.ZipFile, source: str, read_one: Reader) -> Iterator[Story | Passed]:
    with archive:
        entries = [entry for entry in archive.infolist() if not entry.filename.endswith("/")]
        if any(entry.filename == PACKAGE for entry in entries):
            entries = [entry for entry in entries if entry.filename.startswith(PACKED)]
        if any(entry.filename == OFFICE for entry in entries):
            yield Passed(source=source, reason="an Office file; save it as text")
            return
        left = INFLATED
        for number, entry in enumerate(entries):
            left -= entry.file_size
            reason = _too_much(number, left) or _unreadable(entry)
            if reason:
                yield Passed(source=source, reason=reason, record=_shown(entry.filename))
            else:
                yield from _entry(archive, entry, source, read_one)


def read_tar(stream: BinaryIO, source: str, read_one: Reader) -> Iterator[Story | Passed]:
    """What `read_one` makes of each file of a tar archive, as it comes; links and devices are passed over."""
    left, number = INFLATED, 0
    try:
        with tarfile.open(fileobj=stream, mode="r|") as archive:
            for number, entry in enumerate(archive):
                cast("Any", archive).members = []  # the list of what has been read would grow with the archive
                if entry.isdir():
                    continue
                left -= entry.size
                reason = _too_much(number, left) or ("" if entry.isreg() else "not a regular file")
                file = None if reason else archive.extractfile(entry)
                if file is None:
                    yield Passed(source=source, reason=reason or "not a regular file", record=_shown(entry.name))
                else:
                    yield from _within(file, entry.name, source, read_one)
    except (tarfile.TarError, *FAULTS) as fault:
        yield Passed(source=source, reason=f"cannot be read to its end: {fault}", record=f"after file {number + 1}")


def _entry(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, source: str, read_one: Reader) -> Iterator[Story | Passed]:
    try:
        with archive.open(entry) as file:
            yield from _within(file, entry.filename, source, read_one)
    except FAULTS as fault:
        yield Passed(source=source, reason=f"cannot be read to its end: {fault}", record=_shown(entry.filename))


def _within(file: IO[bytes], name: str, source: str, read_one: Reader) -> Iterator[Story | Passed]:
    for result in read_one(Opened(_shown(name), cast("BinaryIO", file))):
        if isinstance(result, Passed):
            yield Passed(source=source, reason=result.reason, record=f"{_shown(name)} {result.record}".strip())
        else:
            yield result


def _too_much(number: int, left: int) -> str:
    if number >= ENTRIES:
        return f"after the {ENTRIES:,} entries that are read of an archive"
    return f"after the {megabytes(INFLATED)} that are read of an archive" if left < 0 else ""


def _unreadable(entry: zipfile.ZipInfo) -> str:
    if entry.flag_bits & ENCRYPTED:
        return "encrypted"
    return (
        "" if bounded_ratio(entry.file_size, entry.compress_size) else f"inflates to more than {RATIO} times its size"
    )


def _shown(name: str) -> str:
    """The name of an entry as it is told: no controls, no surrogates, not too long."""
    return "".join(c if c.isprintable() else "?" for c in name[:NAME])


def _catalogue(file: BinaryIO) -> int:
    """The bytes of the list of entries that the end of a ZIP archive states, before anything is read of it."""
    size = file.seek(0, 2)
    file.seek(max(0, size - HEAD))
    end = file.read(HEAD)
    file.seek(0)
    at = end.rfind(b"PK\x05\x06")
    at64 = end.rfind(b"PK\x06\x06")
    stated = int.from_bytes(end[at + 12 : at + 16], "little") if at >= 0 else 0
    return int.from_bytes(end[at64 + 40 : at64 + 48], "little") if at64 >= 0 else min(stated, size)


def _seekable(stream: BinaryIO) -> BinaryIO | None:
    """The stream, or a copy of it that can be gone back and forth in; None if it is too long for a copy."""
    copy = SpooledTemporaryFile(IN_MEMORY)  # noqa: SIM115 - closed with the archive that is made of it
    size = 0
    while data := stream.read(HEAD):
        size += len(data)
        if size > INFLATED:
            copy.close()
            return None
        copy.write(data)
    copy.seek(0)
    return cast("BinaryIO", copy)
