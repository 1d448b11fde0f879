"""The parser as spaCy runs it, over a network of random weights: everything well formed, nothing lost."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import spacy
from networks import random_network
from spacy.language import Language
from threadpoolctl import threadpool_info

from vaarta.analysis import component, hindi, sentences  # noqa: F401 - registers
from vaarta.analysis.network import Network, Reading, Spelled
from vaarta.errors import ModelError

STORIES = (
    "राम ने कहा। गीता दिल्ली गई, मोहन काबुल में रहा।\n\nनया दौर  कल होगा।",
    "",
    "  \n ",
    "शब्द",
    "वार्ता " * 400,
)


@pytest.fixture
def nlp() -> Language:
    made = spacy.blank("vaarta_hi")
    made.add_pipe("vaarta_sentences")
    parser: Any = made.add_pipe("vaarta_parser")
    parser.use(random_network())
    return made


def seen(docs: Any) -> list[list[tuple[Any, ...]]]:
    return [
        [(t.tag_, t.pos_, str(t.morph), t.dep_, t.head.i, t.ent_type_, t.is_sent_start) for t in doc] for doc in docs
    ]


@pytest.mark.parametrize("text", STORIES, ids=("story", "empty", "blank", "word", "long"))
def test_every_sentence_is_a_tree_and_stays_one_sentence(nlp: Language, text: str) -> None:
    doc = nlp(text)
    cut = spacy.blank("vaarta_hi")
    cut.add_pipe("vaarta_sentences")
    assert [s.text for s in doc.sents] == [s.text for s in cut(text).sents]
    for sentence in doc.sents:
        assert sum(token.head.i == token.i for token in sentence) == 1
        assert all(token.head in sentence for token in sentence)
    assert doc.text == text


def test_white_space_hangs_on_the_word_before_it(nlp: Language) -> None:
    doc = nlp("राम\n गया।")
    space = next(token for token in doc if token.is_space)
    assert (space.pos_, space.tag_, space.dep_, space.head.text) == ("SPACE", "_SP", "dep", "राम")


def test_many_stories_together_are_read_as_each_alone(nlp: Language) -> None:
    assert seen(nlp.pipe(STORIES, batch_size=3)) == seen(nlp(text) for text in STORIES)


def test_names_may_be_left_out(nlp: Language) -> None:
    parser: Any = nlp.get_pipe("vaarta_parser")
    assert any(nlp(text).ents for text in STORIES)
    parser.names = False
    assert not any(nlp(text).ents for text in STORIES)


def test_the_pipeline_is_kept_and_loaded(nlp: Language, tmp_path: Path) -> None:
    nlp.to_disk(tmp_path / "kept")
    assert not list((tmp_path / "kept").rglob("*.pkl"))
    half = spacy.load(tmp_path / "kept")  # weights are kept in half precision
    assert seen([spacy.load(tmp_path / "kept")(STORIES[0])]) == seen([half(STORIES[0])])
    again = spacy.blank("vaarta_hi")
    again.add_pipe("vaarta_sentences")
    again.add_pipe("vaarta_parser")
    again.from_bytes(half.to_bytes())
    assert seen([again(STORIES[0])]) == seen([half(STORIES[0])])


def test_a_parser_without_a_network_says_so() -> None:
    nlp = spacy.blank("vaarta_hi")
    nlp.add_pipe("vaarta_sentences")
    nlp.add_pipe("vaarta_parser")
    with pytest.raises(ModelError, match="vaarta train"):
        nlp("राम गया।")


@pytest.mark.parametrize("damage", ["missing", "cut short", "pickled"])
def test_a_damaged_network_is_named(tmp_path: Path, damage: str) -> None:
    random_network().to_folder(tmp_path)
    weights = tmp_path / "weights.npz"
    if damage == "missing":
        weights.unlink()
    elif damage == "cut short":
        weights.write_bytes(weights.read_bytes()[:500])
    else:
        with weights.open("wb") as file:
            np.save(file, np.array([{"a": 1}], dtype=object), allow_pickle=True)
    with pytest.raises(ModelError, match="no network that can be read"):
        Network.from_folder(tmp_path)


def test_sums_are_done_by_one_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    network = random_network()
    threads: set[int] = set()
    read = network.read_together

    def watched(some: Any, *, names: bool) -> list[Reading]:
        threads.update(pool["num_threads"] for pool in threadpool_info() if pool["user_api"] == "blas")
        return read(some, names=names)

    monkeypatch.setattr(network, "read_together", watched)
    network.read([[Spelled("कखग", "कखग")]])
    assert threads == {1}


@pytest.mark.parametrize("kept", [10, 5], ids=["a sentence's words", "less than a sentence's"])
def test_more_words_than_are_kept_are_read_rightly(kept: int) -> None:
    told = [[Spelled(letter * n, letter * n) for n in range(1, 9)] for letter in "कखगतनमरल"]
    whole = random_network()
    small = random_network()
    small.inputs = small.inputs[:, :kept].copy()
    for sentence in [*told, *told]:
        one, other = whole.read([sentence])[0], small.read([sentence])[0]
        assert one.heads.tolist() == other.heads.tolist()
        assert one.names == other.names
