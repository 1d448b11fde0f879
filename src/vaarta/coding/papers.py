"""Whose a statement, a letter or a communiqué is that says something; and what a cue that only points says."""

from vaarta.coding.attributions import Saying
from vaarta.coding.content import Content, trimmed
from vaarta.coding.speakers import document_in, issuer_of, tokens_of
from vaarta.coding.triggers import Trigger
from vaarta.coding.view import View
from vaarta.records import Party

__all__ = ["is_document", "issued", "joint", "pointed_at"]

FEW = 3  # sentences of a paragraph that one who points at what was told may mean
LEAST = 4  # tokens of a sentence that is all that is said


def is_document(view: View, party: Party) -> bool:
    """Whether what is taken for a speaker is but a document told of before: "the statement", "the communiqué"."""
    span = tokens_of(view, party)
    head = span[1] - 1 if span else -1
    return head >= 0 and any(phrase[-1] in view.forms[head] for phrase in view.pack.statements.documents)


def joint(view: View, document: tuple[int, int]) -> bool:
    """Whether several issue a document as one: "a joint statement", "साझा बयान"."""
    first, end = document
    own = (k for k in range(max(0, first - 1), end) if k not in view.mention_at)  # not "संयुक्त राष्ट्र"
    return any(view.texts[k] in view.pack.statements.joint for k in own)


def issued(view: View, trigger: Trigger, last: Saying | None) -> Party | None:
    """Who speaks in a passive without an agent: whose the document is that its sentence names, or who spoke last.

    A joint document speaks for itself, as several who speak as one have no country; but for that of one country's own.
    """
    document = document_in(view, trigger.verb, but=range(0))
    if document is None:
        return None
    group = issuer_of(view, document)
    issuers = [p for n in view.groups[group] for p in view.mentions.actors[n].parties] if group is not None else []
    if joint(view, document) and len({p.country for p in issuers}) != 1:
        evidence = view.evidence(*document)
        return Party(text=evidence.quote, country="", evidence=evidence)
    if group is not None:
        return next(iter(issuers), None)
    return last.speaker if last else None


def pointed_at(view: View, trigger: Trigger, last: Saying | None) -> Content | None:
    """What a cue that only points means: the sentences of its paragraph before it, if no one has said them yet.

    "मंत्रालय ने यह जानकारी दी": of a long paragraph, and at the head of one, the sentence before.
    """
    number = view.sentence_of[trigger.verb]
    if number == 0 or not _points(view, trigger):
        return None
    floor = 0 if last is None else max(last.content.end, last.span[1])
    first = number - 1
    while first > 0 and not _parted(view, first) and view.sentences[first - 1].start >= floor:
        first -= 1
    first = first if number - first <= FEW and not _parted(view, number) else number - 1
    if view.sentences[first].start < floor:
        return None
    start, end = trimmed(view, view.sentences[first].start, view.sentences[number - 1].end)
    return Content(start, end) if end - start >= LEAST else None


def _parted(view: View, number: int) -> bool:
    """Whether a paragraph begins at a sentence."""
    before = view.doc[view.sentences[number].start - 1]
    return "\n" in before.text + before.whitespace_ or "\n" in view.text[before.idx : view.doc[before.i + 1].idx]


def _points(view: View, trigger: Trigger) -> bool:
    """Whether a phrase that points back stands right before the cue's words, and no other clause is in its sentence."""
    start, sentence = trigger.start, view.sentences[view.sentence_of[trigger.verb]]
    on = any(view.pos[k] in {"SCONJ", "CCONJ", "VERB"} for k in range(max(trigger.tokens) + 1, sentence.end))
    return not on and any(
        start - len(phrase) >= sentence.start and tuple(view.texts[start - len(phrase) : start]) == phrase
        for phrase in view.pack.statements.pointing
    )
