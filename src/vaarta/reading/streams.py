"""Byte streams of any size, taken in pieces of bounded size."""

import bz2
import gzip
import io
from collections.abc import Iterator
from typing import BinaryIO, cast

from vaarta.reading.limits import HEAD, INFLATED, RATIO, bounded_ratio, megabytes

__all__ = ["GZIP", "Metered", "inflate", "lines", "rejoin", "take_head", "take_whole"]

GZIP = b"\x1f\x8b"
BZIP2 = b"BZh"
SKIPPED = 1_000_000  # bytes read at a time while looking for the end of a line that is too long


class Metered(io.RawIOBase):
    """A head already taken from a stream and the stream itself as one.

    Fails with OSError past `limit` bytes, and where they are too many for the bytes that `packed` has given.
    """

    def __init__(
        self, head: bytes, stream: BinaryIO, limit: int | None = None, packed: "Metered | None" = None
    ) -> None:
        super().__init__()
        self.head = head
        self.stream = stream
        self.limit = limit
        self.packed = packed
        self.given = 0

    def readable(self) -> bool:
        """Whether it can be read: always."""
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        """Fill the buffer with what comes next; 0 at the end."""
        size = len(buffer)
        if self.head:
            piece, self.head = self.head[:size], self.head[size:]
        else:
            piece = _some(self.stream, size)
        self.given += len(piece)
        if self.limit is not None and self.given > self.limit:
            raise OSError(f"inflates to more than {megabytes(self.limit)}")
        if self.packed is not None and not bounded_ratio(self.given, self.packed.given):
            raise OSError(f"inflates to more than {RATIO} times its size")
        buffer[: len(piece)] = piece
        return len(piece)


def take_head(stream: BinaryIO) -> bytes:
    """The first bytes, enough to tell what the stream holds.

    A live stream of JSON Lines is not waited for: one whole line of it is enough.
    """
    head = b""
    while len(head) < HEAD:
        piece = _some(stream, HEAD - len(head))
        if not piece:
            break
        head += piece
        if head.lstrip().startswith(b"{") and b"\n" in head.lstrip():
            break
    return head


def rejoin(head: bytes, stream: BinaryIO) -> BinaryIO:
    """The stream as it was before its head was taken."""
    return cast("BinaryIO", io.BufferedReader(Metered(head, stream), HEAD))


def inflate(head: bytes, stream: BinaryIO) -> tuple[bytes, BinaryIO]:
    """Head and stream of what a gzip or bzip2 stream holds; of the stream itself, if it is neither. Bounded."""
    if not head.startswith((GZIP, BZIP2)):
        return head, stream
    packed = Metered(head, stream)
    whole = cast("BinaryIO", io.BufferedReader(packed, HEAD))
    unpacked = cast("BinaryIO", gzip.GzipFile(fileobj=whole) if head.startswith(GZIP) else bz2.BZ2File(whole))
    metered = cast("BinaryIO", io.BufferedReader(Metered(b"", unpacked, INFLATED, packed), HEAD))
    return take_head(metered), metered


def take_whole(stream: BinaryIO, limit: int) -> bytes | None:
    """All that is left of the stream, or None if that is more than `limit` bytes."""
    pieces: list[bytes] = []
    size = 0
    while piece := stream.read(min(HEAD, limit + 1 - size)):
        pieces.append(piece)
        size += len(piece)
        if size > limit:
            return None
    return b"".join(pieces)


def lines(stream: BinaryIO, limit: int) -> Iterator[bytes | None]:
    """Each line without its end, in order; None for a line of more than `limit` bytes, which is not kept."""
    while line := stream.readline(limit + 1):
        if len(line) <= limit or line.endswith(b"\n"):
            yield line.rstrip(b"\r\n")
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(SKIPPED)
        yield None


def _some(stream: BinaryIO, size: int) -> bytes:
    """What the stream has ready, at most `size` bytes; at least one unless it has ended."""
    read_once = getattr(stream, "read1", None)
    return cast("bytes", read_once(size) if read_once else stream.read(size)) or b""
