"""The stories of all the sources a command is given, and the claims of those that come with them."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, TypeAlias

from vaarta.cli.output import Tally
from vaarta.errors import ReadError

if TYPE_CHECKING:
    from vaarta.reading.jsonl import TakeClaims
    from vaarta.records import Claims, Passed, Story

__all__ = ["Found", "found_in", "stories_of"]

Found: TypeAlias = "Story | tuple[Story, Claims] | Passed"


def stories_of(
    sources: Sequence[str], tally: Tally, *, allow_private: bool = False, take: "TakeClaims | None" = None
) -> "Iterator[Story | Passed]":
    """The stories of the sources, one after the other; a source that is not there is told and the next one read."""
    from vaarta.reading import read

    for source in sources:
        try:
            yield from read(source, allow_private=allow_private, take=take)
        except ReadError as missing:
            tally.missing(str(missing))


def found_in(sources: Sequence[str], tally: Tally) -> "Iterator[Found]":
    """As `stories_of`, a story that was coded before (`vaarta code --whole`) with its claims."""
    from vaarta.records import Passed

    taken: list[Claims] = []
    for found in stories_of(sources, tally, take=taken.append):
        yield (found, taken.pop()) if taken and not isinstance(found, Passed) else found
