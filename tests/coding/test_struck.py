"""Sides that only the story tells: at whom fire is, whom one accuses at home, when the other of two is no side."""

import pytest
from parsed import told


@pytest.mark.parametrize(
    ("key", "event"),
    [
        pytest.param("mortars-at-place", "ASSAULT/heavy-weapons TJK > KGZ", id="at-the-state-of-the-place"),
        pytest.param("fire-across", "ASSAULT/firearms SDN > ETH", id="a-truce-is-broken-with-the-other-of-two"),
        pytest.param("answer-next-sentence", "ASSAULT/firearms ETH > SDN", id="answered-at-who-fired-before"),
        pytest.param("other-camp", "ACCUSE/allege NPL > NPL", id="the-opposition-accuses-the-government"),
        pytest.param("own-camp", "ACCUSE/allege NPL > -", id="nobody-accuses-his-own"),
        pytest.param("met-by-president", "CONSULT MLI+NER > -", id="talks-with-nobody-named-are-with-the-other-of-two"),
        pytest.param("opec-agreed", "AGREE IGO > -", id="what-a-body-agrees-on-is-no-states"),
        pytest.param("fired-by-line", "ASSAULT/firearms TJK > KGZ", id="at-the-state-of-the-one-place-that-has-one"),
        pytest.param("paper-of-body", "ACCUSE/disapprove IGO > SDN", id="whose-paper-condemns-condemns"),
        pytest.param("letter-before", "REQUEST/change KEN > KEN", id="who-sent-the-letter-asks-in-it"),
        pytest.param("jail-of", "COERCE/arrest ETH > ETH", id="whose-prison-it-is-holds-them"),
        pytest.param("police-say", "COERCE/arrest KEN > KEN", id="police-tell-of-their-own-arrests"),
        pytest.param("minister-says", "COERCE/arrest - > KEN", id="a-minister-tells-of-others-arrests"),
        pytest.param("praised-cooperation", "SUPPORT KEN > TZA", id="praise-of-work-with-another-is-of-it"),
        pytest.param("plan-to-leave", "SUPPORT KEN > -", id="a-plan-to-leave-is-not-whom-one-leaves"),
        pytest.param("tour-listed", "CONSULT/visit KEN > CYP+GRC+MLT", id="three-countries-are-those-of-the-list"),
        pytest.param("tour-apposed", "CONSULT/visit KEN > CYP+GRC+MLT", id="three-countries-named-next-travel-nowhere"),
        pytest.param("tour-named", "CONSULT/visit KEN > GRC+MLT", id="two-countries-are-the-only-two-besides-ones-own"),
        pytest.param("tour-untold", "CONSULT/visit KEN > ?", id="three-countries-of-which-one-is-told-are-no-ones"),
        pytest.param("appeal-in-court", "REQUEST/change KEN > IGO", id="an-appeal-is-to-the-court-that-it-is-made-in"),
        pytest.param("court-orders", "REQUEST/change KEN > KEN", id="a-court-orders-its-own-government"),
        pytest.param("promise-for-party", "AGREE KEN > -", id="what-is-promised-of-a-party-is-not-to-it"),
        pytest.param("party-promise", "AGREE NER > -", id="what-a-party-promises-is-to-no-other-state"),
    ],
)
def test_a_side_from_the_story(key: str, event: str) -> None:
    assert event in told("hi", key)


def test_talks_with_allies_are_not_with_the_other_of_two() -> None:
    assert told("hi", "met-allies") == []


def test_who_gave_what_is_praised_is_not_praised() -> None:
    assert told("hi", "ranked-by-bank") == []
