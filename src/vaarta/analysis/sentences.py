"""The spaCy component `vaarta_sentences`: where sentences begin, set before the parser so that it keeps to them.

Sentences end at line ends, at ।, ॥, ?, ! and at full stops that end no abbreviation (also in Hindi: many papers print
them); closing quotes and brackets stay with the sentence they close. A dateline is one by itself, where the language
lists the months that datelines name. Use it in front of any parser.
"""

from collections.abc import Iterator
from typing import Any

import numpy as np
from spacy.attrs import SENT_START
from spacy.language import Language
from spacy.tokens import Doc

from vaarta.analysis.datelines import dateline_end
from vaarta.analysis.stops import Stops, stops
from vaarta.text import is_devanagari

__all__ = ["SentenceSplitter"]

DANDAS = frozenset("।॥|")
MARKS = frozenset({"?", "!", "？", "！", "؟", "۔"})
OPENING, CLOSING = frozenset("“‘«([{"), frozenset("”’»)]}")
EITHER = frozenset({'"', "'", "`", "''", "``"})  # opening or closing: by turns within a paragraph
COMMAS = frozenset({",", ";", "،", "–", "—", ":"})
LONGEST = 300  # tokens; a longer "sentence" is a table or a list, and a parser's time grows with it


class SentenceSplitter:
    """Sets `is_sent_start` of every token. `lang` chooses the lists of sentences.toml."""

    def __init__(self, lang: str) -> None:
        self.lang = lang
        self.stops = stops(lang)

    def __call__(self, doc: Doc) -> Doc:
        """The same Doc, its sentence starts set."""
        starts = set(self.starts(doc))
        # All at once: spaCy looks through the whole Doc each time that one token is set.
        marks: Any = np.array([[1 if i in starts else -1] for i in range(len(doc))]).astype("uint64")
        return doc.from_array([SENT_START], marks) if len(doc) else doc

    def starts(self, doc: Doc) -> Iterator[int]:
        """Tokens that begin a sentence, in order, the first always; none more than LONGEST after the one before."""
        last = 0
        for end in [*self.ends(doc), len(doc)]:
            while end - last > LONGEST:
                yield last
                last = cut(doc, last)
            if last < end:
                yield last
            last = end

    def ends(self, doc: Doc) -> Iterator[int]:
        """Tokens just after a sentence's last token, in order."""
        words = [token.text for token in doc]
        glued = [not token.whitespace_ for token in doc]
        opened: set[str] = set()
        index, begun, line = 0, 0, True
        while index < len(words):
            word = words[index]
            if line and not word.isspace():
                line = False
                if (end := dateline_end(doc, index, self.lang)) is not None:
                    begun = index = end
                    yield end
                    continue
            if ends_line(word):
                opened.clear()
                begun = index = index + 1
                line = True
                yield index
                continue
            if word in EITHER:
                opened ^= {word}
            elif is_end(words, index, begun, self.stops):
                index = closed(words, glued, index + 1, opened) - 1
                if self.goes_on(words, index + 1):
                    index += 1
                    continue
                begun = index + 1
                yield begun
            index += 1

    def goes_on(self, words: list[str], following: int) -> bool:
        """Whether the sentence does not end here after all: a comma or a small letter comes next."""
        word = words[following] if following < len(words) else ""
        return word in COMMAS or (self.lang != "hi" and word[:1].islower())


def is_end(words: list[str], index: int, begun: int, known: Stops) -> bool:
    """Whether a sentence that began at `begun` may end with this word."""
    word = words[index]
    if word[0] in DANDAS:
        return word[0] != "|" or (index > begun and is_devanagari(words[index - 1]))
    if word[0] in MARKS:
        return words[index - 1 : index] != ["("]
    if word == ".":
        return not is_abbreviated(words, index, begun, known)
    following = words[index + 1] if index + 1 < len(words) else ""
    if word in known.may_end:
        return following in known.openers
    return set(word) <= {".", "…"} and (following[:1].isupper() or words[max(index - 1, 0)] in known.finals)


def is_abbreviated(words: list[str], index: int, begun: int, known: Stops) -> bool:
    """Whether a full stop that is a token of its own belongs to the word before: "1.", "approx.", "आई. के."."""
    before = words[index - 1] if index > begun else ""
    if not before or (index == begun + 1 and (before.isdecimal() or len(before) == 1)):
        return True
    dotted = f"{before}."
    following = words[index + 1 : index + 3]
    if dotted in known.lone:
        initials = known.letters | known.abbreviations
        dotted_next = len(following) > 1 and following[1] == "." and f"{following[0]}." in known.lone
        return words[index - 2] in initials or (bool(following) and following[0] in initials) or dotted_next
    if dotted in known.may_end:
        return not following or following[0] not in known.openers
    return dotted in known.abbreviations or dotted in known.letters


def ends_line(word: str) -> bool:
    """Whether a token is white space with a line or paragraph end in it."""
    return "\n" in word or "\u2029" in word


def closed(words: list[str], glued: list[bool], index: int, opened: set[str]) -> int:
    """The first token at or after `index` that does not close the sentence before it."""
    while index < len(words):
        word = words[index]
        if ends_line(word):
            opened.clear()
            return index + 1
        if word.isspace():
            pass
        elif word in EITHER and (word in opened or (glued[index - 1] and not glued[index])):
            opened.discard(word)
        elif word not in CLOSING and word[0] not in DANDAS and word[0] not in MARKS and not set(word) <= {".", "…"}:
            break
        index += 1
    return index


def cut(doc: Doc, start: int) -> int:
    """Where a sentence too long is cut: after its last comma within the limit, or at the limit."""
    commas = [n for n in range(start + LONGEST // 2, start + LONGEST) if doc[n - 1].text in COMMAS]
    return commas[-1] if commas else start + LONGEST


@Language.factory("vaarta_sentences", assigns=["token.is_sent_start", "doc.sents"])
def make_sentences(nlp: Language, name: str) -> SentenceSplitter:  # noqa: ARG001 - spaCy passes both
    """The component, for `nlp.add_pipe("vaarta_sentences", before="parser")`."""
    return SentenceSplitter(str(nlp.lang).removeprefix("vaarta_"))
