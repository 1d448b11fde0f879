"""Ways through a sentence's tree."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["ancestors"]


def ancestors(token: "Token", limit: int = 12) -> Iterator["Token"]:
    """The token and its heads upward, at most `limit` of them (a bound against malformed trees)."""
    for _ in range(limit):
        yield token
        if token.head.i == token.i:
            return
        token = token.head
