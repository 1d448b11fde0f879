"""docs/store.md says what is: its tables, its SQL, its Python, its options."""

import re
from pathlib import Path

import pytest
import typer.main
from factories import english, hindi

from vaarta.cli import make_app
from vaarta.store import open_store

DOC = (Path(__file__).resolve().parents[2] / "docs" / "store.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", DOC, flags=re.DOTALL)


def test_every_table_is_described(tmp_path: Path) -> None:
    with open_store(tmp_path / "record.db") as store:
        tables = {name for (name,) in store._rows("SELECT name FROM pragma_table_list WHERE schema = 'main'")}
    ours = {name for name in tables if not name.startswith(("sqlite_", "words_", "names_"))}
    assert set(re.findall(r"^\| `(\w+)` \|", DOC, flags=re.MULTILINE)) == ours


@pytest.mark.parametrize("sql", blocks("sql"))
def test_the_sql_runs(sql: str, tmp_path: Path) -> None:
    with open_store(tmp_path / "record.db") as store:
        for told in (hindi(), english()):
            store.keep(*told)
        assert [row[1] for row in store._rows(sql.rstrip().rstrip(";"))] == ["AGREE"]


@pytest.mark.parametrize("program", blocks("python"))
def test_the_python_runs(
    program: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    with open_store("vaarta.db") as store:
        store.keep(*hindi())
    exec(compile(program, "docs/store.md", "exec"), {})
    assert capsys.readouterr().out.startswith("CONSULT विदेश मंत्री ने")


def test_every_option_of_ask_is_described() -> None:
    program = typer.main.get_command(make_app())
    options = {name for option in program.commands["ask"].params for name in option.opts if name.startswith("--")}  # type: ignore[attr-defined]
    assert options <= set(re.findall(r"--[a-z]+", DOC))
