"""The addresses that a sitemap lists: plain, of news, or of other sitemaps."""

import logging
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

from lxml import etree

from vaarta.reading.hygiene import one_line
from vaarta.reading.limits import ENTRIES
from vaarta.reading.stamps import iso
from vaarta.records import Passed

__all__ = ["Listed", "listed", "read_sitemap"]

ADDRESS = 2_048  # characters, by the sitemap protocol
TEXT = 4_000  # characters of an address or a title that are looked at
ONLY_ADDRESS = "only an address; `vaarta watch` fetches the stories of sitemaps"
SHOWN = 200  # characters of an address as it is told
ADDRESSES = {"url", "sitemap"}

logger = logging.getLogger(__name__)


class Listed(NamedTuple):
    """One address of a sitemap; `is_sitemap` says that it is a sitemap again, "" what is not said."""

    url: str
    changed: str = ""
    title: str = ""
    language: str = ""
    is_sitemap: bool = False


def read_sitemap(stream: BinaryIO, source: str) -> Iterator[Passed]:
    """A `Passed` for each address: a sitemap holds no story, and reading fetches nothing that its source points to."""
    found = 0
    for found, one in enumerate(listed(stream), start=1):
        yield Passed(source=source, reason=ONLY_ADDRESS, record=f"address {found} ({one.url[:SHOWN]})")
    if not found:
        yield Passed(source=source, reason="a sitemap without addresses")


def listed(stream: BinaryIO) -> Iterator[Listed]:
    """The addresses in order, as they are read; what is broken is read as far as it goes. Entities are not expanded."""
    events = etree.iterparse(
        stream, events=("start", "end"), recover=True, resolve_entities=False, no_network=True, load_dtd=False,
        huge_tree=False, remove_comments=True, remove_pis=True,
    )  # fmt: skip
    said: dict[str, str] = {}
    count = 0
    try:
        for event, node in events:
            name = etree.QName(node).localname.casefold()
            if name not in ADDRESSES:
                if event == "end" and node.text and _of_address(node):
                    said.setdefault(name, one_line(node.text[:TEXT]))
                continue
            if event == "start":
                said = {}
                continue
            if count < ENTRIES and (found := _listed(said, name)):
                yield found
                count += 1
            node.clear()
            _forget(node)
    except (etree.XMLSyntaxError, ValueError) as fault:
        logger.debug("a sitemap breaks off: %s", fault)


def _listed(said: dict[str, str], name: str) -> Listed | None:
    url = said.get("loc", "")
    if not url.startswith(("http://", "https://")) or len(url) > ADDRESS:
        return None
    changed = iso(said.get("publication_date", "")) or iso(said.get("lastmod", ""))
    return Listed(url, changed, said.get("title", ""), said.get("language", ""), name == "sitemap")


def _of_address(node: etree._Element) -> bool:
    """Whether an element says something of the address itself: images and videos have titles of their own."""
    parent = node.getparent()
    around = etree.QName(parent).localname.casefold() if parent is not None else ""
    return around in {"url", "sitemap", "news", "publication"}


def _forget(node: etree._Element) -> None:
    """Free what has been read: a sitemap may be long."""
    parent = node.getparent()
    while parent is not None and node.getprevious() is not None:
        del parent[0]
