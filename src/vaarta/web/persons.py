"""Who acts: the views behind the pages of an actor and of an office."""

from collections.abc import Iterator, Mapping
from functools import cache

import msgspec

from vaarta.countries import code_of
from vaarta.ontology import ActorEntry, load_ontology
from vaarta.ontology.holders import load_holders
from vaarta.packs import languages
from vaarta.packs.names import fold_phrase
from vaarta.packs.offices import Phrases, known_phrases
from vaarta.query import Question, Thing, conditions_of, count, things
from vaarta.records import Record
from vaarta.store import Store, surveying
from vaarta.store.spelling import office_names
from vaarta.web.dated import Timeline, timeline
from vaarta.web.mapped import Tie
from vaarta.web.refusals import Refused

__all__ = [
    "ActorView", "Holding", "Known", "OfficeView", "actor_view", "known_as", "name_in", "office_in", "office_view",
]  # fmt: skip

SHOWN = 6  # things of each kind
PARTNERS = 12
HOLDERS = 60
NAMED = 8  # actors that one name may mean
KINDS = frozenset({"organisation", "group", "party", "person"})


class Known(Record, frozen=True, kw_only=True):
    """An actor that the ontology knows: its id and English name, its kind, its country."""

    id: str
    name: str
    kind: str
    country: str = ""


class Holding(Record, frozen=True, kw_only=True):
    """An office held, as the ontology has it: who, of what country, from and to when ("" is open or unknown)."""

    holder: Known
    office: str
    country: str
    first: str
    last: str
    seen: str


class ActorView(Record, frozen=True, kw_only=True):
    """What an actor did, what was done to it, what it said, whom it met, with whom it deals.

    `timeline` counts what it did, said and took part in.
    """

    who: Known
    since: str
    until: str
    offices: tuple[Holding, ...]
    timeline: Timeline
    partners: tuple[Tie, ...]
    did: tuple[Thing, ...]
    received: tuple[Thing, ...]
    said: tuple[Thing, ...]
    engagements: tuple[Thing, ...]


class OfficeView(Record, frozen=True, kw_only=True):
    """Who held an office of a country and when, and what those told of by it did and said, and with whom."""

    country: str
    office: str
    words: str
    since: str
    until: str
    holders: tuple[Holding, ...]
    tenures: tuple[Thing, ...]
    partners: tuple[Tie, ...]
    did: tuple[Thing, ...]
    said: tuple[Thing, ...]
    engagements: tuple[Thing, ...]


def actor_view(store: Store, written: str, days: tuple[str, str]) -> ActorView | str:
    """The page of an actor by country's code, id or name; the id alone where the page has another address."""
    who = _actor(written)
    if isinstance(who, str):
        return who
    code = who.id if who.kind == "country" else ""
    by = Question(actor=code or who.name, since=days[0], until=days[1])
    to = Question(recipient=code or who.name, since=days[0], until=days[1])
    return ActorView(
        who=who,
        since=days[0],
        until=days[1],
        offices=tuple(_offices_of(who.id)),
        timeline=timeline(store, by),
        partners=_partners(store, code, by),
        did=_some(store, by, "event"),
        received=_some(store, to, "event"),
        said=_some(store, msgspec.structs.replace(by, actor="", speaker=by.actor), "statement"),
        engagements=_some(store, by, "engagement"),
    )


def office_view(store: Store, country: str, written: str, days: tuple[str, str]) -> OfficeView | str:
    """The page of an office; the id of the office alone where its words stand for one that is known."""
    code = code_of(country)
    if not code or not written.strip():
        raise Refused(404, "bad_country", value=country)
    known = written in load_ontology().offices
    office = written if known else office_in(written)
    if office and not known:
        return office
    words = _words(office) if known else written.strip()
    asked = Question(office=f"{code} {words}", since=days[0], until=days[1])
    return OfficeView(
        country=code,
        office=office,
        words=words,
        since=days[0],
        until=days[1],
        holders=tuple(_holders(code, office)) if office else (),
        tenures=_some(store, asked, "tenure"),
        partners=_partners(store, "", asked, code),
        did=_some(store, asked, "event"),
        said=_some(store, asked, "statement"),
        engagements=_some(store, asked, "engagement"),
    )


def office_in(words: str) -> str:
    """The id of the office that words name, alone or within a longer phrase; "" if none is known."""
    key = fold_phrase(words[:200])
    for length in range(len(key), 0, -1):
        for start in range(len(key) - length + 1):
            for names in _names():
                for entry in names.get(key[start : start + length]) or ():
                    if entry.kind == "office" and not entry.weak:
                        return entry.id
    return ""


def known_as(words: str) -> tuple[Known, ...]:
    """The actors, less countries, that these words are a name of, in any language."""
    key = fold_phrase(words[:200])
    ids = {
        entry.id: None for names in _names() for entry in names.get(key) or () if entry.kind in KINDS and not entry.weak
    }
    return tuple(filter(None, map(_known, list(ids)[:NAMED])))


def name_in(lang: str, who: Known) -> str:
    """What an actor is called in a language: the first of its names there; else its English name."""
    return _called(lang).get(who.id, who.name)


def _actor(written: str) -> Known | str:
    code = code_of(written[:100])
    if code and code != written:
        return code
    if code:
        return Known(id=code, name=load_ontology().actors[code].name, kind="country", country=code)
    known = _known(written)
    if known:
        return known
    named = known_as(written)
    if len(named) == 1:
        return named[0].id
    if not written.strip():
        raise Refused(404)
    return Known(id=written.strip(), name=written.strip(), kind="name")


def _known(actor: str) -> Known | None:
    entry = load_ontology().actors.get(actor)
    if not entry and actor in load_holders():
        entry = load_holders()[actor].actor
    return Known(id=actor, name=entry.name, kind=entry.kind, country=entry.country) if entry else None


def _offices_of(actor: str) -> Iterator[Holding]:
    entry = load_ontology().actors.get(actor)
    if not entry and actor in load_holders():
        entry = load_holders()[actor].actor
    if entry:
        yield from sorted(_holdings(entry), key=lambda one: one.first, reverse=True)


def _holders(code: str, office: str) -> list[Holding]:
    """Who held an office of a country, the latest first."""
    people = (entry for entry in load_ontology().actors.values() if entry.kind == "person")
    held = [one for entry in people for one in _holdings(entry) if (one.office, one.country) == (office, code)]
    by_hand = {one.holder.name for one in held}
    for holder in load_holders().values():
        if holder.country == code and holder.name not in by_hand:
            held.extend(one for one in _holdings(holder.actor) if (one.office, one.country) == (office, code))
    return sorted(held, key=lambda one: (one.first or one.seen, one.holder.name), reverse=True)[:HOLDERS]


def _holdings(entry: ActorEntry) -> Iterator[Holding]:
    holder = Known(id=entry.id, name=entry.name, kind=entry.kind, country=entry.country)
    for held in entry.offices:
        yield Holding(
            holder=holder, office=held.office, country=held.country or entry.country, first=held.first, last=held.last,
            seen=held.seen,
        )  # fmt: skip


def _some(store: Store, question: Question, kind: str) -> tuple[Thing, ...]:
    return tuple(things(store, msgspec.structs.replace(question, kind=kind, limit=SHOWN)))


def _partners(store: Store, code: str, question: Question, own: str = "") -> tuple[Tie, ...]:
    """Whom an actor deals with: a country by its pairs, others by those of what they are told of in."""
    if code:
        dated = conditions_of(Question(since=question.since, until=question.until))
        found = store.survey(surveying.partners(code, dated, PARTNERS))
        return tuple(
            Tie(left=code, right=other, count=things, reports=claims, goldstein=mean)
            for other, things, claims, mean in found
        )
    ties = []
    for told in count(store, question, ["dyad"]):
        left, _, right = told.keys["dyad"].partition("-")
        if own in {left, right, ""}:
            left, right = (right, left) if right == own else (left, right)
            ties.append(Tie(left=left, right=right, count=told.count, reports=told.reports, goldstein=told.goldstein))
    return tuple(sorted(ties, key=lambda tie: (-tie.count, tie.left, tie.right))[:PARTNERS])


def _words(office: str) -> str:
    """The first name of an office in any language, English before others; its id if no pack has one."""
    return next((names[0] for lang in ("en", *languages()) if (names := office_names(lang).get(office))), office)


@cache
def _names() -> tuple[Phrases, ...]:
    return tuple(map(known_phrases, languages()))


@cache
def _called(lang: str) -> Mapping[str, str]:
    """The first name of each actor in a language, by its id."""
    called: dict[str, str] = {}
    for entries in known_phrases(lang).values():
        for entry in entries:
            if entry.kind in KINDS:
                called.setdefault(entry.id, entry.name)
    return called
