"""The network behind our pipelines, forwards only, in NumPy: words → parts of speech, features, trees, names.

A word is its vector learned from unlabelled text, one learned here, and what a convolution over its characters says;
three layers read the sentence in both directions (LSTM); two-layer scores choose head and relation (biaffine, after
Dozat and Manning 2017), a linear chain the names. What depends on the word alone is computed once for each word.
It is trained by `vaarta.analysis.learning`, which needs PyTorch; running it needs NumPy only.
"""

import io
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple
from zipfile import BadZipFile

import msgspec
import numpy as np
import numpy.typing as npt
from threadpoolctl import ThreadpoolController

from vaarta.analysis.agreement import Agreement
from vaarta.analysis.decoding import best_paths, best_tree, spans_of_path
from vaarta.analysis.steps import Pack, in_blocks, stepwise
from vaarta.errors import ModelError

__all__ = ["Labels", "Network", "Reading", "Shapes", "Spelled"]

Floats = npt.NDArray[np.float32]
Numbers = npt.NDArray[np.int64]

KINDS = ("UPOS", "XPOS", "FEATS")
WEIGHTS, LABELS = "weights.npz", "labels.json"
PAD, UNKNOWN, BEGINS, ENDS = range(4)  # numbers of characters; those of `Labels.characters` follow
KNOWN_WORDS = 16_384  # words whose part in the first layer is kept, 8 KB each: 128 MB when full
TOGETHER = 96  # sentences read at once: long enough rows for the matrix products, small enough for the cache
LEAK = 0.1  # slope of the leaky rectifier below nought
IN_BYTES = frozenset({"static", "hints"})
SORTED = 10 * TOGETHER  # sentences that are put in order of length before so many are read at once
ALIKE = 256  # words of like length whose characters are filtered at once
ROWS = 512  # words whose relations are scored at once


class Shapes(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The sizes of a network: widths of a word's three parts, of the layers, and of the arc and relation scores.

    `windows` are (characters, filters) of the convolutions; words longer than `longest` lose their middle.
    """

    static: int = 100
    learned: int = 64
    character: int = 32
    windows: tuple[tuple[int, int], ...] = ((2, 64), (3, 96), (4, 96))
    longest: int = 24
    hidden: int = 256
    layers: int = 3
    arc: int = 256
    relation: int = 80

    @property
    def word(self) -> int:
        """The width of a word's input."""
        return self.static + self.learned + sum(filters for _, filters in self.windows)


class Labels(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the network's numbers stand for.

    `static` and `learned` are words (row 0 of their vectors is for words not listed), `tags` labels by layer of
    annotation (UPOS, XPOS, FEATS, dep), `names` the names' tags (O, B-PER …). `folded`: characters are those of the
    key, one spelling for all, not those of the word as written. `hinted` are further words of which there are hints.
    """

    shapes: Shapes
    static: list[str]
    learned: list[str]
    characters: list[str]
    tags: dict[str, list[str]]
    names: list[str]
    folded: bool = False
    hinted: list[str] = []


class Spelled(NamedTuple):
    """A word as the network takes it: the key of its vectors, and the characters that are read."""

    key: str
    spelling: str

    @classmethod
    def of(cls, word: str, key: str, *, folded: bool) -> "Spelled":
        """The word as training and running both give it: with `folded`, the characters read are the key's."""
        return cls(key, key if folded else word)


class Reading(NamedTuple):
    """What the network says of one sentence: a label's number, a head's place for each word (-1 for the root's head).

    `names` are spans of words with their labels, end exclusive.
    """

    tags: dict[str, Numbers]
    heads: Numbers
    relations: Numbers
    names: list[tuple[int, int, str]]


class Network:
    """A trained network. `read` annotates sentences; `from_folder` and `to_folder` keep it, without pickles."""

    def __init__(self, labels: Labels, weights: Mapping[str, Floats]) -> None:
        self.labels = labels
        self.shapes = labels.shapes
        # Vectors stay in bytes, with a scale for each word: they are most of the file.
        self.weights = {
            name: array if name in IN_BYTES else array.astype(np.float32) for name, array in weights.items()
        }
        self.static = {word: number for number, word in enumerate(labels.static, 1)}
        self.hints = self.static | {word: n for n, word in enumerate(labels.hinted, len(self.static) + 1)}
        self.learned = {word: number for number, word in enumerate(labels.learned, 1)}
        self.characters = {character: number for number, character in enumerate(labels.characters, ENDS + 1)}
        self.layers = [self.halved(layer) for layer in range(self.shapes.layers)]
        score = self.weights["relation.score"]  # relations × own × head
        self.relations = np.ascontiguousarray(score.transpose(1, 0, 2).reshape(score.shape[1], -1))
        self.agreement = Agreement(labels.tags)
        self.rows: dict[Spelled, int] = {}
        self.inputs = np.empty((2, KNOWN_WORDS, 4 * self.shapes.hidden), dtype=np.float32)
        self.threads = ThreadpoolController()

    def halved(self, layer: int) -> tuple[Floats, Floats, Floats]:
        """A layer's weights of inputs, those of itself `in_blocks`, and biases, by direction; gates as i, f, o, g.

        The weights of the three gates are halved: a logistic function is a tanh of half its argument.
        """
        hidden = self.shapes.hidden
        order = np.concatenate([np.arange(gate * hidden, (gate + 1) * hidden) for gate in (0, 1, 3, 2)])
        scale = np.where(np.arange(4 * hidden) < 3 * hidden, 0.5, 1).astype(np.float32)
        inputs, recurrent, biases = [], [], []
        for way in ("onward", "backward"):
            stem = f"layers.{layer}.{way}"
            inputs.append((self.weights[f"{stem}.input"][order] * scale[:, None]).T)
            recurrent.append((self.weights[f"{stem}.recurrent"][order] * scale[:, None]).T)
            biases.append(self.weights[f"{stem}.bias"][order] * scale)
        return np.stack(inputs), in_blocks(np.stack(recurrent)), np.stack(biases)[:, None]

    # -- words -----------------------------------------------------------------------------------------------------

    def words(self, sentences: Sequence[Sequence[Spelled]], pack: Pack) -> Floats:
        """What the first layer takes of all packed words, by direction; of a word met before it is looked up."""
        row = [word for sentence in sentences for word in sentence]
        met = dict.fromkeys(row)
        new = [word for word in met if word not in self.rows]
        if len(self.rows) + len(new) > self.inputs.shape[1]:
            self.rows.clear()
            new = list(met)
        if len(new) > self.inputs.shape[1]:
            return self.both_ways(self.embedded(row)[pack.order], pack, 0)
        if new:
            start = len(self.rows)
            self.rows.update({word: start + n for n, word in enumerate(new)})
            weight, _, bias = self.layers[0]
            np.matmul(self.embedded(new), weight, out=self.inputs[:, start : start + len(new)])
            self.inputs[:, start : start + len(new)] += bias
        order = np.array([self.rows[word] for word in row])[pack.order]
        taken = np.empty((2, len(order), self.inputs.shape[2]), dtype=np.float32)
        np.take(self.inputs[0], order, axis=0, out=taken[0], mode="clip")  # "clip" writes without a copy between
        np.take(self.inputs[1], order[pack.reverse], axis=0, out=taken[1], mode="clip")
        return taken

    def both_ways(self, state: Floats, pack: Pack, layer: int) -> Floats:
        """What a layer takes of all packed words, by direction: 2 × words × 4 hidden."""
        weight, _, bias = self.layers[layer]
        taken = np.empty((2, len(state), weight.shape[2]), dtype=np.float32)
        np.matmul(state, weight[0], out=taken[0])
        np.matmul(state[pack.reverse], weight[1], out=taken[1])
        taken += bias
        return taken

    def embedded(self, words: Sequence[Spelled]) -> Floats:
        """The input of each word: vectors of the word, and its characters' strongest filters."""
        rows = [self.static.get(key, 0) for key, _ in words]
        static = self.weights["static"][rows] * self.weights["static.scale"][rows, None]
        learned = self.weights["learned"][[self.learned.get(key, 0) for key, _ in words]]
        spelled = np.array([self.spelled(spelling) for _, spelling in words])
        lengths = np.count_nonzero(spelled, axis=1)
        filtered = np.empty((len(words), sum(filters for _, filters in self.shapes.windows)), dtype=np.float32)
        by_length = lengths.argsort(kind="stable")
        for start in range(0, len(words), ALIKE):  # one window of padding says what all others do
            some = by_length[start : start + ALIKE]
            end = lengths[some[-1]] + max(window for window, _ in self.shapes.windows)
            filtered[some] = self.filtered(self.weights["characters"][spelled[some, :end]])
        return np.concatenate([static, learned, filtered], axis=1)

    def filtered(self, spelled: Floats) -> Floats:
        """How strongly each filter finds its window of characters in each word: of words × places × 32."""
        parts = []
        for number, (window, filters) in enumerate(self.shapes.windows):
            weight, bias = self.weights[f"windows.{number}.weight"], self.weights[f"windows.{number}.bias"]
            seen = np.lib.stride_tricks.sliding_window_view(spelled, window, axis=1)  # words, places, character, window
            flat = seen.reshape(-1, weight[0].size) @ weight.reshape(filters, -1).T
            parts.append(np.maximum(flat.reshape(*seen.shape[:2], -1).max(axis=1) + bias, 0))
        return np.concatenate(parts, axis=1)

    def spelled(self, spelling: str) -> list[int]:
        """Numbers of a word's characters, of one length for all words."""
        longest = self.shapes.longest
        if len(spelling) > longest:
            spelling = spelling[: longest // 2] + spelling[-(longest - longest // 2) :]
        inside = [self.characters.get(character, UNKNOWN) for character in spelling]
        return [BEGINS, *inside, ENDS] + [PAD] * (longest - len(inside))

    # -- sentences -------------------------------------------------------------------------------------------------

    def read(self, sentences: Sequence[Sequence[Spelled]], *, names: bool = True) -> list[Reading]:
        """What the network says of each sentence: of (key, spelling) of its words. None may be empty."""
        order = sorted(range(len(sentences)), key=lambda n: -len(sentences[n]))
        said: dict[int, Reading] = {}
        with self.threads.limit(limits=1, user_api="blas"):  # more of them wait for each other longer than they work
            for start in range(0, len(order), TOGETHER):
                some = order[start : start + TOGETHER]
                said.update(zip(some, self.read_together([sentences[n] for n in some], names=names), strict=True))
        return [said[n] for n in range(len(sentences))]

    def read_together(self, sentences: Sequence[Sequence[Spelled]], *, names: bool) -> list[Reading]:
        """As `read`, of sentences from the longest to the shortest."""
        pack = Pack.of([len(sentence) for sentence in sentences])
        taken = self.words(sentences, pack)
        tags: dict[str, Numbers] = {}
        chains: Floats | None = None
        for number in range(self.shapes.layers):
            state = self.layer(taken, pack, number)
            if number < self.shapes.layers - 1:
                taken = self.both_ways(state, pack, number + 1)
            if number == self.shapes.layers - 2:
                tags = self.agreement.tags({kind: self.linear(f"tags.{kind}", state) for kind in KINDS})
                chains = self.chains(state, sentences, pack) if names and self.labels.names else None
        heads, relations = self.trees(state, pack)
        self.agreement.settle(tags, relations)
        paths = [] if chains is None else best_paths(chains, pack.sizes, self.weights["transitions"])
        spans = [list(spans_of_path([self.labels.names[tag] for tag in path])) for path in paths]
        return [
            Reading(
                {kind: of[places] for kind, of in tags.items()},
                heads[places],
                relations[places],
                spans[n] if spans else [],
            )
            for n, places in enumerate(pack.sentences)
        ]

    def linear(self, name: str, state: Floats) -> Floats:
        """State times weights plus bias."""
        said: Floats = state @ self.weights[f"{name}.weight"].T
        said += self.weights[f"{name}.bias"]
        return said

    def layer(self, ways: Floats, pack: Pack, number: int) -> Floats:
        """One LSTM layer in both directions, `ways` being what it takes of each word: words × 2 hidden."""
        out = stepwise(ways, pack.sizes, self.layers[number][1])
        return np.concatenate([out[0], out[1][pack.reverse]], axis=1)

    # -- names -----------------------------------------------------------------------------------------------------

    def named(self, sentences: Sequence[Sequence[Spelled]]) -> Iterator[tuple[Floats, list[str]]]:
        """Of each sentence, what the layer that names are read off says (words × 2 hidden), and the names' tags."""
        for start in range(0, len(sentences), SORTED):
            part = sentences[start : start + SORTED]
            order = sorted(range(len(part)), key=lambda n: -len(part[n]))
            said: dict[int, tuple[Floats, list[str]]] = {}
            for cut in range(0, len(part), TOGETHER):
                some = order[cut : cut + TOGETHER]
                said.update(zip(some, self.named_together([part[n] for n in some]), strict=True))
            yield from (said[n] for n in range(len(part)))

    def named_together(self, sentences: Sequence[Sequence[Spelled]]) -> Iterator[tuple[Floats, list[str]]]:
        """As `named`, of sentences from the longest to the shortest."""
        pack = Pack.of([len(sentence) for sentence in sentences])
        state = self.layer(self.words(sentences, pack), pack, 0)
        for number in range(1, self.shapes.layers - 1):
            state = self.layer(self.both_ways(state, pack, number), pack, number)
        paths = best_paths(self.chains(state, sentences, pack), pack.sizes, self.weights["transitions"])
        for places, path in zip(pack.sentences, paths, strict=True):
            yield state[places], [self.labels.names[tag] for tag in path]

    def chains(self, state: Floats, sentences: Sequence[Sequence[Spelled]], pack: Pack) -> Floats:
        """What each tag of names scores at each packed word."""
        if "hints" in self.weights:
            state = rectified(self.linear("naming", state) + self.hinted(sentences)[pack.order])
        return self.linear("names", state)

    def hinted(self, sentences: Sequence[Sequence[Spelled]]) -> Floats:
        """What the hints of each word and of those around it in its sentence say, words in a row."""
        rows = np.array([self.hints.get(key, 0) for sentence in sentences for key, _ in sentence])
        lengths = [len(sentence) for sentence in sentences]
        ends = np.repeat(np.cumsum(lengths), lengths)[:, None]
        weight = self.weights["naming.hints"].transpose(2, 1, 0)  # places × hints × width
        seen = np.arange(len(rows))[:, None] + np.arange(len(weight)) - len(weight) // 2
        inside = (seen < ends) & (seen >= ends - np.repeat(lengths, lengths)[:, None])
        around = np.where(inside, rows[np.clip(seen, 0, len(rows) - 1)], 0)  # row 0 is noughts
        known = self.weights["hints"][around].reshape(len(rows), -1).astype(np.float32)
        said: Floats = known @ weight.reshape(known.shape[1], -1)
        return said

    # -- trees -----------------------------------------------------------------------------------------------------

    def trees(self, state: Floats, pack: Pack) -> tuple[Numbers, Numbers]:
        """Each word's head, as a place in its sentence (-1 for the root), and its relation."""
        rooted = np.concatenate([self.weights["root"][None], state])
        arc_head, relation_head = (
            rectified(self.linear("arc.head", rooted)),
            rectified(self.linear("relation.head", rooted)),
        )
        arc_own = with_one(rectified(self.linear("arc.own", state))) @ self.weights["arc.score"]
        heads, chosen = np.empty(len(state), dtype=np.int64), np.empty(len(state), dtype=np.int64)
        for places in pack.sentences:
            inside = np.concatenate([[0], places + 1])
            found = best_tree(arc_own[places] @ arc_head[inside].T)
            heads[places], chosen[places] = found - 1, inside[found]
        own = with_one(rectified(self.linear("relation.own", state)))
        relations = np.empty(len(state), dtype=np.int64)
        for start in range(0, len(state), ROWS):
            part = slice(start, start + ROWS)
            relations[part] = self.relation(own[part], with_one(relation_head[chosen[part]]))
        return heads, relations

    def relation(self, own: Floats, head: Floats) -> Numbers:
        """The best relation of each word to its head."""
        partial = (own @ self.relations).reshape(len(own), -1, head.shape[1])
        best: Numbers = np.matmul(partial, head[:, :, None])[:, :, 0].argmax(axis=1)
        return best

    # -- files -----------------------------------------------------------------------------------------------------

    @classmethod
    def from_folder(cls, folder: Path) -> "Network":
        """The network that `to_folder` wrote. Raises ModelError if it is not there or not whole."""
        try:
            return cls.loaded((folder / LABELS).read_bytes(), (folder / WEIGHTS).read_bytes())
        except (OSError, ValueError, KeyError, BadZipFile, msgspec.MsgspecError) as broken:
            raise ModelError(f"{folder}: no network that can be read ({broken}); train or copy it again") from broken

    @classmethod
    def from_bytes(cls, stored: bytes) -> "Network":
        """The network that `to_bytes` gave."""
        return cls.loaded(*msgspec.msgpack.decode(stored, type=tuple[bytes, bytes]))

    @classmethod
    def loaded(cls, labels: bytes, weights: bytes) -> "Network":
        """The network of both files' contents."""
        with np.load(io.BytesIO(weights), allow_pickle=False) as stored:
            return cls(msgspec.json.decode(labels, type=Labels), dict(stored))

    def to_folder(self, folder: Path) -> None:
        """Write labels and weights into the folder, which is made."""
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in zip((LABELS, WEIGHTS), self.files(), strict=True):
            (folder / name).write_bytes(content)

    def to_bytes(self) -> bytes:
        """Labels and weights as bytes."""
        return msgspec.msgpack.encode(self.files())

    def files(self) -> tuple[bytes, bytes]:
        """The contents of both files: labels as JSON, weights in half precision, vectors in bytes."""
        kept = {name: array if name in IN_BYTES else array.astype(np.float16) for name, array in self.weights.items()}
        weights = io.BytesIO()
        np.savez_compressed(weights, **kept)  # type: ignore[arg-type, unused-ignore]
        return msgspec.json.format(msgspec.json.encode(self.labels), indent=0) + b"\n", weights.getvalue()


def rectified(state: Floats) -> Floats:
    """Leaky rectifier."""
    bent: Floats = np.maximum(state, np.float32(LEAK) * state)
    return bent


def with_one(state: Floats) -> Floats:
    """The state with a column of ones: the bias of a bilinear score."""
    ones: Floats = np.ones((len(state), 1), dtype=np.float32)
    return np.concatenate([state, ones], axis=1)
