"""The records of a web archive, cut out of a byte stream one by one; what is damaged is told, and reading goes on.

Web archives are gzipped record by record, so the beginning of a gzip member is the beginning of a record: a damaged
record costs itself and no other. In a plain one the next "WARC/" at the start of a line is looked for.
"""

import re
import zlib
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

from vaarta.reading.limits import DOCUMENT, HEAD, RATIO, bounded_ratio, megabytes
from vaarta.reading.streams import GZIP

__all__ = ["Lost", "frames", "next_member"]

MEMBER = GZIP + b"\x08"
MARK = b"WARC/"
HEADER_ENDS = b"\r\n\r\n"
NEXT = re.compile(rb"WARC/[01]\.[0-9]{1,3}\r?\n")
LENGTH = re.compile(rb"^content-length:[ \t]*([0-9]{1,15})[ \t]*\r?$", re.IGNORECASE | re.MULTILINE)
HEADER = 65_536  # bytes of the header of a record
RECORD = DOCUMENT + HEADER  # bytes of one record: a page with its headers
PEEKED = 4_096  # packed bytes looked at to tell whether a gzip member begins a record


class Lost(NamedTuple):
    """A record, or a stretch of bytes, that cannot be read, and why."""

    reason: str


class Piece(NamedTuple):
    """Some bytes of the archive; `border` says that a record begins with them, `fault` what was lost before them.

    `within` says that the fault is in the gzip member that the last bytes are from.
    """

    data: bytes = b""
    border: bool = False
    fault: str = ""
    within: bool = False


def frames(stream: BinaryIO) -> Iterator[bytes | Lost]:
    """Each record of the archive, header and all, in order; a `Lost` in the place of each that is damaged."""
    yield from Frames(pieces(stream)).all()


def pieces(stream: BinaryIO) -> Iterator[Piece]:
    """The bytes of the archive, out of their gzip members if they are in any."""
    first = stream.read(HEAD)
    if first.startswith(GZIP):
        yield from Members(first, stream).pieces()
        return
    while first:
        yield Piece(first)
        first = stream.read(HEAD)


def next_member(stream: BinaryIO, at: int) -> int:
    """Where the first gzip member that begins a record lies, from the byte `at` on; the end of the stream if none."""
    stream.seek(at)
    members = Members(b"", stream)
    members.to_member(0)
    return stream.tell() - len(members.raw)


class Members:
    """The gzip members of a stream, one after the other, those that are damaged left out."""

    def __init__(self, raw: bytes, stream: BinaryIO) -> None:
        self.raw = raw
        self.stream = stream

    def pieces(self) -> Iterator[Piece]:
        """What the members hold; a piece with a fault for each that breaks off, and for bytes that are no member."""
        while True:
            # The stream may break anywhere, also within the bytes that tell a member.
            while len(self.raw) < len(MEMBER) and self._fill():
                pass
            if not self.raw:
                return
            if self.raw.startswith(MEMBER):
                yield from self._member()
            elif self.raw.strip(b"\x00"):
                yield Piece(fault="bytes that are no gzip member")
                self._to_next()
            else:
                self.raw = b""  # padding

    def _member(self) -> Iterator[Piece]:
        inflater = zlib.decompressobj(wbits=31)
        border, packed, given, held = True, 0, 0, b""
        while not inflater.eof:
            if not self.raw and not self._fill():
                yield Piece(fault="cut off", within=not border)
                return
            try:
                data = inflater.decompress(self.raw, HEAD)
            except zlib.error as fault:
                yield Piece(fault=f"damaged gzip: {fault}", within=not border)
                self._to_next()
                return
            left = inflater.unused_data if inflater.eof else inflater.unconsumed_tail
            packed, given = packed + len(self.raw) - len(left), given + len(data)
            self.raw = left
            if not bounded_ratio(given, packed):
                yield Piece(fault=f"inflates to more than {RATIO} times its size", within=not border)
                self._to_next()
                return
            held += data
            if held and (len(held) >= len(MARK) or not border or inflater.eof):
                yield Piece(held, border=border and held.startswith(MARK))
                border, held = False, b""

    def _to_next(self) -> None:
        """Leave the bytes up to the next gzip member that begins a record."""
        self.to_member(1)

    def to_member(self, start: int) -> None:
        """Leave the bytes up to the first gzip member that begins a record, among those from `start` on."""
        while True:
            at = self.raw.find(MEMBER, start)
            if at < 0:
                self.raw = self.raw[-(len(MEMBER) - 1) :]
                if not self._fill():
                    self.raw = b""
                    return
                start = 0
            elif len(self.raw) - at < PEEKED and self._fill():
                start = at
            elif _begins_record(self.raw[at : at + PEEKED]):
                self.raw = self.raw[at:]
                return
            else:
                start = at + 1

    def _fill(self) -> bool:
        data = self.stream.read(HEAD)
        self.raw += data
        return bool(data)


class Frames:
    """Records cut out of pieces by the lengths they state; where a length cannot be true, by where the next begins."""

    def __init__(self, source: Iterator[Piece]) -> None:
        self.source = source
        self.buffer = bytearray()
        self.waiting: Piece | None = Piece()
        self.ended = False
        self.found = 0

    def all(self) -> Iterator[bytes | Lost]:
        """Every record, or what is lost of it."""
        while self.waiting is not None:
            piece, self.waiting = self.waiting, None
            # A fault in a member whose record is out, or is counted as lost already, is told by that.
            if piece.fault and not (piece.within and self.found):
                yield Lost(piece.fault)
            self.found = 0
            self.buffer += piece.data
            while self._next():
                record = self._record()
                self.found += 1
                fault = self.waiting.fault if self.waiting is not None and not self.buffer else ""
                yield Lost(fault) if fault and isinstance(record, Lost) else record

    def _next(self) -> bool:
        """Whether there is another record before the border; blank lines between records are left out."""
        while True:
            stripped = self.buffer.lstrip(b"\r\n")
            if stripped:
                self.buffer = stripped
                return True
            self.buffer.clear()
            if not self._more():
                return False

    def _more(self) -> bool:
        """Add the next piece to the buffer; False where a border or the end comes first."""
        if self.waiting is not None:
            return False
        piece = next(self.source, None)
        if piece is None:
            return False
        if piece.border or piece.fault:
            self.waiting = piece
            return False
        self.buffer += piece.data
        return True

    def _record(self) -> bytes | Lost:
        at = self._header()
        length = LENGTH.search(self.buffer, 0, max(at, 0) + 2)
        if not self.buffer.startswith(MARK):
            return self._lost("bytes that begin no record", 1)
        if at < 0 or length is None:
            return self._lost("its header says no length" if at >= 0 else "its header is cut off", 1)
        size = int(length.group(1))
        start, end = at + len(HEADER_ENDS), at + len(HEADER_ENDS) + size
        if end > RECORD:
            return self._lost(f"longer than {megabytes(DOCUMENT)}", start)
        while len(self.buffer) < end + len(HEADER_ENDS) and self._more():
            pass
        after = bytes(self.buffer[end : end + len(HEADER_ENDS)]).lstrip(b"\r\n")
        if len(self.buffer) < end:
            return self._lost("cut off", start)
        if after and not MARK.startswith(after[: len(MARK)]):
            return self._lost("of another length than it says", start)
        record = bytes(self.buffer[:end])
        del self.buffer[:end]
        return record

    def _header(self) -> int:
        """Where the header of the record ends; -1 if it does not end before the next record begins."""
        while True:
            beyond = NEXT.search(self.buffer, 1, HEADER)
            at = self.buffer.find(HEADER_ENDS, 0, beyond.start() if beyond else HEADER)
            if at >= 0 or beyond or len(self.buffer) >= HEADER or not self._more():
                return at

    def _lost(self, reason: str, start: int) -> Lost:
        """Leave the bytes up to the next record, or to the border."""
        while (found := NEXT.search(self.buffer, start)) is None:
            start = max(0, len(self.buffer) - 16)
            del self.buffer[:start]
            start = 0
            if not self._more():
                self.buffer.clear()
                return Lost(reason)
        del self.buffer[: found.start()]
        return Lost(reason)


def _begins_record(packed: bytes) -> bool:
    try:
        return zlib.decompressobj(wbits=31).decompress(packed, len(MARK)).startswith(MARK)
    except zlib.error:
        return False
