"""Training data: what is read, what is refused, and what each recipe says of it."""

import gzip
from pathlib import Path

import pytest
from treebank import write_treebank

from vaarta.analysis.corpora import find, read_recipe, without
from vaarta.analysis.treebanks import read_conllu
from vaarta.errors import ModelError


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
