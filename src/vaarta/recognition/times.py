"""Text → the days it names, with offsets; and Doc → time mentions, the clause's tense settling weekdays."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from vaarta.doc import DurationMention, TimeMention
from vaarta.packs.times import DAYLESS, Means, Tense, TimesPack
from vaarta.recognition.clocks import clock_of
from vaarta.recognition.day_spans import Span
from vaarta.recognition.days import days_of, has_year, is_stated
from vaarta.recognition.stays import counted
from vaarta.recognition.tenses import clause_tense
from vaarta.recognition.time_phrases import Phrase, phrases_at, read_pieces
from vaarta.records import Story, When

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from vaarta.packs import Pack

__all__ = ["Found", "Reading", "find_times", "read_times", "time_mentions", "told_on"]

PART_ONLY: Means = "bare-year"  # a number that is a year only beside another: 2014 - May 2018
SOME_DAY = date(2000, 1, 1)  # only to see whether a phrase can name days at all; its year has a 29 February


class Found(NamedTuple):
    """A phrase that names days: code point offsets, half-open, and the days."""

    start: int
    end: int
    when: When


class Reading(NamedTuple):
    """A phrase that speaks of time: code point offsets, what it means, and the pattern of the pack that says so.

    `when` is None for a phrase that names no day: how long, how often, an hour alone, a feast, "some days ago".
    `clock` is the hour it says, with its zone: "19:30+05:30"; "" if it says none. `days` are those that it counts, as
    how many something lasts or, if `nth`, as which of them; 0 if it counts none.
    """

    start: int
    end: int
    means: Means
    rule: str
    when: When | None = None
    clock: str = ""
    days: int = 0
    nth: bool = False


def find_times(
    text: str, *, told: date | None, pack: TimesPack, tense: Callable[[int], Tense] | None = None
) -> list[Found]:
    """The phrases of a text that name days, in order, none within another; the longest that makes sense at each place.

    `told` is the day the story was told, in its own zone. Without it only phrases that say their year get days; all
    others have first = last = "". `tense` gives the tense of the clause around a code point offset; it decides which
    way a weekday looks, a date without a year, and a word that is both yesterday and tomorrow. Phrases that only last
    ("three years") or that count from something else than the telling ("the next day") are not returned.
    """
    readings = read_times(text, told=told, pack=pack, tense=tense)
    return [Found(one.start, one.end, one.when) for one in readings if one.when is not None]


def read_times(
    text: str, *, told: date | None, pack: TimesPack, tense: Callable[[int], Tense] | None = None
) -> list[Reading]:
    """Every phrase of a text that speaks of time, those that name no day too; else as `find_times`."""
    spans = read_pieces(text, pack)
    found: list[Reading] = []
    at = 0
    for index, options in phrases_at(text, spans, pack):
        if index < at:
            continue
        start = spans[index][0]
        lean = tense(start) if tense else ""
        for stop, phrase in options:
            days = days_of(phrase, told or SOME_DAY, lean)
            if phrase.means == PART_ONLY or (not days and phrase.means not in DAYLESS):
                continue
            at, end = stop, spans[stop - 1][1]
            if phrase.means != "nothing":
                when = _when(phrase, days[0], text[start:end], known=told is not None) if days else None
                found.append(Reading(start, end, phrase.means, phrase.rule, when, clock_of(phrase), *counted(phrase)))
            break
    return found


def time_mentions(
    doc: "Doc", *, told: date | None, pack: "Pack"
) -> tuple[tuple[TimeMention, ...], tuple[DurationMention, ...]]:
    """The phrases of a Doc that name days, resolved against the day of telling, and those that count days.

    As token spans, each widened to whole tokens.
    """

    def tense(offset: int) -> Tense:
        return clause_tense(doc, offset, pack.times.tenses)

    times, durations = [], []
    for one in read_times(doc.text, told=told, pack=pack.times, tense=tense):
        span = doc.char_span(one.start, one.end, alignment_mode="expand")
        if span is None:
            continue
        if one.when is not None:
            times.append(TimeMention(start=span.start, end=span.end, head=span.root.i, when=one.when))
        elif one.days:
            said = doc.text[one.start : one.end]
            durations.append(
                DurationMention(start=span.start, end=span.end, head=span.root.i, days=one.days, nth=one.nth, said=said)
            )
    return tuple(times), tuple(durations)


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
