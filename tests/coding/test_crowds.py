"""Crowds: where they are from, whom they are against, what they have with the police; and what is done in anger."""

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
        pytest.param("en", "blocked-parliament", ["PROTEST/obstruct ARM > ARM"], id="en-who-blocks-parliament"),
        pytest.param("hi", "blocked-parliament", ["PROTEST/obstruct ARM > ARM"], id="hi-who-surrounds-parliament"),
        pytest.param("en", "called-a-dictator", ["ACCUSE/disapprove COL > VEN"], id="en-called-a-dictator"),
        pytest.param("hi", "called-a-dictator", ["ACCUSE/disapprove COL > VEN"], id="hi-called-a-dictator"),
        pytest.param("en", "aid-by-amount", ["SANCTION/discontinue NOR > TZA"], id="aid-withheld-by-its-amount"),
    ],
)
def test_crowds(lang: str, key: str, events: list[str]) -> None:
    assert told(lang, key) == events
