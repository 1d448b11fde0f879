"""Who holds which office of what."""

import pytest
from parsed import read


@pytest.mark.parametrize(
    ("lang", "holder", "office"),
    [
        pytest.param("hi", "केंजी मोरी", "जापान के विदेश मंत्री", id="hindi"),
        pytest.param("en", "Kenji Mori", "Japanese Foreign Minister", id="english"),
    ],
)
def test_a_title_before_a_name_is_a_tenure(lang: str, holder: str, office: str) -> None:
    (tenure,) = read(lang, "tenure-title")[1].tenures
    assert (tenure.holder, tenure.office, tenure.of) == (holder, office, "JPN GOV")


def test_hindi_office_may_rank_after_another() -> None:
    (tenure,) = read("hi", "tenure-ranks")[1].tenures
    assert (tenure.office, tenure.ranks_after, tenure.of) == ("प्रधानमंत्री", "राष्ट्रपति", "NPL GOV")


def test_hindi_office_may_head_bodies() -> None:
    tenure = next(tenure for tenure in read("hi", "tenure-heads")[1].tenures if tenure.heads)
    assert tenure.heads == ("थल सेना", "खुफिया एजेंसी")


@pytest.mark.parametrize(("lang", "key"), [("hi", "visit-genitive"), ("en", "visit")])
def test_an_office_without_a_name_is_no_tenure(lang: str, key: str) -> None:
    assert read(lang, key)[1].tenures == ()


@pytest.mark.parametrize(
    ("lang", "office"),
    [
        pytest.param("hi", "उप विदेश मंत्री", id="hindi"),
        pytest.param("en", "Deputy Foreign Minister", id="english"),
    ],
)
def test_an_office_is_without_the_phrase_before_it(lang: str, office: str) -> None:
    assert [tenure.office for tenure in read(lang, "round-led")[1].tenures] == [office]


@pytest.mark.parametrize(
    ("lang", "key", "of", "days"),
    [
        pytest.param("hi", "took-charge", "NPL MIL", ("2024-05-13", ""), id="hindi-took-charge"),
        pytest.param("en", "appointed", "NPL MIL", ("2024-05-13", ""), id="english-appointed"),
        pytest.param("hi", "resigned", "NPL GOV", ("", "2024-05-13"), id="hindi-resigned"),
        pytest.param("en", "resigned", "NPL GOV", ("", "2024-05-13"), id="english-resigned"),
    ],
)
def test_an_office_taken_has_a_first_day_one_left_a_last(lang: str, key: str, of: str, days: tuple[str, str]) -> None:
    (tenure,) = read(lang, key)[1].tenures
    assert tenure.when is not None
    assert (tenure.of, (tenure.when.first, tenure.when.last)) == (of, days)
    assert tenure.holder in {"रमेश थापा", "Ramesh Thapa"}


def test_hindi_appointment_names_the_office_not_who_appoints() -> None:
    (tenure,) = read("hi", "appointed")[1].tenures
    assert (tenure.holder, tenure.office) == ("रमेश थापा", "भारत में नेपाल का राजदूत")


@pytest.mark.parametrize(
    ("lang", "key", "offices"),
    [
        pytest.param("hi", "no-offices", [("विनोद सेठी", "पुलिस महानिदेशक")], id="hindi-wife-and-player"),
        pytest.param("en", "no-offices", [("Ramon Ortega", "Prime Minister")], id="english-students-and-trader"),
        pytest.param("hi", "scheme", [], id="a-scheme-called-after-an-office"),
    ],
)
def test_what_people_are_is_no_office_and_courtesy_no_part_of_one(
    lang: str, key: str, offices: list[tuple[str, str]]
) -> None:
    assert [(tenure.holder, tenure.office) for tenure in read(lang, key)[1].tenures] == offices
