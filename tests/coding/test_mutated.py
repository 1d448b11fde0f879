"""What the fuzzer codes without a parser: mutated parses of the packs' examples, some of which each test run codes."""

import sys
from collections.abc import Iterable
from pathlib import Path
from random import Random

import pytest
from msgspec.structs import replace
from spacy.tokens import Doc

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "tools"))
import fuzz_coding
from fuzz_trees import mutated, seeds_trees

from vaarta.pipeline import code_doc
from vaarta.records import Claims, Story


def check_all(lang: str, given: Iterable[bytes]) -> None:
    for data in given:
        fuzz_coding.check_trees(lang, data)


@pytest.mark.parametrize("lang", ["hi", "en"])
def test_mutated_examples_are_coded_with_true_evidence(lang: str) -> None:
    chance = Random(5)
    check_all(lang, [*seeds_trees(lang), *(chance.randbytes(60) for _ in range(60))])


def test_the_same_bytes_are_the_same_story_and_others_are_another() -> None:
    data = bytes([1, 0, 7, 5, 2, 9, 0, 3])
    (first, again, other) = (mutated("hi", told) for told in (data, data, data[::-1]))
    assert first.to_json()["tokens"] == again.to_json()["tokens"]
    assert first.text != other.text


def test_a_claim_that_quotes_what_is_not_there_is_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    def wrong(doc: Doc, story: Story) -> Claims:
        claims = code_doc(doc, story)
        moved = [replace(e, evidence=replace(e.evidence, quote=f"{e.evidence.quote}!")) for e in claims.events]
        return replace(claims, events=tuple(moved))

    monkeypatch.setattr(fuzz_coding, "code_doc", wrong)
    with pytest.raises(AssertionError, match="is not at"):
        check_all("en", seeds_trees("en"))
