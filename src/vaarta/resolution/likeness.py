"""How alike two claims are, and why: the reasons for and against, each with its weight, and what they come to."""

from collections.abc import Mapping
from functools import cache
from math import exp
from pathlib import Path

from vaarta.errors import PackError
from vaarta.records import Record
from vaarta.resolution.keys import Vocabulary
from vaarta.resolution.reasons import reasons
from vaarta.resolution.tellings import Telling
from vaarta.toml import read_toml

__all__ = ["Likeness", "Weights", "compare", "load_weights"]

SHOWN = 0.05  # of a share: less is not told as a reason


class Weights(Record, frozen=True, kw_only=True):
    """weights.toml: how much each reason says, and how sure is sure; of two groups of claims, on the whole.

    `weights` are those of two claims in one language, `across` of two in two.
    """

    same: float
    together: float
    unsure: float
    weights: Mapping[str, float]
    across: Mapping[str, float]


class Likeness(Record, frozen=True, kw_only=True):
    """How sure it is that two claims tell one thing (0-1), and the reasons: "same-days +1.8, other-place -0.6"."""

    score: float
    why: str


@cache
def load_weights() -> Weights:
    """The weights. Raises PackError if the file is malformed."""
    return read_toml(Path(__file__).with_name("weights.toml"), Weights, PackError)


def compare(
    left: Telling,
    right: Telling,
    vocabulary: Vocabulary,
    weighed: Weights | None = None,
    *,
    rival: float = 0.0,
) -> Likeness | None:
    """How alike two claims of one kind are; None if they cannot tell one thing, whatever else they share.

    They are weighed as `weighed` says, else as weights.toml does. `rival` is by how much another claim of either's
    story is liker.
    """
    found = reasons(left, right, vocabulary, rival)
    if found is None:
        return None
    tables = weighed or load_weights()
    weights = tables.weights if left.keys.lang == right.keys.lang else tables.across
    told = [(reason, times * weights[reason]) for reason, times in found if reason in weights]
    total = weights["start"] + sum(weight for _, weight in told)
    why = ", ".join(f"{reason} {weight:+.1f}" for reason, weight in told if abs(weight) >= SHOWN)
    return Likeness(score=1 / (1 + exp(-total)), why=why)
