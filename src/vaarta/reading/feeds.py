"""Stories out of RSS, Atom and JSON feeds: what a feed itself holds of them. Nothing that it points to is fetched."""

import io
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

import feedparser
import msgspec

from vaarta.reading.assembly import Found, assemble
from vaarta.reading.debris import without_debris
from vaarta.reading.hygiene import one_line, same_words
from vaarta.reading.markup import paragraphs_of
from vaarta.reading.stamps import iso
from vaarta.records import Passed, Story

__all__ = ["Item", "items_of", "read_feed"]

ENTITIES = re.compile(rb"<!ENTITY", re.IGNORECASE)
ITEMS = 10_000  # of one feed; feeds of news have ten to a thousand
URLS = ("http://", "https://")
PUBLISHED = ("published", "updated", "created")
ADDRESS = 2_048  # characters


class Item(NamedTuple):
    """One story of a feed. `name` is what the feed calls it by, `body` its text, which may hold markup."""

    url: str = ""
    name: str = ""
    headline: str = ""
    published: str = ""
    byline: str = ""
    section: str = ""
    image: str = ""
    body: str = ""
    publisher: str = ""


def read_feed(data: bytes, source: str) -> Iterator[Story | Passed]:
    """The story of each item of a feed, as far as the feed holds it; an item that has only a title is passed over."""
    items = items_of(data)
    if isinstance(items, str):
        yield Passed(source=source, reason=items)
        return
    for number, item in enumerate(items, start=1):
        yield story_of(item, source, f"item {number}")


def story_of(item: Item, source: str, record: str, fetched: str = "") -> Story | Passed:
    """The story of an item from the feed alone."""
    found = Found(
        reader="feed", url=item.url, publisher=item.publisher, section=item.section, headline=item.headline,
        byline=item.byline, published=item.published, image=item.image, fetched=fetched,
    )  # fmt: skip
    body = [line for line in without_debris(paragraphs_of(item.body)) if not same_words(line, item.headline)]
    story = assemble(found, body, source)
    if isinstance(story, Passed):
        reason = story.reason if body else "only a title; `vaarta watch` fetches the stories of feeds"
        return Passed(source=source, reason=reason, record=record)
    return story


def items_of(data: bytes) -> list[Item] | str:
    """The items of a feed in its order, or the reason why there are none."""
    if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        return _json_items(data)
    if ENTITIES.search(data):
        return "a feed that declares entities of its own"
    try:
        feed = feedparser.parse(io.BytesIO(data), sanitize_html=False, resolve_relative_uris=True)
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError, OverflowError) as fault:
        return f"a feed that cannot be read: {fault}"
    items = [_item(entry, one_line(str(feed.feed.get("title") or ""))) for entry in feed.entries[:ITEMS]]
    return items or "a feed without items"


def _item(entry: Any, publisher: str) -> Item:
    """An item as feedparser gives it."""
    contents = [str(part.get("value") or "") for part in entry.get("content") or ()]
    body = max([*contents, str(entry.get("summary") or "")], key=len)
    link = str(entry.get("link") or "")[:ADDRESS]
    tags = [one_line(str(tag.get("term") or "")) for tag in entry.get("tags") or ()]
    images = [
        *(entry.get("media_content") or ()),
        *(entry.get("media_thumbnail") or ()),
        *(entry.get("enclosures") or ()),
    ]
    pictures = [str(image.get("url") or image.get("href") or "") for image in images]
    return Item(
        url=link if link.startswith(URLS) else "",
        name=one_line(str(entry.get("id") or ""))[:ADDRESS],
        headline=_plain(str(entry.get("title") or "")),
        published=_moment(dict(entry)),
        byline=one_line(str(entry.get("author") or "")),
        section=next((tag for tag in tags if tag), ""),
        image=next((url for url in pictures if url.startswith(URLS)), ""),
        body=body,
        publisher=publisher,
    )


def _json_items(data: bytes) -> list[Item] | str:
    try:
        feed = msgspec.json.decode(data.removeprefix(b"\xef\xbb\xbf"))
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError) as fault:
        return f"not JSON: {fault}"
    entries = feed.get("items") if isinstance(feed, dict) else None
    if not isinstance(entries, list) or not entries:
        return "a feed without items"
    publisher = _words(feed.get("title"))
    return [_json_item(entry, publisher) for entry in entries[:ITEMS] if isinstance(entry, dict)]


def _json_item(entry: dict[str, Any], publisher: str) -> Item:
    authors = entry.get("authors") if isinstance(entry.get("authors"), list) else [entry.get("author")]
    names = [_words(author.get("name")) for author in authors or () if isinstance(author, dict)]
    tags = entry.get("tags")
    address, picture = _words(entry.get("url")), _words(entry.get("image"))
    return Item(
        url=address if address.startswith(URLS) and len(address) <= ADDRESS else "",
        name=_words(entry.get("id"))[:ADDRESS],
        headline=_words(entry.get("title")),
        published=iso(_words(entry.get("date_published"))) or iso(_words(entry.get("date_modified"))),
        byline=", ".join(name for name in names if name),
        section=_words(tags[0]) if isinstance(tags, list) and tags else "",
        image=picture if picture.startswith(URLS) else "",
        body=str(entry.get("content_html") or entry.get("content_text") or entry.get("summary") or ""),
        publisher=publisher,
    )


def _moment(entry: dict[str, object]) -> str:
    """The first of an entry's times that can be read. Of a plain dict: feedparser's own answers for other keys."""
    return next((moment for key in PUBLISHED if (moment := iso(str(entry.get(key) or "")))), "")


def _plain(title: str) -> str:
    return " ".join(paragraphs_of(title))


def _words(value: object) -> str:
    return one_line(str(value)) if isinstance(value, str | int) else ""
