"""Whose act it is and whom it is done to, in English as agencies write it: the events in short, in order."""

import pytest
from parsed import sayings, told


@pytest.mark.parametrize(
    ("key", "events"),
    [
        pytest.param(
            "accuse-that",
            ["ACCUSE/allege JPN > CHN", "MOBILIZE/troops CHN > JPN @possible"],
            id="alleged-acts-are-possible",
        ),
        pytest.param(
            "gerund-of-the-blamed",
            ["ACCUSE/disapprove JOR > ISR", "ASSAULT/explosives ISR > -"],
            id="who-is-condemned-for-doing-did-it",
        ),
        pytest.param("no-plan", [], id="what-is-not-planned-is-no-plan"),
        pytest.param("jets-of", ["ASSAULT/aerial TUR > SYR"], id="the-jets-are-whose-country-they-are-of"),
        pytest.param(
            "denied-killed-and-accused",
            ["REJECT SYR > -", "ACCUSE/allege SYR > TUR"],
            id="a-second-saying",
        ),
        pytest.param(
            "fire-that-killed", ["SANCTION/expel LTU > BLR"], id="a-fire-that-killed-is-not-the-speakers-doing"
        ),
        pytest.param(
            "charge-denied", ["ACCUSE/allege USA > CHN", "REJECT CHN > USA"], id="a-bare-name-before-its-verb"
        ),
        pytest.param("demand-resign", ["PROTEST/obstruct MDA > MDA"], id="what-is-demanded-has-not-happened"),
        pytest.param(
            "jailed", ["SANCTION/convict KAZ > KAZ", "COERCE/arrest KAZ > KAZ"], id="sentenced-to-prison-is-two-acts"
        ),
        pytest.param("thanked-for-doing", ["SUPPORT NPL > IND"], id="what-one-is-thanked-for"),
        pytest.param("recall-announced", ["CONCEDE ETH > SOM @planned"], id="troops-to-be-recalled"),
        pytest.param("own-people", ["AGREE MEX > MEX"], id="a-promise-to-ones-own-people"),
        pytest.param("dozens-of-rockets", ["ASSAULT/heavy-weapons LBN > ISR"], id="what-there-are-dozens-of"),
        pytest.param("two-clauses", ["AID QAT > MWI", "AGREE DEU > MWI"], id="a-subject-of-its-own"),
        pytest.param("his-counterparts", ["CONSULT/phone TUR+UKR > -"], id="with-his-counterpart"),
        pytest.param("must-ratify", [], id="what-must-be-done-is-not-done"),
        pytest.param("which-quarrels", ["REJECT/assist VNM > -"], id="a-relative-clauses-names-are-its-own"),
        pytest.param("urged-and-offered", ["REQUEST/yield IGO > KEN", "AGREE IGO > -"], id="urged-and-offered"),
        pytest.param("ordered-out", ["SANCTION/expel BLR > LTU"], id="ordered-to-leave"),
        pytest.param(
            "raid-condemned", ["ASSAULT/aerial ISR > LBN", "ACCUSE/disapprove IRN > ISR"], id="who-made-the-raid"
        ),
        pytest.param("pact-welcomed", ["SUPPORT JPN+PHL > -", "SUPPORT VNM > JPN+PHL"], id="the-parties-of-the-pact"),
        pytest.param("expelled-in-hours", ["SANCTION/expel MLI > FRA"], id="expelled-and-given-hours-is-one-act"),
        pytest.param("unjustified", ["SANCTION/expel MLI > FRA", "ACCUSE/disapprove FRA > MLI"], id="whose-decision"),
        pytest.param("fired-over", ["MOBILIZE/weapons PRK > JPN"], id="a-missile-over-a-country-is-a-test"),
        pytest.param("bombing-drill", ["COOPERATE KOR+USA > -"], id="a-bombing-drill-bombs-no-one"),
        pytest.param("border-post", ["ASSAULT/firearms AZE > ARM"], id="fire-on-a-border-post-opens-no-border"),
        pytest.param(
            "accused-of-shelling",
            ["ACCUSE/allege AZE > ARM", "ASSAULT/heavy-weapons ARM > AZE @possible"],
            id="shelling-alleged",
        ),
        pytest.param("maps-and-men", ["RETREAT/release AZE > ARM"], id="what-the-next-clause-frees"),
        pytest.param("by-stationing", ["MOBILIZE/troops RUS > FIN @planned"], id="a-means-has-its-verbs-tense"),
        pytest.param("reporters-freed", ["REQUEST/yield ESP > -"], id="who-is-to-be-freed-is-not-asked"),
        pytest.param("army-and-alliance", ["SUPPORT MOZ > -"], id="an-alliance-of-signs-too"),
        pytest.param("want-summit", ["AGREE KOR+PRK > -"], id="a-summit-wanted-is-none-held"),
        pytest.param("vetoed-package", ["REJECT/change HUN > IGO"], id="sanctions-vetoed-are-none"),
        pytest.param("forced-out", ["RETREAT/resign LKA > -"], id="who-is-forced-to-resign"),
        pytest.param("prompting", ["AID PER > BOL", "SANCTION/withdraw BOL > PER"], id="who-is-prompted-to-recall"),
        pytest.param("due-in", ["AGREE POL > EST @planned"], id="due-in-a-capital"),
        pytest.param(
            "dismissed",
            ["SANCTION/expel PER > BOL", "ACCUSE/disapprove BOL > PER", "REJECT PER > BOL"],
            id="whose-criticism",
        ),
    ],
)
def test_english_sides(key: str, events: list[str]) -> None:
    assert told("en", key) == events


@pytest.mark.parametrize(
    ("key", "said"),
    [
        pytest.param("while-praised", "IGO: its members were concerned", id="what-another-side-does-is-not-said"),
        pytest.param("urged-and-offered", "IGO: show restraint", id="urged-and-offered"),
        pytest.param("a-teacher", "MDA direct: We want bread", id="a-mere-name-is-of-the-dateline"),
    ],
)
def test_english_sayings(key: str, said: str) -> None:
    assert sayings("en", key) == [said]
