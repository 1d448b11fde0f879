"""Which of two tellings of an act says more closely when it was."""

from datetime import date

from vaarta.records import When

__all__ = ["closer"]

MONTH = 31
OPEN = 100_000  # days: a span that is open at one end is wider than any other


def closer(left: When | None, right: When | None) -> When | None:
    """The days told more closely: dates over words like "Friday", fewer days over more; the first if equal.

    Dates wider than a month say less than a weekday.
    """
    if left is None or right is None:
        return left or right
    return min((left, right), key=lambda when: (when.basis != "stated" or _width(when) > MONTH, _width(when)))


def _width(when: When) -> int:
    if not (when.first and when.last):
        return OPEN
    return (date.fromisoformat(when.last) - date.fromisoformat(when.first)).days
