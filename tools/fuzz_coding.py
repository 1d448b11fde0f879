"""What the fuzzer does with the coders, and with what an address asks of the page (`tools/fuzz.py`)."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from urllib.parse import urlencode

from starlette.datastructures import QueryParams

from vaarta.analysis import analyse, load
from vaarta.pipeline import KINDS, code_doc
from vaarta.query import Question
from vaarta.reading import read
from vaarta.records import Claim, Claims, Evidence, Story
from vaarta.text import nfc
from vaarta.web.asked import FIELDS, Asked, read_asked
from vaarta.web.refusals import Refused

__all__ = ["check_asked", "check_coding", "seeds_asked", "seeds_coding"]

ROOT = Path(__file__).resolve().parents[1]
PUBLISHED = "2024-05-15T09:00:00+05:30"
ASKED = {
    "words": "सीमा विवाद", "between": "IND", "to": "नेपाल", "type": "CONSULT/visit", "kind": "visit", "quad": "2",
    "since": "2020-01", "until": "2024-05-14", "min_score": "0.5", "place": "Paris", "page": "2", "upcoming": "1",
}  # fmt: skip


def check_coding(lang: str, data: bytes) -> None:
    """Code the text; AssertionError for a claim that quotes what is not there, or is not as records.py says."""
    text = nfc(data.decode("utf-8", "replace"))
    story = Story(id="fuzz", lang=lang, text=text, published=PUBLISHED)
    (doc,) = analyse([text], load(lang))
    claims = code_doc(doc, story)
    told = list(_claims(claims))
    assert len({claim.id for claim in told}) == len(told)
    for claim in told:
        assert 0 <= claim.score <= 1
        for evidence in (claim.evidence, *claim.again):
            _check(evidence, story)
    for said in claims.statements:
        _check(said.content, story)


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


def _claims(claims: Claims) -> Iterator[Claim]:
    for kind in KINDS:
        yield from getattr(claims, kind)


def _check(evidence: Evidence, story: Story) -> None:
    start, end = evidence.span
    first, last = evidence.sentence
    assert 0 <= start <= end <= len(story.text)
    assert 0 <= first <= last <= len(story.text)
    assert story.text[start:end] == evidence.quote
