"""What commands on one phrase share: its language and pack, and the day it was told."""

from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from vaarta.cli.output import fail

if TYPE_CHECKING:
    from vaarta.packs import Pack

__all__ = ["Json", "Lang", "day_told", "pack_of"]

Lang = Annotated[str, typer.Option("--lang", help="Its language; by its script, if not given.")]
Json = Annotated[bool, typer.Option("--json", help="Print JSON Lines, on a terminal too.")]


def pack_of(text: str, lang: str) -> "Pack":
    """The pack of the language given, else of the one the text's script says. Raises PackError if there is none."""
    from vaarta.packs import load
    from vaarta.text import is_devanagari

    return load(lang or ("hi" if is_devanagari(text) else "en"))


def day_told(on: str) -> date | None:
    """The day of an option, None if it was not given; ends the command with exit code 2 if it is none."""
    if not on:
        return None
    try:
        return date.fromisoformat(on)
    except ValueError:
        fail(f"{on!r} is no day; write 2023-02-14")
