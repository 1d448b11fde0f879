import io
import json

import msgspec
import pytest

from vaarta.reading.jsonl import read_document, read_lines
from vaarta.reading.limits import LINE
from vaarta.records import Passed, Story
from vaarta.testing import make_story

TEXT = "  दोनों देशों के मंत्री सोमवार को मिले।\nवे १२ मई को फिर मिलेंगे।  "


def read(*items: object) -> list[Story | Passed]:
    return list(read_lines(io.BytesIO("\n".join(json.dumps(item) for item in items).encode()), "a.jsonl"))


def one(**item: object) -> Story:
    (story,) = read(item)
    assert isinstance(story, Story)
    return story


def test_text_id_language_and_time_are_kept_as_given() -> None:
    story = one(id="dd-1", lang="hi", published="2024-05-06", text=TEXT)
    assert (story.id, story.lang, story.published, story.text) == ("dd-1", "hi", "2024-05-06", TEXT)
    assert [TEXT[start:end] for start, end in story.paragraphs] == [
        "दोनों देशों के मंत्री सोमवार को मिले।",
        "वे १२ मई को फिर मिलेंगे।",
    ]


def test_title_is_not_put_before_a_text_that_is_given() -> None:
    story = one(
        id="1", lang="hi", title="मंत्री मिले", author="आशा", outlet="समाचार", link="https://a.example/1", text=TEXT
    )
    assert (story.headline, story.byline, story.publisher, story.url, story.text) == (
        "मंत्री मिले",
        "आशा",
        "समाचार",
        "https://a.example/1",
        TEXT,
    )


def test_text_not_in_nfc_is_put_in_it() -> None:
    assert (
        one(id="1", lang="hi", text="मंत्री ने फ\u093cैसला लिया और \u0958तर गए").text
        == "मंत्री ने फ\u093cैसला लिया और क\u093cतर गए"
    )


@pytest.mark.parametrize("name", ["a\x00b", "a\nb", "\x7f", "\x9b2J"])
@pytest.mark.parametrize("reader", ["", "html"])
def test_a_story_whose_id_has_control_characters_is_passed_over(name: str, reader: str) -> None:
    bad, good = read(
        {"id": name, "lang": "hi", "text": TEXT, "reader": reader}, {"id": "1", "lang": "hi", "text": TEXT}
    )
    assert isinstance(bad, Passed)
    assert (bad.reason, bad.record) == ("an id with control characters", "line 1")
    assert isinstance(good, Story)


def test_unknown_and_null_fields_do_no_harm() -> None:
    story = one(
        id=7, lang=None, published=None, title=None, authors=["आशा", {"name": "रवि"}], extra={"a": [1]}, text=TEXT
    )
    assert (story.id, story.lang, story.published, story.byline) == ("7", "hi", "", "आशा, रवि")


def test_story_without_id_is_named_by_its_content() -> None:
    assert one(text=TEXT).id == one(text=TEXT, lang="hi").id != one(text=TEXT + "।").id


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ("2024-05-06T10:00:00Z", "2024-05-06T10:00:00+00:00"),
        ("6 मई 2024, 10:00 IST", "2024-05-06T10:00:00+05:30"),
        ("soon", ""),
    ],
)
def test_times_are_written_in_one_way(given: str, wanted: str) -> None:
    assert one(text=TEXT, published=given).published == wanted


def test_our_own_stories_come_back_as_they_are() -> None:
    story = make_story("दोनों देश मिले।\n\nवे फिर मिलेंगे।", lang="hi")
    printed = msgspec.structs.replace(story, reader="html", byline="Asha", image="https://a.example/i.jpg")
    assert list(read_lines(io.BytesIO(msgspec.json.encode(printed) + b"\n"), "-")) == [printed]


BAD = [
    pytest.param("{", "not JSON: ", id="broken"),
    pytest.param("[1]", "not a JSON object", id="a list"),
    pytest.param('{"id": "1"}', "no text", id="no text"),
    pytest.param('{"text": ""}', "no text", id="empty text"),
    pytest.param('{"text": " .. "}', "no text", id="no words"),
    pytest.param('{"text": 5}', "no text", id="text that is none"),
    pytest.param('{"lang": "mr", "text": "काही तरी"}', "language: mr; ", id="another language"),
    pytest.param('{"text": "\\ud800"}', "not JSON: ", id="half a surrogate"),
    pytest.param("[" * 100_000, "not JSON: ", id="deep"),
]


@pytest.mark.parametrize(("line", "reason"), BAD)
def test_bad_line_is_passed_over_by_its_number_and_the_next_is_read(line: str, reason: str) -> None:
    good = json.dumps({"id": "good", "text": TEXT})
    passed, story = read_lines(io.BytesIO(f"\n{line}\n{good}".encode()), "a.jsonl")
    assert isinstance(passed, Passed)
    assert (passed.source, passed.record) == ("a.jsonl", "line 2")
    assert passed.reason.startswith(reason)
    assert isinstance(story, Story)


def test_endless_line_is_passed_over_and_the_next_is_read() -> None:
    good = json.dumps({"id": "good", "text": TEXT}).encode()
    passed, story = read_lines(io.BytesIO(b'{"text": "' + b"x" * (LINE + 5) + b'"}\n' + good), "a.jsonl")
    assert passed == Passed(source="a.jsonl", reason="longer than 5 MB", record="line 1")
    assert isinstance(story, Story)


def test_bytes_that_are_no_text_are_passed_over() -> None:
    (passed,) = read_lines(io.BytesIO(b'{"text": "\xff\xfe"}'), "a.jsonl")
    assert isinstance(passed, Passed)


def test_document_with_a_list_gives_each_story() -> None:
    found = list(read_document(json.dumps([{"id": "1", "text": TEXT}, {"id": "2"}]).encode(), "a.json"))
    assert isinstance(found[0], Story)
    assert found[1] == Passed(source="a.json", reason="no text", record="item 2")


def test_broken_document_is_passed_over() -> None:
    (passed,) = read_document(b"[{", "a.json")
    assert isinstance(passed, Passed)
    assert passed.reason.startswith("not JSON")
