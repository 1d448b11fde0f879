"""The command line, one command a file. What is heavy is loaded by the command that needs it, when it is called.

Exit codes: 0 done, 2 wrong usage or no such source or record, 3 done but some inputs were passed over, 130 interrupted.
"""

from collections.abc import Sequence
from importlib import import_module
from importlib.metadata import version
from typing import Annotated

import typer

from vaarta.cli.output import USAGE, complain
from vaarta.errors import VaartaError

__all__ = ["COMMANDS", "main", "make_app"]

COMMANDS = (
    "read",
    "watch",
    "code",
    "keep",
    "ask",
    "link",
    "count",
    "export",
    "info",
    "serve",
    "diff",
    "forget",
    "review",
    "score",
    "train",
    "actors",
    "times",
    "places",
    "explain",
    "doctor",
)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line (of this process, if none is given); what Vaarta raises is told in one line."""
    try:
        make_app()(args=arguments)
    except VaartaError as error:
        complain(str(error))
        raise SystemExit(USAGE) from error


def make_app() -> typer.Typer:
    """The program with all its commands, each of them the function of its name in the file of its name."""
    app = typer.Typer(
        no_args_is_help=True,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
        epilog="SOURCE is a file, a folder, a URL, or - for standard input.",
    )
    app.callback()(_vaarta)
    for name in COMMANDS:
        app.command(name)(getattr(import_module(f"vaarta.cli.{name}"), name))
    return app


def _say_version(asked: bool) -> None:
    if asked:
        typer.echo(f"vaarta {version('vaarta')}")
        raise typer.Exit


def _vaarta(
    _: Annotated[
        bool, typer.Option("--version", callback=_say_version, is_eager=True, help="Print the version and leave.")
    ] = False,
) -> None:
    """Read the news, in Hindi first, and keep the public record of diplomacy, each entry with its sentence.

    A terminal gets tables, a pipe JSON Lines; --json asks for them.
    """
