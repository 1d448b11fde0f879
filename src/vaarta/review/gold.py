"""Rulings as gold, in the shape of the annotation guide, so that `vaarta score` runs on them.

A claim ruled right is there as it was coded, an amended one as it was amended, one ruled wrong not at all; one that no
one ruled on is `optional`, so that it counts neither for nor against. No one was asked about what coding missed, so
such gold measures precision, and recall only of what was found before.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from vaarta.evaluation.matching import sentence_at
from vaarta.records import Claims, Engagement, Event, Evidence, Party, Place, Ruling, Statement, Story, When
from vaarta.store import AnyClaim, Store
from vaarta.store.amending import as_ruled
from vaarta.store.rows import all_claims

__all__ = ["gold_stories"]

FEWEST = 2  # words that content begins and ends with, where they are there once; more where they are not

Spans = Sequence[tuple[int, int]]


def gold_stories(store: Store) -> Iterator[dict[str, Any]]:
    """One object for each story with a claim that is ruled on, in the order they were kept."""
    rulings: dict[str, Ruling] = {}
    for ruling in store.rulings():
        rulings[ruling.claim] = ruling
    counting = {claim: ruling for claim, ruling in rulings.items() if ruling.verdict != "withdrawn"}
    for story in store.stories_ruled_on():
        claims = store.claims_of(story.id)
        if claims and any(claim.id in counting for claim in all_claims(claims)):
            yield _gold(story, claims, counting)


def _gold(story: Story, claims: Claims, rulings: dict[str, Ruling]) -> dict[str, Any]:
    sentences = _sentences(story, all_claims(claims))
    kept: list[tuple[AnyClaim, bool]] = []
    for claim in all_claims(claims):
        ruling = rulings.get(claim.id)
        if ruling is None or ruling.verdict != "wrong":
            kept.append((as_ruled(claim, ruling), ruling is None))
    return {
        "id": story.id,
        "lang": story.lang,
        "published": story.published or None,
        "text": story.text,
        "sentences": sentences,
        "ruled_by": sorted({rulings[claim.id].by for claim in all_claims(claims) if claim.id in rulings}),
        "events": [_event(sentences, one, optional=o) for one, o in kept if isinstance(one, Event)],
        "statements": [_statement(story, sentences, one, optional=o) for one, o in kept if isinstance(one, Statement)],
        "engagements": [_engagement(sentences, one, optional=o) for one, o in kept if isinstance(one, Engagement)],
    }


def _sentences(story: Story, claims: Iterable[AnyClaim]) -> list[tuple[int, int]]:
    """Spans that cover the text: the sentences that claims stand in, and what lies between them."""
    told: set[tuple[int, int]] = set()
    for claim in claims:
        told |= {evidence.sentence for evidence in (claim.evidence, *claim.again)}
        if isinstance(claim, Statement):
            told.add(claim.content.sentence)
    spans, reached = list[tuple[int, int]](), 0
    for start, end in (*sorted(told), (len(story.text), len(story.text))):
        if start > reached:
            spans.append((reached, start))
        if end > max(start, reached):
            spans.append((max(start, reached), end))
        reached = max(reached, end)
    return spans or [(0, len(story.text))]


def _event(sentences: Spans, event: Event, *, optional: bool) -> dict[str, Any]:
    return {
        "s": _number(sentences, event.evidence),
        "trigger": event.evidence.quote,
        "type": event.type,
        "mode": event.mode or None,
        "actors": [_party(party) for party in event.actors],
        "recipients": [_party(party) for party in event.recipients],
        "when": _when(event.when),
        "where": _where(event.where),
        "standing": event.standing,
        "contexts": list(event.contexts),
        "again": [_number(sentences, evidence) for evidence in event.again],
        "optional": optional,
    }


def _statement(story: Story, sentences: Spans, statement: Statement, *, optional: bool) -> dict[str, Any]:
    start, end = statement.content.span
    s, s_last = sentence_at(sentences, start), sentence_at(sentences, max(start, end - 1))
    return {
        "s": s,
        "s_last": s_last,
        "speaker": _party(statement.speaker),
        "cue": statement.cue or None,
        "direct": statement.direct,
        "content_first": _first_words(story.text, (start, end), sentences[s][0]),
        "content_last": _last_words(story.text, (start, end), max(start, sentences[s_last][0])),
        "addressee": _party(statement.addressee) if statement.addressee else None,
        "venue": statement.venue or None,
        "when": _when(statement.when),
        "optional": optional,
    }


def _engagement(sentences: Spans, engagement: Engagement, *, optional: bool) -> dict[str, Any]:
    return {
        "s": _number(sentences, engagement.evidence),
        "trigger": engagement.evidence.quote,
        "kind": engagement.kind,
        "name": engagement.name or None,
        "round": engagement.round,
        "parties": list(engagement.parties),
        "heads": [_party(head) for head in engagement.heads],
        "when": _when(engagement.when),
        "where": _where(engagement.where),
        "topics": list(engagement.topics),
        "standing": engagement.standing,
        "part_of": None,
        "optional": optional,
    }


def _number(sentences: Spans, evidence: Evidence) -> int:
    return sentence_at(sentences, evidence.span[0])


def _first_words(text: str, span: tuple[int, int], looked_from: int) -> str:
    """As few of the first words as are found where they are, by one who looks from the start of their sentence."""
    words = text[span[0] : span[1]].split(" ")
    for count in range(FEWEST, len(words)):
        said = " ".join(words[:count])
        if text.find(said, looked_from) == span[0]:
            return said
    return text[span[0] : span[1]]


def _last_words(text: str, span: tuple[int, int], looked_from: int) -> str:
    """As few of the last words as are found where they are, by one who looks from the start of their sentence."""
    words = text[span[0] : span[1]].split(" ")
    for count in range(FEWEST, len(words)):
        said = " ".join(words[-count:])
        if text.find(said, looked_from) == span[1] - len(said):
            return said
    return text[span[0] : span[1]]


def _party(party: Party) -> dict[str, Any]:
    return {"text": party.text, "country": party.country, "sector": party.sector or None}


def _when(when: When | None) -> dict[str, Any] | None:
    return {"text": when.said, "first": when.first or None, "last": when.last or None} if when else None


def _where(place: Place | None) -> dict[str, Any] | None:
    return {"text": place.text, "country": place.country} if place else None
