"""A Doc's trees as they are being restructured: they stay trees whatever is done, for no token can get under itself."""

from collections.abc import Iterator
from typing import Any

import numpy as np
from spacy.attrs import DEP, HEAD
from spacy.tokens import Doc

__all__ = ["VERBAL", "Tree"]

VERBAL = {"VERB", "AUX", "ADJ", "ADV"}  # dependents of these are obliques, of others modifiers of a noun


class Tree:
    """Heads, relations and parts of speech of a Doc's tokens, and what hangs on each, in the order of the text."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.heads = [token.head.i for token in doc]
        self.deps = [token.dep_ for token in doc]
        self.pos = [token.pos_ for token in doc]
        self.below: list[list[int]] = [[] for _ in doc]
        for i, head in enumerate(self.heads):
            if head != i:
                self.below[head].append(i)

    def downward(self) -> list[int]:
        """All tokens that hang on a root, each after its head."""
        order = [i for i, head in enumerate(self.heads) if i == head]
        for i in order:
            order.extend(self.below[i])
        return order

    def children(self, i: int, *labels: str) -> list[int]:
        """What hangs on a token by one of these relations (any, if none is named), in the order of the text."""
        return [k for k in self.below[i] if not labels or self.deps[k] in labels]

    def above(self, i: int) -> Iterator[int]:
        """The heads of a token, upward."""
        while self.heads[i] != i:
            i = self.heads[i]
            yield i

    def move(self, i: int, head: int, dep: str = "") -> None:
        """Hang a token, with all below it, on another one, by the relation it had if none is named.

        Nothing is done if the new head is the token itself or hangs on it.
        """
        if head == i or i in self.above(head):
            return
        self.below[self.heads[i]] = [k for k in self.below[self.heads[i]] if k != i]
        self.below[head] = sorted({*self.below[head], i})
        self.heads[i] = head
        self.deps[i] = dep or self.deps[i]

    def lift(self, i: int, dep: str = "") -> None:
        """Put a token in the place of its head, which then hangs on it by `dep`, with the relation the head had."""
        head = self.heads[i]
        upper = self.heads[head]
        self.below[head] = [k for k in self.below[head] if k != i]
        if upper == head:
            self.heads[i] = i
        else:
            self.below[upper] = sorted(i if k == head else k for k in self.below[upper])
            self.heads[i] = upper
        self.heads[head] = i
        self.below[i] = sorted([*self.below[i], head])
        self.deps[i], self.deps[head] = self.deps[head], dep

    def verbal(self, i: int) -> bool:
        """Whether a token's dependents are obliques: it is a verb, an adjective or an adverb."""
        return self.pos[i] in VERBAL

    def write(self) -> Doc:
        """The Doc, with the trees and parts of speech as they are now."""
        for token in self.doc:
            if token.pos_ != self.pos[token.i]:
                token.pos_ = self.pos[token.i]
        doc: Any = self.doc  # spaCy's annotations take no unsigned integers, spaCy does
        strings = doc.vocab.strings
        distances = np.array([head - i for i, head in enumerate(self.heads)], dtype=np.int64).view(np.uint64)
        relations = np.array([strings.add(dep) for dep in self.deps], dtype=np.uint64)
        doc.from_array([HEAD, DEP], np.stack([distances, relations], axis=1))
        return self.doc
