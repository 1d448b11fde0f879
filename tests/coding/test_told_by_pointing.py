"""Sayings that point at what was told, joint papers, whose officials speak, and gatherings told by two nouns."""

import pytest
from parsed import read, sayings

from vaarta.testing import summary


@pytest.mark.parametrize(
    ("lang", "key", "said"),
    [
        pytest.param("hi", "says3-this-news", ["PER: पेरू ने अपने राजदूत को वापस बुला लिया है"],
                     id="this-news-is-the-sentence-before"),
        pytest.param("hi", "says3-this-he-said", ["GHA: बंदरगाह खुला रहेगा"], id="but-for-what-is-said-already"),
        pytest.param("hi", "says3-appeal-rejected", [], id="an-appeal-rejected-is-not-its-judge-s"),
        pytest.param("hi", "says3-joint-paper", ["?: दोनों देश रेल मार्ग बनाएंगे"], id="hindi-joint-paper"),
        pytest.param("en", "says3-joint-statement",
                     ["GHA: the talks were frank", "?: the two sides would reopen the bridge"], id="joint-statement"),
        pytest.param("en", "says3-both-sides", ["KEN: both sides to leave the hill"], id="whom-all-ask-of-no-country"),
        pytest.param("en", "says3-denied-described",
                     ["TGO: its soldiers had crossed the river", "TGO: the report as an old fable"],
                     id="denied-and-described"),
        pytest.param("en", "says3-warned-called-on", ["PER: the law could be turned against pilots", "PER: drop it"],
                     id="a-second-saying-without-a-subject"),
        pytest.param("en", "says3-colleague", ["PER: Lima would pay for the bridge"], id="a-name-beside-its-office"),
        pytest.param("en", "says3-who-follows", ["PER: neither side wants a fight"], id="a-clause-about-the-source"),
        pytest.param("hi", "says3-wish-to", ["PER: चिली के साथ नई सड़क बनाने"], id="a-wish-to-act"),
        pytest.param("hi", "says3-mark", ["PER: पुल जुलाई में खुलेगा"], id="a-mark-of-direction-in-a-word"),
        pytest.param("en", "says3-asked-whether", ["KEN: the vote would feed anyone"], id="asked-whether"),
        pytest.param("en", "says3-counterpart", ["PER: the bridge would open in July"], id="past-a-name-in-commas"),
        pytest.param("en", "says3-said-sending", ["CHL: sending weapons would not bring peace"], id="a-gerund-first"),
        pytest.param("en", "says3-partly-quoted", ['PER: The two ministers "agreed to rebuild the old bridge'],
                     id="a-subject-before-the-marks"),
        pytest.param("en", "says3-the-ministry",
                     ["PER: Peru, Chile and Ghana will build a bridge, and Togo will pay for it"],
                     id="a-nameless-ministry-is-the-dateline-s"),
        pytest.param("en", "says3-calling-it", ["NGO: halt the plan", "NGO: it reckless"], id="and-what-it-is-called"),
        pytest.param("en", "says3-semicolon", ["PER: the road could be opened within weeks"], id="up-to-a-semicolon"),
        pytest.param("en", "says3-two-announced", ["?: Ghana and Togo will reopen their border"],
                     id="a-verb-read-as-a-participle"),
        pytest.param("en", "says3-army-at-home", ["TGO direct: We shot at nobody"], id="an-army-speaks-at-home"),
    ],
)  # fmt: skip
def test_whose_saying_it_is(lang: str, key: str, said: list[str]) -> None:
    assert sayings(lang, key) == said


@pytest.mark.parametrize(
    ("lang", "key", "contacts"),
    [
        pytest.param("hi", "says3-session-blamed", ["conference GHA+IGO #74"], id="whom-one-blames-need-not-attend"),
        pytest.param("en", "says3-held-talks", ["dialogue-round GHA+TGO #3"], id="a-round-is-no-second-meeting"),
        pytest.param("hi", "says3-will-come-ye", ["visit GHA+KEN @planned"], id="a-future-written-with-ye"),
        pytest.param("hi", "says3-next-meeting", ["meeting GHA+TGO", "meeting GHA+TGO @planned"],
                     id="the-next-meeting-is-another"),
        pytest.param("hi", "says3-signed-there", ["meeting GHA+KEN", "signing GHA+KEN"], id="those-who-met-signed"),
        pytest.param("hi", "says3-numbered", ["dialogue-round GHA+TGO #5"], id="hindi-fifth-of-a-committee"),
        pytest.param("en", "says3-ninth-meeting", ["dialogue-round GHA+KEN #9"], id="ninth-of-a-committee"),
        pytest.param("en", "says3-hold-round", ["dialogue-round GHA+KEN #10 @planned"], id="a-round-to-come"),
        pytest.param("en", "says3-mediated", [], id="who-mediates-has-met-no-one"),
        pytest.param("en", "says3-summit-conference", ["summit GHA+KEN"], id="a-summit-called-a-conference"),
    ],
)  # fmt: skip
def test_which_contacts_there_are(lang: str, key: str, contacts: list[str]) -> None:
    assert [summary(e) for e in read(lang, key)[1].engagements] == contacts
