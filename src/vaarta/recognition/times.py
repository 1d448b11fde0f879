"""Text → the days it names, with offsets; and Doc → time mentions, the clause's tense settling weekdays."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from vaarta.doc import TimeMention
from vaarta.packs.times import Tense, TimesPack
from vaarta.recognition.day_spans import Span
from vaarta.recognition.days import days_of, has_year, is_stated
from vaarta.recognition.tenses import clause_tense
from vaarta.recognition.time_phrases import Phrase, phrases_at, read_pieces
from vaarta.records import Story, When

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from vaarta.packs import Pack

__all__ = ["Found", "find_times", "time_mentions", "told_on"]

SOME_DAY = date(2000, 1, 1)  # only to see whether a phrase can name days at all; its year has a 29 February


class Found(NamedTuple):
    """A phrase that names days: code point offsets, half-open, and the days."""

    start: int
    end: int
    when: When


def find_times(
    text: str, *, told: date | None, pack: TimesPack, tense: Callable[[int], Tense] | None = None
) -> list[Found]:
    """The phrases of a text that name days, in order, none within another; the longest that makes sense at each place.

    `told` is the day the story was told, in its own zone. Without it only phrases that say their year get days; all
    others have first = last = "". `tense` gives the tense of the clause around a code point offset; it decides which
    way a weekday looks, a date without a year, and a word that is both yesterday and tomorrow. Phrases that only last
    ("three years") or that count from something else than the telling ("the next day") are not returned.
    """
    spans = read_pieces(text, pack)
    found: list[Found] = []
    at = 0
    for index, options in phrases_at(text, spans, pack):
        if index < at:
            continue
        start = spans[index][0]
        lean = tense(start) if tense else ""
        for stop, phrase in options:
            if phrase.means == "nothing":
                at = stop
                break
            days = days_of(phrase, told or SOME_DAY, lean)
            if days:
                end = spans[stop - 1][1]
                found.append(Found(start, end, _when(phrase, days[0], text[start:end], known=told is not None)))
                at = stop
                break
    return found


def time_mentions(doc: "Doc", *, story: Story, pack: "Pack") -> tuple[TimeMention, ...]:
    """The time phrases of a Doc as token spans, each widened to whole tokens, resolved against the story's own day.

    Offsets of the Doc's text must be those of `story.text`.
    """

    def tense(offset: int) -> Tense:
        return clause_tense(doc, offset, pack.times.tenses)

    mentions = []
    for start, end, when in find_times(doc.text, told=told_on(story), pack=pack.times, tense=tense):
        span = doc.char_span(start, end, alignment_mode="expand")
        if span is not None:
            mentions.append(TimeMention(start=span.start, end=span.end, head=span.root.i, when=when))
    return tuple(mentions)


def told_on(story: Story) -> date | None:
    """The day a story was published, in its own zone; None if it does not say."""
    try:
        return date.fromisoformat(story.published[:10])
    except ValueError:
        return None


def _when(phrase: Phrase, days: Span, said: str, *, known: bool) -> When:
    real = known or has_year(phrase)
    return When(
        first=days.first.isoformat() if real and days.first else "",
        last=days.last.isoformat() if real and days.last else "",
        basis="stated" if is_stated(phrase) else "relative",
        said=said,
    )
