"""What a user's tests are built with: stories and Docs by hand."""

import pytest

from vaarta.errors import GoldError
from vaarta.records import Engagement, Event, Evidence, Party
from vaarta.testing import blocks, doc_from_conllu, make_story, summary

TALKS = """
# id = one
# text = भारत-चीन वार्ता हुई।
1\tभारत\tभारत\tPROPN\t_\tNumber=Sing\t3\tcompound\t_\tSpaceAfter=No|NER=B-LOC
2\t-\t-\tPUNCT\t_\t_\t1\tpunct\t_\tSpaceAfter=No
3\tचीन\tचीन\tPROPN\t_\t_\t4\tcompound\t_\tNER=B-LOC
4\tवार्ता\tवार्ता\tNOUN\t_\t_\t5\tnsubj\t_\t_
5\tहुई\tहोना\tVERB\t_\tAspect=Perf\t0\troot\t_\tSpaceAfter=No
6\t।\t।\tPUNCT\t_\t_\t5\tpunct\t_\t_

# text = G20 भी।
1-2\tG20भी\t_\t_\t_\t_\t_\t_\t_\t_
1\tG20\tG20\tPROPN\t_\t_\t0\troot\t_\t_
1.1\tहै\tहै\tAUX\t_\t_\t_\t_\t_\t_
2\tभी\tभी\tPART\t_\t_\t1\tdiscourse\t_\tSpaceAfter=No
3\t।\t।\tPUNCT\t_\t_\t1\tpunct\t_\t_
"""


def test_a_doc_has_the_words_and_blanks_of_its_rows() -> None:
    doc = doc_from_conllu(TALKS)
    assert doc.text.rstrip() == "भारत-चीन वार्ता हुई। G20 भी।"
    assert [sentence.text.strip() for sentence in doc.sents] == ["भारत-चीन वार्ता हुई।", "G20 भी।"]


def test_a_doc_has_tags_lemmas_features_and_names() -> None:
    doc = doc_from_conllu(TALKS)
    assert (doc[4].lemma_, doc[4].pos_, str(doc[4].morph)) == ("होना", "VERB", "Aspect=Perf")
    assert [(span.text, span.label_) for span in doc.ents] == [("भारत", "LOC"), ("चीन", "LOC")]


def test_heads_are_of_their_own_sentence() -> None:
    doc = doc_from_conllu(TALKS)
    assert [doc[i].head.text for i in (3, 4, 7)] == ["हुई", "हुई", "G20"]
    assert [token.text for token in doc if token.dep_ == "ROOT"] == ["हुई", "G20"]


def test_blocks_have_comments_and_rows() -> None:
    first, second = blocks(TALKS)
    assert first[0] == {"id": "one", "text": "भारत-चीन वार्ता हुई।"}
    assert len(first[1].splitlines()) == 6
    assert second[0] == {"text": "G20 भी।"}


@pytest.mark.parametrize(
    ("rows", "says"),
    [
        pytest.param("1\tभारत\tभारत\tPROPN", "4 columns", id="columns-missing"),
        pytest.param("1 भारत भारत PROPN _ _ 0 root _ _", "1 columns", id="blanks-for-tabs"),
        pytest.param("1\tभारत\tभारत\tPROPN\t_\t_\t7\tnsubj\t_\t_", "head", id="head-outside"),
    ],
)
def test_malformed_rows_are_told(rows: str, says: str) -> None:
    with pytest.raises(GoldError, match=says):
        doc_from_conllu(rows)


def test_a_story_has_the_id_of_its_text() -> None:
    assert make_story("वार्ता हुई।").id == make_story("वार्ता हुई।", lang="hi", published="2024-05-15").id
    assert make_story("वार्ता हुई।").id != make_story("वार्ता नहीं हुई।").id


SOURCE = Evidence(story="s", sentence=(0, 1), span=(0, 1), quote="a")


@pytest.mark.parametrize(
    ("type_", "mode", "actors", "recipients", "short"),
    [
        pytest.param("ACCUSE", "disapprove", ["IND"], ["PAK"], "ACCUSE/disapprove IND > PAK", id="both-sides"),
        pytest.param("CONSULT", "", ["JPN", "IND"], [], "CONSULT IND+JPN > -", id="one-side-sorted"),
        pytest.param("ASSAULT", "", [""], ["UKR"], "ASSAULT ? > UKR", id="unknown-side"),
    ],
)
def test_an_event_in_short(type_: str, mode: str, actors: list[str], recipients: list[str], short: str) -> None:
    sides = [tuple(Party(text=code, country=code) for code in codes) for codes in (actors, recipients)]
    event = Event(
        id="e", story="s", evidence=SOURCE, by="b", type=type_, mode=mode, actors=sides[0], recipients=sides[1]
    )  # fmt: skip
    assert summary(event) == short


def test_an_engagement_in_short() -> None:
    found = Engagement(
        id="e", story="s", evidence=SOURCE, by="b", kind="dialogue-round", parties=("CHN", "IND"), round=3,
        standing="planned",
    )  # fmt: skip
    assert summary(found) == "dialogue-round CHN+IND #3 @planned"
