"""Hindi sides that the tree hides: a lone country that opens a clause, talks with "one's own" counterpart, and more."""

import pytest
from parsed import told

TOLD = {
    "lone-country-after-that": ["SUPPORT KEN > CHL"],
    "lone-country-leaves-treaty": ["SANCTION/withdraw KEN > -"],
    "across-his-own": ["CONSULT CHL+KEN > -"],
    "against-terror-supported": ["SUPPORT KEN > CHL"],
    "caused-to-be-sent": ["AID KEN > CHL"],
}


@pytest.mark.parametrize("key", TOLD)
def test_hindi_sides_are_found_where_the_tree_hides_them(key: str) -> None:
    assert told("hi", key) == TOLD[key]
