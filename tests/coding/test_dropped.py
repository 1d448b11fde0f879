"""Sides that a Hindi sentence leaves to the one before, to a relative pronoun or to whom something is said."""

import pytest
from parsed import told


@pytest.mark.parametrize(
    ("key", "events"),
    [
        pytest.param("dropped-praise", ["CONSULT/visit GHA > MLI", "SUPPORT GHA > TGO"], id="who-acted-before-goes-on"),
        pytest.param("dropped-passive", ["CONSULT/visit GHA > MLI", "SUPPORT - > TGO"], id="but-not-in-a-passive"),
        pytest.param("refused-offer", ["AGREE TGO > -", "REJECT GHA > TGO"], id="whose-offer-a-clause-refuses"),
        pytest.param("ambush", ["ASSAULT NER > MLI"], id="a-participle-tells-how-one-blow-was-dealt"),
        pytest.param("praised-and-praised", ["SUPPORT TGO > GHA"], id="praise-told-twice-in-a-sentence-is-one"),
        pytest.param(
            "ought-addressed", ["REQUEST/change MLI > IGO"], id="what-ought-to-be-done-is-asked-of-whom-it-is-said-to"
        ),
        pytest.param("concern-in-town", ["ACCUSE/disapprove IGO > NER"], id="a-town-is-where-concern-is-voiced"),
        pytest.param("beside-a-border", ["CONSULT ?+KEN > -"], id="whose-border-one-lives-at-takes-no-part"),
        pytest.param("shares-a-border", ["CONSULT ?+KEN > -"], id="nor-with-whom-one-shares-it"),
        pytest.param(
            "striking-passive", ["ASSAULT/aerial - > MLI"], id="a-participle-before-a-passive-has-its-unknown-agent"
        ),
        pytest.param(
            "own-troops", ["CONSULT MLI+TGO > -", "CONCEDE TGO > MLI"], id="own-troops-go-home-from-the-other-s-land"
        ),
        pytest.param("made-by", ["ACCUSE/disapprove GHA > TGO"], id="who-made-what-one-objects-to"),
        pytest.param("broke-out", [], id="violence-that-breaks-out-objects-to-nothing"),
        pytest.param("will-shoot-down", ["THREATEN TGO > GHA @planned"], id="force-to-come-is-threatened"),
    ],
)
def test_sides_told_elsewhere(key: str, events: list[str]) -> None:
    assert told("hi", key) == events
