"""`vaarta train`: a pipeline from treebanks and names files."""

from pathlib import Path
from typing import Annotated

import typer

__all__ = ["train"]


def train(  # noqa: PLR0913, PLR0917 - each is an option of the command
    lang: Annotated[str, typer.Argument(metavar="LANG", help="hi or en, or a recipe of analysis/recipes.toml.")],
    data: Annotated[Path, typer.Option(help="Folder with the treebanks and names files of the recipe.", exists=True)],
    out: Annotated[Path | None, typer.Option(help="Folder for the pipeline; ./vaarta-LANG if not given.")] = None,
    open_: Annotated[bool, typer.Option("--open", help="Only openly licensed data (hi: UD PUD).")] = False,
    passes: Annotated[int | None, typer.Option(min=1, help="Passes over the data, instead of the recipe's.")] = None,
    base: Annotated[
        Path | None, typer.Option("--from", help="Keep this pipeline's trees and lemmas, and train its names anew.")
    ] = None,
    seed: Annotated[int, typer.Option(help="The same seed and data give the same pipeline on one machine.")] = 0,
) -> None:
    """Train a pipeline, score it on the test parts, and write it with its card.

    The test parts are only scored; sentences of theirs in the training parts are left out of training.
    """
    from vaarta.analysis.corpora import read_recipe
    from vaarta.analysis.training import Order, train_pipeline
    from vaarta.errors import ModelError

    if any("-test" in part for part in data.parts):
        raise ModelError(f"{data}: test data is not trained on; give the folder that has train, dev and test parts")
    name = f"{lang}-open" if open_ else lang
    order = Order(name, read_recipe(name), data, out or Path(f"vaarta-{name}"), seed, passes, base)
    figures = train_pipeline(order, tell=lambda line: typer.echo(line, err=True))
    for part, scores in figures.items():
        shown = (f"{what} {scores[what].f:.1f}" for what in ("UPOS", "UAS", "LAS", "core", "names") if what in scores)
        typer.echo(f"{part}: {', '.join(shown)}")
    typer.echo(f"written to {order.out}")
