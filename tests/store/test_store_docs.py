"""docs/store.md says what is: its tables, its SQL, its Python, its options."""

import re
from pathlib import Path

import pytest
import typer.main
from factories import english, hindi

from vaarta.cli import make_app
from vaarta.exports import FORMATS
from vaarta.store import open_store
from vaarta.store.amending import FIELDS
from vaarta.store.counting import KEYS

DOCS = Path(__file__).resolve().parents[2] / "docs"
DOC = (DOCS / "store.md").read_text(encoding="utf-8")
ASKING = (DOCS / "asking.md").read_text(encoding="utf-8")
RULINGS = (DOCS / "rulings.md").read_text(encoding="utf-8")
EXPORTS = (DOCS / "exports.md").read_text(encoding="utf-8")


def blocks(language: str, text: str = DOC) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", text, flags=re.DOTALL)


def test_every_table_is_described(tmp_path: Path) -> None:
    with open_store(tmp_path / "record.db") as store:
        tables = {name for (name,) in store._rows("SELECT name FROM pragma_table_list WHERE schema = 'main'")}
    ours = {name for name in tables if not name.startswith(("sqlite_", "words_", "names_", "texts_"))}
    assert set(re.findall(r"^\| `(\w+)` \|", DOC, flags=re.MULTILINE)) == ours


@pytest.mark.parametrize("sql", blocks("sql"))
def test_the_sql_runs(sql: str, tmp_path: Path) -> None:
    with open_store(tmp_path / "record.db") as store:
        for told in (hindi(), english()):
            store.keep(*told)
        assert [row[1] for row in store._rows(sql.rstrip().rstrip(";"))] == ["AGREE"]


@pytest.mark.parametrize(
    ("program", "says"),
    [
        *zip(blocks("python", ASKING), ("CONSULT विदेश मंत्री ने", "CONSULT विदेश मंत्री ने"), strict=True),
        *((program, "1 {}") for program in blocks("python", EXPORTS)),
        *((program, "1") for program in blocks("python", RULINGS)),
    ],
    ids=["ask", "things", "export", "rulings"],
)
def test_the_python_runs(
    program: str, says: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    with open_store("vaarta.db") as store:
        store.keep(*hindi())
    exec(compile(program, "docs", "exec"), {})
    assert capsys.readouterr().out.startswith(says)


@pytest.mark.parametrize("command", ["ask", "count", "export"])
def test_every_option_of_a_question_is_described(command: str) -> None:
    program = typer.main.get_command(make_app())
    options = {name for option in program.commands[command].params for name in option.opts if name.startswith("--")}  # type: ignore[attr-defined]
    assert options <= set(re.findall(r"--[a-z-]+", ASKING + EXPORTS))


def test_every_format_is_described() -> None:
    assert set(FORMATS) == set(
        re.findall(r"`([a-z][a-z-]+)`", "\n".join(re.findall(r"^\| (`[^|]*) \|", EXPORTS, flags=re.MULTILINE)))
    )


def test_every_key_to_count_by_is_described() -> None:
    counting = ASKING.partition("KEY is")[2].partition("\n\n")[0]
    assert all(key in counting for key in KEYS)


def test_every_field_that_can_be_amended_is_described() -> None:
    rows = dict(re.findall(r"^\| (event|statement|engagement|tenure) \| (.*) \|$", RULINGS, flags=re.MULTILINE))
    told = {kind: tuple(re.findall(r"`(\w+)`", fields)) for kind, fields in rows.items()}
    assert told == {kind.__name__.lower(): fields for kind, fields in FIELDS.items()}
