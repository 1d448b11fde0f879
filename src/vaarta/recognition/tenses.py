"""The tense of the clause around a place in a Doc, by the signs that a pack lists."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from vaarta.packs.times import Tense, TenseSign
from vaarta.text import fold

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = ["clause_tense"]

VERBAL = frozenset({"VERB", "AUX"})
SUBJECTS = frozenset({"nsubj", "dep"})
HELPERS = frozenset({"aux", "aux:pass", "aux:tc", "cop", "mark", "case", "compound", "compound:lvc"})


def clause_tense(doc: "Doc", offset: int, signs: tuple[TenseSign, ...]) -> Tense:
    """The tense of the nearest clause around the code point `offset` whose verb shows one; "" if none does.

    With a parse: the verbs above the word, the nearest first. Without one: the verbs after it in the sentence, then
    those before it.
    """
    span = doc.char_span(offset, offset + 1, alignment_mode="expand")
    if span is None or not signs:
        return ""
    token = span[0]
    for verb in _verbs_above(token) if doc.has_annotation("DEP") else _verbs_beside(token):
        if found := _tense_of(verb, signs):
            return found
    return ""


def _verbs_above(token: "Token") -> Iterator["Token"]:
    for head in (token, *token.ancestors):
        if head.pos_ in VERBAL or any(child.dep_ in {"cop", "aux"} for child in head.children):
            yield head


def _verbs_beside(token: "Token") -> Iterator["Token"]:
    sentence = list(token.sent) if token.doc.has_annotation("SENT_START") else list(token.doc)
    place = next(i for i, other in enumerate(sentence) if other.i == token.i)
    for other in (*sentence[place:], *reversed(sentence[:place])):
        if other.pos_ in VERBAL:
            yield other


def _tense_of(verb: "Token", signs: tuple[TenseSign, ...]) -> Tense:
    tokens = [verb, *(child for child in verb.children if child.dep_ in HELPERS)]
    after = verb.doc[verb.i + 1] if verb.i + 1 < len(verb.doc) else verb
    marks = after.pos_ == "ADP" and (after.head.i in {verb.i, after.i})  # "करने | के लिए", but "flew | to Doha"
    if after.i > verb.i and (after.pos_ in VERBAL | {"PART"} or marks):
        tokens.append(after)
    words = {fold(token.text) for token in tokens}
    for sign in signs:
        if sign.beside and words.isdisjoint(sign.beside):
            continue
        if sign.relations and verb.dep_ not in sign.relations:
            continue
        if _on_subject(verb, sign) or any(_shows(token, sign, helper=token is not verb) for token in tokens):
            return "" if sign.tense == "none" else sign.tense
    return ""


def _on_subject(verb: "Token", sign: TenseSign) -> bool:
    subjects = [child for child in verb.children if sign.subjects and child.dep_ in SUBJECTS]
    return any(fold(marker.text) in sign.subjects for subject in subjects for marker in subject.children)


def _shows(token: "Token", sign: TenseSign, *, helper: bool) -> bool:
    form = fold(token.text)
    feats = set(str(token.morph).split("|"))
    return (
        not feats.isdisjoint(sign.feats)
        or not (helper or feats.isdisjoint(sign.own))
        or form in sign.forms
        or (helper and form in sign.helpers)
        or fold(token.lemma_) in sign.lemmas
        or (bool(sign.endings) and token.pos_ in VERBAL and form.endswith(sign.endings))
    )
