"""Sayings and contacts told by what stands before them: what attributes nothing, next rounds, visitors, the press."""

import pytest
from parsed import read, sayings

from vaarta.testing import summary


@pytest.mark.parametrize(
    ("lang", "key", "said"),
    [
        pytest.param("hi", "says2-when-the-court", [], id="a-clause-of-when-attributes-nothing"),
        pytest.param("hi", "says2-whose-claims", [], id="nor-does-one-that-answers-a-relative"),
        pytest.param("hi", "says2-took-oath", [], id="nor-one-of-whom-something-else-is-told"),
        pytest.param("hi", "says2-said-before", ["PER: बांध अगले महीने बनेगा"], id="a-main-clause-does"),
        pytest.param("en", "says2-three-hour", ["SVK: the border would open"], id="a-hyphen-parts-no-clauses"),
        pytest.param("en", "says2-it-said", ["TGO: the rebels had opened fire first"], id="it-that-says-is-someone"),
        pytest.param("en", "says2-two-experts",
                     ["?: The tariffs were designed to hit states that support the Labour Party"],
                     id="experts-of-two-countries"),
        pytest.param("en", "says2-adding", ["TGO: the talks as useful", "TGO: the border would open"],
                     id="what-is-added-is-another-saying"),
        pytest.param("en", "says2-waging-war", ['TGO: "waging war on the hungry farmers'], id="a-quoted-gerund"),
        pytest.param("en", "says2-a-charge", ["GHA: sheltering rebels"], id="an-answer-to-it-is-not-said"),
        pytest.param("en", "says2-rejected-as", ["TGO: the accusation as groundless"], id="rejected-as"),
        pytest.param("en", "says2-red-cross", ["NGO: At least nine miners died"], id="a-body-named-after-a-country"),
        pytest.param("en", "says2-attends", ["KEN: the road was open"], id="where-one-is-is-not-whom-one-serves"),
    ],
)  # fmt: skip
def test_what_is_said(lang: str, key: str, said: list[str]) -> None:
    assert sayings(lang, key) == said


@pytest.mark.parametrize(
    ("lang", "key", "contacts"),
    [
        pytest.param("hi", "says2-joint-press", ["meeting GHA+TGO", "press-conference GHA+TGO"],
                     id="hindi-press-conference-of-those-who-met"),
        pytest.param("hi", "says2-this-meeting", ["summit GHA+TGO @planned"], id="this-meeting-is-the-summit"),
        pytest.param("hi", "says2-at-the-seat", ["conference GHA+IGO @planned"], id="no-visit-where-a-body-sits"),
        pytest.param("en", "says2-joint-press", ["meeting GHA+TGO", "press-conference GHA+TGO"],
                     id="press-conference-of-those-who-met"),
        pytest.param("en", "says2-visiting", ["meeting PER+TGO", "visit PER+TGO"], id="a-visiting-minister"),
        pytest.param("en", "says2-next-round", ["meeting GHA+TGO", "dialogue-round GHA+TGO @planned"],
                     id="the-next-round-is-of-those-who-met"),
        pytest.param("en", "says2-protocol", ["signing GHA+TGO"], id="a-protocol-is-signed"),
    ],
)  # fmt: skip
def test_which_contacts_there_are(lang: str, key: str, contacts: list[str]) -> None:
    assert [summary(e) for e in read(lang, key)[1].engagements] == contacts
