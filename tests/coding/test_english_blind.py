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
        pytest.param("until-he-resigns", [], id="until-he-resigns"),
        pytest.param("demand-that-leave", [], id="demand-that-leave"),
        pytest.param("premier-dismissed", ["REJECT MLT > IGO"], id="premier-dismissed"),
        pytest.param("sent-to-train", ["AID PRT > GHA"], id="sent-to-train"),
        pytest.param("own-citizens", ["COERCE/restrict BTN > BTN"], id="own-citizens"),
        pytest.param(
            "and-withdrew-its", ["SANCTION/expel BHR > LBN", "SANCTION/withdraw KWT > LBN"], id="and-withdrew-its"
        ),
        pytest.param("croatian-serb", ["ASSAULT/heavy-weapons HRV > -"], id="croatian-serb"),
        pytest.param("veto-unless", ["THREATEN MLT > -"], id="veto-unless"),
        pytest.param("guards-detained", ["COERCE/arrest NER > NER"], id="guards-detained"),
        pytest.param(
            "drawing-protests", ["MOBILIZE/weapons FJI > -", "ACCUSE/disapprove TON > FJI"], id="drawing-protests"
        ),
        pytest.param("cancelled-planned-visits", ["REJECT/meet FIN > BLR"], id="cancelled-planned-visits"),
        pytest.param("no-intention", [], id="no-intention"),
        pytest.param("zulus", ["CONSULT ITA+ZAF > -"], id="zulus"),
    ],
)
def test_the_act_and_its_sides(key: str, events: list[str]) -> None:
    assert told("en", key) == events
