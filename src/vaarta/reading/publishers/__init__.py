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
    """How an outlet laid out its pages from the day `since` to the day `until`, both included; for ever without them.

    All other fields are CSS selectors. `body` picks the elements that hold the story, `paragraph` the paragraphs in
    them, `drop` what is no part of it, there or, without `body`, anywhere on the page.
    """

    since: date | None = None
    until: date | None = None
    body: str = ""
    paragraph: str = ""
    drop: tuple[str, ...] = ()
    headline: str = ""
    section: str = ""
    byline: str = ""
    published: str = ""

    def holds_on(self, day: date) -> bool:
        """Whether pages of a day are laid out so."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


class Publisher(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One outlet: its name, its hosts (subdomains with them), the zone of its clocks, its layouts, the oldest first.

    A host may have the first part of a path with it, for an outlet that shares its host: "bbc.com/hindi".
    """

    name: str
    hosts: tuple[str, ...]
    zone: str = ""
    layout: tuple[Layout, ...] = ()

    def layout_of(self, day: str) -> Layout:
        """The layout of a page published on an ISO day; the newest if that is unknown."""
        told = date.fromisoformat(day[:10]) if day else date.max
        return next((layout for layout in self.layout if layout.holds_on(told)), Layout())


def publisher_of(url: str) -> Publisher | None:
    """The outlet whose page this is, by its host, or its host and the first part of its path; None if none of ours."""
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").split(".")
    except ValueError:
        return None
    first = parts.path.split("/")[1:2]
    for start in range(len(host)):
        name = ".".join(host[start:])
        if known := _publishers().get("/".join([name, *first])) or _publishers().get(name):
            return known
    return None


@cache
def _publishers() -> dict[str, Publisher]:
    files = sorted(Path(__file__).parent.glob("*.toml"))
    known = [read_toml(file, Publisher, ReadError) for file in files]
    return {host: publisher for publisher in known for host in publisher.hosts}
