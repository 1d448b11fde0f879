"""What a page says of itself to machines: JSON-LD, OpenGraph and other meta elements, microdata."""

import json
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from selectolax.lexbor import LexborHTMLParser

from vaarta.reading.hygiene import one_line

__all__ = ["Said", "article", "metas"]

# Kinds of schema.org that are a story, the surest first.
ARTICLES = (
    "newsarticle", "reportagenewsarticle", "analysisnewsarticle", "opinionnewsarticle", "backgroundnewsarticle",
    "liveblogposting", "article", "blogposting", "report", "webpage",
)  # fmt: skip
WANTED = ("headline", "name", "articleBody", "datePublished", "articleSection", "author", "url", "image", "publisher")
NODES = 5_000  # objects of JSON-LD looked at on one page; real pages have a few hundred
META = 5_000  # characters of a meta element that are read: a description has 200
TRAILING_COMMA = re.compile(r",\s*([}\]])")
WRAPPING = re.compile(r"^\s*(?:<!--|//<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\]\]>|\]\]>)\s*(?:;\s*)?$")


class Said(NamedTuple):
    """What the JSON-LD of a page says of its story; "" for what it does not say. `body` may hold markup."""

    headline: str = ""
    body: str = ""
    byline: str = ""
    published: str = ""
    section: str = ""
    publisher: str = ""
    image: str = ""
    url: str = ""


def article(tree: LexborHTMLParser) -> Said:
    """The story in the page's JSON-LD, the fullest if there are several; broken JSON is read as far as it goes."""
    nodes: list[dict[str, Any]] = []
    for script in tree.css("script[type*='ld+json']"):
        nodes.extend(_nodes(_parse(script.text() or "")))
    stories = [node for node in nodes if _rank(node) < len(ARTICLES)]
    if not stories:
        return Said()
    best = min(stories, key=lambda node: (_rank(node), not node.get("articleBody"), not node.get("headline")))
    crumbs = next((node for node in nodes if node.get("@type") == "BreadcrumbList"), {})
    named = {str(node["@id"]): node for node in nodes if "@id" in node and "name" in node}
    said = _said(best, named)
    return said if said.section else said._replace(section=_crumb(crumbs))


def metas(tree: LexborHTMLParser) -> dict[str, str]:
    """The page's meta elements by property, name or itemprop, in lower case; the first of each counts."""
    found: dict[str, str] = {}
    for meta in tree.css("meta[content]"):
        attributes = meta.attributes
        name = attributes.get("property") or attributes.get("name") or attributes.get("itemprop") or ""
        content = one_line((attributes.get("content") or "")[:META])
        if name and content:
            found.setdefault(name.lower(), content)
    return found


def _said(node: dict[str, Any], named: dict[str, dict[str, Any]]) -> Said:
    publisher = _first(node.get("publisher"))
    if isinstance(publisher, dict) and "name" not in publisher:
        publisher = named.get(str(publisher.get("@id")), publisher)
    body = node.get("articleBody")
    return Said(
        headline=_words(node.get("headline")) or _words(node.get("name")),
        body=body if isinstance(body, str) else "",
        byline=_names(node.get("author")) or _names(node.get("creator")),
        published=_words(node.get("datePublished")),
        section=_words(_first(node.get("articleSection"))),
        publisher=_names(publisher),
        image=_address(node.get("image")),
        url=_address(node.get("mainEntityOfPage")) or _address(node.get("url")),
    )


def _crumb(crumbs: dict[str, Any]) -> str:
    """The section in a trail of breadcrumbs: what comes after the home page and before the story itself."""
    items = crumbs.get("itemListElement")
    trail = [item for item in items if isinstance(item, dict)] if isinstance(items, list) else []
    names = [_words(item.get("name")) or _names(item.get("item")) for item in trail]
    return names[1] if len(names) > len(("home", "section")) else ""


def _parse(script: str) -> list[Any]:
    """The JSON values in a script. Commas too many are mended; of what is broken beyond that, the wanted strings."""
    text = WRAPPING.sub("", WRAPPING.sub("", script)).strip()
    for attempt in (text, TRAILING_COMMA.sub(r"\1", text)):
        if values := _values(attempt):
            return values
    return [salvaged] if (salvaged := _salvage(text)) else []


def _values(text: str) -> list[Any]:
    """The JSON values one after the other in a text, up to the first fault."""
    decoder = json.JSONDecoder(strict=False)
    values: list[Any] = []
    start = 0
    try:
        while start < len(text):
            value, start = decoder.raw_decode(text, start)
            values.append(value)
            start += len(text[start:]) - len(text[start:].lstrip(" \t\r\n;,"))
    except (ValueError, RecursionError):
        pass
    return values


def _salvage(text: str) -> dict[str, Any]:
    """The wanted strings of JSON that cannot be parsed, as of one story."""
    found: dict[str, Any] = {}
    for name in WANTED:
        match = re.search(rf'"{name}"\s*:\s*("(?:[^"\\]|\\.)*")', text)
        if match and (values := _values(match.group(1))):
            found[name] = values[0]
    author = re.search(r'"author"\s*:\s*[\[{][^}]{0,500}?"name"\s*:\s*("(?:[^"\\]|\\.)*")', text)
    if author and (values := _values(author.group(1))):
        found["author"] = values[0]
    return {**found, "@type": "NewsArticle"} if "headline" in found or "articleBody" in found else {}


def _nodes(values: list[Any]) -> Iterator[dict[str, Any]]:
    """All objects in the values, in their order, however deep; bounded."""
    waiting = list(reversed(values))
    for _ in range(NODES):
        if not waiting:
            return
        value = waiting.pop()
        if isinstance(value, dict):
            yield value
            waiting.extend(reversed([inner for inner in value.values() if isinstance(inner, dict | list)]))
        elif isinstance(value, list):
            waiting.extend(reversed(value[:NODES]))


def _rank(node: dict[str, Any]) -> int:
    kinds = node.get("@type")
    named = kinds if isinstance(kinds, list) else [kinds]
    ranks = [ARTICLES.index(plain) for kind in named if (plain := str(kind).rpartition("/")[2].lower()) in ARTICLES]
    return min(ranks, default=len(ARTICLES))


def _words(value: object) -> str:
    return one_line(value) if isinstance(value, str) else ""


def _first(value: object) -> object:
    return next(iter(value), None) if isinstance(value, list) else value


def _names(value: object) -> str:
    """The names of people or bodies, in order, each once, joined by commas; addresses are no names."""
    found: list[str] = []
    for item in value if isinstance(value, list) else [value]:
        name = item.get("name") if isinstance(item, dict) else item
        for said in name if isinstance(name, list) else [name]:
            plain = _words(said)
            if plain and "://" not in plain and plain not in found:
                found.append(plain)
    return ", ".join(found)


def _address(value: object) -> str:
    value = _first(value)
    if isinstance(value, dict):
        value = value.get("url") or value.get("contentUrl") or value.get("@id")
    said = _words(_first(value))
    return said if said.startswith(("http://", "https://")) else ""
