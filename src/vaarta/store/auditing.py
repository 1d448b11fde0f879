"""Who did what to the record: rulings and stories read in, the latest first, read from the tables a page at a time."""

import sqlite3

import msgspec

from vaarta.records import ReadIn, Ruling
from vaarta.store.surveying import Look

__all__ = ["read_in", "rulings"]


def rulings(by: str, *, skip: int, limit: int) -> Look:
    """Rulings, or those of one person, the latest first."""
    sql = """SELECT record FROM ruling WHERE ? = '' OR json_extract(record, '$.by') = ?
      ORDER BY number DESC LIMIT ? OFFSET ?"""

    def look(connection: sqlite3.Connection) -> tuple[Ruling, ...]:
        rows = connection.execute(sql, (by, by, limit, skip))
        return tuple(msgspec.json.decode(record, type=Ruling) for (record,) in rows)

    return look


def read_in(by: str, *, skip: int, limit: int) -> Look:
    """Stories read in over the web, or those by one person, the latest first."""
    sql = """SELECT record FROM read_in WHERE ? = '' OR json_extract(record, '$.by') = ?
      ORDER BY number DESC LIMIT ? OFFSET ?"""

    def look(connection: sqlite3.Connection) -> tuple[ReadIn, ...]:
        rows = connection.execute(sql, (by, by, limit, skip))
        return tuple(msgspec.json.decode(record, type=ReadIn) for (record,) in rows)

    return look
