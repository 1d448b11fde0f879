"""The network of `vaarta.analysis.network` as PyTorch trains it: the same sums, with dropout and losses.

Wants the `train` extra (`pip install "vaarta[train]"`). `weights` gives what the NumPy network runs with.
"""

from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor, nn
from torch.nn import functional

from vaarta.analysis.network import KINDS, LEAK, PAD, Labels

__all__ = ["Batch", "Model", "chain_loss", "forbidden"]

IMPOSSIBLE = -1e4
LOST = {"static": 0.15, "learned": 0.25, "spelled": 0.1}  # how often a word's part is not seen in training


class Batch(NamedTuple):
    """Sentences side by side: which of the words each is (sentences × places), their lengths, and the words.

    `static` are the words' vectors, `learned` and `characters` their numbers.
    """

    words: Tensor
    lengths: Tensor
    static: Tensor
    learned: Tensor
    characters: Tensor

    @property
    def inside(self) -> Tensor:
        """Which places are words."""
        return torch.arange(self.words.shape[1])[None] < self.lengths[:, None]


class Model(nn.Module):  # type: ignore[misc, unused-ignore]
    """Words to scores. Dropout only while training: of whole words' parts, and of units through a whole sentence."""

    def __init__(self, labels: Labels, *, dropout: float) -> None:
        super().__init__()
        shapes = self.shapes = labels.shapes
        self.dropout = dropout
        # Half precision makes the layers twice as fast on processors that have it; where it is done in software, a
        # pass over trees took 1.9 times as long as in single precision, one over names 3.3 times.
        able = torch.cpu.get_capabilities()
        self.halves = any(able.get(what) for what in ("avx512_bf16", "amx_bf16"))
        self.learned = nn.Embedding(len(labels.learned) + 1, shapes.learned)
        nn.init.normal_(self.learned.weight, std=0.1)
        self.characters = nn.Embedding(len(labels.characters) + 4, shapes.character, padding_idx=PAD)
        self.windows = nn.ModuleList([nn.Conv1d(shapes.character, n, window) for window, n in shapes.windows])
        wide = 2 * shapes.hidden
        widths = [shapes.word, *[wide] * (shapes.layers - 1)]
        self.layers = nn.ModuleList(
            [nn.ModuleDict({way: lstm(width, shapes.hidden) for way in WAYS}) for width in widths]
        )
        self.tags = nn.ModuleDict({kind: nn.Linear(wide, len(labels.tags[kind])) for kind in KINDS})
        self.names = nn.Linear(wide, max(len(labels.names), 1))
        self.transitions = nn.Parameter(torch.zeros(len(labels.names), len(labels.names)))
        self.register_buffer("forbidden", torch.from_numpy(forbidden(labels.names)))
        self.arc = nn.ModuleDict({side: nn.Linear(wide, shapes.arc) for side in ("own", "head")})
        self.relation = nn.ModuleDict({side: nn.Linear(wide, shapes.relation) for side in ("own", "head")})
        self.root = nn.Parameter(torch.zeros(wide))
        self.arc_score = nn.Parameter(torch.zeros(shapes.arc + 1, shapes.arc))
        size = shapes.relation + 1
        self.relation_score = nn.Parameter(torch.zeros(len(labels.tags["dep"]), size, size))

    def dropped(self, state: Tensor) -> Tensor:
        """The state with the same units of a sentence's every word left out."""
        if not self.training or not self.dropout:
            return state
        kept = torch.empty(state.shape[0], 1, state.shape[2]).bernoulli_(1 - self.dropout)
        return state * kept / (1 - self.dropout)

    def embedded(self, batch: Batch) -> Tensor:
        """Sentences × places × width of a word."""
        letters = self.characters(batch.characters).transpose(1, 2)
        spelled = torch.cat([functional.relu(window(letters)).amax(2) for window in self.windows], 1)
        parts = []
        for name, part in zip(LOST, (batch.static, self.learned(batch.learned), spelled), strict=True):
            seen = part[batch.words]
            lost = torch.rand(*batch.words.shape, 1) < LOST[name] if self.training else torch.tensor(False)  # noqa: FBT003
            parts.append(seen.masked_fill(lost, 0))
        return self.dropped(torch.cat(parts, 2))

    def forward(self, batch: Batch, layers: int) -> list[Tensor]:
        """What each of the first so many layers says: sentences × places × 2 hidden."""
        place = torch.arange(batch.words.shape[1])[None]
        back = batch.lengths[:, None] - 1 - place
        back = torch.where(back >= 0, back, place)[:, :, None]
        state, said = self.embedded(batch), []
        for layer in self.layers[:layers]:
            turned = state.gather(1, back.expand(-1, -1, state.shape[2]))
            with torch.autocast("cpu", dtype=torch.bfloat16, enabled=self.training and self.halves):
                onward, backward = layer["onward"](state)[0], layer["backward"](turned)[0]
            onward, backward = onward.float(), backward.float()
            state = self.dropped(torch.cat([onward, backward.gather(1, back.expand(-1, -1, backward.shape[2]))], 2))
            said.append(state)
        return said

    def arcs(self, state: Tensor, inside: Tensor) -> Tensor:
        """Scores of heads: sentences × words × (root and words)."""
        rooted = torch.cat([self.root.expand(len(state), 1, -1), state], 1)
        scores = one(self.side("arc", "own", state)) @ self.arc_score @ self.side("arc", "head", rooted).transpose(1, 2)
        real = torch.cat([torch.ones(len(state), 1, dtype=torch.bool), inside], 1)
        return scores.masked_fill(~real[:, None, :], IMPOSSIBLE)

    def relations(self, state: Tensor, heads: Tensor) -> Tensor:
        """Scores of the relations to those heads: sentences × words × relations."""
        rooted = self.side("relation", "head", torch.cat([self.root.expand(len(state), 1, -1), state], 1))
        chosen = rooted.gather(1, heads[:, :, None].expand(-1, -1, rooted.shape[2]))
        own = one(self.side("relation", "own", state))
        return torch.einsum("bti,kij,btj->btk", own, self.relation_score, one(chosen))

    def side(self, kind: str, side: str, state: Tensor) -> Tensor:
        """The state as one side of a score sees it."""
        return self.dropped(functional.leaky_relu(getattr(self, kind)[side](state), LEAK))

    @property
    def chain(self) -> Tensor:
        """What each pair of tags in a row scores."""
        return self.transitions + self.forbidden


WAYS = ("onward", "backward")


def lstm(width: int, hidden: int) -> nn.LSTM:
    """A layer in one direction, that begins by remembering."""
    made = nn.LSTM(width, hidden, batch_first=True)
    nn.init.orthogonal_(made.weight_hh_l0)
    with torch.no_grad():
        made.bias_ih_l0.zero_()
        made.bias_hh_l0.zero_()
        made.bias_ih_l0[hidden : 2 * hidden] = 1
    return made


def one(state: Tensor) -> Tensor:
    """The state with a column of ones: the bias of a bilinear score."""
    return torch.cat([state, state.new_ones(*state.shape[:2], 1)], 2)


def forbidden(tags: list[str]) -> npt.NDArray[np.float32]:
    """What to add to transitions so that names begin and end as their tags say: 0, or too much to be chosen."""
    follows = {"O": "OBS", "E": "OBS", "S": "OBS", "B": "IE", "I": "IE"}
    table = np.zeros((len(tags), len(tags)), dtype=np.float32)
    for row, tag in enumerate(tags):
        for column, following in enumerate(tags):
            fits = following[0] in follows[tag[0]] and (tag[0] not in "BI" or tag[2:] == following[2:])
            table[row, column] = 0 if fits else IMPOSSIBLE
    return table


def chain_loss(scores: Tensor, chain: Tensor, inside: Tensor, allowed: Tensor) -> Tensor:
    """How unlikely the allowed tags are in a linear chain, a word on average.

    `scores` sentences × places × tags; `allowed` the tags that are right at each place, all where it is not known.
    """
    unlike = total(scores, chain, inside) - total(scores.masked_fill(~allowed, IMPOSSIBLE), chain, inside)
    return unlike.sum() / inside.sum()


def total(scores: Tensor, chain: Tensor, inside: Tensor) -> Tensor:
    """Logarithm of the sum over all paths through each sentence."""
    reached = scores[:, 0]
    for place in range(1, scores.shape[1]):
        further = torch.logsumexp(reached[:, :, None] + chain[None], 1) + scores[:, place]
        reached = torch.where(inside[:, place, None], further, reached)
    return torch.logsumexp(reached, 1)


def weights(model: Model, state: dict[str, Tensor], vectors: npt.NDArray[np.float32]) -> dict[str, npt.NDArray[Any]]:
    """The arrays that `Network` runs with, of a state of the model and the words' vectors (row 0 nought)."""
    arrays = {name: tensor.float().numpy() for name, tensor in state.items()}
    scale = np.maximum(np.abs(vectors).max(axis=1), 1e-6) / 127
    kept = {
        "static": np.round(vectors / scale[:, None]).astype(np.int8),
        "static.scale": scale,
        "learned": arrays["learned.weight"],
        "characters": arrays["characters.weight"],
        "arc.score": arrays["arc_score"],
        "relation.score": arrays["relation_score"],
        "transitions": arrays["transitions"] + arrays["forbidden"],
    }
    for number in range(model.shapes.layers):
        for way in WAYS:
            stem = f"layers.{number}.{way}"
            kept[f"{stem}.input"] = arrays[f"{stem}.weight_ih_l0"]
            kept[f"{stem}.recurrent"] = arrays[f"{stem}.weight_hh_l0"]
            kept[f"{stem}.bias"] = arrays[f"{stem}.bias_ih_l0"] + arrays[f"{stem}.bias_hh_l0"]
    same = ("windows.", "tags.", "names.", "arc.", "relation.", "root")
    return kept | {name: array for name, array in arrays.items() if name.startswith(same)}
