"""Acts of many types, told plainly: the whole event in short."""

import pytest
from parsed import read, told


@pytest.mark.parametrize(
    ("key", "event"),
    [
        pytest.param("agreement", "SUPPORT FRA+IND > -", id="signing-an-agreement"),
        pytest.param("aid", "AID IND > LKA", id="giving-money"),
        pytest.param("arrest", "COERCE/arrest TUR > TUR", id="police-of-a-country"),
        pytest.param("call-on", "REQUEST/yield IGO > ISR", id="call-of-an-organisation"),
        pytest.param("ceasefire-violation", "ASSAULT/firearms PAK > IND", id="fire-on-posts"),
        pytest.param("compound-verb", "REJECT IRN > USA", id="one-act-by-a-compound-verb"),
        pytest.param("denied-that", "REJECT IRN > -", id="denial-of-an-attack"),
        pytest.param("exercise", "COOPERATE IND+JPN > -", id="joint-exercise"),
        pytest.param("expel", "SANCTION/expel POL > RUS", id="diplomats-of-a-country"),
        pytest.param("invite", "AGREE IND > NPL", id="invitation"),
        pytest.param("thank", "SUPPORT NPL > IND", id="thanks"),
        pytest.param("warn", "THREATEN USA > IRN", id="warning"),
        pytest.param("withdrew-troops", "RETREAT/withdraw RUS > SYR", id="own-troops-out-of-a-country"),
    ],
)
def test_hindi_act(key: str, event: str) -> None:
    assert told("hi", key) == [event]


def test_hindi_sentence_of_sport_tells_no_political_act() -> None:
    assert told("hi", "sport") == []


@pytest.mark.parametrize(
    ("key", "events"),
    [
        pytest.param(
            "town-attack", ["ASSAULT - > IRQ", "REQUEST/assist IRQ > IRN"], id="the-town-of-an-attack-is-no-attacker"
        ),
        pytest.param("duty", [], id="what-must-be-done-is-no-plan"),
        pytest.param("sidelines", ["CONSULT BRA+RUS > -"], id="a-summit-that-is-only-the-setting"),
        pytest.param("order-withdrawal", ["RETREAT/withdraw FRA > MLI"], id="an-order-is-the-act-it-orders"),
        pytest.param(
            "agent-of-infinitive",
            ["MOBILIZE/weapons IRN > -", "ACCUSE/disapprove DEU > IRN"],
            id="agent-in-an-infinitive",
        ),
        pytest.param("whose-stance", [], id="whose-stance-it-is-does-not-act"),
        pytest.param("must-do-by-one", ["REQUEST/change GBR > IRN"], id="a-duty-laid-on-another-is-a-request"),
        pytest.param("shot-and-killed", ["ASSAULT/firearms NER > NER"], id="a-shot-and-whom-it-killed-are-one-act"),
        pytest.param("rulers-march", ["CONSULT/visit KEN > UGA"], id="a-president-is-no-crowd"),
        pytest.param("alone-promise", ["AGREE KEN > -"], id="a-promise-to-no-one-told"),
        pytest.param("befell", [], id="who-is-told-of-a-ruined-town-did-not-ruin-it"),
        pytest.param("custody", ["COERCE/arrest KEN > KEN"], id="a-host-with-a-marker-right-before-its-verb"),
        pytest.param("whose-killing", ["ASSAULT - > MLI"], id="of-whom-a-killing-in-the-passive-is"),
        pytest.param("their-country", ["REJECT/yield IRN > -"], id="their-country-does-what-it-does"),
        pytest.param("body-of-a-place", ["CONSULT IND > -"], id="a-body-of-a-place-acts"),
        pytest.param("bare-stem", ["ASSAULT SDN > SDN"], id="the-bare-stem-of-a-causative"),
    ],
)
def test_hindi_sides(key: str, events: list[str]) -> None:
    assert told("hi", key) == events


@pytest.mark.parametrize(
    ("key", "event"),
    [
        pytest.param("arrest", "COERCE/arrest TUR > TUR", id="police-of-a-country"),
        pytest.param("ceasefire", "AGREE RUS+UKR > -", id="agreed-by-both"),
        pytest.param("counterpart", "CONSULT DNK+NOR > -", id="his-counterpart-is-not-he"),
        pytest.param("extradite-to", "COOPERATE ESP > BRA", id="receiver-attached-to-the-object"),
        pytest.param("threaten-infinitive", "THREATEN/expel IRN > FRA", id="recipient-inside-the-infinitive"),
        pytest.param("withdrew-troops", "RETREAT/withdraw RUS > SYR", id="own-troops-out-of-a-country"),
        pytest.param("blast-passive", "ASSAULT/explosives - > AFG", id="blast-without-an-agent"),
        pytest.param("denied-that", "REJECT IRN > -", id="denial-of-an-attack"),
        pytest.param("signed-together", "SUPPORT GHA+TGO > -", id="signed-by-both"),
        pytest.param("own-genitive", "CONSULT FRA+IRQ > -", id="genitive-before-the-office"),
    ],
)  # fmt: skip
def test_english_act(key: str, event: str) -> None:
    assert told("en", key) == [event]


@pytest.mark.parametrize(
    ("lang", "key", "codes"),
    [
        pytest.param("hi", "agreement", [("057", 8.0)], id="signing"),
        pytest.param("hi", "exercise", [("062", 7.4)], id="joint-exercise"),
        pytest.param("hi", "invite", [("036", 4.0)], id="invitation"),
        pytest.param("hi", "expel", [("166", -7.0)], id="of-type-and-mode"),
        pytest.param("en", "extradite-to", [("063", 7.4)], id="extradition"),
        pytest.param("en", "future-visit", [("036", 4.0)], id="coming-visit"),
        pytest.param("en", "host-talks", [("036", 4.0)], id="coming-mediation"),
    ],
)
def test_cameo_code_and_goldstein_score_are_the_closest(lang: str, key: str, codes: list[tuple[str, float]]) -> None:
    _, claims = read(lang, key)
    assert [(event.cameo, event.goldstein) for event in claims.events] == codes
