"""How likely an event is right: the model, the features it looks at, and leaving out what is unlikely."""

from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import pytest
from parsed import TOLD, read, rows

from vaarta.coding import scoring
from vaarta.coding.scoring import Weights, load_weights, surest
from vaarta.errors import ModelError
from vaarta.packs import load
from vaarta.recognition import recognise
from vaarta.testing import doc_from_conllu, make_story

if TYPE_CHECKING:
    from vaarta.coding.tracing import Note

ALL = [(lang, key) for lang in ("hi", "en") for key in rows(lang)]


def features(lang: str, key: str) -> list[tuple[str, ...]]:
    """The features of each event of a parse."""
    from vaarta.coding import code

    notes: list[Note] = []
    doc, pack = doc_from_conllu(rows(lang)[key]), load(lang)
    story = make_story(doc.text, lang=lang, published=TOLD)
    code(doc, story=story, pack=pack, mentions=recognise(doc, story=story, pack=pack), trace=notes.append)
    return [note.features for note in notes if note.rule == "scored"]


def test_the_shipped_model_is_small_and_has_its_card() -> None:
    model = load_weights()
    folder = Path(scoring.__file__).parents[1] / "models/scores"
    assert 50 < len(model.weights) < 1000
    assert (folder / "weights.json").stat().st_size < 50_000
    card = (folder / "README.md").read_text(encoding="utf-8")
    for said in ("Data:", "Command: `python tools/train_scores.py`", "Licence:", "held out"):
        assert said in card


@pytest.mark.parametrize(("lang", "key"), ALL, ids=str)
def test_every_event_has_a_probability(lang: str, key: str) -> None:
    for event in read(lang, key)[1].events:
        assert 0.0 < event.score < 1.0
        assert event.score == round(event.score, 3)


def test_a_probability_is_the_logistic_of_the_weights_an_event_has() -> None:
    model = Weights(intercept=-1.0, weights={"pair": -1.0, "again": 2.0})
    assert model.probability(()) == pytest.approx(0.2689, abs=1e-4)
    assert model.probability(("again", "type=AID")) == pytest.approx(0.7311, abs=1e-4)
    assert model.probability(("again", "pair")) == 0.5


@pytest.mark.parametrize(
    ("lang", "key", "had", "not_had"),
    [
        pytest.param(
            "hi", "object-ko", ("actor-as=nsubj", "clause=root", "sureness=1.00"), ("noun", "pair"), id="verb"
        ),
        pytest.param("en", "subject", ("lang=en", "type=ACCUSE", "words=1"), ("passive", "unlinked"), id="english"),
        pytest.param("en", "passive-by", ("passive",), ("noun",), id="passive"),
        pytest.param("hi", "round", ("contact",), ("words=1",), id="implied-by-a-round"),
        pytest.param("hi", "told-twice", ("again",), ("contact",), id="told-twice"),
        pytest.param("en", "future-visit", ("standing=planned", "type=AGREE"), ("one-country",), id="planned"),
    ],
)  # fmt: skip
def test_features_say_how_an_event_was_found(
    lang: str, key: str, had: tuple[str, ...], not_had: tuple[str, ...]
) -> None:
    first = {name.casefold() if name.startswith("clause=") else name for name in features(lang, key)[0]}
    assert set(had) <= first
    assert not first & set(not_had)


def test_a_missing_model_says_what_to_run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(scoring, "files", lambda _: tmp_path)
    with pytest.raises(ModelError, match=r"weights\.json.*train_scores\.py"):
        load_weights.__wrapped__()


def test_a_malformed_model_says_what_to_run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "models/scores").mkdir(parents=True)
    (tmp_path / "models/scores/weights.json").write_text('{"intercept": "high"}', encoding="utf-8")
    monkeypatch.setattr(scoring, "files", lambda _: tmp_path)
    with pytest.raises(ModelError, match=r"float.*train_scores\.py"):
        load_weights.__wrapped__()


def test_the_surest_claims_have_no_unlikely_event_nor_what_hangs_on_it() -> None:
    _, claims = read("en", "talks-noun-of")
    (event,), (meeting,) = claims.events, claims.engagements
    assert meeting.by == event.by == "en/events#host"
    assert surest(claims, 0.0) == claims
    left = surest(claims, 1.0)
    assert (left.events, left.engagements) == ((), ())


def test_the_surest_claims_keep_statements_and_contacts_told_in_their_own_words() -> None:
    _, claims = read("hi", "round")
    left = surest(claims, 1.0)
    assert left.engagements == claims.engagements
    for key in ("demand-that", "denied-that"):
        _, claims = read("hi", key)
        left = surest(claims, 1.0)
        assert len(left.statements) == len(claims.statements)
        assert {act for said in left.statements for act in said.performs} == set()


def test_an_engagement_is_as_likely_as_the_event_it_was_coded_of() -> None:
    _, claims = read("hi", "meeting-se")
    assert claims.engagements[0].score == claims.events[0].score


def test_the_model_is_plain_json_that_comes_back_unchanged() -> None:
    model = load_weights()
    assert msgspec.json.decode(msgspec.json.encode(model), type=Weights) == model
