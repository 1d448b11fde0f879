"""Parsers err: whatever tree they give, coding ends, and what it claims quotes the story."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from parsed import every_evidence, rows
from spacy.tokens import Doc

from vaarta.pipeline import code_doc
from vaarta.testing import doc_from_conllu, make_story

DEPS = ["nsubj", "obj", "obl", "nmod", "conj", "compound:lvc", "ccomp", "acl:relcl", "advcl", "xcomp", "case", "mark"]


@st.composite
def misparsed(draw: st.DrawFn, lang: str) -> Doc:
    """The words of one of our parses, in a tree and with relations drawn at random."""
    doc = doc_from_conllu(rows(lang)[draw(st.sampled_from(sorted(rows(lang))))])
    order = draw(st.permutations(range(len(doc))))
    heads = {i: order[draw(st.integers(0, k - 1))] if k else i for k, i in enumerate(order)}
    return Doc(
        doc.vocab,
        words=[token.text for token in doc],
        spaces=[bool(token.whitespace_) for token in doc],
        pos=[token.pos_ for token in doc],
        lemmas=[token.lemma_ for token in doc],
        heads=[heads[i] for i in range(len(doc))],
        deps=["ROOT" if heads[i] == i else draw(st.sampled_from(DEPS)) for i in range(len(doc))],
    )


@pytest.mark.parametrize("lang", ["hi", "en"])
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_any_tree_is_coded_with_true_evidence(lang: str, data: st.DataObject) -> None:
    doc = data.draw(misparsed(lang))
    story = make_story(doc.text, lang=lang, published="2024-05-15")
    for evidence in every_evidence(code_doc(doc, story)):
        assert story.text[slice(*evidence.span)] == evidence.quote
