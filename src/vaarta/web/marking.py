"""Words of a text marked where they tell something: the text cut at every border of what is marked in it."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from vaarta.records import Record, Statement, Story
from vaarta.store import Answer
from vaarta.store.rows import stretch

__all__ = ["Mark", "Piece", "marked", "paragraphs", "sentence_marks", "story_marks"]


class Mark(Record, frozen=True, kw_only=True):
    """Where a text tells something: [start, end), the claim, and if it is the words said, not those that say it."""

    start: int
    end: int
    answer: Answer
    content: bool = False


class Piece(Record, frozen=True, kw_only=True):
    """Words between two borders, and the marks on all of them, the shortest first."""

    text: str
    marks: tuple[Mark, ...] = ()


def story_marks(claims: Iterable[Answer]) -> tuple[Mark, ...]:
    """The words that tell each claim of a story, and what each statement says."""
    marks = []
    for answer in claims:
        start, end = answer.claim.evidence.span
        marks.append(Mark(start=start, end=end, answer=answer))
        if isinstance(answer.claim, Statement):
            first, last = answer.claim.content.span
            marks.append(Mark(start=first, end=last, answer=answer, content=True))
    return tuple(marks)


def sentence_marks(answer: Answer) -> tuple[Mark, ...]:
    """The words that tell a claim, by their place in its sentence; none if they are not there."""
    start = stretch(answer.claim)[0]
    first, last = (offset - start for offset in answer.claim.evidence.span)
    there = first >= 0 and answer.sentence[first:last] == answer.claim.evidence.quote
    return (Mark(start=first, end=last, answer=answer),) if there else ()


def paragraphs(story: Story) -> tuple[tuple[int, int], ...]:
    """Where each paragraph of a story lies: as it was read, else line by line."""
    length = len(story.text)
    told = [(start, end) for start, end in story.paragraphs if 0 <= start < end <= length]
    whole = all(left[1] <= right[0] for left, right in pairwise(told))
    # What lies between paragraphs is blank; if it is not, they do not hold the text, and showing all of it comes first.
    gaps = [(0, told[0][0]), *((a[1], b[0]) for a, b in pairwise(told)), (told[-1][1], length)] if told else []
    if told and whole and not any(story.text[start:end].strip() for start, end in gaps):
        return tuple(told)
    lines, start = [], 0
    for line in story.text.split("\n"):
        if line.strip():
            lines.append((start, start + len(line)))
        start += len(line) + 1
    return tuple(lines)


def marked(text: str, start: int, end: int, marks: Sequence[Mark]) -> Iterator[Piece]:
    """The text from `start` to `end` in pieces; marks may overlap, lie in each other, or reach beyond."""
    inside = [mark for mark in marks if mark.start < end and mark.end > start and mark.start < mark.end]
    borders = sorted({start, end, *(edge for mark in inside for edge in (mark.start, mark.end) if start < edge < end)})
    opened = sorted(inside, key=lambda mark: -mark.start)
    on: list[Mark] = []
    for left, right in pairwise(borders):
        while opened and opened[-1].start <= left:
            on.append(opened.pop())
        on = [mark for mark in on if mark.end > left]
        shortest = sorted(on, key=lambda mark: (mark.content, mark.end - mark.start, mark.answer.claim.id))
        yield Piece(text=text[left:right], marks=tuple(shortest))
