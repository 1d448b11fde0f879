"""When and where, from the act's own clause."""

import pytest
from parsed import days, event_days, read


@pytest.mark.parametrize("lang", ["hi", "en"])
def test_a_weekday_is_the_last_one_before_the_story(lang: str) -> None:
    assert event_days(lang, "day") == ["2024-05-13"]


@pytest.mark.parametrize(("lang", "key"), [("hi", "ne-subject"), ("en", "subject")])
def test_a_day_that_is_not_told_stays_unknown(lang: str, key: str) -> None:
    assert event_days(lang, key) == [""]


def test_two_clauses_of_a_sentence_have_each_its_own_day() -> None:
    events = read("hi", "two-clauses-two-days")[1].events
    assert {event.recipients[0].country: days(event.when) for event in events} == {
        "CHN": "2024-05-13",
        "PAK": "2024-05-14",
    }


@pytest.mark.parametrize(
    ("lang", "key", "place"),
    [
        pytest.param("hi", "meeting-se", ("बाकू", "AZE"), id="hindi-mein"),
        pytest.param("en", "talks-between", ("Tokyo", "JPN"), id="english-in"),
    ],
)
def test_the_place_is_the_clause_s(lang: str, key: str, place: tuple[str, str]) -> None:
    (event,) = read(lang, key)[1].events
    assert event.where is not None
    assert (event.where.text, event.where.country) == place


def test_whom_an_act_is_aimed_at_is_not_where_it_was_done() -> None:
    (event,) = read("hi", "allege-par")[1].events
    assert event.where is None


@pytest.mark.parametrize(
    ("key", "place"),
    [
        pytest.param("held-there", "नैरोबी", id="police-work-where-the-story-is-set"),
        pytest.param("held-elsewhere", None, id="not-by-another-country-s-police"),
    ],
)
def test_hindi_act_on_the_spot_is_done_at_the_place_told_before(key: str, place: str | None) -> None:
    event = read("hi", key)[1].events[-1]
    assert (event.type, event.where and event.where.text) == ("COERCE", place)
