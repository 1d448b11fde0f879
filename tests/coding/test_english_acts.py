"""Which acts English tells, and which only sound like one: the events and sayings of a parse in short, in order."""

import pytest
from parsed import sayings, told


@pytest.mark.parametrize(
    ("key", "events"),
    [
        pytest.param("own-wish", [], id="who-wants-to-do-it-himself-asks-nobody"),
        pytest.param("asked-of-another", ["REQUEST/change FRA > TGO"], id="what-one-wants-another-to-do"),
        pytest.param("first-to-visit", ["CONSULT/visit GRC > TUR"], id="the-first-to-visit-did-visit"),
        pytest.param("no-plans", [], id="no-plans-are-no-plan"),
        pytest.param("police-raided", ["COERCE/seize FRA > SRB"], id="who-raids-is-not-raided"),
        pytest.param(
            "will-fly-carrying",
            ["AGREE THA > LAO @planned", "AGREE THA > LAO @planned"],
            id="what-is-done-on-a-coming-visit-is-to-come",
        ),
        pytest.param("promised-in", ["AGREE MAR > -"], id="promised-somewhere-is-not-promised-to-it"),
        pytest.param("responsible-for", ["ACCUSE/allege SDN > TCD"], id="said-to-be-responsible"),
        pytest.param("two-of-its-consulates", ["SANCTION/discontinue LTU > BLR"], id="two-of-what-is-closed"),
        pytest.param("both-generals", ["CONSULT/phone CHL+PER > -"], id="the-marker-before-both"),
        pytest.param("trained-troops", ["AID FRA > TGO"], id="troops-that-are-trained-are-not-sent"),
        pytest.param("guards-on-strike", ["PROTEST/strike PER > -"], id="guards-strike"),
        pytest.param("a-strike-for-a-day", ["PROTEST/strike CHL > -"], id="a-strike-for-friday-is-no-call-for-it"),
    ],
)
def test_the_act(key: str, events: list[str]) -> None:
    assert told("en", key) == events


@pytest.mark.parametrize(
    ("key", "said"),
    [
        pytest.param("told-to-be", ["FRA direct: This is a dark day"], id="an-office-told-before-the-name"),
        pytest.param("denounced-and", ["?: the launch as a breach of the treaty"], id="less-what-was-done-next"),
        pytest.param("called-illegal", ["CUB: the measures illegal"], id="what-it-was-called"),
        pytest.param(
            "told-parliament", ["NPL: he would visit both capitals before the monsoon"], id="a-clause-after-who-is-told"
        ),
        pytest.param("told-in-a-letter", ["?: take down the barricades"], id="told-in-a-letter"),
        pytest.param("a-source-said", [], id="a-source-is-no-speaker"),
        pytest.param("proclaimed", [], id="who-is-proclaimed-is-no-saying"),
        pytest.param("a-strike-for-a-day", [], id="to-call-a-strike-is-no-saying"),
    ],
)
def test_what_was_said(key: str, said: list[str]) -> None:
    assert sayings("en", key) == said
