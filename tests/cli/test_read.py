import json
from pathlib import Path

import pytest
from running import run

from vaarta.cli.output import ALL_READ, SOME_PASSED, USAGE

TEXT = "The panel on rivers met in Delhi on Monday, the ministry said."


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.txt"
    path.write_text(f"Rivers panel meets in Delhi\n\n{TEXT}\n", encoding="utf-8")
    return path


def test_pipe_gets_a_story_a_line(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("read", page) == ALL_READ
    (line,) = capsys.readouterr().out.splitlines()
    assert json.loads(line)["headline"] == "Rivers panel meets in Delhi"


def test_what_is_printed_is_read_back_the_same(page: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run("read", page)
    first = capsys.readouterr().out
    again = tmp_path / "again.jsonl"
    again.write_text(first, encoding="utf-8")
    run("read", again)
    assert capsys.readouterr().out == first


def test_terminal_gets_a_table(page: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("vaarta.cli.read.wants_json", lambda _: False)
    assert run("read", page) == ALL_READ
    assert "paragraphs" in capsys.readouterr().out


def test_passed_inputs_are_told_and_the_others_read(
    page: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = tmp_path / "bad.jsonl"
    bad.write_text('{"id": "1"}\n', encoding="utf-8")
    assert run("read", bad, page) == SOME_PASSED
    printed = capsys.readouterr()
    assert printed.err == f"vaarta: {bad}, line 1: no text\n"
    assert len(printed.out.splitlines()) == 1


def test_source_that_is_not_there_is_wrong_usage(
    page: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("read", tmp_path / "none", page) == USAGE
    printed = capsys.readouterr()
    assert printed.err == f"vaarta: {tmp_path / 'none'}: no such file or folder\n"
    assert len(printed.out.splitlines()) == 1
