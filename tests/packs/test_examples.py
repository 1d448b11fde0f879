"""Every entry of a pack has a parsed example, and the example codes as the entry says. No model is loaded."""

import json
from functools import cache
from pathlib import Path

import pytest

from vaarta.packs import languages, load
from vaarta.testing import Example, entries, parses, told

PENDING = json.loads((Path(__file__).parent / "pending.json").read_text(encoding="utf-8"))
"""Examples that do not code as they should yet, by language: each is a known fault. The list may only get shorter."""


@cache
def examples(lang: str) -> dict[str, Example]:
    return parses(load(lang))


CASES = [(lang, key) for lang in languages() for key in sorted(examples(lang))]


@pytest.mark.parametrize("lang", languages())
def test_every_entry_has_a_parse_of_its_example_and_every_parse_an_entry(lang: str) -> None:
    assert {(e.key, e.text, e.codes) for e in examples(lang).values()} == {
        (e.key, e.text, e.codes) for e in entries(load(lang))
    }


@pytest.mark.parametrize(("lang", "key"), CASES, ids=[f"{lang}-{key}" for lang, key in CASES])
def test_example_codes_as_its_entry_says(lang: str, key: str) -> None:
    example = examples(lang)[key]
    found = told(lang, example.rows)
    right = f"{key} {example.codes}" in found
    assert right != (key in PENDING[lang]), "mended: take it off pending.json" if right else found
