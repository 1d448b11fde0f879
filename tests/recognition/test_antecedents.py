"""Who a pronoun, "both leaders" or a bare office is, where number, clause and role in the sentence decide."""

import pytest
from spacy.tokens import Doc

from vaarta import packs
from vaarta.doc import ActorMention
from vaarta.recognition import recognise
from vaarta.testing import doc_from_conllu, make_story

FEATURES = {
    "fin-one": "Number=Sing|VerbForm=Fin",
    "fin-many": "Number=Plur|VerbForm=Fin",
    "polite": "Number=Sing|Polite=Form|VerbForm=Fin",
    "sub": "Mood=Sub|Number=Plur|VerbForm=Fin",
    "many": "Number=Plur",
    "part": "VerbForm=Part",
}


def read(lang: str, table: str) -> tuple[Doc, list[ActorMention]]:
    """The Doc of a table of sentences, set apart by empty lines, and its mentions.

    A word is `form/POS/head/relation[/features]`; heads count from 1 in each sentence, 0 is the root.
    """
    sentences = [part.split() for part in table.strip().split("\n\n")]
    text = "\n\n".join("\n".join(_row(n, cell) for n, cell in enumerate(words, 1)) for words in sentences)
    doc = doc_from_conllu(text)
    found = recognise(doc, story=make_story(doc.text, lang=lang), pack=packs.load(lang)).actors
    return doc, [mention for mention in found if mention.kind != "adjective"]


def last(lang: str, table: str) -> ActorMention:
    """The last mention of a table."""
    return read(lang, table)[1][-1]


def said(lang: str, table: str) -> list[str]:
    """The words of each mention of a table."""
    doc, found = read(lang, table)
    return [doc[mention.start : mention.end].text for mention in found]


def _row(number: int, cell: str) -> str:
    form, tag, head, relation, *rest = cell.split("/")
    features = FEATURES[rest[0]] if rest else "_"
    return "\t".join((str(number), form, form, tag, "_", features, head, relation, "_", "_"))


def countries(mention: ActorMention) -> str:
    return " ".join(side.country or "?" for side in mention.parties)


PRONOUNS = {
    "singular-verb-is-no-respected-person": (
        """
रूस/PROPN/3/nmod के/ADP/1/case मंत्री/NOUN/6/nsubj ने/ADP/3/case चीन/PROPN/6/obj बताया/VERB/0/root
।/PUNCT/6/punct

वह/PRON/2/nsubj लड़ेगा/VERB/0/root/fin-one
""",
        "CHN",
    ),
    "plural-verb-is-a-respected-person": (
        """
रूस/PROPN/3/nmod के/ADP/1/case मंत्री/NOUN/5/nsubj ने/ADP/3/case बताया/VERB/0/root ।/PUNCT/5/punct

चीन/PROPN/2/nsubj माना/VERB/0/root ।/PUNCT/2/punct

वह/PRON/2/nsubj जाएंगे/VERB/0/root/fin-many
""",
        "RUS",
    ),
    "polite-verb-is-a-respected-person": (
        """
रूस/PROPN/3/nmod के/ADP/1/case मंत्री/NOUN/5/nsubj ने/ADP/3/case बताया/VERB/0/root ।/PUNCT/5/punct

चीन/PROPN/2/nsubj माना/VERB/0/root ।/PUNCT/2/punct

वो/PRON/2/nsubj जाएंगे/VERB/0/root/polite
""",
        "RUS",
    ),
    "asked-to-do-is-whoever-was-asked": (
        """
रूस/PROPN/5/nsubj ने/ADP/1/case चीन/PROPN/5/obl से/ADP/3/case कहा/VERB/0/root कि/SCONJ/8/mark वह/PRON/8/nsubj
रुके/VERB/5/ccomp/sub
""",
        "CHN",
    ),
    "who-said-goes-on-and-not-whom-he-spoke-of": (
        """
रूस/PROPN/3/nmod के/ADP/1/case मंत्री/NOUN/5/nsubj ने/ADP/3/case कहा/VERB/0/root कि/SCONJ/10/mark
नेपाल/PROPN/9/nmod के/ADP/7/case राष्ट्रपति/NOUN/10/nsubj आएंगे/VERB/5/ccomp ।/PUNCT/5/punct

उन्होंने/PRON/2/nsubj बताया/VERB/0/root
""",
        "RUS",
    ),
    "who-is-praised-is-not-who-praises": (
        """
रूस/PROPN/3/nmod के/ADP/1/case मंत्री/NOUN/8/nsubj ने/ADP/3/case नेपाल/PROPN/7/nmod के/ADP/5/case
राष्ट्रपति/NOUN/8/obl मिले/VERB/0/root ।/PUNCT/8/punct

रूस/PROPN/3/nmod के/ADP/1/case मंत्री/NOUN/6/nmod की/ADP/3/case सराहना/NOUN/6/compound:lvc
करते/VERB/8/advcl/part उन्होंने/PRON/8/nsubj कहा/VERB/0/root
""",
        "NPL",
    ),
    "wife-of-whom-she-is-named-with": (
        """
रूस/PROPN/3/nmod के/ADP/1/case मंत्री/NOUN/12/nsubj ने/ADP/3/case नेपाल/PROPN/7/nmod के/ADP/5/case
राष्ट्रपति/NOUN/12/obj और/CCONJ/10/cc उनकी/PRON/10/nmod पत्नी/NOUN/7/conj को/ADP/7/case बुलाया/VERB/0/root
""",
        "NPL",
    ),
    "nobody-known-is-not-the-next-best": (
        """
उन्होंने/PRON/2/nsubj कहा/VERB/0/root कि/SCONJ/6/mark नेपाल/PROPN/6/nsubj से/ADP/4/case मिलेंगे/VERB/2/ccomp
।/PUNCT/2/punct

नेपाल/PROPN/3/nmod के/ADP/1/case राष्ट्रपति/NOUN/5/obl से/ADP/3/case मिले/VERB/0/root ।/PUNCT/5/punct

उन्होंने/PRON/2/nsubj बताया/VERB/0/root
""",
        "",
    ),
    "whom-the-law-holds-is-a-person": (
        """
रूस/PROPN/2/nmod पुलिस/NOUN/9/nsubj ने/ADP/2/case नेपाल/PROPN/6/nmod के/ADP/4/case कारोबारी/NOUN/9/obj को/ADP/6/case
गिरफ्तार/ADJ/9/compound:lvc किया/VERB/0/root ।/PUNCT/9/punct

उसकी/PRON/3/nmod जमानत/NOUN/3/compound याचिका/NOUN/4/nsubj लंबित/ADJ/0/root
""",
        "NPL",
    ),
    "office-spoken-of-plainly": (
        """
रूस/PROPN/3/nmod का/ADP/1/case मंत्री/NOUN/4/nsubj रहेगा/VERB/0/root/fin-one ।/PUNCT/4/punct

वह/PRON/2/nsubj बदलेगा/VERB/0/root/fin-one
""",
        "RUS",
    ),
    "singular-is-no-official": (
        """
रूस/PROPN/3/nmod के/ADP/1/case मंत्री/NOUN/5/nsubj ने/ADP/3/case कहा/VERB/0/root कि/SCONJ/8/mark
वह/PRON/8/nsubj बदलेगा/VERB/5/ccomp/fin-one
""",
        "",
    ),
    "who-goes-and-honours-is-not-whom-he-honours": (
        """
चीन/PROPN/3/nmod के/ADP/1/case मंत्री/NOUN/4/nsubj आए/VERB/0/root ।/PUNCT/4/punct

रूस/PROPN/3/nmod के/ADP/1/case मंत्री/NOUN/7/nsubj ने/ADP/3/case जाकर/VERB/7/advcl/part उनको/PRON/5/obj
सराहा/VERB/0/root
""",
        "CHN",
    ),
    "ergative-agrees-with-its-object": (
        """
रूस/PROPN/3/nmod के/ADP/1/case मंत्री/NOUN/7/nsubj ने/ADP/3/case चीन/PROPN/7/obl से/ADP/5/case कहा/VERB/0/root
कि/SCONJ/11/mark उसने/PRON/11/nsubj कोशिशें/NOUN/11/obj कीं/VERB/7/ccomp/fin-many
""",
        "CHN",
    ),
    "who-is-told-of-in-the-passive-goes-on": (
        """
रूस/PROPN/2/nsubj बोला/VERB/0/root ।/PUNCT/2/punct

चीन/PROPN/3/obj को/ADP/1/case बुलाया/VERB/0/root गया/AUX/3/aux:pass ,/PUNCT/3/punct उसे/PRON/7/iobj
बताया/VERB/3/parataxis
""",
        "CHN",
    ),
    "whom-a-president-blames-is-not-his-country": (
        """
चीन/PROPN/2/nsubj बोला/VERB/0/root ।/PUNCT/2/punct

रूस/PROPN/2/nsubj आया/VERB/0/root ।/PUNCT/2/punct

रूसी/ADJ/2/amod राष्ट्रपति/NOUN/6/nsubj ने/ADP/2/case उसकी/PRON/5/nmod निंदा/NOUN/6/compound:lvc
की/VERB/0/root
""",
        "CHN",
    ),
    "of-two-who-greet-neither-is-greeted": (
        """
चीन/PROPN/3/nmod के/ADP/1/case मंत्री/NOUN/4/nsubj आए/VERB/0/root ।/PUNCT/4/punct

बारिश/NOUN/2/nsubj हुई/VERB/0/root ।/PUNCT/2/punct

रूस/PROPN/3/nmod के/ADP/1/case मंत्री/NOUN/11/nsubj और/CCONJ/7/cc नेपाल/PROPN/7/nmod के/ADP/5/case
मंत्री/NOUN/3/conj ने/ADP/3/case उनका/PRON/10/nmod स्वागत/NOUN/11/compound:lvc किया/VERB/0/root
""",
        "CHN",
    ),
    "whom-one-meets-is-not-whose-meeting-it-is": (
        """
चीन/PROPN/3/nmod के/ADP/1/case मंत्री/NOUN/4/nsubj आए/VERB/0/root ।/PUNCT/4/punct

रूस/PROPN/3/nmod के/ADP/1/case मंत्री/NOUN/6/nmod से/ADP/3/case उनकी/PRON/6/nmod मुलाकात/NOUN/7/nsubj
हुई/VERB/0/root
""",
        "CHN",
    ),
    "who-greets-is-not-whom-he-greets": (
        """
चीन/PROPN/3/nmod के/ADP/1/case मंत्री/NOUN/4/nsubj आए/VERB/0/root ।/PUNCT/4/punct

रूस/PROPN/3/nmod के/ADP/1/case मंत्री/NOUN/7/nsubj ने/ADP/3/case उनका/PRON/6/nmod स्वागत/NOUN/7/compound:lvc
किया/VERB/0/root
""",
        "CHN",
    ),
    "minister-of-the-subject-may-be-his-own": (
        """
चीन/PROPN/3/nmod के/ADP/1/case मंत्री/NOUN/4/nsubj आए/VERB/0/root ।/PUNCT/4/punct

उनके/PRON/2/nmod मंत्री/NOUN/4/nsubj ने/ADP/2/case कहा/VERB/0/root
""",
        "CHN",
    ),
    "country-that-owns-the-subject-goes-on": (
        """
रूस/PROPN/2/nsubj बोला/VERB/0/root ।/PUNCT/2/punct

चीन/PROPN/3/nmod की/ADP/1/case नीति/NOUN/6/nsubj उसके/PRON/5/nmod डर/NOUN/6/obl बताती/VERB/0/root/fin-one
""",
        "CHN",
    ),
    "this-thing-is-no-side": (
        """
रूस/PROPN/3/nmod के/ADP/1/case मंत्री/NOUN/5/nsubj ने/ADP/3/case कहा/VERB/0/root कि/SCONJ/9/mark
चीन/PROPN/9/nsubj तैयार/ADJ/9/xcomp है/VERB/5/ccomp ।/PUNCT/5/punct

इसे/PRON/2/obj माना/VERB/0/root
""",
        "CHN",
    ),
}
BOTH = {
    "leaders-who-met-last": (
        """
चीन/PROPN/3/nmod के/ADP/1/case राष्ट्रपति/NOUN/4/nsubj आए/VERB/0/root ।/PUNCT/4/punct

रूस/PROPN/3/nmod के/ADP/1/case मंत्री/NOUN/9/nsubj ने/ADP/3/case नेपाल/PROPN/7/nmod के/ADP/5/case
राष्ट्रपति/NOUN/9/obl से/ADP/7/case कहा/VERB/0/root ।/PUNCT/9/punct

दोनों/NUM/2/nummod नेताओं/NOUN/4/nsubj ने/ADP/2/case माना/VERB/0/root
""",
        "RUS NPL",
    ),
    "even-with-a-particle": (
        """
रूस/PROPN/3/nmod के/ADP/1/case मंत्री/NOUN/9/nsubj ने/ADP/3/case नेपाल/PROPN/7/nmod के/ADP/5/case
राष्ट्रपति/NOUN/9/obl से/ADP/7/case कहा/VERB/0/root ।/PUNCT/9/punct

दोनों/NUM/3/nummod ही/PART/1/dep नेताओं/NOUN/5/nsubj ने/ADP/3/case माना/VERB/0/root
""",
        "RUS NPL",
    ),
    "leader-of-an-unknown-country": (
        """
रूस/PROPN/3/nmod के/ADP/1/case मंत्री/NOUN/9/nsubj ने/ADP/3/case टापूदेश/PROPN/7/nmod के/ADP/5/case
राष्ट्रपति/NOUN/9/obl से/ADP/7/case कहा/VERB/0/root ।/PUNCT/9/punct

दोनों/NUM/2/nummod नेताओं/NOUN/4/nsubj ने/ADP/2/case माना/VERB/0/root
""",
        "",
    ),
    "visitor-and-visited": (
        """
चीन/PROPN/4/nsubj और/CCONJ/3/cc रूस/PROPN/1/conj मिले/VERB/0/root ।/PUNCT/4/punct

नेपाल/PROPN/3/nmod के/ADP/1/case मंत्री/NOUN/6/nsubj भूटान/PROPN/6/obl को/ADP/4/case गए/VERB/0/root
।/PUNCT/6/punct

दोनों/NUM/2/nummod देश/NOUN/3/nsubj माने/VERB/0/root
""",
        "NPL BTN",
    ),
    "three-of-a-list": (
        """
चीन/PROPN/6/nsubj ,/PUNCT/3/punct रूस/PROPN/1/conj और/CCONJ/5/cc नेपाल/PROPN/1/conj मिले/VERB/0/root
।/PUNCT/6/punct

भूटान/PROPN/2/nsubj चुप/ADJ/0/root ।/PUNCT/2/punct

तीनों/NUM/2/nummod देश/NOUN/3/nsubj माने/VERB/0/root
""",
        "CHN RUS NPL",
    ),
    "three-of-four-are-not-told": (
        """
चीन/PROPN/2/nsubj आया/VERB/0/root ।/PUNCT/2/punct

रूस/PROPN/4/nsubj ने/ADP/1/case नेपाल/PROPN/4/obj बुलाया/VERB/0/root ।/PUNCT/4/punct

भूटान/PROPN/2/nsubj चुप/ADJ/0/root ।/PUNCT/2/punct

तीनों/NUM/2/nummod देश/NOUN/3/nsubj माने/VERB/0/root
""",
        "",
    ),
}


@pytest.mark.parametrize(("table", "expected"), PRONOUNS.values(), ids=PRONOUNS)
def test_a_hindi_pronoun_is_led_back(table: str, expected: str) -> None:
    assert countries(last("hi", table)) == expected


@pytest.mark.parametrize(("table", "expected"), BOTH.values(), ids=BOTH)
def test_both_in_hindi_are_whom_the_story_tells_of_together(table: str, expected: str) -> None:
    assert countries(last("hi", table)) == expected


NOBODYS = {
    "leaders-of-many-states": """
भारत/PROPN/2/nsubj बोला/VERB/0/root ।/PUNCT/2/punct

कई/DET/2/det देशों/NOUN/4/nmod/many के/ADP/2/case नेताओं/NOUN/6/nsubj/many ने/ADP/4/case कहा/VERB/0/root
""",
    "member-states": """
रूस/PROPN/3/nmod के/ADP/1/case मंत्री/NOUN/4/nsubj आए/VERB/0/root ।/PUNCT/4/punct

सदस्य/NOUN/2/compound देशों/NOUN/4/nsubj/many ने/ADP/2/case माना/VERB/0/root
""",
    "armies-of-two": """
रूस/PROPN/4/nsubj और/CCONJ/3/cc नेपाल/PROPN/1/conj मिले/VERB/0/root ।/PUNCT/4/punct

दोनों/NUM/2/nummod देशों/NOUN/6/nsubj ने/ADP/2/case अपनी/PRON/5/nmod सेनाओं/NOUN/6/obj/many रोका/VERB/0/root
""",
}


@pytest.mark.parametrize("table", NOBODYS.values(), ids=NOBODYS)
def test_what_is_of_several_countries_is_given_none(table: str) -> None:
    assert countries(last("hi", table)) == "?"


def test_their_country_is_the_owner_s() -> None:
    table = """
नेपाल/PROPN/3/nmod के/ADP/1/case मंत्री/NOUN/5/nsubj ने/ADP/3/case बताया/VERB/0/root कि/SCONJ/9/mark
उनका/PRON/8/nmod देश/NOUN/9/nsubj लड़ेगा/VERB/5/ccomp
"""
    assert countries(last("hi", table)) == "NPL"


@pytest.mark.parametrize("things", ["रास्ते", "सदन"], ids=["routes", "chambers"])
def test_both_routes_are_no_sides(things: str) -> None:
    table = f"""
चीन/PROPN/4/nsubj और/CCONJ/3/cc रूस/PROPN/1/conj मिले/VERB/0/root ।/PUNCT/4/punct

दोनों/NUM/2/nummod {things}/NOUN/3/nsubj खुले/VERB/0/root
"""
    assert "दोनों" not in said("hi", table)


def test_a_bare_minister_is_the_one_who_acts_and_not_the_one_he_met() -> None:
    table = """
रूस/PROPN/4/nmod के/ADP/1/case विदेश/NOUN/4/compound मंत्री/NOUN/11/nsubj ने/ADP/4/case नेपाल/PROPN/9/nmod
के/ADP/6/case विदेश/NOUN/9/compound मंत्री/NOUN/11/obl से/ADP/9/case कहा/VERB/0/root ।/PUNCT/11/punct

विदेश/NOUN/2/compound मंत्री/NOUN/4/nsubj ने/ADP/2/case बताया/VERB/0/root
"""
    assert countries(last("hi", table)) == "RUS"


def test_english_all_three_countries_are_those_of_a_list() -> None:
    table = """
China/PROPN/6/nsubj ,/PUNCT/3/punct Russia/PROPN/1/conj and/CCONJ/5/cc Nepal/PROPN/1/conj met/VERB/0/root
./PUNCT/6/punct

All/DET/3/det three/NUM/3/nummod countries/NOUN/4/nsubj agreed/VERB/0/root
"""
    assert countries(last("en", table)) == "CHN RUS NPL"


def test_english_his_wife_is_of_whom_she_is_named_with() -> None:
    table = """
Russia/PROPN/3/nmod:poss 's/PART/1/case minister/NOUN/4/nsubj invited/VERB/0/root Nepal/PROPN/7/nmod:poss
's/PART/5/case president/NOUN/4/obj and/CCONJ/10/cc his/PRON/10/nmod:poss wife/NOUN/7/conj
"""
    assert countries(last("en", table)) == "NPL"
