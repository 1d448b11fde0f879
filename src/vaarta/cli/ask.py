"""`vaarta ask`: questions to the record."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vaarta.cli.asking import asking
from vaarta.cli.output import emit, wants_json
from vaarta.cli.rows import write_rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vaarta.query import Answer, Question

__all__ = ["ask"]


@asking
def ask(  # noqa: PLR0913 - a command has as many parameters as it has options
    db: Annotated[Path, typer.Argument(metavar="DB", help="The record.")],
    *,
    calendar: Annotated[
        bool, typer.Option("--calendar", help="Engagements, the earliest first; as a table, a calendar by month.")
    ] = False,
    json: Annotated[bool, typer.Option("--json", help="Print JSON Lines, on a terminal too.")] = False,
    table: Annotated[bool, typer.Option("--table", help="Print a table, into a pipe too.")] = False,
    csv: Annotated[bool, typer.Option("--csv", help="Print CSV, one row a claim, with a header.")] = False,
    parquet: Annotated[Path | None, typer.Option(metavar="FILE", help="Write a Parquet file, one row a claim.")] = None,
    question: "Question",
) -> None:
    """Ask the record: who did what to whom, who said what, who met whom; with the sentences that say so.

    The latest day comes first (with --upcoming and --calendar the earliest). No answer is an empty table.

    What says no day stands on the day its story was published, in brackets.
    """
    import msgspec

    from vaarta import query
    from vaarta.store import open_store

    if calendar:
        question = msgspec.structs.replace(question, kind=question.kind or "engagement", earliest=True)
    with open_store(db, write=False) as store:
        answers = query.ask(store, question)
        if csv or parquet:
            _write(answers, parquet)
        elif wants_json(json) and not table:
            for answer in answers:
                emit(answer)
        else:
            _print(answers, calendar=calendar)


def _write(answers: "Iterator[Answer]", parquet: Path | None) -> None:
    from vaarta.exports.tables import ANSWERS, answer_rows

    write_rows(answer_rows(answers), ANSWERS, parquet)


def _print(answers: "Iterator[Answer]", *, calendar: bool) -> None:
    from vaarta.cli.calendar import print_calendar
    from vaarta.cli.tables import print_answers

    if calendar:
        print_calendar(answers)
    else:
        print_answers(list(answers))
