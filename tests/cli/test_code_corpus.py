"""`vaarta code --out`: a corpus into a folder."""

import json
from pathlib import Path

import pytest
from dying import without_models
from running import run


@pytest.fixture(autouse=True)
def _no_models(monkeypatch: pytest.MonkeyPatch) -> None:
    without_models(monkeypatch)


def test_a_folder_is_coded_and_what_became_of_it_is_told(
    stories: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    assert run("code", stories, "--out", out, "--workers", 1) == 0
    assert json.loads(capsys.readouterr().out)["coded"] == 2
    assert len((out / "coded/000000.jsonl").read_text("utf-8").splitlines()) == 2


def test_what_is_passed_over_is_counted_and_the_exit_code_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("vaarta.cli.scaling.wants_json", lambda json: json)
    (tmp_path / "x.jsonl").write_text(
        '{"text": "India and Nepal met."}\n{"id": "s1", "text": "They kill me."}\n{}\n', "utf-8"
    )
    assert run("code", tmp_path / "x.jsonl", "--out", tmp_path / "out", "--workers", 1) == 3
    said = capsys.readouterr().out
    assert "1 stories coded in 1 shards, 2 inputs passed over" in said
    assert "s1: quarantined: 3 workers that had it in hand died; the last one was ended by SIGKILL" in said
    assert "workers that died and were replaced: 3" in said


def test_engines_want_a_folder_for_what_they_find(stories: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("code", stories, "--engine", "ray") == 2
    assert "want --out FOLDER" in capsys.readouterr().err


def test_local_workers_have_no_address(stories: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("code", stories, "--out", tmp_path / "out", "--address", "ray://x") == 2
    assert "--address" in capsys.readouterr().err
