"""Gold and coded files, read into records: the shapes of the annotation guide and of `vaarta code --json`.

Further keys are ignored, in both: gold may carry its source, and what is coded grows.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import msgspec

from vaarta.errors import GoldError

__all__ = [
    "CodedEngagement", "CodedEvent", "CodedStatement", "CodedStory", "Days", "GoldEngagement", "GoldEvent",
    "GoldStatement", "GoldStory", "Side", "Spot", "coded_story", "read_coded", "read_gold",
]  # fmt: skip

Shape = TypeVar("Shape")


class Lenient(msgspec.Struct, frozen=True, kw_only=True):
    """The root of what is read from others' files: unknown keys are ignored."""


class Side(Lenient, frozen=True, kw_only=True):
    """A party as it is compared: the country it acts for and its sector."""

    text: str | None = None
    country: str | None = None
    sector: str | None = None


class Days(Lenient, frozen=True, kw_only=True):
    """First and last day, inclusive; None if open or unknown."""

    first: str | None = None
    last: str | None = None


class Spot(Lenient, frozen=True, kw_only=True):
    """A place and its country."""

    text: str | None = None
    country: str | None = None


class GoldEvent(Lenient, frozen=True, kw_only=True):
    """An event to be found, at sentence `s` or one of `again`. Nothing is lost by missing an `optional` one."""

    s: int
    type: str
    trigger: str | None = None
    mode: str | None = None
    actors: tuple[Side, ...] = ()
    recipients: tuple[Side, ...] = ()
    when: Days | None = None
    where: Spot | None = None
    standing: str | None = None
    contexts: tuple[str, ...] = ()
    again: tuple[int, ...] = ()
    optional: bool = False


class GoldStatement(Lenient, frozen=True, kw_only=True):
    """A saying that should be found: its content runs from `content_first` to `content_last` (in sentence `s_last`)."""

    s: int
    speaker: Side
    content_first: str
    content_last: str
    s_last: int | None = None
    cue: str | None = None
    optional: bool = False


class GoldEngagement(Lenient, frozen=True, kw_only=True):
    """A formal contact that should be found."""

    s: int
    kind: str
    parties: tuple[str, ...] = ()
    trigger: str | None = None
    optional: bool = False


class GoldStory(Lenient, frozen=True, kw_only=True):
    """A text with its sentences ([start, end) offsets) and all that a perfect reader would record."""

    id: str
    text: str
    sentences: tuple[tuple[int, int], ...]
    lang: str = ""
    published: str | None = None
    title: str | None = None
    events: tuple[GoldEvent, ...] = ()
    statements: tuple[GoldStatement, ...] = ()
    engagements: tuple[GoldEngagement, ...] = ()


class CodedEvent(Lenient, frozen=True, kw_only=True):
    """An event that was found, with the offsets of its trigger."""

    type: str
    start: int
    end: int | None = None
    mode: str | None = None
    actors: tuple[Side, ...] = ()
    recipients: tuple[Side, ...] = ()
    when: Days | None = None
    where: Spot | None = None
    standing: str | None = None
    contexts: tuple[str, ...] = ()
    trigger: str | None = None
    score: float | None = None


class CodedStatement(Lenient, frozen=True, kw_only=True):
    """A saying that was found, with the offsets of its content."""

    speaker: Side
    start: int
    end: int
    cue: str | None = None


class CodedEngagement(Lenient, frozen=True, kw_only=True):
    """A formal contact that was found."""

    kind: str
    parties: tuple[str, ...] = ()
    trigger: str | None = None
    start: int | None = None


class CodedStory(Lenient, frozen=True, kw_only=True):
    """All that was found in a story."""

    id: str
    events: tuple[CodedEvent, ...] = ()
    statements: tuple[CodedStatement, ...] = ()
    engagements: tuple[CodedEngagement, ...] = ()


def read_gold(path: Path) -> tuple[GoldStory, ...]:
    """The gold stories of a file, in its order. Raises GoldError, naming file and line, if one is malformed."""
    return tuple(_checked(story, f"{path}:{number}") for number, story in _lines(path, GoldStory))


def read_coded(path: Path) -> dict[str, CodedStory]:
    """What was coded, by story id; of two lines with one id the later counts. Raises GoldError as `read_gold` does."""
    return {story.id: story for _, story in _lines(path, CodedStory)}


def coded_story(shape: dict[str, object]) -> CodedStory:
    """The record of an object that `shape.coded` made."""
    try:
        return msgspec.convert(shape, CodedStory)
    except msgspec.ValidationError as malformed:
        raise GoldError(f"coded story {shape.get('id')!r}: {malformed}") from malformed


def _lines(path: Path, shape: type[Shape]) -> Iterator[tuple[int, Shape]]:
    try:
        content = path.read_bytes()
    except OSError as missing:
        raise GoldError(f"{path}: cannot be read: {missing.strerror}") from missing
    for number, line in enumerate(content.split(b"\n"), start=1):
        if line.strip():
            try:
                yield number, msgspec.json.decode(line, type=shape)
            except (msgspec.DecodeError, UnicodeDecodeError) as malformed:
                raise GoldError(f"{path}:{number}: {malformed}; one JSON object a line is expected") from malformed


def _checked(story: GoldStory, where: str) -> GoldStory:
    last = len(story.sentences)
    if not last:
        raise GoldError(f"{where}: {story.id} has no sentences")
    if any(not 0 <= start <= end <= len(story.text) for start, end in story.sentences):
        raise GoldError(f"{where}: {story.id} has a sentence outside its text of {len(story.text)} characters")
    told: list[GoldEvent | GoldStatement | GoldEngagement] = [*story.events, *story.statements, *story.engagements]
    for item in told:
        if not 0 <= item.s < last:
            raise GoldError(f"{where}: {story.id} names sentence {item.s}; it has sentences 0 to {last - 1}")
    return story
