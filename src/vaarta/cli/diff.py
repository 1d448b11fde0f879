"""`vaarta diff`: what two codings of the same stories differ in: events and other claims gained, lost, changed."""

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from vaarta.cli.output import complain, emit, fail
from vaarta.cli.pipelines import OwnPipelines, pipelines_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from vaarta.evaluation import Change, Compared
    from vaarta.evaluation.comparing import How

__all__ = ["DIFFERENT", "diff"]

DIFFERENT = 1  # the exit code, as that of diff(1)
SIGNS: "dict[How, str]" = {"gained": "+", "lost": "-", "changed": "~"}


def diff(
    old: Annotated[Path, typer.Argument(metavar="OLD", help="What `vaarta code --json` printed before; or a record.")],
    new: Annotated[
        Path | None, typer.Argument(metavar="[NEW]", help="What it printed later; or a record.", show_default=False)
    ] = None,
    code: Annotated[
        list[str] | None,
        typer.Option("--code", metavar="SOURCE", help="Code these sources now, and compare that with OLD. Repeatable."),
    ] = None,
    events: Annotated[bool, typer.Option("--events", help="Compare events alone.")] = False,
    json: Annotated[bool, typer.Option("--json", help="Print one JSON object a difference.")] = False,
    pipeline: OwnPipelines = None,
) -> None:
    """Say what the new coding gains (+), loses (-) and changes (~), story by story, and how many of each type.

    Two versions of a pack are compared by coding the same stories with each: with the old one into a file, then
    `vaarta diff old.jsonl --code stories/` with the new one. Scores are not compared. A record (the file that
    `vaarta keep` makes) is compared as people have ruled: amended claims as amended, wrong ones left out.

    Exit code: 0 nothing differs, 1 something does, 2 wrong usage or no such file.
    """
    from vaarta.evaluation import compare

    if (new is None) == (not code):
        fail("give a NEW file, or what to code now: vaarta diff old.jsonl --code stories/")
    compared = compare(_read(old), _read(new) if new else _coded(code or (), pipelines_of(pipeline)))
    changes = [change for change in compared.changes if change.kind == "event" or not events]
    if json:
        for change in changes:
            emit(change)
    else:
        _say(changes, compared)
    for missing, where in ((compared.only_old, "new"), (compared.only_new, "old")):
        if missing:
            complain(f"{len(missing)} stories are not in the {where} coding: {', '.join(missing[:5])}")
    if changes or compared.only_old or compared.only_new:
        raise typer.Exit(DIFFERENT)


def _read(path: Path) -> "Mapping[str, Any]":
    """What a file of JSON Lines, or a record, holds, by story."""
    from vaarta.evaluation import read_shapes
    from vaarta.query import as_ruled
    from vaarta.shape import coded
    from vaarta.store import is_record, open_store

    if not is_record(path):
        return read_shapes(path)
    with open_store(path, write=False) as store:
        return {story.id: _plain(coded(story, claims)) for story, claims in as_ruled(store)}


def _coded(sources: "Sequence[str]", own: dict[str, str]) -> dict[str, Any]:
    """What the stories of the sources are coded as now, by id."""
    from vaarta.cli.output import Tally
    from vaarta.cli.progress import Progress
    from vaarta.cli.sources import stories_of
    from vaarta.pipeline import code_stories
    from vaarta.records import Passed
    from vaarta.shape import coded

    tally, found = Tally(), dict[str, Any]()
    with Progress("coding") as progress:
        for result in progress.coding(code_stories(progress.reading(stories_of(sources, tally)), own)):
            if isinstance(result, Passed):
                tally.passed(result)
            else:
                found[result[0].id] = _plain(coded(*result))
    return found


def _plain(shape: dict[str, object]) -> Any:
    """The object as it comes back from JSON: tuples are lists."""
    import msgspec

    return msgspec.json.decode(msgspec.json.encode(shape))


def _say(changes: "Sequence[Change]", compared: "Compared") -> None:
    story = ""
    for change in changes:
        if change.story != story:
            typer.echo(f"{change.story} ({change.lang})")
            story = change.story
        for line in _lines(change):
            typer.echo(line)
    for line in _totals(changes, compared):
        typer.echo(line)


def _lines(change: "Change") -> "Iterator[str]":
    yield f"  {SIGNS[change.how]} {change.label}"
    for field, (before, after) in change.fields.items():
        yield f"      {field}: {_value(before)} → {_value(after)}"
    if change.sentence:
        yield f"      “{' '.join(change.sentence.split())}”"


def _value(value: Any) -> str:
    """A field in short: the words of parties and places, the days of a time."""
    if isinstance(value, list):
        return ", ".join(map(_value, value)) or "none"
    if isinstance(value, dict):
        if "first" in value:
            return f"{value.get('first') or '…'}/{value.get('last') or '…'}"
        return " ".join(filter(None, (str(value.get("text") or ""), str(value.get("country") or "")))) or "unknown"
    return "none" if value in (None, "") else str(value)


def _totals(changes: "Sequence[Change]", compared: "Compared") -> "Iterator[str]":
    """How many of each type, by language; then of all."""
    counts = Counter((change.lang, change.type.partition("/")[0], change.how) for change in changes)
    for lang, kind in dict.fromkeys((lang, kind) for lang, kind, _ in sorted(counts)):
        yield f"{lang or '?'} {kind:12} " + "  ".join(f"{SIGNS[how]}{counts[lang, kind, how]}" for how in SIGNS)
    total = Counter(change.how for change in changes)
    told = ", ".join(f"{total[how]} {how}" for how in SIGNS)
    yield f"{compared.stories} stories: {told if changes else 'nothing differs'}"
