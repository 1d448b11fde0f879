import json
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from running import run

from vaarta.cli.output import ALL_READ, SOME_PASSED, USAGE
from vaarta.store import open_store

sys.path.insert(0, str(Path(__file__).parents[1] / "reading"))
from paper import Paper, page, paper, rss

POLITE = ("--once", "--delay", 0, "--allow-private")


@pytest.fixture
def press() -> Iterator[Paper]:
    with paper() as server:
        server.pages |= {"/feed": rss(f"{server.url}/1", f"{server.url}/2"), "/1": page(1), "/2": page(2)}
        yield server


def test_pipe_gets_each_story_once(press: Paper, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for expected in (["Round 1 of the talks", "Round 2 of the talks"], []):
        assert run("watch", f"{press.url}/feed", "--state", tmp_path / "state", *POLITE) == ALL_READ
        printed = capsys.readouterr().out.splitlines()
        assert [json.loads(line)["headline"] for line in printed] == expected


@pytest.mark.usefixtures("pipeline")
def test_stories_are_kept_and_the_state_stands_beside_the_record(press: Paper, tmp_path: Path) -> None:
    record = tmp_path / "record.db"
    assert run("watch", f"{press.url}/feed", "--keep", record, *POLITE) == ALL_READ
    assert (tmp_path / "record.db.watch").exists()
    with open_store(record) as store:
        assert store.counts()["story"] == 2


def test_what_is_passed_over_is_told(press: Paper, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("watch", f"{press.url}/none", "--state", tmp_path / "state", *POLITE) == SOME_PASSED
    assert capsys.readouterr().err == f"vaarta: {press.url}/none: 404 Not Found\n"


def test_file_is_no_feed_to_watch(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("watch", tmp_path / "feed.xml", *POLITE) == USAGE
    assert "read a file with `vaarta read`" in capsys.readouterr().err


def test_state_of_another_kind_is_wrong_usage(press: Paper, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with open_store(tmp_path / "record.db"):
        pass
    assert run("watch", f"{press.url}/feed", "--state", tmp_path / "record.db", *POLITE) == USAGE
    assert "not the state of a watch" in capsys.readouterr().err


def test_interruption_keeps_what_was_told(
    press: Paper, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("vaarta.reading.watching.Watcher.rest", interrupted)
    state = tmp_path / "state"
    assert run("watch", f"{press.url}/feed", "--state", state, "--delay", 0, "--allow-private") == 130
    assert run("watch", f"{press.url}/feed", "--state", state, *POLITE) == ALL_READ
    assert [json.loads(line)["headline"] for line in capsys.readouterr().out.splitlines()] == [
        "Round 1 of the talks",
        "Round 2 of the talks",
    ]
