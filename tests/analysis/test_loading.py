"""Getting a pipeline, ours or another, and running it."""

import subprocess
import sys
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

import vaarta
from vaarta.analysis import Pipeline, analyse, fresh, load, signature
from vaarta.analysis.bringing import parser_of
from vaarta.errors import ModelError

HINDI = Path(vaarta.__file__).parent / "models" / "hi"


def test_importing_the_stage_does_not_import_spacy() -> None:
    asked = "import sys, vaarta.analysis; sys.exit('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", asked], check=False).returncode == 0


@pytest.mark.parametrize("lang", ["hi", "en"])
def test_a_pipeline_is_loaded_once(lang: str) -> None:
    assert load(lang) is load(lang)


@pytest.mark.parametrize("lang", ["hi", "en"])
def test_our_pipelines_are_small_and_say_their_licence(lang: str) -> None:
    folder = Path(str(load(lang).path))
    assert sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) < 20_000_000
    assert load(lang).meta["license"].startswith("CC-BY-")
    assert (folder / "LICENSE").is_file()
    assert "## Scores on the test parts" in (folder / "README.md").read_text(encoding="utf-8")


def test_hindi_subject_with_ne_is_the_subject() -> None:
    (doc,) = analyse(["भारत के विदेश मंत्री ने शुक्रवार को ढाका में हमले की निंदा की।"], load("hi"))
    verb = next(token for token in doc if token.dep_ == "ROOT")
    assert verb.lemma_ == "करना"
    assert [(token.text, token.head.text) for token in doc if token.dep_ == "nsubj"] == [("मंत्री", "की")]


def test_hindi_sentences_in_any_spelling_have_one_tree() -> None:
    one, other = analyse(["हिन्दी मन्त्री ने क़ानून पाँच बार पढ़ा।", "हिंदी मंत्री ने कानून पांच बार पढ़ा।"], load("hi"))
    assert [(token.dep_, token.head.i, token.pos_) for token in one] == [
        (token.dep_, token.head.i, token.pos_) for token in other
    ]


def test_english_passive_has_its_subject() -> None:
    (doc,) = analyse(["The envoys were expelled by the government on Monday."], load("en"))
    assert [token.text for token in doc if token.dep_ == "nsubj:pass"] == ["envoys"]


@pytest.mark.parametrize(
    ("lang", "text"), [("hi", "भारत ने पाकिस्तान से बात की।"), ("en", "Russia met with China in Geneva.")]
)
def test_places_are_named(lang: str, text: str) -> None:
    (doc,) = analyse([text], load(lang))
    assert len([ent for ent in doc.ents if ent.label_ in {"LOC", "ORG"}]) >= 2


def test_texts_come_back_in_order_and_whole() -> None:
    texts = ["पहला।\n\nदूसरा।", "", "Latin and हिन्दी"]
    assert [doc.text for doc in analyse(texts, load("hi"))] == texts


def test_a_language_without_a_pipeline_is_an_error() -> None:
    with pytest.raises(ModelError, match="it has: en, hi"):
        load("ur")


def test_a_pipeline_that_is_nowhere_is_an_error() -> None:
    with pytest.raises(ModelError, match="cannot be loaded"):
        load("hi", "no_such_pipeline")


def test_a_pipeline_without_parser_is_an_error(tmp_path: Path) -> None:
    spacy.blank("en").to_disk(tmp_path)
    with pytest.raises(ModelError, match="no parser and no lemmas"):
        load("en", str(tmp_path))


def test_a_pipeline_for_another_language_is_an_error() -> None:
    with pytest.raises(ModelError, match="not 'hi'"):
        load("hi", str(load("en").path))


def test_a_pipeline_the_user_brings_is_used() -> None:
    nlp = load("en", str(load("en").path))
    assert nlp.pipe_names == load("en").pipe_names


def made(lang: str) -> Language:
    """A pipeline as a function gives it, for "test_loading:made": our own, without its sentences."""
    nlp = fresh(lang)
    nlp.remove_pipe("vaarta_sentences")
    return nlp


@pytest.mark.parametrize("pipeline", [made, "test_loading:made", HINDI], ids=["function", "module:function", "folder"])
def test_a_pipeline_may_be_brought_as(pipeline: Pipeline) -> None:
    (doc,) = analyse(["भारत ने हमले की निंदा की।"], load("hi", pipeline))
    assert [token.text for token in doc if token.dep_ == "nsubj"] == ["भारत"]
    assert "vaarta_sentences" in load("hi", pipeline).pipe_names


def test_a_pipeline_itself_may_be_brought() -> None:
    nlp = made("hi")
    assert load("hi", nlp) is nlp
    assert nlp.pipe_names.index("vaarta_sentences") < nlp.pipe_names.index(str(parser_of(nlp)))


@pytest.mark.parametrize(
    ("pipeline", "why"),
    [
        ("no.such_module:load", "No module named"),
        ("test_loading:no_such_function", "no attribute"),
        ("builtins:str", "gave a str"),
    ],
)
def test_a_function_that_gives_no_pipeline_is_an_error(pipeline: str, why: str) -> None:
    with pytest.raises(ModelError, match=why):
        load("hi", pipeline)


@pytest.mark.parametrize(("lang", "licence"), [("hi", "CC-BY-NC-SA-4.0"), ("en", "CC-BY-SA-4.0")])
def test_a_pipeline_is_called_by_name_version_and_licence(lang: str, licence: str) -> None:
    assert signature(load(lang)) == f"{lang}_vaarta-{load(lang).meta['version']} {licence}"


def test_a_pipeline_without_a_licence_is_called_by_name_and_version() -> None:
    nlp = spacy.blank("en")
    nlp.meta.update({"name": "own", "version": "2.1"})
    assert signature(nlp) == "en_own-2.1"


def test_a_pipeline_that_was_never_trained_is_an_error() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("parser")
    with pytest.raises(ModelError, match="cannot be used"):
        load("en", nlp)


@Language.component("as_clearnlp", assigns=["token.dep", "token.head", "token.pos", "token.lemma"])
def as_clearnlp(doc: Doc) -> Doc:
    """Parses every text as "… met by the envoys": all words hang on the second."""
    for token in doc:
        token.head, token.dep_, token.pos_, token.lemma_ = doc[1], "dobj", "NOUN", token.text
    doc[1].dep_, doc[1].pos_ = "ROOT", "VERB"
    return doc


def test_a_pipeline_with_clearnlp_s_labels_is_converted() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("as_clearnlp")
    assert load("en", nlp).pipe_names == ["vaarta_sentences", "as_clearnlp", "vaarta_scheme"]
    assert nlp("Russia met China")[2].dep_ == "obj"
    assert fresh("en", nlp).pipe_names == nlp.pipe_names  # brought again, nothing is added


def test_a_component_of_ours_stays_the_last() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("as_clearnlp")
    nlp.add_pipe("vaarta")
    assert load("en", nlp).pipe_names[-2:] == ["vaarta_scheme", "vaarta"]
