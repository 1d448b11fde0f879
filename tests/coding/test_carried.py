"""Sides that the act's own clause does not say: told beside it, just before, or in the accusation it stands in."""

import pytest
from parsed import told


@pytest.mark.parametrize(
    ("key", "events"),
    [
        # The protest would stand as an event of its own if it were not to the one whose envoy was summoned.
        pytest.param("and-protested", ["ACCUSE/disapprove JPN > RUS"], id="a-second-verb-has-the-object-of-the-first"),
        pytest.param(
            "next-sentence",
            ["REQUEST/yield KEN > SDN", "REQUEST/change KEN > SDN"],
            id="asked-more-in-the-next",
        ),
        pytest.param("ties-would-suffer", ["THREATEN/relations IRN > TUR"], id="the-one-country-a-warning-names"),
        pytest.param(
            "sanction-beside",
            ["ACCUSE/allege KEN > SDN", "SANCTION/discontinue KEN > SDN"],
            id="sanctions-on-the-one-blamed",
        ),
        pytest.param("lent-consent", ["CONSULT KEN+SDN > -", "AGREE SDN > KEN"], id="consent-in-a-story-of-two"),
    ],
)
def test_hindi_act_is_done_to_whom_the_words_about_it_name(key: str, events: list[str]) -> None:
    assert told("hi", key) == events


@pytest.mark.parametrize(
    ("key", "events"),
    [
        pytest.param("alleged-shelter", ["AID SDN > SDN @possible", "ACCUSE/allege KEN > SDN"], id="alleged"),
        pytest.param("blamed-for-arms", ["AID IRN > - @possible", "ACCUSE/disapprove NOR > IRN"], id="condemned-for"),
        pytest.param("exposed-for-terror", ["AID ERI > - @possible", "ACCUSE/allege KEN > ERI"], id="exposed-for"),
        pytest.param("alleged-not-to-help", ["ACCUSE/allege KEN > SDN"], id="alleged-not-to-have-done"),
    ],
)
def test_hindi_act_inside_an_accusation_is_possible(key: str, events: list[str]) -> None:
    assert told("hi", key) == events


def test_what_only_a_speaker_does_is_done_by_nobody_in_a_passive() -> None:
    assert told("hi", "held-by-rebels") == ["ASSAULT/abduct KEN > KEN"]


def test_hindi_prison_sentence_convicts_and_arrests() -> None:
    assert told("hi", "prison") == ["SANCTION/convict IRN > USA", "COERCE/arrest IRN > USA"]


def test_hindi_side_with_others_is_one_side() -> None:
    assert told("hi", "with-others") == ["ACCUSE/disapprove ?+FRA > IRN"]


def test_hindi_deaths_of_other_numbers_are_other_acts() -> None:
    assert told("hi", "other-deaths") == ["ASSAULT MLI > MLI", "ASSAULT MLI > MLI"]


def test_hindi_victims_of_a_bomb_did_not_lay_it() -> None:
    assert told("hi", "laid-bomb") == ["ASSAULT/explosives - > AFG"]


def test_hindi_whoever_named_the_attackers_did_not_attack() -> None:
    assert told("hi", "named-by") == []
