"""Counts and mean scores of what the record tells, by day, week, month, dyad, type … Each thing counts once."""

import sqlite3
from collections.abc import Iterator, Mapping, Sequence

from vaarta.errors import StoreError
from vaarta.records import Record
from vaarta.store.conditions import Condition

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
  FROM claim {stories} LEFT JOIN entry ON entry.claim = claim.number
  {where}
), things AS (
  SELECT *, 1 AS reports FROM told WHERE thing IS NULL
  UNION ALL
  SELECT number, goldstein, plover_score, thing, max(best) {columns} {told_publisher}, count(*) AS reports
  FROM told AS claim WHERE thing IS NOT NULL GROUP BY thing
)
SELECT {keys}, count(*), sum(reports), avg(goldstein), avg(plover_score)
FROM things {pairs}
GROUP BY {numbers} ORDER BY {numbers}
"""


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
    by_publisher = "publisher" in by
    needed = dict.fromkeys(column for key in by for column in KEYS[key][1])
    sql = THINGS.format(
        columns="".join(f", claim.{column}" for column in needed),
        publisher=", story.publisher" if by_publisher else "",
        told_publisher=", publisher" if by_publisher else "",
        stories="JOIN story ON story.number = claim.story" if by_publisher else "",
        where="WHERE " + " AND ".join(f"({condition.sql})" for condition in conditions) if conditions else "",
        keys=", ".join(f"coalesce({KEYS[key][0]}, '')" for key in by) or "''",
        pairs="JOIN pair ON pair.claim = things.number AND pair.way != '~'" if PAIRED & set(by) else "",
        numbers=", ".join(str(number) for number in range(1, len(by) + 1)) or "1",
    )
    values = [value for condition in conditions for value in condition.values]
    for *keys, count, reports, goldstein, plover in connection.execute(sql, values):
        yield Tally(
            keys=dict(zip(by, map(str, keys), strict=False)),
            count=count,
            reports=reports,
            goldstein=goldstein,
            plover_score=plover,
        )
