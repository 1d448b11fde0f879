"""Vectors of words from text without annotation: learned here from news (fastText), or read from a file."""

import gzip
import json
from collections.abc import Iterator
from pathlib import Path

import msgspec
import numpy as np
import numpy.typing as npt
import spacy

from vaarta.analysis.treebanks import lines_of
from vaarta.errors import ModelError

__all__ = ["VectorFile", "Vectors", "learned_vectors", "read_vectors", "sentences_of_news"]

LENGTH = 3.0  # of every vector: components of about a third, as those the network begins with
Vectors = tuple[list[str], npt.NDArray[np.float32]]


class VectorFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where the vectors come from: `text`, JSON Lines of stories to learn them from, or `file`, vectors to take.

    The file is wink-embeddings' JSON ({"words": […], "vectors": {word: […]}}), most frequent words first, of which
    `most` are taken.
    """

    licence: str
    credit: str
    text: str = ""
    file: str = ""
    most: int = 60_000


def read_vectors(path: Path, most: int, width: int) -> Vectors:
    """The first so many words of a vector file, and a row for each after a row of noughts.

    Raises ModelError if the file is not one.
    """
    try:
        with gzip.open(path) if path.suffix == ".gz" else path.open("rb") as file:
            stored = json.load(file)
        words = list(stored["words"][:most])
        rows = np.array([stored["vectors"][word][:width] for word in words], dtype=np.float32)
    except (OSError, ValueError, KeyError, TypeError) as broken:
        raise ModelError(f"{path}: not a file of word vectors ({broken})") from broken
    return words, of_one_length(rows)


def learned_vectors(sentences: list[list[str]], width: int, seed: int) -> Vectors:
    """Vectors of the words that stand in the sentences three times or more, by gensim's fastText (skip-gram).

    One thread, so that the same seed gives the same vectors.
    """
    from gensim.models import FastText

    model = FastText(
        vector_size=width, window=4, min_count=3, sg=1, negative=8, epochs=8,
        workers=1, bucket=300_000, min_n=2, max_n=5, seed=seed,
    )  # fmt: skip
    model.build_vocab(sentences)
    model.train(sentences, total_examples=model.corpus_count, epochs=model.epochs)
    words = list(model.wv.index_to_key)
    return words, of_one_length(np.array([model.wv[word] for word in words], dtype=np.float32).reshape(-1, width))


def of_one_length(rows: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
    """The rows at length LENGTH, after a row of noughts for words that have none."""
    lengths = np.linalg.norm(rows, axis=1, keepdims=True) + 1e-6
    return np.vstack([np.zeros((1, rows.shape[1]), dtype=np.float32), rows / lengths * LENGTH]).astype(np.float32)


def sentences_of_news(path: Path, language: str) -> Iterator[list[str]]:
    """The folded words of each sentence of a JSON Lines file of stories."""
    nlp = spacy.blank(language)
    nlp.add_pipe("vaarta_sentences")
    for doc in nlp.pipe(str(json.loads(line)["text"]) for line in lines_of(path)):
        for sentence in doc.sents:
            yield [token.norm_ for token in sentence if not token.is_space]
