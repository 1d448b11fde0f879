"""The stories of all the sources a command is given."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from vaarta.cli.output import Tally
from vaarta.errors import ReadError

if TYPE_CHECKING:
    from vaarta.records import Passed, Story

__all__ = ["stories_of"]


def stories_of(sources: Sequence[str], tally: Tally, *, allow_private: bool = False) -> "Iterator[Story | Passed]":
    """The stories of the sources, one after the other; a source that is not there is told and the next one read."""
    from vaarta.reading import read

    for source in sources:
        try:
            yield from read(source, allow_private=allow_private)
        except ReadError as missing:
            tally.missing(str(missing))
