"""Words of Hindi news: where they are cut, and what is the same for all spellings."""

import pytest
from spacy.language import Language

from vaarta.analysis.hindi import NewsHindi, fold


@pytest.fixture(scope="module")
def nlp() -> Language:
    return NewsHindi()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("वह गया है।विदेश मंत्री ने", "वह|गया|है|।|विदेश|मंत्री|ने", id="danda glued to the next word"),
        pytest.param("वह गया है.विदेश", "वह|गया|है|.|विदेश", id="full stop glued to the next word"),
        pytest.param("वह गया है .विदेश", "वह|गया|है|.|विदेश", id="full stop glued to the next word alone"),
        pytest.param("लगभग .5 प्रतिशत", "लगभग|.5|प्रतिशत", id="decimal without a nought"),
        pytest.param('वह है."विदेश', 'वह|है|.|"|विदेश', id="full stop and quote glued"),
        pytest.param("14-18 फरवरी", "14|-|18|फरवरी", id="range"),
        pytest.param("१४–१८ फरवरी", "१४|–|१८|फरवरी", id="range in Devanagari digits"),
        pytest.param("जम्मू-कश्मीर और आस-पास", "जम्मू|-|कश्मीर|और|आस|-|पास", id="hyphens as in the treebanks"),
        pytest.param("जी-20 और कोविड-19", "जी|-|20|और|कोविड|-|19", id="name with a number"),
        pytest.param("डॉ. सिंह, लेफ्टि. जनरल", "डॉ.|सिंह|,|लेफ्टि.|जनरल", id="abbreviations"),
        pytest.param("डॉ.सिंह", "डॉ.|सिंह", id="abbreviation glued to a name"),
        pytest.param("दस कि.मी. दूर", "दस|कि.मी.|दूर", id="dotted unit"),
        pytest.param("बी. आर. गवई और जे.पी. नड्डा", "बी.|आर.|गवई|और|जे.पी.|नड्डा", id="initials"),
        pytest.param("वे आए.", "वे|आए|.", id="full stop at the end"),
        pytest.param("₹5,000 करोड़ (10%)", "₹|5,000|करोड़|(|10|%|)", id="money and percentage"),
        pytest.param("१२.३० बजे, 12:30", "१२.३०|बजे|,|12:30", id="clock times"),
        pytest.param("2021में", "2021|में", id="case marker glued to a number"),
        pytest.param("“हम आएंगे।” वे", "“|हम|आएंगे|।|”|वे", id="curly quotes"),
        pytest.param('कहा,"हाँ"।', 'कहा|,|"|हाँ|"|।', id="straight quotes, glued"),
        pytest.param("19वीं सदी", "19वीं|सदी", id="ordinal"),
        pytest.param("क़ानून क़ानून", "क़ानून|क़ानून", id="nukta, one and two code points"),
        pytest.param("अमेरिका (US) ने U.S. Army", "अमेरिका|(|US|)|ने|U.S.|Army", id="two scripts"),
        pytest.param("www.example.com पर", "www.example.com|पर", id="address"),
    ],
)
def test_words_are_cut_as_the_treebanks_cut_them(nlp: Language, text: str, words: str) -> None:
    doc = nlp(text)
    assert "|".join(token.text for token in doc) == words
    assert doc.text == text


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("क़ानून", "कानून", id="nukta"),
        pytest.param("क़ानून", "क़ानून", id="nukta in one and two code points"),
        pytest.param("पाँच", "पांच", id="chandrabindu"),
        pytest.param("सम्बन्ध", "संबंध", id="half nasals"),
        pytest.param("गयी", "गई", id="glide"),
        pytest.param("चाहिये", "चाहिए", id="glide before e"),
        pytest.param("अस्‍त", "अस्त", id="joiner"),
        pytest.param("१२", "12", id="digits"),
    ],
)
def test_spellings_of_a_word_share_their_features(nlp: Language, one: str, other: str) -> None:
    assert fold(one) == fold(other)
    left, right = nlp.vocab[one], nlp.vocab[other]
    assert (left.norm, left.prefix, left.suffix, left.shape) == (right.norm, right.prefix, right.suffix, right.shape)


@pytest.mark.parametrize("word", ["ये", "जन्म", "उन्होंने", "विदेश"])
def test_other_words_stay_as_they_are(word: str) -> None:
    assert fold(word) == word


def test_lower_is_the_word_itself(nlp: Language) -> None:
    assert nlp("क़ानूनों")[0].lower_ == "क़ानूनों"
