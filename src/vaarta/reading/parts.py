"""Large inputs in parts that can be read apart: JSON Lines by lines, gzipped web archives by records.

A part is a range of bytes, cut without looking at what lies between. A line, or a record, belongs to the part that it
begins in, so the parts of an input together are the input: nothing is read twice, nothing left out, broken records
included. All other kinds of input are one part.
"""

import io
import zlib
from collections.abc import Iterator
from functools import partial
from typing import BinaryIO, Literal, TypeAlias, cast

from vaarta.reading.jsonl import read_lines
from vaarta.reading.kinds import recognise
from vaarta.reading.limits import HEAD
from vaarta.reading.reader import Admit, Within, is_packed_warc, read_opened
from vaarta.reading.sources import Opened
from vaarta.reading.streams import inflate, rejoin, take_head
from vaarta.reading.warc_frames import next_member
from vaarta.records import Passed, Record, Story

__all__ = ["Part", "parts_of", "read_part"]

Form: TypeAlias = Literal["whole", "lines", "records"]
FAULTS = (OSError, EOFError, zlib.error)  # of a damaged stream, a disk, a lost connection


class Part(Record, frozen=True, kw_only=True):
    """A part of an input: all of it, or the lines or records that begin in [start, end).

    Offsets are bytes: of a web archive as it lies there, of JSON Lines after decompression.
    """

    form: Form = "whole"
    start: int = 0
    end: int = 0


def parts_of(opened: Opened, size: int, most: int) -> Iterator[Part]:
    """The parts, in order, of an input of `size` bytes, each of about `most` bytes where its kind can be cut."""
    form, whole = _form(opened, size) if size > most else ("whole", size)
    if form == "whole" or whole <= most:
        yield Part()
        return
    for start in range(0, whole, most):
        yield Part(form=form, start=start, end=min(start + most, whole))


def read_part(opened: Opened, part: Part, admit: Admit | None = None) -> Iterator[Story | Passed]:
    """The stories of a part of an input, and what is passed over in it. `admit` is asked as `Within` says."""
    if part.form == "whole":
        yield from read_opened(opened, Within(admit=admit))
        return
    name = f"{opened.name} from byte {part.start}" if part.start else opened.name
    if admit and (reason := admit(opened._replace(name=name))):
        yield Passed(source=name, reason=reason)
        return
    try:
        if part.form == "lines":
            yield from read_lines(_buffered(_lines(opened.stream, part)), name)
        else:
            from vaarta.reading.warc import read_warc

            section = _buffered(_records(opened.stream, part))
            yield from read_warc(section, name, partial(read_opened, within=Within(1, admit)))
    except FAULTS as fault:
        yield Passed(source=name, reason=f"cannot be read to its end: {fault}")


def _form(opened: Opened, size: int) -> tuple[Form, int]:
    """What an input can be cut by, and its length in bytes."""
    try:
        packed = take_head(opened.stream)
        if is_packed_warc(packed, opened.name):
            return "records", size
        head, stream = inflate(packed, opened.stream)
        if recognise(head, opened.name).form != "lines":
            return "whole", size
        return "lines", size if head is packed else len(head) + _length(stream)
    except FAULTS:
        return "whole", size  # which tells the fault when it is read


def _length(stream: BinaryIO) -> int:
    length = 0
    while piece := stream.read(HEAD):
        length += len(piece)
    return length


def _buffered(stream: io.RawIOBase) -> BinaryIO:
    return cast("BinaryIO", io.BufferedReader(stream, HEAD))


def _lines(stream: BinaryIO, part: Part) -> "LineSection":
    """The lines that begin in the part: what follows the first end of line at or after the byte before it."""
    packed = take_head(stream)
    head, inflated = inflate(packed, stream)
    whole = rejoin(head, inflated)
    before = part.start - 1
    if before < 0:
        return LineSection(whole, part.end)
    if head is packed and stream.seekable():
        stream.seek(before)
        whole = stream
    else:
        _leave(whole, before)
    left = part.end - part.start + 1
    while line := whole.readline(HEAD):
        left -= len(line)
        if line.endswith(b"\n"):
            break
    return LineSection(whole, left)


def _leave(stream: BinaryIO, count: int) -> None:
    while count > 0 and (piece := stream.read(min(HEAD, count))):
        count -= len(piece)


def _records(stream: BinaryIO, part: Part) -> "Section":
    start = next_member(stream, part.start) if part.start else 0
    end = next_member(stream, part.end)
    stream.seek(start)
    return Section(stream, end - start)


class Section(io.RawIOBase):
    """The next `length` bytes of a stream."""

    def __init__(self, stream: BinaryIO, length: int) -> None:
        super().__init__()
        self.stream = stream
        self.left = length

    def readable(self) -> bool:
        """Whether it can be read: always."""
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        """Fill the buffer with what comes next; 0 at the end."""
        piece = self.stream.read(min(len(buffer), max(0, self.left)))
        self.left -= len(piece)
        buffer[: len(piece)] = piece
        return len(piece)


class LineSection(Section):
    """The lines of a stream that begin in its next `length` bytes: the last of them to its end."""

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        """Fill the buffer with what comes next; 0 at the end."""
        if self.left > 1:
            piece = self.stream.read(min(len(buffer), self.left - 1))
        else:  # the last byte may end the last line, or that line goes on
            piece = self.stream.readline(len(buffer)) if self.left == 1 else b""
        if self.left > 1 and piece:
            self.left -= len(piece)
        elif not piece or piece.endswith(b"\n"):
            self.left = 0
        buffer[: len(piece)] = piece
        return len(piece)
