"""When, where and about what, where the act's own clause does not say it plainly."""

import pytest
from parsed import days, event_days, read


def places(lang: str, key: str) -> list[tuple[str, str] | None]:
    """The place of each event of a parse and its country, in order."""
    found = (event.where for event in read(lang, key)[1].events)
    return [(where.text, where.country) if where else None for where in found]


def test_an_attack_remembered_today_was_on_its_own_day() -> None:
    assert event_days("hi", "anniversary") == ["1998-08-07"]


def test_a_noun_that_tells_the_act_has_its_own_day_and_place() -> None:
    assert event_days("hi", "noun-dated") == ["2013-01-01/2013-12-31"]
    assert places("hi", "noun-dated") == [("नैरोबी", "KEN")]


@pytest.mark.parametrize(
    ("lang", "key", "place"),
    [
        pytest.param("hi", "site", ("बगदाद", "IRQ"), id="what-stands-in-a-capital"),
        pytest.param("en", "struck-ground", ("Asmara", "ERI"), id="a-part-of-a-capital"),
        pytest.param("en", "behind-noun", ("Tigray", "ETH"), id="right-behind-the-noun-of-the-act"),
        pytest.param("en", "undashed", ("here", "NPL"), id="here-by-a-dateline-without-a-dash"),
        pytest.param("hi", "same-ground", ("मनीला", "PHL"), id="police-work-after-an-attack"),
        pytest.param("hi", "other-ground", None, id="not-by-another-country-s-police"),
    ],
)
def test_the_last_act_of_a_story_is_at(lang: str, key: str, place: tuple[str, str] | None) -> None:
    assert places(lang, key)[-1] == place


def test_what_both_sides_of_talks_agreed_on_was_agreed_there_and_then() -> None:
    talks, agreed = read("en", "agreed-there")[1].events
    assert (agreed.type, days(agreed.when), agreed.where) == ("AGREE", "2024-05-13", talks.where)


def test_unrest_and_police_work_is_of_the_one_day_that_a_dated_story_tells() -> None:
    assert event_days("en", "one-day") == ["2024-05-13", "2024-05-13"]


def test_a_form_of_a_verb_or_a_surname_is_no_word_of_a_context() -> None:
    assert "economic" not in read("hi", "tax")[1].events[0].contexts  # कर is also a tax
    assert read("hi", "mine")[1].events[0].contexts == ("diplomatic",)  # खान is also a mine


@pytest.mark.parametrize(
    ("key", "told"),
    [
        pytest.param("of-a-participle", ("", ""), id="of-what-a-participle-tells-of"),
        pytest.param("met-who-came", ("", "BRA"), id="where-who-is-met-came"),
        pytest.param("day-beside", ("2024-05-14", ""), id="of-the-clause-beside"),
        pytest.param("asked-until", ("", ""), id="the-day-by-which-it-is-asked"),
        pytest.param("met-where-come", ("2024-05-13", "JPN"), id="where-a-side-had-come-to"),
    ],
)
def test_the_last_act_has_the_day_and_place(key: str, told: tuple[str, str]) -> None:
    last = read("hi", key)[1].events[-1]
    assert (days(last.when), last.where.country if last.where else "") == told


def test_of_acts_told_side_by_side_each_has_its_own_day() -> None:
    assert event_days("hi", "day-beside") == ["2024-05-13", "2024-05-14"]


def test_governments_that_meet_in_a_third_state_meet_at_a_third_party_s() -> None:
    assert [(event.mode, event.where and event.where.country) for event in read("hi", "met-in-a-third")[1].events] == [
        ("third-party", "QAT")
    ]


@pytest.mark.parametrize(
    ("lang", "key", "mode"),
    [
        pytest.param("hi", "killed-in-suicide-blast", "suicide-attack", id="in-what-people-died"),
        pytest.param("hi", "gunman-killed", "firearms", id="who-struck"),
        pytest.param("en", "died-in-shelling", "heavy-weapons", id="english-in-what-people-died"),
        pytest.param("en", "drones-struck", "drone", id="what-struck"),
        pytest.param("en", "rocket-base", "", id="what-was-struck-tells-nothing"),
    ],
)
def test_the_words_for_a_weapon_tell_the_mode_of_force(lang: str, key: str, mode: str) -> None:
    assert [event.mode for event in read(lang, key)[1].events] == [mode]


def test_who_travels_to_a_place_on_a_day_has_gone_by_then() -> None:
    assert event_days("en", "flew-to") == ["2024-05-14"]


def test_talks_are_not_where_what_is_talked_about_is() -> None:
    assert places("en", "discussed-war") == [None]


@pytest.mark.parametrize(
    ("key", "place"), [("rioted-in", ("Seville", "ESP")), ("marched-through", ("Santiago", "CHL"))]
)
def test_a_crowd_is_at_its_place(key: str, place: tuple[str, str]) -> None:
    assert places("en", key) == [place]


def test_a_crowd_in_a_town_faces_its_state() -> None:
    assert [[p.country for p in event.recipients] for event in read("en", "rioted-in")[1].events] == [["ESP"]]
