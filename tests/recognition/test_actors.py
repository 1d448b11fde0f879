"""What phrases name: "country sector | text | name" for each mention, in order."""

import pytest
from builders import read_by_hand

HINDI = {
    "country": ("रूस/PROPN ने/ADP कहा/VERB", ["RUS GOV रूस"]),
    "body-of-country": ("जापान/PROPN के/ADP विदेश/NOUN मंत्रालय/NOUN ने/ADP कहा/VERB", ["JPN GOV जापान के विदेश मंत्रालय"]),
    "president-with-name": (
        "रूस/PROPN के/ADP राष्ट्रपति/NOUN व्लादिमीर/PROPN पुतिन/PROPN ने/ADP कहा/VERB",
        ["RUS GOV रूस के राष्ट्रपति व्लादिमीर पुतिन"],
    ),
    "adjective-and-name-unknown": (
        "ईरानी/ADJ विदेश/NOUN मंत्री/NOUN फरहाद/PROPN नवीदी/PROPN पहुंचे/VERB",
        ["IRN GOV ईरानी विदेश मंत्री फरहाद नवीदी"],
    ),
    "spokesman-of-department": (
        "अमेरिकी/ADJ विदेश/NOUN विभाग/NOUN के/ADP प्रवक्ता/NOUN जॉन/PROPN मिलर/PROPN ने/ADP कहा/VERB",
        ["USA GOV अमेरिकी विदेश विभाग के प्रवक्ता जॉन मिलर"],
    ),
    "deputy-envoy": (
        "पाकिस्तान/PROPN के/ADP उप/ADJ उच्चायुक्त/NOUN जमील/PROPN अख्तर/PROPN को/ADP बुलाया/VERB",
        ["PAK GOV पाकिस्तान के उप उच्चायुक्त जमील अख्तर"],
    ),
    "envoy-acts-for-sender": (
        "भारत/PROPN में/ADP रूस/PROPN के/ADP राजदूत/NOUN ने/ADP कहा/VERB",
        ["RUS GOV भारत में रूस के राजदूत"],
    ),
    "army": ("भारतीय/ADJ सेना/NOUN ने/ADP कहा/VERB", ["IND MIL भारतीय सेना"]),
    "spokesman-of-army": ("भारतीय/ADJ सेना/NOUN के/ADP प्रवक्ता/NOUN ने/ADP कहा/VERB", ["IND MIL भारतीय सेना के प्रवक्ता"]),
    "counted-diplomats": ("60/NUM रूसी/ADJ राजनयिकों/NOUN को/ADP निकाला/VERB", ["RUS GOV 60 रूसी राजनयिकों"]),
    "counted-in-hindi-digits": ("१२/NUM रूसी/ADJ राजनयिकों/NOUN को/ADP निकाला/VERB", ["RUS GOV १२ रूसी राजनयिकों"]),
    "citizens": ("चीनी/ADJ नागरिकों/NOUN को/ADP रोका/VERB", ["CHN CVL चीनी नागरिकों"]),
    "terrorists": ("पाकिस्तानी/ADJ आतंकवादियों/NOUN ने/ADP कहा/VERB", ["PAK REB पाकिस्तानी आतंकवादियों"]),
    "bare-terrorists": ("आतंकवादियों/NOUN ने/ADP गोली/NOUN चलाई/VERB", [" REB आतंकवादियों"]),
    "former-president": (
        "फ्रांस/PROPN के/ADP पूर्व/ADJ राष्ट्रपति/NOUN ने/ADP कहा/VERB",
        ["FRA ELI फ्रांस के पूर्व राष्ट्रपति"],
    ),
    "coordinated-countries": ("नेपाल/PROPN और/CCONJ भूटान/PROPN मिले/VERB", ["NPL GOV नेपाल", "BTN GOV भूटान"]),
    "hyphenated-countries": ("भारत~/PROPN -~/PUNCT चीन/PROPN वार्ता/NOUN", ["IND GOV भारत", "CHN GOV चीन"]),
    "countries-side-by-side": ("अमेरिका/PROPN ईरान/PROPN से/ADP नाराज/ADJ है/AUX", ["USA GOV अमेरिका", "IRN GOV ईरान"]),
    "adjective-alone": ("चीनी/ADJ सामान/NOUN बिका/VERB", ["CHN GOV चीनी"]),
    "adjectives-share-their-noun": (
        "भारतीय/ADJ और/CCONJ चीनी/ADJ सैनिकों/NOUN ने/ADP कहा/VERB",
        ["IND MIL भारतीय", "CHN MIL चीनी सैनिकों"],
    ),
    "person-of-a-country": (
        "नेपाल/PROPN के/ADP राम/PROPN/_/_/_/PER वर्मा/PROPN/_/_/_/PER ने/ADP कहा/VERB",
        ["NPL GOV नेपाल के राम वर्मा"],
    ),
    "nukta-as-one": ("फ़्रांस/PROPN ने/ADP कहा/VERB", ["FRA GOV फ़्रांस"]),
    "nukta-as-two": ("फ़्रांस/PROPN ने/ADP कहा/VERB", ["FRA GOV फ़्रांस"]),
    "two-scripts": (
        "चीन/PROPN के/ADP विदेश/NOUN मंत्री/NOUN Wang/PROPN Lei/PROPN ने/ADP कहा/VERB",
        ["CHN GOV चीन के विदेश मंत्री Wang Lei"],
    ),
    "government-of-person": ("मोदी/PROPN सरकार/NOUN ने/ADP कहा/VERB", ["IND GOV मोदी सरकार"]),
    "sugar-is-no-country": ("चीनी/ADJ की/ADP कीमत/NOUN बढ़ी/VERB", []),
    "gate-is-no-country": ("इंडिया/PROPN गेट/PROPN पर/ADP धूप/NOUN थी/VERB", []),
    "scheme-is-no-minister": ("प्रधानमंत्री/NOUN फसल/NOUN बीमा/NOUN योजना/NOUN में/ADP पैसा/NOUN मिला/VERB", []),
    "cup-is-no-country": ("भारत/PROPN कप/NOUN जीता/VERB", []),
    "agency-is-no-actor": ("रॉयटर/PROPN के/ADP अनुसार/ADP", []),
    "embassy": ("अमेरिकी/ADJ दूतावास/NOUN पर/ADP हमला/NOUN", ["USA GOV अमेरिकी दूतावास"]),
    "mosque-in-town": ("पेशावर/PROPN मस्जिद/NOUN पर/ADP हमला/NOUN", ["PAK CVL पेशावर मस्जिद"]),
    "filler-before-office": (
        "रूस/PROPN के/ADP डिजिटल/ADJ विकास/NOUN मंत्री/NOUN ने/ADP कहा/VERB",
        ["RUS GOV रूस के डिजिटल विकास मंत्री"],
    ),
    "organisation": ("संयुक्त/ADJ राष्ट्र/NOUN ने/ADP कहा/VERB", ["IGO  संयुक्त राष्ट्र"]),
    "chief-of-organisation": (
        "संयुक्त/ADJ राष्ट्र/NOUN के/ADP महासचिव/NOUN ने/ADP कहा/VERB",
        ["IGO  संयुक्त राष्ट्र के महासचिव"],
    ),
    "envoy-at-organisation": (
        "संयुक्त/ADJ राष्ट्र/NOUN में/ADP भारत/PROPN के/ADP राजदूत/NOUN ने/ADP कहा/VERB",
        ["IND GOV संयुक्त राष्ट्र में भारत के राजदूत"],
    ),
    "armed-group": ("तालिबान/PROPN ने/ADP कहा/VERB", ["AFG GOV तालिबान"]),
    "people-of-armed-group": (
        "बोको/PROPN हराम/PROPN के/ADP बंदूकधारियों/NOUN ने/ADP कहा/VERB",
        ["NGA REB बोको हराम के बंदूकधारियों"],
    ),
    "unrecognised-entity": ("अबखाजिया/PROPN ने/ADP कहा/VERB", ["GEO PRE अबखाजिया"]),
    "unrecognised-entity's-minister": (
        "अबखाजिया/PROPN के/ADP विदेश/NOUN मंत्री/NOUN ने/ADP कहा/VERB",
        ["GEO PRE अबखाजिया के विदेश मंत्री"],
    ),
    "states-counted": ("26/NUM देशों/NOUN ने/ADP कहा/VERB", [" GOV 26 देशों"]),
    "abbreviation-in-brackets": (
        (
            "नेपाल/PROPN के/ADP सेना/NOUN प्रमुख/NOUN (/PUNCT सीओएएस/PROPN )/PUNCT "
            "जनरल/NOUN राम/PROPN थापा/PROPN ने/ADP कहा/VERB"
        ),
        ["NPL MIL नेपाल के सेना प्रमुख ( सीओएएस) जनरल राम थापा"],
    ),
    "owner-not-in-any-list": ("ज़मुंडा/PROPN के/ADP विदेश/NOUN मंत्री/NOUN ने/ADP कहा/VERB", [" GOV ज़मुंडा के विदेश मंत्री"]),
    "home-office": ("विदेश/NOUN मंत्रालय/NOUN ने/ADP कहा/VERB", ["IND GOV विदेश मंत्रालय"]),
    "office-of-default-country": ("विदेश/NOUN विभाग/NOUN ने/ADP कहा/VERB", ["USA GOV विदेश विभाग"]),
}
ENGLISH = {
    "country": ("Russia/PROPN said/VERB", ["RUS GOV Russia"]),
    "a-prefix-and-its-hyphen-open": (
        "Ex~/X -~/PUNCT spy/NOUN Juma/PROPN Odera/PROPN of/ADP Uganda/PROPN spoke/VERB",
        ["UGA ELI Ex-spy Juma Odera of Uganda"],
    ),
    "adjective-office-name": (
        "Russian/ADJ President/PROPN Vladimir/PROPN Putin/PROPN spoke/VERB",
        ["RUS GOV Russian President Vladimir Putin"],
    ),
    "of-complement": (
        "Foreign/PROPN Minister/PROPN Maria/PROPN Lopez/PROPN of/ADP Spain/PROPN spoke/VERB",
        ["ESP GOV Foreign Minister Maria Lopez of Spain"],
    ),
    "president-of": ("the/DET president/NOUN of/ADP France/PROPN spoke/VERB", ["FRA GOV president of France"]),
    "spokesperson-for": (
        "A/DET spokesperson/NOUN for/ADP the/DET US/PROPN State/PROPN Department/PROPN spoke/VERB",
        ["USA GOV spokesperson for the US State Department"],
    ),
    "possessive": (
        "China~/PROPN 's/PART defence/NOUN ministry/NOUN spoke/VERB",
        ["CHN GOV China's defence ministry"],
    ),
    "possessive-chain-and-name": (
        "the/DET Chinese/ADJ defence/NOUN ministry~/NOUN 's/PART spokesman/NOUN Wu/PROPN Lei/PROPN spoke/VERB",
        ["CHN GOV Chinese defence ministry's spokesman Wu Lei"],
    ),
    "envoy-acts-for-sender": (
        "the/DET Indian/ADJ ambassador/NOUN to/ADP Russia/PROPN spoke/VERB",
        ["IND GOV Indian ambassador to Russia"],
    ),
    "name-before-office": (
        "Ann/PROPN Hill/PROPN ,/PUNCT spokeswoman/NOUN for/ADP the/DET State/PROPN Department/PROPN ,/PUNCT spoke/VERB",
        ["USA GOV Ann Hill, spokeswoman for the State Department"],
    ),
    "office-before-name": (
        "Russia~/PROPN 's/PART foreign/ADJ minister/NOUN ,/PUNCT Ivan/PROPN Petrov/PROPN ,/PUNCT spoke/VERB",
        ["RUS GOV Russia's foreign minister, Ivan Petrov"],
    ),
    "army": ("the/DET Pakistan/PROPN Army/PROPN fired/VERB", ["PAK MIL Pakistan Army"]),
    "counted-diplomats": ("60/NUM Russian/ADJ diplomats/NOUN left/VERB", ["RUS GOV 60 Russian diplomats"]),
    "former-president": (
        "former/ADJ French/ADJ president/NOUN Jean/PROPN Petit/PROPN spoke/VERB",
        ["FRA ELI former French president Jean Petit"],
    ),
    "coordinated": ("India/PROPN and/CCONJ China/PROPN met/VERB", ["IND GOV India", "CHN GOV China"]),
    "adjective-alone": ("Chinese/ADJ goods/NOUN sold/VERB", ["CHN GOV Chinese"]),
    "civilians": ("three/NUM civilians/NOUN died/VERB", [" CVL three civilians"]),
    "herald-is-no-country": ("the/DET New/PROPN Zealand/PROPN Herald/PROPN wrote/VERB", []),
    "bank-is-no-country": ("the/DET Bank/PROPN of/ADP India/PROPN lent/VERB", []),
    "today-is-no-name": ("Russia/PROPN today/NOUN accused/VERB Ukraine/PROPN", ["RUS GOV Russia", "UKR GOV Ukraine"]),
    "agency-is-no-actor": ("Reuters/PROPN wrote/VERB", []),
    "embassy": ("the/DET US/PROPN embassy/NOUN closed/VERB", ["USA GOV US embassy"]),
    "inhabitants-taken-for-a-verb": ("Brazilians/VERB protested/VERB", ["BRA GOV Brazilians"]),
    "king-goes-by-given-names": (
        "President/PROPN Juan/PROPN Carlos/PROPN Ruiz/PROPN spoke/VERB",
        [" GOV President Juan Carlos Ruiz"],
    ),
    "hyphen-in-given-name": (
        "Taiwan~/PROPN 's/PART Tseng/PROPN/_/_/_/PER Hou~/PROPN/_/_/_/PER -~/PUNCT jen/NOUN spoke/VERB",
        ["TWN GOV Taiwan's Tseng Hou-jen"],
    ),
    "ministry-home-unknown": ("the/DET foreign/ADJ ministry/NOUN spoke/VERB", [" GOV foreign ministry"]),
    "foreign-bodies-of-no-country": ("foreign/ADJ aid/NOUN groups/NOUN fled/VERB", ["NGO  foreign aid groups"]),
    "for-a-country": ("pro~/ADJ -~/PUNCT Russian/ADJ rebels/NOUN fled/VERB", [" REB rebels"]),
    "kept-by-a-country": ("Iran~/PROPN -~/PUNCT backed/VERB militants/NOUN fled/VERB", [" REB militants"]),
    "adjective-of-a-region": ("Chechen/ADJ soldiers/NOUN fled/VERB", ["RUS MIL Chechen soldiers"]),
    "university-of-a-town": (
        "students/NOUN of/ADP the/DET University/PROPN of/ADP Nairobi/PROPN marched/VERB",
        ["KEN EDU students of the University of Nairobi"],
    ),
}


def summary(lang: str, table: str, published: str = "") -> list[str]:
    _, mentions = read_by_hand(lang, table, published)
    return [f"{side.country} {side.sector} {side.text}" for mention in mentions.actors for side in mention.parties]


@pytest.mark.parametrize(("table", "expected"), HINDI.values(), ids=HINDI)
def test_hindi_phrases_name_their_party(table: str, expected: list[str]) -> None:
    assert summary("hi", table) == expected


@pytest.mark.parametrize(("table", "expected"), ENGLISH.values(), ids=ENGLISH)
def test_english_phrases_name_their_party(table: str, expected: list[str]) -> None:
    assert summary("en", table) == expected


@pytest.mark.parametrize(
    ("day", "sector"),
    [("2001-03-01", "GOV"), ("2019-03-01", "REB"), ("2023-03-01", "GOV")],
    ids=["first rule", "insurgency", "second rule"],
)
def test_an_armed_group_in_power_is_a_government(day: str, sector: str) -> None:
    assert summary("hi", "तालिबान/PROPN ने/ADP कहा/VERB", day) == [f"AFG {sector} तालिबान"]


def test_a_party_keeps_name_and_office_apart() -> None:
    _, mentions = read_by_hand("hi", "रूस/PROPN के/ADP राष्ट्रपति/NOUN व्लादिमीर/PROPN पुतिन/PROPN ने/ADP कहा/VERB")
    (side,) = mentions.actors[0].parties
    assert (side.office, side.name) == ("रूस के राष्ट्रपति", "व्लादिमीर पुतिन")


def test_evidence_gives_offsets_into_the_text() -> None:
    doc, mentions = read_by_hand("hi", "कल/NOUN रूस/PROPN ने/ADP कहा/VERB ।/PUNCT\nचीन/PROPN माना/VERB ।/PUNCT")
    where = mentions.actors[1].parties[0].evidence
    assert where is not None
    assert doc.text[slice(*where.span)] == "चीन" == where.quote
    assert doc.text[slice(*where.sentence)] == "चीन माना।"


def test_recognising_twice_gives_the_same() -> None:
    table = "India/PROPN and/CCONJ China/PROPN met/VERB"
    assert read_by_hand("en", table)[1] == read_by_hand("en", table)[1]
