import json
from pathlib import Path
from typing import Any

import pytest
from factories import english, hindi
from rich.cells import cell_len
from running import run

from vaarta.store import open_store


@pytest.fixture
def kept(db: Path) -> Path:
    with open_store(db) as store:
        for told in (hindi(), english()):
            store.keep(*told)
    return db


def answers(capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


@pytest.mark.parametrize(
    ("asked", "count"),
    [
        pytest.param([], 7, id="all"),
        pytest.param(["--actor", "IND", "--kind", "event"], 1, id="by-code"),
        pytest.param(["--actor", "ind", "--kind", "event"], 1, id="by-code-in-lower-case"),
        pytest.param(["--actor", "India", "--kind", "event"], 1, id="by-english-name"),
        pytest.param(["--actor", "भारत", "--kind", "event"], 1, id="by-hindi-name"),
        pytest.param(["--actor", "रमेश थापा"], 1, id="by-person"),
        pytest.param(["--between", "जर्मनी", "France"], 1, id="between"),
        pytest.param(["--to", "नेपाल"], 1, id="to"),
        pytest.param(["--type", "consult/visit"], 1, id="type"),
        pytest.param(["--kind", "dialogue-round"], 1, id="kind"),
        pytest.param(["--standing", "planned"], 2, id="standing"),
        pytest.param(["--since", "2024-04"], 2, id="since-a-month"),
        pytest.param(["--until", "2024-02"], 4, id="until-a-month"),
        pytest.param(["--since", "2024", "--until", "2024"], 7, id="a-year"),
        pytest.param(["--limit", "2"], 2, id="limit"),
        pytest.param(["हिंदी", "दिवस"], 4, id="words"),
        pytest.param(["मित्र"], 0, id="no-such-word"),
    ],
)
def test_a_question_gets_its_answers(
    kept: Path, asked: list[str], count: int, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("ask", kept, *asked) == 0
    assert len(answers(capsys)) == count


def test_a_pipe_gets_the_claim_with_its_evidence(kept: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run("ask", kept, "--type", "CONSULT")
    (answer,) = answers(capsys)
    assert answer["claim"]["type"] == "CONSULT"
    assert answer["sentence"] == "विदेश मंत्री ने काठमांडू में नेपाल के राष्ट्रपति से मुलाक़ात की।"


def test_a_table_is_readable_without_a_terminal(kept: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("ask", kept, "--table") == 0
    lines = capsys.readouterr().out.splitlines()
    text = "\n".join(lines)
    assert max(map(cell_len, lines)) <= 110
    assert not any(line.endswith(" ") for line in lines)
    for said in ("CONSULT visit", "विदेश मंत्री (IND) → नेपाल के राष्ट्रपति (NPL)", "2024-03-01…31", "planned: India – Nepal"):
        assert said in text
    assert "7 claims in 2 stories." in text
    assert "\x1b" not in text


def test_no_answer_is_an_empty_table_that_says_so(kept: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("ask", kept, "--table", "--actor", "JPN") == 0
    assert "The record holds no answer to this." in capsys.readouterr().out


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        pytest.param(["--since", "Tuesday"], "is no day", id="no-day"),
        pytest.param(["--until", "2024-02-31"], "Invalid value", id="no-such-day"),
        pytest.param(["--standing", "maybe"], "Invalid value", id="no-such-standing"),
        pytest.param(["--limit", "0"], "Invalid value", id="limit-0"),
    ],
)
def test_a_wrong_question_is_told(
    kept: Path, asked: list[str], says: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    assert run("ask", kept, *asked) == 2
    assert says in capsys.readouterr().err


def test_a_record_that_is_not_there_is_told(db: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("ask", db) == 2
    assert "no such record" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("asked", "kinds"),
    [
        pytest.param(["--upcoming", "--since", "2024-03"], ["dialogue-round", "AGREE"], id="upcoming-the-next-first"),
        pytest.param(["--upcoming", "--since", "2024-05"], ["AGREE"], id="upcoming-later"),
        pytest.param(["--upcoming"], [], id="upcoming-from-today"),
        pytest.param(["--calendar"], ["visit", "dialogue-round"], id="calendar-has-engagements-only"),
        pytest.param(["--calendar", "--kind", "visit"], ["visit"], id="calendar-of-visits"),
        pytest.param(
            ["--kind", "visit", "--actor", "IND", "--since", "2024-01", "--until", "2024-12"], ["visit"], id="months"
        ),
    ],
)
def test_what_is_coming_and_the_calendar(
    kept: Path, asked: list[str], kinds: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("ask", kept, *asked) == 0
    claims = [answer["claim"] for answer in answers(capsys)]
    assert [claim.get("kind") or claim["type"] for claim in claims] == kinds


def test_a_calendar_stands_under_months(kept: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("ask", kept, "--calendar", "--table") == 0
    lines = [" ".join(line.split()) for line in capsys.readouterr().out.splitlines()]
    assert "2024-03-01…31 dialogue-round 2 planned: India – Nepal 1" in lines
    assert lines.index("2024-03") < lines.index("no day said")


def test_an_empty_calendar_says_so(kept: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("ask", kept, "--calendar", "--table", "--actor", "JPN") == 0
    assert "holds no engagement" in capsys.readouterr().out
