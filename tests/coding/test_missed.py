"""Acts of Hindi news that were long missed: told by how long ago they were, welcomed, opened together."""

from parsed import told


def test_what_came_some_months_before_happened() -> None:
    assert told("hi", "long-after-doing")[0] == "ASSAULT/aerial KEN > SDN"


def test_what_was_not_done_before_something_else_is_no_act() -> None:
    assert not [event for event in told("hi", "time-of-another") if event.startswith("ASSAULT")]


def test_talks_of_others_are_welcomed() -> None:
    assert told("hi", "welcomed-talks") == ["SUPPORT NOR > -"]


def test_what_two_open_is_done_together() -> None:
    assert told("hi", "opened-together") == ["COOPERATE KEN+UGA > -"]


def test_who_is_in_a_country_on_his_tour_visits_it() -> None:
    assert told("hi", "is-there-on-tour") == ["CONSULT/visit CAN > PER"]


def test_a_story_that_breaks_off_after_that_is_coded() -> None:
    assert told("hi", "breaks-off") == ["SUPPORT JPN > NPL"]
