"""`vaarta keep` of what `vaarta code --whole` printed: the claims as they are, or the reason why not."""

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest
from dying import without_models
from factories import english, hindi
from hand_coded import fake
from running import run

import vaarta.pipeline
from vaarta.records import Claims, Passed, Story
from vaarta.shape import coded, whole
from vaarta.store import open_store

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "benchmarks"))
from crash_keep import compare  # noqa: E402 - a benchmark's

Line = dict[str, Any]
Change = Callable[[Line], object]


def lines_of(*told: tuple[Story, Claims]) -> list[Line]:
    lines: list[Line] = msgspec.json.decode(msgspec.json.encode([whole(*one) for one in told]))
    for line in lines:
        line["story"]["reader"] = "jsonl"
    return lines


def written(path: Path, lines: list[Line]) -> Path:
    path.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), "utf-8")
    return path


@pytest.fixture
def no_coding(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lets nothing be coded: what is to be passed over goes through."""

    def passing(given: Any, _: object) -> Any:
        for one in given:
            assert isinstance(one, Passed)
            yield one

    monkeypatch.setattr(vaarta.pipeline, "code_stories", passing)


@pytest.mark.parametrize("how", ["code --whole", "code --out"])
def test_the_record_is_that_of_the_stories_themselves(
    stories: Path, db: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], how: str
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(vaarta.pipeline, "code_stories", fake)
        without_models(patch)
        run("keep", tmp_path / "stories.db", stories)
        capsys.readouterr()
        if how == "code --out":
            run("code", stories, "--out", tmp_path / "out", "--workers", 1)
            source = tmp_path / "out/coded"
        else:
            run("code", stories, "--whole")
            source = tmp_path / "coded.jsonl"
            source.write_text(capsys.readouterr().out, "utf-8")

        def none(*_: object) -> None:
            raise AssertionError("coded again")

        patch.setattr(vaarta.pipeline, "code_stories", none)
        assert run("keep", db, source) == 0
    assert compare(tmp_path / "stories.db", db) == []
    with open_store(db) as kept:
        assert kept.counts()["story"] == 2


@pytest.mark.usefixtures("pipeline")
def test_stories_and_coded_stories_may_come_together(db: Path, stories: Path, tmp_path: Path) -> None:
    told = stories.read_text("utf-8").splitlines()
    (first, _) = lines_of(hindi(), english())
    mixed = tmp_path / "mixed.jsonl"
    mixed.write_text("\n".join([json.dumps(first), told[1]]), "utf-8")
    assert run("keep", db, mixed) == 0
    run("keep", tmp_path / "stories.db", stories)
    assert compare(tmp_path / "stories.db", db) == []


@pytest.mark.usefixtures("no_coding")
def test_what_is_in_the_record_already_is_passed_by_when_resuming(
    db: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = written(tmp_path / "coded.jsonl", lines_of(hindi(), english()))
    run("keep", db, source)
    capsys.readouterr()
    assert run("keep", db, source, "--resume", "--json") == 0
    assert json.loads(capsys.readouterr().out)["same"] == 2


def shift(line: Line) -> None:
    line["claims"]["events"][0]["evidence"]["span"] = [0, 10]


def far(line: Line) -> None:
    line["claims"]["events"][0]["evidence"]["sentence"] = [0, 9999]


def double(line: Line) -> None:
    line["claims"]["events"].append(line["claims"]["events"][0])


def foreign(line: Line) -> None:
    line["claims"]["statements"][0]["evidence"]["story"] = "another"


def invent(line: Line) -> None:
    line["claims"]["events"][0]["type"] = "HUG"


def grow(line: Line) -> None:
    line["claims"]["events"][0]["mood"] = "sad"


CHANGES: list[tuple[str, Change, str]] = [
    ("another version", lambda line: line.update(vaarta="0.0.1"), "coded by vaarta 0.0.1, this is"),
    ("words elsewhere", shift, "'मुलाक़ात की' is not at 0-10 of its story"),
    ("a sentence beyond the end", far, "of its story"),
    ("words of another story", foreign, "of its story"),
    ("one claim twice", double, "two of its claims have one id"),
    ("a type that there is not", invent, "HUG"),
    ("a field that there is not", grow, "mood"),
    ("claims of another story", lambda line: line["claims"].update(story="x"), "its claims are of story x (hi)"),
    (
        "a text that is not NFC",
        lambda line: line["story"].update(text="\u0958" + line["story"]["text"]),
        "changed after",
    ),
    ("an event taken out", lambda line: line["events"].clear(), "not those that it shows: events differ"),
    ("another score", lambda line: line["events"][0].update(score=0.1), "not those that it shows: events differ"),
    ("another day", lambda line: line.update(published=None), "not those that it shows: published differ"),
    ("no text", lambda line: line["story"].update(text=""), "no text"),
    ("no story", lambda line: line.pop("story"), "coded without its story, which --whole of `vaarta code` has"),
]


@pytest.mark.usefixtures("no_coding")
@pytest.mark.parametrize(("change", "reason"), [row[1:] for row in CHANGES], ids=[row[0] for row in CHANGES])
def test_a_line_that_is_not_as_it_was_coded_is_passed_over(
    db: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], change: Change, reason: str
) -> None:
    bad, good = lines_of(hindi(), english())
    change(bad)
    source = written(tmp_path / "coded.jsonl", [bad, good])
    assert run("keep", db, source, "--json") == 3
    told = capsys.readouterr()
    assert f"{source}, line 1: " in told.err
    assert reason in told.err
    assert (json.loads(told.out)["new"], json.loads(told.out)["passed_over"]) == (1, 1)
    with open_store(db) as kept:
        assert [story.id for story in kept.stories()] == [good["id"]]


@pytest.mark.usefixtures("no_coding")
def test_what_was_coded_without_the_stories_says_how_to_have_them(
    db: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = written(tmp_path / "coded.jsonl", [msgspec.to_builtins(coded(*hindi()))])
    assert run("keep", db, source) == 3
    assert "coded without its story, which --whole of `vaarta code` has" in capsys.readouterr().err


@pytest.mark.usefixtures("pipeline")
def test_coded_again_only_the_story_is_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (line,) = lines_of(hindi())
    line["claims"] = "nonsense"
    assert run("code", written(tmp_path / "coded.jsonl", [line])) == 0
    assert json.loads(capsys.readouterr().out) == msgspec.to_builtins(coded(*hindi()))
