"""Whom a pronoun cannot be: whoever its subject does something to, its own subject, with whom it meets."""

from functools import cache
from typing import TYPE_CHECKING

from vaarta.doc import ActorMention
from vaarta.packs import Pack
from vaarta.recognition.draft import Draft
from vaarta.recognition.told import Told, root_of

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["barred", "called"]

CLAUSES = frozenset({"ROOT", "acl", "acl:relcl", "advcl", "ccomp", "csubj", "parataxis", "xcomp"})  # of what heads one
ANCESTORS = 12  # heads upward that are looked at


def called(index: int, told: Told) -> set[tuple[str, str]]:
    """Who the parties of a mention are, or what they are called, here or where it leads back to."""
    return {(side.country, side.actor_id or side.text) for side in told.mentions[root_of(index, told)].parties}


def barred(draft: Draft, told: Told) -> frozenset[tuple[str, str]]:
    """Whom the pronoun cannot be: whoever its own subject does something to, "X की सराहना करते हुए उन्होंने …"."""
    doc, pronoun = told.reading.doc, told.reading.doc[draft.start]
    if not pronoun.dep_.startswith("nsubj"):
        return _subject_barred(draft, told)
    never: set[tuple[str, str]] = set()
    for index in range(len(told.drafts) - 1, -1, -1):
        if told.drafts[index].sentence != draft.sentence:
            break
        token = doc[told.mentions[index].head]
        subject = token.dep_.startswith("nsubj")
        for _ in range(ANCESTORS):
            if token.head.i in (pronoun.head.i, token.i):
                break
            token = token.head
        converb = token.dep_ == "advcl" and not {"Fin", "Inf"} & set(token.morph.get("VerbForm", []))
        if token.head.i == pronoun.head.i and converb and token.pos_ in ("VERB", "AUX") and not subject:
            never |= called(index, told)
    return frozenset(never)


def _subject_barred(draft: Draft, told: Told) -> frozenset[tuple[str, str]]:
    """Whom an owner cannot be where a language has a word for one's own: "X ने उनका स्वागत किया" is not of X."""
    pointer = draft.pointer.pointer if draft.pointer else None
    if pointer is None or not pointer.owns or not _has_own(told.reading.pack):
        return frozenset()
    token = told.reading.doc[draft.start]
    for _ in range(ANCESTORS):
        if token.dep_.startswith("nsubj") or token.head.i == token.i:
            return _companion(draft, told)  # within the subject itself: "उनके मंत्री ने कहा"
        token = token.head
        if token.pos_ in ("VERB", "AUX") or token.dep_ in CLAUSES:
            break
    here = [
        index
        for index, found in enumerate(told.mentions)
        if told.drafts[index].sentence == draft.sentence and found.kind != "adjective"
    ]
    heads = {index: told.reading.doc[told.mentions[index].head] for index in here}
    subjects = [index for index, head in heads.items() if _subject_of(head, token)]
    never = _companion(draft, told).union(*(called(index, told) for index in subjects))
    if pointer.of == "person" or not never:
        return never
    # A country, too, is spoken of as its own by whoever acts for it: "चीनी राष्ट्रपति ने उसकी निंदा की" is not China's.
    countries = {country for country, _ in never}
    return never.union(*(called(i, told) for i, m in enumerate(told.mentions) if _acts_for(m, countries)))


def _acts_for(found: ActorMention, countries: set[str]) -> bool:
    return any(side.country in countries for side in found.parties)


def _subject_of(head: "Token", verb: "Token") -> bool:
    """Whether a word is the subject of a verb, or named together with it."""
    first = head.head if head.dep_ == "conj" else head
    return first.dep_.startswith("nsubj") and first.head.i == verb.i


def _companion(draft: Draft, told: Told) -> frozenset[tuple[str, str]]:
    """With whom something is that the pronoun owns, "X के साथ | उनकी बैठक", and whom it so cannot be: not "उनकी पत्नी"."""
    reading = told.reading
    if not told.mentions or reading.kind_at(reading.doc[draft.start].head.i) != "word":
        return frozenset()
    last = len(told.mentions) - 1
    between = " ".join(reading.keys[told.mentions[last].end : draft.start])
    return frozenset(called(last, told)) if between in reading.pack.grammar.markers.companions else frozenset()


@cache
def _has_own(pack: Pack) -> bool:
    """Whether a language has a possessive of its own for the subject: अपना."""
    return any(pointer.own and pointer.owns for pointer in pack.reference.phrases.values())
