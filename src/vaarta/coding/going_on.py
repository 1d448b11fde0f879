"""Sayings that run on: what a reporter does not say, "we" or "ought to", is the last speaker's if no other is named."""

from collections.abc import Sequence

from msgspec.structs import replace

from vaarta.coding.content import trimmed
from vaarta.coding.view import View
from vaarta.records import Statement, content_id

__all__ = ["going_on"]

GAP = 1  # sentences without a first person between a saying and one that goes on with it
SPEAKER = "speaker"  # why recognition left a mention without a party: it is whoever speaks


def going_on(view: View, statements: Sequence[Statement]) -> list[Statement]:
    """The statements, those whose speaker goes on in the next sentences running to the last of these.

    "The minister said that A. We have agreed on B." A reporter says no "we"; so B is the minister's, too.
    """
    told, speaking = list(statements), _speaking(view)
    for number, _ in enumerate(view.sentences):
        gap = GAP if number in speaking else 0 if _urges(view, number) else None
        if gap is not None and not _attributed(view, number, told):
            at = _last_saying(view, number, told, gap)
            if at is not None:
                told[at] = _extended(view, told[at], number)
    return told


def _speaking(view: View) -> frozenset[int]:
    """The sentences that have a word for their speaker outside quotation marks."""
    quoted = view.mentions.quotations
    return frozenset(
        view.sentence_of[mention.start]
        for mention in view.mentions.actors
        if mention.why == SPEAKER and not any(q.start <= mention.start < q.end for q in quoted)
    )


def _urges(view: View, number: int) -> bool:
    """Whether a sentence says what ought to be."""
    return any(phrase in view.padded[number] for phrase in view.pack.statements.ought)


def _attributed(view: View, number: int, told: Sequence[Statement]) -> bool:
    """Whether any of a sentence is said to be someone's words."""
    start, end = view.sentences[number].start_char, view.sentences[number].end_char
    spans = [span for statement in told for span in (statement.evidence.span, statement.content.span)]
    return any(first < end and last > start for first, last in spans)


def _last_saying(view: View, number: int, told: Sequence[Statement], gap: int) -> int | None:
    """The last saying before a sentence, if no more than `gap` stand between; None if its speaker is unknown."""
    start = view.sentences[number].start_char
    before = [n for n, statement in enumerate(told) if statement.content.span[1] <= start]
    if not before:
        return None
    last = max(before, key=lambda n: told[n].content.span[1])
    nearest = view.sentences[max(0, number - 1 - gap)].start_char
    near = max(told[last].content.span[1], told[last].evidence.span[1]) > nearest
    return last if near and (told[last].speaker.country or told[last].speaker.name) else None


def _extended(view: View, statement: Statement, number: int) -> Statement:
    """The statement, its content running to the end of a sentence."""
    sentence = view.sentences[number]
    start, end = trimmed(view, sentence.start, sentence.end)
    whole = view.evidence(start, end)
    first, last = statement.content.span[0], whole.span[1]
    sentences = (statement.content.sentence[0], whole.sentence[1])
    content = replace(statement.content, sentence=sentences, span=(first, last), quote=view.text[first:last])
    return replace(statement, id=content_id("st", view.story.id, content.span, statement.speaker.text), content=content)
