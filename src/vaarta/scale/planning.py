"""A corpus cut into shards: small files together, large ones in parts, in the order in which they would be read."""

import io
from collections.abc import Iterator, Sequence

import vaarta
from vaarta.errors import EngineError
from vaarta.reading.parts import Part, parts_of
from vaarta.reading.sources import Opened
from vaarta.records import Passed
from vaarta.scale.jobs import Job, Piece, Settings, Shard
from vaarta.scale.makings import makings
from vaarta.scale.storage import files_of, located, open_file

__all__ = ["plan"]


def plan(sources: Sequence[str], *, shard_bytes: int, settings: Settings) -> Job:
    """The job of coding files, folders and addresses of object stores, in shards of about so many bytes.

    The same files give the same shards. Raises ReadError if a source does not exist.
    """
    if "-" in sources:
        raise EngineError("-: standard input cannot be cut into shards; save it to a file")
    places = tuple(located(source) for source in sources)
    shards: list[tuple[Piece, ...]] = []
    passed: list[Passed] = []
    held: list[Piece] = []
    size = 0
    for found in _pieces(places, shard_bytes):
        if isinstance(found, Passed):
            passed.append(found)
            continue
        piece, length = found
        if held and size + length > shard_bytes:
            shards.append(tuple(held))
            held, size = [], 0
        held.append(piece)
        size += length
    if held:
        shards.append(tuple(held))
    return Job(
        version=vaarta.__version__, makings=makings(settings.pipelines), sources=places, shard_bytes=shard_bytes,
        settings=settings, passed=tuple(passed),
        shards=tuple(Shard(number=number, pieces=pieces) for number, pieces in enumerate(shards)),
    )  # fmt: skip


def _pieces(sources: Sequence[str], most: int) -> Iterator[tuple[Piece, int] | Passed]:
    """Each piece of the sources with its bytes."""
    for source in sources:
        for found in files_of(source):
            if isinstance(found, Passed):
                yield found
            else:
                yield from _cut(*found, most)


def _cut(path: str, size: int, most: int) -> Iterator[tuple[Piece, int] | Passed]:
    told = path.encode("utf-8", "replace").decode("utf-8")
    if told != path:
        yield Passed(source=told, reason="its name is not UTF-8; rename it")
        return
    try:
        stream = open_file(path) if size > most else io.BytesIO()
    except OSError as fault:
        yield Passed(source=path, reason=f"cannot be opened: {fault.strerror}")
        return
    with stream:
        for part in parts_of(Opened(path, stream), size, most):
            yield Piece(path=path, part=part), size if part == Part() else part.end - part.start
