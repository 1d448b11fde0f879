"""The layer of names, trained last: over what the other layers say, which stay as they are, and the words' hints.

Wants the `train` extra. Names and trees learned together leave names behind: their files are smaller and the layers
serve both. A layer of their own, with hints (hints.py), costs a tenth of the running time.
"""

import random
from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor, nn
from torch.nn import functional

from vaarta.analysis.corpora import Plan
from vaarta.analysis.hints import Hints
from vaarta.analysis.learning import LONGEST, alike_in_length, averaged, rate, tags_of
from vaarta.analysis.model import chain_loss, forbidden
from vaarta.analysis.network import LEAK, Labels, Network, Spelled
from vaarta.analysis.treebanks import Sentence

__all__ = ["Named", "learn_names"]

WIDTH = 256
WINDOW = 5  # words whose hints are seen at each word: two before it, itself, two after
LOST = 0.1  # how often a word's hints are not seen in training
AVERAGED = 0.995  # how much of the average is kept at an update
SORTED = 3_000  # sentences that are put in order of length before batches are cut
RENAMED = 0.4  # how many of the sentences with other names a pass sees


class Named(NamedTuple):
    """A sentence to learn names from; `renamed` if its names are others than the file's."""

    words: list[Spelled]
    sentence: Sentence
    renamed: bool = False


class Known(NamedTuple):
    """What is known of a sentence: what the layer below says of its words, the numbers of their hints, its tags."""

    state: npt.NDArray[np.float16]
    rows: list[int]
    allowed: npt.NDArray[np.bool_]
    renamed: bool


class Naming(nn.Module):  # type: ignore[misc, unused-ignore]
    """States and hints to scores of tags."""

    def __init__(self, labels: Labels, hints: int, dropout: float) -> None:
        super().__init__()
        self.dropout = dropout
        self.state = nn.Linear(2 * labels.shapes.hidden, WIDTH)
        self.hints = nn.Conv1d(hints, WIDTH, WINDOW, padding=WINDOW // 2, bias=False)
        self.names = nn.Linear(WIDTH, len(labels.names))
        self.transitions = nn.Parameter(torch.zeros(len(labels.names), len(labels.names)))
        self.register_buffer("forbidden", torch.from_numpy(forbidden(labels.names)))

    def dropped(self, state: Tensor) -> Tensor:
        """The state with the same units of a sentence's every word left out."""
        kept = torch.empty(state.shape[0], 1, state.shape[2]).bernoulli_(1 - self.dropout)
        return state * kept / (1 - self.dropout) if self.training else state

    def forward(self, state: Tensor, hints: Tensor) -> Tensor:
        """Scores: sentences × places × tags."""
        if self.training:
            hints = hints.masked_fill(torch.rand(*hints.shape[:2], 1) < LOST, 0)
        seen = self.hints(self.dropped(hints).transpose(1, 2)).transpose(1, 2)
        own = functional.leaky_relu(self.state(self.dropped(state)) + seen, LEAK)
        scores: Tensor = self.names(self.dropped(own))
        return scores


def learn_names(
    network: Network,
    hints: Hints,
    items: Sequence[Named],
    plan: Plan,
    *,
    seed: int = 0,
    tell: Callable[[str], None] = lambda _: None,
) -> Network:
    """The network with a layer of names trained on the items; all else in it stays. One thread, as `learn`."""
    torch.set_num_threads(1)
    torch.manual_seed(seed)
    chance = random.Random(seed)  # noqa: S311 - reproducible, not a secret
    known = list(read(network, hints, items))
    model = Naming(network.labels, hints.rows.shape[1], plan.dropout)
    table = torch.from_numpy(hints.rows.astype(np.float32) / 127)
    optimizer: Any = torch.optim.AdamW(model.parameters(), lr=plan.rate, betas=(0.9, 0.98), weight_decay=1e-3)
    average, done = {name: tensor.clone() for name, tensor in model.state_dict().items()}, 0
    planned = plan.passes * sum(1 for _ in batches(known, plan.batch, random.Random(seed)))  # noqa: S311
    for number in range(plan.passes):
        losses = []
        for batch in batches(known, plan.batch, chance):
            for group in optimizer.param_groups:
                group["lr"] = rate(plan, done, planned)
            loss = loss_of(model, batch, table)
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 5.0)
            optimizer.step()
            done += 1
            averaged(average, model, min(AVERAGED, (1 + done) / (10 + done)))
            losses.append(loss.item())
        tell(f"names, pass {number + 1} of {plan.passes}: loss {sum(losses) / max(len(losses), 1):.4f}")
    return with_names(network, hints, average)


def read(network: Network, hints: Hints, items: Sequence[Named]) -> Iterator[Known]:
    """What is known of each item that is not too long."""
    numbers = {word: number for number, word in enumerate(hints.words, 1)}
    places = {tag: number for number, tag in enumerate(network.labels.names)}
    kept = [item for item in items if 0 < len(item.words) <= LONGEST]
    for item, (state, _) in zip(kept, network.named([item.words for item in kept]), strict=True):
        allowed = np.zeros((len(item.words), len(places)), dtype=np.bool_)
        allowed[np.arange(len(item.words)), [places[tag] for tag in tags_of(item.sentence)]] = True
        allowed[list(item.sentence.unsure)] = True
        rows = [numbers.get(word.key, 0) for word in item.words]
        yield Known(state.astype(np.float16), rows, allowed, item.renamed)


def batches(known: Sequence[Known], words: int, chance: random.Random) -> Iterator[list[Known]]:
    """One pass in batches alike in length, in seeded order."""
    some = [one for one in known if not one.renamed or chance.random() < RENAMED]
    chance.shuffle(some)
    cut = list(alike_in_length(some, lambda one: len(one.rows), words=words, together=SORTED))
    chance.shuffle(cut)
    yield from cut


def loss_of(model: Naming, batch: Sequence[Known], table: Tensor) -> Tensor:
    """How unlikely the right tags of a batch are, a word on average."""
    lengths = [len(one.rows) for one in batch]
    inside = torch.arange(max(lengths))[None] < torch.tensor(lengths)[:, None]
    pad = nn.utils.rnn.pad_sequence
    state = pad([torch.from_numpy(one.state).float() for one in batch], batch_first=True)
    hints = table[pad([torch.tensor(one.rows) for one in batch], batch_first=True)]
    allowed = pad([torch.from_numpy(one.allowed) for one in batch], batch_first=True)
    allowed[..., 0] |= ~inside
    return chain_loss(model(state, hints), model.transitions + model.forbidden, inside, allowed)


def with_names(network: Network, hints: Hints, state: dict[str, Tensor]) -> Network:
    """The network with that layer of names and those hints: the rows of its own words first, then those of others."""
    arrays = {name: tensor.float().numpy() for name, tensor in state.items()}
    numbers = {word: number for number, word in enumerate(hints.words, 1)}
    own = network.labels.static
    others = sorted(set(hints.words) - set(own))
    rows = [0, *(numbers.get(word, 0) for word in (*own, *others))]
    weights = network.weights | {
        "hints": hints.rows[rows],
        "naming.weight": arrays["state.weight"],
        "naming.bias": arrays["state.bias"],
        "naming.hints": arrays["hints.weight"] / 127,
        "names.weight": arrays["names.weight"],
        "names.bias": arrays["names.bias"],
        "transitions": arrays["transitions"] + arrays["forbidden"],
    }
    labels = {name: getattr(network.labels, name) for name in network.labels.__struct_fields__}
    return Network(Labels(**labels | {"hinted": others}), weights)
