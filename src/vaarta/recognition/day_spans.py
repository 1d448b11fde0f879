"""First and last days, and which of several are meant: by the tense of the clause, then by nearness to the telling."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from vaarta.packs.times import Tense

__all__ = ["Span", "Telling", "distance", "likeliest"]


class Span(NamedTuple):
    """First and last day, inclusive; None for an open end."""

    first: date | None
    last: date | None


class Telling(NamedTuple):
    """When a story was told, and the tense of the clause."""

    told: date
    tense: Tense


def distance(span: Span, told: date) -> int:
    """How many days lie between the span and the telling; 0 if it was told within."""
    first, last = span.first or told, span.last or told
    return max((first - told).days, (told - last).days, 0)


def likeliest(spans: Iterable[Span], telling: Telling, near: int = 0) -> list[Span]:
    """Those that fit the tense first, or lie within `near` days; among them the nearest, of two the earlier."""

    def rank(span: Span) -> tuple[bool, int]:
        away = distance(span, telling.told)
        wrong = (telling.tense == "past" and (span.first or telling.told) > telling.told) or (
            telling.tense == "future" and (span.last or telling.told) < telling.told
        )
        return wrong and away > near, away

    return sorted(spans, key=rank)
