from typing import Any, cast

import msgspec
import pytest
from factories import english, evidence, hindi, make_event, make_story

from vaarta.evaluation import coded_story
from vaarta.records import Claims, Party, Story, When
from vaarta.shape import coded

EVENT_KEYS = [
    "type", "mode", "actors", "recipients", "when", "where", "standing", "contexts", "trigger", "start", "end", "again",
    "cameo", "cameo_root", "quad_class", "goldstein", "plover_score", "sentence", "by", "score",
]  # fmt: skip


def items(kind: str, story: Story, claims: Claims) -> list[dict[str, Any]]:
    return cast("list[dict[str, Any]]", coded(story, claims)[kind])


def test_an_event_has_the_keys_of_the_guide_and_offsets() -> None:
    story, claims = hindi()
    (event,) = items("events", story, claims)
    assert list(event) == EVENT_KEYS
    assert story.text[event["start"] : event["end"]] == event["trigger"] == "मुलाक़ात की"
    assert event["actors"] == [{"text": "विदेश मंत्री", "country": "IND", "sector": "GOV"}]
    assert event["when"] == {"text": "सोमवार", "first": "2024-02-05", "last": "2024-02-05"}
    assert event["where"] == {"text": "काठमांडू", "country": "NPL"}


def test_a_statement_starts_and_ends_with_its_content() -> None:
    story, claims = hindi()
    (said,) = items("statements", story, claims)
    assert story.text[said["start"] : said["end"]] == said["content"] == "वार्ता का दूसरा दौर मार्च में होगा।"
    assert (said["direct"], said["cue"], said["addressee"], said["venue"]) == (True, "कहा", None, None)
    assert said["speaker"] == {"text": "प्रवक्ता", "country": "IND", "sector": "GOV", "name": None, "office": None}


def test_an_engagement_names_the_trigger_of_the_larger_one() -> None:
    tour, talks = items("engagements", *hindi())
    assert (tour["part_of"], talks["part_of"]) == (None, tour["trigger"])
    assert (talks["kind"], talks["round"], talks["parties"], talks["standing"]) == (
        "dialogue-round", 2, ["IND", "NPL"], "planned",
    )  # fmt: skip


def test_an_office_has_its_sentence() -> None:
    (office,) = items("offices", *hindi())
    assert (office["holder"], office["office"], office["of"], office["ranks_after"]) == (
        "रमेश थापा", "सेना प्रमुख", "NPL MIL", None,
    )  # fmt: skip
    assert "थापा" in office["sentence"]


def test_the_story_is_told_first() -> None:
    story, claims = english()
    told = coded(story, claims)
    assert list(told)[:6] == ["id", "lang", "published", "section", "headline", "byline"]
    assert (told["section"], told["byline"], told["headline"]) == (None, None, "Paris talks")


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        ("mode", None),
        ("when", {"text": "by 3 May", "first": None, "last": "2024-05-03"}),
        ("where", None),
        ("cameo", None),
        ("cameo_root", None),
        ("quad_class", None),
    ],
    ids=["mode", "open-end", "where", "cameo", "cameo-root", "quad-class"],
)
def test_what_is_unknown_is_null(field: str, expected: object) -> None:
    story = make_story()
    when = When(last="2024-05-03", said="by 3 May")
    event = make_event(story, "met", when=when, actors=(Party(text="someone"),))
    (told,) = items("events", story, Claims(story=story.id, lang="en", events=(event,)))
    assert told[field] == expected
    assert told["actors"] == [{"text": "someone", "country": "", "sector": None}]


def test_other_tellings_are_the_offsets_of_their_sentences() -> None:
    story = make_story("They met. They met again.")
    event = make_event(story, "met", again=(evidence(story, "met again", "They met again."),))
    (told,) = items("events", story, Claims(story=story.id, lang="en", events=(event,)))
    assert told["again"] == [[10, 25]]


def test_it_is_plain_json_that_the_scorer_reads() -> None:
    told = coded(*hindi())
    assert msgspec.json.decode(msgspec.json.encode(told)) == told
    found = coded_story(told)
    assert (len(found.events), len(found.statements), len(found.engagements)) == (1, 1, 2)
