"""`vaarta code`: what stories claim, in the shape of the annotation guide."""

from typing import Annotated

import typer

from vaarta.cli.least import MinScore
from vaarta.cli.output import Tally, emit, fail, wants_json
from vaarta.cli.pipelines import OwnPipelines, pipelines_of
from vaarta.cli.progress import Progress
from vaarta.cli.scaling import (
    Address,
    Engine,
    Out,
    Scaling,
    ShardMegabytes,
    StorySeconds,
    Whole,
    WorkerMegabytes,
    Workers,
    code_corpus,
)  # fmt: skip
from vaarta.cli.sources import stories_of

__all__ = ["code"]


def code(  # noqa: PLR0913, PLR0917 - a command has as many parameters as it has options
    sources: Annotated[list[str], typer.Argument(metavar="SOURCE…", help="Files, folders, URLs, or - .")],
    json: Annotated[bool, typer.Option("--json", help="Print JSON Lines, on a terminal too.")] = False,
    table: Annotated[bool, typer.Option("--table", help="Print tables, into a pipe too.")] = False,
    min_score: MinScore = 0.0,
    pipeline: OwnPipelines = None,
    whole: Whole = None,
    out: Out = None,
    engine: Engine = None,
    workers: Workers = None,
    address: Address = "",
    shard: ShardMegabytes = 4.0,
    seconds: StorySeconds = 120.0,
    memory: WorkerMegabytes = 3_000,
) -> None:
    """Say what stories claim: events, statements, engagements and offices, each with its sentence.

    Prints one JSON object a story (docs/store.md), or a table on a terminal; with --whole the story is in it, and
    `vaarta keep` takes it without coding again. With --out the sources, files and folders here or on an object store,
    are coded into files there by many processes, or by a cluster, and what became of them is printed; whatever dies
    meanwhile, the same command goes on (docs/engines.md). Exit code 3: some inputs were passed over.
    """
    from vaarta import shape
    from vaarta.cli.tables import print_story
    from vaarta.coding.scoring import surest
    from vaarta.pipeline import code_stories
    from vaarta.records import Passed

    own = pipelines_of(pipeline)
    if out is not None:
        from vaarta.scale import Settings

        how = Scaling(out, engine or "local", workers, address, shard, seconds, memory)
        settings = Settings(pipelines=own, min_score=min_score, whole=whole is not False)
        code_corpus(sources, settings, how, json=json)
    if engine or workers or address:
        fail("--engine, --workers and --address want --out FOLDER, where the results go")
    tally = Tally()
    as_json = wants_json(json) and not table
    shown = shape.whole if whole else shape.coded
    with Progress("coding") as progress:
        for result in progress.coding(code_stories(progress.reading(stories_of(sources, tally)), own)):
            if isinstance(result, Passed):
                tally.passed(result)
                continue
            tally.done()
            story, claims = result[0], surest(result[1], min_score)
            if as_json:
                emit(shown(story, claims))
            else:
                print_story(story, claims)
    raise typer.Exit(tally.code())
