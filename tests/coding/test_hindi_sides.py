"""Whose act it is and whom it is done to, in Hindi as agencies write it: the events in short, in order."""

import pytest
from parsed import read, told


@pytest.mark.parametrize(
    ("key", "events"),
    [
        pytest.param("two-nations-held", ["COERCE/arrest - > IRN+UGA"], id="a-noun-before-its-marker-is-no-subject"),
        pytest.param(
            "capital-struck",
            ["ASSAULT - > KEN", "ACCUSE/disapprove DEU > -"],
            id="whose-capital-it-is-did-not-strike-it",
        ),
        pytest.param("came-on-visit", ["CONSULT/visit QAT > IND"], id="who-came-stands-after-the-participle"),
        pytest.param("bombing-by", ["ASSAULT/aerial FRA > MLI"], id="a-participle-with-an-agent-is-passive"),
        pytest.param("had-to-resign", ["RETREAT/resign PER > -"], id="who-had-to-do-it-did-it"),
        pytest.param("with-two", ["CONSULT IND+OMN > -", "CONSULT IND+JOR > -"], id="two-whom-one-met-are-one-side"),
        pytest.param("dead-again", ["ASSAULT UGA > ?"], id="who-were-killed-were-not-killed-again"),
        pytest.param(
            "searching-shot-at",
            ["MOBILIZE/police KEN > -", "ASSAULT/firearms ? > KEN"],
            id="who-searched-stands-after-the-participle",
        ),
        pytest.param("tried-at-home", ["COERCE/arrest NPL > NPL"], id="whom-police-hold-by-name-is-of-their-country"),
        pytest.param("going-to-ban", ["THREATEN NOR > CHN @planned"], id="going-to-is-no-passive"),
        pytest.param("summit-place", ["AGREE PRK+USA > - @planned"], id="where-a-summit-is-is-no-side-of-it"),
        pytest.param(
            "governor-of-province",
            ["ACCUSE/investigate KHM > -", "RETREAT/resign KHM > -"],
            id="a-province-in-no-list-is-the-storys",
        ),
        pytest.param("ministry-at-home", ["REQUEST/assist IND > IND"], id="where-others-died-is-no-ministrys-place"),
        pytest.param("all-three", ["SANCTION/discontinue USA > PAK", "COERCE/seize USA > PAK"], id="the-same-people"),
        pytest.param(
            "promise-of-mourners", ["ASSAULT - > TUR", "SUPPORT JPN > TUR"], id="who-mourns-the-killed-killed-no-one"
        ),
    ],
)
def test_hindi_sides(key: str, events: list[str]) -> None:
    assert told("hi", key) == events


def test_a_group_has_its_own_name_after_the_word_for_it() -> None:
    *_, banned = read("hi", "group-by-name")[1].events
    assert [party.text for party in banned.recipients] == ["आतंकी संगठन बोको हराम"]
