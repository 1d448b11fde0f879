"""What Hindi tells in words of talks and of force, and is neither: what one turns to, does together, says in anger."""

import pytest
from parsed import read, told

from vaarta.testing import summary


def test_what_a_writer_turns_to_is_no_talk() -> None:
    """ "X की बात करें तो": as for X."""
    assert told("hi", "as-for") == []


@pytest.mark.parametrize(
    ("key", "engagements"),
    [
        pytest.param("together-with", [], id="who-works-together-with-others-does-not-meet-them"),
        pytest.param("to-new-heights", ["meeting GHA+KEN @planned"], id="ties-on-a-new-summit-are-no-summit"),
    ],
)
def test_words_of_a_meeting_tell_no_more_than_they_say(key: str, engagements: list[str]) -> None:
    assert [summary(engagement) for engagement in read("hi", key)[1].engagements] == engagements


def test_who_attacks_saying_something_attacks_in_words() -> None:
    assert told("hi", "attacked-saying") == ["ACCUSE/disapprove GHA > KEN"]


def test_the_noun_that_others_are_of_is_what_was_done() -> None:
    """ "किया समझौते का आह्वान": no accord was made, one was called for."""
    assert told("hi", "called-for-accord") == ["REQUEST/change KEN > GHA"]
