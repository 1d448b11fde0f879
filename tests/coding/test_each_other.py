"""What two countries do in Hindi: told as in them, on each other, or behind a headline's verb."""

import pytest
from parsed import told

TOLD = {
    "amid-agreement": ["SUPPORT CHL+KEN > -"],
    "amid-talks-about-a-third": ["CONSULT CHL+KEN > -"],
    "between-talks-about-a-third": ["CONSULT CHL+KEN > -"],
    "each-other-expelled": ["SANCTION/expel CHL+KEN > -"],
    "headline-verb-met": ["CONSULT CHL+KEN > -"],
    "headline-verb-condemned": ["ACCUSE/disapprove CHL > KEN"],
    "not-only-this": ["AID CHL > KEN"],
    "so-much-and-more": ["AID CHL > KEN"],
    "not-it-alone": ["ACCUSE/disapprove CHL > KEN"],
    "future-without-its-nasal": ["AGREE KEN > CHL @planned"],
}


@pytest.mark.parametrize("key", TOLD)
def test_hindi_acts_between_two_are_of_both(key: str) -> None:
    assert told("hi", key) == TOLD[key]


def test_what_this_alone_does_not_do_is_negated() -> None:
    assert told("hi", "this-not-done") == []
