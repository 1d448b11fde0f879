"""`vaarta score`: what was coded against gold."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import msgspec
import typer

from vaarta.cli.least import MinScore
from vaarta.cli.output import complain, emit, fail

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from vaarta.evaluation import CodedStory
    from vaarta.records import Passed, Story

__all__ = ["score"]


def score(  # noqa: PLR0913, PLR0917 - a command has as many parameters as it has options
    gold: Annotated[Path, typer.Argument(metavar="GOLD", help="Annotated stories, JSON Lines.")],
    coded: Annotated[
        Path | None,
        typer.Argument(metavar="[CODED]", help="What `vaarta code --json` printed; else gold is coded now."),
    ] = None,
    misses: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write every miss and extra to a file, to be read.")
    ] = None,
    show: Annotated[int, typer.Option(min=0, help="Print this many misses and extras after the figures.")] = 0,
    lang: Annotated[str, typer.Option(metavar="LANG", help="Only the stories in this language: hi, en.")] = "",
    min_score: MinScore = 0.0,
    json: Annotated[bool, typer.Option("--json", help="Print the figures as one JSON object.")] = False,
) -> None:
    """Score what was coded against gold: precision, recall and F1 of events, statements and engagements."""
    from vaarta.evaluation import difference_lines, read_coded, read_gold, report_lines
    from vaarta.evaluation import score as score_all

    golds = [story for story in read_gold(gold) if lang in ("", story.lang)]
    found = read_coded(coded) if coded else _code(gold, {story.id for story in golds})
    scores = score_all(golds, {key: _surest(story, min_score) for key, story in found.items()})
    if json:
        figures = msgspec.to_builtins(scores)
        del figures["differences"]
        emit(figures)
    else:
        typer.echo("\n".join(report_lines(scores)))
    if misses:
        _write(misses, difference_lines(scores.differences))
    for line in difference_lines(scores.differences[:show]):
        typer.echo(line)


def _surest(story: "CodedStory", least: float) -> "CodedStory":
    """What was coded, without events of a lower score; those without a score count as sure."""
    kept = (event for event in story.events if event.score is None or event.score >= least)
    return msgspec.structs.replace(story, events=tuple(kept))


def _write(path: Path, lines: "Iterable[str]") -> None:
    try:
        path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    except OSError as refused:
        fail(f"{path}: cannot be written: {refused.strerror}")


def _code(gold: Path, wanted: set[str]) -> "dict[str, CodedStory]":
    """What the pipeline makes of the texts of gold, read as `vaarta code` reads them."""
    from vaarta.cli.progress import Progress
    from vaarta.evaluation import coded_story
    from vaarta.pipeline import code_stories
    from vaarta.records import Passed
    from vaarta.shape import coded

    found = {}
    with Progress("coding") as progress:
        for result in progress.coding(code_stories(progress.reading(_wanted(gold, wanted)))):
            if isinstance(result, Passed):
                complain(f"{result.source} {result.record}: {result.reason}")
            else:
                found[result[0].id] = coded_story(coded(*result))
    return found


def _wanted(gold: Path, wanted: set[str]) -> "Iterator[Story | Passed]":
    from vaarta.reading import read
    from vaarta.records import Passed

    for story in read(gold):
        if isinstance(story, Passed) or story.id in wanted:
            yield story
