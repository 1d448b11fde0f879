"""English of newsgroups, logs and papers read afresh: the events and sayings in short, in order."""

import pytest
from parsed import sayings, told


@pytest.mark.parametrize(
    ("key", "events"),
    [
        pytest.param("korea-halves", ["ASSAULT/heavy-weapons KOR+PRK > -"], id="two-countries-share-a-last-word"),
        pytest.param("rockets-at", ["ASSAULT/heavy-weapons - > ARM"], id="at-a-country-is-no-place"),
        pytest.param("angry-crowds", ["PROTEST/demo ECU > ECU"], id="angry-crowds"),
        pytest.param("thousands-of-natives", ["PROTEST/obstruct PER > -"], id="thousands-of-natives"),
        pytest.param("range-of", ["ACCUSE/disapprove KEN > UGA"], id="a-range-of-parties-condemn"),
        pytest.param("slammed-calling", ["ACCUSE/disapprove NOR > SDN"], id="slammed"),
        pytest.param("anti-american", ["PROTEST/demo ECU > CHN"], id="whom-slogans-are-against"),
        pytest.param("taken-by-gunmen", ["ASSAULT/abduct NGA > DNK"], id="gunmen-abduct"),
        pytest.param("army-post", ["ASSAULT MLI > MLI"], id="an-army-post-of-the-place"),
        pytest.param("a-faction", ["ASSAULT COD > COD"], id="a-faction-of-the-place"),
        pytest.param(
            "embassy-abroad", ["ACCUSE/disapprove NOR > ERI", "PROTEST/demo NOR > ERI"], id="the-embassy-is-the-envoys"
        ),
        pytest.param("sources-apart", ["ASSAULT/firearms PER > PER"], id="a-source-takes-no-part"),
        pytest.param(
            "police-disperse", ["PROTEST/demo PER > PER", "ASSAULT/crowd-control PER > PER"], id="police-disperse-those"
        ),
        pytest.param("state-protests", ["ACCUSE/disapprove JPN > -"], id="states-protest-in-words"),
        pytest.param("telephoned-to", ["CONSULT/phone DNK+KEN > -", "REQUEST/yield DNK > -"], id="telephoned-to-urge"),
        pytest.param("two-ministers", ["CONSULT MLT+OMN > -", "AGREE TGO > PER @planned"], id="two-are-not-the-two"),
        pytest.param(
            "both-after-a-list",
            ["ASSAULT IND+PAK > -", "REQUEST/yield CHN+QAT+USA > IND+PAK"],
            id="both-are-not-who-urge",
        ),
        pytest.param(
            "accused-by",
            ["ACCUSE/allege SAU > IRN", "AID IRN > YEM @possible", "MOBILIZE/troops IRN > YEM"],
            id="accused-by-another",
        ),
        pytest.param("the-latter", ["CONSULT/third-party FRA+GBR > -", "ACCUSE/disapprove FRA > SYR"], id="the-latter"),
        pytest.param("neither-side", ["CONSULT MLI+TCD > -"], id="neither-did"),
        pytest.param("near-a-border", ["ASSAULT EGY > EGY"], id="near-anothers-border"),
        pytest.param("regretted-deaths", ["ASSAULT/aerial SAU > YEM", "CONCEDE SAU > YEM"], id="whose-deaths"),
        pytest.param("unions-strike", ["PROTEST/strike MLT > MLT"], id="people-at-home-protest-against-their-state"),
        pytest.param("whose-president", ["SUPPORT BOL > PER"], id="whose-president"),
        pytest.param("the-bloc", ["SANCTION/discontinue IGO > MLI"], id="the-bloc"),
        pytest.param("ordered-navy", ["MOBILIZE/troops PHL > -"], id="the-navy-one-orders"),
        pytest.param("denied-clause", ["REJECT FJI > -"], id="what-is-denied-anyone-may-have-said"),
    ],
)
def test_the_act_and_its_sides(key: str, events: list[str]) -> None:
    assert told("en", key) == events


@pytest.mark.parametrize(
    ("key", "said"),
    [
        pytest.param(
            "slammed-calling", ["NOR: defending the raids", "NOR: the stance reckless"], id="calling-is-the-subjects"
        ),
        pytest.param(
            "army-speaks", ["KEN: Kenyan warplanes bombed two camps in southern Somalia"], id="whose-army-speaks"
        ),
        pytest.param("quoted-spokesman", ["RUS direct: We are no party to this conflict"], id="the-kremlins-spokesman"),
        pytest.param(
            "its-own-customs",
            ['MLT: every state had laws "according to its own traditions'],
            id="according-to-ones-own-customs-is-no-source",
        ),
        pytest.param("quoted-name", ["OMN direct: Nobody was invited"], id="a-spokesman-named-later"),
        pytest.param("urged-after-quote", ["NOR direct: Do not go back to war"], id="urged-after-a-quotation"),
    ],
)
def test_who_says_what(key: str, said: list[str]) -> None:
    assert sayings("en", key) == said


def test_a_headline_quotes_up_to_a_colon() -> None:
    assert sayings("en", "quoted-headline", headline=True) == ["KEN direct: We regret the loss of so many lives"]
