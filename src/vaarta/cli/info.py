"""`vaarta info`: what is in a record, and whether it is whole."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vaarta.cli.output import USAGE, complain, emit, wants_json

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vaarta.store import Contents

__all__ = ["info"]

MEBIBYTE = 1 << 20


def info(
    db: Annotated[Path, typer.Argument(metavar="DB", help="The record.")],
    quick: Annotated[bool, typer.Option("--quick", help="Do not read the whole file to see if it is damaged.")] = False,
    json: Annotated[bool, typer.Option("--json", help="Print one JSON object, on a terminal too.")] = False,
) -> None:
    """Say what is in the record: stories, claims, days, publishers, versions, sizes; and whether the file is whole.

    Exit code 2: the file is damaged; what is wrong is told on standard error.
    """
    import msgspec

    from vaarta.store import open_store

    with open_store(db, write=False) as store:
        contents = store.contents()
        faults = () if quick else store.faults()
    if wants_json(json):
        emit({**msgspec.to_builtins(contents), "faults": None if quick else list(faults)})
    else:
        typer.echo("\n".join(_lines(db, contents, checked=not quick and not faults)))
    for fault in faults:
        complain(f"{db} is damaged: {fault}; bring back a copy, or save what can be read with `sqlite3 FILE .recover`")
    if faults:
        raise typer.Exit(USAGE)


def _lines(db: Path, contents: "Contents", *, checked: bool) -> "Iterator[str]":
    whole = ", whole" if checked else ""
    yield f"{db}: record of version {contents.version}, {contents.size / MEBIBYTE:.1f} MiB{whole}"
    yield f"  stories     {contents.stories}{_listed(contents.languages)}"
    yield f"  published   {_span(*contents.published)}"
    yield f"  claims      {sum(contents.claims.values())}{_listed(contents.claims)}"
    coders = (f"{name or '(not said)'} {number}" for name, number in contents.coded_by.items())
    yield f"  coded by    {', '.join(coders)}"
    yield f"  days        {_span(contents.first, contents.last)}"
    yield f"  entries     {contents.entries}"
    yield f"  sentences   {contents.sentences}"
    yield f"  links       {contents.links}"
    yield f"  rulings     {contents.rulings}"
    yield f"  taken down  {contents.forgotten}"
    publishers = (f"{name or '(none)'} {number}" for name, number in contents.publishers.items())
    yield f"  publishers  {', '.join(publishers)}"


def _listed(counts: dict[str, int]) -> str:
    return f" ({', '.join(f'{name} {number}' for name, number in counts.items())})" if counts else ""


def _span(first: str, last: str) -> str:
    return f"{first} to {last}" if first else "no days"
