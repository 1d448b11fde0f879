"""`--pipeline LANG=NAME` of `vaarta code` and `vaarta keep`."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import pytest
from hand_coded import fake
from running import run

import vaarta.pipeline
from vaarta.records import Claims, Passed, Story


@pytest.mark.parametrize("command", [["code"], ["keep", "record.db"]], ids=["code", "keep"])
def test_pipelines_are_handed_on(
    command: list[str], stories: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given: list[Mapping[str, str]] = []

    def told(
        stories: Iterable[Story | Passed], pipelines: Mapping[str, str]
    ) -> Iterator[tuple[Story, Claims] | Passed]:
        given.append(pipelines)
        return fake(stories)

    monkeypatch.setattr(vaarta.pipeline, "code_stories", told)
    monkeypatch.chdir(tmp_path)
    assert run(*command, stories, "--pipeline", "en=en_core_web_sm", "--pipeline", "hi=spacy_stanza:load_pipeline") == 0
    assert given == [{"en": "en_core_web_sm", "hi": "spacy_stanza:load_pipeline"}]


@pytest.mark.parametrize("named", ["en_core_web_sm", "=x", "en="])
def test_a_pipeline_without_its_language_is_refused(
    named: str, stories: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("code", stories, "--pipeline", named) == 2
    assert "--pipeline en=en_core_web_sm" in capsys.readouterr().err


def test_a_pipeline_that_is_nowhere_is_told(stories: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("code", stories, "--pipeline", "hi=no_such_pipeline") == 2
    assert "'no_such_pipeline' cannot be loaded" in capsys.readouterr().err
