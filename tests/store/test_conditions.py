"""What claims are found by. Each row names the claims of the two stories of factories.py that must be found."""

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from factories import english, evidence, hindi, make_event, make_story

from vaarta.records import Claims, Engagement, Party, Ruling
from vaarta.store import Condition, Store, conditions, open_store, record

VISIT, SAID, TOUR, TALKS, OFFICE = "CONSULT", "statement-1", "engagement-1", "engagement-2", "tenure-1"
ACCUSE, AGREE = "ACCUSE", "AGREE"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with open_store(tmp_path_factory.mktemp("record") / "record.db") as opened:
        for told in (hindi(), english()):
            opened.keep(*told)
        yield opened


def found(store: Store, *given: Condition) -> set[str]:
    claims = (answer.claim for answer in store.find(given))
    return {getattr(claim, "type", claim.id) for claim in claims}


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        pytest.param(conditions.by("IND"), {VISIT, SAID, TOUR, TALKS}, id="by-country"),
        pytest.param(conditions.by("NPL"), {TOUR, TALKS, OFFICE}, id="by-country-that-only-receives-an-event"),
        pytest.param(conditions.by("रमेश थापा"), {OFFICE}, id="by-name"),
        pytest.param(conditions.by("रमेश"), {OFFICE}, id="by-part-of-a-name"),
        pytest.param(conditions.by("रमे"), set(), id="by-part-of-a-word"),
        pytest.param(conditions.by("germany"), {AGREE}, id="by-name-in-any-case"),
        pytest.param(conditions.by("XYZ"), set(), id="by-no-one"),
        pytest.param(conditions.about("NPL"), {VISIT}, id="about"),
        pytest.param(conditions.between("NPL", "IND"), {VISIT, TOUR, TALKS}, id="between"),
        pytest.param(conditions.between("DEU", "FRA"), {AGREE}, id="between-two-actors"),
        pytest.param(conditions.of_kind("event"), {VISIT, ACCUSE, AGREE}, id="kind"),
        pytest.param(conditions.of_kind("visit"), {TOUR}, id="kind-of-engagement"),
        pytest.param(conditions.of_type("consult"), {VISIT}, id="type-in-any-case"),
        pytest.param(conditions.of_type("ACCUSE/disapprove"), {ACCUSE}, id="type-and-mode"),
        pytest.param(conditions.of_type("CONSULT/phone"), set(), id="another-mode"),
        pytest.param(conditions.standing("planned"), {TALKS, AGREE}, id="standing"),
        pytest.param(conditions.in_language("en"), {ACCUSE, AGREE}, id="language"),
        pytest.param(conditions.since("2024-03-31"), {TALKS, ACCUSE, AGREE}, id="since-the-last-day-of-a-range"),
        pytest.param(conditions.since("2024-04-30"), {ACCUSE, AGREE}, id="since-the-day-of-publication"),
        pytest.param(conditions.until("2024-02-05"), {VISIT}, id="until"),
        pytest.param(conditions.until("2024-03-01"), {VISIT, SAID, TOUR, TALKS, OFFICE}, id="until-a-first-day"),
    ],
)
def test_a_condition_finds_what_meets_it(store: Store, condition: Condition, expected: set[str]) -> None:
    assert found(store, condition) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param("हिंदी दिवस", {SAID, TOUR, TALKS, OFFICE}, id="anusvara-for-a-half-nasal"),
        pytest.param("मुलाकात", {VISIT, TOUR, TALKS, OFFICE}, id="nukta-left-out"),
        pytest.param("मुलाक\u093cात", {VISIT, TOUR, TALKS, OFFICE}, id="nukta-as-a-code-point"),
        pytest.param("मंत्री", {VISIT, SAID, TOUR, TALKS, OFFICE}, id="in-the-headline-too"),
        pytest.param("मन्त्री", {VISIT, SAID, TOUR, TALKS, OFFICE}, id="half-nasal-for-anusvara"),
        pytest.param("मित्र", set(), id="another-word-with-the-same-consonants"),
        pytest.param("मत्र", set(), id="no-word"),
        pytest.param("३ may", {AGREE, ACCUSE}, id="devanagari-digit-two-scripts"),
        pytest.param("PARIS germany", {AGREE, ACCUSE}, id="any-case-and-order"),
        pytest.param("France Nepal", set(), id="all-words-must-be-there"),
        pytest.param('" OR * ) NEAR(', set(), id="no-query-language"),
        pytest.param("…", {VISIT, SAID, TOUR, TALKS, OFFICE, ACCUSE, AGREE}, id="no-words-at-all"),
    ],
)
def test_words_are_found_in_any_spelling(store: Store, words: str, expected: set[str]) -> None:
    assert found(store, conditions.with_words(words)) == expected


@pytest.mark.parametrize(
    ("name", "found_"),
    [
        pytest.param("सामरिक वार्ता", {"dialogue-round"}, id="its-words"),
        pytest.param("वार्ता सामरिक", {"dialogue-round"}, id="in-any-order"),
        pytest.param("हिन्द-प्रशांत", {"dialogue-round"}, id="in-any-spelling"),
        pytest.param("सीमा वार्ता", set(), id="another-series"),
        pytest.param("", {"dialogue-round"}, id="any-engagement"),
    ],
)
def test_a_series_is_found_by_its_name(tmp_path: Path, name: str, found_: set[str]) -> None:
    story = make_story("भारत-जापान हिंद-प्रशांत सामरिक वार्ता का दूसरा दौर")
    talks = Engagement(
        id="one", story=story.id, evidence=evidence(story, "दूसरा दौर"), by="test#hand", kind="dialogue-round",
        series="भारत-जापान हिंद-प्रशांत सामरिक वार्ता",
    )  # fmt: skip
    with open_store(tmp_path / "record.db") as store:
        store.keep(story, Claims(story=story.id, lang="hi", events=(make_event(story, "वार्ता"),), engagements=(talks,)))
        assert {answer.claim.kind for answer in store.find([conditions.in_series(name)])} == found_  # type: ignore[union-attr]


def test_a_day_said_is_told_from_a_day_of_publication(store: Store) -> None:
    assert found(store, conditions.dated()) == {VISIT, TALKS, AGREE}


def test_all_conditions_must_hold(store: Store) -> None:
    assert found(store, conditions.by("IND"), conditions.of_kind("event"), conditions.with_words("नेपाल")) == {VISIT}


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        pytest.param(conditions.by("IND"), {VISIT, SAID, TOUR, TALKS}, id="by-country"),
        pytest.param(conditions.by("रमेश थापा"), {OFFICE}, id="by-name"),
        pytest.param(conditions.about("नेपाल"), {VISIT}, id="about-name"),
        pytest.param(conditions.between("NPL", "IND"), {VISIT, TOUR, TALKS}, id="between"),
    ],
)
def test_what_many_claims_meet_is_looked_for_claim_by_claim(
    store: Store, condition: Condition, expected: set[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(record, "MANY", 1)
    only_each = msgspec.structs.replace(condition, sql="0")
    claims = (answer.claim for answer in store.find((only_each,), limit=50))
    assert {getattr(claim, "type", claim.id) for claim in claims} == expected


def test_what_was_ruled_wrong_last_is_left_out(tmp_path: Path) -> None:
    story = make_story("France met Italy. France thanked Italy.")
    events = (make_event(story, "met"), make_event(story, "thanked", "SUPPORT"))
    with open_store(tmp_path / "record.db") as store:
        store.keep(story, Claims(story=story.id, lang="en", events=events))
        for event, verdicts in zip(events, (("wrong", "right"), ("right", "wrong")), strict=True):
            for verdict in verdicts:
                store.rule(Ruling(claim=event.id, verdict=verdict, by="a", on="2024-05-01"))  # type: ignore[arg-type]
        assert found(store, conditions.not_ruled_wrong()) == {"CONSULT"}


def test_a_claim_without_any_day_is_found_but_not_by_days(tmp_path: Path) -> None:
    story = make_story()
    with open_store(tmp_path / "record.db") as store:
        store.keep(story, Claims(story=story.id, lang="en", events=(make_event(story, "met"),)))
        assert found(store) == {"CONSULT"}
        assert found(store, conditions.since("1900-01-01")) == set()


def test_a_name_of_three_capitals_is_found_as_a_name(tmp_path: Path) -> None:
    story = make_story("IMF met Italy.")
    event = make_event(story, "met", actors=(Party(text="IMF", country="IGO"),))
    with open_store(tmp_path / "record.db") as store:
        store.keep(story, Claims(story=story.id, lang="en", events=(event,)))
        assert found(store, conditions.by("IMF")) == found(store, conditions.by("IGO")) == {"CONSULT"}
