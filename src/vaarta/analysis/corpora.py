"""A recipe's training data: read, checked, and drawn pass by pass with noise."""

import random
from collections.abc import Iterable, Iterator
from importlib.resources import files
from itertools import chain
from pathlib import Path
from typing import NamedTuple

import msgspec
import spacy

from vaarta.analysis import hindi  # noqa: F401 - registers vaarta_hi
from vaarta.analysis.network import Shapes
from vaarta.analysis.noise import NOISES, Names, names_in, other_names
from vaarta.analysis.silver import guess_names, known_names
from vaarta.analysis.treebanks import Sentence, cut_as, lines_of, read_conllu, read_names
from vaarta.analysis.vectors import VectorFile
from vaarta.errors import ModelError
from vaarta.toml import read_toml

__all__ = [
    "Corpus", "NameFile", "NameLists", "NamesRecipe", "Plan", "Recipe", "Treebank",
    "drawn", "find", "is_stub", "read_corpus", "read_recipe", "renamed", "sentences",
]  # fmt: skip

LONGEST_NAME = 40  # characters


class Treebank(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A treebank: NAME-train, NAME-dev and NAME-test as .conllu or .conllu.gz, anywhere under the data folder."""

    name: str
    licence: str
    credit: str
    times: int = 1


class NameFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A BIO file of names. Without dev and test files, every twentieth sentence is dev and every tenth is test."""

    train: str
    licence: str
    credit: str
    dev: str = ""
    test: str = ""
    sampled: float = 1.0


class NamePool(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A column of a tab-separated file with whole names of one kind.

    They are put in the place of others (`swapped`), or tell names in treebanks that mark none.
    """

    file: str
    column: str
    label: str
    licence: str
    credit: str
    swapped: bool = True


class NameLists(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The lists of names of a language's pack, which give hints (hints.py)."""

    pack: str
    licence: str
    credit: str


class Plan(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How long and how fast: passes over the data, words a batch (with padding), the highest rate, dropout."""

    passes: int
    batch: int = 1_200
    rate: float = 0.002
    dropout: float = 0.33


class NamesRecipe(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How names are learned: from BIO files, from treebanks that mark entities, and guessed in others (silver.py).

    `share` is how many of the sentences are seen in a pass: there are more of them than of trees, and they are easier.
    With a `plan`, names get a layer of their own, trained last (naming.py), with hints from `lists` and from
    the news.
    """

    files: tuple[NameFile, ...] = ()
    treebanks: tuple[str, ...] = ()
    guessed: tuple[str, ...] = ()
    pools: tuple[NamePool, ...] = ()
    share: float = 0.5
    lists: NameLists | None = None
    plan: Plan | None = None


class Recipe(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How one pipeline is trained: its data, its plan and the network's shapes.

    `noise` names the noise of noise.py; with `folded`, the network reads the characters of a word's folded form.
    `weaknesses` are for the card: what is known to go wrong, a sentence each.
    """

    language: str
    licence: str
    plan: Plan
    treebanks: tuple[Treebank, ...]
    shapes: Shapes = Shapes()
    noise: str = ""
    folded: bool = False
    vectors: VectorFile | None = None
    weaknesses: tuple[str, ...] = ()
    names: NamesRecipe | None = None

    @property
    def sources(self) -> tuple["Treebank | NameFile | NamePool | NameLists | VectorFile", ...]:
        """All data of the recipe."""
        named: tuple[NameFile | NamePool, ...] = (*self.names.files, *self.names.pools) if self.names else ()
        lists = self.names.lists if self.names else None
        return (*self.treebanks, *named, *([lists] if lists else []), *([self.vectors] if self.vectors else []))


def read_recipe(name: str) -> Recipe:
    """The recipe of recipes.toml by that name ("hi", "hi-open", "en").

    Raises ModelError, listing the recipes there are, if there is none.
    """
    recipes = read_toml(Path(str(files("vaarta.analysis"))) / "recipes.toml", dict[str, Recipe], ModelError)
    if name not in recipes:
        raise ModelError(f"no recipe {name!r} in analysis/recipes.toml; it has {', '.join(recipes)}")
    return recipes[name]


def find(folder: Path, name: str) -> Path:
    """The file of that name, .gz or not, in or under the folder. Raises ModelError if it is missing or there twice."""
    found = sorted({*folder.rglob(name), *folder.rglob(f"{name}.gz")})
    if len(found) != 1:
        raise ModelError(f"{folder}: {len(found)} files {name}[.gz]; one is needed")
    return found[0]


def sentences(recipe: Recipe, folder: Path, part: str, *, names: bool = False) -> Iterator[tuple[int, list[Sentence]]]:
    """How often each source is seen in a pass, and its sentences of a part (train, dev, test).

    With `names`, the sources are those of names instead of trees.
    """
    wanted = recipe.names.treebanks if names and recipe.names else () if names else [t.name for t in recipe.treebanks]
    for treebank in recipe.treebanks:
        if treebank.name in wanted:
            read = read_conllu(find(folder, f"{treebank.name}-{part}.conllu"))
            yield 1 if names else treebank.times, list(read)
    tokenizer = spacy.blank(recipe.language).tokenizer

    def cut(word: str) -> list[str]:
        return [token.text for token in tokenizer(word)]

    for file in recipe.names.files if names and recipe.names else ():
        yield 1, [cut_as(sentence, cut) for sentence in part_of(file, folder, part)]


def part_of(file: NameFile, folder: Path, part: str) -> Iterator[Sentence]:
    """The sentences of a part of a names file."""
    own = {"train": file.train, "dev": file.dev, "test": file.test}[part]
    read = read_names(find(folder, own or file.train))
    if file.dev:
        yield from read
        return
    chance = random.Random(0)  # noqa: S311 - a reproducible sample, not a secret
    seen: set[str] = set()
    for number, sentence in enumerate(read):
        share = "test" if number % 10 == 3 else "dev" if number % 20 == 9 else "train"  # noqa: PLR2004
        if (
            share == part
            and sentence.text not in seen
            and (part != "train" or not is_stub(sentence) or chance.random() < file.sampled)
        ):
            yield sentence
        seen.add(sentence.text)


def is_stub(sentence: Sentence) -> bool:
    """Whether a sentence names places and nothing else: "the village X is in the district Y of the state Z"."""
    return {label for _, _, label in sentence.entities} == {"LOC"} and len(sentence.entities) > 2  # noqa: PLR2004


def without(training: list[Sentence], *held: list[Sentence]) -> list[Sentence]:
    """The training sentences that are in no dev or test part.

    Published parts do overlap: EWT's share greetings and signatures, and GUM's documents move between releases.

    Raises ModelError if half of a held part is among them: then it is training data under another name.
    """
    texts = {sentence.text for sentence in training}
    for part in held:
        shared = [sentence.id for sentence in part if sentence.text in texts]
        if len(shared) * 2 >= max(len(part), 1):
            raise ModelError(f"{len(shared)} of {len(part)} dev or test sentences are training data, first {shared[0]}")
    kept_out = {sentence.text for part in held for sentence in part}
    return [sentence for sentence in training if sentence.text not in kept_out]


class Corpus(NamedTuple):
    """Training data as read: trees with how often a pass sees each group, groups of names, and names to swap in.

    `swaps` are words and whole names for trees, `pools` whole names for names.
    """

    trees: list[tuple[int, list[Sentence]]]
    names: list[list[Sentence]]
    swaps: Names
    pools: Names

    @property
    def sentences(self) -> Iterator[Sentence]:
        """Every sentence once, as its file has it."""
        return chain(*(group for _, group in self.trees), *self.names)


def read_corpus(recipe: Recipe, folder: Path) -> Corpus:
    """The training parts of a recipe's data; dev and test parts are read only to leave out what is in them too."""
    trees, names = [
        {part: list(sentences(recipe, folder, part, names=named)) for part in ("train", "dev", "test")}
        for named in (False, True)
    ]
    kept, marked = apart(trees), apart(names)
    groups = [group for _, group in marked]
    if recipe.names and recipe.names.guessed:
        groups += guessed(recipe, folder, [sentence for group in groups for sentence in group])
    swaps: Names = {}
    pools: Names = {}
    if recipe.names:
        swaps = names_in(chain(*groups)) | {"WHOLE": read_pools(recipe.names.pools, folder).get("PER", [])}
        pools = read_pools((pool for pool in recipe.names.pools if pool.swapped), folder)
    return Corpus(kept, groups, swaps, pools)


Groups = list[tuple[int, list[Sentence]]]


def apart(parts: dict[str, Groups]) -> Groups:
    """The training groups without what the dev and test groups have."""
    held = [[sentence for _, group in parts[part] for sentence in group] for part in ("dev", "test")]
    return [(times, without(group, *held)) for times, group in parts["train"]]


def drawn(corpus: Corpus, recipe: Recipe, chance: random.Random) -> Iterator[tuple[Sentence, bool]]:
    """The sentences of one pass, noise drawn anew; and whether each is learned from for its tree, or for its names."""
    noise = NOISES[recipe.noise]
    for times, group in corpus.trees:
        for sentence in chain(*[group] * times):
            noisy = noise(sentence, chance, corpus.swaps)
            if noisy.words:
                yield noisy, True
    share = recipe.names.share if recipe.names else 0
    for group in corpus.names:
        others = [sentence for sentence in renamed(group, chance, corpus.pools) if chance.random() < share]
        for sentence in [*group, *others]:
            if chance.random() < share:
                yield sentence, False


def read_pools(pools: Iterable[NamePool], folder: Path) -> Names:
    """The names of the pools by label, sorted."""
    found: dict[str, set[str]] = {}
    for pool in pools:
        header, *rows = (line.split("\t") for line in lines_of(find(folder, pool.file)))
        column = header.index(pool.column)
        names = (name.strip() for row in rows if len(row) > column for name in row[column].split(";"))
        found.setdefault(pool.label, set()).update(name for name in names if 2 < len(name) < LONGEST_NAME)  # noqa: PLR2004
    return {label: sorted(names) for label, names in found.items()}


def renamed(group: list[Sentence], chance: random.Random, pools: Names) -> list[Sentence]:
    """The sentences that have a name of which there is a pool, once more with other names."""
    return [other_names(s, chance, pools) for s in group if any(label in pools for _, _, label in s.entities)]


def guessed(recipe: Recipe, folder: Path, marked: list[Sentence]) -> list[list[Sentence]]:
    """The training sentences of treebanks without names, with those names that can be guessed."""
    wanted, pools = (recipe.names.guessed, recipe.names.pools) if recipe.names else ((), ())
    listed = read_pools((pool for pool in pools if not pool.swapped), folder)
    known = {tuple(name.split(" ")): label for label, names in listed.items() for name in names}
    known |= known_names(marked)
    parts = [list(read_conllu(find(folder, f"{name}-train.conllu"))) for name in wanted]
    return [[guess_names(sentence, known) for sentence in part] for part in parts]
