"""Where: "text country" of each place, in order."""

import pytest
from builders import read_by_hand

PLACES = {
    "hi-country-in": ("hi", "वार्ता/NOUN जापान/PROPN में/ADP हुई/VERB", ["जापान JPN"]),
    "hi-capital-in": ("hi", "वार्ता/NOUN टोक्यो/PROPN में/ADP हुई/VERB", ["टोक्यो JPN"]),
    "hi-list-with-one-marker": (
        "hi",
        "वार्ता/NOUN जापान/PROPN और/CCONJ चीन/PROPN में/ADP हुई/VERB",
        ["जापान JPN", "चीन CHN"],
    ),
    "hi-country-as-party": ("hi", "जापान/PROPN ने/ADP कहा/VERB", []),
    "hi-town-of-a-building": ("hi", "पेशावर/PROPN मस्जिद/NOUN पर/ADP हमला/NOUN", ["पेशावर PAK"]),
    "hi-dateline": (
        "hi",
        "टोक्यो/PROPN ,/PUNCT 3/NUM मई/PROPN (/PUNCT एएफपी/PROPN )/PUNCT चीन/PROPN बोला/VERB",
        ["टोक्यो JPN"],
    ),
    "hi-dateline-danda": ("hi", "टोक्यो/PROPN ।/PUNCT चीन/PROPN बोला/VERB", ["टोक्यो JPN"]),
    "hi-dateline-digits": ("hi", "टोक्यो/PROPN ,/PUNCT १२/NUM मई/PROPN :/PUNCT चीन/PROPN बोला/VERB", ["टोक्यो JPN"]),
    "hi-two-scripts": ("hi", "Tokyo/PROPN :/PUNCT चीन/PROPN बोला/VERB", []),
    "hi-here-by-dateline": ("hi", "टोक्यो/PROPN :/PUNCT वार्ता/NOUN यहां/PRON हुई/VERB", ["टोक्यो JPN", "यहां JPN"]),
    "hi-here-by-speaker": (
        "hi",
        "जापान/PROPN के/ADP विदेश/NOUN मंत्री/NOUN ने/ADP यहां/PRON कहा/VERB",
        ["यहां JPN"],
    ),
    "hi-here-by-a-later-here": (
        "hi",
        "वार्ता/NOUN यहाँ/PRON हुई/VERB ।/PUNCT\nजापान/PROPN के/ADP विदेश/NOUN मंत्री/NOUN ने/ADP यहां/PRON कहा/VERB",
        ["यहाँ JPN", "यहां JPN"],
    ),
    "hi-no-dateline-in-a-compound": ("hi", "भारत~/PROPN -~/PUNCT चीन/PROPN वार्ता/NOUN", []),
    "hi-dateline-of-a-reporter": (
        "hi",
        "संवाददाता/NOUN ,/PUNCT टोक्यो/PROPN ।/PUNCT यहां/PRON वार्ता/NOUN हुई/VERB",
        ["टोक्यो JPN", "यहां JPN"],
    ),
    "hi-dateline-with-a-date-alone": (
        "hi",
        "टोक्यो/PROPN ,/PUNCT 3/NUM मई/PROPN ।/PUNCT चीन/PROPN बोला/VERB",
        ["टोक्यो JPN"],
    ),
    "hi-dateline-of-the-united-nations": (
        "hi",
        "संयुक्त/PROPN राष्ट्र/PROPN ,/PUNCT 3/NUM मई/PROPN (/PUNCT भाषा/PROPN )/PUNCT चीन/PROPN यहां/PRON बोला/VERB",
        ["संयुक्त राष्ट्र USA", "यहां USA"],
    ),
    "hi-no-dateline-of-several": ("hi", "चीन/PROPN ,/PUNCT जापान/PROPN ने/ADP कहा/VERB ।/PUNCT", []),
    "hi-here-by-the-place-before-the-speaker": (
        "hi",
        "वे/PRON वियतनाम/PROPN में/ADP हैं/VERB ।/PUNCT\nजापान/PROPN के/ADP विदेश/NOUN मंत्री/NOUN ने/ADP यहां/PRON कहा/VERB",
        ["वियतनाम VNM", "यहां VNM"],
    ),
    "hi-here-of-its-owner": (
        "hi",
        "वियतनाम/PROPN में/ADP चीन/PROPN ने/ADP अपने/PRON यहां/PRON कहा/VERB",
        ["वियतनाम VNM", "यहां CHN"],
    ),
    "hi-here-by-the-place-before": (
        "hi",
        "वे/PRON वियतनाम/PROPN में/ADP हैं/VERB ।/PUNCT\nयहां/PRON से/ADP वे/PRON लौटेंगे/VERB",
        ["वियतनाम VNM", "यहां VNM"],
    ),
    "hi-what-stands-in-a-capital": (
        "hi",
        "काबुल/PROPN के/ADP एक/NUM होटल/NOUN में/ADP धमाका/NOUN हुआ/VERB",
        ["काबुल AFG"],
    ),
    "hi-who-is-of-a-capital": ("hi", "काबुल/PROPN के/ADP लोग/NOUN होटल/NOUN में/ADP हैं/VERB", []),
    "hi-blow-at-a-capital": ("hi", "काबुल/PROPN हमले/NOUN की/ADP निंदा/NOUN", ["काबुल AFG"]),
    "hi-capital-of-an-adjective": ("hi", "अफगान/ADJ राजधानी/NOUN में/ADP धमाका/NOUN", ["अफगान AFG"]),
    "hi-dateline-without-a-stop": (
        "hi",
        "टोक्यो/PROPN ,/PUNCT 3/NUM मई/PROPN चीन/PROPN यहां/PRON बोला/VERB",
        ["टोक्यो JPN", "यहां JPN"],
    ),
    "en-part-of-a-capital": (
        "en",
        "Shells/NOUN hit/VERB Kabul~/PROPN 's/PART diplomatic/ADJ quarter/NOUN",
        ["Kabul AFG"],
    ),
    "en-outskirts": ("en", "Shells/NOUN fell/VERB on/ADP the/DET outskirts/NOUN of/ADP Kabul/PROPN", ["Kabul AFG"]),
    "en-quarter-of-a-country": ("en", "Fighting/NOUN in/ADP northern/ADJ Syria/PROPN", ["Syria SYR"]),
    "en-capital-struck": ("en", "Missiles/NOUN struck/VERB/_/_/strike Kyiv/PROPN", ["Kyiv UKR"]),
    "en-capital-as-party": ("en", "Missiles/NOUN worry/VERB Kyiv/PROPN", []),
    "en-capital-of-an-adjective": ("en", "Police/NOUN in/ADP the/DET Afghan/ADJ capital/NOUN", ["Afghan AFG"]),
    "hi-journey": ("hi", "वे/PRON नेपाल/PROPN की/ADP यात्रा/NOUN पर/ADP हैं/VERB", ["नेपाल NPL"]),
    "hi-journey-described": ("hi", "वे/PRON नेपाल/PROPN के/ADP दो/NUM दिवसीय/ADJ दौरे/NOUN पर/ADP", ["नेपाल NPL"]),
    "hi-arrival": ("hi", "वे/PRON काठमांडू/PROPN पहुंचे/VERB/_/_/पहुंचना", ["काठमांडू NPL"]),
    "hi-ground-of-a-country": ("hi", "नेपाल/PROPN की/ADP सीमा/NOUN पर/ADP झड़प/NOUN", ["नेपाल NPL"]),
    "hi-court-of-a-capital": ("hi", "काठमांडू/PROPN की/ADP अदालत/NOUN ने/ADP कहा/VERB", ["काठमांडू NPL"]),
    "hi-government-of-a-capital": ("hi", "काठमांडू/PROPN ने/ADP कहा/VERB", []),
    "en-arrival": ("en", "they/PRON visited/VERB/_/_/visit Kathmandu/PROPN", ["Kathmandu NPL"]),
    "en-journey-to": ("en", "a/DET trip/NOUN to/ADP Nepal/PROPN", ["Nepal NPL"]),
    "en-here-in": ("en", "talks/NOUN here/ADV in/ADP Beijing/PROPN", ["here CHN", "Beijing CHN"]),
    "en-dateline-of-the-united-nations": (
        "en",
        "UNITED/PROPN NATIONS/PROPN (/PUNCT AP/PROPN )/PUNCT —/PUNCT China/PROPN spoke/VERB here/ADV",
        ["UNITED NATIONS USA", "here USA"],
    ),
    "en-country-in": ("en", "talks/NOUN in/ADP Japan/PROPN ended/VERB", ["Japan JPN"]),
    "en-in-the": ("en", "talks/NOUN in/ADP the/DET Netherlands/PROPN ended/VERB", ["Netherlands NLD"]),
    "en-list-with-one-marker": (
        "en",
        "talks/NOUN in/ADP Japan/PROPN and/CCONJ China/PROPN",
        ["Japan JPN", "China CHN"],
    ),
    "en-headline-speaker": ("en", "Japan/PROPN :/PUNCT we/PRON agree/VERB", []),
    "en-dateline": ("en", "TOKYO/PROPN :/PUNCT China/PROPN spoke/VERB", ["TOKYO JPN"]),
    "en-dateline-dash": ("en", "TOKYO/PROPN ,/PUNCT May/PROPN 3/NUM —/PUNCT China/PROPN spoke/VERB", ["TOKYO JPN"]),
    "en-here-by-dateline": ("en", "TOKYO/PROPN :/PUNCT talks/NOUN began/VERB here/ADV", ["TOKYO JPN", "here JPN"]),
    "en-country-as-party": ("en", "Japan/PROPN agreed/VERB", []),
}


@pytest.mark.parametrize(("lang", "table", "expected"), PLACES.values(), ids=PLACES)
def test_places(lang: str, table: str, expected: list[str]) -> None:
    _, mentions = read_by_hand(lang, table)
    assert [f"{found.place.text} {found.place.country}".strip() for found in mentions.places] == expected


def test_a_dateline_is_no_actor() -> None:
    _, mentions = read_by_hand("en", "TOKYO/PROPN :/PUNCT China/PROPN spoke/VERB")
    assert [side.country for found in mentions.actors for side in found.parties] == ["CHN"]


def test_a_country_in_which_things_happen_is_a_weak_actor() -> None:
    _, mentions = read_by_hand("hi", "रूस/PROPN ने/ADP जापान/PROPN में/ADP कहा/VERB")
    assert [(found.parties[0].country, found.weak) for found in mentions.actors] == [("RUS", False), ("JPN", True)]


def test_a_place_that_only_the_recogniser_knows_has_no_country() -> None:
    _, mentions = read_by_hand("hi", "ज़मुंडा/PROPN/_/_/_/LOC में/ADP वार्ता/NOUN हुई/VERB")
    assert [(found.place.text, found.place.country) for found in mentions.places] == [("ज़मुंडा", "")]
