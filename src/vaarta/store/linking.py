"""Links between claims: those that people made stay, those found by comparing are made anew."""

import json
import sqlite3
from collections import Counter
from collections.abc import Collection, Iterable, Iterator

from msgspec.structs import replace

from vaarta.records import Entry, Link

__all__ = ["claims_in", "forget_found", "links", "near", "put", "put_entries", "put_found", "together", "uncompared"]

COLUMNS = '"left", "right", verdict, why, score, "by"'
LINKS = f'SELECT {COLUMNS} FROM link ORDER BY "left", "right"'  # noqa: S608 - our own names
# UNION, not OR: each half is found by its own index. `link` then stands for the links of some claims.
OF_CLAIMS = """
WITH asked AS MATERIALIZED (SELECT value AS id FROM json_each(?)),
link AS (
  SELECT one.* FROM asked JOIN main.link AS one ON "left" = asked.id
  UNION
  SELECT one.* FROM asked JOIN main.link AS one ON "right" = asked.id
)
"""

NUMBERS = "SELECT number FROM story WHERE id IN (SELECT value FROM json_each(?))"
CLAIMS = f"SELECT id FROM claim WHERE story IN ({NUMBERS})"  # noqa: S608 - our own names
NEAR = """
WITH RECURSIVE
  asked AS MATERIALIZED (SELECT value AS number FROM json_each(:stories)),
  step AS (SELECT -:days AS by UNION ALL SELECT by + 1 FROM step WHERE by < :days),
  stated AS (SELECT DISTINCT first FROM claim WHERE story IN (SELECT number FROM asked)),
  day AS MATERIALIZED (SELECT DISTINCT date(first, by || ' days') AS first FROM stated, step WHERE first IS NOT NULL),
  close AS (
    SELECT claim.story FROM day CROSS JOIN claim INDEXED BY claim_first ON claim.first = day.first
    UNION
    SELECT story FROM claim INDEXED BY claim_first
    WHERE first IS NULL AND EXISTS (SELECT 1 FROM stated WHERE first IS NULL)
    UNION
    SELECT claim.story FROM party INDEXED BY party_holder JOIN claim ON claim.number = party.claim
    WHERE party.role = 'holder' AND party.folded IN (
      SELECT own.folded FROM claim JOIN party AS own ON own.claim = claim.number
      WHERE claim.kind = 'tenure' AND claim.story IN (SELECT number FROM asked) AND own.role = 'holder'
    )
  )
SELECT id FROM story WHERE number IN (SELECT story FROM close) AND number NOT IN (SELECT number FROM asked) AND compared
ORDER BY number
"""
# Claims that a link or an entry joins to any of some.
BESIDE = """
WITH asked AS MATERIALIZED (SELECT value AS id FROM json_each(?))
SELECT "right" FROM link JOIN asked ON "left" = asked.id WHERE verdict = 'same'
UNION
SELECT "left" FROM link JOIN asked ON "right" = asked.id WHERE verdict = 'same'
UNION
SELECT other.id FROM asked JOIN claim ON claim.id = asked.id JOIN entry ON entry.claim = claim.number
JOIN entry AS beside ON beside.id = entry.id JOIN claim AS other ON other.number = beside.claim
"""


def put(connection: sqlite3.Connection, link: Link) -> None:
    """Write a link in the place of any other between the two."""
    _write(connection, "REPLACE", link)


def put_found(connection: sqlite3.Connection, stories: Collection[str], found: Iterable[Link]) -> dict[str, int]:
    """Write what comparing these stories with the others found; how many links of each verdict. People's stay."""
    counts: Counter[str] = Counter()
    for link in found:
        connection.execute('DELETE FROM link WHERE "left" = ? AND "right" = ? AND "by" = \'\'', _ends(link))
        _write(connection, "IGNORE", link)
        counts[link.verdict] += 1
    # Not by a list in JSON, which SQLite reads to the first NUL: a story with one in its id would never be done.
    connection.executemany("UPDATE story SET compared = 1 WHERE id = ?", ((story,) for story in stories))
    return dict(counts)


def forget_found(connection: sqlite3.Connection) -> None:
    """Drop all links that no person made, and have every story compared anew."""
    connection.execute("DELETE FROM link WHERE \"by\" = ''")
    connection.execute("UPDATE story SET compared = 0 WHERE compared")


def uncompared(connection: sqlite3.Connection, limit: int) -> tuple[str, ...]:
    """The ids of stories that were not compared with the others since they were kept, the first published first."""
    select = "SELECT id FROM story WHERE compared = 0 ORDER BY published, number LIMIT ?"
    return tuple(story for (story,) in connection.execute(select, (limit,)))


def near(connection: sqlite3.Connection, stories: Collection[str], days: int) -> tuple[str, ...]:
    """The stories compared before that may tell what these do: of days so near, or of the same holder of an office."""
    numbers = [n for (n,) in connection.execute(NUMBERS, _listed(stories))]
    return tuple(story for (story,) in connection.execute(NEAR, {"stories": json.dumps(numbers), "days": days}))


def links(connection: sqlite3.Connection, claims: Collection[str] | None) -> Iterator[Link]:
    """Every link, or those of some claims."""
    asked, values = ("", ()) if claims is None else (OF_CLAIMS, _listed(claims))
    for left, right, verdict, why, score, by in connection.execute(f"{asked}{LINKS}", values):
        yield Link(left=left, right=right, verdict=verdict, why=why, score=score, by=by)


def claims_in(connection: sqlite3.Connection, stories: Collection[str]) -> tuple[str, ...]:
    """The ids of the claims of some stories."""
    return tuple(claim for (claim,) in connection.execute(CLAIMS, _listed(stories)))


def together(connection: sqlite3.Connection, claims: Collection[str]) -> frozenset[str]:
    """The ids of these claims and of all that tell one thing with any of them, by links or as they were gathered."""
    new, known = {*claims}, set[str]()
    while new:
        known |= new
        new = {claim for (claim,) in connection.execute(BESIDE, _listed(new))} - known
    return frozenset(known)


def put_entries(connection: sqlite3.Connection, entries: Iterable[Entry], among: Collection[str] | None) -> int:
    """Write which claims tell one thing, in the place of what was there of all claims, or of some; how many things.

    What is as it was is left: each row written is counted anew in `tally`.
    """
    connection.execute("CREATE TEMP TABLE IF NOT EXISTS gathered (claim INTEGER PRIMARY KEY, id, best)")
    connection.execute("DELETE FROM gathered")
    insert = "INSERT OR REPLACE INTO gathered SELECT number, ?, ? FROM claim WHERE id = ?"
    things = 0
    for entry in entries:
        if len(entry.told_by) > 1:
            things += 1
            connection.executemany(insert, ((entry.id, claim == entry.best, claim) for claim in entry.told_by))
    gone = "DELETE FROM entry WHERE (claim, id, best) NOT IN (SELECT claim, id, best FROM gathered)"
    if among is not None:
        gone += " AND claim IN (SELECT number FROM claim WHERE claim.id IN (SELECT value FROM json_each(?)))"
    connection.execute(gone, () if among is None else _listed(among))
    connection.execute("INSERT INTO entry SELECT * FROM gathered WHERE claim NOT IN (SELECT claim FROM entry)")
    return things


def _listed(ids: Collection[str]) -> tuple[str]:
    return (json.dumps([*ids]),)


def _ends(link: Link) -> tuple[str, str]:
    left, right = sorted((link.left, link.right))
    return left, right


def _write(connection: sqlite3.Connection, otherwise: str, link: Link) -> None:
    left, right = _ends(link)
    insert = f"INSERT OR {otherwise} INTO link ({COLUMNS}) VALUES (?, ?, ?, ?, ?, ?)"  # noqa: S608 - our own words
    row = replace(link, left=left, right=right)
    connection.execute(insert, (row.left, row.right, row.verdict, row.why, row.score, row.by))
