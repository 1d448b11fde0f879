"""Opening a record file: is it ours, is it whole, is it of this version; and what to do if not."""

import os
import sqlite3
import time
from collections.abc import Collection, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from vaarta.errors import StoreError
from vaarta.store.writing import reindex, reindex_stories

__all__ = ["APPLICATION", "check_host", "connect", "is_record", "migrate", "migrations", "telling"]

APPLICATION = 0x56727461  # "Vrta" in the file's header: how a record is told from any other SQLite file
HEADER, MARK = 100, 68  # bytes of the header of an SQLite file, and where in it the program's mark stands
MIN_SQLITE = (3, 37, 0)  # the first with STRICT tables
WAIT_S = 30.0  # how long to wait for another writer; one story's transaction takes milliseconds
REINDEX = "-- reindex\n"  # stands in a migration that changes what is computed from the records kept
REINDEX_STORIES = "-- reindex stories\n"  # stands in one that changes only what whole stories are found by
PAUSE_S = 0.01  # between two tries
REMEDIES = {
    "SQLITE_NOTADB": "is not a Vaarta record; give another file name",
    "SQLITE_CORRUPT": "is damaged; bring back a copy, or save what can be read with `sqlite3 FILE .recover`",
    "SQLITE_READONLY": "is read-only; make the file and its folder writable, or copy them elsewhere",
    "SQLITE_CANTOPEN": "cannot be opened; is its folder there, and may you write to it?",
    "SQLITE_BUSY": "is being written by another process that does not finish; wait for it, or stop it",
    "SQLITE_FULL": "cannot grow: the disk is full; what was kept so far is whole",
    "SQLITE_INTERRUPT": "was asked for more than could be found in the time given; ask for less",
    "SQLITE_IOERR": "cannot be read or written: the disk reports an error",
}


def connect(path: Path, *, write: bool) -> sqlite3.Connection:
    """A connection to the record at `path`, at this version; a new file is made if `write` and there is none.

    Raises StoreError, naming the file and what to do, if it cannot be opened, is not ours, or is newer than we are.
    """
    if not write and not path.exists():
        raise StoreError(f"{path}: no such record; make one with `vaarta keep {path} SOURCE…`")
    if path.is_dir():
        raise StoreError(f"{path} cannot be opened: it is a folder; name a file in it")
    with telling(path):
        connection = _writer(path) if write else _reader(path)
        try:
            _check_ours(connection, path, write=write)
            if write:
                migrate(connection)
        except BaseException:
            connection.close()
            raise
    return connection


def is_record(path: Path) -> bool:
    """Whether a file is a record of ours, by its first bytes: SQLite's, with our mark."""
    try:
        with path.open("rb") as file:
            header = file.read(HEADER)
    except OSError:
        return False
    return header.startswith(b"SQLite format 3\0") and header[MARK : MARK + 4] == APPLICATION.to_bytes(4, "big")


def check_host(version: tuple[int, ...], modules: Collection[str]) -> None:
    """Raise StoreError if the host's SQLite cannot hold a record: too old for STRICT tables, or without FTS5."""
    said = ".".join(map(str, version))
    if version < MIN_SQLITE:
        needed = ".".join(map(str, MIN_SQLITE))
        raise StoreError(f"Python is built with SQLite {said}; a record needs {needed} or later: use a newer Python")
    if "fts5" not in modules:
        raise StoreError(f"Python is built with SQLite {said} without FTS5, which a record needs: use another Python")


def migrations() -> tuple[Path, ...]:
    """The files that make a record of each version from the one before, in order: migrations/1-….sql is the first."""
    found = (Path(__file__).parent / "migrations").glob("*.sql")
    return tuple(sorted(found, key=lambda file: int(file.name.partition("-")[0])))


def migrate(connection: sqlite3.Connection) -> None:
    """Bring the record to this version, whole or not at all. Nothing happens if it is there already."""
    if _version(connection) >= len(migrations()):
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        # Asked again inside the transaction: another process may have made the steps while we waited.
        before = _version(connection)
        scripts = [file.read_text(encoding="utf-8") for file in migrations()[before:]]
        for script in scripts:
            for statement in _statements(script):
                connection.execute(statement)
        if before and any(REINDEX in script for script in scripts):
            reindex(connection)
        if before and any(REINDEX_STORIES in script for script in scripts):
            reindex_stories(connection)
        connection.execute(f"PRAGMA application_id = {APPLICATION}")
        connection.execute(f"PRAGMA user_version = {len(migrations())}")
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise


@contextmanager
def telling(path: Path) -> Iterator[None]:
    """Tell SQLite's errors as StoreErrors that name the file and what to do."""
    try:
        yield
    except sqlite3.Error as error:
        name = getattr(error, "sqlite_errorname", "") or ""
        remedy = next((said for start, said in REMEDIES.items() if name.startswith(start)), f"failed: {error}")
        raise StoreError(f"{path} {remedy}") from error


def _writer(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=WAIT_S, isolation_level=None)
    try:
        check_host(sqlite3.sqlite_version_info, _modules(connection))
        connection.execute("PRAGMA foreign_keys = ON")
        # A file that is not ours must not be changed, not even its journal mode.
        if _application(connection) == APPLICATION or _is_empty(connection):
            _use_wal(connection)
            # In WAL mode NORMAL survives the death of the process; only a power cut may take the last stories.
            connection.execute("PRAGMA synchronous = NORMAL")
    except BaseException:
        connection.close()
        raise
    return connection


def _use_wal(connection: sqlite3.Connection) -> None:
    """Turn the write-ahead log on. SQLite does not wait here for another process that does the same, so we do."""
    until = time.monotonic() + WAIT_S
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if not str(error.sqlite_errorname).startswith("SQLITE_BUSY") or time.monotonic() > until:
                raise
            time.sleep(PAUSE_S)
        else:
            return


def _reader(path: Path) -> sqlite3.Connection:
    """Readers never block and are never blocked. A record on a medium that cannot be written is read as it lies."""
    mode = "mode=ro"
    if not os.access(path.resolve().parent, os.W_OK) and not Path(f"{path}-wal").exists():
        mode = "mode=ro&immutable=1"
    connection = sqlite3.connect(f"{path.resolve().as_uri()}?{mode}", uri=True, timeout=WAIT_S, isolation_level=None)
    try:
        check_host(sqlite3.sqlite_version_info, _modules(connection))
    except BaseException:
        connection.close()
        raise
    return connection


def _check_ours(connection: sqlite3.Connection, path: Path, *, write: bool) -> None:
    if _application(connection) != APPLICATION and not (write and _is_empty(connection)):
        raise StoreError(f"{path} is a database of another program; give another file name")
    if _version(connection) > len(migrations()):
        raise StoreError(f"{path} is of a newer version than this Vaarta can read; `pip install --upgrade vaarta`")
    if not write and _version(connection) < len(migrations()):
        raise StoreError(f"{path} is of an older version; `vaarta keep {path} SOURCE…` brings it up to date")


def _modules(connection: sqlite3.Connection) -> set[str]:
    with closing(connection.execute("SELECT name FROM pragma_module_list")) as rows:
        return {str(name) for (name,) in rows}


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _application(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA application_id").fetchone()[0])


def _is_empty(connection: sqlite3.Connection) -> bool:
    return connection.execute("SELECT 1 FROM sqlite_schema LIMIT 1").fetchone() is None


def _statements(script: str) -> Iterator[str]:
    """The statements of an SQL script, one by one: `executescript` would commit behind our back."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
