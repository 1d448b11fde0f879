"""Series of engagements: their rounds, what comes next, and what stories tell differently of them."""

from collections.abc import Iterable

import msgspec

from vaarta.errors import StoreError
from vaarta.query import Question, Thing, conditions_of, thing
from vaarta.records import Dispute, Engagement, Entry, Record
from vaarta.resolution import RECURRING, Round, Series, gather_series
from vaarta.resolution.disputes import disputes_of
from vaarta.store import Condition, Store, surveying
from vaarta.web.refusals import Refused

__all__ = ["RoundTold", "SeriesList", "SeriesTold", "SeriesView", "part_series", "series_list", "series_view"]

MOST = 5000  # engagements that are looked through for series, the latest
LISTED = 100
ROUNDS = 60  # of a series, the latest
SIDES = 12


class SeriesTold(Record, frozen=True, kw_only=True):
    """A series in a list: its name, kind and sides, how many rounds, the last that was held, the next announced."""

    name: str
    kind: str
    parties: tuple[str, ...]
    rounds: int
    last: Round | None
    next: Round | None


class SeriesList(Record, frozen=True, kw_only=True):
    """The series of a record, those with the latest rounds first."""

    series: tuple[SeriesTold, ...]
    more: bool


class RoundTold(Record, frozen=True, kw_only=True):
    """A round of a series, what tells of it, and what its stories dispute."""

    round: Round
    thing: Thing
    disputes: tuple[Dispute, ...]


class SeriesView(Record, frozen=True, kw_only=True):
    """All rounds of one kind between the same sides: by the names that they are told of by."""

    kind: str
    parties: tuple[str, ...]
    next: Round | None
    series: tuple[tuple[str, tuple[RoundTold, ...]], ...]
    more: bool


def series_list(store: Store) -> SeriesList:
    """The series with two rounds or more."""
    found = [_told(one) for one in _gathered(store, (), least=2)]
    found.sort(
        key=lambda one: max(one.last.first if one.last else "", one.next.first if one.next else ""), reverse=True
    )
    return SeriesList(series=tuple(found[:LISTED]), more=len(found) > LISTED)


def series_view(store: Store, written: str) -> SeriesView:
    """The rounds of a kind between sides, as an address names them (dialogue-round/CHN-IND), else Refused."""
    kind, parties = part_series(written)
    conditions = conditions_of(Question(dyad=(parties[0], parties[1])))
    same = [one for one in _gathered(store, conditions, kinds=(kind,), least=1) if one.parties == parties]
    if not same:
        raise Refused(404)
    named = tuple((one.name, tuple(_rounds(store, one.rounds[-ROUNDS:]))) for one in same)
    coming = [next_ for one in same if (next_ := _next(one))]
    return SeriesView(
        kind=kind,
        parties=parties,
        next=min(coming, key=lambda one: one.first or "9999", default=None),
        series=tuple(sorted(named, key=lambda pair: -len(pair[1]))),
        more=any(len(one.rounds) > ROUNDS for one in same),
    )


def part_series(written: str) -> tuple[str, tuple[str, ...]]:
    """The kind and the sides, sorted, of a series in an address. Raises Refused if it is none."""
    kind, _, sides = written.partition("/")
    parties = tuple(sorted(set(sides.split("-"))))
    if kind not in RECURRING or not 2 <= len(parties) <= SIDES or not all(map(_is_code, parties)):  # noqa: PLR2004 - two
        raise Refused(404)
    return kind, parties


def _is_code(side: str) -> bool:
    return len(side) == 3 and side.isascii() and side.isupper()  # noqa: PLR2004 - ISO alpha-3


def _gathered(
    store: Store, conditions: Iterable[Condition], *, kinds: tuple[str, ...] = RECURRING, least: int
) -> tuple[Series, ...]:
    entries: dict[str, list[str]] = {}
    best: dict[str, str] = {}
    claims: dict[str, Engagement] = {}
    for record, entry, first in store.survey(surveying.engagements(kinds, tuple(conditions), MOST)):
        try:
            claim = msgspec.json.decode(record, type=Engagement)
        except msgspec.DecodeError as strange:
            raise StoreError(f"{store.path} holds an engagement that cannot be read ({strange})") from strange
        claims[claim.id] = claim
        entries.setdefault(entry or claim.id, []).append(claim.id)
        if first:
            best[entry or claim.id] = claim.id
    told = (
        Entry(id=entry, kind="engagement", best=best.get(entry, ids[0]), told_by=tuple(ids))
        for entry, ids in entries.items()
    )
    return tuple(gather_series(told, claims, least=least))


def _latest(one: SeriesTold) -> str:
    return max(told.first if told else "" for told in (one.last, one.next))


def _told(series: Series) -> SeriesTold:
    held = [one for one in series.rounds if one.standing == "happened"]
    return SeriesTold(
        name=series.name,
        kind=series.kind,
        parties=series.parties,
        rounds=len(series.rounds),
        last=max(held, key=lambda one: (one.first, one.number or 0), default=None),
        next=_next(series),
    )


def _next(series: Series) -> Round | None:
    """The round that is announced: planned, and not before the last that was held, nor of a number that was."""
    held = [one for one in series.rounds if one.standing == "happened"]
    number = max((one.number or 0 for one in held), default=0)
    day = max((one.first for one in held), default="")
    coming = [
        one
        for one in series.rounds
        if one.standing == "planned" and one.first >= day and (one.number is None or one.number > number) and one.first
    ]
    return min(coming, key=lambda one: one.first, default=None)


def _rounds(store: Store, rounds: Iterable[Round]) -> Iterable[RoundTold]:
    for one in rounds:
        found = thing(store, one.entry)
        if found:
            claims = [answer.claim for answer in found.told_by]
            yield RoundTold(round=one, thing=found, disputes=disputes_of(claims))
