"""Training a pipeline: `vaarta train`. Parser and names are trained apart by spaCy's own `train`, then joined."""

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import spacy
from spacy.language import Language
from spacy.tokens import DocBin
from spacy.training.initialize import init_nlp
from spacy.training.loop import train as run
from spacy.util import load_config, load_model_from_config

from vaarta.analysis import hindi  # noqa: F401 - registers vaarta_hi
from vaarta.analysis.assembly import assemble, write_pipeline
from vaarta.analysis.card import model_card, model_licence
from vaarta.analysis.corpora import NamesRecipe, Recipe, sentences, write_corpus
from vaarta.analysis.lemma_tables import learn_lemmas
from vaarta.analysis.lemmas import LemmaTable
from vaarta.analysis.scoring import Score, score_names, score_trees
from vaarta.errors import ModelError
from vaarta.toml import read_toml

__all__ = ["Figures", "Order", "configure", "score_pipeline", "train_pipeline"]

BATCH_WORDS = 1_400  # batches are filled up to 1,500
Figures = dict[str, dict[str, Score]]


class Order(NamedTuple):
    """What is to be trained: a recipe by its name, the data folder, where the pipeline goes, and the seed.

    `passes` overrides the recipe's number of passes over the trees; `work` keeps the checkpoints.
    """

    name: str
    recipe: Recipe
    data: Path
    out: Path
    seed: int = 0
    passes: int | None = None
    work: Path | None = None


def train_pipeline(order: Order, tell: Callable[[str], None] = lambda _: None) -> Figures:
    """Train, join, score on the test parts, and write the pipeline with its card into `order.out`; its figures.

    `tell` is called with a line of progress now and then.

    Raises ModelError if data is missing, malformed, or in both training and test parts.
    """
    if order.out.exists() and any(order.out.iterdir()):
        raise ModelError(f"{order.out}: is not empty; name a new folder with --out")
    with tempfile.TemporaryDirectory() as scratch:
        work = order.work or Path(scratch)
        tell("learning lemmas")
        table = lemma_table(order.recipe, order.data)
        parser = train_part(order, order.recipe, work, tell)
        names = train_part(order, order.recipe.names, work, tell) if order.recipe.names else None
        nlp = assemble(parser, table, names)
    tell("scoring on the test parts")
    figures = score_pipeline(nlp, order.recipe, order.data)
    finish(nlp, order, figures)
    return figures


def finish(nlp: Language, order: Order, figures: Figures) -> None:
    """Write the pipeline folder, its card and its licence."""
    flat = {f"{part}: {what}": score.f for part, scores in figures.items() for what, score in scores.items()}
    from importlib.metadata import version

    write_pipeline(
        nlp,
        order.out,
        {
            "name": order.name.replace("-", "_"),
            "version": version("vaarta"),
            "license": order.recipe.licence,
            "description": "Vaarta's pipeline for news: sentences, parts of speech, trees, lemmas, names",
            "sources": [msgspec.to_builtins(source) for source in order.recipe.sources],
            "performance": flat,
        },
    )
    (order.out / "README.md").write_text(model_card(order.name, order.recipe, figures, order.out), encoding="utf-8")
    (order.out / "LICENSE").write_text(model_licence(order.name, order.recipe), encoding="utf-8")


def train_part(order: Order, size: Recipe | NamesRecipe, work: Path, tell: Callable[[str], None]) -> Language:
    """One part, parser or names, trained to the end: the rate falls to nothing, so the last state is kept."""
    kind = "names" if isinstance(size, NamesRecipe) else "parser"
    passes = size.passes if kind == "names" or order.passes is None else order.passes
    tell(f"training the {kind}: {passes} passes")
    blank = spacy.blank(order.recipe.language)
    corpus = write_corpus(
        order.recipe, order.data, work / kind / "corpus", blank.vocab, seed=order.seed, names=kind == "names"
    )
    config = configure(order.recipe, size, corpus, passes=passes, seed=order.seed)
    nlp = trained(config, work / kind)
    if isinstance(size, Recipe) and size.refine:
        tell(f"refining the {kind}: {size.refine} passes")
        more = write_corpus(size, order.data, work / "refined" / "corpus", blank.vocab, seed=order.seed + 1)
        config = configure(size, size, more, passes=size.refine, seed=order.seed)
        nlp = trained(refining(config, work / kind / "model-last"), work / "refined")
    return nlp


def trained(config: Any, out: Path) -> Language:
    """The pipeline after the last update of a training run."""
    run(init_nlp(config, use_gpu=-1), out, use_gpu=-1, stdout=sys.stderr)
    return spacy.load(out / "model-last")


def refining(config: Any, source: Path) -> Any:
    """The config with its components taken as already trained, and a third of its rate."""
    changed = config.copy()
    for name in changed["nlp"]["pipeline"]:
        changed["components"][name] = {"source": str(source)}
    changed["training"]["optimizer"]["learn_rate"]["initial_rate"] /= 3
    return changed


def configure(recipe: Recipe, size: Recipe | NamesRecipe, corpus: Path, *, passes: int, seed: int) -> Any:
    """The training config of one part: parser.cfg or names.cfg with the recipe's sizes."""
    kind, last = ("names", "ner") if isinstance(size, NamesRecipe) else ("parser", "parser")
    updates = steps(corpus / "train.spacy", recipe.language, passes)
    config = load_config(
        Path(__file__).with_name(f"{kind}.cfg"),
        overrides={
            "nlp.lang": recipe.language,
            "paths.train": str(corpus / "train.spacy"),
            "paths.dev": str(corpus / "dev.spacy"),
            "system.seed": seed,
            "training.optimizer.learn_rate.total_steps": updates,
            "training.optimizer.learn_rate.warmup_steps": min(200, updates // 10),
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
    return passes * max(1, words // BATCH_WORDS) + min(300, words * passes // BATCH_WORDS)


class LemmaNotes(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One language's part of lemmas.toml."""

    infinitive: str = ""
    extra: dict[str, str] = {}


def lemma_table(recipe: Recipe, data: Path) -> LemmaTable:
    """The lemmas of the recipe's training parts, and those of lemmas.toml."""
    notes = read_toml(Path(__file__).with_name("lemmas.toml"), dict[str, LemmaNotes], ModelError)
    own = notes.get(recipe.language.removeprefix("vaarta_"), LemmaNotes())
    vocab = spacy.blank(recipe.language).vocab
    learned = (sentence for _, group in sentences(recipe, data, "train") for sentence in group)
    return learn_lemmas(learned, lambda word: str(vocab[word].norm_), infinitive=own.infinitive, extra=own.extra)


def score_pipeline(nlp: Language, recipe: Recipe, data: Path, part: str = "test") -> Figures:
    """The pipeline's scores on each treebank's and each names file's part, by the name of the file."""
    named = [source.name for source in recipe.treebanks]
    figures: Figures = {}
    for name, (_, group) in zip(named, sentences(recipe, data, part), strict=True):
        figures[name] = score_trees(nlp, group, lambda word: str(nlp.vocab[word].norm_))
    if recipe.names and "ner" in nlp.pipe_names:
        of_names = [*recipe.names.treebanks, *(file.train.split(".")[0] for file in recipe.names.files)]
        for name, (_, group) in zip(of_names, sentences(recipe, data, part, names=True), strict=True):
            figures[f"{name} (names)"] = score_names(nlp, group)
    return figures
