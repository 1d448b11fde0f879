"""Whom Hindi acts of praise and blame are about, and tours that a comma parts from who makes them."""

from parsed import told


def test_who_did_what_is_praised_or_blamed_is_its_recipient() -> None:
    assert told("hi", "judged-agent-blamed") == ["ACCUSE/disapprove CHL > KEN"]
    assert told("hi", "judged-agent-praised") == ["SUPPORT KEN > CHL"]


def test_who_only_issued_the_paper_is_not_judged() -> None:
    assert told("hi", "issuer-not-judged")[-1] == "ACCUSE/disapprove KEN > -"


def test_a_comma_parts_a_traveller_from_a_list_of_states() -> None:
    assert told("hi", "tour-after-comma") == ["CONSULT/visit IND > CHL+KEN+PER"]
