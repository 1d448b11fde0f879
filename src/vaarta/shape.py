"""What `vaarta code` prints of a story: the objects of the annotation guide, with offsets, as plain JSON values."""

from collections.abc import Sequence
from functools import cache
from importlib.metadata import version

from vaarta.ontology import quad_class, root_of
from vaarta.records import Claim, Claims, Engagement, Event, Party, Place, Statement, Story, Tenure, When

__all__ = ["coded", "this_version", "whole"]


def coded(story: Story, claims: Claims) -> dict[str, object]:
    """One JSON object of a story and all it claims. Offsets are code points into `Story.text`; unknown is null or [].

    `start` and `end` of an event, an engagement or an office are those of the words that tell it, of a statement those
    of what was said. A `country` alone stays "" when unknown, as the guide has it.
    """
    triggers = {engagement.id: _slice(story, engagement.evidence.span) for engagement in claims.engagements}
    return {
        "id": story.id,
        "lang": story.lang,
        "published": story.published or None,
        "section": story.section or None,
        "headline": story.headline or None,
        "byline": story.byline or None,
        "events": [_event(story, event) for event in claims.events],
        "statements": [_statement(story, statement) for statement in claims.statements],
        "engagements": [_engagement(story, engagement, triggers) for engagement in claims.engagements],
        "offices": [_office(story, tenure) for tenure in claims.tenures],
    }


def whole(story: Story, claims: Claims) -> dict[str, object]:
    """The same object with the story and its claims as they are kept, and the version that coded them.

    `vaarta keep` takes it without coding again.
    """
    return {"vaarta": this_version(), **coded(story, claims), "story": story, "claims": claims}


@cache
def this_version() -> str:
    """The version of Vaarta that codes here."""
    return version("vaarta")


def _event(story: Story, event: Event) -> dict[str, object]:
    return {
        "type": event.type,
        "mode": event.mode or None,
        "actors": _parties(event.actors),
        "recipients": _parties(event.recipients),
        "when": _when(event.when),
        "where": _where(event.where),
        "standing": event.standing,
        "contexts": list(event.contexts),
        "trigger": _slice(story, event.evidence.span),
        "start": event.evidence.span[0],
        "end": event.evidence.span[1],
        "again": [list(told.sentence) for told in event.again],
        "cameo": event.cameo or None,
        "cameo_root": root_of(event.cameo) or None,
        "quad_class": quad_class(event.cameo),
        "goldstein": event.goldstein,
        "plover_score": event.plover_score,
        **_origin(story, event),
    }


def _statement(story: Story, statement: Statement) -> dict[str, object]:
    return {
        "speaker": _named(statement.speaker),
        "cue": statement.cue or None,
        "direct": statement.direct,
        "addressee": _party(statement.addressee) if statement.addressee else None,
        "venue": statement.venue or None,
        "when": _when(statement.when),
        "content": _slice(story, statement.content.span),
        "start": statement.content.span[0],
        "end": statement.content.span[1],
        **_origin(story, statement),
    }


def _engagement(story: Story, engagement: Engagement, triggers: dict[str, str]) -> dict[str, object]:
    return {
        "kind": engagement.kind,
        "name": engagement.name or None,
        "round": engagement.round,
        "parties": list(engagement.parties),
        "heads": [_named(head) for head in engagement.heads],
        "topics": list(engagement.topics),
        "when": _when(engagement.when),
        "where": _where(engagement.where),
        "standing": engagement.standing,
        "part_of": triggers.get(engagement.part_of),
        "trigger": _slice(story, engagement.evidence.span),
        "start": engagement.evidence.span[0],
        "end": engagement.evidence.span[1],
        **_origin(story, engagement),
    }


def _office(story: Story, tenure: Tenure) -> dict[str, object]:
    return {
        "holder": tenure.holder or None,
        "office": tenure.office,
        "of": tenure.of or None,
        "heads": list(tenure.heads),
        "ranks_after": tenure.ranks_after or None,
        "reports_to": tenure.reports_to or None,
        "start": tenure.evidence.span[0],
        "end": tenure.evidence.span[1],
        **_origin(story, tenure),
    }


def _origin(story: Story, claim: Claim) -> dict[str, object]:
    """Where it is said, and what coded it."""
    return {"sentence": _slice(story, claim.evidence.sentence), "by": claim.by, "score": claim.score}


def _parties(parties: Sequence[Party]) -> list[dict[str, object]]:
    return [_party(party) for party in parties]


def _party(party: Party) -> dict[str, object]:
    return {"text": party.text, "country": party.country, "sector": party.sector or None}


def _named(party: Party) -> dict[str, object]:
    return _party(party) | {"name": party.name or None, "office": party.office or None}


def _when(when: When | None) -> dict[str, object] | None:
    return {"text": when.said, "first": when.first or None, "last": when.last or None} if when else None


def _where(place: Place | None) -> dict[str, object] | None:
    return {"text": place.text, "country": place.country} if place else None


def _slice(story: Story, span: tuple[int, int]) -> str:
    return story.text[span[0] : span[1]]
