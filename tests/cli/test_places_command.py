"""`vaarta places`: what places a text names, and why. Wants the pipelines that ship with Vaarta."""

import json
from pathlib import Path

import pytest
from running import run

import vaarta
from vaarta.cli.places import WHY

MODELS = Path(vaarta.__file__).parent / "models"
needs_models = pytest.mark.skipif(
    not all((MODELS / lang / "meta.json").exists() for lang in ("en", "hi")), reason="the pipelines are not built"
)


def told(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[dict[str, object]]:
    assert run("places", *arguments, "--json") == 0
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


@needs_models
def test_entry_place_and_reason_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    [one] = told(capsys, "पाकिस्तान के हैदराबाद में विस्फोट हुआ।")
    assert (one["said"], one["country"], one["admin1"], one["kind"]) == ("हैदराबाद", "PAK", "Sindh", "city")
    assert (one["why"], one["because"]) == ("enclosing", WHY["enclosing"])
    assert (one["lat"], one["lon"]) == (25.4, 68.38)


@needs_models
def test_namesakes_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    [one] = told(capsys, "पाकिस्तान के हैदराबाद में विस्फोट हुआ।")
    namesakes = one["namesakes"]
    assert isinstance(namesakes, list)
    assert {"country": "IND", "admin1": "Telangana", "kind": "city"}.items() <= namesakes[0].items()


@needs_models
def test_here_is_told_by_the_dateline(capsys: pytest.CaptureFixture[str]) -> None:
    found = told(capsys, "ISLAMABAD: The minister said here on Monday that talks would go on.")
    assert [(one["said"], one["country"], one["why"]) for one in found] == [
        ("ISLAMABAD", "PAK", "dateline"),
        ("here", "PAK", "dateline"),
    ]


@needs_models
def test_a_terminal_gets_a_table(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("vaarta.cli.places.wants_json", lambda asked: asked)
    assert run("places", "Talks were held in Quetta.") == 0
    assert "Quetta" in capsys.readouterr().out


@pytest.mark.parametrize("why", WHY)
def test_every_reason_is_in_words(why: str) -> None:
    assert WHY[why]
