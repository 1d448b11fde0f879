"""What someone calls something: "called the charge | a lie", "आरोप को | निराधार बताया"."""

from typing import TYPE_CHECKING

from vaarta.coding.content import Content, trimmed
from vaarta.coding.triggers import Trigger
from vaarta.coding.view import View

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["called"]

NAMING = {"obj", "xcomp", "ccomp", "iobj", "nsubj:pass", "obl", "advcl"}
CALLED = {"amod", "appos"}
FREE = {"csubj", "acl:relcl"}  # "what it called a firm answer" is a way of naming, no saying
QUOTES = {"“", "‘", "«"}  # marks that open; those that close, too, are the grammar's


def called(view: View, trigger: Trigger, speaker: tuple[int, int] | None) -> Content | None:
    """What stands between the speaker and the verb (before it), or after the verb (in a verb-initial language)."""
    if view.grammar.verb == "first":
        if not _named_so(view, trigger) or view.doc[trigger.verb].dep_ in FREE:
            return None
        if trigger.verb + 1 < len(view.doc) and view.doc[trigger.verb + 1].pos_ == "ADP":
            return None
        start, end = trimmed(view, trigger.verb + 1, _object_end(view, trigger.verb))
    elif speaker is None or speaker[1] + 1 >= trigger.start:
        return None
    else:
        start, end = trimmed(view, _after_clauses(view, speaker[1] + 1, trigger.start), trigger.start)
    return Content(start, end) if end - start >= 2 else None  # noqa: PLR2004 (an object and what it is called)


def _after_clauses(view: View, start: int, end: int) -> int:
    """Where an object begins that stands after a clause of its own: "X ने आपत्ति जताई है, | इसे दखल बताते हुए"."""
    for k in range(end - 1, start, -1):
        if view.texts[k] == "," and "Fin" in view.doc[k - 1].morph.get("VerbForm", []):
            return k + 1
    return start


def _with_case(token: "Token") -> bool:
    """Whether an oblique has a preposition, and so is no name for anything: "called a strike | for Friday"."""
    return token.dep_ == "obl" and any(c.dep_ == "case" for c in token.children)


def _object_end(view: View, verb: int) -> int:
    """One past the last token that depends on a verb, less the verbs joined to it: "called it a lie | and left".

    Nor does it go on in a participle that says more: "described the talks as frank, | adding that …".
    """
    joined = [c for c in view.doc[verb].children if c.dep_ in {"conj", "parataxis"} and c.i > verb]
    joined = [c for c in joined if not _quoted(view, c.i)]
    ends = [min([k.left_edge.i, *(g.i for g in k.children if g.dep_ == "cc")]) for k in joined if list(k.children)]
    end = min([view.doc[verb].right_edge.i + 1, *ends])
    breaks = view.pack.statements.breaks | view.pack.statements.turns
    return next((k for k in range(verb + 1, end - 1) if view.texts[k] == "," and view.texts[k + 1] in breaks), end)


def _named_so(view: View, trigger: Trigger) -> bool:
    """Whether a verb of calling has both what is called and what it is called: not "called a strike"."""
    named = [c for c in view.doc[trigger.verb].children if c.dep_ in NAMING and not _with_case(c)]
    # Parsers hang what it is called on what is called: "called the move | illegal", "branded the deal “a sell-out”".
    told = any(k.i > c.i and k.dep_ in CALLED for c in named if c.dep_ == "obj" for k in c.children)
    told |= any(c.dep_ == "parataxis" and _quoted(view, c.i) for c in view.doc[trigger.verb].children)
    return trigger.end - trigger.verb > 1 or len(named) > 1 or told


def _quoted(view: View, i: int) -> bool:
    """Whether the phrase of token `i` opens with a quotation mark, as what something is called does."""
    return view.doc[i].left_edge.text in view.grammar.closing or view.doc[i].left_edge.text in QUOTES
