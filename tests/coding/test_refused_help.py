"""Help that one does not take or need, from states told of by a clause, too."""

import pytest
from parsed import told


@pytest.mark.parametrize(
    ("lang", "key", "events"),
    [
        pytest.param("en", "countries-that-armed", ["REJECT/assist GHA > ?"], id="en-states-that-a-clause-tells"),
        pytest.param("hi", "countries-that-armed", ["REJECT/assist GHA > ?"], id="hi-states-that-a-clause-tells"),
        pytest.param("en", "accepts-no-help", ["REJECT/assist SYR > TGO"], id="en-will-not-accept-it"),
        pytest.param("hi", "no-mediation-needed", ["REJECT/assist PER > CHL"], id="hi-needs-no-mediation"),
    ],
)
def test_help_that_is_not_wanted_is_refused(lang: str, key: str, events: list[str]) -> None:
    assert told(lang, key) == events
