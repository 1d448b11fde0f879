"""Acts whose doer their own clause does not name, or names too broadly."""

import pytest
from parsed import told

TOLD = {
    "en-imposed-by-who-recalled": (
        "en",
        "imposed-by-the-same",
        ["SANCTION/withdraw NOR > KEN+TCD", "SANCTION/discontinue NOR > TCD"],
    ),
    "en-imposed-by-one-of-two": (
        "en",
        "imposed-by-whom",
        ["SANCTION/withdraw NOR > TCD", "SANCTION/withdraw PER > TCD", "SANCTION/discontinue - > TCD"],
    ),
    "en-states-whose-voters-back-a-party": ("en", "states-of-voters", []),
    "en-a-body-backs-a-party": ("en", "union-of-a-party", ["SUPPORT GBR > GBR"]),
    "en-clause-of-a-quoted-one": ("en", "quoted-clause", ["ASSAULT TCD > MLI", "ACCUSE/allege NOR > TCD"]),
    "hi-imposed-by-who-recalled": (
        "hi",
        "imposed-by-the-same",
        ["SANCTION/withdraw NOR > KEN+TCD", "SANCTION/discontinue NOR > TCD"],
    ),
    "hi-each-other-of-those-told-before": ("hi", "taxed-each-other", ["SANCTION/discontinue CHN+JPN > -"]),
    "hi-farmers-of-a-party": ("hi", "farmers-of-a-party", []),
    "hi-decision-lately-made": (
        "hi",
        "decision-lately-made",
        ["SANCTION/discontinue FJI+WSM > XKX", "SANCTION/withdraw JPN > FJI+WSM"],
    ),
    "hi-what-one-is-accused-of-is-not-announced": ("hi", "announced-while-accusing", ["ACCUSE/allege PER > CHL"]),
}


@pytest.mark.parametrize(("lang", "key", "events"), TOLD.values(), ids=TOLD)
def test_who_did_it(lang: str, key: str, events: list[str]) -> None:
    assert told(lang, key) == events
