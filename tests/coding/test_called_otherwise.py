"""Sides that a story calls by less than their name: by a half of a country, a spelling of its own, or both together."""

import pytest
from parsed import read, readable, told


@pytest.mark.parametrize(("lang", "key"), [("en", "the-sides"), ("hi", "the-sides-hi")])
def test_the_north_and_the_south_are_the_koreas(lang: str, key: str) -> None:
    assert told(lang, key)[-1] == "ACCUSE/disapprove KOR > PRK"


def test_a_surname_may_be_spelled_otherwise() -> None:
    assert told("hi", "spelled-otherwise") == ["ACCUSE/disapprove TUR > PER"]


@pytest.mark.parametrize(
    ("key", "events"),
    [
        pytest.param("both-did", ["ACCUSE/disapprove KEN+UGA > TZA"], id="both-act"),
        pytest.param("wish-of-both", ["AGREE GHA > TGO @planned"], id="the-wish-of-both-is-theirs-alone"),
    ],
)
def test_a_marker_may_stand_after_both(key: str, events: list[str]) -> None:
    assert told("hi", key) == events


@pytest.mark.parametrize(
    ("lang", "events"),
    [
        pytest.param("en", ["ACCUSE/disapprove ? > MLI"], id="en"),
        pytest.param("hi", ["ACCUSE/disapprove ? > TGO"], id="hi"),
    ],
)
def test_those_of_another_country_are_not_of_the_story_s(lang: str, events: list[str]) -> None:
    assert told(lang, "of-another-country") == events


def test_both_wish_for_a_summit() -> None:
    assert told("hi", "wish-of-both-told") == ["AGREE KEN+UGA > -"]


def test_a_summit_in_a_third_country_is_of_the_two_that_a_story_is_of() -> None:
    _, claims = read("en", "summit-in-a-third")
    assert [readable(engagement) for engagement in claims.engagements] == ["summit GHA+TGO"]
