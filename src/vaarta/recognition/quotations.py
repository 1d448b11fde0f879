"""Quotation marks paired: curly, straight and angular, nested, run on over sentences, and left open."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from vaarta.doc import Quotation, strings_of
from vaarta.records import Story

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["paragraph_ends", "quotations"]

OPENING = {"“": "double", "‘": "single", "«": "angular", "„": "double"}
CLOSING = {"”": "double", "’": "single", "»": "angular"}
STRAIGHT = {'"': "double", "'": "single", "``": "double", "''": "double", "`": "single"}
MARKS = OPENING.keys() | CLOSING.keys() | STRAIGHT.keys()
SCARE = 3  # words: so many between marks are a name or a distance kept, not a saying


class Mark(NamedTuple):
    """A quotation mark that is a token; `opens` and `closes` say what its own form and spacing allow."""

    token: int
    family: str
    opens: bool
    closes: bool


def quotations(doc: "Doc", story: Story) -> tuple[Quotation, ...]:
    """The quotations of four words and more, in the order of the text, marks left out.

    One left open runs to the end of its paragraph, or to the end of its sentence if another opens before that.
    """
    found: list[Quotation] = []
    first, words = 0, strings_of(doc, "ORTH")
    for last in paragraph_ends(doc, story):
        marks = [mark for i in range(first, last) if words[i] in MARKS and (mark := _mark(doc, i)) is not None]
        found.extend(_paired(doc, marks, last))
        first = last
    return tuple(sorted((q for q in found if _long(doc, q)), key=lambda quotation: (quotation.start, -quotation.end)))


def paragraph_ends(doc: "Doc", story: Story) -> Iterator[int]:
    """The token after each paragraph: the story's own paragraphs, or else lines."""
    from spacy.attrs import IDX, IS_SPACE

    ends = [end for _, end in story.paragraphs]
    first = 0
    for i, begins in enumerate(doc.to_array([IDX]).tolist() if ends else ()):
        if begins >= ends[0]:
            ends = [end for end in ends if end > begins]
            first = i + 1
            yield i
            if not ends:
                break
    if not ends:
        blanks = (i for i, blank in enumerate(doc.to_array([IS_SPACE]).tolist()) if blank and i >= first)
        yield from (i + 1 for i in blanks if "\n" in doc[i].text)
    yield len(doc)


def _mark(doc: "Doc", i: int) -> Mark | None:
    text = doc[i].text
    if text in OPENING:
        return Mark(i, OPENING[text], opens=True, closes=False)
    family = CLOSING.get(text) or STRAIGHT.get(text)
    if family is None or (family == "single" and _apostrophe(doc, i)):
        return None
    if text in CLOSING:
        return Mark(i, family, opens=False, closes=True)
    spaced_before = i == 0 or bool(doc[i - 1].whitespace_) or doc[i - 1].is_space or doc[i - 1].is_left_punct
    spaced_after = i + 1 == len(doc) or bool(doc[i].whitespace_) or doc[i + 1].is_space or doc[i + 1].is_punct
    # Between two spaces, or between none, only alternation can tell which it is.
    if spaced_before == spaced_after:
        return Mark(i, family, opens=True, closes=True)
    return Mark(i, family, opens=spaced_before, closes=spaced_after)


def _apostrophe(doc: "Doc", i: int) -> bool:
    """Whether a single mark belongs to a word: tight on both sides, or tagged as the genitive's."""
    tight = i > 0 and not doc[i - 1].whitespace_ and not doc[i].whitespace_ and i + 1 < len(doc)
    return doc[i].pos_ == "PART" or (tight and doc[i - 1].text[-1:].isalnum() and doc[i + 1].text[:1].isalnum())


def _paired(doc: "Doc", marks: Sequence[Mark], last: int) -> Iterator[Quotation]:
    """Quotations of one paragraph: a mark closes the last open one of its family, if it may, else opens.

    A straight mark, spaced like an opening one, must close if no other of its family is left to do so.
    """
    open_: list[Mark] = []
    before, following = Counter[str](), Counter(mark.family for mark in marks)
    for mark in marks:
        following[mark.family] -= 1
        alternates = before[mark.family] % 2 == 1 and following[mark.family] % 2 == 0
        before[mark.family] += 1
        opener = next((other for other in reversed(open_) if other.family == mark.family), None)
        if opener is not None and (mark.closes or alternates):
            del open_[open_.index(opener) :]
            yield _quotation(opener.token + 1, mark.token, closed=True)
            continue
        if opener is not None:
            del open_[open_.index(opener) :]
            yield _quotation(opener.token + 1, _sentence_end(doc, opener.token, mark.token), closed=False)
        if mark.opens:
            open_.append(mark)
    for mark in open_:
        yield _quotation(mark.token + 1, _trimmed(doc, mark.token + 1, last), closed=False)


def _sentence_end(doc: "Doc", start: int, limit: int) -> int:
    """The token after the sentence of token `start`, at most `limit`."""
    for i in range(start + 1, limit):
        if i > start + 1 and doc[i].is_sent_start:
            return _trimmed(doc, start + 1, i)
    return _trimmed(doc, start + 1, limit)


def _trimmed(doc: "Doc", start: int, end: int) -> int:
    while end > start and doc[end - 1].is_space:
        end -= 1
    return end


def _quotation(start: int, end: int, *, closed: bool) -> Quotation:
    return Quotation(start=start, end=end, head=max(start, end - 1), closed=closed)


def _long(doc: "Doc", quotation: Quotation) -> bool:
    words = sum(1 for token in doc[quotation.start : quotation.end] if not token.is_punct and not token.is_space)
    return words > SCARE
