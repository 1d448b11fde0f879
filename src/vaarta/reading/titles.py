"""The headline of a page among the titles it gives: whole, as readers see it, without the site's name."""

import re

from vaarta.reading.hygiene import key

__all__ = ["best_title", "without_site"]

SUFFIX = re.compile(r"\s+[|\-–—:»•]+\s+")
CUT = ("...", "…")
PARTS = 12  # of a title: a story's, sections' and a site's names
SITE_WORDS = 6  # words of a site's name or section after a title


def best_title(titles: list[str], site: str) -> str:
    """The title that most of the candidates agree on; the first of them in the order given, if none agree.

    A title cut short with dots gives way to a whole one that begins like it.
    """
    able = [without_site(title, site) for title in titles if title]
    whole = [title for title in able if not title.endswith(CUT)] or able
    if not whole:
        return ""
    plain = [_plain(title) for title in whole]
    return max(whole, key=lambda title: (plain.count(_plain(title)), -whole.index(title)))


def without_site(title: str, site: str) -> str:
    """The title without the names of section and site at its end: "… | India News - The Times of India"."""
    parts = SUFFIX.split(title)
    if not 1 < len(parts) <= PARTS:
        return title
    known = _plain(site)
    for count in range(1, len(parts)):
        tail = _plain("".join(parts[count:]))
        last = _plain(parts[-1])
        short = len(" ".join(parts[count:]).split()) <= SITE_WORDS
        named = bool(known) and (last in known or known in last)
        if named and (short or known in tail) and all(len(part.split()) <= SITE_WORDS for part in parts[count:]):
            return title[: _at(title, count)].strip()
    return title


def _at(title: str, count: int) -> int:
    """Where the mark before part number `count` stands."""
    return list(SUFFIX.finditer(title))[count - 1].start()


def _plain(title: str) -> str:
    return "".join(key(title).split())
