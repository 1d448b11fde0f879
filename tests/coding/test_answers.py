"""Sides that an earlier sentence tells: whom a denial answers, and whose soldiers they are."""

from parsed import sayings, told


def test_a_denial_answers_who_accused() -> None:
    assert told("en", "denied-the-charge") == ["ACCUSE/allege NOR > LVA", "REJECT LVA > NOR"]


def test_soldiers_are_of_the_one_army_named_not_of_the_dateline() -> None:
    assert told("en", "their-own-army")[-1] == "ASSAULT/abduct ERI > ERI"


def test_officers_listed_after_a_force_are_of_its_country() -> None:
    assert told("en", "officers-listed") == ["SANCTION/discontinue KEN > ERI"]


def test_what_is_done_with_one_s_own_is_one_s_own_act() -> None:
    assert told("en", "its-own-boats") == ["AID KEN > SOM"]


def test_the_army_at_home_is_not_the_foreign_one_named_before() -> None:
    assert sayings("en", "army-at-home") == ["KEN: the wounded of Kenya were safe"]
