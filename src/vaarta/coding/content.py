"""Where what is said stands: after its cue, before it, or in quotation marks."""

from dataclasses import dataclass

from vaarta.coding.triggers import Trigger
from vaarta.coding.view import View

__all__ = ["Content", "content_of", "trimmed", "verb_end"]

NEAR = 4  # tokens an opener ("कि", "that") may stand from the end of its cue
LEAST = 2  # tokens of content; fewer is no saying


@dataclass(frozen=True)
class Content:
    """Tokens start to end (half-open) that are what is said, and whether they stand in quotation marks."""

    start: int
    end: int
    direct: bool = False


def content_of(view: View, cue: Trigger, *, speaker: tuple[int, int] | None) -> Content | None:
    """What is said at a cue whose speaker is the mention of tokens `speaker`; None if nothing stated is found."""
    sentence = view.sentences[view.sentence_of[cue.verb]]
    end = verb_end(view, cue)
    opener = next((k for k in range(end, min(end + NEAR, sentence.end)) if view.texts[k] in _openers(view)), None)
    if opener is not None:
        return _quoted_at(view, opener + 1) or _indirect(view, opener + 1, sentence.end)
    if end < sentence.end and (quoted := _quoted_at(view, end)):
        return quoted
    if quoted := _quoted_before(view, min([cue.start, *([speaker[0]] if speaker else [])])):
        return quoted
    if view.grammar.verb == "first":
        return _english_order(view, cue, end, speaker)
    if end < sentence.end and view.texts[end] in {",", ":", "-", "–"}:
        return _indirect(view, end + 1, sentence.end)
    return _before(view, sentence.start, min([cue.start, *([speaker[0]] if speaker else [])]))


def verb_end(view: View, cue: Trigger) -> int:
    """One past the last auxiliary of the cue's verb."""
    k = cue.verb + 1
    while k < len(view.doc) and view.doc[k].pos_ == "AUX" and not view.doc[k].is_sent_start:
        k += 1
    return max(k, cue.end)


def trimmed(view: View, start: int, end: int) -> tuple[int, int]:
    """Tokens start to end without punctuation at either end."""
    while start < end and not _wordy(view, start):
        start += 1
    while end > start and not _wordy(view, end - 1):
        end -= 1
    return start, end


def _wordy(view: View, i: int) -> bool:
    return any(c.isalnum() for c in view.doc[i].text)


def _openers(view: View) -> frozenset[str]:
    return view.pack.statements.openers


def _quoted_at(view: View, i: int) -> Content | None:
    """The quotation that opens within three tokens of token `i`."""
    for quotation in view.mentions.quotations:
        if -1 <= quotation.start - i <= NEAR - 1:
            return Content(quotation.start, quotation.end, direct=True)
    return None


def _quoted_before(view: View, i: int) -> Content | None:
    """The quotation that ends within three tokens before token `i`."""
    for quotation in view.mentions.quotations:
        if 0 <= i - quotation.end <= NEAR - 1:
            return Content(quotation.start, quotation.end, direct=True)
    return None


def _indirect(view: View, start: int, end: int) -> Content | None:
    """Tokens start to end, cut where a participle of saying takes over (", यह रेखांकित करते हुए कि")."""
    opener = start
    for k in range(start + 1, end):
        if view.texts[k] in view.pack.statements.breaks and any(view.texts[j] == "," for j in range(start, k)):
            comma = max(j for j in range(start, k) if view.texts[j] == ",")
            if k - comma <= 2 * NEAR and any(t in _openers(view) for t in view.texts[k : k + NEAR]):
                end = comma
                break
    start, end = trimmed(view, opener, end)
    return Content(start, end) if end - start >= LEAST else None


def _before(view: View, start: int, end: int) -> Content | None:
    """Tokens start to end as content, if they hold a verb and a comma or colon closes them."""
    if end - start <= LEAST or view.texts[end - 1] not in {",", ":", "-", "–", "—", "”", '"'}:
        return None
    if not any(view.doc[k].pos_ in {"VERB", "AUX"} for k in range(start, end)):
        return None
    return _indirect(view, start, end)


def _english_order(view: View, cue: Trigger, end: int, speaker: tuple[int, int] | None) -> Content | None:
    """A clause after the cue, or the clause before it that a comma closes."""
    sentence = view.sentences[view.sentence_of[cue.verb]]
    first = min([cue.start, *([speaker[0]] if speaker else [])])
    if before := _before(view, sentence.start, first):
        return before
    clause = [child for child in view.doc[cue.verb].children if child.dep_ in {"ccomp", "parataxis", "xcomp"}]
    for child in clause:
        left = max(end, child.left_edge.i)
        if child.i >= end and child.pos_ in {"VERB", "AUX", "NOUN", "ADJ", "PROPN", "PRON"}:
            if speaker and left < speaker[1] <= child.right_edge.i:
                left = max(left, speaker[1])
            return _indirect(view, left, child.right_edge.i + 1)
    return None
