"""`vaarta keep`: stories into the record."""

from collections import Counter
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vaarta.cli.least import MinScore
from vaarta.cli.output import INTERRUPTED, Tally, complain, emit
from vaarta.cli.pipelines import OwnPipelines, pipelines_of
from vaarta.cli.progress import Progress
from vaarta.cli.sources import found_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from vaarta.cli.sources import Found
    from vaarta.records import Claims, Passed, Story
    from vaarta.store import Store

__all__ = ["keep"]

KINDS = ("events", "statements", "engagements", "tenures")
SAID = {
    "new": "stories kept",
    "changed": "stories changed",
    "same": "already there",
    "forgotten": "taken down before",
    "passed_over": "passed over",
    "events": "events",
    "statements": "statements",
    "engagements": "engagements",
    "tenures": "offices",
}


def keep(  # noqa: PLR0913, PLR0917 - a command has as many parameters as it has options
    db: Annotated[Path, typer.Argument(metavar="DB", help="The record: one file, made if there is none.")],
    sources: Annotated[list[str], typer.Argument(metavar="SOURCE…", help="Files, folders, URLs, or - .")],
    resume: Annotated[
        bool, typer.Option("--resume", help="Do not code again the stories that are in the record.")
    ] = False,
    link: Annotated[bool, typer.Option("--link/--no-link", help="Whether to gather what tells one thing.")] = True,
    json: Annotated[bool, typer.Option("--json", help="Print the counts as JSON, on a terminal too.")] = False,
    min_score: MinScore = 0.0,
    pipeline: OwnPipelines = None,
) -> None:
    """Keep stories and what they claim in the record, each story whole or not at all.

    Stories that were coded before, into files of `vaarta code --out` or by `vaarta code --whole`, are kept as they are.
    Kept again, nothing is doubled: a story that is coded as before is left as it is, one that is not takes the place of
    what was kept. After an interruption run the same command again. At the end the new stories are compared with those
    of the same days, and what several tell of one thing is gathered into entries. Exit code 3: some inputs were passed
    over.
    """
    from vaarta.store import open_store

    tally, counts, own = Tally(), Counter[str](), pipelines_of(pipeline)
    with open_store(db) as store, Progress("keeping") as progress:
        found = found_in(sources, tally)
        stories = progress.reading(_unkept(store, found, counts) if resume else found)
        try:
            _keep_all(store, _sure(progress.coding(_coded(stories, own)), min_score), tally, counts)
        except KeyboardInterrupt:
            complain(f"interrupted; {db} is whole, with {counts['new'] + counts['changed']} stories of this run")
            raise typer.Exit(INTERRUPTED) from None
        gathered = _gather(store, counts, link=link)
    counts["passed_over"] = tally.passed_over
    if json:
        emit({name: counts[name] for name in SAID})
    else:
        _say(db, counts)
        typer.echo(gathered, nl=False)
    raise typer.Exit(tally.code())


def _gather(store: "Store", counts: Counter[str], *, link: bool) -> str:
    """Gather what several stories tell of one thing, unless asked not to; what to say of it."""
    from vaarta.gathering import gather

    if not link or not (counts["new"] + counts["changed"] or store.uncompared(1)):
        return ""
    found = gather(store)
    return f"  gathered: {found.things} things told more than once\n"


def _keep_all(
    store: "Store", results: "Iterable[tuple[Story, Claims] | Passed]", tally: Tally, counts: Counter[str]
) -> None:
    from vaarta.records import Passed

    for result in results:
        if isinstance(result, Passed):
            tally.passed(result)
            continue
        story, claims = result
        counts[store.keep(story, claims)] += 1
        tally.done()
        for kind in KINDS:
            counts[kind] += len(getattr(claims, kind))


def _coded(found: "Iterable[Found]", own: "Mapping[str, str]") -> "Iterator[tuple[Story, Claims] | Passed]":
    """What the stories claim, in order: those that come with their claims as they are, the others coded now."""
    from vaarta.pipeline import code_stories

    for ready, some in groupby(found, key=lambda one: isinstance(one, tuple)):
        if ready:
            yield from (one for one in some if isinstance(one, tuple))
        else:
            yield from code_stories((one for one in some if not isinstance(one, tuple)), own)


def _sure(
    results: "Iterable[tuple[Story, Claims] | Passed]", least: float
) -> "Iterator[tuple[Story, Claims] | Passed]":
    """The results, without events that are less likely to be right."""
    from vaarta.coding.scoring import surest
    from vaarta.records import Passed

    for result in results:
        yield result if isinstance(result, Passed) else (result[0], surest(result[1], least))


def _unkept(store: "Store", stories: "Iterable[Found]", counts: Counter[str]) -> "Iterator[Found]":
    """The stories that are not in the record yet; the others are counted."""
    from vaarta.records import Passed

    for found in stories:
        story = found[0] if isinstance(found, tuple) else found
        if not isinstance(story, Passed) and store.story(story.id):
            counts["same"] += 1
        else:
            yield found


def _say(db: Path, counts: Counter[str]) -> None:
    told = [
        f"{counts[name]} {said}"
        for name, said in SAID.items()
        if name not in KINDS and (name != "forgotten" or counts[name])
    ]
    coded = [f"{counts[name]} {SAID[name]}" for name in KINDS]
    typer.echo(f"{db}: {', '.join(told)}\n  coded: {', '.join(coded)}")
