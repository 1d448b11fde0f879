"""What translated and general world news says in its own ways: relative clauses, quantities, agents, one's own."""

import pytest
from parsed import told


@pytest.mark.parametrize(
    ("lang", "key", "events"),
    [
        pytest.param("hi", "relative-object", ["RETREAT/release MAR > TUN"], id="hi-whom-a-relative-pronoun-means"),
        pytest.param("hi", "relative-past-clause", ["RETREAT/resign TCD > -", "ACCUSE/disapprove TCD > SDN"],
                     id="hi-subject-before-a-relative-clause"),
        pytest.param("en", "relative-passive", ["RETREAT/release GHA > TGO"], id="en-who-was-freed"),
        pytest.param("en", "more-than-people", ["ASSAULT/targeted - > KEN"], id="en-more-than-so-many"),
        pytest.param("en", "hundreds-condemning", ["PROTEST/obstruct PER > CHL", "ACCUSE/disapprove PER > CHL"],
                     id="en-hundreds-of-farmers-share-their-subject"),
        pytest.param("en", "agent-too-low", ["SUPPORT MLI > TCD"], id="en-agent-parsed-under-another-noun"),
        pytest.param("en", "suspected-of", ["COERCE/arrest KEN > SOM"], id="en-police-did-not-kill"),
    ],
)  # fmt: skip
def test_whose_act_it_is_by_the_clause(lang: str, key: str, events: list[str]) -> None:
    assert told(lang, key) == events


@pytest.mark.parametrize(
    ("key", "events"),
    [
        pytest.param("bare-subject-group", ["CONSULT OMN > ISR+LBN"], id="a-group-is-not-the-country's-before-it"),
        pytest.param("people-before-power", ["PROTEST/demo KEN > KEN"], id="people-before-their-government"),
        pytest.param("owned-by-a-pronoun", ["AGREE GHA+TGO > -"], id="bare-subject-parsed-into-what-a-pronoun-owns"),
        pytest.param("went-is-no-passive", ["PROTEST/strike PER > -"], id="who-went-was-not-acted-on"),
        pytest.param("asked-for-not-of", ["REQUEST/yield KEN > -"], id="whom-it-would-befall-is-not-asked"),
    ],
)
def test_hindi_without_markers(key: str, events: list[str]) -> None:
    assert told("hi", key) == events


def test_one_s_own_minister_is_dismissed() -> None:
    assert told("en", "dismissed-own") == ["SANCTION/expel ZMB > ZMB"]


def test_a_wrong_that_a_speaker_tells_of_is_an_accusation() -> None:
    assert told("en", "wrong-told") == ["ACCUSE/allege LVA > RUS"]


def test_who_will_not_sign_refuses() -> None:
    assert told("en", "will-not-sign") == ["REJECT WSM > TON"]
