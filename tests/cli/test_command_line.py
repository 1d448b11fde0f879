import subprocess
import sys
from importlib.metadata import version

import pytest
import typer.main
from running import run

from vaarta.cli import COMMANDS, make_app
from vaarta.countries import code_of, legend, name_of, who_is
from vaarta.days import first_day, last_day


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--version") == 0
    assert capsys.readouterr().out.split() == ["vaarta", version("vaarta")]


def test_every_command_is_there_and_says_what_it_does() -> None:
    commands = typer.main.get_command(make_app()).commands  # type: ignore[attr-defined]
    assert tuple(commands) == COMMANDS
    assert all(command.help for command in commands.values())


@pytest.mark.parametrize("arguments", [["--help"], *([name, "-h"] for name in COMMANDS)], ids=" ".join)
def test_help_is_given(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(*arguments) == 0
    assert "Usage" in capsys.readouterr().out


def test_help_loads_nothing_heavy() -> None:
    heavy = "{'spacy', 'numpy', 'thinc', 'lxml', 'trafilatura', 'py3langid'}"
    program = f"import sys, vaarta.cli as cli; cli.make_app(); sys.exit(len({heavy} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


@pytest.mark.parametrize(
    ("text", "code"),
    [("IND", "IND"), ("pak", "PAK"), ("India", "IND"), ("भारत", "IND"), ("ज़ाम्बिया", "ZMB"), ("Narnia", ""), ("", "")],
    ids=["code", "lower-case", "english", "hindi", "nukta", "no-country", "nothing"],
)
def test_a_country_is_known_by_code_and_name(text: str, code: str) -> None:
    assert code_of(text) == code
    assert who_is(f" {text} ") == (code or text)


def test_a_legend_names_countries_once_and_in_order() -> None:
    assert legend(["PAK", "IND", "", "PAK", "XXX"]) == "IND India, PAK Pakistan"
    assert name_of("XXX") == "XXX"


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2024-02-14", "2024-02-14", "2024-02-14"),
        ("2024-2", "2024-02-01", "2024-02-29"),
        ("2023", "2023-01-01", "2023-12-31"),
    ],
    ids=["day", "month", "year"],
)
def test_a_day_month_or_year_has_a_first_and_a_last_day(text: str, first: str, last: str) -> None:
    assert (first_day(text), last_day(text)) == (first, last)


@pytest.mark.parametrize("text", ["", "today", "२०२४", "2024-13", "2024-02-30", "14.02.2024"])
def test_anything_else_is_no_day(text: str) -> None:
    with pytest.raises(ValueError, match=r"day|month|out of range"):
        first_day(text)
