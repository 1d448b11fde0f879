"""Every entry of a pack has a parsed example, and the example codes as the entry says. No model is loaded."""

from functools import cache

import pytest

from vaarta.packs import languages, load
from vaarta.testing import Example, entries, parses, told


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
    assert f"{key} {example.codes}" in told(lang, example.rows)
