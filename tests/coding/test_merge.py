"""One act told twice in a story is one event."""

import pytest
from parsed import event_days, read, told


@pytest.mark.parametrize("lang", ["hi", "en"])
def test_an_act_told_twice_is_one_event_with_both_sentences(lang: str) -> None:
    story, claims = read(lang, "told-twice")
    (event,) = claims.events
    spans = sorted([event.evidence.sentence, *(again.sentence for again in event.again)])
    assert len(spans) == 2
    assert [story.text[a:b] for a, b in spans] == [part.strip() for part in _sentences(story.text)]


@pytest.mark.parametrize("lang", ["hi", "en"])
def test_the_telling_with_a_day_is_the_best(lang: str) -> None:
    assert event_days(lang, "told-twice") == ["2024-05-13"]


@pytest.mark.parametrize("lang", ["hi", "en"])
def test_the_same_act_on_two_days_is_two_events(lang: str) -> None:
    assert event_days(lang, "told-of-two-days") == ["2024-05-13", "2024-05-14"]


@pytest.mark.parametrize(
    ("lang", "events"),
    [
        ("hi", ["ACCUSE/disapprove IND > PAK", "ACCUSE/disapprove IND > CHN"]),
        ("en", ["ACCUSE/disapprove FRA > RUS", "ACCUSE/disapprove FRA > IRN"]),
    ],
)
def test_the_same_act_towards_another_is_another_event(lang: str, events: list[str]) -> None:
    assert told(lang, "other-recipient") == events


def test_an_attack_and_its_dead_are_one_event() -> None:
    _, claims = read("en", "struck-killing")
    (event,) = claims.events
    assert (event.mode, event.evidence.quote) == ("", "struck a base")
    assert [again.quote for again in event.again] == ["killing"]


def _sentences(text: str) -> list[str]:
    end = "।" if "।" in text else "."
    return [part + end for part in text.split(end) if part.strip()]


def test_an_envoy_and_the_president_say_the_same_each_on_his_own() -> None:
    assert len(told("en", "two-speakers")) == 2


def test_an_act_and_its_parts_in_one_sentence_are_one() -> None:
    assert told("en", "raids-of-arrest") == ["COERCE/arrest SAU > SAU"]


def test_a_visit_told_in_other_words_is_one_event_unless_its_days_part_it() -> None:
    _, claims = read("hi", "one-visit-in-other-words")
    (event,) = claims.events
    assert {event.evidence.quote, *(again.quote for again in event.again)} == {"दौरा किया", "पहुंचे"}
    assert event_days("hi", "visits-of-two-days") == ["2024-05-13", "2024-05-15"]


@pytest.mark.parametrize(
    ("lang", "key", "events"),
    [
        pytest.param("hi", "this-attack", ["ASSAULT/suicide-attack TCD > TCD"], id="hindi-this-attack"),
        pytest.param("en", "this-attack", ["ASSAULT/heavy-weapons TCD > TCD"], id="english-in-the-attack"),
        pytest.param(
            "hi",
            "answered-fire",
            ["ASSAULT/firearms PER > CHL", "ASSAULT/firearms CHL > -"],
            id="whom-this-fire-hit-not-who-answered-it",
        ),
    ],
)
def test_words_that_point_back_at_a_blow_tell_its_other_side(lang: str, key: str, events: list[str]) -> None:
    assert told(lang, key) == events


@pytest.mark.parametrize(
    ("lang", "key", "events"),
    [
        pytest.param("hi", "again-in-other-words", ["ASSAULT/explosives - > COD"], id="an-attack-in-other-words"),
        pytest.param("hi", "again-another-incident", ["ASSAULT/explosives - > TCD"] * 2, id="another-incident"),
        pytest.param("hi", "again-one-threat", ["THREATEN PER > CHL"], id="a-threat-and-what-with"),
        pytest.param("hi", "again-coming-visit", ["AGREE TGO > GHA @planned"], id="a-noun-of-what-is-coming"),
        pytest.param("hi", "again-claimed", ["ASSAULT SOM > MLI"], id="who-claims-the-attack-made-it"),
        pytest.param(
            "hi",
            "again-claimed-later",
            ["ASSAULT/explosives SOM > MLI", "ASSAULT MLI > MLI"],
            id="nor-who-was-shot-since",
        ),
        pytest.param("hi", "again-spelt", ["SUPPORT CHL+PER > -"], id="a-name-spaced-otherwise"),
        pytest.param("hi", "again-phoned", ["CONSULT/phone CHL+PER > -"], id="a-call-and-the-talks"),
        pytest.param("hi", "again-one-saying", ["ACCUSE/disapprove PER > CHL"], id="summoned-and-protested"),
        pytest.param("hi", "again-fighters", ["ASSAULT TCD > SOM"], id="fighters-of-no-country-told"),
        pytest.param("en", "again-claimed", ["ASSAULT/explosives SOM > TCD"], id="english-claimed"),
        pytest.param("en", "again-another-incident", ["ASSAULT SOM > TCD"] * 2, id="english-another-incident"),
        pytest.param("en", "again-one-threat", ["THREATEN/restrict PER > CHL"], id="english-one-threat"),
    ],
)
def test_an_act_told_again_in_other_words(lang: str, key: str, events: list[str]) -> None:
    assert [event for event in told(lang, key) if "?" not in event] == events
