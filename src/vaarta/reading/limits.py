"""How much of one input is taken in before it is passed over: the bounds that keep memory and time small."""

__all__ = [
    "DEPTH", "DOCUMENT", "ENTRIES", "FETCH_SECONDS", "HEAD", "INFLATED", "LINE", "RATIO", "RATIO_FROM", "TEXT",
    "bounded_ratio", "megabytes",
]  # fmt: skip

HEAD = 65_536  # bytes looked at to tell what an input is
LINE = 5_000_000  # bytes of one line of JSON Lines; the longest news story we have seen is under 200 kB
TEXT = 5_000_000  # bytes of one story in plain text
DOCUMENT = 20_000_000  # bytes of one page, feed or JSON document; the heaviest of the measured pages has 1.3 MB
INFLATED = 4_000_000_000  # bytes out of one compressed stream: a year of a large outlet, not a decompression bomb
DEPTH = 3  # archives within one another: a page in a web archive in a ZIP archive
ENTRIES = 1_000_000  # files of one archive, addresses of one sitemap; a month of Common Crawl's news is less
RATIO = 250  # bytes out of one byte in; repetitive markup reaches 50, zeros 1,030
RATIO_FROM = 1_000_000  # bytes out from which the ratio counts: a short stream harms no one
FETCH_SECONDS = 30.0


def megabytes(count: int) -> str:
    """A number of bytes as a person reads it."""
    return f"{count / 1_000_000:g} MB"


def bounded_ratio(inflated: int, packed: int) -> bool:
    """Whether so many bytes out of so many bytes in may be news, and not a decompression bomb."""
    return inflated <= RATIO_FROM or inflated <= RATIO * max(packed, 1)
