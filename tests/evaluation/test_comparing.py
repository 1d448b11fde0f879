"""Two codings compared: what is one claim told otherwise, and what is another claim."""

from pathlib import Path
from typing import Any

import pytest

from vaarta.errors import GoldError
from vaarta.evaluation import Change, compare, read_shapes

SENTENCE = "भारत ने पाकिस्तान की निंदा की।"


def event(type_: str = "ACCUSE", *, at: int = 20, **fields: object) -> dict[str, Any]:
    base = {
        "type": type_, "mode": "disapprove", "actors": [{"text": "भारत", "country": "IND", "sector": "GOV"}],
        "recipients": [{"text": "पाकिस्तान", "country": "PAK", "sector": "GOV"}], "standing": "happened", "when": None,
        "start": at, "end": at + 8, "trigger": "निंदा की", "sentence": SENTENCE, "by": "hi/events#condemn", "score": 0.9,
    }  # fmt: skip
    return {**base, **fields}


def story(*events: dict[str, Any], key: str = "a", **other: object) -> dict[str, dict[str, Any]]:
    return {key: {"id": key, "lang": "hi", "events": list(events), **other}}


def changes(old: dict[str, Any], new: dict[str, Any]) -> list[tuple[str, str, dict[str, Any]]]:
    return [(change.how, change.label, change.fields) for change in compare(old, new).changes]


def test_the_same_coding_differs_in_nothing() -> None:
    assert compare(story(event()), story(event())).same


def test_a_score_is_no_difference() -> None:
    assert compare(story(event(score=0.2)), story(event(score=0.8))).same


def test_claims_in_another_order_are_no_difference() -> None:
    first, second = event(at=0), event(at=40)
    assert compare(story(first, second), story(second, first)).same


def test_an_event_more_is_gained_and_one_less_is_lost() -> None:
    extra = event("THREATEN", at=60, mode=None)
    assert changes(story(event()), story(event(), extra)) == [("gained", "THREATEN IND > PAK", {})]
    assert changes(story(event(), extra), story(event())) == [("lost", "THREATEN IND > PAK", {})]


def test_an_event_with_other_sides_is_changed() -> None:
    nobody: list[dict[str, Any]] = []
    ((how, label, fields),) = changes(story(event()), story(event(recipients=nobody, standing="planned")))
    assert (how, label) == ("changed", "ACCUSE/disapprove IND > - @planned")
    assert fields == {"recipients": (event()["recipients"], []), "standing": ("happened", "planned")}


def test_an_event_of_another_type_told_by_the_same_words_is_changed() -> None:
    ((how, label, fields),) = changes(story(event()), story(event("THREATEN", at=22)))
    assert (how, label) == ("changed", "THREATEN/disapprove IND > PAK")
    assert fields["type"] == ("ACCUSE", "THREATEN")


def test_of_two_events_at_one_place_the_like_are_paired() -> None:
    accuse, demand = event(), event("REQUEST", mode="yield")
    ((how, label, _),) = changes(story(accuse, demand), story(event(standing="possible"), demand))
    assert (how, label) == ("changed", "ACCUSE/disapprove IND > PAK @possible")


def test_other_claims_are_compared_too() -> None:
    said = {"speaker": {"country": "IND"}, "content": "वार्ता होगी", "start": 0, "end": 10}
    met = {"kind": "dialogue-round", "parties": ["CHN", "IND"], "round": 2, "start": 0, "end": 9}
    holds = {"office": "सेना प्रमुख", "holder": "थापा", "start": 0, "end": 9}
    new = story(statements=[said], engagements=[met], offices=[holds])
    assert [label for _, label, _ in changes(story(), new)] == [
        "says IND: वार्ता होगी", "dialogue-round CHN+IND #2", "office सेना प्रमुख थापा",
    ]  # fmt: skip


def test_a_change_names_its_story_type_language_and_sentence() -> None:
    (change,) = compare(story(), story(event())).changes
    assert change == Change(
        how="gained",
        kind="event",
        type="ACCUSE/disapprove",
        lang="hi",
        story="a",
        label="ACCUSE/disapprove IND > PAK",
        sentence=SENTENCE,
    )


def test_stories_of_one_coding_alone_are_told_and_not_compared() -> None:
    compared = compare(story(event(), key="a"), story(event(), key="b"))
    assert (compared.stories, compared.only_old, compared.only_new, compared.changes) == (0, ("a",), ("b",), ())
    assert not compared.same


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("{", r"coded\.jsonl:1: .*one JSON object a line"),
        ('{"id": "a", "events": []}\n[]', r"coded\.jsonl:2: is no story"),
        ('{"id": 7}', "is no story"),
        ('{"id": "a", "events": {}}', "is no story"),
        ('{"id": "a", "events": [1]}', "is no story"),
    ],
    ids=["broken", "list", "number-as-id", "events-no-list", "event-no-object"],
)
def test_what_is_no_coding_is_told_with_its_line(tmp_path: Path, content: str, message: str) -> None:
    path = tmp_path / "coded.jsonl"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(GoldError, match=message):
        read_shapes(path)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match=r"none\.jsonl: cannot be read"):
        read_shapes(tmp_path / "none.jsonl")
