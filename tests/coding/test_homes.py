"""Whose the police, the gunmen or the rebels of a sentence are, where no word of theirs names a country."""

import pytest
from parsed import told


@pytest.mark.parametrize(
    ("key", "event"),
    [
        pytest.param("police-in-city", "COERCE/arrest KEN > KEN", id="of-the-place-in-their-own-words"),
        pytest.param("gunmen-in-country", "ASSAULT/abduct MRT > ESP", id="of-the-place-of-the-act"),
        pytest.param("alliance-and-rebels", "CONSULT NOR > COL", id="of-the-state-they-stand-beside"),
    ],
)
def test_a_body_without_a_country(key: str, event: str) -> None:
    assert told("en", key) == [event]
