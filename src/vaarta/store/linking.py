"""Links between claims: those that people made stay, those found by comparing are made anew."""

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from vaarta.records import Link

__all__ = ["links", "put", "put_anew"]

COLUMNS = '"left", "right", verdict, why, score, "by"'


def put(connection: sqlite3.Connection, link: Link) -> None:
    """Write a link in the place of any other between the two."""
    _write(connection, "REPLACE", link)


def put_anew(connection: sqlite3.Connection, found: Iterable[Link]) -> dict[str, int]:
    """Write links in the place of all that no person made; how many of each verdict."""
    connection.execute("DELETE FROM link WHERE \"by\" = ''")
    counts: Counter[str] = Counter()
    for link in found:
        _write(connection, "IGNORE", link)
        counts[link.verdict] += 1
    return dict(counts)


def links(connection: sqlite3.Connection, claim: str) -> Iterator[Link]:
    """Every link, or those of a claim."""
    asked = (' WHERE "left" = ? OR "right" = ?', (claim, claim)) if claim else ("", ())
    select = f'SELECT {COLUMNS} FROM link{asked[0]} ORDER BY "left", "right"'  # noqa: S608 - our own names
    for left, right, verdict, why, score, by in connection.execute(select, asked[1]):
        yield Link(left=left, right=right, verdict=verdict, why=why, score=score, by=by)


def _write(connection: sqlite3.Connection, otherwise: str, link: Link) -> None:
    left, right = sorted((link.left, link.right))
    insert = f"INSERT OR {otherwise} INTO link ({COLUMNS}) VALUES (?, ?, ?, ?, ?, ?)"  # noqa: S608 - our own words
    row = replace(link, left=left, right=right)
    connection.execute(insert, (row.left, row.right, row.verdict, row.why, row.score, row.by))
