"""The figures of the model of event scores, as Markdown: what train_scores.py prints and writes."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TypeAlias

import numpy as np
from msgspec.structs import replace
from numpy.typing import NDArray

from vaarta.evaluation import CodedStory, Count, GoldStory, score

__all__ = ["calibration_table", "card", "figures", "trade_table"]

LEVELS = ("type", "countries")
THRESHOLDS = (0.0, 0.2, 0.3, 0.35, 0.4, 0.5, 0.6, 0.7, 0.8)
BINS = (0.0, 0.2, 0.35, 0.5, 0.65, 0.8, 1.01)

Floats = NDArray[np.float64]
Scored: TypeAlias = tuple[GoldStory, CodedStory, tuple[float, ...]]


def figures(scores: Floats, labels: Floats) -> dict[str, float]:
    """How well scores tell right from wrong (area under the curve), and how far they are from the truth."""
    right, wrong = scores[labels == 1], scores[labels == 0]
    above = (right[:, None] > wrong[None, :]).mean() + 0.5 * (right[:, None] == wrong[None, :]).mean()
    base = labels.mean()
    return {
        "right": float(base),
        "auc": float(above),
        "brier": float(np.mean((scores - labels) ** 2)),
        "brier of the base rate": float(base * (1 - base)),
    }


def card(report: dict[str, tuple[int, int, dict[str, float]]], penalty: float, features: int) -> str:
    """The model's card: what it is, what it was learnt from, by which command, and how good it is."""
    rows = "\n".join(
        f"| {name} | {stories} | {events} | {found['right']:.3f} | {found['auc']:.3f} | {found['brier']:.3f} | "
        f"{found['brier of the base rate']:.3f} |"
        for name, (stories, events, found) in (
            ("learning part, over 8 folds", report["learnt"]),
            ("held out", report["held"]),
        )
    )
    return f"""# How likely an event is right

`weights.json`: a logistic regression over {features} features of how an event was found (docs/scores.md), one for both
languages. What it gives is the probability that the event's type and the countries of both its sides are right.

- Data: events that Vaarta codes in `hi-dev` (first 32 stories), `par-hi-dev`, `par-en-dev`, `gsr-en-dev` (first 90)
  and the stories of `gold/` marked `dev`, compared with the annotation. The weights hold no text.
- Command: `python tools/train_scores.py`. Penalty {penalty:g} on the squares of the weights, chosen over folds of whole
  stories; the slope of the log-odds was then fitted to the scores over the folds.
- Licence: Apache-2.0, as the code.

| | stories | events | right | AUC | Brier | Brier of the base rate |
|---|---|---|---|---|---|---|
{rows}

Held out are the last 16 stories of `hi-dev`, the last 46 of `gsr-en-dev`, and the stories of `gold/` marked
`held-out`: their events were counted, not looked at."""


def trade_table(learnt: Sequence[Scored], held: Sequence[Scored]) -> str:
    """Precision, recall and F1 of what is left at each least score."""
    return "\n".join(_trade(learnt, held))


def _trade(learnt: Sequence[Scored], held: Sequence[Scored]) -> Iterator[str]:
    yield "| | learning part | | held out | |\n|---|---|---|---|---|"
    yield "| `--min-score` | type P / R / F1 | countries P / R / F1 | type P / R / F1 | countries P / R / F1 |"
    for least in THRESHOLDS:
        cells = [
            _figures(counts[level]) for counts in (_counts(learnt, least), _counts(held, least)) for level in LEVELS
        ]
        yield f"| {least:.2f} | {' | '.join(cells)} |"


def _counts(stories: Sequence[Scored], least: float) -> dict[str, Count]:
    """The figures by level; stories are told apart by number, for parallel ones share their ids."""
    golds = [replace(gold, id=str(number)) for number, (gold, _, _) in enumerate(stories)]
    kept = {
        str(number): replace(coded, events=tuple(e for e, s in zip(coded.events, scores, strict=True) if s >= least))
        for number, (_, coded, scores) in enumerate(stories)
    }
    return score(golds, kept).events


def _figures(count: Count) -> str:
    return f"{count.precision:.3f} / {count.recall:.3f} / {count.f1:.3f}"


def calibration_table(learnt: tuple[Floats, Floats], held: tuple[Floats, Floats]) -> str:
    """Of the events scored between two bounds: how many, their mean score, and the share that is right."""
    lines = [
        "| score | learning part: events | mean score | right | held out: events | mean score | right |",
        "|---|---|---|---|---|---|---|",
    ]
    for low, high in pairwise(BINS):
        cells = [cell for scores, labels in (learnt, held) for cell in _bin(scores, labels, low, high)]
        lines.append(f"| {low:.2f}–{min(high, 1.0):.2f} | {' | '.join(cells)} |")
    return "\n".join(lines)


def _bin(scores: Floats, labels: Floats, low: float, high: float) -> tuple[str, str, str]:
    inside = (scores >= low) & (scores < high)
    if not inside.any():
        return "0", "–", "–"
    return str(int(inside.sum())), f"{scores[inside].mean():.2f}", f"{labels[inside].mean():.2f}"
