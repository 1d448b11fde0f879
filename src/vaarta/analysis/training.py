"""Training a pipeline: `vaarta train`. Lemmas, word vectors, then one network; scored, and written with its card."""

import random
from collections.abc import Callable, Iterator
from importlib.metadata import version
from pathlib import Path
from time import process_time
from typing import Any, NamedTuple

import msgspec
import spacy
from spacy.language import Language

from vaarta.analysis import hindi  # noqa: F401 - registers vaarta_hi
from vaarta.analysis.assembly import assemble, write_pipeline
from vaarta.analysis.card import model_card, model_licence
from vaarta.analysis.corpora import Corpus, Recipe, drawn, find, is_stub, read_corpus, renamed, sentences
from vaarta.analysis.hints import counted, hints_of, listed
from vaarta.analysis.lemma_tables import learn_lemmas
from vaarta.analysis.lemmas import LemmaTable
from vaarta.analysis.network import Network, Spelled
from vaarta.analysis.scoring import Score, score_names, score_trees
from vaarta.analysis.treebanks import Sentence
from vaarta.analysis.vectors import Vectors, learned_vectors, read_vectors, sentences_of_news
from vaarta.errors import ModelError
from vaarta.toml import read_toml

__all__ = ["Figures", "Order", "score_pipeline", "train_pipeline"]

Figures = dict[str, dict[str, Score]]


class Order(NamedTuple):
    """What is to be trained: a recipe by its name, the data folder, where the pipeline goes, and the seed.

    `passes` overrides the recipe's number of passes. `base` is a pipeline whose layers, trees and lemmas are taken as
    they are, so that only its names are learned.
    """

    name: str
    recipe: Recipe
    data: Path
    out: Path
    seed: int = 0
    passes: int | None = None
    base: Path | None = None


def train_pipeline(order: Order, tell: Callable[[str], None] = lambda _: None) -> Figures:
    """Train, score on the test parts, and write the pipeline with its card into `order.out`; its figures.

    `tell` is called with a line of progress now and then.

    Raises ModelError if data is missing, malformed, or in both training and test parts, or if PyTorch is missing.
    """
    if order.out.exists() and any(order.out.iterdir()):
        raise ModelError(f"{order.out}: is not empty; name a new folder with --out")
    tell("reading the data")
    corpus = read_corpus(order.recipe, order.data)
    network, table = parts_of(order.base) if order.base else (train_network(order, corpus, tell), None)
    if order.recipe.names and order.recipe.names.plan:
        network = train_names(order, corpus, network, tell)
    nlp = assemble(order.recipe.language, network, table or lemma_table(order.recipe, order.data))
    tell("scoring on the test parts")
    figures = score_pipeline(nlp, order.recipe, order.data)
    finish(nlp, order, figures)
    return figures


def train_network(order: Order, corpus: Corpus, tell: Callable[[str], None]) -> Network:
    """The network trained on the corpus. Raises ModelError without what the `train` extra installs."""
    try:
        from vaarta.analysis.learning import Item, labels_of, learn
    except ImportError as missing:
        raise ModelError(f'training wants PyTorch and gensim ({missing}): pip install "vaarta[train]"') from missing
    recipe, vocab = order.recipe, spacy.blank(order.recipe.language).vocab

    def item(sentence: Sentence, *, tree: bool) -> Item:
        forms = (word.form for word in sentence.words)
        return Item([Spelled.of(form, vocab[form].norm_, folded=recipe.folded) for form in forms], sentence, tree)

    def draw(chance: random.Random) -> list[Item]:
        return [item(sentence, tree=tree) for sentence, tree in drawn(corpus, recipe, chance)]

    words, rows = word_vectors(order, corpus, tell)
    trees = [item(sentence, tree=True) for _, group in corpus.trees for sentence in group]
    names = [item(sentence, tree=False) for group in corpus.names for sentence in group]
    labels = labels_of([*trees, *names], recipe.shapes, words, folded=recipe.folded)
    plan = recipe.plan if order.passes is None else msgspec.structs.replace(recipe.plan, passes=order.passes)
    return learn(labels, rows, plan, draw, seed=order.seed, tell=tell)


def parts_of(folder: Path) -> tuple[Network, LemmaTable]:
    """The network and the lemmas of a pipeline of ours. Raises ModelError if the folder has none."""
    network = Network.from_folder(folder / "vaarta_parser")
    nlp = spacy.load(folder)
    lemmatizer: Any = nlp.get_pipe("vaarta_lemmatizer")
    return network, lemmatizer.table


def train_names(order: Order, corpus: Corpus, network: Network, tell: Callable[[str], None]) -> Network:
    """The network with a layer of names, its other layers as they are. Raises ModelError without the `train` extra."""
    try:
        from vaarta.analysis.naming import Named, learn_names
    except ImportError as missing:
        raise ModelError(f'training wants PyTorch and gensim ({missing}): pip install "vaarta[train]"') from missing
    recipe, names, vocab = order.recipe, order.recipe.names, spacy.blank(order.recipe.language).vocab
    if not (names and names.plan):
        return network

    def key(word: str) -> str:
        return str(vocab[word].norm_)

    def spelled(sentence: Sentence) -> list[Spelled]:
        return [Spelled.of(word.form, key(word.form), folded=recipe.folded) for word in sentence.words]

    tell("counting the names of the news")
    news = find(order.data, recipe.vectors.text) if recipe.vectors and recipe.vectors.text else None
    counts = counted(network, sentences_of_news(news, recipe.language) if news else ())
    hints = hints_of(counts, listed(names.lists.pack) if names.lists else (), network.labels.names, key)
    chance = random.Random(order.seed)  # noqa: S311 - reproducible, not a secret
    items = [Named(spelled(sentence), sentence) for group in corpus.names for sentence in group]
    for group in corpus.names:
        others = renamed(group, chance, corpus.pools)
        items += [Named(spelled(sentence), sentence, renamed=True) for sentence in others]
    return learn_names(network, hints, items, names.plan, seed=order.seed, tell=tell)


def word_vectors(order: Order, corpus: Corpus, tell: Callable[[str], None]) -> Vectors:
    """The vectors the recipe asks for: from its file, or learned from its news and the corpus' sentences."""
    recipe, width = order.recipe, order.recipe.shapes.static
    source = recipe.vectors
    if source and source.file:
        return read_vectors(find(order.data, source.file), source.most, width)
    vocab = spacy.blank(recipe.language).vocab
    news = find(order.data, source.text) if source else None

    def told() -> Iterator[list[str]]:
        yield from ([str(vocab[word.form].norm_) for word in sentence.words] for sentence in corpus.sentences)
        if news:
            yield from sentences_of_news(news, recipe.language)

    tell("learning word vectors")
    kept = list(told())
    return learned_vectors(kept, width, order.seed)


def finish(nlp: Language, order: Order, figures: Figures) -> None:
    """Write the pipeline folder, its card and its licence."""
    flat = {f"{part}: {what}": score.f for part, scores in figures.items() for what, score in scores.items()}
    write_pipeline(
        nlp,
        order.out,
        {
            "name": "_".join(["vaarta", *order.name.split("-")[1:]]),  # spaCy puts the language before it
            "version": version("vaarta"),
            "license": order.recipe.licence,
            "description": "Vaarta's pipeline for news: sentences, parts of speech, trees, lemmas, names",
            "sources": [msgspec.to_builtins(source) for source in order.recipe.sources],
            "performance": flat,
        },
    )
    speed, anew = words_a_second(nlp, order), order.base is not None
    card = model_card(order.name, order.recipe, figures, order.out, speed, anew=anew)
    (order.out / "README.md").write_text(card, encoding="utf-8")
    (order.out / "LICENSE").write_text(model_licence(order.name, order.recipe), encoding="utf-8")


def words_a_second(nlp: Language, order: Order) -> float:
    """How fast the pipeline reads the test parts, in processor time, so that a busy machine does not show."""
    told = [sentence.text for _, group in sentences(order.recipe, order.data, "test") for sentence in group]
    texts = [" ".join(told[start : start + 20]) for start in range(0, len(told), 20)]
    began = process_time()
    words = sum(len(doc) for doc in nlp.pipe(texts))
    return words / (process_time() - began)


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
    if recipe.names:
        of_names = [*recipe.names.treebanks, *(file.train.split(".")[0] for file in recipe.names.files)]
        for name, (_, group) in zip(of_names, sentences(recipe, data, part, names=True), strict=True):
            figures[f"{name} (names)"] = score_names(nlp, group)
            news = [sentence for sentence in group if not is_stub(sentence)]
            if len(news) * 5 < len(group) * 4:
                figures[f"{name} (names, no stubs)"] = score_names(nlp, news)
    return figures
