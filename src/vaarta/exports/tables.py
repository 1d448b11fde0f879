"""The record as flat tables for R, Stata, pandas and SQL: rows by the columns of codebook.toml."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias

from vaarta.errors import ExportError
from vaarta.exports import facts
from vaarta.exports.codes import quad_of
from vaarta.exports.facts import Mention, Stories
from vaarta.query import Answer, Tally, Thing
from vaarta.records import Claim, Engagement, Event, Party, Record, Statement, Tenure
from vaarta.store.rows import party_rows
from vaarta.toml import read_toml

__all__ = ["ANSWERS", "FIGURES", "Column", "Row", "answer_rows", "codebook", "count_rows", "rows_of"]

KINDS = {Event: "events", Statement: "statements", Engagement: "engagements", Tenure: "tenures"}
LIST = "; "
Row: TypeAlias = dict[str, Any]
# The columns of answers of all kinds together, and their types.
ANSWERS = {
    "id": "text", "kind": "text", "type": "text", "mode": "text", "standing": "text", "first": "day", "last": "day",
    "dated": "flag", "goldstein": "number", "roles": "text", "countries": "text", "sides": "text", "place": "text",
    "place_country": "text", "latitude": "number", "longitude": "number", "geonames_id": "integer", "score": "number",
    "ruling": "text", "by": "text", "claim": "text", "story": "text", "lang": "text", "published": "text",
    "publisher": "text", "url": "text", "sentence": "text",
}  # fmt: skip

FIGURES = {"count": "integer", "reports": "integer", "goldstein": "number", "plover_score": "number"}  # of counts


class Column(Record, frozen=True, kw_only=True, rename={"is_": "is"}):
    """A column: the type of its cells (text, integer, number, day, flag) and what they are."""

    type: str
    is_: str


@cache
def codebook() -> Mapping[str, Mapping[str, Column]]:
    """The tables, by name, and their columns, in order."""
    return read_toml(Path(__file__).parent / "codebook.toml", dict[str, dict[str, Column]], ExportError)


def rows_of(thing: Thing, stories: Stories) -> Iterator[tuple[str, Row]]:
    """The rows of a thing, each with its table: itself, its sides, and every sentence that tells it."""
    claim, table = thing.claim, KINDS[type(thing.claim)]
    yield table, _common(thing) | PARTS[type(claim)](thing, claim)
    for side in party_rows(claim):
        told = {"role": side.role, "country": side.country, "sector": side.sector, "text": side.text}
        yield "sides", {"of": thing.id, **told}
    for mention in facts.mentions(thing):
        yield "mentions", {"of": thing.id, "kind": table.removesuffix("s"), **_mention(mention, stories)}


def answer_rows(answers: Iterable[Answer]) -> Iterator[Row]:
    """One row an answer, whatever its kind, with the columns of `ANSWERS`."""
    for answer in answers:
        claim = answer.claim
        thing = Thing(id=answer.entry or claim.id, best=answer, told_by=(answer,))
        sides = tuple(party_rows(claim))
        yield {
            **_common(thing),
            "kind": KINDS[type(claim)].removesuffix("s"),
            "type": claim.type if isinstance(claim, Event) else claim.kind if isinstance(claim, Engagement) else "",
            "mode": claim.mode if isinstance(claim, Event) else "",
            "goldstein": claim.goldstein if isinstance(claim, Event) else None,
            "roles": LIST.join(side.role for side in sides),
            "countries": LIST.join(side.country for side in sides),
            "sides": LIST.join(side.text for side in sides),
            **_place(claim),
        }


def count_rows(tallies: Iterable[Tally]) -> Iterator[Row]:
    """One row a tally: its keys, all text, and then `FIGURES`."""
    for tally in tallies:
        scores = (tally.goldstein, tally.plover_score)
        goldstein, plover = (None if score is None else round(score, 3) for score in scores)
        figures = {"count": tally.count, "reports": tally.reports, "goldstein": goldstein, "plover_score": plover}
        yield {**tally.keys, **figures}


def _mention(mention: Mention, stories: Stories) -> Row:
    answer, evidence = mention.answer, mention.evidence
    return {
        "claim": answer.claim.id,
        **_source(answer),
        "sentence_number": facts.sentence_number(stories(answer.story), evidence),
        "sentence_start": evidence.sentence[0],
        "sentence_end": evidence.sentence[1],
        "start": evidence.span[0],
        "end": evidence.span[1],
        "quote": evidence.quote,
        "score": answer.claim.score,
        "by": answer.claim.by,
    }


def _common(thing: Thing) -> Row:
    claim, best, set_on = thing.claim, thing.best, facts.days(thing)
    return {
        "id": thing.id,
        "standing": claim.standing,
        "first": set_on.first if set_on else "",
        "last": set_on.last if set_on else "",
        "dated": bool(set_on and set_on.stated),
        "score": claim.score,
        "ruling": best.ruling,
        "by": claim.by,
        "stories": len({answer.story for answer in thing.told_by}),
        "claim": claim.id,
        **_source(best),
        "sentence": facts.sentence_of(thing),
    }


def _source(answer: Answer) -> Row:
    return {
        "story": answer.story,
        "lang": answer.lang,
        "published": answer.published,
        "publisher": answer.publisher,
        "url": answer.url,
    }


def _event(thing: Thing, event: Event) -> Row:
    return {
        "type": event.type,
        "mode": event.mode,
        "quad": quad_of(event),
        "cameo": event.cameo,
        "goldstein": event.goldstein,
        "plover_score": event.plover_score,
        "contexts": LIST.join(event.contexts),
        **_sides("actor", event.actors),
        **_sides("recipient", event.recipients),
        **_place(event),
        "reports": sum(1 for _ in facts.mentions(thing)),
        "publishers": len(facts.publishers(thing)),
    }


def _statement(_: Thing, statement: Statement) -> Row:
    speaker, addressee = statement.speaker, statement.addressee
    return {
        "speaker": speaker.text,
        "speaker_name": speaker.name,
        "speaker_office": speaker.office,
        "speaker_country": speaker.country,
        "speaker_sector": speaker.sector,
        "addressee": addressee.text if addressee else "",
        "addressee_country": addressee.country if addressee else "",
        "venue": statement.venue,
        "direct": statement.direct,
        "cue": statement.cue,
        "content": statement.content.quote,
        "performs": LIST.join(statement.performs),
    }


def _engagement(_: Thing, engagement: Engagement) -> Row:
    return {
        "kind": engagement.kind,
        "name": engagement.name,
        "series": engagement.series,
        "round": engagement.round,
        "parties": LIST.join(engagement.parties),
        "heads": LIST.join(head.text for head in engagement.heads),
        "hosts": LIST.join(host.text for host in engagement.hosts),
        "topics": LIST.join(engagement.topics),
        "part_of": engagement.part_of,
        **_place(engagement),
    }


def _tenure(_: Thing, tenure: Tenure) -> Row:
    country, sector = (*tenure.of.split(), "", "")[:2]
    return {
        "holder": tenure.holder,
        "office": tenure.office,
        "country": country,
        "sector": sector,
        "heads": LIST.join(tenure.heads),
        "ranks_after": tenure.ranks_after,
        "reports_to": tenure.reports_to,
    }


PARTS: Mapping[type[Claim], Callable[[Thing, Any], Row]] = {
    Event: _event,
    Statement: _statement,
    Engagement: _engagement,
    Tenure: _tenure,
}


def _sides(role: str, parties: Sequence[Party]) -> Row:
    return {
        f"{role}_countries": LIST.join(party.country for party in parties),
        f"{role}_sectors": LIST.join(party.sector for party in parties),
        f"{role}s": LIST.join(party.text for party in parties),
    }


def _place(claim: Claim) -> Row:
    place, entry = claim.where, facts.gazetteer_place(claim.where)
    return {
        "place": place.text if place else "",
        "place_country": place.country if place else "",
        "latitude": entry.lat if entry else None,
        "longitude": entry.lon if entry else None,
        "geonames_id": entry.id if entry else None,
    }
