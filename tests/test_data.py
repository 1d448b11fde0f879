"""What grows lives in data, and engines hold no word of any language."""

import ast
import re
import unicodedata
from pathlib import Path

import pytest

from vaarta.ontology import load_ontology
from vaarta.packs import languages, load

SOURCE = Path(__file__).parent.parent / "src/vaarta"
ENGINES = sorted(p for part in ("coding", "recognition", "resolution") for p in (SOURCE / part).rglob("*.py"))
TABLES = sorted(SOURCE.rglob("*.toml"))
CODES = re.compile(r"(?P<type>[A-Z]+)(?:/(?P<mode>[a-z-]+))? [A-Z?+-]+ > [A-Z?+-]+(?: @(?:planned|possible|denied))?")


def strings(path: Path) -> list[str]:
    """Every string of a module that does something: not docstrings, of modules, classes, functions or names."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    said = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    return [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in said
    ]


@pytest.mark.parametrize("path", ENGINES, ids=lambda p: str(p.relative_to(SOURCE)))
def test_engines_hold_no_devanagari(path: Path) -> None:
    assert [s for s in strings(path) if any("\u0900" <= c <= "\u097f" for c in s)] == []


def test_engines_compare_with_no_english_words() -> None:
    common = {"the", "of", "and", "said", "to", "by", "in", "that", "will", "with", "not", "he", "they", "we"}
    found = {str(p.name): common & set(strings(p)) for p in ENGINES if common & set(strings(p))}
    assert found == {}


@pytest.mark.parametrize("path", TABLES, ids=lambda p: str(p.relative_to(SOURCE)))
def test_tables_are_nfc(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text == unicodedata.normalize("NFC", text)


@pytest.mark.parametrize("lang", languages())
def test_every_event_entry_uses_codes_that_exist(lang: str) -> None:
    ontology = load_ontology()
    for entry in load(lang).events.entries:
        assert entry.type in ontology.types, entry.id
        assert not entry.mode or entry.mode in ontology.modes(entry.type), entry.id
        assert set(entry.contexts) <= set(ontology.contexts), entry.id
        assert entry.future in {None, "", *ontology.types}, entry.id


@pytest.mark.parametrize("lang", languages())
def test_every_event_entry_says_what_its_example_codes_as(lang: str) -> None:
    wrong = [entry.id for entry in load(lang).events.entries if not entry.example or not CODES.fullmatch(entry.codes)]
    assert wrong == []


@pytest.mark.parametrize("lang", languages())
def test_all_sixteen_types_have_entries(lang: str) -> None:
    assert {entry.type for entry in load(lang).events.entries} == set(load_ontology().types)
