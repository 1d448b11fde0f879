"""A recipe's training data: read, checked, made into the Docs that spaCy trains on."""

import random
from collections.abc import Iterable, Iterator
from importlib.resources import files
from pathlib import Path

import msgspec
import spacy
from spacy.tokens import Doc, DocBin
from spacy.vocab import Vocab

from vaarta.analysis import hindi  # noqa: F401 - registers vaarta_hi
from vaarta.analysis.noise import Names, make_noise, names_in, other_names
from vaarta.analysis.silver import guess_names, known_names
from vaarta.analysis.treebanks import Sentence, cut_as, lines_of, read_conllu, read_names, to_doc
from vaarta.errors import ModelError
from vaarta.toml import read_toml

__all__ = ["NameFile", "NamesRecipe", "Recipe", "Treebank", "find", "read_recipe", "sentences", "write_corpus"]

LONGEST_NAME = 40  # characters
GROUPS = (1, 1, 1, 2, 3, 4)  # sentences a Doc: the encoder sees past a sentence's end when it reads stories


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


class NamesRecipe(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How names are learned: from BIO files, from treebanks that mark entities, and guessed in others (silver.py)."""

    passes: int
    width: int
    depth: int
    hidden: int
    rows: list[int]
    files: tuple[NameFile, ...] = ()
    treebanks: tuple[str, ...] = ()
    guessed: tuple[str, ...] = ()
    pools: tuple[NamePool, ...] = ()


class Recipe(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How one pipeline is trained: its data and its size.

    `refine` is how many passes more are made at a third of the rate over data with noise drawn anew.
    """

    language: str
    licence: str
    passes: int
    width: int
    depth: int
    hidden: int
    rows: list[int]
    treebanks: tuple[Treebank, ...]
    noise: str = ""
    refine: int = 0
    names: NamesRecipe | None = None

    @property
    def sources(self) -> tuple["Treebank | NameFile | NamePool", ...]:
        """All data of the recipe."""
        named: tuple[NameFile | NamePool, ...] = (*self.names.files, *self.names.pools) if self.names else ()
        return (*self.treebanks, *named)


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
        stub = {label for _, _, label in sentence.entities} == {"LOC"} and len(sentence.entities) > 2  # noqa: PLR2004
        if (
            share == part
            and sentence.text not in seen
            and (part != "train" or not stub or chance.random() < file.sampled)
        ):
            yield sentence
        seen.add(sentence.text)


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


def write_corpus(recipe: Recipe, folder: Path, out: Path, vocab: Vocab, *, seed: int, names: bool = False) -> Path:
    """Write train.spacy and dev.spacy into `out`, which is made; the test part is read only to refuse overlap."""
    parts = {part: list(sentences(recipe, folder, part, names=names)) for part in ("train", "dev", "test")}
    flat = {part: [s for _, group in groups for s in group] for part, groups in parts.items()}
    parts["train"] = [(times, without(group, flat["dev"], flat["test"])) for times, group in parts["train"]]
    if names and recipe.names and recipe.names.guessed:
        parts["train"] += guessed(recipe, folder, flat["train"])
    out.mkdir(parents=True, exist_ok=True)
    swaps: Names = {}
    if recipe.noise and recipe.names:
        swaps = names_in(s for _, group in sentences(recipe, folder, "train", names=True) for s in group)
        swaps["WHOLE"] = read_pools(recipe.names.pools, folder).get("PER", [])
    chance = random.Random(seed)  # noqa: S311 - reproducible, not a secret
    pools = read_pools((p for p in recipe.names.pools if p.swapped), folder) if names and recipe.names else {}
    train = DocBin(store_user_data=False)
    for times, group in parts["train"]:
        for _ in range(times):
            told = [*group, *renamed(group, chance, pools)] if names else group
            for doc in docs_of(told, vocab, chance, swaps if recipe.noise and not names else None):
                train.add(doc)
    train.to_disk(out / "train.spacy")
    DocBin(docs=[to_doc(s, vocab) for s in flat["dev"]]).to_disk(out / "dev.spacy")
    return out


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


def guessed(recipe: Recipe, folder: Path, marked: list[Sentence]) -> list[tuple[int, list[Sentence]]]:
    """The training sentences of treebanks without names, with those names that can be guessed."""
    wanted, pools = (recipe.names.guessed, recipe.names.pools) if recipe.names else ((), ())
    listed = read_pools((pool for pool in pools if not pool.swapped), folder)
    known = {tuple(name.split(" ")): label for label, names in listed.items() for name in names}
    known |= known_names(marked)
    parts = [list(read_conllu(find(folder, f"{name}-train.conllu"))) for name in wanted]
    return [(1, [guess_names(sentence, known) for sentence in part]) for part in parts]


def docs_of(group: list[Sentence], vocab: Vocab, chance: random.Random, swaps: Names | None) -> Iterator[Doc]:
    """Docs of one to four neighbouring sentences; with `swaps` (even if empty), with noise."""
    at = 0
    while at < len(group):
        some = group[at : at + chance.choice(GROUPS)]
        at += len(some)
        if swaps is not None:
            some = [make_noise(s, chance, swaps, alone=s is some[-1]) for s in some]
        docs = [to_doc(s, vocab) for s in some if s.words]
        yield docs[0] if len(docs) == 1 else Doc.from_docs(docs, ensure_whitespace=True)
