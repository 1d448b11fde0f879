"""`vaarta diff`: what it tells of two codings, its exit codes, and the stored coding of our own stories."""

import json
from pathlib import Path
from typing import Any

import msgspec
import pytest
from factories import english, hindi
from running import run

from vaarta.records import Claims, Ruling, Story
from vaarta.shape import coded
from vaarta.store import open_store

CORPUS = Path(__file__).parents[1] / "corpus"


def write(path: Path, *shapes: dict[str, Any]) -> Path:
    path.write_text("".join(f"{json.dumps(shape)}\n" for shape in shapes), encoding="utf-8")
    return path


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """Both stories of factories.py, as coded."""
    return write(tmp_path / "old.jsonl", coded(*hindi()), coded(*english()))


def test_nothing_differs_from_itself(old: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("diff", old, old) == 0
    assert capsys.readouterr().out == "2 stories: nothing differs\n"


def test_what_is_lost_and_changed_is_told_with_its_sentence(
    old: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first: dict[str, Any] = json.loads(json.dumps(coded(*hindi())))
    first["events"][0] |= {"standing": "planned", "recipients": []}
    second: dict[str, Any] = {**coded(*english()), "events": []}
    assert run("diff", old, write(tmp_path / "new.jsonl", first, second)) == 1
    out = capsys.readouterr().out
    assert "~ CONSULT/visit IND > - @planned" in out
    assert "recipients: नेपाल के राष्ट्रपति NPL → none" in out
    assert "standing: happened → planned" in out
    assert "- ACCUSE" in out
    assert "hi CONSULT      +0  -0  ~1" in out
    assert out.splitlines()[-1] == "2 stories: 0 gained, 2 lost, 1 changed"


def test_each_difference_is_a_line_of_json(old: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    second: dict[str, Any] = {**coded(*english()), "events": []}
    assert run("diff", old, write(tmp_path / "new.jsonl", coded(*hindi()), second), "--json") == 1
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(line["how"], line["kind"], line["lang"]) for line in lines] == [("lost", "event", "en")] * 2


def test_events_alone_may_be_compared(old: Path, tmp_path: Path) -> None:
    new = write(tmp_path / "new.jsonl", {**coded(*hindi()), "statements": []}, coded(*english()))
    assert run("diff", old, new) == 1
    assert run("diff", old, new, "--events") == 0


@pytest.mark.usefixtures("pipeline")
def test_stories_are_coded_now_and_compared(old: Path, stories: Path) -> None:
    assert run("diff", old, "--code", stories) == 0


def test_a_story_missing_from_one_coding_is_told(old: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("diff", old, write(tmp_path / "new.jsonl", coded(*hindi()))) == 1
    assert "1 stories are not in the new coding" in capsys.readouterr().err


@pytest.mark.parametrize("more", [(), ("new.jsonl", "--code", "stories")], ids=["neither", "both"])
def test_one_thing_to_compare_with_is_wanted(
    old: Path, more: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("diff", old, *more) == 2
    assert "give a NEW file, or what to code now" in capsys.readouterr().err


def test_the_stored_coding_is_of_the_stories_beside_it() -> None:
    ids = [json.loads(line)["id"] for line in (CORPUS / "stories.jsonl").read_text("utf-8").splitlines()]
    shapes = [json.loads(line) for line in (CORPUS / "coded.jsonl").read_text("utf-8").splitlines()]
    assert set(ids) <= {shape["id"] for shape in shapes}
    assert {shape["lang"] for shape in shapes} == {"hi", "en"}
    assert len({event["type"] for shape in shapes for event in shape["events"]}) >= 12


def record(path: Path, *made: tuple[Story, Claims]) -> Path:
    with open_store(path) as store:
        for told in made:
            store.keep(*told)
    return path


def test_two_records_are_compared(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    one = record(tmp_path / "one.db", hindi(), english())
    assert run("diff", one, record(tmp_path / "same.db", hindi(), english())) == 0
    story, claims = english()
    fewer = msgspec.structs.replace(claims, events=claims.events[:1])
    assert run("diff", one, record(tmp_path / "two.db", hindi(), (story, fewer)), "--json") == 1
    (line,) = [json.loads(line) for line in capsys.readouterr().out.splitlines()[1:]]
    assert (line["how"], line["type"]) == ("lost", "AGREE")


def test_a_record_is_compared_as_people_ruled(old: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = record(tmp_path / "ruled.db", hindi(), english())
    assert run("diff", old, path) == 0
    first, second = english()[1].events
    with open_store(path) as store:
        store.rule(Ruling(claim=first.id, verdict="wrong", by="a", on="2024-05-01"))
        store.rule(Ruling(claim=second.id, verdict="amended", by="a", on="2024-05-01", amended={"standing": "denied"}))
    assert run("diff", old, path) == 1
    out = capsys.readouterr().out
    assert "- ACCUSE" in out
    assert "standing: planned → denied" in out
