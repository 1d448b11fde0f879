"""What is in a record file, and whether it is whole."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

from vaarta.records import Record

__all__ = ["Contents", "contents", "faults"]

CODERS = "SELECT pipeline, count(*) FROM claim GROUP BY pipeline ORDER BY 2 DESC"
SHOWN = 20  # faults that a person would read


class Contents(Record, frozen=True, kw_only=True):
    """What a record holds. `first` and `last` are the days of its claims, `published` those of its stories.

    `coded_by` counts claims by the pipeline that parsed them, "" if they do not say.
    """

    version: int
    size: int
    stories: int
    languages: dict[str, int]
    publishers: dict[str, int]
    claims: dict[str, int]
    coded_by: dict[str, int]
    sentences: int
    entries: int
    links: int
    rulings: int
    forgotten: int
    first: str
    last: str
    published: tuple[str, str]


def contents(connection: sqlite3.Connection, path: Path) -> Contents:
    """The counts and spans of the record. Days that lie far off are among the claims' own words, and counted too."""

    def one(sql: str) -> tuple[object, ...]:
        return tuple(connection.execute(sql).fetchone())

    def counted(sql: str) -> dict[str, int]:
        return {str(name): int(number) for name, number in connection.execute(sql)}

    first, last = one(
        "SELECT coalesce((SELECT min(first) FROM claim), ''), coalesce((SELECT max(last) FROM claim), '')"
    )
    start, end = one(
        "SELECT coalesce(min(published), ''), coalesce(max(published), '') FROM story WHERE published != ''"
    )
    claims = counted("SELECT kind, count(*) FROM claim GROUP BY kind ORDER BY kind")
    return Contents(
        version=int(connection.execute("PRAGMA user_version").fetchone()[0]),
        size=sum(file.stat().st_size for file in _files(path)),
        stories=_count(connection, "story"),
        languages=counted("SELECT lang, count(*) FROM story GROUP BY lang ORDER BY 2 DESC"),
        publishers=counted("SELECT publisher, count(*) FROM story GROUP BY publisher ORDER BY 2 DESC LIMIT 20"),
        claims=claims,
        coded_by=counted(CODERS),
        sentences=_count(connection, "sentence"),
        entries=sum(claims.values()) - int(str(one("SELECT count(*) FROM entry WHERE NOT best")[0])),
        links=_count(connection, "link"),
        rulings=_count(connection, "ruling"),
        forgotten=_count(connection, "forgotten"),
        first=str(first),
        last=str(last),
        published=(str(start)[:10], str(end)[:10]),
    )


def faults(connection: sqlite3.Connection) -> Iterator[str]:
    """What is wrong with the file, in SQLite's words; nothing if it is whole. Reads all of it."""
    for (told,) in connection.execute(f"PRAGMA integrity_check({SHOWN})"):
        if told != "ok":
            yield str(told)
    for table, row, parent, _ in connection.execute("PRAGMA foreign_key_check").fetchmany(SHOWN):
        yield f"row {row} of {table} belongs to a {parent} that is not there"
    for (claim,) in connection.execute("SELECT id FROM claim WHERE NOT json_valid(record) LIMIT 20"):
        yield f"claim {claim} is no JSON"


def _files(path: Path) -> Iterator[Path]:
    yield from (file for name in ("", "-wal", "-shm") if (file := Path(f"{path}{name}")).exists())


def _count(connection: sqlite3.Connection, table: str) -> int:
    return int(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])  # noqa: S608 - our own tables
