"""Where sentences end, in a table: ‖ marks an end."""

import pytest
import spacy
from spacy.language import Language

from vaarta.analysis import hindi, sentences

assert hindi
assert sentences


@pytest.fixture(scope="module")
def languages() -> dict[str, Language]:
    made = {"hi": spacy.blank("vaarta_hi"), "en": spacy.blank("en")}
    for nlp in made.values():
        nlp.add_pipe("vaarta_sentences")
    return made


HINDI = {
    "danda glued to the next sentence": "वह गया है।‖विदेश मंत्री ने कहा।",
    "full stops": "मंत्री ने कहा. ‖वे आए.",
    "full stop glued to the next sentence": "वह गया है.‖विदेश मंत्री ने कहा.",
    "abbreviations": "डॉ. सिंह और लेफ्टि. जनरल मो. सईद आए. ‖प्रो. वर्मा गए।",
    "unit before the verb": "सीमा 3 कि.मी. दूर है. ‖वह 12.5 रुपये का है.",
    "initials": "बी. आर. गवई और जी. किशन आए. ‖आई. के. गुजराल गए.",
    "verb that is also a letter": "वह भारत आई. ‖वह मिली.",
    "quote running over sentences": "उन्होंने कहा, “हम आएंगे। ‖हम जाएंगे।” ‖फिर वे गए।",
    "straight quotes": 'उन्होंने कहा, "हम आएंगे। ‖हम जाएंगे।" ‖फिर वे गए।',
    "quote opened after a danda": 'वह गया।‖"हम आएंगे," उन्होंने कहा।',
    "comma after the quote": "“हम आएंगे।”, उन्होंने कहा।",
    "bracket": "वे गए (देर से।) ‖फिर आए।",
    "question and exclamation": "क्या वे आएंगे? ‖हाँ! ‖ठीक है।",
    "double danda": "जय हिंद॥ ‖वे गए।",
    "pipe for danda": "वह गया | ‖वह आया |",
    "lines": "शीर्षक बिना विराम\n‖पहला वाक्य।\n\n‖दूसरा वाक्य",
    "list": "1. पहला काम। ‖2. दूसरा काम।",
    "list in Devanagari digits": "१. पहला काम। ‖२. दूसरा काम।",
    "dots after a final verb": "वह भारत में है... ‖वे गए हैं..‖यह है।",
    "doubled quotes": "उन्होंने कहा, ''हम आएंगे।'' ‖वे गए।",
    "glued list": "10.पहला काम। ‖11.दूसरा काम।",
    "glued initial": "ए.सूर्यप्रकाश गए. ‖पी.कश्यप आए.",
    "dots inside": "और... फिर वे गए।",
    "nukta": "यह क़ानून है।‖यह क़ानून था।",
    "two scripts": "यह U.S. Army है। ‖It is here. ‖यह है।",
}
ENGLISH = {
    "titles": "Mr. Rao met Lt. Gen. J. Doe. ‖He left.",
    "country inside": "The U.S. Army came. ‖It left.",
    "country at the end": "He lives in the U.S. ‖The army left.",
    "time at the end": "It began at 5 p.m. ‖They left at 6 p.m. on Monday.",
    "quotes": '"We will come," he said. ‖"You go." ‖She left.',
    "quote running over sentences": "“We came. ‖We left,” he said.",
    "question inside": '"Will you come?" he asked.',
    "list": "1. First. ‖2. Second.",
    "decimals": "It cost 3.5 million. ‖The rest is 1.",
    "bar": "Delhi | News of the day.",
    "lines": "A headline\n‖A sentence.",
    "dateline with a dash": "LIMA, May 3 - ‖Tens of thousands of people came.",
    "dateline with a source": "Accra, Ghana (Agencies) — ‖Two men left.",
    "dateline in capitals": "PORT-AU-PRINCE: ‖A ship came.",
    "dateline without a dash": "Headline\n\n‖New Delhi, Feb 15, 2019 (Agencies) ‖Mali and Chad met.",
    "dateline with the day first": "Riga, 3 May 2019: ‖Peru said no.",
    "no dateline before a verb": "Togo, May 3 will be a holiday.",
    "no dateline in a headline": "US - China talks\n‖CHAD - MALI TALKS\n‖Rao, Diallo hold talks - Paper",
    "no dateline in a speaker": "Chad: the border is shut.",
}
ROWS = [("hi", name, text) for name, text in HINDI.items()] + [("en", name, text) for name, text in ENGLISH.items()]


@pytest.mark.parametrize(
    ("lang", "text"), [pytest.param(lang, text, id=f"{lang}: {name}") for lang, name, text in ROWS]
)
def test_sentences_end(languages: dict[str, Language], lang: str, text: str) -> None:
    written = text.replace("‖", "")
    assert [sentence.text.strip() for sentence in languages[lang](written).sents] == [
        part.strip() for part in text.split("‖")
    ]


def test_a_sentence_too_long_is_cut_at_a_comma(languages: dict[str, Language]) -> None:
    doc = languages["en"](("word " * 40 + ", ") * 20)
    assert max(len(sentence) for sentence in doc.sents) <= 300
    assert [sentence[-1].text for sentence in doc.sents] == [","] * 3


def test_a_text_without_commas_is_cut_all_the_same(languages: dict[str, Language]) -> None:
    assert [len(sentence) for sentence in languages["en"]("word " * 700).sents] == [300, 300, 100]


def test_an_empty_text_has_no_sentence(languages: dict[str, Language]) -> None:
    assert list(languages["hi"]("").sents) == []


def test_a_parser_keeps_to_them(languages: dict[str, Language]) -> None:
    starts = [token.is_sent_start for token in languages["hi"]("वह गया।वह आया।")]
    assert starts == [True, False, False, True, False, False]
