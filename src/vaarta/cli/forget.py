"""`vaarta forget`: stories taken down."""

from pathlib import Path
from typing import Annotated

import typer

from vaarta.cli.output import complain, emit, fail, wants_json
from vaarta.cli.signing import now, who_signs

__all__ = ["forget"]

ABSENT = 2


def forget(  # noqa: PLR0913, PLR0917 - a command has as many parameters as it has options
    db: Annotated[Path, typer.Argument(metavar="DB", help="The record.")],
    why: Annotated[str, typer.Option(metavar="TEXT", help="Why: kept with the audit trail.")],
    story: Annotated[list[str] | None, typer.Option(metavar="ID", help="A story's id; may be repeated.")] = None,
    publisher: Annotated[str, typer.Option(metavar="NAME", help="All stories now kept from a publisher.")] = "",
    by: Annotated[str, typer.Option(metavar="NAME", help="Who asks; else the name you are logged in by.")] = "",
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would be forgotten.")] = False,
    json: Annotated[bool, typer.Option("--json", help="Print JSON Lines, on a terminal too.")] = False,
) -> None:
    """Take stories down: their words and claims leave the file; what they were, who asked and why stays.

    A story forgotten is not kept again, nor one of the same address. Exit code 2: a story named is not in the record.
    """
    from vaarta.store import Takedown, open_store

    if not story and not publisher:
        fail("say what to forget: --story ID or --publisher NAME")
    with open_store(db) as store:
        wanted = [*(story or ()), *(store.stories_by(publisher) if publisher else ())]
        absent = [name for name in wanted if store.story(name) is None]
        if dry_run:
            gone = [name for name in wanted if name not in absent]
            typer.echo("\n".join(gone))
        else:
            told = store.forget(wanted, Takedown(by=who_signs(by), on=now(), why=why))
            if wants_json(json):
                for forgotten in told:
                    emit(forgotten)
            else:
                claims = sum(len(forgotten.claims) for forgotten in told)
                typer.echo(f"{db}: {len(told)} stories with {claims} claims forgotten")
    for name in absent:
        complain(f"{db} has no story {name}")
    if publisher and len(wanted) == len(story or ()):
        complain(f"{db} has no story from {publisher!r}; `vaarta info {db}` lists publishers")
        absent.append(publisher)
    if absent:
        raise typer.Exit(ABSENT)
