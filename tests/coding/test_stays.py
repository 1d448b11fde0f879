"""Days and places that the story tells beside the act: of a stay, of the occasion, of "this test", of "the area"."""

import pytest
from parsed import event_days, read


def places(lang: str, key: str) -> list[str]:
    """The place of each event as written, "" for none."""
    return [event.where.text if event.where else "" for event in read(lang, key)[1].events]


def test_today_is_the_second_day_of_a_stay_that_was_over_when_the_story_was_published() -> None:
    assert event_days("hi", "stay-published-late") == ["2024-05-09", "2024-05-10"]


def test_a_stay_of_two_days_has_the_two_days_on_which_its_meetings_were() -> None:
    assert event_days("hi", "stay-of-two-days") == ["2024-05-14/2024-05-15", "2024-05-15", "2024-05-14"]


def test_a_visit_told_on_its_second_day_began_the_day_before() -> None:
    assert event_days("hi", "stay-second-day") == ["2024-05-13/2024-05-14", "2024-05-14"]


@pytest.mark.parametrize(("lang", "place"), [("hi", "वोनसान"), ("en", "Balochistan")])
def test_an_act_has_the_day_and_place_that_a_later_sentence_tells_of_it_by_its_noun(lang: str, place: str) -> None:
    assert (event_days(lang, "act-told-later"), places(lang, "act-told-later")) == (["2024-05-13"], [place])


def test_the_area_is_where_the_act_before_was() -> None:
    assert places("hi", "area-of-before") == ["पेशावर", "पेशावर"]


def test_an_invitation_is_not_given_where_the_conference_will_be() -> None:
    assert places("hi", "invited-elsewhere") == [""]


@pytest.mark.parametrize(("key", "place"), [("on-the-sidelines", "Nairobi"), ("asked-those-met", "Dhaka")])
def test_what_is_said_to_those_met_is_said_when_and_where_they_met(key: str, place: str) -> None:
    assert (event_days("en", key), places("en", key)) == (["2024-05-13"] * 2, [place] * 2)


def test_a_ceasefire_from_a_day_on_has_no_last_day() -> None:
    assert event_days("en", "ceasefire-from") == ["2024-05-17/"]


def test_today_is_the_day_of_the_dateline() -> None:
    assert event_days("en", "dateline-day") == ["2024-05-13"]


def test_a_meeting_is_where_the_visit_told_after_it_is() -> None:
    assert places("hi", "met-on-a-visit")[0] == "भूटान"
