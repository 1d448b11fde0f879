import io
import json
from pathlib import Path

import pytest
from factories import english, hindi
from running import run

from vaarta.store import open_store


@pytest.fixture
def kept(db: Path) -> Path:
    with open_store(db) as store:
        for told in (hindi(), english()):
            store.keep(*told)
    return db


def reviewed(kept: Path, typed: str, monkeypatch: pytest.MonkeyPatch, *asked: str) -> list[tuple[str, str]]:
    monkeypatch.setattr("sys.stdin", io.StringIO(typed))
    assert run("review", kept, "--by", "asha", *asked) == 0
    with open_store(kept, write=False) as store:
        return [(ruling.claim, ruling.verdict) for ruling in store.rulings()]


def test_rulings_are_kept_with_name_and_time(
    kept: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    made = reviewed(kept, "a\nw\nq\n", monkeypatch, "--kind", "engagement")
    assert made == [("engagement-1", "right"), ("engagement-2", "wrong")]
    with open_store(kept, write=False) as store:
        first = next(store.rulings())
    assert first.by == "asha"
    assert first.on.endswith("+00:00")
    said = capsys.readouterr().out
    assert "हिन्दी दिवस पर प्रवक्ता ने कहा" in said
    assert "2 rulings by asha" in said


def test_a_claim_is_amended(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    typed = "m\ntype=REJECT, mode=, actors=FRA GOV; DEU\n"
    (made,) = reviewed(kept, typed, monkeypatch, "--type", "ACCUSE")
    assert made[1] == "amended"
    with open_store(kept, write=False) as store:
        (ruling,) = store.rulings()
    assert ruling.amended == {"type": "REJECT", "mode": "", "actors": "FRA GOV; DEU"}


def test_what_cannot_be_is_told_and_asked_again(
    kept: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    made = reviewed(kept, "m\ntype=CHAT\nm\n\nx\na\n", monkeypatch, "--type", "ACCUSE")
    assert [verdict for _, verdict in made] == ["right"]
    assert "cannot be amended" in capsys.readouterr().err


def test_undo_shows_the_claim_again(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = reviewed(kept, "w\nu\na\ns\n", monkeypatch, "--kind", "engagement")
    assert made == [("engagement-1", "wrong"), ("engagement-1", "withdrawn"), ("engagement-1", "right")]


def test_there_may_be_nothing_to_undo_or_to_rule_on(
    kept: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert reviewed(kept, "u\n", monkeypatch, "--kind", "tenure") == []
    assert "no ruling of yours to undo" in capsys.readouterr().out
    assert reviewed(kept, "", monkeypatch, "--actor", "JPN") == []
    assert "No more claims" in capsys.readouterr().out


def test_gold_is_written_and_scored(
    kept: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    reviewed(kept, "a\n" * 7, monkeypatch)
    gold, told = tmp_path / "gold.jsonl", tmp_path / "coded.jsonl"
    assert run("review", kept, "--gold", gold) == 0
    from vaarta.shape import coded

    told.write_text("\n".join(json.dumps(coded(*made)) for made in (hindi(), english())), encoding="utf-8")
    capsys.readouterr()
    assert run("score", gold, told, "--json") == 0
    figures = json.loads(capsys.readouterr().out)
    assert figures["events"]["countries"]["right"] == 3
    assert figures["statements"] | {"right": 1} == figures["statements"]


def test_gold_that_cannot_be_written_is_told(kept: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("review", kept, "--gold", "/none/such/gold.jsonl") == 2
    assert "cannot be written" in capsys.readouterr().err
