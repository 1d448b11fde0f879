"""A record of every earlier version is brought up to this one, and then is what it would be had it been kept now."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from factories import english, hindi

from vaarta.errors import StoreError
from vaarta.records import Link, Ruling
from vaarta.store import conditions, open_store, opening
from vaarta.store.opening import APPLICATION, migrations

VERSIONS = sorted((Path(__file__).parent / "versions").glob("*.sql"), key=lambda path: int(path.stem))
TABLES = (
    "story", "sentence", "claim", "party", "pair", "entry", "link", "ruling", "forgotten", "summed", "tally", "read_in",
    "texts",
)  # fmt: skip


def record_of(version: Path, path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as old:
        for file in (*migrations()[: int(version.stem)], version):
            old.executescript(file.read_text(encoding="utf-8"))
        old.execute(f"PRAGMA application_id = {APPLICATION}")
        old.execute(f"PRAGMA user_version = {version.stem}")


def rows(path: Path, table: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as record:
        names = [name for (name,) in record.execute("SELECT name FROM pragma_table_info(?)", (table,))]
        columns = ", ".join(f'"{name}"' for name in sorted(names))
        return sorted(record.execute(f"SELECT {columns} FROM {table}"), key=str)


def test_every_earlier_version_has_a_record_to_be_tested() -> None:
    assert [path.stem for path in VERSIONS] == [str(n) for n in range(1, len(migrations()))]


@pytest.mark.parametrize("version", VERSIONS, ids=lambda path: path.stem)
def test_an_earlier_record_becomes_what_it_would_be_if_kept_now(version: Path, tmp_path: Path) -> None:
    old, new = tmp_path / "old.db", tmp_path / "new.db"
    record_of(version, old)
    open_store(old).close()
    with open_store(new) as store:
        store.rule(Ruling(claim="tenure-1", verdict="wrong", by="a", on="2024-05-01"))
        for told in (hindi(), english()):
            store.keep(*told)
        store.link(Link(left="engagement-1", right="engagement-2", verdict="different", why="one is a leg"))
    for table in TABLES:
        assert rows(old, table) == rows(new, table), table
    with open_store(old, write=False) as store:
        assert store.faults() == ()
        assert len(list(store.find([conditions.with_words("हिंदी")]))) == 4


@pytest.mark.parametrize("version", VERSIONS[:1], ids=lambda path: path.stem)
def test_a_migration_that_fails_leaves_the_record_as_it_was(
    version: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_: sqlite3.Connection) -> None:
        raise MemoryError

    old = tmp_path / "old.db"
    record_of(version, old)
    monkeypatch.setattr(opening, "reindex", broken)
    with pytest.raises(MemoryError):
        open_store(old)
    with pytest.raises(StoreError, match="older version"):
        open_store(old, write=False)
    monkeypatch.undo()
    with open_store(old) as store:
        assert store.counts()["story"] == 2
