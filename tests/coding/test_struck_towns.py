"""Blows told by a Hindi noun: the town before it was struck, and no one named after it."""

import pytest
from parsed import told


@pytest.mark.parametrize(
    ("key", "event"),
    [
        pytest.param("past-the-attack", "ASSAULT - > KEN", id="no-one-after-the-noun-was-struck"),
        pytest.param("mastermind-of-attack", "ASSAULT - > KEN", id="nor-who-planned-it"),
        pytest.param("town-terror-attack", "ASSAULT - > KEN", id="a-word-for-terror-is-of-the-blow"),
        pytest.param("towns-struck", "ASSAULT - > NGA", id="two-towns"),
        pytest.param("phoned-on-attack", "ASSAULT - > KEN", id="no-attack-is-made-by-phone"),
    ],
)
def test_a_blow_is_at_the_town_before_its_noun(key: str, event: str) -> None:
    assert [told_event for told_event in told("hi", key) if told_event.startswith("ASSAULT")] == [event]


def test_whom_one_meets_before_a_session_is_not_met_at_it() -> None:
    assert told("hi", "before-the-session") == ["CONSULT GHA+PER > -"]
