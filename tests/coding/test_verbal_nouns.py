"""Hindi acts told by verbal nouns: whose they are, and whether they are told as facts."""

import pytest
from parsed import told


@pytest.mark.parametrize(
    ("key", "events"),
    [
        pytest.param("deaths-by-whom", ["ASSAULT/aerial ISR > SYR"], id="whose-attack-and-whom-it-killed"),
        pytest.param("led-alliance", ["ASSAULT/aerial SAU > YEM"], id="an-alliance-is-its-leader's"),
        pytest.param("whose-capital", ["ASSAULT/aerial SAU > YEM"], id="people-of-the-country-whose-capital-it-is"),
        pytest.param("who-attacked", ["ASSAULT JPN > CHN"], id="who-is-named-by-an-act-has-done-it"),
        pytest.param("kind-of-people", ["REQUEST/change KEN > KEN"], id="people-of-a-kind-have-done-nothing-yet"),
        pytest.param(
            "after-sanctions",
            ["SANCTION/discontinue USA > RUS", "ACCUSE/disapprove RUS > USA"],
            id="after-doing-is-done",
        ),
        pytest.param("his-counterpart", ["CONSULT RUS+USA > -"], id="his-counterpart-is-the-other-side"),
        pytest.param("conditional-threat", ["THREATEN IRN > USA"], id="force-under-a-condition-is-a-threat"),
        pytest.param("allegation-is", ["ACCUSE/allege GBR > RUS"], id="whom-an-allegation's-clause-is-about"),
        pytest.param("poison-matter", ["ASSAULT/unconventional - > GBR"], id="whoever-acts-in-a-matter-did-not-do-it"),
        pytest.param("told-twice-force", ["ASSAULT/heavy-weapons RUS > UKR"], id="force-told-again-without-its-user"),
    ],
)
def test_hindi_verbal_noun_has_its_sides(key: str, events: list[str]) -> None:
    assert told("hi", key) == events


@pytest.mark.parametrize(
    ("key", "events"),
    [
        pytest.param("coming-summit", ["AGREE RUS+USA > - @planned"], id="a-coming-summit-is-planned"),
        pytest.param("were-going-to", [], id="what-someone-was-going-to-do"),
        pytest.param("for-the-sake", [], id="what-something-is-done-for"),
        pytest.param("will-not-talk", ["REJECT/meet TUR > GRC"], id="who-will-not-talk-refuses-the-other"),
        pytest.param("own-state", ["AGREE NOR > -"], id="a-government-promises-nothing-to-its-state"),
        pytest.param("step-after", [], id="the-host-of-an-idiom-is-its-object"),
        pytest.param("speaking-to", [], id="speaking-to-a-body-is-no-talks"),
        pytest.param("clause-after", ["REJECT IRN > -"], id="a-clause-after-a-verb-lends-it-no-host"),
    ],
)
def test_hindi_verbal_noun_is_told_as_it_stands(key: str, events: list[str]) -> None:
    assert told("hi", key) == events
