"""ClearNLP's trees become ours: sentence by sentence, arc by arc, and with the same events; and trees stay trees.

clearnlp.conllu has our tree of each sentence, and in MISC (`Clear=head:relation`, `ClearPos`) the one that
en_core_web_sm gives.
"""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from vaarta.analysis.schemes import Converter, schemes
from vaarta.pipeline import code_doc
from vaarta.testing import blocks, doc_from_conllu, make_story, summary

FILE = Path(__file__).parent / "clearnlp.conllu"
ROWS = {comments["id"]: rows for comments, rows in blocks(FILE.read_text(encoding="utf-8"))}
PARTICIPLE = "Aspect=Prog|Tense=Pres|VerbForm=Part"
LABELS = [
    *schemes().clearnlp.labels, *schemes().clearnlp.verbal, "advcl", "advmod", "amod", "appos", "aux", "case", "cc",
    "ccomp", "conj", "dative", "dep", "det", "expl", "mark", "nsubj", "parataxis", "punct", "xcomp",
]  # fmt: skip
POS = ["ADJ", "ADP", "ADV", "AUX", "CCONJ", "NOUN", "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SPACE", "VERB"]


def as_clearnlp(rows: str) -> str:
    """The rows with ClearNLP's heads, relations and parts of speech in place of ours."""
    cells = [line.split("\t") for line in rows.splitlines()]
    for row in cells:
        misc = dict(pair.split("=", 1) for pair in row[9].split("|"))
        row[6], row[7] = misc["Clear"].split(":")
        row[3] = misc.get("ClearPos", row[3])
        row[5] = PARTICIPLE if row[5] == "VerbForm=Ger" else row[5]
    return "\n".join("\t".join(row) for row in cells)


def converted(key: str) -> Doc:
    return Converter("clearnlp")(doc_from_conllu(as_clearnlp(ROWS[key])))


def arcs(doc: Doc) -> list[tuple[str, str, str, str]]:
    return [(token.text, token.pos_, token.dep_, token.head.text) for token in doc]


def told(doc: Doc) -> list[str]:
    claims = code_doc(doc, make_story(doc.text, lang="en", published="2024-05-15T12:00:00+05:30"))
    return [*map(summary, claims.events), *map(summary, claims.engagements), *map(summary, claims.statements)]


@pytest.mark.parametrize("key", ROWS)
def test_every_arc_becomes_ours(key: str) -> None:
    assert arcs(converted(key)) == arcs(doc_from_conllu(ROWS[key]))


@pytest.mark.parametrize("key", ROWS)
def test_the_same_is_coded_of_it(key: str) -> None:
    assert told(converted(key)) == told(doc_from_conllu(ROWS[key]))


@pytest.mark.parametrize(
    ("key", "events"),
    [
        ("simple", ["ACCUSE/disapprove FRA > RUS"]),
        ("raising", ["REQUEST/change TUR > GRC"]),
        ("clause-passive", ["ASSAULT AFG > PAK"]),
        ("be-to", ["AGREE UKR > POL @planned"]),
        ("xcomp", ["REQUEST/change VNM > CHN"]),
    ],
)
def test_who_did_what_to_whom_is_read_from_it(key: str, events: list[str]) -> None:
    assert told(converted(key))[: len(events)] == events


def test_trees_of_ours_stay_as_they_are() -> None:
    for rows in ROWS.values():
        doc = doc_from_conllu(rows)
        before = arcs(doc)
        assert arcs(Converter("ud")(doc)) == before


def test_a_gerund_after_a_preposition_is_called_one() -> None:
    firing = next(token for token in converted("accused-of") if token.text == "firing")
    assert firing.morph.get("VerbForm", []) == ["Ger"]


def test_a_doc_without_trees_is_left_alone() -> None:
    doc = Doc(Vocab(), words=["No", "tree"])
    assert Converter("clearnlp")(doc) is doc
    assert not doc.has_annotation("DEP")


@st.composite
def forests(draw: st.DrawFn) -> Doc:
    """A Doc of one or two sentences with any trees in them, any relations, many a copula, and a person's name."""
    heads: list[int] = []
    for _ in range(draw(st.integers(1, 2))):
        base, size = len(heads), draw(st.integers(1, 7))
        order = draw(st.permutations(range(size)))
        own = {order[0]: order[0]} | {k: order[draw(st.integers(0, n))] for n, k in enumerate(order[1:])}
        heads += [base + own[k] for k in range(size)]
    count = len(heads)

    def some(values: list[str]) -> list[str]:
        return draw(st.lists(st.sampled_from(values), min_size=count, max_size=count))

    deps = ["ROOT" if head == i else dep for i, (head, dep) in enumerate(zip(heads, some(LABELS), strict=True))]
    lemmas = some(["be", "meet", "of"])
    doc = Doc(Vocab(), words=lemmas, lemmas=lemmas, pos=some(POS), heads=heads, deps=deps)
    doc.ents = [Span(doc, 0, draw(st.integers(1, count)), label="PERSON")]
    return doc


@settings(deadline=None)
@given(forests())
def test_whatever_comes_in_a_tree_comes_out(doc: Doc) -> None:
    before = [(sentence.start, sentence.end) for sentence in doc.sents]
    Converter("clearnlp")(doc)
    assert [(sentence.start, sentence.end) for sentence in doc.sents] == before
    for sentence in doc.sents:
        (root,) = [token for token in sentence if token.head.i == token.i]
        assert root.dep_ == "ROOT"
        assert {token.i for token in root.subtree} == set(range(sentence.start, sentence.end))
    assert all(token.dep_ for token in doc)
