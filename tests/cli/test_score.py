import json
from pathlib import Path
from typing import cast

import pytest
from factories import HINDI, hindi
from running import run

from vaarta.shape import coded

END = HINDI.index("।") + 1
MET = {
    "s": 0, "type": "CONSULT", "mode": "visit", "actors": [{"country": "IND", "sector": "GOV"}],
    "recipients": [{"country": "NPL", "sector": "GOV"}], "standing": "happened",
}  # fmt: skip


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    path = tmp_path / "gold.jsonl"
    freed = {"s": 1, "type": "RETREAT", "actors": [], "standing": "happened"}
    told = {
        "id": "a",
        "lang": "hi",
        "text": HINDI,
        "sentences": [[0, END], [END + 1, len(HINDI)]],
        "events": [MET, freed],
    }
    path.write_text(json.dumps(told), encoding="utf-8")
    return path


def test_a_coded_file_is_scored(gold: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = tmp_path / "coded.jsonl"
    found.write_text(json.dumps({**coded(*hindi()), "id": "a"}), encoding="utf-8")
    assert run("score", gold, found) == 0
    said = capsys.readouterr().out
    assert "events countries  P 1.000  R 0.500  F1 0.667  (1 right, 1 missed, 0 spurious)" in said


def test_events_that_are_not_likely_enough_are_left_out(
    gold: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = tmp_path / "coded.jsonl"
    told = coded(*hindi())
    events = [{**event, "score": 0.4} for event in cast("list[dict[str, object]]", told["events"])]
    found.write_text(json.dumps({**told, "id": "a", "events": events}), encoding="utf-8")
    for least, right in (("0.4", 1), ("0.41", 0)):
        assert run("score", gold, found, "--min-score", least) == 0
        assert f"({right} right, {2 - right} missed, 0 spurious)" in capsys.readouterr().out.splitlines()[2]


@pytest.mark.usefixtures("pipeline")
def test_without_a_coded_file_the_text_of_gold_is_coded(gold: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("score", gold, "--json") == 0
    figures = json.loads(capsys.readouterr().out)
    assert (figures["not_coded"], figures["events"]["mode"]) == (0, {"right": 1, "missed": 1, "spurious": 0})


@pytest.mark.usefixtures("pipeline")
def test_misses_are_shown_and_written(gold: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run("score", gold, "--show", "1", "--misses", tmp_path / "misses.txt")
    assert "missed   event      RETREAT" in capsys.readouterr().out
    assert "spurious engagement" in (tmp_path / "misses.txt").read_text(encoding="utf-8")


@pytest.mark.usefixtures("pipeline")
def test_only_one_language_is_scored(gold: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run("score", gold, "--lang", "en")
    assert capsys.readouterr().out.startswith("0 documents, 0 not coded")


def test_malformed_gold_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "gold.jsonl").write_text("{", encoding="utf-8")
    assert run("score", tmp_path / "gold.jsonl") == 2
    assert "gold.jsonl:1" in capsys.readouterr().err
