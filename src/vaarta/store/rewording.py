"""Which words of a story tell a claim, as a person chose them: their offsets and themselves, checked by the text."""

import re
from typing import Any

import msgspec

from vaarta.errors import StoreError
from vaarta.records import Evidence, Statement, Story
from vaarta.store.rows import AnyClaim

__all__ = ["check_words", "reworded"]

CHOSEN = re.compile(r"([0-9]{1,8})-([0-9]{1,8}) (.+)", re.DOTALL)


def reworded(claim: AnyClaim, field: str, value: str) -> dict[str, object]:
    """The evidence ("span") or what was said ("content") with other words: "12-20 met them".

    The words that tell a claim are in its sentence; what was said may run on. Raises StoreError if they cannot be.
    """
    said = CHOSEN.fullmatch(value)
    if not said:
        raise StoreError(f"{value[:100]!r} names no words; write their offsets and the words, as in 12-20 met them")
    start, end, quote = int(said[1]), int(said[2]), said[3]
    if end - start != len(quote):
        raise StoreError(f"from {start} to {end} there are not {len(quote)} characters, as in {quote[:100]!r}")
    before: Evidence = getattr(claim, "content" if field == "content" else "evidence")
    first, last = before.sentence
    if field == "span" and not first <= start < end <= last:
        raise StoreError(f"{quote[:100]!r} is not in the sentence of {claim.id}, which is from {first} to {last}")
    chosen = msgspec.structs.replace(before, span=(start, end), quote=quote)
    return {"content" if field == "content" else "evidence": chosen}


def check_words(claim: AnyClaim, story: Story) -> None:
    """Raise StoreError if the words of a claim are not where it says in its story."""
    told: list[Any] = [claim.evidence, *([claim.content] if isinstance(claim, Statement) else [])]
    for evidence in told:
        start, end = evidence.span
        if story.text[start:end] != evidence.quote:
            raise StoreError(f"{evidence.quote[:100]!r} is not what story {story.id} says from {start} to {end}")
