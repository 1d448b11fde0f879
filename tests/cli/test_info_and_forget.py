import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from factories import english, hindi
from running import run

from vaarta.store import open_store
from vaarta.store.opening import migrations


@pytest.fixture
def kept(db: Path) -> Path:
    with open_store(db) as store:
        for told in (hindi(), english()):
            store.keep(*told)
    return db


def test_info_says_what_is_in_the_record(kept: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("info", kept) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["stories"] == 2
    assert told["claims"] == {"engagement": 2, "event": 3, "statement": 1, "tenure": 1}
    assert (told["first"], told["last"], told["published"]) == (
        "2024-02-05",
        "2024-05-03",
        ["2024-02-06", "2024-04-30"],
    )
    assert (told["entries"], told["faults"], told["languages"]) == (7, [], {"en": 1, "hi": 1})


def test_info_is_readable(kept: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("vaarta.cli.info.wants_json", lambda _: False)
    assert run("info", kept) == 0
    text = capsys.readouterr().out
    version = f"record of version {len(migrations())}"
    for said in (version, "whole", "claims      7 (engagement 2, event 3", "2024-02-05 to 2024-05-03"):
        assert said in text


def test_info_of_an_empty_record(db: Path, capsys: pytest.CaptureFixture[str]) -> None:
    open_store(db).close()
    assert run("info", db, "--quick") == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["stories"], told["claims"], told["faults"]) == (0, {}, None)


def test_a_damaged_record_is_told(kept: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with closing(sqlite3.connect(kept)) as record:
        record.execute("PRAGMA writable_schema = ON")
        record.execute("DELETE FROM sqlite_schema WHERE name = 'claim_first'")
        record.execute("PRAGMA foreign_keys = OFF")
        record.execute("DELETE FROM story WHERE lang = 'en'")
        record.commit()
    assert run("info", kept) == 2
    said = capsys.readouterr()
    assert "is damaged" in said.err
    assert json.loads(said.out)["faults"]


def test_a_page_overwritten_is_told(kept: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with closing(sqlite3.connect(kept)) as record:
        record.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    whole = kept.read_bytes()
    kept.write_bytes(whole[: 4096 * 4] + b"\xff" * 4096 * 3 + whole[4096 * 7 :])
    assert run("info", kept) == 2
    assert "is damaged" in capsys.readouterr().err


def test_a_story_is_forgotten_and_the_trail_printed(kept: Path, capsys: pytest.CaptureFixture[str]) -> None:
    story = english()[0].id
    assert run("forget", kept, "--story", story, "--why", "court order", "--by", "desk") == 0
    (told,) = map(json.loads, capsys.readouterr().out.splitlines())
    assert (told["story"], told["why"], told["by"], len(told["claims"])) == (story, "court order", "desk", 2)
    with open_store(kept, write=False) as store:
        assert store.counts()["story"] == 1


def test_a_publisher_is_forgotten(kept: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("forget", kept, "--publisher", "नमूना समाचार", "--why", "asked", "--dry-run") == 0
    assert capsys.readouterr().out.split() == [hindi()[0].id]
    assert run("forget", kept, "--publisher", "नमूना समाचार", "--why", "asked", "--by", "desk") == 0
    with open_store(kept, write=False) as store:
        assert [story.lang for story in store.stories()] == ["en"]


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        pytest.param(["--story", "story-0"], "has no story story-0", id="story"),
        pytest.param(["--publisher", "Other Times"], "has no story from 'Other Times'", id="publisher"),
        pytest.param([], "say what to forget", id="nothing"),
    ],
)
def test_what_is_not_there_is_told(kept: Path, asked: list[str], says: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("forget", kept, *asked, "--why", "asked", "--by", "desk") == 2
    assert says in capsys.readouterr().err


@pytest.mark.usefixtures("pipeline")
def test_keeping_says_what_was_taken_down_before(kept: Path, stories: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run("forget", kept, "--story", english()[0].id, "--why", "court order", "--by", "desk")
    capsys.readouterr()
    assert run("keep", kept, stories) == 0
    assert "0 already there, 1 taken down before" in capsys.readouterr().out
