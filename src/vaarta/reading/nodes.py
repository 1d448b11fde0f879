"""Text of the elements of a page, within bounds: elements lie within one another, and their texts may add up."""

from collections.abc import Iterable, Iterator

from selectolax.lexbor import LexborNode

from vaarta.reading.hygiene import one_line

__all__ = ["is_alone", "own_length", "texts"]

BUDGET = 5_000_000  # characters of text taken out of the elements of one page for one purpose
DEEP = 3  # elements within one another that are looked into for words of an element's own
BLANK = 5  # empty pieces of text next to an element that are looked past
TEXT = "-text"
INLINE = {"p", "span", "font", "b", "strong", "i", "em"}


def texts(nodes: Iterable[LexborNode], *, separator: str = "") -> Iterator[tuple[LexborNode, str]]:
    """Each element with its text on one line, in order, as long as all of them together are not too long.

    `separator` is put between the texts of the elements in it.
    """
    spent = 0
    for node in nodes:
        raw = node.text(separator=separator)
        spent += len(raw)
        if spent > BUDGET:
            return
        yield node, one_line(raw)


def is_alone(node: LexborNode) -> bool:
    """Whether an element is all that the element around it holds, but for blank text."""
    return _is_blank(node, "next") and _is_blank(node, "prev")


def own_length(node: LexborNode, deep: int = DEEP) -> int:
    """Characters of the words in an element, those in its paragraphs and inline elements with them, links aside."""
    own = len(one_line(node.text(deep=False)))
    return own + sum(own_length(child, deep - 1) for child in node.iter() if deep and child.tag in INLINE)


def _is_blank(node: LexborNode, where: str) -> bool:
    for _ in range(BLANK):
        beside = getattr(node, where)
        if beside is None:
            return True
        if beside.tag != TEXT or beside.text_content.strip():
            return False
        node = beside
    return False
