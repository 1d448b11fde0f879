"""Whose the people and bodies of a phrase are, and where one phrase ends: "country | text" of each mention."""

import pytest
from builders import read_by_hand

from vaarta.doc import ActorMention

PHRASES = {
    "relatives-in-a-row": (
        "माल्टा/PROPN/3/nmod की/ADP/1/case मां/NOUN/6/nsubj और/CCONJ/5/cc पत्नी/NOUN/3/conj मिलीं/VERB/0/ROOT",
        ["MLT | माल्टा की मां", "MLT | पत्नी"],
    ),
    "judge-of-the-court-told-before": (
        "माल्टा/PROPN की/ADP अदालत/NOUN से/ADP भारतीय/ADJ कारोबारी/NOUN और/CCONJ मजिस्ट्रेट/NOUN आए/VERB",
        ["MLT | माल्टा की अदालत", "IND | भारतीय कारोबारी", "MLT | मजिस्ट्रेट"],
    ),
    "title-before-an-office": (
        "केन्या/PROPN के/ADP दिवंगत/ADJ नेता/NOUN जूमा/PROPN ओडेरा/PROPN को/ADP याद/NOUN किया/VERB",
        ["KEN | केन्या के दिवंगत नेता जूमा ओडेरा"],
    ),
    "short-name-in-brackets-before-what-it-owns": (
        "अफ्रीकी/ADJ संघ/NOUN (/PUNCT एयू/PROPN )/PUNCT के/ADP विदेश/NOUN मंत्रियों/NOUN ने/ADP कहा/VERB",
        ["IGO | अफ्रीकी संघ ( एयू) के विदेश मंत्रियों"],
    ),
    "name-in-brackets-owns-nothing": (
        "अफ्रीकी/ADJ संघ/NOUN (/PUNCT एयू/PROPN )/PUNCT से/ADP विदेश/NOUN मंत्री/NOUN ने/ADP कहा/VERB",
        ["IGO | अफ्रीकी संघ", "IND | विदेश मंत्री"],
    ),
    "community-abroad-is-of-its-adjective": (
        "नैरोबी/PROPN में/ADP भारतीय/ADJ समुदाय/NOUN के/ADP लोगों/NOUN को/ADP बुलाया/VERB",
        ["KEN | नैरोबी", "IND | भारतीय समुदाय के लोगों"],
    ),
    "diaspora-of-india": (
        "नैरोबी/PROPN में/ADP भारतवंशियों/NOUN से/ADP मिले/VERB",
        ["KEN | नैरोबी", "IND | भारतवंशियों"],
    ),
    "marker-after-a-group": ("आईएस/PROPN के/ADP गढ़/NOUN पर/ADP कब्जा/NOUN हुआ/VERB", [" | आईएस"]),
    "hyphen-within-a-group": ("आईएस~/PROPN -~/PUNCT के/PROPN ने/ADP हमला/NOUN किया/VERB", ["AFG | आईएस-के"]),
    "state-against-people": (
        "केन्या/PROPN/4/nmod आतंकवादियों/NOUN/4/nmod को/ADP/2/case रोकेगा/VERB/0/ROOT",
        ["KEN | केन्या", " | आतंकवादियों"],
    ),
    "name-that-is-an-adjective-too": (
        "पाक/PROPN सैनिकों/NOUN ने/ADP कहा/VERB",
        ["PAK | पाक सैनिकों"],
    ),
    "body-of-a-state-by-its-bare-name": ("केन्या/PROPN सरकार/NOUN ने/ADP कहा/VERB", ["KEN | केन्या सरकार"]),
    "office-in-a-field": (
        "केन्या/PROPN के/ADP विदेश/NOUN मामलों/NOUN के/ADP प्रवक्ता/NOUN ने/ADP कहा/VERB",
        ["KEN | केन्या के विदेश मामलों के प्रवक्ता"],
    ),
    "victims-are-of-no-attacker": (
        "केन्या/PROPN के/ADP हमले/NOUN के/ADP पीड़ितों/NOUN ने/ADP कहा/VERB",
        ["KEN | केन्या", "KEN | पीड़ितों"],
    ),
    "meeting-of-one-with-another": (
        "केन्याई/ADJ राष्ट्रपति/NOUN की/ADP प्रधानमंत्री/NOUN नरेंद्र/PROPN मोदी/PROPN के/ADP साथ/ADP वार्ता/NOUN हुई/VERB",
        ["KEN | केन्याई राष्ट्रपति", "IND | प्रधानमंत्री नरेंद्र मोदी"],
    ),
    "leaders-of-the-world": ("विश्व/NOUN के/ADP नेताओं/NOUN ने/ADP निंदा/NOUN की/VERB", [" | विश्व के नेताओं"]),
    "chief-of-a-policy": (
        "अफ्रीकी/ADJ संघ/NOUN की/ADP विदेश/NOUN नीति/NOUN प्रमुख/NOUN मरियम/PROPN ओडेरा/PROPN ने/ADP कहा/VERB",
        ["IGO | अफ्रीकी संघ की विदेश नीति प्रमुख मरियम ओडेरा"],
    ),
    "chief-as-an-adjective": (
        "केन्या/PROPN के/ADP प्रमुख/ADJ नेता/NOUN जूमा/PROPN ओडेरा/PROPN ने/ADP कहा/VERB",
        ["KEN | केन्या के प्रमुख नेता जूमा ओडेरा"],
    ),
    "chief-of-a-command": (
        "केन्या/PROPN की/ADP तटीय/ADJ कमान/NOUN के/ADP प्रमुख/ADJ एडमिरल/NOUN जूमा/PROPN ओडेरा/PROPN ने/ADP कहा/VERB",
        ["KEN | केन्या की तटीय कमान के प्रमुख एडमिरल जूमा ओडेरा"],
    ),
    "republic-in-a-country's-name": (
        "केन्या/PROPN गणराज्य/PROPN के/ADP उपराष्ट्रपति/NOUN ने/ADP कहा/VERB",
        ["KEN | केन्या गणराज्य के उपराष्ट्रपति"],
    ),
    "mayor-of-a-town-in-no-list": (
        "ज़मुंडा/PROPN के/ADP मेयर/NOUN ने/ADP केन्या/PROPN को/ADP बताया/VERB",
        ["KEN | ज़मुंडा के मेयर", "KEN | केन्या"],
    ),
    "town-in-no-list-of-a-country": (
        (
            "चाड/PROPN ने/ADP कहा/VERB केन्या/PROPN के/ADP उत्तरी/ADJ शहर/NOUN ज़मुंडा/PROPN में/ADP "
            "तीन/NUM नागरिक/NOUN मारे/VERB गए/AUX"
        ),
        ["TCD | चाड", "KEN | केन्या", "KEN | तीन नागरिक"],
    ),
    "envoy-of-one-at-another": (
        "केन्या/PROPN के/ADP चाड/PROPN स्थित/ADP राजदूत/NOUN ने/ADP कहा/VERB",
        ["KEN | केन्या के चाड स्थित राजदूत"],
    ),
    "known-surname-after-a-misspelt-name": (
        (
            "केन्या/PROPN और/CCONJ चाड/PROPN के/ADP प्रधानमंत्री/NOUN मिले/VERB ।/PUNCT\n"
            "प्रधानमंत्री/NOUN नरेन्द्द्र/PROPN मोदी/PROPN ने/ADP कहा/VERB"
        ),
        ["KEN | केन्या", "TCD | चाड के प्रधानमंत्री", "IND | प्रधानमंत्री नरेन्द्द्र मोदी"],
    ),
    "congress-of-a-story-of-america": (
        "अमेरिकी/ADJ राष्ट्रपति/NOUN अमेरिका/PROPN में/ADP वॉशिंगटन/PROPN से/ADP बोले/VERB ।/PUNCT\nकांग्रेस/PROPN ने/ADP कहा/VERB",
        ["USA | अमेरिकी राष्ट्रपति", "USA | अमेरिका", "USA | वॉशिंगटन", "USA | कांग्रेस"],
    ),
    "congress-at-home": (
        "अमेरिका/PROPN में/ADP भारत/PROPN के/ADP लोग/NOUN हैं/AUX ।/PUNCT\nकांग्रेस/PROPN ने/ADP कहा/VERB",
        ["USA | अमेरिका", "IND | भारत के लोग", "IND | कांग्रेस"],
    ),
    "army-of-a-story-of-both-is-home's": (
        (
            "केन्याई/ADJ सेना/NOUN ने/ADP भारत/PROPN में/ADP भारतीय/ADJ चौकी/NOUN पर/ADP हमला/NOUN किया/VERB ।/PUNCT\n"
            "सेना/NOUN ने/ADP जवाब/NOUN दिया/VERB"
        ),
        ["KEN | केन्याई सेना", "IND | भारत", "IND | भारतीय चौकी", "IND | सेना"],
    ),
    "counterpart-of-a-country": (
        "भारत/PROPN ने/ADP केन्या/PROPN के/ADP अपने/PRON समकक्ष/NOUN जूमा/PROPN ओडेरा/PROPN से/ADP कहा/VERB",
        ["IND | भारत", "KEN | केन्या के अपने समकक्ष जूमा ओडेरा"],
    ),
    "bare-korea-of-a-story-of-the-northern": (
        (
            "उत्तर/PROPN कोरिया/PROPN और/CCONJ उत्तर/PROPN कोरियाई/ADJ नेता/NOUN बोले/VERB ।/PUNCT\n"
            "प्योंगयांग/PROPN और/CCONJ उत्तर/PROPN कोरिया/PROPN बोले/VERB ।/PUNCT\nकोरिया/PROPN ने/ADP कहा/VERB"
        ),
        ["PRK | उत्तर कोरिया", "PRK | उत्तर कोरियाई नेता", "PRK | प्योंगयांग", "PRK | उत्तर कोरिया", "PRK | कोरिया"],
    ),
    "virama-at-the-end": ("सुरक्षा/NOUN परिषद्/NOUN ने/ADP कहा/VERB", ["IGO | सुरक्षा परिषद्"]),
    "bare-korea-is-the-southern": (
        "कोरिया/PROPN के/ADP राष्ट्रपति/NOUN ने/ADP कहा/VERB",
        ["KOR | कोरिया के राष्ट्रपति"],
    ),
}
THERE = {
    "president-there": (
        "केन्या/PROPN की/ADP यात्रा/NOUN पर/ADP गए/VERB ।/PUNCT\nवहां/PRON के/ADP राष्ट्रपति/NOUN से/ADP मिले/VERB",
        "KEN | राष्ट्रपति",
    ),
    "home-is-not-there": (
        (
            "केन्या/PROPN में/ADP बाढ़/NOUN आई/VERB ।/PUNCT\n"
            "भारत/PROPN ने/ADP वहां/PRON की/ADP सरकार/NOUN को/ADP मदद/NOUN दी/VERB"
        ),
        "KEN | सरकार",
    ),
}
ABROAD = (
    "केन्या/PROPN ने/ADP कहा/VERB ।/PUNCT\nकेन्याई/ADJ सेना/NOUN आई/VERB ।/PUNCT\n"
    "केन्या/PROPN में/ADP चुनाव/NOUN हुए/VERB ।/PUNCT\n"
    "केन्याई/ADJ सेना/NOUN लौटी/VERB ।/PUNCT\nभारत/PROPN को/ADP नुकसान/NOUN होगा/VERB ।/PUNCT\n"
)


@pytest.mark.parametrize(("table", "expected"), PHRASES.values(), ids=PHRASES)
def test_hindi_phrases(table: str, expected: list[str]) -> None:
    assert told("hi", table) == expected


@pytest.mark.parametrize(("table", "expected"), THERE.values(), ids=THERE)
def test_what_is_there_is_of_the_place_named_last(table: str, expected: str) -> None:
    assert told("hi", table)[-1] == expected


@pytest.mark.parametrize(
    ("words", "country"),
    [
        ("संसद/NOUN ने/ADP कहा/VERB", "KEN"),
        ("विदेश/NOUN मंत्रालय/NOUN ने/ADP कहा/VERB", "IND"),
        ("केंद्र/NOUN ने/ADP कहा/VERB", "IND"),
        ("योग/NOUN केंद्र/NOUN ने/ADP कहा/VERB", "KEN"),
    ],
    ids=[
        "parliament-of-the-story's-country",
        "foreign-ministry-of-the-reader's",
        "centre-is-the-reader's-government",
        "centre-of-something-is-none",
    ],
)
def test_a_story_that_mentions_home_in_passing_is_abroad(words: str, country: str) -> None:
    assert told("hi", ABROAD + words)[-1].startswith(country)


def test_who_falls_for_home_is_home_s() -> None:
    table = (
        "भारत/PROPN/4/nsubj ने/ADP/1/case जवाब/NOUN/4/compound:lvc दिया/VERB/0/ROOT ।/PUNCT/4/punct\n"
        "केन्याई/ADJ/2/amod सेना/NOUN/4/nmod की/ADP/2/case गोलीबारी/NOUN/9/obl में/ADP/4/case एक/NUM/7/nummod "
        "जवान/NOUN/9/nsubj शहीद/ADJ/9/compound:lvc हुआ/VERB/0/ROOT"
    )
    assert told("hi", table)[-1] == "IND | एक जवान"


SAYING = (
    "केन्या/PROPN/2/nmod सरकार/NOUN/3/nsubj बोली/VERB/0/ROOT ।/PUNCT/3/punct\n"
    "{who}/PROPN/2/nsubj बोला/VERB/0/ROOT कि/SCONJ/5/mark सरकार/NOUN/5/nsubj मानेगी/VERB/2/ccomp"
)


@pytest.mark.parametrize(("who", "country"), [("चाड", "TCD"), ("बच्चा", "KEN")], ids=["a-state", "nobody-s"])
def test_the_government_that_a_state_speaks_of_is_its_own(who: str, country: str) -> None:
    assert told("hi", SAYING.format(who=who))[-1] == f"{country} | सरकार"


TREATY = "भारत/PROPN/5/nsubj ने/ADP/1/case नैरोबी/PROPN/4/nmod समझौता/NOUN/5/obj माना/VERB/0/ROOT"


def test_a_town_that_names_a_treaty_is_no_party() -> None:
    assert told("hi", TREATY) == ["IND | भारत"]


def test_a_capital_in_a_story_of_its_country_is_its_government() -> None:
    story = "केन्या/PROPN/2/nsubj बोला/VERB/0/ROOT ।/PUNCT/2/punct\n" + TREATY
    assert told("hi", story) == ["KEN | केन्या", "IND | भारत", "KEN | नैरोबी"]


def test_a_treaty_of_a_town_in_english() -> None:
    table = "Spain/PROPN/2/nsubj left/VERB/0/ROOT the/DET/5/det Nairobi/PROPN/5/compound Agreement/PROPN/2/obj"
    assert told("en", table) == ["ESP | Spain"]


def test_a_dispute_s_name_is_no_place_of_the_government() -> None:
    table = (
        "भारत/PROPN/2/nsubj बोला/VERB/0/ROOT ।/PUNCT/2/punct\n"
        "कंधार/PROPN/2/nmod विवाद/NOUN/5/obl पर/ADP/2/case सरकार/NOUN/5/nsubj बोली/VERB/0/ROOT"
    )
    assert told("hi", table)[-1] == "IND | सरकार"


def test_world_leaders_are_no_country_s_in_english() -> None:
    assert told("en", "World/NOUN leaders/NOUN praised/VERB Kenya/PROPN") == [" | World leaders", "KEN | Kenya"]


def test_the_prime_minister_met_under_another_office_s_name_goes_on() -> None:
    table = (
        "प्रधानमंत्री/NOUN/4/nsubj नरेंद्र/PROPN/1/flat मोदी/PROPN/1/flat आए/VERB/0/ROOT ।/PUNCT/4/punct\n"
        "पीएम/NOUN/2/compound मोदी/PROPN/4/nsubj ने/ADP/2/case कहा/VERB/0/ROOT ।/PUNCT/4/punct\n"
        "पीएम/NOUN/2/compound मोदी/PROPN/4/nsubj ने/ADP/2/case बताया/VERB/0/ROOT ।/PUNCT/4/punct\n"
        "केन्या/PROPN/3/nmod के/ADP/1/case प्रधानमंत्री/NOUN/7/nsubj ने/ADP/3/case उनसे/PRON/7/obl बात/NOUN/7/compound:lvc "
        "की/VERB/0/ROOT ।/PUNCT/7/punct\nपीएम/NOUN/3/nsubj ने/ADP/1/case कहा/VERB/0/ROOT"
    )
    assert told("hi", table)[-1].startswith("IND")


REGIONS = {
    "ministers-of-a-region": (
        "hi",
        "पश्चिम/NOUN अफ्रीकी/ADJ मंत्रियों/NOUN ने/ADP केन्या/PROPN को/ADP बताया/VERB",
        [" | पश्चिम अफ्रीकी मंत्रियों", "KEN | केन्या"],
    ),
    "states-of-a-region": ("hi", "बाल्टिक/ADJ देशों/NOUN ने/ADP कहा/VERB", [" | बाल्टिक देशों"]),
    "leaders-of-a-continent": (
        "hi",
        "अफ्रीका/PROPN के/ADP नेताओं/NOUN ने/ADP केन्या/PROPN से/ADP कहा/VERB",
        [" | अफ्रीका के नेताओं", "KEN | केन्या"],
    ),
    "states-of-a-continent": ("hi", "यूरोप/PROPN के/ADP देशों/NOUN ने/ADP कहा/VERB", [" | यूरोप के देशों"]),
    "some-of-many": (
        "hi",
        "केन्या/PROPN के/ADP सबसे/ADV बड़े/ADJ बैंकों/NOUN में/ADP से/ADP एक/NUM ने/ADP कहा/VERB",
        ["KEN | केन्या के सबसे बड़े बैंकों में से एक"],
    ),
    "camp-of-those-most-wanted": (
        "hi",
        "जैश/PROPN का/ADP सबसे/ADV बड़ा/ADJ आतंकी/ADJ/6/amod शिविर/NOUN/0/ROOT",
        ["PAK | जैश", " | बड़ा आतंकी"],
    ),
    "two-regions": (
        "en",
        "North/PROPN African/ADJ and/CCONJ Gulf/PROPN officials/NOUN left/VERB Kenya/PROPN",
        [" | North African and Gulf officials", "KEN | Kenya"],
    ),
    "western-diplomat": (
        "en",
        "A/DET Western/ADJ diplomat/NOUN left/VERB Kenya/PROPN",
        [" | Western diplomat", "KEN | Kenya"],
    ),
    "command-of-a-part": (
        "hi",
        "भारत/PROPN बोला/VERB ।/PUNCT\nपश्चिमी/ADJ कमान/NOUN ने/ADP कहा/VERB",
        ["IND | भारत", "IND | पश्चिमी कमान"],
    ),
    "superlative": (
        "en",
        "Kenya/PROPN 's/PART most/ADV powerful/ADJ union/NOUN struck/VERB",
        ["KEN | Kenya 's most powerful union"],
    ),
}


@pytest.mark.parametrize(("lang", "table", "expected"), REGIONS.values(), ids=REGIONS)
def test_those_of_a_part_of_the_world_are_of_no_country(lang: str, table: str, expected: list[str]) -> None:
    assert told(lang, table) == expected


def told(lang: str, table: str) -> list[str]:
    """Each mention as country and words."""
    doc, found = read_by_hand(lang, table)

    def countries(mention: ActorMention) -> str:
        return "+".join(side.country for side in mention.parties)

    return [f"{countries(mention)} | {doc[mention.start : mention.end].text}" for mention in found.actors]
