"""Which of several places of one name is meant, and what decided: "text country why" of each place, in order."""

import pytest
from builders import read_by_hand

MEANT = {
    "hi-only": ("hi", "पेशावर/PROPN में/ADP हमला/NOUN", ["पेशावर PAK only"]),
    "hi-home": ("hi", "हैदराबाद/PROPN में/ADP बैठक/NOUN", ["हैदराबाद IND home"]),
    "hi-enclosed-by-its-country": (
        "hi",
        "पाकिस्तान/PROPN के/ADP हैदराबाद/PROPN में/ADP बैठक/NOUN",
        ["हैदराबाद PAK enclosing"],
    ),
    "hi-enclosed-by-its-province": (
        "hi",
        "सिंध/PROPN के/ADP हैदराबाद/PROPN में/ADP बैठक/NOUN",
        ["सिंध PAK only", "हैदराबाद PAK enclosing"],
    ),
    "hi-state-of-a-country's-name": (
        "hi",
        "अमेरिका/PROPN के/ADP जॉर्जिया/PROPN प्रांत/NOUN में/ADP रैली/NOUN",
        ["जॉर्जिया प्रांत USA only"],
    ),
    "hi-capital-or-town": (
        "hi",
        "लेबनान/PROPN के/ADP त्रिपोली/PROPN शहर/NOUN में/ADP झड़प/NOUN",
        ["त्रिपोली LBN enclosing"],
    ),
    "hi-one-that-the-gazetteer-lacks": ("hi", "नौशेरा/PROPN में/ADP झड़प/NOUN", ["नौशेरा IND home"]),
    "hi-its-namesake-abroad": (
        "hi",
        "पाकिस्तान/PROPN के/ADP नौशेरा/PROPN में/ADP झड़प/NOUN",
        ["नौशेरा PAK enclosing"],
    ),
    "hi-other-vowels": ("hi", "हरियाणा/PROPN के/ADP पंचकुला/PROPN में/ADP", ["हरियाणा IND only", "पंचकुला IND only"]),
    "hi-nukta": ("hi", "क़ंधार/PROPN में/ADP हमला/NOUN", ["क़ंधार AFG only"]),
    "en-by-the-sentence": (
        "en",
        "Pakistani/ADJ police/NOUN in/ADP Hyderabad/PROPN",
        ["Hyderabad PAK sentence"],
    ),
    "en-greatest": ("en", "police/NOUN in/ADP Birmingham/PROPN", ["Birmingham GBR prominence"]),
    "en-state-after-a-comma": (
        "en",
        "in/ADP Birmingham/PROPN ,/PUNCT Alabama/PROPN",
        ["Birmingham USA enclosing", "Alabama USA only"],
    ),
    "en-one-that-the-gazetteer-has-elsewhere-only": (
        "en",
        "in/ADP Kasese/PROPN ,/PUNCT Chad/PROPN ./PUNCT Kasese/PROPN town/NOUN",
        ["Kasese TCD only", "Chad TCD country", "Kasese TCD only"],
    ),
    "en-state-as-shortened": (
        "en",
        "BIRMINGHAM/PROPN ,/PUNCT Ala./PROPN (/PUNCT AP/PROPN )/PUNCT —/PUNCT Police/NOUN spoke/VERB",
        ["BIRMINGHAM USA dateline"],
    ),
    "hi-a-country-beside-another": ("hi", "जॉर्जिया/PROPN में/ADP अमेरिका/PROPN ने/ADP कहा/VERB", ["जॉर्जिया GEO country"]),
    "hi-in-a-list-of-countries": (
        "hi",
        "जॉर्जिया/PROPN ,/PUNCT अमेरिका/PROPN और/CCONJ यूक्रेन/PROPN ने/ADP कहा/VERB",
        [],
    ),
    "en-two-countries": ("en", "Russia/PROPN and/CCONJ Georgia/PROPN agreed/VERB", []),
}
NO_PLACES = {
    "hi-common-word": ("hi", "कोटा/NOUN तय/ADJ हुआ/VERB"),
    "hi-verb": ("hi", "वह/PRON गया/VERB"),
    "hi-person": ("hi", "सूरत/PROPN/_/_/_/PER सिंह/PROPN/_/_/_/PER ने/ADP कहा/VERB"),
    "hi-person-of-a-sure-name": ("hi", "जॉर्जिया/PROPN/_/_/_/PER मेलोनी/PROPN/_/_/_/PER ने/ADP कहा/VERB"),
    "en-common-word": ("en", "the/DET mobile/NOUN phone/NOUN"),
    "en-opening-a-sentence": ("en", "Reading/VERB the/DET statement/NOUN"),
    "en-person": ("en", "Jackson/PROPN/_/_/_/PERSON said/VERB"),
}


@pytest.mark.parametrize(("lang", "table", "expected"), MEANT.values(), ids=MEANT)
def test_the_place_meant(lang: str, table: str, expected: list[str]) -> None:
    _, mentions = read_by_hand(lang, table)
    assert [f"{found.place.text} {found.place.country} {found.why}" for found in mentions.places] == expected


@pytest.mark.parametrize(("lang", "table"), NO_PLACES.values(), ids=NO_PLACES)
def test_no_place_without_a_sign(lang: str, table: str) -> None:
    _, mentions = read_by_hand(lang, table)
    assert mentions.places == ()


@pytest.mark.parametrize(
    ("table", "number"),
    [
        pytest.param("यूक्रेन/PROPN के/ADP खारकीव/PROPN में/ADP", "gn:706483", id="the city"),
        pytest.param("यूक्रेन/PROPN के/ADP खारकीव/PROPN प्रांत/NOUN में/ADP", "gn:706482", id="the region"),
    ],
)
def test_a_city_or_its_region(table: str, number: str) -> None:
    _, mentions = read_by_hand("hi", table)
    assert [found.place.place_id for found in mentions.places] == [number]


def test_a_place_of_the_gazetteer_has_its_id() -> None:
    _, mentions = read_by_hand("en", "talks/NOUN in/ADP Quetta/PROPN")
    assert [found.place.place_id for found in mentions.places] == ["gn:1167528"]
