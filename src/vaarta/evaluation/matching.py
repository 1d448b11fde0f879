"""When something coded is something in gold: the rules of the annotation guide, one function each."""

from collections.abc import Callable, Iterable, Sequence
from typing import Generic, Protocol, TypeVar

import msgspec

from vaarta.evaluation.gold import (
    CodedEngagement,
    CodedEvent,
    CodedStatement,
    GoldEngagement,
    GoldEvent,
    GoldStatement,
    GoldStory,
    Side,
)

__all__ = [
    "LEVELS", "Matched", "engagement_fits", "event_fits", "match", "sentence_at", "statement_fits", "statement_span",
]  # fmt: skip

HALF = 0.5


class Optional(Protocol):
    """Anything in gold: it may be optional."""

    @property
    def optional(self) -> bool:
        """Whether missing it costs nothing."""
        ...


Gold = TypeVar("Gold", bound=Optional)
Coded = TypeVar("Coded")
Fits = Callable[[Gold, Coded], bool]


class Matched(msgspec.Struct, Generic[Gold, Coded], frozen=True):
    """What was found of what is there: pairs, the golds missed (but for optional ones), and what is in no gold."""

    pairs: tuple[tuple[Gold, Coded], ...]
    missed: tuple[Gold, ...]
    spurious: tuple[Coded, ...]


def match(golds: Sequence[Gold], codeds: Iterable[Coded], fits: Callable[[Gold, Coded], bool]) -> Matched[Gold, Coded]:
    """Each coded thing with the first gold it fits that no other has taken, in order.

    One that fits only golds already taken is neither right nor wrong: it says the same thing again.
    """
    taken: set[int] = set()
    pairs: list[tuple[Gold, Coded]] = []
    spurious: list[Coded] = []
    for coded in codeds:
        options = [number for number, gold in enumerate(golds) if fits(gold, coded)]
        free = next((number for number in options if number not in taken), None)
        if free is not None:
            taken.add(free)
            pairs.append((golds[free], coded))
        elif not options:
            spurious.append(coded)
    missed = (gold for number, gold in enumerate(golds) if number not in taken and not gold.optional)
    return Matched(tuple(pairs), tuple(missed), tuple(spurious))


def sentence_at(sentences: Sequence[tuple[int, int]], position: int) -> int:
    """The number of the sentence a position is in, or that begins next after it; the last one for any later."""
    return next((number for number, (_, end) in enumerate(sentences) if position < end), len(sentences) - 1)


def event_fits(story: GoldStory, level: str) -> Callable[[GoldEvent, CodedEvent], bool]:
    """Whether an event is coded as in gold at a level: same type, in one of its sentences, and what the level asks."""
    further = LEVELS[level]

    def fits(gold: GoldEvent, coded: CodedEvent) -> bool:
        sentence = sentence_at(story.sentences, coded.start)
        return gold.type == coded.type and sentence in {gold.s, *gold.again} and further(gold, coded)

    return fits


def statement_fits(story: GoldStory) -> Callable[[GoldStatement, CodedStatement], bool]:
    """Whether a saying is coded as in gold: contents overlap by half, and the speaker acts for the same country."""

    def fits(gold: GoldStatement, coded: CodedStatement) -> bool:
        overlap = _overlap(statement_span(story, gold), (coded.start, coded.end))
        return overlap >= HALF and (gold.speaker.country or "") == (coded.speaker.country or "")

    return fits


def engagement_fits(gold: GoldEngagement, coded: CodedEngagement) -> bool:
    """Whether a formal contact is coded as in gold: same kind and same parties."""
    return gold.kind == coded.kind and set(gold.parties) == set(coded.parties)


def statement_span(story: GoldStory, statement: GoldStatement) -> tuple[int, int]:
    """The offsets of a gold statement's content; of its sentence if the content's first or last words are not found."""
    text, sentences = story.text, story.sentences
    start = text.find(statement.content_first, sentences[statement.s][0])
    last_sentence = statement.s if statement.s_last is None else statement.s_last
    end = text.find(statement.content_last, max(start, sentences[last_sentence][0]))
    if start < 0 or end < 0:
        return sentences[statement.s]
    return start, end + len(statement.content_last)


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> float:
    """Intersection over union."""
    both = max(0, min(one[1], other[1]) - max(one[0], other[0]))
    return both / max(1, (one[1] - one[0]) + (other[1] - other[0]) - both)


def _countries(sides: Sequence[Side]) -> frozenset[object]:
    return frozenset(side.country or "" for side in sides)


def _sectors(sides: Sequence[Side]) -> frozenset[object]:
    return frozenset((side.country or "", side.sector or "") for side in sides)


def _same_sides(gold: GoldEvent, coded: CodedEvent, of: Callable[[Sequence[Side]], frozenset[object]]) -> bool:
    """Both sides agree. Of a mutual event (gold names no recipients) they may be coded in either slot."""
    actors, recipients = of(coded.actors), of(coded.recipients)
    if not gold.recipients and of(gold.actors) == actors | recipients:
        return True
    return of(gold.actors) == actors and of(gold.recipients) == recipients


def _same_type(gold: GoldEvent, coded: CodedEvent) -> bool:
    return gold.type == coded.type


def _same_countries(gold: GoldEvent, coded: CodedEvent) -> bool:
    return _same_sides(gold, coded, _countries)


def _same_sectors(gold: GoldEvent, coded: CodedEvent) -> bool:
    return _same_sides(gold, coded, _sectors)


def _same_mode(gold: GoldEvent, coded: CodedEvent) -> bool:
    return _same_countries(gold, coded) and (gold.mode or None) == (coded.mode or None)


LEVELS = {"type": _same_type, "countries": _same_countries, "sectors": _same_sectors, "mode": _same_mode}
