"""Contacts called off, put off or intended; who hosts them; tours and their legs."""

import pytest
from parsed import read, readable, told

from vaarta.records import Engagement


def contacts(lang: str, key: str) -> tuple[Engagement, ...]:
    return read(lang, key)[1].engagements


@pytest.mark.parametrize("lang", ["hi", "en"])
@pytest.mark.parametrize(
    ("key", "contact"),
    [
        pytest.param("off-passive", "meeting MAR+NOR @denied", id="talks-cancelled"),
        pytest.param("off-visit", "visit MAR+NOR @denied", id="visit-cancelled"),
        pytest.param("off-later", "visit MAR+NOR @planned", id="visit-postponed"),
        pytest.param("off-open", "summit MAR+NOR @possible", id="summit-postponed-indefinitely"),
    ],
)
def test_a_contact_that_is_off_is_kept_as_such(lang: str, key: str, contact: str) -> None:
    assert [readable(found) for found in contacts(lang, key)] == [contact]


@pytest.mark.parametrize("lang", ["hi", "en"])
@pytest.mark.parametrize("key", ["off-passive", "off-visit", "off-later", "off-open"])
def test_the_event_of_calling_off_is_the_only_one(lang: str, key: str) -> None:
    assert [event.split()[0] for event in told(lang, key)] == ["REJECT/meet"]


def test_hindi_talks_that_are_shifted_are_postponed_and_no_plan() -> None:
    assert [readable(found) for found in contacts("hi", "off-tal")] == ["meeting MAR+NOR @planned"]
    assert told("hi", "off-tal") == ["REJECT/meet MAR+NOR > -"]


@pytest.mark.parametrize("lang", ["hi", "en"])
@pytest.mark.parametrize("key", ["off-not", "off-asked"])
def test_talks_not_called_off_or_only_asked_to_be_are_none(lang: str, key: str) -> None:
    assert contacts(lang, key) == ()


@pytest.mark.parametrize("lang", ["hi", "en"])
def test_a_planned_visit_that_is_cancelled_is_one_with_its_days(lang: str) -> None:
    found = [readable(contact) for contact in contacts(lang, "called-off-later")]
    assert found == ["visit MAR+NOR @denied 2024-06-01/2024-06-30"]


@pytest.mark.parametrize("lang", ["hi", "en"])
@pytest.mark.parametrize("key", ["plans", "agreed"])
def test_a_visit_that_someone_plans_or_agrees_to_is_planned(lang: str, key: str) -> None:
    found = [(contact.kind, contact.parties, contact.standing) for contact in contacts(lang, key)]
    assert found == [("visit", ("MAR", "NOR"), "planned")]


@pytest.mark.parametrize("lang", ["hi", "en"])
@pytest.mark.parametrize("key", ["hosted-invited", "hosted-received"])
def test_who_invites_or_receives_a_visitor_is_the_host(lang: str, key: str) -> None:
    assert [[host.country for host in contact.hosts] for contact in contacts(lang, key)] == [["NOR"]]


@pytest.mark.parametrize("lang", ["hi", "en"])
def test_a_third_country_hosts_talks_and_is_no_side_of_them(lang: str) -> None:
    found = [(contact.parties, [host.country for host in contact.hosts]) for contact in contacts(lang, "hosted-by")]
    assert found == [(("DZA", "MAR"), ["NOR"])]


@pytest.mark.parametrize("lang", ["hi", "en"])
def test_who_welcomes_a_decision_hosts_no_one(lang: str) -> None:
    assert [contact.hosts for contact in contacts(lang, "hosted-not")] == [()]


def test_english_visitor_who_receives_someone_is_no_host() -> None:
    assert [contact.hosts for contact in contacts("en", "visitor-no-host")] == [()]


@pytest.mark.parametrize("lang", ["hi", "en"])
def test_a_tour_has_legs_and_a_leg_its_meeting(lang: str) -> None:
    found = contacts(lang, "tour")
    number = {contact.id: n for n, contact in enumerate(found)}
    assert [(readable(contact), number.get(contact.part_of)) for contact in found] == [
        ("visit DZA+MAR+NOR+TUN 2024-05-13", None),
        ("visit MAR+NOR 2024-05-14", 0),
        ("meeting MAR+NOR 2024-05-14", 1),
        ("visit DZA+NOR @planned 2024-05-16", 0),
    ]


@pytest.mark.parametrize("lang", ["hi", "en"])
def test_a_round_of_talks_put_off_was_not_held(lang: str) -> None:
    assert [contact.standing for contact in contacts(lang, "off-round")] == ["planned"]


@pytest.mark.parametrize("lang", ["hi", "en"])
def test_talks_agreed_on_are_one_agreement_and_no_plan_besides(lang: str) -> None:
    assert "AGREE MAR+NOR > - @planned" not in told(lang, "meet-plan")
