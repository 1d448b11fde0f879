"""The paragraphs of a page's story: from its JSON-LD, its publisher's layout, or whatever looks most like prose."""

import logging
from collections.abc import Iterable
from itertools import pairwise

from selectolax.lexbor import LexborHTMLParser, LexborNode

from vaarta.reading.hygiene import one_line
from vaarta.reading.markup import paragraphs_of
from vaarta.reading.nodes import is_alone, own_length, texts
from vaarta.reading.publishers import Layout

__all__ = ["MARKUP_MOST", "body_of"]

ENOUGH = 200  # characters of an articleBody that is the story and not its teaser
TEASER = 0.6  # an articleBody shorter than this share of the page's prose, and the beginning of it, is a teaser
LINKS, BLOCKS_OF_A_LINK = 3_000, 10  # links of a page looked at, and elements within one of them
IN_LINKS, LINKED_MOST = "p, div, span, h2, h3, h4, h5", 0.5  # a page more than half of which is links is a story linked
HOLDERS, NO_PROSE = "article, div, main, section, td", ("a, script, style, form, iframe, table, ul, noscript",)
DROPPED = 2_000  # elements taken out of one page
TITLE_WORDS = 4  # a link of fewer words may be a name
TEASER_MOST = 1_500  # characters; teasers are a paragraph or two
BLOCKS, BLOCKS_MOST = "p, h2, h3, h4, li, blockquote", 3_000
ANCHOR = 12  # characters by which a paragraph or heading of the page is known again in the articleBody
SAID_MOST, PARAGRAPHS = 1_000_000, 5_000  # characters of an articleBody that are read, and paragraphs
MARKUP_MOST = 3_000_000  # characters of markup given to the extractor, which takes 50 times that in memory

logger = logging.getLogger(__name__)


def body_of(tree: LexborHTMLParser, markup: str, said: str, layout: Layout) -> list[str]:
    """The paragraphs of the story on a page, in order, furniture not yet taken out. `said` is its articleBody."""
    if layout.body and (own := _by_layout(tree, layout)):
        return own
    given = _without_links(paragraphs_of(said[:SAID_MOST])[:PARAGRAPHS], _links(tree))
    if _drop(tree.css_first("body"), layout.drop):
        markup = tree.html or markup
    length = sum(map(len, given))
    if length < ENOUGH:
        return _shown(tree, markup) or given
    if length < TEASER_MOST and _is_teaser(given[0], length, shown := _shown(tree, markup)):
        return shown
    blocks = [text for _, text in texts(tree.css(BLOCKS)[:BLOCKS_MOST]) if len(text) >= ANCHOR]
    parts = [part for paragraph in given for part in _parted(paragraph, blocks)]
    return _parted(parts[0], _lines(tree)) if len(parts) == 1 else parts


def _is_teaser(said: str, length: int, shown: list[str]) -> bool:
    """Whether an articleBody is only the beginning of what the page shows."""
    begins = _squeeze(said)[:ANCHOR] in _squeeze(" ".join(shown[:3]))
    return begins and length < TEASER * sum(map(len, shown))


def _by_layout(tree: LexborHTMLParser, layout: Layout) -> list[str]:
    paragraphs: list[str] = []
    for body in tree.css(layout.body):
        _drop(body, layout.drop)
        parts = body.css(layout.paragraph) if layout.paragraph else [body]
        for part in parts:
            paragraphs.extend(paragraphs_of(part.html or ""))
    return paragraphs


def _drop(node: LexborNode | None, selectors: Iterable[str]) -> bool:
    """Take what the selectors pick out of an element; whether they picked anything.

    One after the other, the outermost first: what was in it is gone with it, and must not be touched again.
    """
    dropped = 0
    for selector in selectors if node is not None else ():
        while dropped < DROPPED and node is not None and (one := node.css_first(selector)) is not None:
            if one == node:
                break
            one.decompose()
            dropped += 1
    return dropped > 0


def _links(tree: LexborHTMLParser) -> set[str]:
    """The words of the links that have a line to themselves: titles of other stories."""
    alone = (text for link, text in texts(tree.css("a[href]")[:LINKS]) if is_alone(link))
    return {text for text in alone if len(text.split()) >= TITLE_WORDS}


def _shown(tree: LexborHTMLParser, markup: str) -> list[str]:
    """What the extractor takes for the story, or the fullest element, without lines that are links to their ends."""
    shown = _extracted(markup) or _fullest(tree)
    blocks = [node for link in tree.css("a[href]")[:LINKS] for node in (link, *link.css(IN_LINKS)[:BLOCKS_OF_A_LINK])]
    linked = {text for _, text in texts(blocks)}
    kept = [line for line in shown if line not in linked]
    return kept if sum(map(len, kept)) >= LINKED_MOST * sum(map(len, shown)) else shown


def _fullest(tree: LexborHTMLParser) -> list[str]:
    """The paragraphs of the element with the most words of its own, links aside: pages laid out with tables."""
    nodes = tree.css(HOLDERS)[:BLOCKS_MOST]
    best = max(nodes, key=own_length, default=None)
    if best is None or own_length(best) < ENOUGH:
        return []
    _drop(best, NO_PROSE)
    return paragraphs_of(best.html or "")


def _lines(tree: LexborHTMLParser) -> list[str]:
    """The lines of the element with the most words of its own: paragraphs that the page parts by line breaks alone."""
    best = max(tree.css(HOLDERS)[:BLOCKS_MOST], key=own_length, default=None)
    lines = paragraphs_of(best.html or "") if best is not None else []
    return [line for line in lines if len(line) >= ANCHOR]


def _without_links(given: list[str], titles: set[str]) -> list[str]:
    """The paragraphs of an articleBody without the titles of other stories that stand at their ends.

    Sites run the text of a link that had a line to itself into the paragraph before it.
    """
    kept: list[str] = []
    for paragraph in given:
        ends = [title for title in titles if paragraph.endswith(title)]
        rest = paragraph.removesuffix(max(ends, key=len)).rstrip() if ends else paragraph
        if rest:
            kept.append(rest)
    return kept


def _extracted(markup: str) -> list[str]:
    """What the extractor takes for the story: precise first, and what is likeliest prose where that finds none."""
    from trafilatura import extract

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # it complains of every page that holds no story
    page = markup[:MARKUP_MOST]
    try:
        text = extract(page, favor_precision=True, include_comments=False, include_tables=False)
        text = text or extract(page, favor_recall=True, include_comments=False, include_tables=False)
    except (ValueError, TypeError, AttributeError, RecursionError, MemoryError) as fault:
        logger.debug("the extractor gave up: %s", fault)
        return []
    return [line for part in (text or "").split("\n") if (line := one_line(part).removeprefix("- "))]


def _parted(body: str, blocks: list[str]) -> list[str]:
    """A paragraph of an articleBody, parted where the page's own paragraphs and headings begin and end."""
    cuts = {0, len(body)}
    at = 0
    for block in blocks:
        found = body.find(block, at) if len(block) < len(body) else -1
        if found >= 0:
            at = found + len(block)
            cuts |= {found, at}
    edges = sorted(cuts)
    return [part for start, end in pairwise(edges) if (part := body[start:end].strip())]


def _squeeze(text: str) -> str:
    return "".join(text.split())
