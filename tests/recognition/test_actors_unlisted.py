"""Names that no list has, placed by title, apposition or composition; and names known by their sound."""

import pytest
from builders import read_by_hand

from vaarta.ontology.holders import load_holders

COMPOSED = {
    "hi-title": (
        "hi",
        "जर्मन/ADJ स्वास्थ्य/NOUN मंत्री/NOUN ओटो/PROPN ब्राउनर/PROPN ने/ADP कहा/VERB",
        "DEU GOV ओटो ब्राउनर",
    ),
    "hi-apposition": (
        "hi",
        "रवि/PROPN मेनन/PROPN ,/PUNCT श्रीलंकाई/ADJ पर्यटन/NOUN मंत्रालय/NOUN के/ADP प्रवक्ता/NOUN ,/PUNCT बोले/VERB",
        "LKA GOV रवि मेनन",
    ),
    "hi-body-of-body": ("hi", "अमेरिकी/ADJ वाणिज्य/NOUN विभाग/NOUN ने/ADP कहा/VERB", "USA GOV "),
    "hi-oblique-plural": ("hi", "अरब/ADJ मिस्र/PROPN के/ADP कृषि/NOUN मंत्रियों/NOUN ने/ADP कहा/VERB", "EGY GOV "),
    "hi-of-parties": ("hi", "नेपाली/ADJ राजनीतिक/ADJ दलों/NOUN के/ADP प्रतिनिधियों/NOUN ने/ADP कहा/VERB", "NPL PTY "),
    "hi-separatists-who-lead": ("hi", "भारतीय/ADJ अलगाववादी/NOUN नेताओं/NOUN ने/ADP कहा/VERB", "IND OPP "),
    "hi-deputy": ("hi", "कतर/PROPN के/ADP सहायक/ADJ विदेश/NOUN मंत्री/NOUN ने/ADP कहा/VERB", "QAT GOV "),
    "hi-charge": ("hi", "ईरान/PROPN के/ADP प्रभारी/ADJ राजदूत/NOUN को/ADP बुलाया/VERB", "IRN GOV "),
    "en-title": (
        "en",
        "Kenyan/ADJ Tourism/PROPN Minister/PROPN Amos/PROPN Kibet/PROPN spoke/VERB",
        "KEN GOV Amos Kibet",
    ),
    "en-apposition": (
        "en",
        "Jane/PROPN Miller/PROPN ,/PUNCT counselor/NOUN of/ADP the/DET State/PROPN Department/PROPN ,/PUNCT spoke/VERB",
        "USA GOV Jane Miller",
    ),
    "en-office-first": (
        "en",
        "Chile~/PROPN 's/PART minister/NOUN of/ADP mining/NOUN ,/PUNCT Pedro/PROPN Rojas/PROPN ,/PUNCT spoke/VERB",
        "CHL GOV Pedro Rojas",
    ),
    "en-police": ("en", "Kenyan/ADJ police/NOUN fired/VERB", "KEN COP "),
    "en-region": ("en", "Iraqi/ADJ Kurdish/ADJ officials/NOUN left/VERB", "IRQ GOV "),
    "en-rebels-alone": ("en", "the/DET rebels/NOUN fled/VERB", " REB "),
    "en-rebels-of-a-kind": ("en", "the/DET rebel/NOUN commander/NOUN fled/VERB", " REB "),
    "en-opposition-alone": ("en", "the/DET opposition/NOUN protested/VERB", " OPP "),
    "en-administration": ("en", "the/DET Biden/PROPN administration/NOUN replied/VERB", "USA GOV "),
    "en-gendarmes": ("en", "French/ADJ gendarmes/NOUN fired/VERB", "FRA COP "),
    "en-lawmakers-of-a-party": ("en", "Labour/PROPN Party/PROPN lawmakers/NOUN left/VERB", "GBR LEG "),
    "en-union": ("en", "IG/PROPN Metall/PROPN called/VERB a/DET strike/NOUN", "DEU LAB "),
    "en-parliament": ("en", "the/DET Riksdag/PROPN voted/VERB", "SWE LEG "),
    "en-aircraft": ("en", "Russian/ADJ Su-35/PROPN jets/NOUN took/VERB off/ADP", "RUS MIL "),
    "en-ship": ("en", "HMS/PROPN Victory/PROPN sailed/VERB", "GBR MIL "),
    "en-agency": ("en", "the/DET Peruvian/ADJ anti-corruption/ADJ agency/NOUN sued/VERB", "PER GOV "),
    "en-rohingya": ("en", "Rohingya/PROPN refugees/NOUN fled/VERB", "MMR REF "),
    "hi-rohingya": ("hi", "रोहिंग्या/PROPN शरणार्थी/NOUN भागे/VERB", "MMR REF "),
    "hi-prime-minister-meets-traders": (
        "hi",
        "नेपाल/PROPN के/ADP प्रधानमंत्री/NOUN कारोबारियों/NOUN से/ADP मिले/VERB",
        "NPL GOV ",
    ),
}


@pytest.mark.parametrize(("lang", "table", "told"), COMPOSED.values(), ids=COMPOSED)
def test_what_no_list_has_is_placed_by_its_words(lang: str, table: str, told: str) -> None:
    _, mentions = read_by_hand(lang, table)
    side = mentions.actors[0].parties[0]
    assert f"{side.country} {side.sector} {side.name}" == told


def test_a_holder_is_known_by_sound_in_hindi() -> None:
    # The list of holders has Obaidul Quader by his Latin name alone.
    assert load_holders()["obaidul-quader-bgd"].country == "BGD"
    _, mentions = read_by_hand("hi", "ओबैदुल/PROPN क़ादर/PROPN ने/ADP कहा/VERB", "2017-07-01")
    side = mentions.actors[0].parties[0]
    assert (side.country, side.sector, side.actor_id) == ("BGD", "GOV", "obaidul-quader-bgd")


def test_a_holder_out_of_office_is_a_former_official() -> None:
    _, mentions = read_by_hand("en", "Jagdish/PROPN Tytler/PROPN spoke/VERB", "2019-07-01")
    assert [(side.country, side.sector) for side in mentions.actors[0].parties] == [("IND", "ELI")]


def test_a_name_that_only_begins_as_a_holders_does_is_another() -> None:
    _, mentions = read_by_hand("hi", "ओबैदुल/PROPN क़ादर/PROPN वर्मा/PROPN ने/ADP कहा/VERB", "2017-07-01")
    assert not [side for found in mentions.actors for side in found.parties if side.actor_id]


def test_whoever_is_but_named_at_a_place_is_not_of_its_country() -> None:
    place, name = "पेरिस/PROPN/6/obl/_/LOC में/ADP/1/case", "ओटो/PROPN/4/compound/_/PER ब्राउनर/PROPN/6/nsubj/_/PER"
    table = f"{place} {name} ने/ADP/4/case कहा/VERB/0/ROOT"
    _, mentions = read_by_hand("hi", table)
    assert [(m.parties[0].name, m.parties[0].country) for m in mentions.actors if m.kind == "name" and not m.weak] == [
        ("ओटो ब्राउनर", "")
    ]


def test_the_rebels_beside_a_government_are_its_own() -> None:
    table = "Mali~/PROPN 's/PART government/NOUN and/CCONJ an/DET alliance/NOUN of/ADP rebels/NOUN signed/VERB"
    _, mentions = read_by_hand("en", table)
    assert [(m.parties[0].country, m.parties[0].sector) for m in mentions.actors] == [("MLI", "GOV"), ("MLI", "REB")]
