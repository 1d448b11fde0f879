"""A story from an HTML page: what it says of itself first, then its publisher's layout, then what looks like prose."""

import logging
import re
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from vaarta.reading.assembly import Found, assemble
from vaarta.reading.debris import is_furniture, without_debris
from vaarta.reading.hygiene import one_line, same_words
from vaarta.reading.nodes import texts
from vaarta.reading.prose import MARKUP_MOST, body_of
from vaarta.reading.publishers import Layout, Publisher, publisher_of
from vaarta.reading.scrape import byline_in, is_stamp, section_in
from vaarta.reading.stamps import iso, read_stamp, words_before
from vaarta.reading.structured import Said, article, metas
from vaarta.reading.titles import best_title
from vaarta.records import Passed, Story

__all__ = ["read_page"]

CLOCK = "T"  # what parts day and clock in ISO 8601
ARCHIVED = re.compile(r"^https?://web\.archive\.org/web/[0-9]{4,14}[a-z_]*/")
PUBLISHED = (
    "article:published_time", "article:published_date", "datepublished", "publish-date", "publish_date", "pubdate",
    "og:published_time",     "dc.date.issued", "sailthru.date", "parsely-pub-date", "date",
)  # fmt: skip
SECTIONS = ("section", "articlesection", "og:section")
AUTHORS = ("author", "article:author", "parsely-author", "dc.creator", "twitter:creator")
WRITERS = (
    "[itemprop='author'] [itemprop='name']", "[itemprop='author']", "a[rel='author']", ".author-name", ".byline",
    "[class*='byline' i]", "[class*='author' i]", "[class*='reporter' i]", "[class*='writer' i]",
)  # fmt: skip
DATES = "time[datetime], [itemprop='datePublished'], .publish-date, .published-date, .post-date, .date"
SHOWN = (
    "time, span, small, p, li, em, td, [class*='date' i], [class*='time' i], [class*='publish' i], "
    "[class*='posted' i], [class*='author' i], [class*='byline' i]"
)
TOPS = 20  # headings of the first order that are looked at
TAGS = 300_000  # of one page; the heaviest of the measured pages has 9,000
HEAD, WORDS_BESIDE = 6, 2  # paragraphs among which a page's time stands; words beside a bare time
SENTENCE_ENDS = ("।", "॥", ".")
UTC = "+00:00"
WRITERS_MOST, NAME_WORDS = 10, 6  # elements that may name the writer; words of a name
NODES, LINE, OTHER_WORDS = 2_000, 140, 8  # elements looked at; characters of a line; words


logger = logging.getLogger(__name__)


def read_page(markup: str, source: str, *, url: str = "", fetched: str = "") -> Story | Passed:
    """The story of a page. `url` is where it was fetched; what the page itself calls its address comes before it."""
    if markup.count("<") > TAGS:
        return Passed(source=source, reason=f"a page of more than {TAGS:,} tags")
    tree = LexborHTMLParser(markup)
    said, meta = article(tree), metas(tree)
    address = _address(tree, said, meta) or url
    publisher = publisher_of(address)
    zone = publisher.zone if publisher else ""
    published = _published(said, meta, tree, zone)
    layout = _layout(tree, publisher, published) if publisher else Layout()
    if CLOCK not in published:
        published = _whole(published, _by_layout(tree, layout.published, zone), _shown(tree, zone))
    published = published or _by_guess(markup, address)
    site = _site(meta, address)
    headline = _headline(tree, said, meta, layout, publisher.name if publisher else said.publisher or site)
    found = Found(
        reader="html", url=address, fetched=fetched, headline=headline, published=published, site=site,
        publisher=publisher.name if publisher else said.publisher, section=_section(tree, said, meta, layout, address),
        byline=_byline(tree, said, meta, layout), image=said.image or meta.get("og:image", ""),
    )  # fmt: skip
    body = without_debris(body_of(tree, markup, said.body, layout))
    told = (meta.get("description", ""), meta.get("og:description", ""))
    return assemble(found, _without_head(_without_standfirst(_below(found.headline, body), told), found), source)


def _below(headline: str, body: list[str]) -> list[str]:
    """The paragraphs below the headline, if it is among the first and no sentence stands over it."""
    at = next((number for number, line in enumerate(body[:HEAD]) if same_words(line, headline)), -1)
    return body if any(line.endswith(SENTENCE_ENDS) for line in body[: at + 1]) else body[at + 1 :]


def _without_standfirst(body: list[str], told: tuple[str, ...]) -> list[str]:
    """The paragraphs without the description of the story that stands over its time of publication.

    Only there: below it, a paragraph in the words of the page's description is the first of the story.
    """
    times = [number for number, line in enumerate(body[:HEAD]) if is_stamp(line)]
    over = times[0] if times else 0
    return [
        line for number, line in enumerate(body) if number >= over or not any(same_words(line, words) for words in told)
    ]


def _without_head(body: list[str], found: Found) -> list[str]:
    """The paragraphs without headline and bare times; without writer and section where the body begins with them."""
    kept = [line for line in body if not same_words(line, found.headline) and not _only_a_time(line)]
    while kept and (
        byline_in(kept[0])
        or same_words(kept[0], found.byline)
        or is_stamp(kept[0])
        or same_words(kept[0], found.section)
    ):
        kept = kept[1:]
    return kept


def _only_a_time(line: str) -> bool:
    """Whether a line is a time of publication, clock and all, with at most a place or a section beside it."""
    stamp = read_stamp(line, zone=UTC) if len(line) <= LINE else None
    return stamp is not None and CLOCK in stamp.published and len(stamp.rest.split()) <= WORDS_BESIDE


def _address(tree: LexborHTMLParser, said: Said, meta: dict[str, str]) -> str:
    links = [link.attributes.get("href") or "" for link in tree.css("link[rel='canonical']")]
    for address in (*links, meta.get("og:url", ""), said.url):
        plain = ARCHIVED.sub("", address.strip())
        if plain.startswith(("http://", "https://")):
            return plain
    return ""


def _site(meta: dict[str, str], address: str) -> str:
    named = meta.get("og:site_name", "")
    if named and "." not in named:
        return named
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def _headline(tree: LexborHTMLParser, said: Said, meta: dict[str, str], layout: Layout, site: str) -> str:
    if layout.headline and (own := _text(tree.css_first(layout.headline))):
        return own
    tops = [text for _, text in texts(tree.css("h1")[:TOPS], separator=" ")]
    title = _text(tree.css_first("title"))
    given = [meta.get("og:title", ""), said.headline, *(tops if len(tops) == 1 else []), meta.get("twitter:title", "")]
    return best_title(given if any(given) else [*tops[:1], title], f"{site} {meta.get('og:site_name', '')}".strip())


def _published(said: Said, meta: dict[str, str], tree: LexborHTMLParser, zone: str) -> str:
    """The first moment given whole, clock and zone; failing that, the first day."""
    given = [said.published, *(meta.get(name, "") for name in PUBLISHED)]
    given += [node.attributes.get("datetime") or node.attributes.get("content") or "" for node in tree.css(DATES)[:5]]
    moments = [moment for words in given if (moment := iso(words, zone=zone))]
    return next((moment for moment in moments if CLOCK in moment), moments[0] if moments else "")


def _whole(said: str, *others: str) -> str:
    """The moment said, or the first of the others that adds a clock to its day, or is all there is."""
    for other in others:
        if CLOCK not in said and other.startswith(said):
            said = other
    return said


def _shown(tree: LexborHTMLParser, zone: str) -> str:
    """The moment printed on the page: one said to be of publication first, one of an update last."""
    stamps: dict[str, str] = {}
    for _, words in texts(tree.css(SHOWN)[:NODES], separator=" "):
        stamp = read_stamp(words, zone=zone) if words and len(words) <= LINE else None
        if stamp and CLOCK in stamp.published and len(stamp.rest.split()) <= OTHER_WORDS:
            stamps.setdefault(stamp.label, stamp.published)
    return next((stamps[label] for label in ("published", "", "updated") if label in stamps), "")


def _layout(tree: LexborHTMLParser, publisher: Publisher, published: str) -> Layout:
    """The layout of the page: by its day, or, if it does not say, by where a layout of that day finds it."""
    if not published:
        for layout in publisher.layout:
            shown = _by_layout(tree, layout.published, publisher.zone)
            if shown and publisher.layout_of(shown) is layout:
                return layout
    return publisher.layout_of(published)


def _by_layout(tree: LexborHTMLParser, selector: str, zone: str) -> str:
    return iso(_text(tree.css_first(selector)), zone=zone) if selector else ""


def _by_guess(markup: str, address: str) -> str:
    """The day that htmldate finds on a page that does not say; "" if it finds none."""
    from htmldate import find_date

    try:
        return find_date(markup[:MARKUP_MOST], url=address or None, original_date=True) or ""
    except (ValueError, TypeError, OverflowError, RecursionError) as fault:
        logger.debug("the finder of dates gave up: %s", fault)
        return ""


def _section(tree: LexborHTMLParser, said: Said, meta: dict[str, str], layout: Layout, address: str) -> str:
    if layout.section and (own := _text(tree.css_first(layout.section))):
        return own
    given = [meta.get("article:section", ""), said.section, *(meta.get(name, "") for name in SECTIONS)]
    return next((section for section in given if section), "") or _section_in(address)


def _section_in(address: str) -> str:
    """The section in the path of an address, if it is a word that sections are called by."""
    first = ARCHIVED.sub("", address).partition("://")[2].split("/")[1:2]
    return first[0] if first and section_in(first[0].replace("-", " ")) else ""


def _byline(tree: LexborHTMLParser, said: Said, meta: dict[str, str], layout: Layout) -> str:
    if layout.byline and (own := _text(tree.css_first(layout.byline))):
        return byline_in(own) or own
    if said.byline:
        return said.byline
    named = [
        meta[name] for name in AUTHORS if name in meta and "://" not in meta[name] and not meta[name].startswith("@")
    ]
    if named:
        return byline_in(named[0]) or named[0]
    shown = (_name(node) for words in WRITERS for node in tree.css(words)[:WRITERS_MOST])
    return next((name for name in shown if name), "") or _said_outright(tree)


def _said_outright(tree: LexborHTMLParser) -> str:
    """The first writer that a short line of the page names with a word for it: "Reported by Asha Rao"."""
    for _, shown in texts(tree.css(SHOWN)[:NODES], separator=" "):
        line = words_before(shown) if len(shown) <= LINE else ""
        name = byline_in(line) if line else ""
        if name and not line.startswith(name):
            return name
    return ""


def _name(node: LexborNode) -> str:
    """The writer that an element names: outright, or a few words that are no time; "" if it names none."""
    shown = _text(node)
    able = bool(shown) and len(shown.split()) <= NAME_WORDS and not any(c.isdecimal() for c in shown)
    if named := byline_in(words_before(shown)) or byline_in(shown):
        return named
    return shown if able and not is_furniture(shown) else ""


def _text(node: LexborNode | None) -> str:
    return one_line(node.text(separator=" ")) if node is not None else ""
