"""Training data as read: CoNLL-U treebanks and BIO files of names."""

import gzip
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from vaarta.errors import ModelError
from vaarta.text import is_word

__all__ = ["Sentence", "Word", "cut_as", "lines_of", "read_conllu", "read_names"]

LABELS = {
    "NEP": "PER", "PERSON": "PER", "person": "PER", "PER": "PER",
    "NEL": "LOC", "LOCATION": "LOC", "place": "LOC", "LOC": "LOC",
    "NEO": "ORG", "ORGANIZATION": "ORG", "organization": "ORG", "ORG": "ORG",
    "NETI": "DATE", "TIMEX": "DATE", "time": "DATE", "DATE": "DATE",
    "NEN": "NUM", "NUMEX": "NUM", "NUM": "NUM",
}  # fmt: skip
NAMES = frozenset({"PER", "LOC", "ORG"})
BRACKET = re.compile(r"\((?P<id>[^-()]+)-(?P<kind>[a-z]+)[^()]*(?P<closed>\))?|(?P<end>[^()]+)\)")
# HDTB writes opening and closing quotes '1 and '2, and a hyphen inside a word -JOIN.
MARKS = {"'1": "‘", "'2": "’", "-JOIN": "-"}


class Word(NamedTuple):
    """One line of a treebank. `head` is the index of its head in the sentence, its own for the root."""

    form: str
    lemma: str
    upos: str
    xpos: str
    feats: str
    head: int
    dep: str
    space: bool = True
    entity: str = ""


class Sentence(NamedTuple):
    """One sentence of a treebank, or of a file of names (then only forms and `entities`, token spans).

    `unsure` are words of which it is not known whether they are in a name.
    """

    id: str
    words: tuple[Word, ...]
    entities: tuple[tuple[int, int, str], ...] = ()
    unsure: frozenset[int] = frozenset()

    @property
    def text(self) -> str:
        """The forms, a blank between: what tells one sentence from another."""
        return " ".join(word.form for word in self.words)


def lines_of(path: Path) -> Iterator[str]:
    """Lines of a plain or gzipped UTF-8 file, without line ends."""
    if not path.exists():
        raise ModelError(f"{path}: no such training file")
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        for line in lines:
            yield line.rstrip("\n")


def blocks(path: Path) -> Iterator[list[str]]:
    """Runs of lines with an empty line between."""
    block: list[str] = []
    for line in lines_of(path):
        if line.strip():
            block.append(line)
        elif block:
            yield block
            block = []
    if block:
        yield block


def read_conllu(path: Path) -> Iterator[Sentence]:
    """The sentences of a CoNLL-U file; empty nodes are left out, words are what multiword tokens split into.

    Raises ModelError, naming file and sentence, for a sentence that is not a tree with one root.
    """
    for block in blocks(path):
        name = next((line.split("=", 1)[1].strip() for line in block if line.startswith("# sent_id")), "?")
        rows = [line.split("\t") for line in block if not line.startswith("#")]
        glued = {n for row in rows if "-" in row[0] for n in inside(row[0])}
        try:
            words = tuple(read_word(row, glued) for row in rows if row[0].isdigit())
        except (IndexError, ValueError) as broken:
            raise ModelError(f"{path}: sentence {name}: not CoNLL-U ({broken})") from broken
        if sum(word.head == number for number, word in enumerate(words)) != 1:
            raise ModelError(f"{path}: sentence {name}: not a tree with one root")
        yield Sentence(name, words, tuple(innermost(entities_of(words))))


def inside(token_range: str) -> range:
    """Numbers of the words of a multiword token that have no space after them: all but its last."""
    first, last = token_range.split("-")
    return range(int(first), int(last))


def read_word(row: list[str], glued: set[int]) -> Word:
    """The word of one line."""
    number, misc = int(row[0]), dict(part.split("=", 1) for part in row[9].split("|") if "=" in part)
    head = int(row[6])
    return Word(
        form=MARKS.get(row[1], row[1]),
        lemma=MARKS.get(row[2], row[2]),
        upos=row[3],
        xpos="" if row[4] == "_" else row[4],
        feats="" if row[5] == "_" else row[5],
        head=head - 1 if head else number - 1,
        dep=row[7] if head else "ROOT",
        space=number not in glued and misc.get("SpaceAfter") != "No",
        entity=misc.get("Entity", ""),
    )


def entities_of(words: tuple[Word, ...]) -> Iterator[tuple[int, int, str]]:
    """Named people, places, organisations and times in GUM's bracket notation, as token spans.

    A name is a mention whose head is a proper noun.
    """
    opened: list[tuple[str, str, int]] = []
    for index, word in enumerate(words):
        for match in BRACKET.finditer(word.entity):
            if match["id"]:
                opened.append((match["id"], match["kind"], index))
            done = match["end"] or (match["id"] if match["closed"] else None)
            place = next((n for n in range(len(opened) - 1, -1, -1) if opened[n][0] == done), None)
            if done is not None and place is not None:
                _, kind, start = opened.pop(place)
                start += words[start].upos == "DET"  # "the US" is the name US
                if named(words, start, index + 1, LABELS.get(kind, "")):
                    yield start, index + 1, LABELS[kind]


def named(words: tuple[Word, ...], start: int, end: int, label: str) -> bool:
    """Whether a mention names its thing: its head is a proper noun, or it is a time with a digit or name in it."""
    if label == "DATE":
        return any(word.upos in {"PROPN", "NUM"} for word in words[start:end])
    heads = [n for n in range(start, end) if not start <= words[n].head < end or words[n].head == n]
    return label in NAMES and len(heads) == 1 and words[heads[0]].upos == "PROPN"


def read_names(path: Path) -> Iterator[Sentence]:
    """The sentences of a two-column BIO file (form, tag); tags outside LABELS and broken ones count as O."""
    for number, block in enumerate(blocks(path)):
        pairs = [line.split("\t") if "\t" in line else line.split() for line in block]
        pairs = [pair for pair in pairs if len(pair) > 1 and pair[0].strip()]
        words = tuple(Word(pair[0].strip(), "", "", "", "", 0, "") for pair in pairs)
        if words:
            yield Sentence(f"{path.name}-{number}", words, tuple(spans_of([pair[-1] for pair in pairs])))


def cut_as(sentence: Sentence, cut: Callable[[str], list[str]]) -> Sentence:
    """A sentence of a names file with its words cut as the pipeline will cut them (है." is three).

    No name begins or ends with a mark that was cut off.
    """
    words: list[Word] = []
    at = [0]
    for word in sentence.words:
        pieces = cut(word.form) or [word.form]
        words += [word._replace(form=piece) for piece in pieces]
        at.append(len(words))
    spans = []
    for start, end, label in sentence.entities:
        first, last = at[start], at[end]
        while last - first > 1 and not is_word(words[first].form):
            first += 1
        while last - first > 1 and not is_word(words[last - 1].form):
            last -= 1
        spans.append((first, last, label))
    return Sentence(sentence.id, tuple(words), tuple(spans))


def spans_of(tags: Iterable[str]) -> Iterator[tuple[int, int, str]]:
    """Token spans of BIO tags."""
    start, label, index = 0, "", -1
    for index, tag in enumerate(tags):
        kind = LABELS.get(tag[2:], "")
        if label and (tag[:2] != "I-" or kind != label):
            yield start, index, label
            label = ""
        if tag[:2] == "B-" and kind:
            start, label = index, kind
    if label:
        yield start, index + 1, label


def innermost(spans: Iterable[tuple[int, int, str]]) -> Iterator[tuple[int, int, str]]:
    """The shortest of spans that overlap, in order."""
    kept: list[tuple[int, int, str]] = []
    for span in sorted(set(spans), key=lambda span: (span[1] - span[0], span)):
        if not any(span[0] < other[1] and other[0] < span[1] for other in kept):
            kept.append(span)
    yield from sorted(kept)
