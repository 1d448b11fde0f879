"""A parser that is a tokenizer loses neither the story's text nor its lines."""

import logging

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from vaarta.analysis.lines import Lines

VOCAB = spacy.blank("xx").vocab


def parser(line: str) -> Doc:
    """Joins all white space, as spacy-udpipe does; every sentence ends in a danda, and hangs on its last word."""
    words = line.replace("।", " ।").split()
    ends = [i for i, word in enumerate(words) if word == "।" or i + 1 == len(words)]
    heads = [next(end for end in ends if end >= i) for i in range(len(words))]
    deps = ["ROOT" if head == i else "nsubj" for i, head in enumerate(heads)]
    spaces = [i + 1 < len(words) and words[i + 1] != "।" for i in range(len(words))]
    entities = ["B-LOC" if word == "भारत" else "O" for word in words]
    pos = ["NOUN"] * len(words)
    return Doc(VOCAB, words=words, spaces=spaces, heads=heads, deps=deps, lemmas=words, pos=pos, ents=entities)


@pytest.mark.parametrize(
    "text",
    [
        "भारत आया। वह गया।",
        "शीर्षक\n\nभारत आया।  वह\tगया। \n",
        "  \n हिन्दी and Latin १२ क़ क़",
        "\n\n",
        "",
        "एक\u00a0दो",
    ],
    ids=["plain", "lines and blanks", "leading, scripts", "only line ends", "empty", "hard space"],
)
def test_the_text_is_kept(text: str) -> None:
    assert Lines(parser, VOCAB)(text).text == text


@settings(deadline=None)
@given(st.text(alphabet="ab।क़१ \t\n\r\u00a0\u2028\u200d", max_size=30))
def test_any_text_is_kept(text: str) -> None:
    assert Lines(parser, VOCAB)(text).text == text


def test_a_line_end_ends_a_sentence() -> None:
    doc = Lines(parser, VOCAB)("शीर्षक\n\nभारत आया। वह गया।")
    assert [sentence.text.strip() for sentence in doc.sents] == ["शीर्षक", "भारत आया।", "वह गया।"]


def test_heads_and_names_are_kept() -> None:
    doc = Lines(parser, VOCAB)(" \nशीर्षक\nवह  भारत आया।")
    assert [(token.text, token.head.text) for token in doc if token.dep_ == "nsubj"] == [
        ("वह", "।"),
        ("भारत", "।"),
        ("आया", "।"),
    ]
    assert [(name.text, name.label_) for name in doc.ents] == [("भारत", "LOC")]


def test_a_line_whose_words_are_changed_is_left_unparsed_and_told(caplog: pytest.LogCaptureFixture) -> None:
    def changing(line: str) -> Doc:
        return parser(line.replace("don't", "do not"))

    with caplog.at_level(logging.WARNING):
        doc = Lines(changing, VOCAB)("We don't know।\nभारत आया।")
    assert doc.text == "We don't know।\nभारत आया।"
    assert [(token.text, token.pos_) for token in doc][:3] == [("We", "X"), ("don't", "X"), ("know।", "X")]
    assert [sentence.text.strip() for sentence in doc.sents] == ["We don't know।", "भारत आया।"]
    assert "don't" in caplog.text
