"""`vaarta read`: the stories of files, folders, standard input and pages on the web."""

from typing import Annotated

import typer

from vaarta.cli.output import Tally, emit, wants_json
from vaarta.cli.sources import stories_of
from vaarta.records import Passed, Story

__all__ = ["read"]

HEADLINE_SHOWN = 80  # characters of a headline, or of the first words where there is none


def read(
    sources: Annotated[list[str], typer.Argument(metavar="SOURCE…", help="Files, folders, URLs, or - .")],
    json: Annotated[bool, typer.Option("--json", help="Print JSON Lines, on a terminal too.")] = False,
    allow_private: Annotated[
        bool, typer.Option("--allow-private", help="Fetch from addresses of private networks too.")
    ] = False,
) -> None:
    """Read stories from pages, text, JSON, feeds and archives of them: JSON Lines into a pipe, a table on a terminal.

    What cannot be read is passed over and told on standard error. Exit code: 0 everything was read, 3 some inputs
    were passed over, 2 wrong usage or no such source (the other sources are still read).
    """
    tally = Tally()
    as_json = wants_json(json)
    shown: list[Story] = []
    for story in stories_of(sources, tally, allow_private=allow_private):
        if isinstance(story, Passed):
            tally.passed(story)
            continue
        tally.done()
        if as_json:
            emit(story)
        else:
            shown.append(story)
    if shown:
        _print_table(shown)
    raise typer.Exit(tally.code())


def _print_table(stories: list[Story]) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table("id", "lang", "published", "headline")
    table.add_column("paragraphs", justify="right")
    for story in stories:
        first = (story.headline or story.text)[:HEADLINE_SHOWN].replace("\n", " ")
        table.add_row(story.id, story.lang, story.published, Text(first), str(len(story.paragraphs)))
    Console().print(table)
