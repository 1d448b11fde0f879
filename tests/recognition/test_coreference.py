"""Whom later mentions lead back to: the last mention's countries, sectors and text."""

import pytest
from builders import read_by_hand

from vaarta.doc import ActorMention

HINDI = {
    "short-name": (
        "अमेरिकी/ADJ विदेश/NOUN मंत्री/NOUN जॉन/PROPN मिलर/PROPN पहुंचे/VERB ।/PUNCT\nमिलर/PROPN ने/ADP कहा/VERB",
        "USA GOV अमेरिकी विदेश मंत्री जॉन मिलर",
    ),
    "rank-and-short-name": (
        "अमेरिकी/ADJ काउंसलर/NOUN जॉन/PROPN मिलर/PROPN पहुंचे/VERB ।/PUNCT\nकाउंसलर/NOUN मिलर/PROPN ने/ADP कहा/VERB",
        "USA GOV अमेरिकी काउंसलर जॉन मिलर",
    ),
    "office-alone": (
        "नेपाल/PROPN के/ADP विदेश/NOUN मंत्री/NOUN आए/VERB ।/PUNCT\nविदेश/NOUN मंत्री/NOUN ने/ADP कहा/VERB",
        "NPL GOV नेपाल के विदेश मंत्री",
    ),
    "ministry-alone": (
        "जापान/PROPN के/ADP विदेश/NOUN मंत्रालय/NOUN ने/ADP कहा/VERB ।/PUNCT\nमंत्रालय/NOUN ने/ADP बताया/VERB",
        "JPN GOV जापान के विदेश मंत्रालय",
    ),
    "spokesman-of-ministry-met-before": (
        (
            "चीन/PROPN के/ADP रक्षा/NOUN मंत्रालय/NOUN ने/ADP कहा/VERB ।/PUNCT\n"
            "मंत्रालय/NOUN के/ADP प्रवक्ता/NOUN वू/PROPN लेई/PROPN बोले/VERB"
        ),
        "CHN GOV मंत्रालय के प्रवक्ता वू लेई",
    ),
    "delegation": (
        "एक/NUM अमेरिकी/ADJ प्रतिनिधिमंडल/NOUN पहुंचा/VERB ।/PUNCT\nप्रतिनिधिमंडल/NOUN ने/ADP कहा/VERB",
        "USA GOV एक अमेरिकी प्रतिनिधिमंडल",
    ),
    "last-delegation-counts": (
        (
            "चीनी/ADJ प्रतिनिधिमंडल/NOUN लौटा/VERB ।/PUNCT\nएक/NUM अमेरिकी/ADJ प्रतिनिधिमंडल/NOUN पहुंचा/VERB ।/PUNCT\n"
            "प्रतिनिधिमंडल/NOUN ने/ADP कहा/VERB"
        ),
        "USA GOV एक अमेरिकी प्रतिनिधिमंडल",
    ),
    "team-then-delegation": (
        "पाकिस्तानी/ADJ टीम/NOUN पहुंची/VERB ।/PUNCT\nप्रतिनिधिमंडल/NOUN बातचीत/NOUN करेगा/VERB",
        "PAK GOV पाकिस्तानी टीम",
    ),
    "delegation-of-its-leader": (
        "रूसी/ADJ मंत्री/NOUN इवान/PROPN पेत्रोव/PROPN के/ADP नेतृत्व/NOUN में/ADP एक/NUM प्रतिनिधिमंडल/NOUN आया/VERB",
        "RUS GOV एक प्रतिनिधिमंडल",
    ),
    "abbreviation-in-brackets": (
        (
            "जापान/PROPN के/ADP विदेश/NOUN मंत्रालय/NOUN (/PUNCT एमएफए/PROPN )/PUNCT ने/ADP कहा/VERB ।/PUNCT\n"
            "एमएफए/PROPN ने/ADP बताया/VERB"
        ),
        "JPN GOV जापान के विदेश मंत्रालय",
    ),
    "leader-of-a-team": (
        "नेपाली/ADJ प्रतिनिधिमंडल/NOUN का/ADP नेतृत्व/NOUN विदेश/NOUN सचिव/NOUN कर/VERB रहे/AUX हैं/AUX",
        "NPL GOV विदेश सचिव",
    ),
    "next-of-a-list": (
        "नेपाल/PROPN के/ADP राष्ट्रपति/NOUN और/CCONJ विदेश/NOUN मंत्री/NOUN राम/PROPN थापा/PROPN से/ADP मिले/VERB",
        "NPL GOV विदेश मंत्री राम थापा",
    ),
    "he-said": (
        (
            "रूस/PROPN के/ADP राष्ट्रपति/NOUN पुतिन/PROPN ने/ADP चीन/PROPN की/ADP तारीफ/NOUN की/VERB ।/PUNCT\n"
            "उन्होंने/PRON कहा/VERB"
        ),
        "RUS GOV रूस के राष्ट्रपति पुतिन",
    ),
    "his-minister": (
        "नेपाल/PROPN के/ADP प्रधानमंत्री/NOUN आए/VERB ।/PUNCT\nउनके/PRON विदेश/NOUN मंत्री/NOUN ने/ADP कहा/VERB",
        "NPL GOV विदेश मंत्री",
    ),
    "counterpart-with-adjective": (
        "भारत/PROPN ने/ADP अपने/PRON चीनी/ADJ समकक्ष/NOUN वांग/PROPN लेई/PROPN से/ADP कहा/VERB",
        "CHN GOV चीनी समकक्ष वांग लेई",
    ),
    "sailors-in-place": ("कराची/PROPN में/ADP तीन/NUM नागरिक/NOUN मारे/VERB गए/AUX", "PAK CVL तीन नागरिक"),
}
ENGLISH = {
    "short-name": (
        "Russian/ADJ envoy/NOUN Ivan/PROPN Petrov/PROPN spoke/VERB ./PUNCT\nPetrov/PROPN left/VERB ./PUNCT",
        "RUS GOV Russian envoy Ivan Petrov",
    ),
    "the-ministry": (
        (
            "The/DET Chinese/ADJ foreign/ADJ ministry/NOUN spoke/VERB ./PUNCT\n"
            "The/DET ministry/NOUN denied/VERB it/PRON/6/expl"
        ),
        "CHN GOV Chinese foreign ministry",
    ),
    "the-delegation": (
        "A/DET Turkish/ADJ delegation/NOUN came/VERB ./PUNCT\nThe/DET delegation/NOUN left/VERB ./PUNCT",
        "TUR GOV Turkish delegation",
    ),
    "he": (
        "President/PROPN Jean/PROPN Petit/PROPN of/ADP France/PROPN spoke/VERB ./PUNCT\nHe/PRON left/VERB ./PUNCT",
        "FRA GOV President Jean Petit of France",
    ),
    "it-is-no-person": (
        (
            "President/PROPN Jean/PROPN Petit/PROPN of/ADP France/PROPN praised/VERB Japan/PROPN ./PUNCT\n"
            "It/PRON agreed/VERB"
        ),
        "JPN GOV Japan",
    ),
    "its-minister": (
        "Japan/PROPN agreed/VERB ./PUNCT\nIts/PRON foreign/ADJ minister/NOUN spoke/VERB ./PUNCT",
        "JPN GOV foreign minister",
    ),
}
BOTH = {
    "hi-armed-groups-are-no-side": (
        "hi",
        (
            "भारत/PROPN और/CCONJ जापान/PROPN ने/ADP बात/NOUN की/VERB ।/PUNCT\n"
            "पाकिस्तानी/ADJ आतंकवादियों/NOUN की/ADP निंदा/NOUN हुई/VERB ।/PUNCT\n"
            "दोनों/DET देशों/NOUN ने/ADP कहा/VERB"
        ),
        "IND JPN",
    ),
    "hi-countries": (
        "hi",
        "भारत/PROPN और/CCONJ नेपाल/PROPN मिले/VERB ।/PUNCT\nदोनों/DET देशों/NOUN ने/ADP कहा/VERB",
        "IND NPL",
    ),
    "hi-sides": ("hi", "चीन/PROPN ने/ADP भूटान/PROPN से/ADP कहा/VERB ।/PUNCT\nदोनों/DET पक्ष/NOUN माने/VERB", "CHN BTN"),
    "hi-recent-win": (
        "hi",
        (
            "रूस/PROPN ने/ADP कहा/VERB ।/PUNCT\nभारत/PROPN चुप/ADJ रहा/VERB ।/PUNCT\nनेपाल/PROPN बोला/VERB ।/PUNCT\n"
            "दोनों/DET देशों/NOUN ने/ADP कहा/VERB"
        ),
        "IND NPL",
    ),
    "hi-ministers-of-both": (
        "hi",
        "भारत/PROPN और/CCONJ नेपाल/PROPN मिले/VERB ।/PUNCT\nदोनों/DET देशों/NOUN के/ADP विदेश/NOUN मंत्रियों/NOUN ने/ADP कहा/VERB",
        "IND NPL",
    ),
    "en-sides": (
        "en",
        "India/PROPN and/CCONJ Nepal/PROPN met/VERB ./PUNCT\nThe/DET two/NUM sides/NOUN agreed/VERB",
        "IND NPL",
    ),
    "en-leaders-of-both": (
        "en",
        (
            "India/PROPN and/CCONJ Nepal/PROPN met/VERB ./PUNCT\n"
            "The/DET foreign/ADJ ministers/NOUN of/ADP both/DET countries/NOUN spoke/VERB"
        ),
        "IND NPL",
    ),
}


def last(lang: str, table: str) -> ActorMention:
    return [mention for mention in read_by_hand(lang, table)[1].actors if mention.kind != "adjective"][-1]


def told(mention: ActorMention) -> str:
    (side,) = mention.parties
    return f"{side.country} {side.sector} {side.text}"


@pytest.mark.parametrize(("table", "expected"), HINDI.values(), ids=HINDI)
def test_hindi_mentions_lead_back(table: str, expected: str) -> None:
    assert told(last("hi", table)) == expected


@pytest.mark.parametrize(("table", "expected"), ENGLISH.values(), ids=ENGLISH)
def test_english_mentions_lead_back(table: str, expected: str) -> None:
    assert told(last("en", table)) == expected


@pytest.mark.parametrize(("lang", "table", "expected"), BOTH.values(), ids=BOTH)
def test_both_sides_are_the_two_countries_most_in_view(lang: str, table: str, expected: str) -> None:
    assert " ".join(side.country for side in last(lang, table).parties) == expected


@pytest.mark.parametrize(
    ("lang", "table"),
    [("hi", "रूस/PROPN ने/ADP कहा/VERB हम/PRON तैयार/ADJ हैं/AUX"), ("en", "Russia/PROPN said/VERB we/PRON agree/VERB")],
    ids=["hi", "en"],
)
def test_we_is_left_to_the_coder(lang: str, table: str) -> None:
    mention = last(lang, table)
    assert (mention.kind, mention.parties, mention.why) == ("pronoun", (), "speaker")


def test_a_bare_counterpart_is_left_to_the_coder() -> None:
    mention = last("hi", "भारत/PROPN के/ADP मंत्री/NOUN ने/ADP अपने/PRON समकक्ष/NOUN से/ADP कहा/VERB")
    assert (mention.parties, mention.why) == ((), "counterpart")


def test_an_argument_of_the_same_verb_is_not_the_antecedent() -> None:
    table = (
        "चीन/PROPN/3/nsubj ने/ADP/1/case कहा/VERB/0/ROOT ।/PUNCT/3/punct\n"
        "नेपाल/PROPN/4/nsubj ने/ADP/1/case उसे/PRON/4/obj रोका/VERB/0/ROOT"
    )
    assert [side.country for side in last("hi", table).parties] == ["CHN"]


def test_an_office_that_qualifies_a_noun_is_weak() -> None:
    table = "राष्ट्रपति/NOUN/2/compound चुनाव/NOUN/3/nsubj हुआ/VERB/0/ROOT"
    assert [mention.weak for mention in read_by_hand("hi", table)[1].actors] == [True]


def test_becoming_minister_is_one_person_and_not_his_minister() -> None:
    table = "नरेंद्र/PROPN मोदी/PROPN के/ADP प्रधानमंत्री/NOUN बनने/VERB के/ADP बाद/ADP"
    assert told(read_by_hand("hi", table)[1].actors[0]) == "IND GOV नरेंद्र मोदी"


def test_a_month_is_no_part_of_a_name() -> None:
    assert told(last("hi", "प्रधानमंत्री/NOUN नरेंद्र/PROPN मोदी/PROPN 7/NUM जून/PROPN को/ADP जाएंगे/VERB")).endswith("मोदी")


def test_the_antecedent_keeps_its_own_evidence() -> None:
    doc, mentions = read_by_hand("hi", HINDI["short-name"][0])
    (side,) = mentions.actors[-1].parties
    assert side.evidence is not None
    assert side.antecedent is not None
    assert (side.evidence.quote, side.antecedent.quote) == ("मिलर", "अमेरिकी विदेश मंत्री जॉन मिलर")
    assert mentions.actors[-1].antecedent == 0
    assert doc.text[slice(*side.antecedent.span)] == side.antecedent.quote


def test_offices_are_not_ours_under_a_foreign_dateline() -> None:
    table = "काठमांडू/PROPN ,/PUNCT 3/NUM मई/PROPN (/PUNCT एएफपी/PROPN )/PUNCT :/PUNCT पुलिस/NOUN ने/ADP कहा/VERB"
    assert told(last("hi", table)) == "NPL COP पुलिस"


def test_an_indian_site_keeps_its_home_under_a_foreign_dateline_of_its_own() -> None:
    _, mentions = read_by_hand("hi", "पुलिस/NOUN ने/ADP कहा/VERB", site="samachar.example.in")
    assert mentions.actors[0].parties[0].country == "IND"
