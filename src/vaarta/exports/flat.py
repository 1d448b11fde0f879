"""Flat files: rows as CSV, for R, Stata and spreadsheets, and as Parquet, for pandas, Polars and DuckDB."""

import csv
from collections.abc import Iterable, Mapping
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from typing import Any, BinaryIO, Self, TextIO

from vaarta.errors import ExportError
from vaarta.exports.facts import Stories, Written, one_line
from vaarta.exports.tables import Row, codebook, rows_of
from vaarta.query import Thing

__all__ = ["rows_to_csv", "rows_to_parquet", "write_csv", "write_parquet"]

BATCH = 10_000  # rows held together: a Parquet file's row group


def write_csv(things: Iterable[Thing], folder: Path, stories: Stories) -> Written:
    """Write one CSV file a table into the folder, and codebook.csv, which says what each column is."""
    folder.mkdir(parents=True, exist_ok=True)
    count = 0
    with ExitStack() as stack:
        files = {
            name: stack.enter_context((folder / f"{name}.csv").open("w", encoding="utf-8", newline=""))
            for name in codebook()
        }
        writers = {name: _writer(file, codebook()[name]) for name, file in files.items()}
        for thing in things:
            count += 1
            for table, row in rows_of(thing, stories):
                writers[table].writerow(_cells(row))
    _write_codebook(folder / "codebook.csv")
    return Written(rows=count)


def write_parquet(things: Iterable[Thing], folder: Path, stories: Stories) -> Written:
    """Write one Parquet file a table into the folder, and codebook.csv.

    Raises ExportError if pyarrow is not installed.
    """
    _arrow()
    folder.mkdir(parents=True, exist_ok=True)
    count = 0
    with ExitStack() as stack:
        files = {
            name: stack.enter_context(_ParquetFile(folder / f"{name}.parquet", _types(name))) for name in codebook()
        }
        for thing in things:
            count += 1
            for table, row in rows_of(thing, stories):
                files[table].add(row)
    _write_codebook(folder / "codebook.csv")
    return Written(rows=count)


def rows_to_csv(rows: Iterable[Row], out: TextIO, names: Iterable[str]) -> int:
    """Write rows as CSV with a header, which is there even if there is no row; how many there were."""
    writer, count = _writer(out, names), 0
    for row in rows:
        writer.writerow(_cells(row))
        count += 1
    return count


def rows_to_parquet(rows: Iterable[Row], path: Path | BinaryIO, types: Mapping[str, str]) -> int:
    """Write rows as a Parquet file, at a path or into what is open, with typed columns; how many there were.

    Raises ExportError if pyarrow is not installed.
    """
    count = 0
    with _ParquetFile(path, types) as file:
        for row in rows:
            file.add(row)
            count += 1
    return count


class _ParquetFile:
    """A Parquet file that rows are added to; they are written a batch at a time."""

    def __init__(self, path: Path | BinaryIO, types: Mapping[str, str]) -> None:
        self._arrow, self._parquet = _arrow()
        kinds = {
            "text": self._arrow.string(),
            "integer": self._arrow.int64(),
            "number": self._arrow.float64(),
            "day": self._arrow.date32(),
            "flag": self._arrow.bool_(),
        }
        self._types = types
        self._schema = self._arrow.schema([(name, kinds[kind]) for name, kind in types.items()])
        self._writer = self._parquet.ParquetWriter(path, self._schema)
        self._batch: list[Row] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._flush()
        self._writer.close()

    def add(self, row: Row) -> None:
        """Add a row."""
        self._batch.append({name: _typed(row.get(name), kind) for name, kind in self._types.items()})
        if len(self._batch) >= BATCH:
            self._flush()

    def _flush(self) -> None:
        if self._batch:
            self._writer.write_table(self._arrow.Table.from_pylist(self._batch, self._schema))
            self._batch = []


def _arrow() -> tuple[Any, Any]:
    try:
        import pyarrow as pa
        from pyarrow import parquet
    except ImportError as absent:
        raise ExportError("Parquet needs pyarrow, which is not installed: pip install 'vaarta[parquet]'") from absent
    return pa, parquet


def _types(table: str) -> dict[str, str]:
    return {name: column.type for name, column in codebook()[table].items()}


def _typed(value: object, kind: str) -> object:
    if value is None or value == "":
        return "" if kind == "text" else None
    return date.fromisoformat(str(value)) if kind == "day" else value


def _write_codebook(path: Path) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("table", "column", "type", "is"))
        for table, told in codebook().items():
            writer.writerows((table, name, column.type, column.is_) for name, column in told.items())


def _writer(file: TextIO, names: Iterable[str]) -> "csv.DictWriter[str]":
    writer = csv.DictWriter(file, tuple(names), restval="", extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    return writer


def _cells(row: Row) -> Row:
    """Cells as text: flags as 1 and 0, what is unknown empty, and no ends of lines, which Stata takes for rows'."""
    return {name: _cell(value) for name, value in row.items()}


def _cell(value: object) -> object:
    if value is None:
        return ""
    if isinstance(value, bool):
        return int(value)
    return one_line(value) if isinstance(value, str) else value
