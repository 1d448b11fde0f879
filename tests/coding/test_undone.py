"""What is refused on a condition, only thought of, or judged as one's own."""

import pytest
from parsed import told


@pytest.mark.parametrize(
    ("lang", "key", "events"),
    [
        pytest.param("en", "refused-unless-trust", ["REJECT/yield TCD > NER"], id="en-whom-the-condition-names"),
        pytest.param("en", "not-freed-until", ["REJECT/yield TCD > NER"], id="en-who-must-do-something-first"),
        pytest.param("en", "refused-unless", ["REJECT/yield PER > CHL"], id="en-refused-by-its-verb"),
        pytest.param("en", "until-parliament", ["REJECT OMN > -"], id="en-one-s-own-parliament-is-no-other-side"),
        pytest.param("hi", "not-back-until", ["REJECT/yield PER > CHL"], id="hi-whom-the-condition-names"),
        pytest.param("hi", "who-speaks-of-it", ["REJECT/meet ARM > AZE"], id="hi-who-speaks-of-the-condition"),
    ],
)
def test_a_refusal_on_a_condition_is_to_whom_that_names(lang: str, key: str, events: list[str]) -> None:
    assert told(lang, key) == events


@pytest.mark.parametrize("key", ["wary-of-agreeing", "capable-of-striking", "prospect-of-sending"])
def test_what_is_only_thought_of_is_not_done(key: str) -> None:
    assert told("en", key) == []


def test_what_one_is_accused_of_is_alleged() -> None:
    assert "ASSAULT/aerial - > MEX @possible" in told("en", "accused-of-bombing")


@pytest.mark.parametrize(
    ("lang", "key", "events"),
    [
        pytest.param("en", "defended-own", ["SANCTION/withdraw PER > BOL"], id="en-one-s-own-decision-is-an-act"),
        pytest.param("en", "defended-its-country", [], id="en-one-s-country-s-doings"),
        pytest.param("en", "praised-own-ties", ["SUPPORT GHA > TGO"], id="en-ties-are-with-another"),
        pytest.param("en", "defended-other", ["SUPPORT RUS > SYR"], id="en-another"),
        pytest.param("hi", "defended-own-stand", [], id="hi-one-s-own-stand"),
        pytest.param("hi", "defended-other", ["SUPPORT RUS > SYR"], id="hi-another"),
        pytest.param("hi", "own-support", ["SUPPORT EGY > SDN"], id="hi-one-s-own-support-is-the-act"),
    ],
)
def test_who_judges_his_own_doings_judges_nobody(lang: str, key: str, events: list[str]) -> None:
    assert told(lang, key) == events


@pytest.mark.parametrize(
    ("key", "events"),
    [
        pytest.param("hailed-as-step", [], id="whom-it-is-called-a-blow-to"),
        pytest.param("condemned-as-by", ["ACCUSE/disapprove PER > CHL"], id="whose-it-is-called"),
    ],
)
def test_what_a_judged_thing_is_called(key: str, events: list[str]) -> None:
    assert told("en", key) == events


@pytest.mark.parametrize(
    ("lang", "key", "events"),
    [
        pytest.param("en", "wants-lifted", [], id="en-wanted"),
        pytest.param("hi", "would-have-died", [], id="hi-irreal"),
        pytest.param("hi", "would-have-attacked", [], id="hi-irreal-under-a-condition"),
        pytest.param("hi", "gives-each-year", ["AID KEN > SOM"], id="hi-habit-has-its-auxiliary"),
    ],
)
def test_what_would_be_or_is_wanted_is_not_done(lang: str, key: str, events: list[str]) -> None:
    assert told(lang, key) == events


@pytest.mark.parametrize(
    ("key", "events"),
    [
        pytest.param("talked-about-ties", [], id="about-ties-with-another"),
        pytest.param("talked-with-about", ["CONSULT GHA+TGO > -"], id="with-another-about-it"),
        pytest.param("about-with-counterpart", ["CONSULT KEN+SOM > -"], id="a-counterpart-is-talked-with"),
        pytest.param("hailed-where", [], id="where-what-is-hailed-was-held"),
        pytest.param("condemned-killing-in", ["ACCUSE/disapprove KEN > SDN"], id="where-people-were-killed"),
    ],
)
def test_english_sides_are_not_what_is_talked_about_nor_where_talks_were(key: str, events: list[str]) -> None:
    assert told("en", key) == events


def test_they_are_not_the_army_of_army_trucks() -> None:
    assert told("en", "army-trucks")[-1].startswith("SUPPORT GHA")


@pytest.mark.parametrize(
    ("lang", "key", "events"),
    [
        pytest.param("en", "verge-of-restarting", ["AGREE BTN+NPL > - @planned"], id="en-talks-that-are-near"),
        pytest.param("en", "verge-of-expelling", [], id="en-a-blow-that-is-near-is-not-done"),
        pytest.param("hi", "will-restart-talks", ["AGREE BTN+NPL > - @planned"], id="hi-talks-to-be-resumed"),
    ],
)
def test_what_is_near_is_planned_talks_or_nothing(lang: str, key: str, events: list[str]) -> None:
    assert told(lang, key) == events
