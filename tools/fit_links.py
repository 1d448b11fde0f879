"""Fits the weights of resolution to pairs judged by reading, and says if what some months teach holds in another.

Usage: python tools/fit_links.py NEWS.jsonl[.gz] MONTH MONTH … [--pairs gold/links/pairs.jsonl] [--pull 2.0]. Logistic
regression over the reasons of each pair (`reasons.reasons`), pulled (ridge) towards the weights there are; a reason
that hardly any pair has keeps its weight. Prints each month measured with the weights as they are, with weights
fitted to the other months, and the weights fitted to all, as TOML.
"""

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from msgspec.structs import replace
from score_links import PAIRS, SIDES, Coded, Row, claims_at, coded_of, figures

from vaarta.resolution.keys import Vocabulary
from vaarta.resolution.likeness import Weights, load_weights
from vaarta.resolution.reasons import reasons
from vaarta.resolution.rivals import comparable
from vaarta.resolution.tellings import tellings

FEW = 12  # pairs: a reason that fewer have is not learnt
UNMOVED = 1e9  # pull of what is not learnt
STEPS = 30  # of Newton's method: more than it takes


def examples(rows: Sequence[Row], coded: Coded) -> list[tuple[dict[str, float], bool]]:
    """The reasons of every pair of claims that a judged pair names, with what was judged."""
    vocabulary = Vocabulary()
    told = list(tellings(coded, vocabulary))
    claims = [telling.claim for telling in told]
    compared = {frozenset((claims[a].id, claims[b].id)): (a, b, gap) for a, b, gap in comparable(told, vocabulary)}
    found = []
    for row in rows:
        left, right = (claims_at(row, side, claims, rows) for side in SIDES)
        if left and right and (pair := compared.get(frozenset((left[0], right[0])))):
            reasoned = reasons(told[pair[0]], told[pair[1]], vocabulary, pair[2])
            found.append((dict(reasoned or ()), bool(row["same"])))
    return found


def fitted(pairs: Sequence[tuple[dict[str, float], bool]], pull: float) -> Weights:
    """The weights that fit best, not far from those there are."""
    start = load_weights()
    names = list(start.weights)
    table = np.array([[1.0 if name == "start" else told.get(name, 0.0) for name in names] for told, _ in pairs])
    same = np.array([float(judged) for _, judged in pairs])
    before = np.array([start.weights[name] for name in names])
    taught = (table != 0).sum(axis=0) >= FEW
    weights = before.copy()
    for _ in range(STEPS):
        sure = 1 / (1 + np.exp(-table @ weights))
        slope = table.T @ (sure - same) + pull * (weights - before)
        slope[~taught] = 0.0
        bend = (table.T * (sure * (1 - sure))) @ table + np.diag(np.where(taught, pull, UNMOVED))
        weights -= np.linalg.solve(bend, slope)
    return replace(start, weights={name: round(float(w), 2) for name, w in zip(names, weights, strict=True)})


def main() -> None:
    """Measure, fit, measure, print the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("news", type=Path)
    parser.add_argument("months", nargs="+")
    parser.add_argument("--pairs", type=Path, default=PAIRS)
    parser.add_argument("--pull", type=float, default=2.0)
    options = parser.parse_args()
    rows = [json.loads(line) for line in options.pairs.read_text(encoding="utf-8").splitlines()]
    of = {month: [row for row in rows if row["month"] == month] for month in options.months}
    coded = {month: coded_of(options.news, month) for month in options.months}
    taught = {month: examples(of[month], coded[month]) for month in options.months}
    for month in options.months:
        print(f"{month}, weights as they are: {figures(of[month], coded[month])}")
        others = [pair for other in options.months if other != month for pair in taught[other]]
        weights = fitted(others, options.pull)
        print(f"{month}, weights fitted to the other months: {figures(of[month], coded[month], weights)}")
    weights = fitted([pair for month in options.months for pair in taught[month]], options.pull)
    for month in options.months:
        print(f"{month}, weights fitted to all: {figures(of[month], coded[month], weights)}")
    print("\n".join(f"{name} = {weight}" for name, weight in weights.weights.items()))


if __name__ == "__main__":
    main()
