"""Training the network: batches, losses, and the loop over them, on a processor, with PyTorch.

Trees and names are learned together: a batch has either, and what both need, words and the first layers, learns from
both. The rate falls to nothing over the passes; what is kept is a moving average of the weights.
"""

import math
import random
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple, TypeVar

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor
from torch.nn import functional

from vaarta.analysis.corpora import Plan
from vaarta.analysis.model import Batch, Model, chain_loss, weights
from vaarta.analysis.network import KINDS, Labels, Network, Shapes, Spelled
from vaarta.analysis.treebanks import Sentence

__all__ = ["Item", "labels_of", "learn"]

LONGEST = 150  # words; longer sentences are lists and tables, and their arcs fill the memory
SORTED = 4_000  # sentences that are put in order of length before batches are cut
WARM = 300  # updates in which the rate rises, at most
AVERAGED = 0.999  # how much of the average is kept at an update
LOSSES = {"UPOS": 0.3, "XPOS": 0.3, "FEATS": 0.5}  # weights; heads, relations and names have 1
SEEN_WORDS, SEEN_CHARACTERS = 3, 5  # how often at least, to have a row of its own

One = TypeVar("One")


class Item(NamedTuple):
    """A sentence to learn from: its words as the network takes them, its tree if `tree`, else its names."""

    words: list[Spelled]
    sentence: Sentence
    tree: bool


def labels_of(items: Iterable[Item], shapes: Shapes, static: Sequence[str], *, folded: bool) -> Labels:
    """The labels, words and characters of the items."""
    keys: Counter[str] = Counter()
    characters: Counter[str] = Counter()
    tags: dict[str, set[str]] = {kind: set() for kind in (*KINDS, "dep")}
    names: set[str] = set()
    for words, sentence, tree in items:
        keys.update(word.key for word in words)
        characters.update(character for word in words for character in word.spelling)
        names.update(label for _, _, label in sentence.entities if not tree)
        for word in sentence.words if tree else ():
            for kind, label in zip(tags, (word.upos, word.xpos, word.feats, word.dep), strict=True):
                if label or kind != "XPOS":  # PUD has none; words without features have the label ""
                    tags[kind].add(label)
    return Labels(
        shapes=shapes,
        static=list(static),
        learned=sorted(key for key, count in keys.items() if count >= SEEN_WORDS),
        characters=sorted(character for character, count in characters.items() if count >= SEEN_CHARACTERS),
        tags={kind: sorted(found) for kind, found in tags.items()},
        names=["O", *(f"{place}-{label}" for label in sorted(names) for place in "BIES")] if names else [],
        folded=folded,
    )


class Learner:
    """A model in training: what turns items into batches, and batches into losses."""

    def __init__(self, labels: Labels, vectors: npt.NDArray[np.float32], plan: Plan) -> None:
        self.labels = labels
        self.plan = plan
        self.vectors = torch.from_numpy(vectors)
        self.model = Model(labels, dropout=plan.dropout)
        # The NumPy network's own numbering of words and characters, so that both read the same.
        self.network = Network(labels, weights(self.model, self.model.state_dict(), vectors))
        self.numbers = {kind: {label: n for n, label in enumerate(of)} for kind, of in labels.tags.items()}
        self.places = {tag: n for n, tag in enumerate(labels.names)}

    def batch(self, items: Sequence[Item]) -> Batch:
        """The items side by side."""
        numbers: dict[Spelled, int] = {}
        places = torch.zeros(len(items), max(len(item.words) for item in items), dtype=torch.long)
        for row, item in enumerate(items):
            for column, word in enumerate(item.words):
                places[row, column] = numbers.setdefault(word, len(numbers))
        network = self.network
        return Batch(
            words=places,
            lengths=torch.tensor([len(item.words) for item in items]),
            static=self.vectors[[network.static.get(word.key, 0) for word in numbers]],
            learned=torch.tensor([network.learned.get(word.key, 0) for word in numbers]),
            characters=torch.tensor([network.spelled(word.spelling) for word in numbers]),
        )

    def loss(self, items: Sequence[Item]) -> Tensor:
        """The loss of a batch of trees, or of one of names."""
        batch = self.batch(items)
        sentences = [item.sentence for item in items]
        if not items[0].tree:
            state = self.model(batch, self.model.shapes.layers - 1)[-1]
            return chain_loss(self.model.names(state), self.model.chain, batch.inside, self.allowed(sentences, batch))
        states = self.model(batch, self.model.shapes.layers)
        heads = padded([[0 if w.head == n else w.head + 1 for n, w in enumerate(s.words)] for s in sentences], batch)
        loss = cross(self.model.arcs(states[-1], batch.inside), heads)
        loss = loss + cross(self.model.relations(states[-1], heads.clamp(min=0)), self.of("dep", sentences, batch))
        for kind, weight in LOSSES.items():
            right = self.of(kind, sentences, batch)
            if (right >= 0).any():  # PUD has no XPOS
                loss = loss + weight * cross(self.model.tags[kind](states[-2]), right)
        return loss

    def of(self, kind: str, sentences: Sequence[Sentence], batch: Batch) -> Tensor:
        """Numbers of the right labels; -1 where there is none."""
        field = {"UPOS": "upos", "XPOS": "xpos", "FEATS": "feats", "dep": "dep"}[kind]
        known = self.numbers[kind]
        return padded([[known.get(getattr(word, field), -1) for word in s.words] for s in sentences], batch)

    def allowed(self, sentences: Sequence[Sentence], batch: Batch) -> Tensor:
        """Which tags of names are right at each word: one, or all where it is not known."""
        right = torch.zeros(*batch.words.shape, len(self.places), dtype=torch.bool)
        for row, sentence in enumerate(sentences):
            for column, tag in enumerate(tags_of(sentence)):
                right[row, column, self.places[tag]] = True
            right[row, list(sentence.unsure)] = True
            right[row, len(sentence.words) :, 0] = True
        return right


def tags_of(sentence: Sentence) -> list[str]:
    """The names of a sentence as tags, one a word."""
    tags = ["O"] * len(sentence.words)
    for start, end, label in sentence.entities:
        tags[start:end] = [f"I-{label}"] * (end - start)
        tags[start], tags[end - 1] = f"B-{label}", f"E-{label}"
        if end - start == 1:
            tags[start] = f"S-{label}"
    return tags


def padded(rows: Sequence[Sequence[int]], batch: Batch) -> Tensor:
    """Numbers of words, -1 where a sentence is over."""
    width = batch.words.shape[1]
    return torch.tensor([[*row, *[-1] * (width - len(row))] for row in rows])


def cross(scores: Tensor, right: Tensor) -> Tensor:
    """Mean cross entropy where the right label is known."""
    return functional.cross_entropy(scores.flatten(0, 1), right.flatten(), ignore_index=-1)


def batches(items: list[Item], words: int, chance: random.Random) -> Iterator[list[Item]]:
    """The items in batches of trees and of names, alike in length, in seeded order."""
    cut: list[list[Item]] = []
    for tree in (True, False):
        some = [item for item in items if item.tree == tree and len(item.words) <= LONGEST]
        chance.shuffle(some)
        cut += alike_in_length(some, lambda item: len(item.words), words=words, together=SORTED)
    chance.shuffle(cut)
    yield from cut


def alike_in_length(
    items: Sequence[One], length: Callable[[One], int], *, words: int, together: int
) -> Iterator[list[One]]:
    """The items in batches alike in length, of so many words at most when padded; so many items are sorted together."""
    for start in range(0, len(items), together):
        batch: list[One] = []
        for item in sorted(items[start : start + together], key=length):
            if batch and (len(batch) + 1) * length(item) > words:
                yield batch
                batch = []
            batch.append(item)
        yield batch


def learn(
    labels: Labels,
    vectors: npt.NDArray[np.float32],
    plan: Plan,
    draw: Callable[[random.Random], list[Item]],
    *,
    seed: int = 0,
    tell: Callable[[str], None] = lambda _: None,
) -> Network:
    """The network trained on what `draw` gives for each pass; `vectors` has a row for each static word after row 0.

    One thread, so that the same seed, data and library versions give the same weights on one machine.
    """
    torch.set_num_threads(1)
    torch.manual_seed(seed)
    chance = random.Random(seed)  # noqa: S311 - reproducible, not a secret
    learner = Learner(labels, vectors, plan)
    model = learner.model
    optimizer: Any = torch.optim.AdamW(model.parameters(), lr=plan.rate, betas=(0.9, 0.95), weight_decay=1e-4)
    average = {name: tensor.clone() for name, tensor in model.state_dict().items()}
    items, done = draw(chance), 0
    planned = plan.passes * sum(1 for _ in batches(items, plan.batch, random.Random(seed)))  # noqa: S311
    for number in range(plan.passes):
        losses = []
        for batch in batches(items if number == 0 else draw(chance), plan.batch, chance):
            for group in optimizer.param_groups:
                group["lr"] = rate(plan, done, planned)
            loss = learner.loss(batch)
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 5.0)
            optimizer.step()
            done += 1
            averaged(average, model, min(AVERAGED, (1 + done) / (10 + done)))
            losses.append(loss.item())
        tell(f"pass {number + 1} of {plan.passes}: loss {math.fsum(losses) / max(len(losses), 1):.3f}")
    return Network(labels, weights(model, average, vectors))


def rate(plan: Plan, done: int, planned: int) -> float:
    """The rate of the next update: up to the plan's at first, then down to nothing."""
    warm = min(WARM, max(1, planned // 20))
    return plan.rate * min(1.0, (done + 1) / warm) * max(0.0, 1 - done / planned)


def averaged(average: dict[str, Tensor], model: Model, kept: float) -> None:
    """Move the average a little towards the model."""
    with torch.no_grad():
        for name, tensor in model.state_dict().items():
            average[name].lerp_(tensor, 1 - kept)
