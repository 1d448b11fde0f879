"""The hand-checked parses of parses/*.conllu, by id, and what they code as. Sentences are ours; no model is loaded."""

from functools import cache
from pathlib import Path

from vaarta.pipeline import code_doc
from vaarta.records import Claims, Engagement, Event, Evidence, Statement, Story, When
from vaarta.testing import blocks, doc_from_conllu, make_story, summary

__all__ = ["days", "event_days", "every_evidence", "read", "readable", "rows", "sayings", "told"]

TOLD = "2024-05-15T12:00:00+05:30"  # a Wednesday
PARSES = Path(__file__).parent / "parses"


@cache
def rows(lang: str) -> dict[str, str]:
    """The rows of each parse of a language by its id; a parse may be of several sentences."""
    found: dict[str, list[str]] = {}
    key = ""
    for path in sorted(PARSES.glob(f"{lang}*.conllu")):
        for comments, body in blocks(path.read_text(encoding="utf-8")):
            key = comments.get("id", key)
            found.setdefault(key, []).append(body)
    return {key: "\n\n".join(bodies) for key, bodies in found.items()}


def read(lang: str, key: str, *, headline: bool = False) -> tuple[Story, Claims]:
    """A parse as a story told on 15 May 2024, its whole text a headline if asked, and what it codes as."""
    doc = doc_from_conllu(rows(lang)[key])
    story = make_story(doc.text, lang=lang, published=TOLD, headline=doc.text if headline else "")
    return story, code_doc(doc, story)


def told(lang: str, key: str, *, headline: bool = False) -> list[str]:
    """The events of a parse in short, in order."""
    return [summary(event) for event in read(lang, key, headline=headline)[1].events]


def readable(engagement: Engagement) -> str:
    """An engagement in short, with its days."""
    return f"{summary(engagement)} {days(engagement.when)}".strip()


def days(when: When | None) -> str:
    """The days as first/last, one if they are the same, "" if none are told."""
    if when is None:
        return ""
    return when.first if when.first == when.last else f"{when.first}/{when.last}"


def event_days(lang: str, key: str) -> list[str]:
    """The days of each event of a parse, in order."""
    return [days(event.when) for event in read(lang, key)[1].events]


def sayings(lang: str, key: str, *, headline: bool = False) -> list[str]:
    """The statements of a parse, in order: speaker's country, "direct" if it is, and the content."""
    return [_saying(said) for said in read(lang, key, headline=headline)[1].statements]


def _saying(said: Statement) -> str:
    return f"{said.speaker.country or '?'}{' direct' if said.direct else ''}: {said.content.quote.strip('“”।,. ')}"


def every_evidence(claims: Claims) -> list[Evidence]:
    """All evidence of all claims: what is checked against the story's text."""
    found = [c.evidence for c in (*claims.events, *claims.statements, *claims.engagements, *claims.tenures)]
    found += [again for event in claims.events for again in event.again]
    found += [said.content for said in claims.statements]
    return found + [e for event in claims.events for e in _of_parties(event)]


def _of_parties(event: Event) -> list[Evidence]:
    return [e for party in (*event.actors, *event.recipients) for e in (party.evidence, party.antecedent) if e]
