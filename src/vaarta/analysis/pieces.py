"""Runs of characters without a blank, cut before the tokenizer sees them: its time grows with their square."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

__all__ = ["tokenized"]

LONGEST = 400  # characters; no word, address or name is longer, and 8,000 marks in a row took the tokenizer 20 s
RUN = re.compile(rf"\S{{{LONGEST + 1},}}")


def tokenized(text: str, nlp: "Language") -> "str | Doc":
    """The text as it is; but one with a run longer than LONGEST as a Doc of its tokens, such runs cut into pieces."""
    from spacy.tokenizer import Tokenizer
    from spacy.tokens import Doc

    if not RUN.search(text) or not isinstance(nlp.tokenizer, Tokenizer):
        return text
    tokens = [(token.text, bool(token.whitespace_)) for piece in _pieces(text) for token in nlp.tokenizer(piece)]
    return Doc(nlp.vocab, words=[word for word, _ in tokens], spaces=[blank for _, blank in tokens])


def _pieces(text: str) -> Iterator[str]:
    """The text cut inside its longest runs, and nowhere else."""
    begun = 0
    for run in RUN.finditer(text):
        for cut in range(run.start() + LONGEST, run.end(), LONGEST):
            yield text[begun:cut]
            begun = cut
    yield text[begun:]
