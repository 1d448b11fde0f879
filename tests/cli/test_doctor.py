import json

import pytest
from running import run

from vaarta.cli import doctor


def told(capsys: pytest.CaptureFixture[str]) -> dict[str, dict[str, str]]:
    return {line["what"]: line for line in map(json.loads, capsys.readouterr().out.splitlines())}


def test_a_sound_installation_is_well(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("doctor") == 0
    found = told(capsys)
    assert {name: found[name]["state"] for name in ("vaarta", "libraries", "sqlite", "language hi", "language en")} == {
        "vaarta": "well", "libraries": "well", "sqlite": "well", "language hi": "well", "language en": "well",
    }  # fmt: skip


def test_it_is_readable_on_a_terminal(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "wants_json", lambda _: False)
    assert run("doctor") == 0
    assert "well     language hi  hi_vaarta-" in capsys.readouterr().out


def test_a_sentence_that_is_coded_wrongly_is_a_fault(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(doctor.TRIAL, "en", ("It rained in the hills.", "IND", "PAK"))
    assert run("doctor") == 1
    found = told(capsys)
    assert found["language en"]["state"] == "broken"
    assert "should tell of IND and PAK, told was []" in found["language en"]["told"]


def test_a_library_that_is_missing_or_too_old_is_named(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = ["spacy>=99", "no-such-library>=1", "torch; extra == 'train'", "numpy; extra == 'parquet'"]
    monkeypatch.setattr(doctor, "requires", lambda _: asked)
    monkeypatch.setattr(doctor, "languages", lambda: iter(()))
    assert run("doctor") == 1
    found = told(capsys)
    assert found["libraries"]["state"] == "broken"
    assert "wanted is >=99, no-such-library is not installed: pip install --upgrade" in found["libraries"]["told"]
    assert found["extra parquet"]["state"] == "well"


def test_what_fails_while_looking_is_a_finding(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails() -> None:
        raise OSError("the disk is gone")

    monkeypatch.setattr(doctor, "languages", fails)
    assert run("doctor") == 1
    assert told(capsys)["languages"] == {"what": "languages", "state": "broken", "told": "OSError: the disk is gone"}
