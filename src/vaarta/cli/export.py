"""`vaarta export`: the record in formats that people already load."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from vaarta.cli.asking import asking
from vaarta.cli.output import complain, fail

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vaarta.exports import Format, Stories, Written
    from vaarta.query import Question, Thing

__all__ = ["export"]

Name = Literal[
    "plover", "polecat", "gdelt", "gdelt-mentions", "icews", "csv", "parquet", "jsonld", "ical", "graphml", "gexf",
    "ftm",
]  # fmt: skip


@asking
def export(
    db: Annotated[Path, typer.Argument(metavar="DB", help="The record.")],
    *,
    format_: Annotated[Name, typer.Option("--format", help="What to write: see docs/exports.md.")],
    out: Annotated[
        str, typer.Option(metavar="PATH", help="File, or folder (ending in /), to write; else standard output.")
    ] = "",
    question: "Question",
) -> None:
    """Write what the question asks for in another format: each event, statement and engagement once.

    However many stories tell of it, an event is one row; every sentence that tells it is a mention. csv, parquet, and
    gdelt with a folder that ends in /, write a folder of files. What a format cannot hold is counted on standard error.
    """
    from vaarta import query
    from vaarta.exports import FORMATS, stories_of
    from vaarta.store import open_store

    chosen = FORMATS[format_]
    with open_store(db, write=False) as store:
        written = _write(chosen, format_, query.things(store, question), stories_of(store), out)
    for reason, number in written.left_out.items():
        complain(f"{number} left out: {reason}")
    if out:
        typer.echo(f"{out}: {written.rows} rows", err=True)


def _write(chosen: "Format", name: str, things: "Iterator[Thing]", stories: "Stories", out: str) -> "Written":
    folder = out.endswith("/") or Path(out or "-").is_dir()
    try:
        if chosen.to_folder and out and (folder or chosen.to_file is None):
            return chosen.to_folder(things, Path(out), stories)
        if chosen.to_file is None:
            fail(f"{name} is several files: name a folder with --out")
        if not out:
            return chosen.to_file(things, sys.stdout.buffer, stories)
        with Path(out).open("wb") as file:
            return chosen.to_file(things, file, stories)
    except BrokenPipeError:
        raise
    except OSError as refused:
        fail(f"{refused.filename or out}: cannot be written: {refused.strerror or refused}")
