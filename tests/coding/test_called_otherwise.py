"""Sides that a story calls by less than their name: by a half of a country, a spelling of its own, or both together."""

import pytest
from parsed import told


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
