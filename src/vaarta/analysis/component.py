"""The spaCy component `vaarta_parser`: parts of speech, features, trees and names, all by one small network.

It reads sentence by sentence, so that `vaarta_sentences` must stand before it. White space is not read: it hangs on
the word before it.
"""

from collections.abc import Iterable, Iterator
from itertools import chain, islice
from pathlib import Path

import numpy as np
import numpy.typing as npt
from spacy.attrs import DEP, ENT_IOB, ENT_TYPE, HEAD, MORPH, POS, TAG
from spacy.language import Language
from spacy.parts_of_speech import IDS
from spacy.tokens import Doc, Span, Token
from spacy.vocab import Vocab

from vaarta.analysis.network import Network, Reading, Spelled
from vaarta.errors import ModelError

__all__ = ["Parser"]

Numbers = npt.NDArray[np.uint64]

FIELDS = [TAG, POS, MORPH, DEP, HEAD, ENT_IOB, ENT_TYPE]
KINDS = ("XPOS", "UPOS", "FEATS")  # what fills the first three of them
BEGINS, INSIDE, OUTSIDE = 3, 1, 2  # spaCy's ENT_IOB
SPACE = ("_SP", "SPACE", "", "dep")  # tag, part of speech, features and relation of white space, as spaCy's own have
BATCH = 32  # Docs whose sentences are read together


class Parser:
    """Sets `tag`, `pos`, `morph`, `dep`, `head` and entities of every token, with the network of `from_disk`.

    `names`: whether names are looked for. The network's labels of XPOS, UPOS and FEATS become spaCy's tag, pos, morph.
    """

    def __init__(self, vocab: Vocab, *, names: bool = True) -> None:
        self.vocab = vocab
        self.names = names
        self.network: Network | None = None
        self.numbers: dict[str, Numbers] = {}
        self.spaces = np.zeros(4, dtype=np.uint64)

    @property
    def labels(self) -> tuple[str, ...]:
        """The relations, as `labels` of spaCy's own parser gives them."""
        return tuple(self.network.labels.tags["dep"]) if self.network else ()

    def __call__(self, doc: Doc) -> Doc:
        """The same Doc, annotated."""
        return next(self.pipe([doc]))

    def pipe(self, docs: Iterable[Doc], batch_size: int = BATCH) -> Iterator[Doc]:
        """The same Docs, annotated, in order, `batch_size` of them together."""
        stream = iter(docs)
        while batch := list(islice(stream, batch_size)):
            yield from self.annotated(batch)

    def annotated(self, docs: list[Doc]) -> list[Doc]:
        """The Docs with what the network says of their sentences. Raises ModelError if there is no network."""
        if self.network is None:
            raise ModelError("vaarta_parser has no network: load a trained pipeline, or train one with `vaarta train`")
        folded = self.network.labels.folded
        told = [[words_of(sentence) for sentence in doc.sents] for doc in docs]
        said = iter(
            self.network.read([spelled(words, folded=folded) for words in chain(*told) if words], names=self.names)
        )
        for doc, sentences in zip(docs, told, strict=True):
            if len(doc):
                self.annotate(doc, [(words, next(said)) for words in sentences if words])
        return docs

    def annotate(self, doc: Doc, said: list[tuple[list[Token], Reading]]) -> None:
        """Set what is said of each sentence of a Doc."""
        table = np.zeros((len(doc), len(FIELDS)), dtype=np.uint64)
        table[:, :4] = self.spaces
        table[:, 5] = OUTSIDE
        heads = hung(doc)
        for words, reading in said:
            places = np.array([word.i for word in words])
            for column, kind in enumerate(KINDS):
                table[places, column] = self.numbers[kind][reading.tags[kind]]
            table[places, 3] = self.numbers["dep"][reading.relations]
            heads[places] = np.where(reading.heads < 0, places, places[reading.heads])
            for start, end, label in reading.names:
                table[places[start] : places[end - 1] + 1, 5:] = INSIDE, self.vocab.strings[label]
                table[places[start], 5] = BEGINS
        table[:, 4] = (heads - np.arange(len(doc))).astype(np.uint64)
        fields = len(FIELDS) if self.names else 5
        doc.from_array(FIELDS[:fields], table[:, :fields])  # type: ignore[arg-type, unused-ignore]

    # -- files, as spaCy asks for them ---------------------------------------------------------------------------------

    def use(self, network: Network) -> "Parser":
        """The component with that network."""
        self.network = network
        tags, strings = network.labels.tags, self.vocab.strings
        for label in network.labels.names:
            strings.add(label[2:])
        self.numbers = {
            "XPOS": numbers(strings.add(label) for label in tags["XPOS"]),
            "UPOS": numbers(IDS[label] for label in tags["UPOS"]),
            "FEATS": numbers(self.vocab.morphology.add(label) for label in tags["FEATS"]),
            "dep": numbers(strings.add(label) for label in tags["dep"]),
        }
        tag, upos, feats, dep = SPACE
        self.spaces = numbers([strings.add(tag), IDS[upos], self.vocab.morphology.add(feats), strings.add(dep)])
        return self

    def to_disk(self, path: Path | str, *, exclude: Iterable[str] = ()) -> None:  # noqa: ARG002 - spaCy passes it
        """Write the network into the folder `path`."""
        if self.network is not None:
            self.network.to_folder(Path(path))

    def from_disk(self, path: Path | str, *, exclude: Iterable[str] = ()) -> "Parser":  # noqa: ARG002
        """The component with the network in the folder `path`. Raises ModelError if it cannot be read."""
        return self.use(Network.from_folder(Path(path)))

    def to_bytes(self, *, exclude: Iterable[str] = ()) -> bytes:  # noqa: ARG002
        """The network as bytes, for `nlp.to_bytes()`: processes that `nlp.pipe(n_process=2)` starts need them."""
        return self.network.to_bytes() if self.network is not None else b""

    def from_bytes(self, stored: bytes, *, exclude: Iterable[str] = ()) -> "Parser":  # noqa: ARG002
        """The component with the network that `to_bytes` gave."""
        return self.use(Network.from_bytes(stored)) if stored else self


def numbers(of: Iterable[int]) -> Numbers:
    """An array of spaCy's numbers."""
    return np.fromiter(of, dtype=np.uint64)


def words_of(sentence: Span) -> list[Token]:
    """The tokens of a sentence that are not white space."""
    return [token for token in sentence if not token.is_space]


def spelled(words: list[Token], *, folded: bool) -> list[Spelled]:
    """The words as the network takes them."""
    return [Spelled.of(word.text, word.norm_, folded=folded) for word in words]


def hung(doc: Doc) -> npt.NDArray[np.int64]:
    """Heads for white space: the word before it in its sentence, else the one after, else its sentence's first."""
    heads = np.arange(len(doc))
    for sentence in doc.sents:
        word = next((token.i for token in sentence if not token.is_space), sentence.start)
        for token in sentence:
            if token.is_space:
                heads[token.i] = word
            else:
                word = token.i
    return heads


@Language.factory(
    "vaarta_parser",
    assigns=["token.tag", "token.pos", "token.morph", "token.dep", "token.head", "doc.ents", "doc.sents"],
    requires=["token.is_sent_start"],
    default_config={"names": True},
)
def make_parser(nlp: Language, name: str, names: bool) -> Parser:  # noqa: ARG001, FBT001 - spaCy passes all three
    """The component without a network, which `from_disk` or `use` gives it."""
    return Parser(nlp.vocab, names=names)
