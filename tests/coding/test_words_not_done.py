"""What is tried, failed to be done or only spoken of; whom a participle tells of; the order of a predicate's words."""

import pytest
from parsed import told


@pytest.mark.parametrize(
    ("key", "events"),
    [
        pytest.param("tried-attack", ["ASSAULT SDN > ETH"], id="force-tried-is-force"),
        pytest.param("foiled-attack", ["ASSAULT ETH > SDN"], id="who-foils-it-does-not-try"),
        pytest.param("will-try-attack", [], id="what-will-be-tried-is-not-done"),
        pytest.param("did-not-act", ["ACCUSE/allege JPN > SDN"], id="a-failure-to-act-is-alleged"),
        pytest.param("if-not-act", [], id="not-on-a-condition"),
        pytest.param("programme-then-talks", ["CONSULT KEN+UGA > -"], id="no-programme-of-talks"),
        pytest.param("told-to-act", ["REQUEST/change KEN > UGA"], id="told-them-to-do-it"),
        pytest.param("freed-citizens", ["RETREAT/release SDN > KEN"], id="freed-are-whom-the-participle-qualifies"),
        pytest.param("killed-rebels", [], id="the-killed-of-no-country-were-told-of-before"),
        pytest.param("spoke-of-it", ["REQUEST/change KEN > UGA"], id="spoke-to-them-of-doing-it"),
    ],
)
def test_hindi(key: str, events: list[str]) -> None:
    assert told("hi", key) == events


def test_an_attack_that_one_will_condole_for_has_happened() -> None:
    assert "ASSAULT - > KEN" in told("hi", "will-condole")
