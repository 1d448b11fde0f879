import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from factories import english, hindi

from vaarta.errors import StoreError
from vaarta.store import open_store
from vaarta.store.opening import APPLICATION, check_host, migrations


def foreign(path: Path) -> None:
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE recipe (name TEXT)")


def newer(path: Path) -> None:
    open_store(path).close()
    with closing(sqlite3.connect(path)) as record:
        record.execute(f"PRAGMA user_version = {len(migrations()) + 1}")


def older(path: Path) -> None:
    with closing(sqlite3.connect(path)) as record:
        record.execute(f"PRAGMA application_id = {APPLICATION}")
        record.execute("CREATE TABLE old (name TEXT)")


def damaged(path: Path) -> None:
    with open_store(path) as store:
        for told in (hindi(), english()):
            store.keep(*told)
    whole = path.read_bytes()
    path.write_bytes(whole[:4096] + b"\xff" * (len(whole) - 4096))


@pytest.mark.parametrize("write", [True, False], ids=["write", "read"])
@pytest.mark.parametrize(
    ("make", "says"),
    [
        pytest.param(lambda path: path.write_text("जो भी हो " * 200), "not a Vaarta record", id="text"),
        pytest.param(foreign, "another program", id="other-database"),
        pytest.param(newer, "newer version", id="newer"),
        pytest.param(lambda path: path.mkdir(), "cannot be opened", id="folder"),
    ],
)
def test_what_is_no_record_of_ours_is_told_and_left_alone(
    tmp_path: Path, make: Callable[[Path], object], says: str, *, write: bool
) -> None:
    path = tmp_path / "some.db"
    make(path)
    before = path.read_bytes() if path.is_file() else b""
    with pytest.raises(StoreError, match=says) as told:
        open_store(path, write=write)
    assert str(path) in str(told.value)
    assert (path.read_bytes() if path.is_file() else b"") == before


def test_a_damaged_record_is_told_with_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "damaged.db"
    damaged(path)
    with pytest.raises(StoreError, match=r"damaged\.db is damaged.*\.recover"), open_store(path, write=False) as store:
        list(store.find())


def test_a_record_that_is_not_there_is_not_made_by_a_reader(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no such record; make one with `vaarta keep"):
        open_store(tmp_path / "none.db", write=False)
    assert not (tmp_path / "none.db").exists()


def test_an_older_record_is_read_only_after_a_writer_brought_it_up(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    older(path)
    with pytest.raises(StoreError, match="older version"):
        open_store(path, write=False)
    open_store(path).close()
    with open_store(path, write=False) as store:
        assert store.counts() == {"story": 0}


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="is its folder there"):
        open_store(tmp_path / "none" / "record.db")


def test_a_reader_cannot_write(tmp_path: Path) -> None:
    open_store(tmp_path / "record.db").close()
    with open_store(tmp_path / "record.db", write=False) as store, pytest.raises(StoreError, match="read-only"):
        store.keep(*hindi())


def test_opening_again_changes_nothing(tmp_path: Path) -> None:
    with open_store(tmp_path / "record.db") as store:
        store.keep(*hindi())
    with open_store(tmp_path / "record.db") as store:
        assert store.counts()["story"] == 1
        assert store._one("PRAGMA journal_mode") == ("wal",)
        assert store._one("PRAGMA user_version") == (len(migrations()),)


@pytest.mark.parametrize(
    ("version", "modules", "says"),
    [
        pytest.param((3, 31, 1), ["fts5"], r"SQLite 3\.31\.1; a record needs 3\.37\.0", id="no-strict"),
        pytest.param((3, 45, 0), ["rtree"], "without FTS5", id="no-fts5"),
    ],
)
def test_a_host_that_cannot_hold_a_record_is_told(version: tuple[int, ...], modules: list[str], says: str) -> None:
    with pytest.raises(StoreError, match=says):
        check_host(version, modules)


def test_a_path_with_spaces_and_devanagari_is_read(tmp_path: Path) -> None:
    path = tmp_path / "मेरा record #1?.db"
    open_store(path).close()
    with open_store(path, write=False) as store:
        assert store.counts() == {"story": 0}
