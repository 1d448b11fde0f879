"""Fits the weights of resolution to pairs judged by reading, and says if what one month teaches holds in another.

Usage: python tools/fit_links.py NEWS.jsonl[.gz] MONTH MONTH [--pairs gold/links/pairs.jsonl] [--pull 2.0]. Logistic
regression over the reasons of each pair (`likeness.reasons`), pulled (ridge) towards the weights there are, so that a
reason that few pairs have keeps its weight. Prints each month measured with the weights as they are, with weights
fitted to the other month, and the weights fitted to both, as TOML.
"""

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from msgspec.structs import replace
from score_links import PAIRS, SIDES, Coded, Row, claims_at, coded_of, figures

from vaarta.resolution.keys import Vocabulary
from vaarta.resolution.likeness import Weights, load_weights, reasons
from vaarta.resolution.tellings import tellings

STEPS, STEP = 4000, 0.02


def examples(rows: Sequence[Row], coded: Coded) -> list[tuple[dict[str, float], bool]]:
    """The reasons of every pair of claims that a judged pair names, with what was judged."""
    vocabulary = Vocabulary()
    told = {telling.claim.id: telling for telling in tellings(coded, vocabulary)}
    claims = [telling.claim for telling in told.values()]
    found = []
    for row in rows:
        left, right = (claims_at(row, side, claims, rows) for side in SIDES)
        for one, other in ((one, other) for one in left[:1] for other in right[:1]):
            if (reasoned := reasons(told[one], told[other], vocabulary)) is not None:
                found.append((dict(reasoned), bool(row["same"])))
    return found


def fitted(pairs: Sequence[tuple[dict[str, float], bool]], pull: float) -> Weights:
    """The weights that fit best, not far from those there are."""
    start = load_weights()
    names = list(start.weights)
    table = np.array([[1.0 if name == "start" else told.get(name, 0.0) for name in names] for told, _ in pairs])
    same = np.array([float(judged) for _, judged in pairs])
    before = np.array([start.weights[name] for name in names])
    weights = before.copy()
    for _ in range(STEPS):
        sure = 1 / (1 + np.exp(-table @ weights))
        weights -= STEP * (table.T @ (sure - same) + pull * (weights - before))
    return replace(start, weights={name: round(float(w), 2) for name, w in zip(names, weights, strict=True)})


def main() -> None:
    """Measure, fit, measure, print the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("news", type=Path)
    parser.add_argument("months", nargs=2)
    parser.add_argument("--pairs", type=Path, default=PAIRS)
    parser.add_argument("--pull", type=float, default=2.0)
    options = parser.parse_args()
    rows = [json.loads(line) for line in options.pairs.read_text(encoding="utf-8").splitlines()]
    of = {month: [row for row in rows if row["month"] == month] for month in options.months}
    coded = {month: coded_of(options.news, month) for month in options.months}
    taught = {month: examples(of[month], coded[month]) for month in options.months}
    for month, other in (options.months, options.months[::-1]):
        print(f"{month}, weights as they are: {figures(of[month], coded[month])}")
        weights = fitted(taught[other], options.pull)
        print(f"{month}, weights fitted to {other}: {figures(of[month], coded[month], weights)}")
    both = fitted([pair for month in options.months for pair in taught[month]], options.pull)
    for month in options.months:
        print(f"{month}, weights fitted to both: {figures(of[month], coded[month], both)}")
    print("\n".join(f"{name} = {weight}" for name, weight in both.weights.items()))


if __name__ == "__main__":
    main()
