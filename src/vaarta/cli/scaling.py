"""The options of `vaarta code` for a corpus coded into a folder, shard by shard, and what is said of it."""

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Literal, NamedTuple

import typer

from vaarta.cli.output import ALL_READ, INTERRUPTED, SOME_PASSED, complain, emit, wants_json
from vaarta.cli.progress import Progress

if TYPE_CHECKING:
    from vaarta.scale import Report, Settings

__all__ = [
    "Address", "Engine", "EngineName", "Out", "Scaling", "ShardMegabytes", "StorySeconds", "Whole", "WorkerMegabytes",
    "Workers", "code_corpus",
]  # fmt: skip

MEGABYTE = 1_000_000
EngineName = Literal["local", "ray", "dask", "spark"]
Out = Annotated[
    str | None,
    typer.Option("--out", metavar="FOLDER", help="Code into files there, shard by shard; run again to go on."),
]
Engine = Annotated[
    EngineName | None,
    typer.Option("--engine", help="What runs the shards: processes of this machine, or a cluster (with --out)."),
]
Workers = Annotated[
    int | None, typer.Option("--workers", metavar="N", min=1, help="Shards at a time; as many as cores if not given.")
]
Whole = Annotated[
    bool | None,
    typer.Option(
        "--whole/--no-whole",
        help="Have the stories in the lines, for `vaarta keep`; so with --out.",
        show_default=False,
    ),
]
Address = Annotated[str, typer.Option("--address", metavar="ADDRESS", help="The cluster of that engine.")]
ShardMegabytes = Annotated[float, typer.Option("--shard", metavar="MB", min=0.000001, help="The size of a shard.")]
StorySeconds = Annotated[float, typer.Option("--seconds", metavar="S", min=0.1, help="The longest a story may take.")]
WorkerMegabytes = Annotated[int, typer.Option("--memory", metavar="MB", min=100, help="The most a worker may hold.")]


class Scaling(NamedTuple):
    """How a corpus is to be coded."""

    out: str
    engine: EngineName
    workers: int | None
    address: str
    shard: float
    seconds: float
    memory: int


def code_corpus(sources: Sequence[str], settings: "Settings", how: Scaling, *, json: bool) -> None:
    """Code the sources into the folder, say what became of them, and leave with the exit code that says so."""
    from vaarta.scale import Limits, begin, plan, report_of, run

    job = begin(how.out, plan(sources, shard_bytes=max(1, round(how.shard * MEGABYTE)), settings=settings))
    limits = Limits(seconds=how.seconds, megabytes=how.memory)
    workers = how.workers or os.cpu_count() or 1
    outcomes = run(job, how.out, engine=how.engine, limits=limits, workers=workers, address=how.address)
    try:
        with Progress("coding shards") as progress:
            report = report_of(job, progress.counting(outcomes, len(job.shards)), how.out)
    except KeyboardInterrupt:
        complain(f"interrupted; run the same command again to go on: what is done in {how.out} stays")
        raise typer.Exit(INTERRUPTED) from None
    if wants_json(json):
        emit(report)
    else:
        _say(report, how.out)
    raise typer.Exit(SOME_PASSED if report.passed_over or report.undone else ALL_READ)


def _say(report: "Report", out: str) -> None:
    over = sum(report.passed_over.values())
    typer.echo(f"{out}: {report.coded:,} stories coded in {report.shards:,} shards, {over:,} inputs passed over")
    for reason, count in report.passed_over.items():
        typer.echo(f"  {count:9,} {reason}")
    for passed in report.quarantined:
        typer.echo(f"  {passed.source} {passed.record}: {passed.reason}")
    for undone in report.undone:
        complain(f"shard {undone.number} is not done: {undone.reason}; run the same command again")
    if report.deaths:
        typer.echo(f"  workers that died and were replaced: {report.deaths:,}")
