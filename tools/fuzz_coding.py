"""What the fuzzer does with the coders, and with what an address asks of the page (`tools/fuzz.py`).

    python tools/fuzz_coding.py LANG [--inputs 20000] [--seed 1]

codes so many mutated parses drawn at random, which wants no fuzzer; faults are told with the bytes that make them. Exit
code 1: there were some.
"""

import argparse
import sys
import traceback
from contextlib import suppress
from pathlib import Path
from random import Random
from urllib.parse import urlencode

import msgspec
from fuzz_trees import mutated
from spacy.tokens import Doc
from starlette.datastructures import QueryParams

from vaarta.analysis import analyse, load
from vaarta.pipeline import code_doc
from vaarta.query import Question
from vaarta.reading import read
from vaarta.reading.coded import check_coded
from vaarta.records import Story
from vaarta.shape import whole
from vaarta.text import nfc
from vaarta.web.asked import FIELDS, Asked, read_asked
from vaarta.web.refusals import Refused

__all__ = ["check_asked", "check_coding", "check_trees", "seeds_asked", "seeds_coding"]

ROOT = Path(__file__).resolve().parents[1]
FAULTS = (AssertionError, ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)
LONGEST = 120  # bytes of a story drawn at random
PUBLISHED = "2024-05-15T09:00:00+05:30"
ASKED = {
    "words": "सीमा विवाद", "between": "IND", "to": "नेपाल", "type": "CONSULT/visit", "kind": "visit", "quad": "2",
    "since": "2020-01", "until": "2024-05-14", "min_score": "0.5", "place": "Paris", "page": "2", "upcoming": "1",
}  # fmt: skip


def check_coding(lang: str, data: bytes) -> None:
    """Code the text; AssertionError for a claim that quotes what is not there, or is not as records.py says."""
    text = nfc(data.decode("utf-8", "replace"))
    (doc,) = analyse([text], load(lang))
    _check(doc, lang)


def check_trees(lang: str, data: bytes) -> None:
    """The same of the story that the bytes make of our own parses, without a parser."""
    _check(mutated(lang, data), lang)


def _check(doc: Doc, lang: str) -> None:
    story = Story(id="fuzz", lang=lang, text=doc.text, published=PUBLISHED)
    claims = code_doc(doc, story)
    kept = check_coded(msgspec.to_builtins(whole(story, claims)), story)
    assert kept == claims, kept
    assert all(0 <= claim.score <= 1 for claim in (*claims.events, *claims.engagements, *claims.statements))


def check_asked(data: bytes) -> None:
    """Read what an address asks; it is understood or refused, and nothing else."""
    params = QueryParams(data.decode("utf-8", "replace"))
    for strict in (False, True):
        with suppress(Refused):
            asked = read_asked(params, strict=strict)
            assert isinstance(asked, Asked)
            assert isinstance(asked.question, Question)
            assert read_asked(QueryParams(list(asked.given))).given == asked.given


def seeds_coding(lang: str) -> list[bytes]:
    """Stories of our own in a language."""
    held = [*read(ROOT / "tests/corpus/stories.jsonl"), *read(ROOT / "examples")]
    return [story.text.encode() for story in held if isinstance(story, Story) and story.lang == lang]


def seeds_asked() -> list[bytes]:
    """Addresses that ask all that can be asked."""
    return [urlencode({name: value}).encode() for name, value in ASKED.items()] + [
        urlencode(ASKED | {"between": "NPL"}).encode(),
        urlencode(dict.fromkeys(FIELDS, "1")).encode(),
    ]


def main() -> int:
    """Code stories drawn at random; how many of them make faults."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("lang")
    parser.add_argument("--inputs", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    chance, faults = Random(asked.seed), 0  # noqa: S311 - no secret
    for _ in range(asked.inputs):
        data = chance.randbytes(chance.randint(4, LONGEST))
        try:
            check_trees(asked.lang, data)
        except FAULTS:
            faults += 1
            print(f"{data.hex()}:\n{traceback.format_exc()}")
    print(f"{asked.inputs:,} stories of mutated parses coded, {faults:,} with faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
