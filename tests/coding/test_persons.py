"""Whether two tellings name the same people."""

import pytest

from vaarta.coding.persons import other_people, same_person
from vaarta.records import Party


def person(name: str, *, office: str = "", sector: str = "GOV", known: str = "") -> Party:
    return Party(text=name or office, country="PER", sector=sector, name=name, office=office, actor_id=known)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        pytest.param("कार्लोस देला तोरे", "कार्लोस देलातोरे", True, id="spaced-otherwise"),
        pytest.param("कार्लोस रोहास", "रोहास", True, id="by-the-last-name"),
        pytest.param("मामून अब्दुल सईद", "ए सईद", True, id="by-an-initial"),
        pytest.param("कार्लोस रोहास", "पाब्लो रोहास", False, id="two-of-a-family"),
        pytest.param("राम", "रामनाथ", False, id="part-of-a-word"),
    ],
)
def test_who_may_be_one(one: str, other: str, same: bool) -> None:  # noqa: FBT001
    assert same_person(person(one), person(other)) is same


def test_the_envoy_and_the_president_are_two() -> None:
    envoy, president = person("रोहास", office="राजदूत"), person("", office="राष्ट्रपति")
    assert other_people([envoy], [president])
    assert not other_people([envoy], [president], by_office=False)


def test_a_judge_and_his_court_are_one() -> None:
    judge, court = person("रोहास", office="न्यायाधीश", sector="JUD"), person("", office="अदालत", sector="JUD")
    assert not other_people([judge], [court])
