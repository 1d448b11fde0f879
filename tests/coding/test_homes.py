"""Whose the police, the gunmen or the rebels of a sentence are, where no word of theirs names a country."""

import pytest
from parsed import told


def test_victims_of_another_state_are_of_the_country_that_the_story_is_about() -> None:
    assert told("hi", "struck-abroad")[-1] == "ASSAULT RWA > BDI"


def test_a_camp_of_no_one_s_terrorists_is_of_where_it_stands() -> None:
    assert told("hi", "camp-in-place") == ["ASSAULT/aerial SDN > UGA"]


@pytest.mark.parametrize(
    ("key", "event"),
    [
        pytest.param("police-in-city", "COERCE/arrest KEN > KEN", id="of-the-place-in-their-own-words"),
        pytest.param("gunmen-in-country", "ASSAULT/abduct MRT > ESP", id="of-the-place-of-the-act"),
        pytest.param("alliance-and-rebels", "CONSULT NOR > COL", id="of-the-state-they-stand-beside"),
    ],
)
def test_a_body_without_a_country(key: str, event: str) -> None:
    assert told("en", key) == [event]
