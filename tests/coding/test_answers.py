"""Sides that an earlier sentence tells: whom a denial answers, and whose soldiers they are."""

from parsed import told


def test_a_denial_answers_who_accused() -> None:
    assert told("en", "denied-the-charge") == ["ACCUSE/allege NOR > LVA", "REJECT LVA > NOR"]


def test_soldiers_are_of_the_one_army_named_not_of_the_dateline() -> None:
    assert told("en", "their-own-army")[-1] == "ASSAULT/abduct ERI > ERI"
