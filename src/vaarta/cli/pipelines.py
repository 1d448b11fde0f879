"""The option `--pipeline LANG=NAME`: a pipeline of the user's own for a language."""

from collections.abc import Sequence
from typing import Annotated

import typer

from vaarta.errors import ModelError

__all__ = ["OwnPipelines", "pipelines_of"]

OwnPipelines = Annotated[
    list[str] | None,
    typer.Option("--pipeline", metavar="LANG=NAME", help="Parse a language by a spaCy pipeline of your own."),
]


def pipelines_of(named: Sequence[str] | None) -> dict[str, str]:
    """The names by language. Raises ModelError for one that is not LANG=NAME."""
    found: dict[str, str] = {}
    for pair in named or ():
        lang, equals, name = pair.partition("=")
        if not (lang and equals and name):
            raise ModelError(f"--pipeline {pair}: give a language and a pipeline, as in --pipeline en=en_core_web_sm")
        found[lang] = name
    return found
