"""What is asserted: happened, planned, possible; and what is not told as an act at all."""

import pytest
from parsed import read, told


@pytest.mark.parametrize(
    ("lang", "key"),
    [
        pytest.param("hi", "future-visit", id="hindi-coming-visit"),
        pytest.param("en", "future-visit", id="english-will"),
        pytest.param("en", "headline-infinitive", id="english-headline-infinitive"),
    ],
)
def test_a_future_contact_is_an_agreement_planned(lang: str, key: str) -> None:
    assert told(lang, key, headline=key.startswith("headline")) == ["AGREE JPN > IND @planned"]


def test_a_future_sanction_keeps_its_type() -> None:
    assert told("en", "future-sanction") == ["SANCTION/discontinue USA > IRN @planned"]


@pytest.mark.parametrize("lang", ["hi", "en"])
def test_a_negated_act_is_none(lang: str) -> None:
    assert told(lang, "negated") == []


@pytest.mark.parametrize("lang", ["hi", "en"])
def test_what_stands_under_if_is_possible(lang: str) -> None:
    assert told(lang, "conditional") == ["ASSAULT IRN > ISR @possible"]


@pytest.mark.parametrize("lang", ["hi", "en"])
def test_what_may_be_done_is_possible(lang: str) -> None:
    assert [event.standing for event in read(lang, "modal")[1].events] == ["possible"]


@pytest.mark.parametrize("lang", ["hi", "en"])
def test_what_is_only_wanted_did_not_happen(lang: str) -> None:
    assert not [e for e in read(lang, "wanted")[1].events if e.type == "SANCTION" and e.standing == "happened"]


@pytest.mark.parametrize(
    ("lang", "key", "event"),
    [
        pytest.param("hi", "after-doing", "ASSAULT RUS > UKR", id="hindi-ke-baad"),
        pytest.param("en", "after-doing", "ASSAULT IRN > ISR", id="english-after"),
    ],
)
def test_what_something_came_after_happened(lang: str, key: str, event: str) -> None:
    assert told(lang, key) == [event]


def test_english_begun_act_happened() -> None:
    assert told("en", "gerund") == ["ASSAULT/heavy-weapons RUS > UKR"]


@pytest.mark.parametrize("lang", ["hi", "en"])
def test_what_is_demanded_did_not_happen(lang: str) -> None:
    assert told(lang, "demand-that") == ["REQUEST/yield USA > IRN"]


def test_whom_a_strike_is_to_force_out_has_not_resigned() -> None:
    assert told("en", "to-force-to-resign") == ["PROTEST/strike TGO > TGO"]


@pytest.mark.parametrize(("lang", "event"), [("hi", "AGREE GHA+TGO > -"), ("en", "ACCUSE/disapprove GHA > TGO")])
def test_not_only_negates_nothing(lang: str, event: str) -> None:
    assert told(lang, "not-only")[0].startswith(event)
