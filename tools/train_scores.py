"""Learns how likely a coded event is right, writes it to src/vaarta/models/scores, and the figures to docs/scores.md.

Usage: python tools/train_scores.py [--shared FOLDER] [--check]. The gold of FOLDER (by default ../shared) and of gold/
is coded; the parts that may be learnt from are learnt from, the others only counted. With --check nothing is written.
Wants NumPy alone. The same gold, packs and pipelines give the same weights.
"""

import argparse
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
import numpy as np
from join_gold import NEWS, joined, news_texts, read
from numpy.typing import NDArray
from scores_report import calibration_table, card, figures, trade_table

from vaarta.coding.scoring import Weights
from vaarta.evaluation import CodedStory, GoldStory, coded_story, read_gold
from vaarta.evaluation.matching import event_fits, match
from vaarta.records import Story

if TYPE_CHECKING:
    from vaarta.coding.tracing import Note

ROOT = Path(__file__).resolve().parent.parent
HOME = ROOT / "src/vaarta/models/scores"
PAGE = ROOT / "docs/scores.md"
SETS = {
    "gold/hi-dev.jsonl": 32,
    "gold/par-hi-dev.jsonl": 10,
    "gold/par-en-dev.jsonl": 10,
    "data/tests/gsr-en-dev.jsonl": 90,
}
"""How many of the first stories of each set are learnt from: nobody reads the others."""
LEAST = 5  # events of the learning part that a feature must have
FOLDS = 8
PENALTIES = (3.0, 10.0, 30.0)  # of the squares of the weights; that of the best log loss over the folds is taken
STEPS = 30  # of Newton's method; eight are enough

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Told:
    """A story of gold as it was coded: of each event its features, and whether it is right (None: told again)."""

    gold: GoldStory
    coded: CodedStory
    features: tuple[tuple[str, ...], ...]
    right: tuple[bool | None, ...]
    learn: bool


def main() -> None:
    """Code the gold, learn, measure, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--check", action="store_true", help="print the figures, write nothing")
    asked = parser.parse_args()
    if not asked.shared.is_dir():
        sys.exit(f"{asked.shared}: no gold sets there; nothing learnt. Say where they are with --shared")
    told = list(coded_gold(asked.shared))
    learnt, held = [t for t in told if t.learn], [t for t in told if not t.learn]
    rows, labels = examples(learnt)
    penalty = min(PENALTIES, key=lambda each: log_loss(crossed(learnt, each), labels))
    across = crossed(learnt, penalty)
    weights = calibrated(fit(rows, labels, penalty), across, labels)
    slope, shift = steepness(across, labels)
    learnt_scores = probabilities(slope * odds_of(across) + shift)
    held_rows, held_labels = examples(held)
    held_scores = np.array([weights.probability(row) for row in held_rows])
    report = {
        "learnt": (len(learnt), len(labels), figures(learnt_scores, labels)),
        "held": (len(held), len(held_labels), figures(held_scores, held_labels)),
    }
    tables = "\n\n".join(
        (
            trade_table(of_story(learnt, learnt_scores), of_story(held, held_scores)),
            calibration_table((learnt_scores, labels), (held_scores, held_labels)),
        )
    )
    print(card(report, penalty, len(weights.weights)), tables, sep="\n\n")
    if not asked.check:
        write(weights, card(report, penalty, len(weights.weights)), tables)


def coded_gold(shared: Path) -> Iterator[Told]:
    """Every story of the gold sets, coded; which may be learnt from is said by SETS, or by the story's own part."""
    for name, first in SETS.items():
        yield from coded(shared / name, lambda number, first=first: number < first)
    with tempfile.TemporaryDirectory() as folder:
        for path in (*sorted((ROOT / "gold").glob("*.jsonl")), *sorted((ROOT / "gold/candidates").glob("*.jsonl"))):
            records = read(path)
            kept, refused = joined(records, news_texts(NEWS, {r["id"] for r in records if "text" not in r}), NEWS)
            print(*refused, sep="\n", end="", file=sys.stderr)
            whole = Path(folder) / f"{path.parent.name}-{path.name}"
            whole.write_bytes(b"\n".join(map(msgspec.json.encode, kept)))
            parts = [record["part"] == "dev" for record in kept]
            yield from coded(whole, parts.__getitem__)


def coded(path: Path, learn: Any) -> Iterator[Told]:
    """The stories of one file, in its order."""
    from vaarta.analysis import analyse, load
    from vaarta.reading import read as read_stories

    stories = {s.id: s for s in read_stories(str(path)) if isinstance(s, Story)}
    for number, gold in enumerate(read_gold(path)):
        story = stories[gold.id]
        (doc,) = analyse([story.text], load(story.lang))
        yield told_of(gold, story, doc, learn=learn(number))


def told_of(gold: GoldStory, story: Story, doc: Any, *, learn: bool) -> Told:
    """One story, coded and compared with its gold."""
    from vaarta.coding import code
    from vaarta.packs import load
    from vaarta.recognition import recognise
    from vaarta.shape import coded as shaped

    notes: list[Note] = []
    pack = load(story.lang)
    mentions = recognise(doc, story=story, pack=pack)
    claims = code(doc, story=story, pack=pack, mentions=mentions, trace=notes.append)
    features = {note.claim: note.features for note in notes if note.rule == "scored"}
    found = coded_story(shaped(story, claims))
    matched = match(gold.events, found.events, event_fits(gold, "countries"))
    right = {id(event): True for _, event in matched.pairs} | {id(event): False for event in matched.spurious}
    return Told(
        gold,
        found,
        tuple(features[event.id] for event in claims.events),
        tuple(right.get(id(e)) for e in found.events),
        learn,
    )


def examples(told: Iterable[Told]) -> tuple[list[tuple[str, ...]], Floats]:
    """The features and the verdict of each event that is right or wrong."""
    pairs = [(f, r) for t in told for f, r in zip(t.features, t.right, strict=True) if r is not None]
    return [features for features, _ in pairs], np.array([float(right) for _, right in pairs])


def fit(rows: Sequence[Sequence[str]], labels: Floats, penalty: float) -> Weights:
    """A logistic regression with a penalty on the squares of its weights, by Newton's method."""
    counts = Counter(name for row in rows for name in row)
    names = sorted(name for name, count in counts.items() if LEAST <= count < len(rows))
    at = {name: n for n, name in enumerate(names, start=1)}
    table = np.zeros((len(rows), len(names) + 1))
    table[:, 0] = 1.0
    for i, row in enumerate(rows):
        table[i, [at[name] for name in row if name in at]] = 1.0
    costs = np.full(len(names) + 1, penalty)
    costs[0] = 1e-6
    found = np.zeros(len(names) + 1)
    for _ in range(STEPS):
        likely = probabilities(table @ found)
        slope = table.T @ (likely - labels) + costs * found
        bend = (table * (likely * (1 - likely))[:, None]).T @ table + np.diag(costs)
        found -= np.linalg.solve(bend, slope)
    return Weights(intercept=float(found[0]), weights=dict(zip(names, map(float, found[1:]), strict=True)))


def crossed(told: Sequence[Told], penalty: float) -> Floats:
    """The probability of each event by weights learnt from the other stories."""
    ids = sorted(t.gold.id for t in told)
    fold = {key: n % FOLDS for n, key in enumerate(ids)}
    models = [fit(*examples([t for t in told if fold[t.gold.id] != n]), penalty) for n in range(FOLDS)]
    return np.array([models[fold[t.gold.id]].probability(row) for t in told for row in examples([t])[0]])


def calibrated(weights: Weights, across: Floats, labels: Floats) -> Weights:
    """The weights, made steeper or flatter so that what they gave over the folds is as likely as they say."""
    slope, shift = steepness(across, labels)
    return Weights(
        intercept=round(slope * weights.intercept + shift, 4),
        weights={name: round(slope * weight, 4) for name, weight in weights.weights.items()},
    )


def steepness(scores: Floats, labels: Floats) -> tuple[float, float]:
    """Slope and shift of the log-odds that fit the labels best (Platt's scaling)."""
    table = np.stack([odds_of(scores), np.ones_like(scores)], axis=1)
    found = np.array([1.0, 0.0])
    for _ in range(STEPS):
        likely = probabilities(table @ found)
        bend = (table * (likely * (1 - likely))[:, None]).T @ table + 1e-6 * np.eye(2)
        found -= np.linalg.solve(bend, table.T @ (likely - labels))
    return float(found[0]), float(found[1])


def odds_of(scores: Floats) -> Floats:
    """The log-odds of probabilities."""
    return np.asarray(np.log(scores / (1 - scores)), dtype=np.float64)


def probabilities(odds: Floats) -> Floats:
    """The probabilities of log-odds."""
    return np.asarray(1 / (1 + np.exp(-odds)), dtype=np.float64)


def log_loss(scores: Floats, labels: Floats) -> float:
    """The mean surprise at the labels, in nats."""
    return float(-np.mean(np.where(labels == 1, np.log(scores), np.log(1 - scores))))


def of_story(told: Sequence[Told], scores: Floats) -> list[tuple[GoldStory, CodedStory, tuple[float, ...]]]:
    """Each story with the score of each of its events; one told again has that of a sure event, and is never cut."""
    left = iter(scores.tolist())
    return [(t.gold, t.coded, tuple(1.0 if right is None else next(left) for right in t.right)) for t in told]


def write(weights: Weights, words: str, tables: str) -> None:
    """The model with its card, and the tables of the page between its two marks."""
    HOME.mkdir(parents=True, exist_ok=True)
    kept = msgspec.json.format(msgspec.json.encode(weights), indent=1)
    (HOME / "weights.json").write_bytes(kept + b"\n")
    (HOME / "README.md").write_text(f"{words}\n", encoding="utf-8")
    page = PAGE.read_text(encoding="utf-8")
    before, mark, rest = page.partition("<!-- figures -->\n")
    after = rest.partition("<!-- end of figures -->")[2]
    PAGE.write_text(f"{before}{mark}\n{tables}\n\n<!-- end of figures -->{after}", encoding="utf-8")


if __name__ == "__main__":
    main()
