"""`vaarta ask`: questions to the record."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from vaarta.cli.days import first_day, last_day
from vaarta.cli.output import emit, wants_json

if TYPE_CHECKING:
    from vaarta.query import Question

__all__ = ["ask"]

WHO = "a country's code or name in Hindi or English, or a person's or body's name"


def _day(meaning: Callable[[str], str]) -> Callable[[str], str]:
    def parse(text: str) -> str:
        try:
            return meaning(text) if text else ""
        except ValueError as no_day:
            raise typer.BadParameter(str(no_day)) from no_day

    return parse


def ask(  # noqa: PLR0913, PLR0917 - a command has as many parameters as it has options
    db: Annotated[Path, typer.Argument(metavar="DB", help="The record.")],
    words: Annotated[
        list[str] | None, typer.Argument(metavar="[WORDS…]", help="Words of the sentence or headline, in any spelling.")
    ] = None,
    actor: Annotated[str, typer.Option(metavar="WHO", help=f"Who acts or speaks: {WHO}.")] = "",
    to: Annotated[str, typer.Option(metavar="WHO", help="Who is acted upon or spoken to.")] = "",
    between: Annotated[
        tuple[str, str] | None, typer.Option(metavar="WHO WHO", help="Two sides, in whatever role.")
    ] = None,
    type_: Annotated[
        str, typer.Option("--type", metavar="TYPE", help="PLOVER type, or type and mode: CONSULT, CONSULT/visit.")
    ] = "",
    kind: Annotated[
        str, typer.Option(metavar="KIND", help="event, statement, engagement, tenure; or visit, meeting, summit …")
    ] = "",
    standing: Annotated[
        Literal["happened", "planned", "denied", "possible"] | None, typer.Option(help="How it stands.")
    ] = None,
    since: Annotated[
        str, typer.Option(metavar="DAY", callback=_day(first_day), help="From this day, month or year on.")
    ] = "",
    until: Annotated[
        str, typer.Option(metavar="DAY", callback=_day(last_day), help="Up to this day, month or year.")
    ] = "",
    series: Annotated[
        str, typer.Option(metavar="NAME", help="Engagements of a series: words of its name, in any order and spelling.")
    ] = "",
    upcoming: Annotated[
        bool, typer.Option("--upcoming", help="Only what is planned for today (or --since) or later, the next first.")
    ] = False,
    calendar: Annotated[
        bool, typer.Option("--calendar", help="Engagements, the earliest first; as a table, a calendar by month.")
    ] = False,
    lang: Annotated[str, typer.Option(metavar="LANG", help="Only what is told in this language: hi, en.")] = "",
    limit: Annotated[int | None, typer.Option(min=1, help="No more than this many, the latest first.")] = None,
    json: Annotated[bool, typer.Option("--json", help="Print JSON Lines, on a terminal too.")] = False,
    table: Annotated[bool, typer.Option("--table", help="Print a table, into a pipe too.")] = False,
) -> None:
    """Ask the record: who did what to whom, who said what, who met whom; with the sentences that say so.

    The latest day comes first (with --upcoming and --calendar the earliest).

    What says no day stands on the day its story was published, in brackets.
    """
    from vaarta.cli.countries import who_is
    from vaarta.query import Question

    question = Question(
        actor=who_is(actor),
        recipient=who_is(to),
        dyad=(who_is(between[0]), who_is(between[1])) if between else None,
        type=type_,
        kind=kind or ("engagement" if calendar else ""),
        standing=standing,
        since=since,
        until=until,
        lang=lang,
        words=" ".join(words or ()),
        series=series,
        upcoming=(since or date.today().isoformat()) if upcoming else "",  # noqa: DTZ011 - the asker's own day
        earliest=upcoming or calendar,
        limit=limit,
    )
    _answer(db, question, as_json=wants_json(json) and not table, calendar=calendar)


def _answer(db: Path, question: "Question", *, as_json: bool, calendar: bool) -> None:
    from vaarta import query
    from vaarta.cli.calendar import print_calendar
    from vaarta.cli.tables import print_answers
    from vaarta.store import open_store

    with open_store(db, write=False) as store:
        answers = query.ask(store, question)
        if as_json:
            for answer in answers:
                emit(answer)
        elif calendar:
            print_calendar(answers)
        else:
            print_answers(list(answers))
