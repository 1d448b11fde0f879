"""Whom an act is done to, or who does it, told in Hindi by another noun, another clause or the sentence before."""

import pytest
from parsed import read, told


@pytest.mark.parametrize(
    ("key", "event"),
    [
        pytest.param("also-alleged", "ACCUSE/allege KEN > GHA", id="what-a-pronoun-stands-for"),
        pytest.param("attackers-attack", "ASSAULT ? > KEN", id="whose-attack-it-was"),
        pytest.param("at-request-of", "REQUEST/change KEN > GHA", id="who-did-what-was-asked"),
        pytest.param("talks-welcomed", "SUPPORT NOR > GHA+KEN", id="who-held-the-talks"),
    ],
)
def test_sides_that_stand_elsewhere_are_found(key: str, event: str) -> None:
    assert event in told("hi", key)


def test_an_attack_of_militants_is_theirs() -> None:
    (event,) = read("hi", "attackers-attack")[1].events
    assert [party.sector for party in event.actors] == ["REB"]


def test_whoever_holds_an_office_is_not_the_country_that_stands_after_it() -> None:
    """ "कांग्रेस अध्यक्ष | देश को …": the accused is the chief alone."""
    event = read("hi", "misleads-country")[1].events[0]
    assert [(party.text, party.sector) for party in event.recipients] == [("कांग्रेस अध्यक्ष", "OPP")]
