"""Stories without a parser for the fuzzer of the coders: parses of our own, mutated as the fuzzer's bytes say.

A parser errs in ways of its own, and takes a hundred times as long as coding does. Here a story is one to three of the
packs' parsed examples, in which words are exchanged, left out, put in and moved, and parts of speech, relations, heads
and features changed. Every string of bytes is a story, and a small change of it is a small change of the story.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from random import Random
from typing import NamedTuple

from spacy.tokens import Doc
from spacy.vocab import Vocab

from vaarta import packs
from vaarta.testing import blocks, doc_from_conllu, parses

__all__ = ["Held", "held", "mutated", "seeds_trees"]

SENTENCES, CHANGES = 3, 12  # at the most
SEEDS, LENGTH = 40, 80  # stories that the fuzzer begins with, and the bytes of each


@dataclass(eq=False)
class Word:
    """A word as the Doc will have it; the head of a root is None."""

    form: str
    space: bool
    pos: str
    lemma: str
    morph: str
    ent: str
    dep: str
    head: "Word | None" = None


class Held(NamedTuple):
    """What stories are made of: examples as Docs, and all words, parts of speech and relations that are in them."""

    examples: tuple[Doc, ...]
    words: tuple[Word, ...]
    pos: tuple[str, ...]
    deps: tuple[str, ...]


class Bytes:
    """The fuzzer's bytes, read one number after the other; nought when they are at their end."""

    def __init__(self, data: bytes) -> None:
        self.data = iter(data)

    def below(self, limit: int) -> int:
        """A number from 0, less than the limit."""
        number = next(self.data, 0)
        if limit > 256:  # noqa: PLR2004 - what a byte holds
            number = number * 256 + next(self.data, 0)
        return number % limit


@cache
def held(lang: str) -> Held:
    """The sentences of a pack's parsed examples."""
    pack = packs.load(lang)
    rows = [body for example in parses(pack).values() for _, body in blocks(example.rows)]
    docs = tuple(doc_from_conllu(body) for body in rows)
    words = {(word.form, word.pos, word.dep): word for doc in docs for word in words_of(doc)}
    return Held(
        docs, tuple(words.values()), *(tuple(sorted({getattr(w, a) for w in words.values()})) for a in ("pos", "dep"))
    )


def words_of(doc: Doc) -> list[Word]:
    """The words of a Doc of one sentence, each with its head."""
    made = [
        Word(
            token.text, bool(token.whitespace_), token.pos_, token.lemma_, str(token.morph),
            f"{token.ent_iob_}-{token.ent_type_}" if token.ent_type_ else "O", token.dep_,
        )
        for token in doc
    ]  # fmt: skip
    for token, word in zip(doc, made, strict=True):
        word.head = None if token.head.i == token.i else made[token.head.i]
    return made


def mutated(lang: str, data: bytes) -> Doc:
    """The story that the bytes say."""
    given, there = Bytes(data), held(lang)
    sentences = [
        _changed(words_of(there.examples[given.below(len(there.examples))]), given, there)
        for _ in range(1 + given.below(SENTENCES))
    ]
    return _doc(sentences)


def seeds_trees(lang: str) -> list[bytes]:
    """Some of the examples with others after them, each changed at random."""
    chance, count = Random(1), len(held(lang).examples)  # noqa: S311 - no secret
    return [
        bytes([number % SENTENCES, *divmod(number, 256)]) + chance.randbytes(LENGTH)
        for number in range(0, count, max(1, count // SEEDS))
    ]


def _changed(words: list[Word], given: Bytes, there: Held) -> list[Word]:
    for _ in range(given.below(CHANGES + 1)):
        change = CHANGED[given.below(len(CHANGED))]
        change(words, given, there)
    return words


def _exchange(words: list[Word], given: Bytes, there: Held) -> None:
    word, other = words[given.below(len(words))], there.words[given.below(len(there.words))]
    word.form, word.lemma, word.pos, word.morph, word.ent = other.form, other.lemma, other.pos, other.morph, other.ent


def _put_in(words: list[Word], given: Bytes, there: Held) -> None:
    place, other = given.below(len(words)), there.words[given.below(len(there.words))]
    made = Word(other.form, True, other.pos, other.lemma, other.morph, other.ent, other.dep, words[place])  # noqa: FBT003
    if made.dep == "ROOT":
        made.dep = there.deps[given.below(len(there.deps))]
    words.insert(place + given.below(2), made)


def _leave_out(words: list[Word], given: Bytes, there: Held) -> None:  # noqa: ARG001 - as the others have it
    if len(words) == 1:
        return
    word = words.pop(given.below(len(words)))
    below = [other for other in words if other.head is word]
    heir = word.head or below[0]
    for other in below:
        other.head = None if other is heir else heir
    if heir.head is None:
        heir.dep = "ROOT"


def _move(words: list[Word], given: Bytes, there: Held) -> None:  # noqa: ARG001 - as the others have it
    words.insert(given.below(len(words)), words.pop(given.below(len(words))))


def _relate(words: list[Word], given: Bytes, there: Held) -> None:
    word, dep = words[given.below(len(words))], there.deps[given.below(len(there.deps))]
    if word.head is not None and dep != "ROOT":
        word.dep = dep


def _tag(words: list[Word], given: Bytes, there: Held) -> None:
    words[given.below(len(words))].pos = there.pos[given.below(len(there.pos))]


def _feature(words: list[Word], given: Bytes, there: Held) -> None:
    words[given.below(len(words))].morph = there.words[given.below(len(there.words))].morph


def _hang(words: list[Word], given: Bytes, there: Held) -> None:  # noqa: ARG001 - as the others have it
    word, head = words[given.below(len(words))], words[given.below(len(words))]
    if word.head is not None and word not in _above(head):
        word.head = head


def _above(word: Word | None) -> Iterator[Word]:
    while word is not None:
        yield word
        word = word.head


CHANGED = (_exchange, _exchange, _put_in, _leave_out, _move, _relate, _tag, _feature, _hang)


def _doc(sentences: list[list[Word]]) -> Doc:
    words = [word for sentence in sentences for word in sentence]
    place = {id(word): number for number, word in enumerate(words)}
    return Doc(
        _vocab(),
        words=[word.form for word in words],
        spaces=[word.space or word is sentence[-1] for sentence in sentences for word in sentence],
        pos=[word.pos for word in words],
        lemmas=[word.lemma for word in words],
        morphs=[word.morph for word in words],
        heads=[place[id(word.head or word)] for word in words],
        deps=[word.dep for word in words],
        ents=list(_begun([word.ent for word in words])),
    )


def _begun(tags: list[str]) -> Iterator[str]:
    """The tags of names, each of which begins where it begins."""
    before = "O"
    for tag in tags:
        yield f"B{tag[1:]}" if tag.startswith("I-") and before[2:] != tag[2:] else tag
        before = tag


@cache
def _vocab() -> Vocab:
    return Vocab()
