import json
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import pytest
from running import run

import vaarta.pipeline
from vaarta.records import Claims, Passed, Story
from vaarta.store import open_store

TESTS = Path(__file__).resolve().parents[1]

CRASHING = """
import os, sys
sys.path.insert(0, sys.argv[1])
import hand_coded, vaarta.pipeline
from vaarta.cli import main

def crashing(stories, pipelines):
    for number, result in enumerate(hand_coded.fake(stories)):
        if number == 3:
            os._exit(9)
        yield result

vaarta.pipeline.code_stories = crashing
main(["keep", *sys.argv[2:]])
"""


def make_stories(path: Path, count: int) -> None:
    lines = (
        json.dumps({"id": f"s{n}", "lang": "en", "text": f"Country {n} met country {n + 1} for talks."})
        for n in range(count)
    )
    path.write_text("\n".join(lines), encoding="utf-8")


@pytest.mark.usefixtures("pipeline")
def test_stories_are_kept_and_counted(db: Path, stories: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("keep", db, stories) == 0
    said, progress = capsys.readouterr()
    assert progress == ""
    assert "2 stories kept, 0 stories changed, 0 already there, 0 passed over" in said
    assert "coded: 3 events, 1 statements, 2 engagements, 1 offices" in said


@pytest.mark.usefixtures("pipeline")
def test_kept_again_they_are_already_there(db: Path, stories: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run("keep", db, stories)
    capsys.readouterr()
    assert run("keep", db, stories, "--json") == 0
    counts = json.loads(capsys.readouterr().out)
    assert (counts["new"], counts["same"], counts["events"]) == (0, 2, 3)


@pytest.mark.usefixtures("pipeline")
def test_to_resume_codes_only_what_is_not_there(db: Path, stories: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run("keep", db, stories)
    capsys.readouterr()
    run("keep", db, stories, "--resume", "--json")
    counts = json.loads(capsys.readouterr().out)
    assert (counts["same"], counts["events"]) == (2, 0)


@pytest.mark.usefixtures("pipeline")
def test_what_is_passed_over_is_told_and_the_rest_kept(
    db: Path, stories: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    stories.write_bytes(stories.read_bytes() + b'\n{"id": "no text"}\n')
    assert run("keep", db, stories) == 3
    told = capsys.readouterr()
    assert "2 stories kept" in told.out
    assert "1 passed over" in told.out
    assert "line 3: no text" in told.err


@pytest.mark.usefixtures("pipeline")
def test_a_source_that_is_not_there_is_told_and_the_rest_kept(
    db: Path, stories: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("keep", db, "none.txt", stories) == 2
    assert "none.txt" in capsys.readouterr().err
    with open_store(db) as store:
        assert store.counts()["story"] == 2


@pytest.mark.usefixtures("pipeline")
def test_a_file_that_is_no_record_is_refused(tmp_path: Path, stories: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = tmp_path / "notes.txt"
    other.write_text("नोट्स " * 300, encoding="utf-8")
    assert run("keep", other, stories) == 2
    assert "notes.txt is not a Vaarta record" in capsys.readouterr().err


def test_ctrl_c_leaves_the_record_whole_and_says_so(
    db: Path, stories: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(given: Iterable[Story | Passed], _: Mapping[str, str]) -> Iterator[tuple[Story, Claims]]:
        story = next(iter(given))
        assert isinstance(story, Story)
        yield story, Claims(story=story.id, lang=story.lang)
        raise KeyboardInterrupt

    monkeypatch.setattr(vaarta.pipeline, "code_stories", interrupted)
    assert run("keep", db, stories) == 130
    assert "interrupted" in (said := capsys.readouterr().err)
    assert "with 1 stories of this run" in said
    with open_store(db) as store:
        assert store.counts() == {"story": 1}


@pytest.mark.usefixtures("pipeline")
def test_a_run_that_is_killed_loses_and_doubles_nothing(db: Path, tmp_path: Path) -> None:
    source = tmp_path / "many.jsonl"
    make_stories(source, 6)
    paths = [str(TESTS), str(db), str(source)]
    killed = subprocess.run([sys.executable, "-c", CRASHING, *paths], check=False, capture_output=True)
    assert killed.returncode == 9, killed.stderr.decode()
    with open_store(db) as store:
        assert store.counts() == {"story": 3, "event": 3}
    assert run("keep", db, source) == 0
    with open_store(db) as store:
        assert store.counts() == {"story": 6, "event": 6}
        assert [story.id for story in store.stories()] == [f"s{n}" for n in range(6)]
