"""Counts and mean scores of what the record tells, by day, week, month, dyad, type … Each thing counts once."""

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from operator import add
from typing import TypeAlias

from vaarta.errors import StoreError
from vaarta.records import Record
from vaarta.store.conditions import Condition, not_ruled_wrong

__all__ = ["KEYS", "Tally", "tallies"]

PAIRED = frozenset({"dyad", "direction"})
# Each key: how it is computed of a thing, and the columns that this takes.
KEYS: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "day": ("first", ("first",)),
    "week": ("date(first, 'weekday 0', '-6 days')", ("first",)),  # its Monday
    "month": ("substr(first, 1, 7)", ("first",)),
    "year": ("substr(first, 1, 4)", ("first",)),
    "kind": ("kind", ("kind",)),
    "type": ("type", ("type",)),
    "mode": ("mode", ("mode",)),
    "standing": ("standing", ("standing",)),
    "lang": ("lang", ("lang",)),
    "publisher": ("publisher", ()),
    "country": ("place_country", ("place_country",)),
    "dyad": ("""pair."left" || '-' || pair."right\"""", ()),
    "direction": (
        """CASE pair.way WHEN '>' THEN pair."left" || '>' || pair."right"
        WHEN '<' THEN pair."right" || '>' || pair."left" ELSE pair."left" || '=' || pair."right" END""",
        (),
    ),
}
# Claims that tell one thing are one row: that of the best of them that was asked for.
THINGS = """
WITH told AS NOT MATERIALIZED (
  SELECT claim.number, claim.goldstein, claim.plover_score, entry.id AS thing, entry.best {columns} {publisher}
  FROM {claims} {stories} {entries}
  {where}
), things AS (
  {alone}
  SELECT number, goldstein, plover_score, thing, max(best) {columns} {told_publisher}, count(*) AS reports
  FROM told AS claim WHERE thing IS NOT NULL GROUP BY thing
)
SELECT {keys}, count(*), sum(reports), sum(goldstein), count(goldstein), sum(plover_score), count(plover_score)
FROM things {pairs}
GROUP BY {numbers}
"""
# What tells a thing by itself; left out where all are gathered, as SQLite would look at each of them twice.
SINGLE = "SELECT *, 1 AS reports FROM told WHERE thing IS NULL UNION ALL"
# CROSS JOIN has SQLite begin with the entries, which are fewer. By themselves it would take other indexes, which do not
# hold all that is counted.
GATHERED = "entry INDEXED BY entry_told CROSS JOIN claim INDEXED BY claim_told ON claim.number = entry.claim"
# What stands alone is counted in the table `tally`, in cubes: what each tells apart of a claim; the smallest first.
CUBES: Mapping[str, frozenset[str]] = {
    "ways": frozenset({"pair", "kind", "type", "standing"}),
    "months": frozenset({"first", "last", "kind", "type", "standing"}),
    "countries": frozenset({"side", "first", "last", "kind", "type", "standing"}),
    "ways by month": frozenset({"pair", "first", "last", "kind"}),
    "days": frozenset({"day", "first", "last", "kind", "type"}),
}
NEEDS = {"day": {"day", "first"}, "week": {"day", "first"}, "month": {"first"}, "year": {"first"}}
NEEDS |= {key: {key} for key in ("kind", "type", "standing")} | {key: {"pair"} for key in PAIRED}
COUNTED_TWICE = frozenset({"side", "pair"})  # a claim has a row for each: of no use to those who do not ask for them
ALONE = """
SELECT {keys}, sum(count), sum(count), sum(goldstein) / 1000.0, sum(scored), sum(plover_score) / 1000.0, sum(plovered)
FROM (
  SELECT nullif(claim.first, '~') AS first, kind, type, standing, "left", "right", way, count, goldstein, scored,
    plover_score, plovered
  FROM tally AS claim WHERE cube = ? {where}
) AS pair
GROUP BY {numbers}
"""
Sums: TypeAlias = tuple[int, int, float, int, float, int]
"""Things, reports, and twice a sum of scores with how many there are."""


class Tally(Record, frozen=True, kw_only=True):
    """How many things have these keys, how many claims tell them, and the mean scores of those that are events.

    A key is "" where it is not known.
    """

    keys: dict[str, str]
    count: int
    reports: int
    goldstein: float | None
    plover_score: float | None


def tallies(connection: sqlite3.Connection, by: Sequence[str], conditions: Sequence[Condition]) -> Iterator[Tally]:
    """The tallies of what meets all the conditions, in the order of their keys.

    By dyad, a thing counts for each two countries that act on each other or together; those on one side against a
    third are no dyad. Raises StoreError if there is no such key.
    """
    for key in by:
        if key not in KEYS:
            raise StoreError(f"{key!r} is nothing to count by; there are {', '.join(KEYS)}")
    cube = _cube(by, conditions)
    parts = [_alone(connection, by, conditions, cube)] if cube else []
    parts.append(_from_claims(connection, by, conditions, gathered=bool(cube)))
    sums: dict[tuple[str, ...], Sums] = {}
    for keys, told in (row for part in parts for row in part):
        known = sums.get(keys)
        sums[keys] = tuple(map(add, known, told)) if known else told
    for keys, (count, reports, goldstein, scored, plover, plovered) in sorted(sums.items()):
        yield Tally(
            keys=dict(zip(by, keys, strict=True)),
            count=count,
            reports=reports,
            goldstein=goldstein / scored if scored else None,
            plover_score=plover / plovered if plovered else None,
        )


def _cube(by: Sequence[str], conditions: Sequence[Condition]) -> str:
    """The smallest cube that tells apart all that is asked; "" if there is none."""
    needed: set[str] = set()
    if not_ruled_wrong() not in conditions:  # what is ruled wrong is in no cube
        return ""
    for needs in (*(NEEDS.get(key) for key in by), *(condition.reads for condition in conditions)):
        if needs is None:
            return ""
        needed |= needs
    fitting = (
        cube for cube, told in CUBES.items() if needed <= told and needed & COUNTED_TWICE == told & COUNTED_TWICE
    )
    return next(fitting, "")


def _alone(
    connection: sqlite3.Connection, by: Sequence[str], conditions: Sequence[Condition], cube: str
) -> Iterator[tuple[tuple[str, ...], Sums]]:
    """The sums over what stands alone, from a cube."""
    where = "".join(f" AND ({condition.tallied or condition.sql})" for condition in conditions)
    sql = ALONE.format(keys=_keys(by), numbers=_numbers(by), where=where)
    return _sums(connection, sql, (cube, *_values(conditions)), by)


def _from_claims(
    connection: sqlite3.Connection, by: Sequence[str], conditions: Sequence[Condition], *, gathered: bool
) -> Iterator[tuple[tuple[str, ...], Sums]]:
    """The sums over claims; with `gathered`, only over those that tell a thing with others."""
    by_publisher = "publisher" in by
    needed = dict.fromkeys(column for key in by for column in KEYS[key][1])
    sql = THINGS.format(
        columns="".join(f", claim.{column}" for column in needed),
        publisher=", story.publisher" if by_publisher else "",
        told_publisher=", publisher" if by_publisher else "",
        alone="" if gathered else SINGLE,
        claims=GATHERED if gathered else "claim",
        stories="JOIN story ON story.number = claim.story" if by_publisher else "",
        entries="" if gathered else "LEFT JOIN entry ON entry.claim = claim.number",
        where="WHERE " + " AND ".join(f"({condition.sql})" for condition in conditions) if conditions else "",
        keys=_keys(by),
        pairs="CROSS JOIN pair ON pair.claim = things.number AND pair.way != '~'" if PAIRED & set(by) else "",
        numbers=_numbers(by),
    )
    return _sums(connection, sql, _values(conditions), by)


def _sums(
    connection: sqlite3.Connection, sql: str, values: Sequence[str], by: Sequence[str]
) -> Iterator[tuple[tuple[str, ...], Sums]]:
    for row in connection.execute(sql, values):
        count, reports, goldstein, scored, plover, plovered = row[-6:]
        if count:
            yield tuple(map(str, row[: len(by)])), (count, reports, goldstein or 0.0, scored, plover or 0.0, plovered)


def _keys(by: Sequence[str]) -> str:
    return ", ".join(f"coalesce({KEYS[key][0]}, '')" for key in by) or "''"


def _numbers(by: Sequence[str]) -> str:
    return ", ".join(str(number) for number in range(1, len(by) + 1)) or "1"


def _values(conditions: Sequence[Condition]) -> tuple[str, ...]:
    return tuple(value for condition in conditions for value in condition.values)
