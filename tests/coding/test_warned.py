"""What is a threat, and what only may be, must be or will be done."""

import pytest
from parsed import told


@pytest.mark.parametrize(
    ("lang", "key", "events"),
    [
        pytest.param("hi", "may-impose", ["THREATEN GHA > TGO"], id="what-one-may-do-oneself"),
        pytest.param("hi", "their-country-may", ["THREATEN GHA > TGO"], id="what-one-s-country-may-do"),
        pytest.param(
            "hi", "others-may-close-it", ["SANCTION/discontinue GHA > TGO @possible"], id="what-others-may-do"
        ),
        pytest.param("hi", "must-take-steps", ["REQUEST/change GHA > TGO"], id="what-another-must-do-is-asked"),
        pytest.param("hi", "will-step-down-if", ["CONCEDE TCD > - @planned"], id="to-step-down-threatens-nobody"),
        pytest.param("en", "may-impose", ["THREATEN GHA > TGO"], id="en-what-one-may-do-oneself"),
        pytest.param(
            "en", "others-may-impose", ["SANCTION/discontinue GHA > TGO @possible"], id="en-what-others-may-do"
        ),
        pytest.param("en", "cited-to-block", ["COERCE/restrict BLR > BLR"], id="what-reasons-are-cited-to-do-is-done"),
    ],
)
def test_what_is_to_come(lang: str, key: str, events: list[str]) -> None:
    assert told(lang, key) == events
