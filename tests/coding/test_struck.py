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
        pytest.param("party-promise", "AGREE NER > -", id="what-a-party-promises-is-to-no-other-state"),
    ],
)
def test_a_side_from_the_story(key: str, event: str) -> None:
    assert event in told("hi", key)


def test_talks_with_allies_are_not_with_the_other_of_two() -> None:
    assert told("hi", "met-allies") == []
