"""Crowds: where they are from, whom they are against, and what they have with the police."""

import pytest
from parsed import told


@pytest.mark.parametrize(
    ("lang", "key", "events"),
    [
        pytest.param(
            "en",
            "crowd-on-the-spot",
            ["CONSULT/visit VEN > PRT", "PROTEST/demo PRT > VEN", "ACCUSE/disapprove PRT > VEN"],
            id="en-protesters-are-where-the-police-are",
        ),
        pytest.param(
            "hi", "crowd-on-the-spot", ["PROTEST/demo PRT > VEN"], id="hi-protesters-are-where-the-police-are"
        ),
        pytest.param(
            "en", "policies-and-decision", ["ACCUSE/disapprove AUT > EGY+HUN"], id="en-both-whose-deeds-are-condemned"
        ),
        pytest.param(
            "hi", "policies-and-decision", ["ACCUSE/disapprove AUT > EGY+HUN"], id="hi-both-whose-deeds-are-condemned"
        ),
        pytest.param("en", "burned-flags", ["PROTEST/demo IDN > MMR"], id="whose-flags-are-burned"),
        pytest.param("hi", "crowd-and-police", ["ASSAULT BOL > -"], id="supporters-own-no-police"),
        pytest.param("hi", "rebels-own-army", ["ASSAULT MLI > -"], id="rebels-own-an-army"),
        pytest.param("en", "police-close-roads", [], id="en-police-block-no-roads-in-protest"),
        pytest.param("hi", "police-close-roads", [], id="hi-police-block-no-roads-in-protest"),
    ],
)
def test_crowds(lang: str, key: str, events: list[str]) -> None:
    assert told(lang, key) == events
