"""Lemmas: from the list, by ending, and equal for all spellings; the tables are those of the shipped models."""

from pathlib import Path

import pytest
import spacy
from spacy.tokens import Doc

from vaarta.analysis import load
from vaarta.analysis.hindi import fold
from vaarta.analysis.lemma_tables import learn_lemmas
from vaarta.analysis.lemmas import LemmaTable, Lemmatizer
from vaarta.analysis.treebanks import Sentence, Word
from vaarta.errors import ModelError


def lemma(lang: str, word: str, upos: str) -> str:
    nlp = load(lang)
    doc = Doc(nlp.vocab, words=[word], pos=[upos], sent_starts=[True])
    return str(nlp.get_pipe("vaarta_lemmatizer")(doc)[0].lemma_)


@pytest.mark.parametrize(
    ("word", "upos", "expected"),
    [
        ("नेताओं", "NOUN", "नेता"),
        ("राजनयिकों", "NOUN", "राजनयिक"),
        ("सहयोगियों", "NOUN", "सहयोगी"),
        ("बैठकें", "NOUN", "बैठक"),
        ("झड़पें", "NOUN", "झड़प"),
        ("नीतियाँ", "NOUN", "नीति"),
        ("नीतियां", "NOUN", "नीति"),
        ("दौरे", "NOUN", "दौरा"),
        ("हमलों", "NOUN", "हमला"),
        ("कहा", "VERB", "कहना"),
        ("करने", "VERB", "करना"),
        ("करेंगे", "VERB", "करना"),
        ("बनाया", "VERB", "बनाना"),
        ("गयी", "AUX", "जाना"),
        ("पड़े", "VERB", "पड़ना"),
        ("ठुकराएगा", "VERB", "ठुकराना"),
        ("ललकारना", "VERB", "ललकारना"),
        ("ललकारने", "VERB", "ललकारना"),
        ("ललकारते", "VERB", "ललकारना"),
        ("ललकारकर", "VERB", "ललकारना"),
        ("ललकारूंगा", "VERB", "ललकारना"),
        ("ललकारेंगी", "VERB", "ललकारना"),
        ("ललकारीं", "VERB", "ललकारना"),
        ("बड़ी", "ADJ", "बड़ा"),
        ("के", "ADP", "का"),
        ("उन्होंने", "PRON", "वह"),
        ("पुतिनों", "PROPN", "पुतिनों"),
        ("१२", "NUM", "१२"),
        ("Army", "PROPN", "Army"),
    ],
)
def test_hindi_lemmas(word: str, upos: str, expected: str) -> None:
    assert lemma("hi", word, upos) == expected


@pytest.mark.parametrize(
    ("word", "upos", "expected"),
    [
        ("met", "VERB", "meet"),
        ("Withdrew", "VERB", "withdraw"),
        ("vetoed", "VERB", "veto"),
        ("denies", "VERB", "deny"),
        ("was", "AUX", "be"),
        ("envoys", "NOUN", "envoy"),
        ("parties", "NOUN", "party"),
        ("talks", "NOUN", "talk"),
        ("He", "PRON", "he"),
        ("Talks", "PROPN", "Talks"),
    ],
)
def test_english_lemmas(word: str, upos: str, expected: str) -> None:
    assert lemma("en", word, upos) == expected


def test_spellings_have_one_lemma() -> None:
    assert lemma("hi", "फ़ैसले", "NOUN") == lemma("hi", "फैसले", "NOUN") == lemma("hi", "फ़ैसले", "NOUN")


def sentence(*words: tuple[str, str, str]) -> Sentence:
    return Sentence("s", tuple(Word(form, lemma, upos, "", "", 0, "") for form, lemma, upos in words))


def test_an_infinitive_the_treebank_cut_short_is_made_whole() -> None:
    table = learn_lemmas([sentence(("बनाने", "बना", "VERB"))], fold, infinitive="ना")
    assert table.words["VERB"][fold("बनाने")] == "बनाना"


def test_nuktas_come_back_from_the_words() -> None:
    told = [sentence(("पड़ा", "पडना", "VERB"), ("करोड़", "करोड", "NUM"))]
    table = learn_lemmas(told, fold, infinitive="ना")
    assert table.words["VERB"][fold("पड़ा")] == "पड़ना"
    assert table.words["NUM"][fold("करोड़")] == "करोड़"


def test_an_ending_is_learned_from_two_words() -> None:
    told = [sentence(("walked", "walk", "VERB"), ("talked", "talk", "VERB"))]
    assert learn_lemmas(told, str.lower).lemma("asked", "asked", "VERB") == "ask"


def test_lemmas_by_hand_win() -> None:
    told = [sentence(("goods", "good", "NOUN"))]
    assert learn_lemmas(told, str.lower, extra={"goods NOUN": "goods"}).words["NOUN"]["goods"] == "goods"


def test_the_table_survives_bytes_and_disk(tmp_path: Path) -> None:
    lemmatizer = Lemmatizer(LemmaTable({"NOUN": {"देशों": "देश"}}, {"NOUN": {"ों": (2, "")}}))
    assert Lemmatizer().from_bytes(lemmatizer.to_bytes()).table == lemmatizer.table
    lemmatizer.to_disk(tmp_path / "lemmas")
    assert Lemmatizer().from_disk(tmp_path / "lemmas").table == lemmatizer.table
    assert lemmatizer.to_bytes() == lemmatizer.to_bytes()


def test_a_missing_table_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="no lemmas"):
        Lemmatizer().from_disk(f"{tmp_path}/nowhere")


def test_a_blank_pipeline_may_have_the_component() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("vaarta_lemmatizer")
    assert [token.lemma_ for token in nlp("They went")] == ["they", "went"]
