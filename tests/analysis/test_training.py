"""Training from data to a pipeline folder, on a treebank of our own, and what training refuses."""

import gzip
from pathlib import Path

import pytest
import spacy
from treebank import write_treebank

from vaarta.analysis.corpora import NameFile, NamesRecipe, Recipe, Treebank, find, read_recipe, without
from vaarta.analysis.training import Figures, Order, train_pipeline
from vaarta.analysis.treebanks import read_conllu
from vaarta.errors import ModelError

RECIPE = Recipe(
    language="vaarta_hi",
    licence="CC-BY-SA-4.0",
    noise="hindi",
    refine=5,
    rows=[200, 100, 100, 100],
    treebanks=(Treebank("tiny", "CC0", "our own"),),
    names=NamesRecipe(
        rows=[200, 100, 100, 100],
        files=(NameFile("tiny-names-train.txt", "CC0", "our own names", "tiny-names-dev.txt", "tiny-names-test.txt"),),
        passes=60,
        width=32,
        depth=1,
        hidden=16,
    ),
    passes=60,
    width=32,
    depth=1,
    hidden=16,
)


@pytest.fixture(scope="module")
def trained(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Figures]:
    data, out = tmp_path_factory.mktemp("data"), tmp_path_factory.mktemp("trained") / "hi"
    write_treebank(data)
    return out, train_pipeline(Order("hi", RECIPE, data, out))


def test_the_pipeline_is_small_and_has_no_pickle(trained: tuple[Path, Figures]) -> None:
    files = [path for path in trained[0].rglob("*") if path.is_file()]
    assert sum(path.stat().st_size for path in files) < 2_000_000
    assert not [path for path in files if path.suffix in {".pkl", ".pickle"}]


def test_the_pipeline_parses(trained: tuple[Path, Figures]) -> None:
    nlp = spacy.load(trained[0])
    doc = nlp("राम ने काबुल कहा। गीता दिल्ली गए।")
    assert [sentence.root.lemma_ for sentence in doc.sents] == ["कहना", "जाना"]
    assert doc[0].dep_ == "nsubj"


def test_the_card_names_data_licence_command_and_scores(trained: tuple[Path, Figures]) -> None:
    card = (trained[0] / "README.md").read_text(encoding="utf-8")
    assert "vaarta train hi --data DIR" in card
    assert "our own. CC0" in card
    assert "| LAS |" in card
    assert "CC-BY-SA-4.0" in (trained[0] / "meta.json").read_text(encoding="utf-8")
    assert "our own names (CC0)" in (trained[0] / "LICENSE").read_text(encoding="utf-8")


def test_the_test_part_is_scored(trained: tuple[Path, Figures]) -> None:
    assert trained[1]["tiny"]["UPOS"].gold == 27
    assert trained[1]["tiny-names-train (names)"]["names"].gold == 6


def test_a_folder_with_something_in_it_is_not_written_to(tmp_path: Path) -> None:
    (tmp_path / "mine").touch()
    with pytest.raises(ModelError, match="not empty"):
        train_pipeline(Order("hi", RECIPE, tmp_path, tmp_path))


def test_missing_data_is_named(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"tiny-train\.conllu"):
        train_pipeline(Order("hi", RECIPE, tmp_path, tmp_path / "out"))


def test_test_data_given_as_training_data_is_refused(tmp_path: Path) -> None:
    write_treebank(tmp_path)
    test = list(read_conllu(find(tmp_path, "tiny-test.conllu")))
    with pytest.raises(ModelError, match="are training data"):
        without(test, test)


def test_what_the_parts_share_is_left_out(tmp_path: Path) -> None:
    write_treebank(tmp_path)
    train, test = (list(read_conllu(find(tmp_path, f"tiny-{part}.conllu"))) for part in ("train", "test"))
    assert without([*train, test[0]], test) == train


def test_a_sentence_without_a_root_is_named(tmp_path: Path) -> None:
    row = "1\tराम\tराम\tPROPN\tPR\t_\t2\tnsubj\t_\t_\n2\tगए\tजाना\tVERB\tVE\t_\t1\troot\t_\t_\n\n"
    with gzip.open(tmp_path / "broken.conllu.gz", "wt", encoding="utf-8") as file:
        file.write(f"# sent_id = s1\n{row}")
    with pytest.raises(ModelError, match="s1: not a tree"):
        list(read_conllu(tmp_path / "broken.conllu.gz"))


@pytest.mark.parametrize("name", ["hi", "hi-open", "en"])
def test_every_recipe_says_its_licence_and_credits(name: str) -> None:
    recipe = read_recipe(name)
    assert recipe.licence
    assert all(source.credit and source.licence for source in recipe.sources)


def test_the_open_recipe_has_no_noncommercial_data() -> None:
    assert not [source for source in read_recipe("hi-open").sources if "NC" in source.licence]


def test_an_unknown_recipe_lists_those_there_are() -> None:
    with pytest.raises(ModelError, match="it has hi, hi-open, en"):
        read_recipe("ur")
