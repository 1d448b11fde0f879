"""`vaarta link`: gather, explain, part and join, on a record kept by hand."""

from pathlib import Path

import msgspec
import pytest
from factories import make_event, make_story
from running import run

from vaarta.records import Claims, Party, Place, When
from vaarta.store import open_store

SIDES = tuple(Party(text=name, country=code, sector="GOV") for name, code in (("India", "IND"), ("Nepal", "NPL")))
TEXTS = (
    "India and Nepal held talks on the Pancheshwar dam in Kathmandu on 6 May 2024.",
    "Talks on the Pancheshwar dam were held by India and Nepal in Kathmandu.",
    "India and Nepal held talks on postage stamps.",
)
DAYS = ("2024-05-06", "2024-05-07", "2024-03-01")


@pytest.fixture
def record(tmp_path: Path) -> Path:
    path = tmp_path / "record.db"
    with open_store(path) as store:
        for number, (text, day) in enumerate(zip(TEXTS, DAYS, strict=True)):
            story = make_story(text, published=day)
            words = "held talks" if "held talks" in text else "Talks"
            when, where = When(first=day, last=day), Place(text="Kathmandu", country="NPL", place_id="gn:1283240")
            event = make_event(story, words, id=f"event-{number}", actors=SIDES, when=when, where=where)
            store.keep(story, Claims(story=story.id, lang="en", events=(event,)))
    return path


def told_by(record: Path, claim: str, capsys: pytest.CaptureFixture[str]) -> list[str]:
    capsys.readouterr()
    assert run("link", record, claim, "--json") == 0
    return sorted(msgspec.json.decode(capsys.readouterr().out)["entry"]["told_by"])


def test_what_two_papers_tell_is_one_thing_with_its_dispute(record: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("link", record, "--json") == 0
    assert msgspec.json.decode(capsys.readouterr().out)["things"] == 1
    assert told_by(record, "event-1", capsys) == ["event-0", "event-1"]
    assert run("link", record, "event-0", "--json") == 0
    explained = msgspec.json.decode(capsys.readouterr().out)
    assert explained["entry"]["disputes"][0]["answers"] == [["2024-05-06", ["event-0"]], ["2024-05-07", ["event-1"]]]
    assert "same-place" in explained["links"][0]["why"]


def test_a_person_parts_and_joins_and_comparing_anew_leaves_it(
    record: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run("link", record)
    assert run("link", record, "--different", "event-0", "event-1", "--by", "Mira", "--why", "two rounds") == 0
    assert run("link", record, "--same", "event-1", "event-2", "--by", "Mira") == 0
    run("link", record)
    assert told_by(record, "event-0", capsys) == ["event-0"]
    assert told_by(record, "event-2", capsys) == ["event-1", "event-2"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("event-9",), "no claim 'event-9'"),
        (("event",), "3 claims that begin with 'event'"),
        (("--same", "event-0", "event-0"), "are one claim"),
        (("event-0", "--unsure"), "ask for one thing"),
    ],
    ids=["unknown", "ambiguous", "itself", "two-questions"],
)
def test_what_cannot_be_is_said(
    record: Path, arguments: tuple[str, ...], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("link", record, *arguments, "--by", "Mira") == 2
    assert said in capsys.readouterr().err


def test_a_table_tells_who_says_what(
    record: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    run("link", record, "--different", "event-0", "event-1", "--by", "Mira")
    monkeypatch.setattr("vaarta.cli.link.wants_json", lambda _: False)
    capsys.readouterr()
    assert run("link", record, "event-0") == 0
    shown = capsys.readouterr().out
    assert "different says Mira" in shown
    assert "Pancheshwar" in shown
