"""Who speaks, acts and is meant in a sentence that does not name him, and that both mentions are kept."""

import pytest
from parsed import read, sayings, told

from vaarta.records import Party


@pytest.mark.parametrize(
    ("lang", "key", "expected"),
    [
        pytest.param(
            "hi", "goes-on", ["NPL: वार्ता सफल रही। हमने व्यापार बढ़ाने का फैसला किया है"], id="hindi-we-is-the-last-speaker"
        ),
        pytest.param(
            "en",
            "goes-on",
            ["NPL: the talks went well. We have decided to trade more"],
            id="english-we-is-the-last-speaker",
        ),
        pytest.param("hi", "reporter-goes-on", ["NPL: वार्ता सफल रही"], id="hindi-the-reporter-goes-on"),
    ],
)
def test_a_saying_runs_on_in_the_first_person(lang: str, key: str, expected: list[str]) -> None:
    assert sayings(lang, key) == expected


def test_we_agreed_is_said_of_the_two_that_the_story_is_of() -> None:
    assert "AGREE IND+NPL > -" in told("hi", "we-agreed")


def acting(lang: str, key: str, by: str) -> tuple[Party, ...]:
    (event,) = (event for event in read(lang, key)[1].events if event.type == by)
    return event.actors


@pytest.mark.parametrize(
    ("lang", "words", "fullest"),
    [
        pytest.param("hi", "उन्होंने", "नेपाल के विदेश मंत्री राम थापा", id="hindi"),
        pytest.param("en", "He", "foreign minister of Nepal", id="english"),
    ],
)
def test_a_pronoun_keeps_where_it_stands_and_whom_it_means(lang: str, words: str, fullest: str) -> None:
    (party,) = acting(lang, "led-back", "ACCUSE")
    assert party.country == "NPL"
    assert party.text == fullest
    assert party.evidence is not None
    assert party.antecedent is not None
    assert (party.evidence.quote, party.antecedent.quote) == (words, fullest)
    assert party.evidence.sentence != party.antecedent.sentence


def test_both_sides_keep_where_they_stand_and_where_each_is_named() -> None:
    parties = acting("hi", "both-agreed", "AGREE")
    assert [party.country for party in parties] == ["IND", "NPL"]
    assert {party.evidence.quote for party in parties if party.evidence} == {"दोनों देशों"}
    assert [party.antecedent.quote for party in parties if party.antecedent] == ["भारत", "नेपाल"]
