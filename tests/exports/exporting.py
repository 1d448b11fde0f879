"""Writing a record in a format, inside a test."""

import io

from vaarta.exports import FORMATS, Written, stories_of
from vaarta.query import Question, things
from vaarta.store import Store

__all__ = ["exported"]


def exported(store: Store, name: str, question: Question | None = None) -> tuple[bytes, Written]:
    """What the format writes into a file, and what it says of it."""
    out, chosen = io.BytesIO(), FORMATS[name].to_file
    assert chosen
    written = chosen(things(store, question or Question()), out, stories_of(store))
    return out.getvalue(), written
