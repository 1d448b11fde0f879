"""`vaarta explain`: a story taken apart, as JSON Lines and as trees. Wants the pipelines that ship with Vaarta."""

import json
from pathlib import Path
from typing import Any

import pytest
from running import run

import vaarta

MODELS = Path(vaarta.__file__).parent / "models"
needs_models = pytest.mark.skipif(
    not all((MODELS / lang / "meta.json").exists() for lang in ("en", "hi")), reason="the pipelines are not built"
)
TEXT = "भारत ने बुधवार को पाकिस्तान के उप उच्चायुक्त को तलब किया। नेपाल ने चीन की निंदा नहीं की।"


def told(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[dict[str, Any]]:
    assert run("explain", *arguments, "--json") == 0
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


@needs_models
def test_each_sentence_is_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    lines = told(capsys, "--text", TEXT, "--on", "2024-05-15")
    assert [line["explained"]["text"] for line in lines] == TEXT.replace("। ", "।\n").splitlines()
    assert lines[0]["explained"]["events"][0]["by"] == "hi/events#summon-envoy"
    assert [one["means"] for one in lines[0]["explained"]["mentions"] if one["kind"] == "day"] == ["2024-05-15"]


@needs_models
def test_one_sentence_or_one_entry_may_be_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    (by_number,) = told(capsys, "--text", TEXT, "--sentence", "1")
    (by_entry,) = told(capsys, "--text", TEXT, "--entry", "condemn")
    assert by_number == by_entry
    assert "negated" in {
        step["rule"] for attempt in by_entry["explained"]["attempts"] for step in attempt.get("steps", ())
    }


@needs_models
def test_a_terminal_gets_trees_and_reasons(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("vaarta.cli.explain.wants_json", lambda _: False)
    assert run("explain", "--text", TEXT) == 0
    out = capsys.readouterr().out
    assert "├── भारत PROPN nsubj" in out
    assert "not asserted: negated" in out
    assert "ACCUSE/disapprove IND > PAK  hi/events#summon-envoy" in out


@needs_models
def test_a_story_that_is_not_there_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("explain", "no-such-story.txt") == 2
    assert "no-such-story.txt" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [(), ("story.txt", "--text", "भारत")], ids=["nothing", "both"])
def test_a_source_or_words_are_wanted(arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    assert run("explain", *arguments) == 2
    assert "give a source, or words" in capsys.readouterr().err
