"""Who acts and who is acted on where Hindi tells it apart from the act: in passives, by pronouns, across clauses."""

import pytest
from parsed import read, told


@pytest.mark.parametrize(
    ("key", "event"),
    [
        pytest.param("state-will-not-give", "REJECT/assist KEN > UGA", id="what-a-state-says-it-will-not-give"),
        pytest.param("seized-after-raid", "COERCE/seize NGA > NGA", id="the-army-that-acted-before"),
        pytest.param("court-said-before", "COERCE/arrest - > GHA", id="a-court-holds-no-one"),
        pytest.param("held-by-pronoun", "COERCE/arrest - > PER", id="nor-who-may-be-the-one-held"),
    ],
)
def test_who_acts_in_a_passive(key: str, event: str) -> None:
    assert told("hi", key)[-1] == event


def test_a_pronoun_is_who_met_a_list_of_people_and_none_of_them() -> None:
    assert told("hi", "met-in-a-list")[-1] == "AGREE IGO+UGA > - @planned"


def test_both_ministers_are_those_named_together() -> None:
    assert told("hi", "both-ministers")[-1] == "CONSULT IND+PER > -"


@pytest.mark.parametrize(
    ("key", "event"),
    [
        pytest.param("told-whose-group", "ACCUSE/allege UGA > TZA", id="a-group-told-to-be-of-a-country"),
        pytest.param("object-over-to", "ACCUSE/disapprove GHA > TGO", id="to-whom-one-objects-before-over-what"),
        pytest.param("fell-there", "ASSAULT - > TCD", id="who-fell-killed-no-one"),
        pytest.param(
            "condemned-with-toll", "ACCUSE/disapprove PER > -", id="a-genitive-after-the-act-is-of-another-noun"
        ),
        pytest.param("families-of-victims", "SUPPORT PER > KEN", id="families-are-those-of-the-attack"),
    ],
)
def test_whose_side_it_is(key: str, event: str) -> None:
    assert told("hi", key)[-1] == event


@pytest.mark.parametrize(
    ("key", "event"),
    [
        pytest.param("one-agrees", "AGREE TGO > GHA", id="what-one-of-two-agrees-to-it-agrees-to-towards-the-other"),
        pytest.param("gone-on-ordered", "REQUEST/yield KEN > UGA", id="who-did-the-like-to-it-just-before"),
        pytest.param("world-asked", "REQUEST/assist PER > ?", id="the-world-is-of-no-country"),
    ],
)
def test_the_other_side_told_before(key: str, event: str) -> None:
    assert told("hi", key)[-1] == event


@pytest.mark.parametrize(
    ("key", "actor"),
    [
        pytest.param("objection-comma", "विदेश मंत्रालय", id="a-comma-parts-clauses"),
        pytest.param("prize-comma", "राष्ट्रपति मुहम्मदु बुहारी", id="no-prize-is-a-president"),
        pytest.param("prince-and-premier", "पीएम", id="no-prince-has-a-premier"),
    ],
)
def test_who_acts_beside_another_noun(key: str, actor: str) -> None:
    assert actor in {party.text for event in read("hi", key)[1].events for party in event.actors}
