"""Who did what to the record: rulings and stories read in, the latest first, read from the tables a page at a time."""

import sqlite3
from typing import Literal

import msgspec

from vaarta.records import ReadIn, Record, Ruling
from vaarta.store.surveying import Look

__all__ = ["read_in", "rulings"]


def rulings(by: str, *, skip: int, limit: int) -> Look:
    """Rulings, or those of one person, the latest first."""
    return _records("ruling", Ruling, by, skip, limit)


def read_in(by: str, *, skip: int, limit: int) -> Look:
    """Stories read in over the web, or those by one person, the latest first."""
    return _records("read_in", ReadIn, by, skip, limit)


def _records(table: Literal["ruling", "read_in"], kind: type[Record], by: str, skip: int, limit: int) -> Look:
    sql = f"""SELECT record FROM {table} WHERE ? = '' OR json_extract(record, '$.by') = ?
      ORDER BY number DESC LIMIT ? OFFSET ?"""  # noqa: S608 - ours

    def look(connection: sqlite3.Connection) -> tuple[Record, ...]:
        rows = connection.execute(sql, (by, by, limit, skip))
        return tuple(msgspec.json.decode(record, type=kind) for (record,) in rows)

    return look
