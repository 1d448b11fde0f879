"""Names in treebanks that mark none: what a tree and the names of another treebank say; the rest is left open.

English has few openly licensed news sentences with names marked. In UD's English treebanks, proper nouns joined by
`flat` are nearly always a person's name, and a name seen with one label only is likely to have it again.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from vaarta.analysis.treebanks import Sentence, Word

__all__ = ["guess_names", "known_names"]

LONGEST = 6  # words of a known name
OPEN = frozenset({"PROPN", "NUM", "SYM", "X"})  # what may be a name or a date: if not known, it is not said to be none


def known_names(sentences: Iterable[Sentence]) -> dict[tuple[str, ...], str]:
    """The names in sentences that mark them, each with its label, if it has but one."""
    labels: dict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
    for sentence in sentences:
        for start, end, label in sentence.entities:
            labels[tuple(word.form for word in sentence.words[start:end])][label] += 1
    return {
        name: next(iter(counts))
        for name, counts in labels.items()
        if len(counts) == 1 and len("".join(name)) > 1 and (name[0][0].isupper() or name[0][0].isdigit())
    }


def guess_names(sentence: Sentence, known: dict[tuple[str, ...], str]) -> Sentence:
    """The sentence with the names that can be told, and its other proper nouns and numbers `unsure`."""
    words = sentence.words
    spans: list[tuple[int, int, str]] = []
    index = 0
    while index < len(words):
        span = next(spans_at(words, index, known), None)
        if span is None:
            index += 1
        else:
            spans.append(span)
            index = span[1]
    covered = {n for start, end, _ in spans for n in range(start, end)}
    unsure = frozenset(n for n, word in enumerate(words) if n not in covered and may_be(words, n, word))
    return sentence._replace(entities=tuple(spans), unsure=unsure)


def spans_at(words: tuple[Word, ...], start: int, known: dict[tuple[str, ...], str]) -> Iterator[tuple[int, int, str]]:
    """The names that can begin at a word, the longest known first, then a person's."""
    if words[start].upos not in OPEN and not words[start].form[:1].isupper():  # "United" is a participle in EWT
        return
    for end in range(min(len(words), start + LONGEST), start, -1):
        label = known.get(tuple(word.form for word in words[start:end]))
        if label and (label != "PER" or end - start > 1):
            yield start, end, label
    last = start
    for end in range(start + 1, len(words)):
        if words[end].dep == "flat" and words[end].head == start and words[end].upos == "PROPN":
            last = end
        elif words[end].form != "-":  # Abdullah al-Ani is three words and a hyphen
            break
    if words[start].upos == "PROPN" and last > start:
        yield start, last + 1, "PER"


def may_be(words: tuple[Word, ...], index: int, word: Word) -> bool:
    """Whether a word that is in no name that can be told may yet be in one."""
    return word.upos in OPEN or words[word.head].upos == "PROPN" or (word.form[:1].isupper() and index > 0)
