"""Days as a person types them: a day, a month or a year; and now."""

import re
from calendar import monthrange
from datetime import UTC, date, datetime

__all__ = ["first_day", "last_day", "now"]

DAYS = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?", re.ASCII)


def first_day(text: str) -> str:
    """The first of the days meant by 2023, 2023-02 or 2023-02-14, in ISO form. Raises ValueError if it is none."""
    year, month, day = _parts(text)
    return date(year, month or 1, day or 1).isoformat()


def last_day(text: str) -> str:
    """The last of the days meant by 2023, 2023-02 or 2023-02-14, in ISO form. Raises ValueError if it is none."""
    year, month, day = _parts(text)
    month = month or 12
    return date(year, month, day or monthrange(year, month)[1]).isoformat()


def now() -> str:
    """The moment, as an ISO time with its zone, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def _parts(text: str) -> tuple[int, int | None, int | None]:
    found = DAYS.fullmatch(text.strip())
    if not found:
        raise ValueError(f"{text!r} is no day; write 2023-02-14, 2023-02 or 2023")
    year, month, day = found.groups()
    return int(year), int(month) if month else None, int(day) if day else None
