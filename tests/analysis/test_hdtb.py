"""UD Hindi HDTB's trees as published, and as Stanza and UDPipe give them, become ours. Sentences are ours."""

import pytest
from builders import hand_parsed
from spacy.tokens import Doc

from vaarta import packs
from vaarta.analysis.schemes import Converter
from vaarta.errors import ModelError
from vaarta.pipeline import code_doc
from vaarta.testing import Example, doc_from_conllu, make_story, parses, summary

TOLD = "2024-05-15T12:00:00+05:30"
EXAMPLES = list(parses(packs.load("hi")).values())

CONDEMNED = """
चीन/PROPN/6/nsubj ने/ADP/1/case हमले/NOUN/6/obj/हमला की/ADP/3/case निंदा/NOUN/6/compound की/VERB/0/ROOT/कर
।/PUNCT/6/punct
"""
SUMMONED = """
जापान/PROPN/3/nmod के/ADP/1/case राजदूत/NOUN/5/obj तलब/NOUN/5/compound किया/VERB/0/ROOT/कर
गया/AUX/5/aux:pass/जा ।/PUNCT/5/punct
"""
SAID = """
मंत्री/NOUN/3/nsubj ने/ADP/1/case कहा/VERB/0/ROOT/कह कि/SCONJ/8/mark भारत/PROPN/8/nsubj भी/PART/5/dep
तैयार/ADJ/8/compound होगा/VERB/3/obj/हो
"""
BESIDES = """
भारत/PROPN/9/nsubj और/CCONJ/1/cc नेपाल/PROPN/1/conj सीमा/NOUN/9/nmod के/ADP/4/case बारे/NOUN/5/fixed
में/ADP/5/fixed बात/NOUN/9/compound करेंगे/VERB/0/ROOT/कर हैं/AUX/9/aux:pass/है
"""


def converted(table: str) -> Doc:
    return Converter("hdtb")(hand_parsed(" ".join(table.split())))


def relation(doc: Doc, word: str) -> tuple[str, str]:
    token = next(token for token in doc if token.text == word)
    return token.dep_, token.head.text


@pytest.mark.parametrize(
    ("table", "word", "expected"),
    [
        (CONDEMNED, "निंदा", ("compound:lvc", "की")),
        (CONDEMNED, "हमले", ("nmod", "निंदा")),
        (CONDEMNED, "चीन", ("nsubj", "की")),
        (SUMMONED, "तलब", ("compound:lvc", "किया")),
        (SUMMONED, "गया", ("aux:pass", "किया")),
        (SUMMONED, "राजदूत", ("nsubj:pass", "किया")),
        (SUMMONED, "जापान", ("nmod", "राजदूत")),
        (SAID, "होगा", ("ccomp", "कहा")),
        (SAID, "भी", ("discourse", "भारत")),
        (BESIDES, "हैं", ("aux", "करेंगे")),
        (BESIDES, "सीमा", ("obl", "करेंगे")),
        (BESIDES, "में", ("case", "सीमा")),
        (BESIDES, "बारे", ("case", "सीमा")),
        (BESIDES, "और", ("cc", "नेपाल")),
    ],
    ids=lambda value: value if isinstance(value, str) and len(value) < 10 else "",
)
def test_a_relation_becomes_ours(table: str, word: str, expected: tuple[str, str]) -> None:
    assert relation(converted(table), word) == expected


@pytest.mark.parametrize(
    ("lemma", "pos", "expected"),
    [
        ("कर", "VERB", "करना"),
        ("करना", "VERB", "करना"),
        ("बना", "VERB", "बनाना"),
        ("बनाना", "VERB", "बनाना"),
        ("है", "AUX", "है"),
        ("चाहिए", "AUX", "चाहिए"),
        ("घर", "NOUN", "घर"),
    ],
)
def test_the_lemma_of_a_verb_is_its_infinitive(lemma: str, pos: str, expected: str) -> None:
    (token,) = converted(f"शब्द/{pos}/0/ROOT/{lemma}")
    assert token.lemma_ == expected


def test_what_is_in_our_scheme_stays_as_it_is() -> None:
    once = converted(CONDEMNED)
    before = [(token.dep_, token.head.i, token.lemma_) for token in once]
    assert [(token.dep_, token.head.i, token.lemma_) for token in Converter("hdtb")(once)] == before


def test_events_are_read_from_it() -> None:
    doc = converted(CONDEMNED.replace("हमले", "पाकिस्तान").replace("NOUN/6/obj/हमला", "PROPN/6/obj/पाकिस्तान"))
    claims = code_doc(doc, make_story(doc.text))
    assert [summary(event) for event in claims.events] == ["ACCUSE/disapprove CHN > PAK"]


def as_published(doc: Doc) -> Doc:
    """A Doc in our scheme, written as UD Hindi HDTB publishes it."""
    for token in doc:
        if token.dep_ == "compound:lvc":
            token.dep_ = "compound"
        elif token.dep_ == "aux":
            token.dep_ = "aux:pass"
        elif token.dep_ == "discourse":
            token.dep_ = "dep"
        if token.pos_ in {"VERB", "AUX"}:
            token.lemma_ = token.lemma_.removesuffix("ना")
    return doc


def told(doc: Doc) -> list[str]:
    claims = code_doc(doc, make_story(doc.text, published=TOLD))
    return [*map(summary, claims.events), *map(summary, claims.engagements), *map(summary, claims.statements)]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.key)
def test_our_trees_written_so_and_brought_back_code_the_same(example: Example) -> None:
    doc = doc_from_conllu(example.rows)
    assert told(Converter("hdtb")(as_published(doc))) == told(doc_from_conllu(example.rows))


def test_stanza_s_root_is_ours() -> None:
    (token,) = Converter("ud")(hand_parsed("नमस्ते/INTJ/0/root"))
    assert token.dep_ == "ROOT"


def test_an_unknown_scheme_is_an_error() -> None:
    with pytest.raises(ModelError, match="clearnlp, hdtb, ud"):
        Converter("penn")
