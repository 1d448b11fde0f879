"""Parsers that are spaCy tokenizers (spacy-stanza, spacy-udpipe), made to keep the text they are given.

They join lines and drop white space, so that offsets into their Docs are not offsets into the story. They are run line
by line here, and their words put back where they stand: a line end is the end of a sentence, as with our own pipelines.
"""

import logging
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from spacy.tokens import Doc
from spacy.vocab import Vocab

__all__ = ["Lines"]

logger = logging.getLogger(__name__)


class Word(NamedTuple):
    """A token as it goes into the Doc: where it stands, what was found of it, and how far off its head is."""

    start: int
    end: int
    pos: str = "X"
    tag: str = ""
    morph: str = ""
    lemma: str = ""
    dep: str = "dep"
    ent: str = "O"
    head: int = 0


class Lines:
    """A tokenizer that leaves trees, run on each line of a text; its Docs' text is the text."""

    def __init__(self, parser: Callable[[str], Doc], vocab: Vocab) -> None:
        self.parser = parser
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        """The Doc of a text, with white space as spaCy has it: one blank after a word, all other as tokens."""
        words: list[Word] = []
        start = 0
        for line in text.split("\n"):
            if line.strip():
                words += self.words(line, start)
            start += len(line) + 1
        return made(self.vocab, text, words)

    def words(self, line: str, start: int) -> list[Word]:
        """The words of a line that stands at `start`, parsed; unparsed if the parser changes what they are.

        The parser is given one blank for all white space, as its treebank had.
        """
        parsed = self.parser(" ".join(line.split()))
        tokens = [token for token in parsed if not token.is_space]
        places = places_of([token.text for token in tokens], line)
        if places is None:
            logger.warning("a line is left unparsed, for the parser changes its words: %r", line[:80])
            return unparsed(line, start)
        number = {token.i: n for n, token in enumerate(tokens)}
        return [
            Word(
                start + first,
                start + last,
                token.pos_,
                token.tag_,
                str(token.morph),
                token.lemma_,
                token.dep_ or "dep",
                f"{token.ent_iob_}-{token.ent_type_}" if token.ent_type_ else "O",
                number.get(token.head.i, n) - n,
            )
            for n, (token, (first, last)) in enumerate(zip(tokens, places, strict=True))
        ]

    def to_bytes(self, **options: Any) -> bytes:
        """As the parser's own."""
        return self.parser.to_bytes(**options)  # type: ignore[attr-defined, no-any-return]

    def from_bytes(self, stored: bytes, **options: Any) -> "Lines":
        """As the parser's own."""
        self.parser.from_bytes(stored, **options)  # type: ignore[attr-defined]
        return self

    def to_disk(self, path: Path | str, **options: Any) -> None:
        """As the parser's own."""
        self.parser.to_disk(path, **options)  # type: ignore[attr-defined]

    def from_disk(self, path: Path | str, **options: Any) -> "Lines":
        """As the parser's own."""
        self.parser.from_disk(path, **options)  # type: ignore[attr-defined]
        return self


def places_of(words: list[str], line: str) -> list[tuple[int, int]] | None:
    """Where the words stand in the line, one after the other; None if more than white space is between them."""
    places, at = [], 0
    for word in words:
        while at < len(line) and line[at].isspace():
            at += 1
        if not line.startswith(word, at):
            return None
        places.append((at, at + len(word)))
        at += len(word)
    return places if not line[at:].strip() else None


def unparsed(line: str, start: int) -> list[Word]:
    """The words of a line as blanks part them, all on the first, of no part of speech."""
    places, at = [], 0
    for word in line.split():
        at = line.index(word, at)
        places.append((start + at, start + at + len(word)))
        at += len(word)
    return [Word(first, last, dep="dep" if n else "ROOT", head=-n) for n, (first, last) in enumerate(places)]


def made(vocab: Vocab, text: str, words: list[Word]) -> Doc:
    """The Doc of a text from its words, with tokens for the white space between them."""
    if not words:
        return Doc(vocab, words=[text] if text else [], spaces=[False] if text else [])
    rows = list(spaced(text, words))
    index = {n: i for i, (n, _) in enumerate(rows) if n >= 0}
    # White space hangs on the word before it; there is none before the first.
    heads = [index[n + word.head] if n >= 0 else abs(i - 1) for i, (n, word) in enumerate(rows)]
    return Doc(
        vocab,
        words=[text[word.start : word.end] for _, word in rows],
        spaces=[text[word.end : word.end + 1] == " " for _, word in rows],
        pos=[word.pos for _, word in rows],
        tags=[word.tag for _, word in rows],
        morphs=[word.morph for _, word in rows],
        lemmas=[word.lemma for _, word in rows],
        heads=heads,
        deps=[word.dep for _, word in rows],
        ents=[word.ent for _, word in rows],
    )


def spaced(text: str, words: list[Word]) -> Iterator[tuple[int, Word]]:
    """The words with their numbers, and each stretch of white space that is a token of its own, with -1."""
    at = 0
    for n, word in enumerate([*words, Word(len(text), len(text))]):
        gap = text[at : word.start]
        first = at + (1 if at and gap.startswith(" ") else 0)  # one blank belongs to the word before it
        if first < word.start:
            yield -1, Word(first, word.start, pos="SPACE", tag="_SP", lemma=text[first : word.start])
        if n < len(words):
            yield n, word
        at = word.end
