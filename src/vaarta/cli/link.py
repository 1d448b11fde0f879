"""`vaarta link`: claims of different stories that tell one thing."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vaarta.cli.output import emit, fail, wants_json
from vaarta.cli.signing import now, who_signs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from vaarta.gathering import Explained
    from vaarta.records import Link
    from vaarta.resolution import Series
    from vaarta.store import Answer, Store

__all__ = ["link"]

SHOWN = 100  # letters of a sentence in a list


def link(  # noqa: PLR0913, PLR0917 - a command has as many parameters as it has options
    db: Annotated[Path, typer.Argument(metavar="DB", help="The record.")],
    claim: Annotated[str, typer.Argument(metavar="[CLAIM]", help="Explain the entry this claim is in.")] = "",
    same: Annotated[
        tuple[str, str] | None, typer.Option("--same", metavar="CLAIM CLAIM", help="Say that two tell one thing.")
    ] = None,
    different: Annotated[
        tuple[str, str] | None, typer.Option("--different", metavar="CLAIM CLAIM", help="Say that two do not.")
    ] = None,
    why: Annotated[str, typer.Option(metavar="TEXT", help="Why, with --same or --different.")] = "",
    by: Annotated[str, typer.Option(metavar="NAME", help="Who says so; else the name you are logged in by.")] = "",
    unsure: Annotated[bool, typer.Option("--unsure", help="List the doubtful pairs, the likest first.")] = False,
    series: Annotated[bool, typer.Option("--series", help="List series of engagements with their rounds.")] = False,
    json: Annotated[bool, typer.Option("--json", help="Print JSON Lines, on a terminal too.")] = False,
) -> None:
    """Find which claims of different stories tell one thing, and gather them into entries (docs/resolution.md).

    Without more, all is compared anew; what people said stays. CLAIM is a claim's id or its first letters.
    """
    from vaarta.store import open_store

    if sum(map(bool, (claim, same, different, unsure, series))) > 1:
        fail("ask for one thing: CLAIM, --same, --different, --unsure or --series")
    as_json = wants_json(json)
    with open_store(db, write=not (claim or unsure or series)) as store:
        if claim:
            _explain(store, claim, as_json=as_json)
        elif unsure:
            _doubts(store, as_json=as_json)
        elif series:
            _series(store, as_json=as_json)
        elif said := same or different:
            _say(store, said, "same" if same else "different", (why, who_signs(by)))
        else:
            _gather(store, as_json=as_json)


def _gather(store: "Store", *, as_json: bool) -> None:
    from vaarta.gathering import gather

    found = gather(store, anew=True)
    if as_json:
        emit(found)
    else:
        typer.echo(
            f"{store.path}: {found.things} things told more than once ({found.same} links); {found.unsure} doubts"
        )


def _say(store: "Store", claims: tuple[str, str], verdict: str, said: tuple[str, str]) -> None:
    from vaarta.gathering import explain_entry, regather
    from vaarta.records import Link

    left, right = (_whole(explain_entry(store, claim), claim) for claim in claims)
    if left == right:
        fail(f"{claims[0]} and {claims[1]} are one claim")
    why, by = said
    store.link(Link(left=left, right=right, verdict=verdict, why=why or f"said on {now()}", by=by))  # type: ignore[arg-type] # same or different
    regather(store, (left, right))
    typer.echo(f"{store.path}: {left} and {right} are {verdict}, says {by}")


def _whole(explained: "Explained", start: str) -> str:
    return next(claim for claim in explained.entry.told_by if claim.startswith(start))


def _explain(store: "Store", claim: str, *, as_json: bool) -> None:
    from vaarta.gathering import explain_entry

    explained = explain_entry(store, claim)
    if as_json:
        emit(explained)
        return
    from rich.text import Text

    from vaarta.cli.tables import answers_table, print_parts

    entry = explained.entry
    lines = [f" Entry {entry.id}: told by {len(entry.told_by)} claims, the best is {entry.best}"]
    if entry.part_of:
        lines.append(f" a part of {entry.part_of}")
    lines += [
        f" told differently: {dispute.field}: "
        + "; ".join(f"{answer} ({', '.join(claims)})" for answer, claims in dispute.answers)
        for dispute in entry.disputes
    ]
    print_parts(Text("\n".join(lines), "bold"), answers_table(explained.told_by), *map(Text, _reasons(explained.links)))


def _reasons(links: "Iterable[Link]") -> "Iterator[str]":
    for link in links:
        who = f" says {link.by}" if link.by else ""
        yield f" {link.left} {link.right} {link.verdict}{who} {link.score:.2f}: {link.why}"


def _doubts(store: "Store", *, as_json: bool) -> None:
    from vaarta.gathering import told_in

    for link in sorted((link for link in store.links() if link.verdict == "unsure"), key=lambda link: -link.score):
        if as_json:
            emit(link)
            continue
        typer.echo(f"{link.score:.2f}  {link.why}")
        for answer in store.find((told_in((link.left, link.right)),)):
            typer.echo(f"  {_short(answer)}")


def _short(answer: "Answer") -> str:
    sentence = answer.sentence if len(answer.sentence) <= SHOWN else answer.sentence[:SHOWN] + "…"
    return f"{answer.claim.id} {answer.published[:10]} {' '.join(sentence.split())}"


def _series(store: "Store", *, as_json: bool) -> None:
    from vaarta.gathering import series

    for found in series(store):
        if as_json:
            emit(found)
        else:
            typer.echo("\n".join(_rounds(found)))


def _rounds(series: "Series") -> "Iterator[str]":
    yield f"{series.name or series.kind} ({', '.join(series.parties)})"
    for one in series.rounds:
        days = one.first if one.first == one.last else f"{one.first or '…'} – {one.last or '…'}"
        yield f"  {f'round {one.number}' if one.number else 'a round'}  {days or 'no day'}  {one.standing}  {one.entry}"
