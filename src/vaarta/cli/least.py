"""The option `--min-score X`: only what is likely enough to be right."""

from typing import Annotated

import typer

__all__ = ["MinScore"]

MinScore = Annotated[
    float,
    typer.Option(
        "--min-score", metavar="X", min=0.0, max=1.0, help="Leave out what is less likely than this to be right."
    ),
]
