"""Training from data to a pipeline folder, on a treebank of our own, and what training refuses."""

import json
from pathlib import Path

import numpy as np
import pytest
import spacy
from msgspec.structs import replace
from treebank import write_treebank

from vaarta.analysis.corpora import NameFile, NameLists, NamesRecipe, Plan, Recipe, Treebank
from vaarta.analysis.hints import COLUMNS
from vaarta.analysis.network import Network, Shapes, Spelled
from vaarta.analysis.steps import Pack
from vaarta.analysis.training import Figures, Order, train_pipeline
from vaarta.analysis.vectors import VectorFile
from vaarta.errors import ModelError

pytest.importorskip("torch", reason="training wants the train extra: pip install 'vaarta[train]'")
pytest.importorskip("gensim", reason="training wants the train extra: pip install 'vaarta[train]'")

NAMES = NamesRecipe(
    files=(NameFile("tiny-names-train.txt", "CC0", "our own names", "tiny-names-dev.txt", "tiny-names-test.txt"),),
    share=1.0,
)
RECIPE = Recipe(
    language="vaarta_hi",
    licence="CC-BY-SA-4.0",
    noise="hindi",
    folded=True,
    plan=Plan(passes=30, batch=60, rate=0.01, dropout=0.1),
    shapes=Shapes(
        static=16, learned=16, character=8, windows=((2, 8), (3, 8)), longest=12, hidden=24, arc=24, relation=12
    ),
    treebanks=(Treebank("tiny", "CC0", "our own"),),
    names=NAMES,
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


@pytest.fixture(scope="module")
def renamed(trained: tuple[Path, Figures], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The trained pipeline with a layer of names of its own."""
    data, out = tmp_path_factory.mktemp("names"), tmp_path_factory.mktemp("renamed") / "hi"
    write_treebank(data)
    (data / "news.jsonl").write_text(json.dumps({"text": "नेड ने ढाका कहा।\n" * 3}) + "\n", encoding="utf-8")
    names = replace(
        NAMES, lists=NameLists("hi", "CC0", "our own lists"), plan=Plan(passes=30, batch=60, rate=0.02, dropout=0.1)
    )
    vectors = VectorFile(licence="CC0", credit="our own news", text="news.jsonl")
    train_pipeline(Order("hi", replace(RECIPE, names=names, vectors=vectors), data, out, base=trained[0]))
    return out


def test_names_trained_anew_leave_trees_and_lemmas_as_they_are(trained: tuple[Path, Figures], renamed: Path) -> None:
    before, after = (Network.from_folder(folder / "vaarta_parser") for folder in (trained[0], renamed))
    others = {"names.weight", "names.bias", "transitions"}
    assert all((before.weights[name] == after.weights[name]).all() for name in before.weights.keys() - others)
    text = "राम ने काबुल कहा। गीता दिल्ली गए।"
    told = [[(w.dep_, w.head.i, w.lemma_) for w in spacy.load(folder)(text)] for folder in (trained[0], renamed)]
    assert told[0] == told[1]


def test_the_card_says_that_only_names_are_new(trained: tuple[Path, Figures], renamed: Path) -> None:
    before, after = ((folder / "README.md").read_text(encoding="utf-8") for folder in (trained[0], renamed))
    assert "`vaarta train hi --data DIR`" in before
    assert "`vaarta train hi --data DIR --from BEFORE`" in after
    assert "our own lists. CC0" in after


def test_names_trained_anew_are_found(renamed: Path) -> None:
    doc = spacy.load(renamed)("राम ने काबुल कहा।")
    assert [(ent.text, ent.label_) for ent in doc.ents] == [("राम", "PER"), ("काबुल", "LOC")]


def test_names_trained_anew_know_words_of_the_lists_that_no_text_has(renamed: Path) -> None:
    network = Network.from_folder(renamed / "vaarta_parser")
    known = network.weights["hints"][network.hints["कंपाला"]]
    assert known[COLUMNS.index("lone place")] == 127
    assert not network.weights["hints"][0].any()


def test_numpy_runs_the_layer_of_names_that_torch_trained(renamed: Path) -> None:
    import torch

    from vaarta.analysis.naming import Naming

    network = Network.from_folder(renamed / "vaarta_parser")
    told = [["राम", "ने", "काबुल", "कहा", "।"], ["नेड", "दिल्ली"], ["गीता"]]
    words = [[Spelled(word, word) for word in sentence] for sentence in told]
    hints, weights = network.weights["hints"].astype("f4"), network.weights
    model = Naming(network.labels, hints.shape[1], 0.5).eval()
    given = {
        "state.weight": weights["naming.weight"], "state.bias": weights["naming.bias"],
        "hints.weight": weights["naming.hints"], "names.weight": weights["names.weight"],
        "names.bias": weights["names.bias"],
    }  # fmt: skip
    model.load_state_dict({name: torch.from_numpy(array) for name, array in given.items()}, strict=False)
    pack = Pack.of([len(sentence) for sentence in words])
    states = np.concatenate([state for state, _ in network.named(words)])
    scores = network.chains(states[pack.order], words, pack)
    for sentence, places, (state, _) in zip(told, pack.sentences, network.named(words), strict=True):
        rows = torch.from_numpy(hints[[network.hints.get(word, 0) for word in sentence]])
        with torch.no_grad():
            own = model(torch.from_numpy(state)[None], rows[None])[0]
        np.testing.assert_allclose(scores[places], own, atol=1e-4)


def test_a_folder_with_something_in_it_is_not_written_to(tmp_path: Path) -> None:
    (tmp_path / "mine").touch()
    with pytest.raises(ModelError, match="not empty"):
        train_pipeline(Order("hi", RECIPE, tmp_path, tmp_path))


def test_missing_data_is_named(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"tiny-train\.conllu"):
        train_pipeline(Order("hi", RECIPE, tmp_path, tmp_path / "out"))


def test_the_same_seed_gives_the_same_pipeline(trained: tuple[Path, Figures], tmp_path: Path) -> None:
    data, out = tmp_path / "data", tmp_path / "again"
    data.mkdir()
    write_treebank(data)
    train_pipeline(Order("hi", RECIPE, data, out))
    weights = Path("vaarta_parser") / "weights.npz"
    assert (out / weights).read_bytes() == (trained[0] / weights).read_bytes()


def test_numpy_runs_what_torch_trained(trained: tuple[Path, Figures]) -> None:
    import torch

    from vaarta.analysis.learning import Item, Learner
    from vaarta.analysis.network import Network, Spelled
    from vaarta.analysis.treebanks import Sentence

    network = Network.from_folder(trained[0] / "vaarta_parser")
    vectors = network.weights["static"] * network.weights["static.scale"][:, None]
    learner = Learner(network.labels, vectors, RECIPE.plan)
    mine = Network(network.labels, learner.network.weights)
    words = [
        [Spelled(w, w) for w in ["राम", "ने", "काबुल", "कहा", "।"]],
        [Spelled("गीता", "गीता"), Spelled("नया", "नया")],
    ]
    learner.model.eval()
    with torch.no_grad():
        batch = learner.batch([Item(some, Sentence("s", ()), tree=True) for some in words])
        states = learner.model(batch, network.shapes.layers)
        tags = learner.model.tags["UPOS"](states[-2]).argmax(2)
    for row, read in zip(tags.tolist(), mine.read(words), strict=True):
        assert row[: len(read.heads)] == read.tags["UPOS"].tolist()
