"""Days and places of acts whose own clause tells none, or another thing's. Stories are told on 15 May 2024."""

import pytest
from parsed import event_days, read


@pytest.mark.parametrize("lang", ["hi", "en"])
def test_meetings_of_one_side_in_turn_are_on_the_day_of_the_first(lang: str) -> None:
    assert event_days(lang, "talks-in-turn") == ["2024-05-13"] * 3


def test_what_has_happened_is_on_no_day_to_come() -> None:
    assert event_days("hi", "day-to-come") == ["2024-06-20", ""]


def test_a_headline_has_the_day_on_which_the_sentence_after_tells_it_again() -> None:
    assert event_days("hi", "headline-retold") == ["2024-05-14"]


def test_what_was_agreed_at_talks_was_agreed_on_the_day_of_what_else_was_done_there() -> None:
    assert event_days("hi", "at-the-summit") == ["2024-05-13"] * 3


def test_an_attack_named_only_as_what_came_before_has_not_the_day_of_the_talks() -> None:
    assert event_days("hi", "day-of-another") == ["", "2024-05-13"]


@pytest.mark.parametrize("lang", ["hi", "en"])
def test_the_day_by_which_something_is_demanded_is_not_the_demand_s(lang: str) -> None:
    assert event_days(lang, "day-demanded")[0] == ""


def test_what_is_done_from_a_day_on_was_done_on_that_day() -> None:
    assert event_days("hi", "from-a-day") == ["2024-05-09"]


def test_one_coming_visit_told_twice_has_all_its_days() -> None:
    assert event_days("hi", "coming-visit-twice") == ["2024-05-17/2024-05-19"]


def places(lang: str, key: str) -> list[str]:
    """The country of each event's place, "" for none."""
    return [event.where.country if event.where else "" for event in read(lang, key)[1].events]


def test_what_is_agreed_right_after_talks_is_agreed_where_they_were_held() -> None:
    assert places("hi", "place-goes-on") == ["FRA", "FRA"]


@pytest.mark.parametrize("lang", ["hi", "en"])
def test_an_attack_is_not_condemned_where_it_was_made(lang: str) -> None:
    assert places(lang, "place-of-another")[-1] == ""  # the attack itself has one


def test_an_invitation_is_not_given_where_it_invites_to() -> None:
    assert places("hi", "place-invited-to") == [""]


def test_a_dateline_is_where_talks_are_held_and_not_where_sanctions_are_imposed() -> None:
    assert places("en", "dateline-talks") == ["FRA"]
    assert places("en", "dateline-sanctions") == [""]


@pytest.mark.parametrize("key", ["dateline-talks", "dateline-sanctions"])
def test_the_day_of_a_dateline_is_the_telling_s_and_no_act_s(key: str) -> None:
    assert event_days("en", key) == [""]
