"""Acts of Hindi news whose sides were long not found: across another's name, at the head of a clause, at a place."""

from parsed import told


def test_talks_are_of_whom_the_genitive_names_across_their_partner() -> None:
    assert told("hi", "meets-across") == ["CONSULT KEN+UGA > -"]


def test_several_countries_at_the_head_of_a_clause_act() -> None:
    assert told("hi", "open-the-clause") == ["AGREE KEN+PER > - @planned"]


def test_an_attack_with_no_one_named_befalls_the_country_of_its_place() -> None:
    assert "ASSAULT - > SOM" in told("hi", "struck-there")


def test_a_meeting_attended_at_home_is_no_contact_with_oneself() -> None:
    assert told("hi", "abroad-meeting") == ["CONSULT/multilateral KEN > PER"]
    assert told("hi", "at-home-meeting") == []
