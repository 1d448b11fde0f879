"""How much of one input is taken in before it is passed over: the bounds that keep memory and time small."""

__all__ = ["DOCUMENT", "FETCH_SECONDS", "HEAD", "INFLATED", "LINE", "TEXT", "megabytes"]

HEAD = 65_536  # bytes looked at to tell what an input is
LINE = 5_000_000  # bytes of one line of JSON Lines; the longest news story we have seen is under 200 kB
TEXT = 5_000_000  # bytes of one story in plain text
DOCUMENT = 20_000_000  # bytes of one page, or of one JSON document; the heaviest of the measured pages has 1.3 MB
INFLATED = 4_000_000_000  # bytes out of one gzip stream: a year of a large outlet, not a decompression bomb
FETCH_SECONDS = 30.0


def megabytes(count: int) -> str:
    """A number of bytes as a person reads it."""
    return f"{count / 1_000_000:g} MB"
