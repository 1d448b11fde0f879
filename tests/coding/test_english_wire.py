"""Wordings that wire services read every week: the events in short, in order."""

import pytest
from parsed import told


@pytest.mark.parametrize(
    ("key", "events"),
    [
        pytest.param("wire-hit-back", ["ACCUSE/disapprove SRB > CAN"], id="hit-back"),
        pytest.param("wire-called-in", ["ACCUSE/disapprove OMN > DNK"], id="called-in"),
        pytest.param("wire-note-verbale", ["ACCUSE/disapprove VNM > JPN"], id="note-verbale"),
        pytest.param("wire-angrily", ["ACCUSE/disapprove CHL > CUB"], id="angrily"),
        pytest.param("wire-exercised", ["COOPERATE GRC+MLT > -"], id="exercised"),
        pytest.param("wire-hailed", ["SUPPORT KEN > TGO"], id="hailed"),
        pytest.param("wire-blessing", ["SUPPORT WSM > FJI"], id="blessing"),
        pytest.param("wire-pleaded", ["REQUEST/yield ZMB > MWI"], id="pleaded"),
        pytest.param("wire-hammered", ["SUPPORT OMN+QAT > -"], id="hammered"),
        pytest.param("wire-treaty", ["SANCTION/discontinue NPL > BTN"], id="treaty"),
        pytest.param("wire-sent-back", ["COERCE/deport KEN > UGA"], id="sent-back"),
        pytest.param("wire-flagged", ["COERCE/seize OMN > GRC"], id="flagged"),
        pytest.param("wire-officer", ["ASSAULT/abduct KEN > SOM"], id="officer"),
        pytest.param("wire-besieged", ["PROTEST/demo MAR > ESP"], id="besieged"),
        pytest.param("wire-pontiff", ["ACCUSE/disapprove VAT > -"], id="pontiff"),
        pytest.param("wire-to-berlin", ["CONSULT/visit DNK > DEU"], id="to-berlin"),
        pytest.param("wire-free", ["RETREAT/release PER > BGR"], id="free"),
        pytest.param("wire-torched", ["PROTEST/riot TUN > TUN"], id="torched"),
        pytest.param("wire-until", ["REQUEST/change NOR > TGO"], id="until"),
        pytest.param("wire-lashed", ["ACCUSE/disapprove TUR > NOR"], id="lashed"),
        pytest.param("wire-complaint", ["ACCUSE/disapprove GEO > ARM"], id="complaint"),
        pytest.param("wire-linked", ["ACCUSE/allege CAN > IRN"], id="linked"),
        pytest.param("wire-kicked-off", ["COOPERATE KEN+UGA > -"], id="kicked-off"),
        pytest.param("wire-joint-flights", ["COOPERATE GRC+MLT > -"], id="joint-flights"),
        pytest.param("wire-flags", ["PROTEST/demo IDN > DNK"], id="flags"),
        pytest.param("wire-veto", ["CONCEDE TUR > MLT"], id="veto"),
        pytest.param("wire-days-of-talks", ["CONSULT/third-party NER+TCD > -"], id="days-of-talks"),
        pytest.param("wire-sent-envoy", ["CONSULT/visit ZAF > MWI"], id="sent-envoy"),
        pytest.param("wire-envoy-posted", ["ACCUSE/disapprove MWI > -"], id="envoy-posted"),
        pytest.param("wire-came-under", ["ASSAULT/heavy-weapons SOM > KEN"], id="came-under"),
        pytest.param("wire-session", ["REQUEST/meet SRB > IGO"], id="session"),
        pytest.param("wire-pumped", ["AID NOR > HTI"], id="pumped"),
        pytest.param("wire-surtax", ["SANCTION/discontinue CAN > VNM"], id="surtax"),
        pytest.param("wire-closed-ranks", ["SUPPORT CUB > BOL"], id="closed-ranks"),
        pytest.param("wire-cried-foul", ["ACCUSE/disapprove PHL > MYS"], id="cried-foul"),
        pytest.param("wire-confronted", ["ACCUSE/disapprove NOR > BLR"], id="confronted"),
        pytest.param("wire-hammered-port", ["ASSAULT/aerial SAU > YEM"], id="hammered-port"),
        pytest.param("wire-would-resume", ["AGREE JPN > FJI @planned"], id="would-resume"),
        pytest.param("wire-supplies", ["AID KEN > SOM"], id="supplies"),
    ],
)
def test_wordings_of_the_wire(key: str, events: list[str]) -> None:
    assert told("en", key) == events
