"""`vaarta review`: rulings on doubtful claims, in the terminal."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vaarta.cli.asking import asking
from vaarta.cli.output import complain, fail
from vaarta.cli.signing import now, who_signs

if TYPE_CHECKING:
    from vaarta.query import Answer, Question
    from vaarta.records import Ruling
    from vaarta.store import Store

__all__ = ["review"]

KEYS = "a accept · w wrong · m amend · s skip · u undo · q quit"
HIGHLIGHT = "bold reverse"


@asking
def review(
    db: Annotated[Path, typer.Argument(metavar="DB", help="The record.")],
    *,
    by: Annotated[str, typer.Option(metavar="NAME", help="Who rules; else the name you are logged in by.")] = "",
    note: Annotated[str, typer.Option(metavar="TEXT", help="A note kept with each ruling.")] = "",
    gold: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write what was ruled so far as gold for vaarta score, and end.")
    ] = None,
    question: "Question",
) -> None:
    """Rule on claims, the most doubtful first: each with its sentence in its paragraph.

    Rulings are kept with your name and the time. None is ever changed: what is undone is withdrawn by another.

    To amend, write FIELD=VALUE, several with a comma between: type=ACCUSE, actors=IND GOV; PAK.
    """
    from vaarta.store import open_store

    if gold:
        _write_gold(db, gold)
        return
    name = who_signs(by)
    with open_store(db) as store:
        ruled = _rule_all(store, question, (name, note))
    typer.echo(f"{db}: {ruled} rulings by {name}")


def _rule_all(store: "Store", question: "Question", signed: tuple[str, str]) -> int:
    """Show claims till there is none or the person leaves; how many rulings were made, less those undone."""
    from vaarta.review import doubtful

    waiting, turned, ruled = doubtful(store, question), list["Answer"](), 0
    typer.echo(KEYS)
    while answer := turned.pop() if turned else next(waiting, None):
        _show(store, answer)
        key = _key()
        if key == "q":
            return ruled
        if key == "u":
            turned.append(answer)
            if undone := _undo(store, signed[0]):
                turned.append(undone)
                ruled -= 1
        elif key != "s":
            if _kept(store, _ruling(answer, key, signed)):
                ruled += 1
            else:
                turned.append(answer)
    typer.echo("No more claims to rule on.")
    return ruled


def _key() -> str:
    while True:
        try:
            said = str(typer.prompt("ruling", prompt_suffix="> ", default="s", show_default=False)).strip().casefold()
        except typer.Abort:
            return "q"
        if said and said[0] in "awmsuq":
            return said[0]
        typer.echo(KEYS)


def _ruling(answer: "Answer", key: str, signed: tuple[str, str]) -> "Ruling | None":
    from vaarta.records import Ruling

    by, note = signed
    if key in ("a", "w"):
        verdict = "right" if key == "a" else "wrong"
        return Ruling(claim=answer.claim.id, verdict=verdict, by=by, on=now(), note=note)  # type: ignore[arg-type]
    if key == "m":
        from vaarta.store.amending import FIELDS

        typer.echo(f"  fields: {', '.join(FIELDS[type(answer.claim)])}")
        changes = _changes(typer.prompt("amend", prompt_suffix="> ", default="", show_default=False))
        if changes:
            return Ruling(claim=answer.claim.id, verdict="amended", by=by, on=now(), note=note, amended=changes)
    return None


def _changes(said: str) -> dict[str, str]:
    """FIELD=VALUE, with commas between; what has no = belongs to the value before it."""
    changes: dict[str, str] = {}
    field = ""
    for part in said.split(","):
        name, equals, value = part.partition("=")
        if equals:
            field = name.strip()
            changes[field] = value.strip()
        elif field:
            changes[field] += f",{part}"
    return changes


def _kept(store: "Store", ruling: "Ruling | None") -> bool:
    from vaarta.errors import StoreError

    if ruling is None:
        return False
    try:
        store.rule(ruling)
    except StoreError as refused:
        complain(str(refused))
        return False
    return True


def _undo(store: "Store", by: str) -> "Answer | None":
    """Withdraw the person's last ruling that still counts; the claim that it was on, to be shown again."""
    from vaarta.review import undo, withdrawn
    from vaarta.store import conditions

    last = undo(store, by=by)
    if last is None:
        typer.echo("There is no ruling of yours to undo.")
        return None
    store.rule(withdrawn(last, by=by, on=now()))
    typer.echo(f"Undone: {last.claim} is no longer ruled {last.verdict}.")
    return next(store.find([conditions.with_id(last.claim)]), None)


def _show(store: "Store", answer: "Answer") -> None:
    from rich.text import Text

    from vaarta.cli.tables import claim_line, print_parts
    from vaarta.review import paragraph
    from vaarta.store.rows import stretch

    story = store.story(answer.story)
    if story is None:
        return
    start, end = paragraph(story, answer.claim.evidence)
    first, last = stretch(answer.claim)
    start, end = min(start, first), max(end, last)
    text = Text(story.text[start:end].rstrip(), style="dim")
    text.stylize("not dim", first - start, last - start)
    spot = answer.claim.evidence.span
    text.stylize(HIGHLIGHT, spot[0] - start, spot[1] - start)
    told = " · ".join(filter(None, (answer.headline, answer.publisher, answer.published[:10], answer.url)))
    print_parts(Text(), claim_line(answer), text, Text(f"— {told or answer.story}", "dim"))


def _write_gold(db: Path, gold: Path) -> None:
    import msgspec

    from vaarta.review import gold_stories
    from vaarta.store import open_store

    with open_store(db, write=False) as store:
        lines = [msgspec.json.encode(story) + b"\n" for story in gold_stories(store)]
    try:
        gold.write_bytes(b"".join(lines))
    except OSError as refused:
        fail(f"{gold}: cannot be written: {refused.strerror}")
    typer.echo(f"{gold}: {len(lines)} stories with rulings; score them with `vaarta score {gold}`")
