"""`vaarta code`: what stories claim, in the shape of the annotation guide."""

from typing import Annotated

import typer

from vaarta.cli.least import MinScore
from vaarta.cli.output import Tally, emit, wants_json
from vaarta.cli.pipelines import OwnPipelines, pipelines_of
from vaarta.cli.progress import Progress
from vaarta.cli.sources import stories_of

__all__ = ["code"]


def code(
    sources: Annotated[list[str], typer.Argument(metavar="SOURCE…", help="Files, folders, URLs, or - .")],
    json: Annotated[bool, typer.Option("--json", help="Print JSON Lines, on a terminal too.")] = False,
    table: Annotated[bool, typer.Option("--table", help="Print tables, into a pipe too.")] = False,
    min_score: MinScore = 0.0,
    pipeline: OwnPipelines = None,
) -> None:
    """Say what stories claim: events, statements, engagements and offices, each with its sentence.

    Prints one JSON object a story (docs/store.md), or a table on a terminal. Exit code 3: some inputs were passed over.
    """
    from vaarta.cli.tables import print_story
    from vaarta.coding.scoring import surest
    from vaarta.pipeline import code_stories
    from vaarta.records import Passed
    from vaarta.shape import coded

    tally, own = Tally(), pipelines_of(pipeline)
    as_json = wants_json(json) and not table
    with Progress("coding") as progress:
        for result in progress.coding(code_stories(progress.reading(stories_of(sources, tally)), own)):
            if isinstance(result, Passed):
                tally.passed(result)
                continue
            tally.done()
            story, claims = result[0], surest(result[1], min_score)
            if as_json:
                emit(coded(story, claims))
            else:
                print_story(story, claims)
    raise typer.Exit(tally.code())
