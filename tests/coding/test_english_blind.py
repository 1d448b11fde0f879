"""English events that blind batches of stories missed or got the sides of wrong: the events in short, in order."""

import pytest
from parsed import told


@pytest.mark.parametrize(
    ("key", "events"),
    [
        pytest.param(
            "reduced-relative", ["ASSAULT/abduct COD > DNK", "RETREAT/release - > DNK"], id="reduced-relative"
        ),
        pytest.param("neighbouring", ["ACCUSE/allege TGO > BEN"], id="neighbouring"),
        pytest.param("bid-to-join", ["SUPPORT THA > LAO"], id="bid-to-join"),
        pytest.param("rights-groups", ["REQUEST/yield NGO > BHR"], id="rights-groups"),
        pytest.param("multi-party", ["AGREE ZMB > -"], id="multi-party"),
        pytest.param("shelling-of", ["ASSAULT/heavy-weapons ISR > LBN"], id="shelling-of"),
        pytest.param("shooting-of", ["SANCTION/expel NOR > BLR", "ASSAULT/firearms - > NOR"], id="shooting-of"),
        pytest.param(
            "convicted-for",
            ["SANCTION/convict KEN > KEN", "COERCE/arrest KEN > KEN", "ASSAULT/abduct KEN > KEN"],
            id="convicted-for",
        ),
        pytest.param("appositive-claim", [], id="appositive-claim"),
    ],
)
def test_the_act_and_its_sides(key: str, events: list[str]) -> None:
    assert told("en", key) == events
