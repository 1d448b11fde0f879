"""What an act is as told: a promise, a threat or no act at all; and acts that only stand inside another."""

import pytest
from parsed import told


@pytest.mark.parametrize(
    ("key", "event"),
    [
        pytest.param("threat-unless", "THREATEN LBN > ISR", id="force-to-come"),
        pytest.param("quit-unless", "THREATEN NGA > TCD", id="withdrawal-under-a-condition"),
    ],
)
def test_a_hostile_act_to_come_under_a_condition_is_a_threat_and_the_condition_no_act(key: str, event: str) -> None:
    assert told("en", key) == [event]


def test_a_withdrawal_announced_is_a_concession() -> None:
    assert told("en", "announced-to-recall") == ["CONCEDE UGA > SOM @planned"]


def test_what_would_have_been_was_not() -> None:
    assert told("en", "would-have") == []


def test_a_landslide_attacks_no_one() -> None:
    assert told("en", "mishap") == []


def test_talks_that_someone_is_ready_to_host_were_not_held() -> None:
    assert not [event for event in told("en", "ready-to-host") if event.startswith("CONSULT")]


def test_what_someone_is_thanked_for_is_no_act_of_its_own() -> None:
    assert told("en", "thanked-for-support") == ["SUPPORT NPL > IND"]


def test_what_is_demanded_in_a_clause_did_not_happen() -> None:
    assert told("en", "demanded-that-withdraw") == ["REQUEST/yield KHM > THA"]
