import json
from pathlib import Path

import pytest
from factories import english, hindi
from running import run

from vaarta.shape import coded


@pytest.mark.usefixtures("pipeline")
def test_a_pipe_gets_one_object_a_story(stories: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("code", stories) == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert lines == [coded(*hindi()), coded(*english())]


@pytest.mark.usefixtures("pipeline")
def test_tables_show_each_story_under_its_headline(stories: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("code", stories, "--table") == 0
    said = capsys.readouterr().out
    assert (
        said.index("विदेश मंत्री नेपाल में") < said.index("CONSULT visit") < said.index("Paris talks") < said.index("ACCUSE")
    )


@pytest.mark.usefixtures("pipeline")
def test_inputs_passed_over_are_told_and_the_rest_done(
    tmp_path: Path, stories: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    assert run("code", tmp_path / "empty.txt", stories) == 3
    told = capsys.readouterr()
    assert len(told.out.splitlines()) == 2
    assert "empty.txt" in told.err
