"""Publishers' layouts as data: one TOML file an outlet, for what its pages do not say in a form common to all."""

from datetime import date
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

import msgspec

from vaarta.errors import ReadError
from vaarta.toml import read_toml

__all__ = ["Layout", "Publisher", "publisher_of"]


class Layout(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How an outlet laid out its pages, up to and including the day `until`; for ever if that is not given.

    All fields but `until` are CSS selectors. `body` picks the elements that hold the story, `paragraph` the paragraphs
    in them, `drop` what is no part of it.
    """

    until: date | None = None
    body: str = ""
    paragraph: str = ""
    drop: tuple[str, ...] = ()
    headline: str = ""
    section: str = ""
    byline: str = ""
    published: str = ""


class Publisher(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One outlet: its name, its hosts (subdomains with them), the zone of its clocks, its layouts, the oldest first."""

    name: str
    hosts: tuple[str, ...]
    zone: str = ""
    layout: tuple[Layout, ...] = ()

    def layout_of(self, day: str) -> Layout:
        """The layout of a page published on an ISO day; the newest if that is unknown."""
        told = date.fromisoformat(day[:10]) if day else date.max
        return next((layout for layout in self.layout if layout.until is None or told <= layout.until), Layout())


def publisher_of(url: str) -> Publisher | None:
    """The outlet whose page this is, by the host; None if we have no file for it."""
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return None
    parts = host.split(".")
    return next((known for start in range(len(parts)) if (known := _publishers().get(".".join(parts[start:])))), None)


@cache
def _publishers() -> dict[str, Publisher]:
    files = sorted(Path(__file__).parent.glob("*.toml"))
    known = [read_toml(file, Publisher, ReadError) for file in files]
    return {host: publisher for publisher in known for host in publisher.hosts}
