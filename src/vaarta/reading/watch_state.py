"""What a watch remembers: when each feed is due, what it last said of itself, the stories seen, those to fetch."""

import sqlite3
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

import msgspec

from vaarta.errors import ReadError
from vaarta.reading.feeds import Item

__all__ = ["Feed", "State", "Waiting"]

VERSION = 1
OURS = 0x76617761  # "vawa": what SQLite calls the kind of a file
FORGOTTEN = 400 * 86_400.0  # seconds after which an address that no feed lists any more is forgotten
TABLES = """
create table if not exists feed (url text primary key, etag text not null, modified text not null, due real not null,
  failures integer not null, gone integer not null) strict;
create table if not exists seen (key text primary key, at real not null) strict;
create table if not exists waiting (key text primary key, item blob not null, tries integer not null, due real not null)
  strict;
"""


class Feed(NamedTuple):
    """One feed: what it said of itself when it was last fetched, when it is due again, and how often it has failed."""

    url: str
    etag: str = ""
    modified: str = ""
    due: float = 0.0
    failures: int = 0
    gone: bool = False


class Waiting(NamedTuple):
    """A story that is still to be fetched."""

    item: Item
    tries: int = 0
    due: float = 0.0

    @property
    def key(self) -> str:
        """What it is known by until it is fetched."""
        return self.item.url or self.item.name


class State:
    """The state of a watch, in one SQLite file. Nothing is kept before `commit`."""

    def __init__(self, path: Path) -> None:
        try:
            self.rows = sqlite3.connect(path, timeout=30.0)
        except sqlite3.Error as fault:
            raise _unusable(path, fault) from fault
        try:
            kind, version = (
                self.rows.execute(f"pragma {name}").fetchone()[0] for name in ("application_id", "user_version")
            )
            empty = not self.rows.execute("select count(*) from sqlite_master").fetchone()[0]
            if not empty and (kind, version) != (OURS, VERSION):
                self.rows.close()
                raise ReadError(
                    f"{path}: not the state of a watch, or of another version; name another file with --state"
                )
            self.rows.executescript(TABLES)
            self.rows.execute(f"pragma application_id = {OURS}")
            self.rows.execute(f"pragma user_version = {VERSION}")
            self.rows.commit()
        except sqlite3.Error as fault:
            self.rows.close()
            raise _unusable(path, fault) from fault

    def close(self) -> None:
        """Leave the file; what is not committed is not kept."""
        self.rows.close()

    def commit(self) -> None:
        """Keep what has been said since the last time."""
        self.rows.commit()

    def feed(self, url: str) -> Feed:
        """The feed at an address; one never fetched is due at once."""
        row = self.rows.execute(
            "select url, etag, modified, due, failures, gone from feed where url = ?", (url,)
        ).fetchone()
        return msgspec.convert(row, Feed, strict=False) if row else Feed(url)

    def keep_feed(self, feed: Feed) -> None:
        """Remember a feed as it is now."""
        self.rows.execute("insert or replace into feed values (?, ?, ?, ?, ?, ?)", (*feed[:5], int(feed.gone)))

    def is_seen(self, keys: Iterable[str]) -> bool:
        """Whether a story known by any of the keys has been seen."""
        return any(self.rows.execute("select 1 from seen where key = ?", (key,)).fetchone() for key in keys)

    def mark(self, keys: Iterable[str], now: float) -> None:
        """Remember a story by its keys."""
        self.rows.executemany("insert or replace into seen values (?, ?)", [(key, now) for key in keys])

    def forget_old(self, now: float) -> None:
        """Forget the stories that no feed has listed for more than a year."""
        self.rows.execute("delete from seen where at < ?", (now - FORGOTTEN,))

    def wait(self, waiting: Waiting) -> None:
        """Remember a story to fetch, once."""
        packed = msgspec.json.encode(waiting.item._asdict())
        self.rows.execute("insert or replace into waiting values (?, ?, ?, ?)", (waiting.key, packed, *waiting[1:]))

    def waits(self, key: str) -> bool:
        """Whether a story is still to be fetched."""
        return self.rows.execute("select 1 from waiting where key = ?", (key,)).fetchone() is not None

    def waiting(self, now: float) -> list[Waiting]:
        """The stories that may be fetched now, in the order in which they came."""
        rows = self.rows.execute(
            "select item, tries, due from waiting where due <= ? order by rowid", (now,)
        ).fetchall()
        return [Waiting(Item(**msgspec.json.decode(item)), tries, due) for item, tries, due in rows]

    def next_due(self, feeds: Iterable[str]) -> float:
        """The moment at which there is something to do again."""
        first = self.rows.execute("select min(due) from waiting").fetchone()[0]
        dues = [feed.due for url in feeds if not (feed := self.feed(url)).gone]
        return min([*dues, *([first] if first is not None else [])], default=0.0)

    def fetched(self, key: str) -> None:
        """Forget a story to fetch: it is there, or will never be."""
        self.rows.execute("delete from waiting where key = ?", (key,))


def _unusable(path: Path, fault: sqlite3.Error) -> ReadError:
    return ReadError(f"{path}: cannot be used as the state of a watch ({fault}); name another file")
