"""How long a stay lasts and which of its days it is; and the day on which a story says "today".

A story may be published days after it was told: one that says "on the second day of her two-day visit, which began on
Thursday, she met X today" says which day its "today" is. Nothing else moves it.
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from vaarta.doc import DurationMention, TimeMention
from vaarta.recognition.time_phrases import Phrase
from vaarta.records import When

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["Stay", "counted", "days_within", "own_day", "stay_told"]

DAY = timedelta(days=1)
LONGEST = 14  # days of a visit that is told by their number
LATE = 7  # days between a dateline and the publication, at most


class Stay(NamedTuple):
    """A stay of so many days that began on `first`."""

    first: date
    days: int


def counted(phrase: Phrase) -> tuple[int, bool]:
    """The days that a phrase counts, and whether it is that day of them: "two-day", "the second day"; 0 if none.

    The last day is -1.
    """
    said, ordinal = phrase.first("number"), phrase.first("ordinal")
    if (phrase.first("unit") or "day") != "day" or phrase.first("half", "ago", "after"):
        return 0, False
    if phrase.means == "lasts" and said.isdecimal() and 0 < int(said) <= LONGEST:
        return int(said), False
    nth = phrase.means == "loose" and ordinal.lstrip("-").isdecimal() and not said
    return (int(ordinal), True) if nth and int(ordinal) <= LONGEST else (0, False)


def stay_told(doc: "Doc", durations: Iterable[DurationMention], times: Sequence[TimeMention]) -> Stay | None:
    """The one stay whose length and first day one sentence tells: "arrived on Thursday for a two-day visit"."""
    found = set()
    for duration in durations:
        if duration.nth or not doc.has_annotation("SENT_START"):
            continue
        sentence = doc[duration.start].sent
        days = [m.when for m in times if sentence.start <= m.start < sentence.end]
        if len(days) == 1 and days[0].first and days[0].first == days[0].last:
            found.add(Stay(date.fromisoformat(days[0].first), duration.days))
    return found.pop() if len(found) == 1 else None


def days_within(stay: Stay, durations: Iterable[DurationMention]) -> tuple[TimeMention, ...]:
    """The n-th days that are told of a stay, as the days that they are."""
    found = []
    for m in durations:
        count = stay.days if m.days < 0 else m.days
        if m.nth and count <= stay.days:
            day = (stay.first + (count - 1) * DAY).isoformat()
            when = When(first=day, last=day, basis="relative", said=m.said)
            found.append(TimeMention(start=m.start, end=m.end, head=m.head, when=when))
    return tuple(found)


def own_day(told: date, stay: Stay | None, within: Sequence[TimeMention], dateline: Sequence[When]) -> date:
    """The day on which the story was told: a dateline's, or the last day told of a stay that is over by `told`."""
    for when in dateline:
        if when.basis == "stated" and when.first == when.last != "" and when.first:
            day = date.fromisoformat(when.first)
            if timedelta() <= told - day <= LATE * DAY:
                return day
    if stay is None or not within or stay.first + (stay.days - 1) * DAY >= told:
        return told
    return max(date.fromisoformat(m.when.first) for m in within)
