"""Training a pipeline: `vaarta train`. Parser and names are trained apart by spaCy's own `train`, then joined."""

import shutil
from pathlib import Path
from typing import Any

import spacy
from spacy.tokens import DocBin
from spacy.cli._util import setup_gpu
from spacy.training.initialize import init_nlp
from spacy.training.loop import train as run
from spacy.util import load_config, load_model_from_config

from vaarta.analysis.corpora import NamesRecipe, Recipe, write_corpus

__all__ = ["configure", "train_part"]

BATCH_WORDS = 1_400  # batches are filled up to 1,500


def configure(recipe: Recipe, size: Recipe | NamesRecipe, corpus: Path, *, passes: int, seed: int) -> Any:
    """spaCy's training config of one part: parser.cfg or names.cfg with the recipe's sizes."""
    template = "names.cfg" if isinstance(size, NamesRecipe) else "parser.cfg"
    last = "ner" if isinstance(size, NamesRecipe) else "parser"
    config = load_config(
        Path(__file__).with_name(template),
        overrides={
            "nlp.lang": recipe.language,
            "paths.train": str(corpus / "train.spacy"),
            "paths.dev": str(corpus / "dev.spacy"),
            "system.seed": seed,
            "training.optimizer.learn_rate.total_steps": steps(corpus / "train.spacy", recipe.language, passes),
            "training.max_epochs": passes,
            "components.tok2vec.model.encode.width": size.width,
            "components.tok2vec.model.encode.depth": size.depth,
            "components.tok2vec.model.embed.rows": size.rows,
            f"components.{last}.model.hidden_width": size.hidden,
        },
        interpolate=False,
    )
    return load_model_from_config(config, auto_fill=True).config


def steps(corpus: Path, language: str, passes: int) -> int:
    """How many updates the passes take, about: batches grow from 300 words to BATCH_WORDS in the first thousand."""
    words = sum(len(doc) for doc in DocBin().from_disk(corpus).get_docs(spacy.blank(language).vocab))
    return 300 + passes * words // BATCH_WORDS


def train_part(config: Any, out: Path) -> spacy.Language:
    """The best pipeline of a training run by its dev part; checkpoints are kept in `out`."""
    setup_gpu(-1, silent=True)
    nlp = init_nlp(config, use_gpu=-1)
    run(nlp, out, use_gpu=-1)
    return spacy.load(out / "model-best")
