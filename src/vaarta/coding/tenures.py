"""Tenures: who holds which office of what, and where that office stands."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec.structs import replace

from vaarta.coding.content import trimmed
from vaarta.coding.view import View
from vaarta.doc import ActorMention
from vaarta.records import Evidence, Party, Tenure, content_id

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["code_tenures"]


def code_tenures(view: View) -> tuple[Tenure, ...]:
    """The tenures a story tells, each holder and office once, in order."""
    kept: dict[tuple[str, ...], Tenure] = {}
    for tenure in (*_by_title(view), *_by_copula(view)):
        key = (tenure.holder, tenure.office, tenure.ranks_after, *tenure.heads)
        kept.setdefault(key, tenure)
    return tuple(sorted(kept.values(), key=lambda t: t.evidence.span))


def _by_title(view: View) -> Iterator[Tenure]:
    """Persons named with an office: "विदेश विभाग के प्रवक्ता नेड प्राइस"."""
    seen: set[tuple[str, str]] = set()
    for mention in view.mentions.actors:
        for party in mention.parties:
            if mention.antecedent >= 0 or not (party.name and party.office and party.country):
                continue
            if (party.name, party.country) in seen or party.evidence is None:
                continue
            seen.add((party.name, party.country))
            yield _tenure(view, party, party.evidence, holder=party.name, rule="title")


def _by_copula(view: View) -> Iterator[Tenure]:
    """An office said to be the head of bodies, or to rank after another: "X के बाद Y … का प्रमुख है"."""
    words = view.pack.engagements.offices
    for token in view.doc:
        if not view.forms[token.i] & set(words.head) or not _predicative(token):
            continue
        subject = _office_subject(view, token)
        if subject is None:
            continue
        mention, party = subject
        heads = _headed(view, token)
        after = _office_with(view, token, words.after)
        under = _office_with(view, token, words.under)
        ranked = bool(after) and any(view.texts[i] in words.rank for i in range(token.left_edge.i, token.i + 1))
        if not (heads or ranked or under):
            continue
        evidence = view.evidence(mention.start, token.i + 1)
        place = {"ranks_after": after, "reports_to": under} if ranked else {"heads": heads, "reports_to": under}
        yield replace(_tenure(view, party, evidence, rule="copula"), **place)


def _predicative(token: "Token") -> bool:
    """Whether a noun is what a copula says of its subject."""
    return any(child.dep_ == "cop" for child in token.children) or (
        token.head.lemma_ in {child.lemma_ for child in token.head.children if child.dep_ == "cop"}
    )


def _office_subject(view: View, token: "Token") -> tuple[ActorMention, Party] | None:
    """The mention that is the copula's subject, if it is an office (itself, or what its pronoun stands for)."""
    sentence = view.sentences[view.sentence_of[token.i]]
    inside = [m for m in view.mentions.actors if sentence.start <= m.start and m.end <= token.i]
    bare = [m for m in inside if not view.marker_after(m.end) and m.parties] or [m for m in inside if m.parties]
    for mention in sorted(bare, key=lambda m: view.doc[m.head].dep_ != "nsubj"):
        party = mention.parties[0]
        if party.office or mention.kind in {"office", "pronoun"}:
            return mention, party
    return None


def _headed(view: View, token: "Token") -> tuple[str, ...]:
    """What the office heads: the genitive phrases of the head noun, split at coordination, without a country."""
    bodies: list[str] = []
    for child in token.children:
        if view.subtree_marker(child.i) not in view.grammar.markers.genitive:
            continue
        for part in (child, *(c for c in child.children if c.dep_ == "conj")):
            own = [c.i for c in part.children if c.dep_ in {"compound", "amod"} and c.i < part.i]
            start, end = trimmed(view, min([*own, part.i]), part.i + 1)
            while start < end and view.doc[start].pos_ in {"CCONJ", "ADP"}:
                start += 1
            if start < end:
                bodies.append(str(view.doc[start:end].text))
    return tuple(bodies)


def _office_with(view: View, token: "Token", markers: tuple[str, ...]) -> str:
    """The text of an office mention of the sentence that carries one of the markers."""
    sentence = view.sentences[view.sentence_of[token.i]]
    for n, group in enumerate(view.groups):
        mention = view.mentions.actors[group[0]]
        if sentence.start <= mention.start < sentence.end and view.markers[n] in markers:
            return str(view.doc[mention.start : mention.end].text)
    return ""


def _tenure(view: View, party: Party, evidence: Evidence, *, rule: str, holder: str = "") -> Tenure:
    office = party.office or party.text
    return Tenure(
        id=content_id("tn", view.story.id, holder, office, evidence.span),
        story=view.story.id,
        evidence=evidence,
        by=f"{view.pack.lang}/offices#{rule}",
        holder=holder,
        office=office,
        of=f"{party.country} {party.sector}".strip(),
    )
