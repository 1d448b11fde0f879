"""Where what is said stands: after its cue, before it, or in quotation marks."""

from dataclasses import dataclass

from vaarta.coding.triggers import Trigger
from vaarta.coding.view import View

__all__ = ["Content", "content_of", "first_of", "opened", "trimmed", "verb_end"]

NEAR = 4  # tokens a quotation may stand from its cue
FARTHEST = 12  # tokens the opener may stand from it over "at a press conference in Geneva on Monday"
LEAST = 2  # tokens of content; fewer is no saying


@dataclass(frozen=True)
class Content:
    """Tokens start to end (half-open) that are what is said, and whether they stand in quotation marks."""

    start: int
    end: int
    direct: bool = False


def content_of(view: View, cue: Trigger, *, speaker: tuple[int, int] | None, bare: bool = True) -> Content | None:
    """What is said at a cue whose speaker is the mention of tokens `speaker`; None if nothing stated is found.

    With `bare`, a clause after the cue needs neither opener nor comma: "उन्होंने कहा भारत तैयार है".
    """
    sentence = view.sentences[view.sentence_of[cue.verb]]
    end = verb_end(view, cue)
    first = first_of(view, cue, speaker)
    found = opened(view, cue) or _quoted_at(view, end) or _quoted_before(view, first)
    if found is not None:
        return found
    if view.grammar.verb == "first":
        return _after_verb(view, cue, end, speaker, bare=bare)
    after = end < sentence.end and view.texts[end] in {",", ":", "-", "–"}
    if after or (bare and sentence.end - end > NEAR):
        return _indirect(view, end, sentence.end)
    return _before(view, sentence.start, first)


def first_of(view: View, cue: Trigger, speaker: tuple[int, int] | None) -> int:
    """The first token of cue and speaker, with the speaker's article."""
    first = min([cue.start, *([speaker[0]] if speaker else [])])
    while first > 0 and view.doc[first - 1].pos_ == "DET" and not view.doc[first].is_sent_start:
        first -= 1
    return first


def opened(view: View, cue: Trigger) -> Content | None:
    """The clause that a word like "that" opens right after the cue."""
    sentence = view.sentences[view.sentence_of[cue.verb]]
    end = verb_end(view, cue)
    for k in range(end, min(end + FARTHEST, sentence.end)):
        if view.texts[k] in _openers(view) and view.doc[k].dep_ not in {"det", "nsubj"}:
            return _quoted_at(view, k + 1) or _indirect(view, k + 1, sentence.end)
        if view.doc[k].pos_ in {"VERB", "PUNCT"}:
            return None
    return None


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
    """Tokens start to end, cut where another saying takes over (", यह रेखांकित करते हुए कि", "और चेतावनी दी कि")."""
    end = next((k for k in range(start + LEAST, end) if _takes_over(view, k, end)), end)
    start, end = trimmed(view, start, end)
    return Content(start, end) if end - start >= LEAST else None


def _takes_over(view: View, k: int, end: int) -> bool:
    """Whether a comma or coordinator at token `k` is followed by another cue without a subject of its own."""
    if view.texts[k] not in view.grammar.coordinators:
        return False
    opener = next((j for j in range(k + 1, min(k + 2 * NEAR, end)) if view.texts[j] in _openers(view)), None)
    if opener is None or any(j in view.mention_at for j in range(k + 1, opener)):
        return False
    verbs = [j for j in range(k + 1, opener) if view.doc[j].pos_ in {"VERB", "AUX"}]
    heads = view.pack.statements.verbs | view.pack.events.verbs
    return bool(verbs) and any(view.forms[j] & heads for j in verbs)


def _before(view: View, start: int, end: int) -> Content | None:
    """Tokens start to end as content, if they hold a verb and a comma or colon closes them."""
    if end - start <= LEAST or view.texts[end - 1] not in {",", ":", "-", "–", "—", "”", '"'}:
        return None
    if not any(view.doc[k].pos_ in {"VERB", "AUX"} for k in range(start, end)):
        return None
    return _indirect(view, start, end)


def _after_verb(view: View, cue: Trigger, end: int, speaker: tuple[int, int] | None, *, bare: bool) -> Content | None:
    """In a verb-initial language: the clause before the cue that a comma closes, else the clause after it."""
    sentence = view.sentences[view.sentence_of[cue.verb]]
    first = first_of(view, cue, speaker)
    if before := _before(view, sentence.start, first):
        return before
    if speaker and end <= speaker[0] <= end + 1:
        end = speaker[1]
    clauses = [c for c in view.doc[cue.verb].children if c.dep_ in {"ccomp", "parataxis"} and c.i >= end]
    if clauses:
        return _indirect(view, max(end, clauses[0].left_edge.i), sentence.end)
    opens = end < sentence.end and view.doc[end].pos_ in {"DET", "PRON", "PROPN", "NOUN", "ADJ", "NUM"}
    if bare and opens and any(_finite(view, k) for k in range(end + 1, sentence.end)):
        return _indirect(view, end, sentence.end)
    return None


def _finite(view: View, k: int) -> bool:
    return "Fin" in view.doc[k].morph.get("VerbForm", [])
