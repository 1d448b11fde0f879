"""Rows as CSV to standard output, or as a Parquet file."""

import os
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from vaarta.cli.output import PIPE_CLOSED, fail

__all__ = ["write_rows"]


def write_rows(rows: Iterable[dict[str, Any]], types: Mapping[str, str], parquet: Path | None) -> None:
    """Print rows as CSV with a header, or write them into the Parquet file, if one is named.

    Raises ExportError if Parquet is asked for and its library is not installed.
    """
    from vaarta.exports.flat import rows_to_csv, rows_to_parquet

    if parquet:
        try:
            rows_to_parquet(rows, parquet, types)
        except OSError as refused:
            fail(f"{parquet}: cannot be written: {refused.strerror or refused}")
        return
    sys.stdout.reconfigure(encoding="utf-8", newline="")  # type: ignore[union-attr]
    try:
        rows_to_csv(rows, sys.stdout, types)
        sys.stdout.flush()
    except BrokenPipeError:
        # Python flushes standard output once more as it ends, which would complain again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise SystemExit(PIPE_CLOSED) from None
