"""Whose the sides of English acts are where a phrase points elsewhere: to a list, a place, a posting, the story."""

import pytest
from parsed import told


@pytest.mark.parametrize(
    ("key", "events"),
    [
        pytest.param(
            "told-next-door",
            ["ASSAULT/heavy-weapons SOM > -", "ACCUSE/allege SOM > SOM", "CONSULT/visit SOM > DJI"],
            id="a-dateline-next-door-is-not-whom-the-story-is-about",
        ),
        pytest.param(
            "dateline-of-two", ["RETREAT/release MAR > MLI"], id="the-second-place-of-a-dateline-does-not-act"
        ),
        pytest.param("official-from", ["CONSULT CUB+GAB > -"], id="an-official-from-a-country"),
        pytest.param(
            "they-of-a-list",
            ["CONSULT PER > -", "ACCUSE/disapprove CHL+PER > BOL"],
            id="they-are-all-who-were-named-together",
        ),
        pytest.param("they-are-several", ["CONSULT POL > -", "REQUEST/change POL > POL"], id="they-are-not-one-person"),
        pytest.param("thanked-him", ["CONSULT/phone NPL+TUR > -", "SUPPORT NPL > TUR"], id="him-is-not-who-thanks-him"),
        pytest.param(
            "the-soldiers", ["COERCE/arrest LKA > IND", "RETREAT/release LKA > IND"], id="the-soldiers-told-of-before"
        ),
        pytest.param("recalled-ambassador", ["SANCTION/withdraw KEN > ETH"], id="where-the-recalled-envoy-served"),
        pytest.param("including", ["SANCTION/expel BRA+JPN+NOR > SYR"], id="several-of-whom-some-are-named"),
        pytest.param("denied-that-another", ["REJECT SDN > -"], id="what-is-denied-names-no-one-denied"),
        pytest.param("fighter-jet", ["ASSAULT/aerial LBY > EGY"], id="a-make-between-a-country-and-its-jet"),
        pytest.param("no-countrys-group", ["COERCE/arrest JOR > ?"], id="a-group-of-no-country"),
        pytest.param("bosnian-serbs", ["ASSAULT/heavy-weapons BIH > BIH"], id="a-people-of-another-country"),
        pytest.param("artillery-rounds", ["ASSAULT/firearms PRK > KOR"], id="what-is-fired-is-not-fired-at"),
        pytest.param(
            "two-diplomats-said",
            ["SANCTION/discontinue IGO > - @possible"],
            id="who-says-so-is-not-whom-it-is-done-to",
        ),
        pytest.param(
            "diplomats-in", ["CONSULT KEN > -", "ACCUSE/disapprove ? > TCD"], id="diplomats-are-not-of-the-place"
        ),
        pytest.param("workers-party", ["ASSAULT TUR > TUR"], id="a-plural's-apostrophe-is-no-part-of-a-name"),
        pytest.param(
            "the-countrys-leader", ["COERCE/arrest BLR > BLR", "REQUEST/change BLR > BLR"], id="the-country-last-named"
        ),
        pytest.param("escorting-workers", ["ASSAULT AGO > AGO"], id="whom-a-convoy-escorts-is-not-attacked"),
        pytest.param(
            "main-ally",
            ["ASSAULT TUR > SYR", "REQUEST/yield RUS > SYR+TUR"],
            id="who-calls-on-both-sides-is-neither-nor-his-own-recipient",
        ),
        pytest.param("denied-after", ["ACCUSE/allege IDN > VNM", "REJECT IDN > -"], id="a-denial-is-at-no-one-before"),
        pytest.param("against-and-against", ["SANCTION/discontinue PER > CHL+CUB"], id="the-marker-said-twice"),
        pytest.param("a-us-drone", ["ASSAULT/drone YEM > USA"], id="a-make-between-a-country's-name-and-its-drone"),
        pytest.param("the-rebels", ["ASSAULT YEM > YEM"], id="rebels-are-not-of-where-the-talks-were"),
        pytest.param(
            "stones-and-tear-gas",
            ["PROTEST/riot MKD > MKD", "ASSAULT/crowd-control MKD > MKD"],
            id="who-is-struck-strikes-back",
        ),
        pytest.param(
            "pledged-to-the-stricken",
            ["REQUEST/assist NPL > -", "MOBILIZE/troops NPL > -", "AGREE JPN > NPL"],
            id="pledges-are-to-whom-the-story-is-about",
        ),
        pytest.param("flag-burned", ["PROTEST/demo PAK > DNK"], id="a-crowd-is-of-the-place-that-follows"),
        pytest.param("where-talks-were", ["ASSAULT/explosives - > YEM"], id="no-one-dies-where-talks-were-held"),
    ],
)
def test_whose_sides(key: str, events: list[str]) -> None:
    assert told("en", key) == events
