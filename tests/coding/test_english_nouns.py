"""The sides of English acts told by a noun, a shared passive or a relative clause, and of answers to acts before."""

import pytest
from parsed import told


@pytest.mark.parametrize(
    ("key", "events"),
    [
        pytest.param(
            "shared-passive",
            ["COERCE/arrest - > KEN", "ACCUSE/allege - > KEN", "SANCTION/expel - > KEN", "RETREAT/release - > KEN"],
            id="a-participle-shares-the-passive-before-it",
        ),
        pytest.param(
            "told-by-gap",
            ["AID NOR > TCD", "SANCTION/discontinue CAN > BLR"],
            id="a-relative-clause-tells-the-noun-that-it-is-of",
        ),
        pytest.param("army-in-noun", ["ASSAULT MLI > MLI"], id="an-army's-name-is-no-word-of-its-offensive"),
        pytest.param("sanctions-of", ["SANCTION/discontinue IGO > BLR"], id="what-marks-sanctions-marks-not-whose"),
        pytest.param(
            "denied-arming",
            ["ACCUSE/allege TCD > SDN", "AID SDN > SDN @possible", "REJECT SDN > -"],
            id="who-says-what-he-denies-denies-it-to-no-one",
        ),
        pytest.param(
            "declined-offer",
            ["AGREE NOR > TCD", "REJECT/assist TCD > NOR", "AGREE CAN > KEN", "ACCUSE/disapprove SDN > CAN"],
            id="an-offer-is-refused-to-who-made-it-last",
        ),
        pytest.param("insisted-on-day", [], id="a-day-is-nothing-to-insist-on"),
        pytest.param("pledged-after-struck", ["AGREE PER > -"], id="what-a-flood-struck-is-not-pledged"),
        pytest.param(
            "kidnapped-others", ["ASSAULT TGO > TGO", "ASSAULT/abduct TGO > -"], id="who-took-others-took-someone"
        ),
        pytest.param("own-spokeswoman", ["THREATEN/restrict SDN > -"], id="no-state-threatens-its-own-spokeswoman"),
        pytest.param("met-with-teargas", ["ASSAULT/crowd-control TGO > TGO"], id="who-is-met-with-gas-meets-no-one"),
        pytest.param("dateline-in-brackets", ["COERCE/restrict TCD > -"], id="a-dateline-in-brackets-is-no-side"),
        pytest.param("near-the-border", ["ASSAULT SDN > -"], id="whose-border-is-near-is-not-struck"),
        pytest.param("rushed-to-help", ["AID JPN+NOR > TCD"], id="who-hurried-to-send-sent"),
        pytest.param(
            "humanitarian-aid", ["AID CHN > PER", "RETREAT/access SDN > NGO"], id="humanitarian-aid-is-no-access"
        ),
        pytest.param("one-stricken", ["AID NOR > TCD"], id="aid-goes-to-the-one-country-that-a-story-is-of"),
    ],
)
def test_sides(key: str, events: list[str]) -> None:
    assert told("en", key) == events
