"""`vaarta count`: how much of what there is in the record, by day, week, month, dyad, type and more."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vaarta.cli.asking import asking
from vaarta.cli.output import emit, wants_json
from vaarta.cli.rows import write_rows

if TYPE_CHECKING:
    from vaarta.query import Question, Tally

__all__ = ["count"]


@asking
def count(  # noqa: PLR0913 - a command has as many parameters as it has options
    db: Annotated[Path, typer.Argument(metavar="DB", help="The record.")],
    *,
    by: Annotated[
        list[str] | None,
        typer.Option(
            metavar="KEY",
            help="day, week, month, year, type, mode, kind, standing, dyad, direction, country (of the place), "
            "publisher, lang; may be repeated.",
        ),
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Print JSON Lines, on a terminal too.")] = False,
    table: Annotated[bool, typer.Option("--table", help="Print a table, into a pipe too.")] = False,
    csv: Annotated[bool, typer.Option("--csv", help="Print CSV with a header.")] = False,
    parquet: Annotated[Path | None, typer.Option(metavar="FILE", help="Write a Parquet file.")] = None,
    question: "Question",
) -> None:
    """Count what the record tells: things and the reports of them, with mean Goldstein and PLOVER scores of events.

    A thing told by ten stories counts once; by dyad, for each two countries that act on each other or together.

    Weeks are named by their Monday.
    """
    from vaarta import query
    from vaarta.exports.tables import FIGURES, count_rows
    from vaarta.store import open_store

    keys = by or ["kind"]
    with open_store(db, write=False) as store:
        tallies = query.count(store, question, keys)
    if csv or parquet:
        types = dict.fromkeys(keys, "text") | FIGURES
        write_rows(count_rows(tallies), types, parquet)
    elif wants_json(json) and not table:
        for row in count_rows(tallies):
            emit(row)
    else:
        _print(tallies, keys)


def _print(tallies: "Sequence[Tally]", keys: Sequence[str]) -> None:
    from rich import box
    from rich.table import Table
    from rich.text import Text

    from vaarta.cli.tables import print_parts
    from vaarta.exports.tables import FIGURES, count_rows

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, header_style="bold")
    for key in keys:
        table.add_column(key)
    for figure in FIGURES:
        table.add_column(figure, justify="right")
    for row in count_rows(tallies):
        table.add_row(*("" if row[name] is None else str(row[name]) for name in (*keys, *FIGURES)))
    print_parts(table, *([] if tallies else [Text(" The record holds no answer to this.", "italic")]))
