"""Fits the weights of resolution to pairs judged by reading, and says if what some months teach holds in another.

Usage: python tools/fit_links.py NEWS.jsonl[.gz] MONTH MONTH … [--pairs gold/links/pairs.jsonl] [--pull 4.0]. Logistic
regression over the reasons of each pair (`reasons.reasons`), each by how much it varies, pulled to nothing (ridge);
a reason that hardly any pair has, and each of `HELD`, keeps its weight. So nothing is known of a month from weights
that it was fitted in.
Prints each month measured with the weights as they are, with weights fitted to the other months, and all of these
together, with the threshold and others; and the weights fitted to all, as TOML.
"""

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from msgspec.structs import replace
from score_links import PAIRS, SIDES, Coded, Row, claims_at, coded_of, figures, only_here

from vaarta.resolution.keys import Vocabulary
from vaarta.resolution.likeness import Weights, load_weights
from vaarta.resolution.reasons import reasons
from vaarta.resolution.rivals import comparable
from vaarta.resolution.tellings import tellings

FEW = 15  # pairs: a reason that fewer have is not learnt
HELD = ("days-apart", "long-after", "other-town")  # nor these: the days on which this news was published are estimates
MONTH = len("2018-03")
STEPS = 30  # of Newton's method: more than it takes


def examples(rows: Sequence[Row], coded: Coded) -> list[tuple[dict[str, float], bool]]:
    """The reasons of every pair of claims that a judged pair names, with what was judged."""
    vocabulary = Vocabulary()
    told = list(tellings(coded, vocabulary))
    claims = [telling.claim for telling in told]
    compared = {frozenset((claims[a].id, claims[b].id)): (a, b, rival) for a, b, rival in comparable(told, vocabulary)}
    found = []
    for row in rows:
        left, right = (claims_at(row, side, claims, rows) for side in SIDES)
        if left and right and (pair := compared.get(frozenset((left[0], right[0])))):
            reasoned = reasons(told[pair[0]], told[pair[1]], vocabulary, pair[2])
            found.append((dict(reasoned or ()), bool(row["same"])))
    return found


def fitted(pairs: Sequence[tuple[dict[str, float], bool]], pull: float) -> Weights:
    """The weights that fit best; of a reason that few have, the weight there is."""
    start = load_weights()
    names = [name for name in start.weights if name != "start"]
    table = np.array([[told.get(name, 0.0) for name in names] for told, _ in pairs])
    same = np.array([float(judged) for _, judged in pairs])
    before = np.array([start.weights[name] for name in names])
    taught = ((table != 0).sum(axis=0) >= FEW) & ~np.isin(names, HELD)
    given = table[:, ~taught] @ before[~taught]
    mean, spread = table[:, taught].mean(axis=0), table[:, taught].std(axis=0)
    scaled = np.c_[np.ones(len(pairs)), (table[:, taught] - mean) / spread]
    ridge = np.array([0.0] + [pull] * int(taught.sum()))
    weights = np.zeros(len(ridge))
    for _ in range(STEPS):
        sure = 1 / (1 + np.exp(-scaled @ weights - given))
        slope = scaled.T @ (sure - same) + ridge * weights
        bend = (scaled.T * (sure * (1 - sure))) @ scaled + np.diag(ridge)
        weights -= np.linalg.solve(bend, slope)
    after = before.copy()
    after[taught] = weights[1:] / spread
    first = weights[0] - float(after[taught] @ mean)
    found = {name: round(float(weight), 2) for name, weight in zip(names, after, strict=True)}
    return replace(start, weights={"start": round(first, 2)} | found)


def main() -> None:
    """Measure, fit, measure, print the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("news", type=Path)
    parser.add_argument("months", nargs="+")
    parser.add_argument("--pairs", type=Path, default=PAIRS)
    parser.add_argument("--pull", type=float, default=4.0)
    options = parser.parse_args()
    rows = [json.loads(line) for line in options.pairs.read_text(encoding="utf-8").splitlines()]
    of = {month: [row for row in rows if row["month"] == month] for month in options.months}
    coded = {month: coded_of(options.news, month) for month in options.months}
    taught = {month: examples(of[month], coded[month]) for month in options.months}
    among = {month: only_here(options.news, month) for month in options.months}
    for month in options.months:
        print(f"{month}, weights as they are: {figures(of[month], coded[month], among=among[month])}")
        # A month drawn anew tells of the same things as its first draw.
        others = [pair for other in options.months if other[:MONTH] != month[:MONTH] for pair in taught[other]]
        weights = fitted(others, options.pull)
        told = figures(of[month], coded[month], weights, among[month])
        print(f"{month}, weights fitted to the other months: {told}")
    weights = fitted([pair for month in options.months for pair in taught[month]], options.pull)
    for month in options.months:
        print(f"{month}, weights fitted to all: {figures(of[month], coded[month], weights, among[month])}")
    for name, weight in weights.weights.items():
        print(f'"{name}" = {weight}' if ":" in name else f"{name} = {weight}")


if __name__ == "__main__":
    main()
