"""`vaarta times`: what a text says of days, and why. A tense is given, so that no model is needed."""

import json
from typing import get_args

import pytest
from running import run

from vaarta.cli import times as command
from vaarta.cli.times import WHY
from vaarta.packs.times import Means


def told(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[dict[str, str]]:
    assert run("times", *arguments, "--json") == 0
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_days_hour_and_reason_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    text = "वे सोमवार शाम साढ़े छह बजे भारतीय समयानुसार पहुंचेंगे"
    [one] = told(capsys, text, "--on", "2023-02-15", "--tense", "future")
    assert one["said"] == "सोमवार शाम साढ़े छह बजे भारतीय समयानुसार"
    assert (one["first"], one["last"], one["basis"]) == ("2023-02-20", "2023-02-20", "relative")
    assert (one["clock"], one["means"], one["tense"]) == ("18:30+05:30", "plain", "future")
    assert one["why"] == WHY["plain"]


def test_a_phrase_without_days_is_told_with_its_reason(capsys: pytest.CaptureFixture[str]) -> None:
    [one] = told(capsys, "दो दिवसीय यात्रा", "--on", "2023-02-15", "--tense", "past")
    assert (one["said"], one["first"], one["means"]) == ("दो दिवसीय", "", "lasts")


def test_without_a_day_only_what_says_its_year_has_days(capsys: pytest.CaptureFixture[str]) -> None:
    found = told(capsys, "They met on Monday, and in May 2021", "--tense", "past")
    assert [(one["said"], one["first"]) for one in found] == [("Monday", ""), ("May 2021", "2021-05-01")]


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [(["--tense", "gone"], "gone"), (["--on", "soon"], "soon"), (["--lang", "xx"], "xx")],
    ids=["tense", "day", "language"],
)
def test_what_cannot_be_is_told(arguments: list[str], complaint: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("times", "Monday", *arguments, *([] if "--tense" in arguments else ["--tense", "past"])) == 2
    assert complaint in capsys.readouterr().err


def test_every_meaning_has_its_reason() -> None:
    assert set(WHY) == set(get_args(Means)) - {"bare-year", "nothing"}


def test_a_terminal_gets_a_table_with_open_and_unknown_ends(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(command, "wants_json", lambda flag: flag)
    assert run("times", "since 2014, on Monday, for three days", "--tense", "past") == 0
    rows = [line.split("│")[1:4] for line in capsys.readouterr().out.splitlines() if line.startswith("│")]
    assert [[cell.strip() for cell in row] for row in rows if row[0].strip()] == [
        ["2014", "2014-01-01", "open"],
        ["Monday", "?", "?"],
        ["three days", "–", "–"],
    ]
