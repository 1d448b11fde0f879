"""How rightly claims of different stories are joined: precision and recall over pairs judged by reading.

Usage: python tools/score_links.py NEWS.jsonl[.gz] [gold/links/pairs.jsonl]. Codes 300 stories of each month the pairs
are of (drawn with a fixed seed), links their claims, and prints a line a month: precision and recall as drawn, and
weighed by how many pairs of the month each stands for, with 95 % of the bootstrap. A pair whose claims are no longer
coded is counted apart.
"""

import gzip
import json
import random
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, TypeAlias

from vaarta.pipeline import code_stories
from vaarta.records import Claim, Claims, Passed, Story
from vaarta.resolution import link_claims, resolve
from vaarta.resolution.likeness import Weights

PAIRS = Path(__file__).parent.parent / "gold/links/pairs.jsonl"
DRAWN = 300
SAMPLES = 2000  # of the bootstrap
SIDES = ("left", "right")
Row: TypeAlias = dict[str, Any]
Coded: TypeAlias = Sequence[tuple[Story, Claims]]


def drawn(news: Path, month: str) -> list[Story]:
    """300 stories of a month (2018-03), by id."""
    with gzip.open(news, "rt", encoding="utf-8") if news.suffix == ".gz" else news.open(encoding="utf-8") as lines:
        rows = [row for line in lines if (row := json.loads(line))["published"].startswith(month)]
    random.Random(0).shuffle(rows)  # noqa: S311 - a draw that anyone can repeat
    chosen = sorted(rows[:DRAWN], key=lambda row: str(row["id"]))
    return [Story(id=row["id"], lang=row["lang"], text=row["text"], published=row["published"]) for row in chosen]


def coded_of(news: Path, month: str) -> Coded:
    """The stories drawn of a month, with what is coded of them."""
    return [told for told in code_stories(drawn(news, month)) if not isinstance(told, Passed)]


def claims_at(row: Row, side: str, claims: Sequence[Claim], rows: Sequence[Row] = ()) -> list[str]:
    """The claims of a pair's side: of its kind, story and type, told by some of the same words.

    If coding has since found other words for it, the only one of that type that the same sentence tells, unless its
    words are those of another side of `rows`.
    """
    judged = row[side]
    alike = [
        claim
        for claim in claims
        if claim.story == judged["story"]
        and type(claim).__name__ == row["kind"]
        and getattr(claim, "type", "") == judged.get("type", "")
    ]
    told = [claim.id for claim in alike if _meet(claim.evidence.span, judged["span"])]
    if told:
        return told
    others = [other[end]["span"] for other in rows for end in SIDES if other[end]["story"] == judged["story"]]
    near = [claim for claim in alike if _meet(claim.evidence.sentence, judged["span"])]
    free = [claim.id for claim in near if not any(_meet(claim.evidence.span, span) for span in others)]
    return free if len(near) == 1 else []


def _meet(one: Sequence[int], other: Sequence[int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def scored(rows: Sequence[Row], coded: Coded, weights: Weights | None = None) -> Iterator[tuple[bool, bool] | None]:
    """Of each pair whether it is joined and whether it should be; None if a side is no longer coded."""
    claims = [c for _, told in coded for c in (*told.events, *told.statements, *told.engagements)]
    entry_of = {c: entry.id for entry in resolve(claims, link_claims(coded, weights), ()) for c in entry.told_by}
    for row in rows:
        left, right = (claims_at(row, side, claims, rows) for side in SIDES)
        if not left or not right:
            yield None
            continue
        yield bool({entry_of[c] for c in left} & {entry_of[c] for c in right}), row["same"]


def figures(rows: Sequence[Row], coded: Coded, weights: Weights | None = None) -> str:
    """Precision and recall over the pairs of one month, in words.

    Also as they would be over all pairs of the month, if each pair says for how many it stands.
    """
    told = list(scored(rows, coded, weights))
    judged = [(row, pair) for row, pair in zip(rows, told, strict=True) if pair is not None]
    whole = ""
    if all("stands_for" in row for row in rows):
        weighed = [(row["stands_for"], *pair) for row, pair in judged]
        precision, recall, _ = _shares(weighed)
        sure, found = (f"({low:.2f}-{high:.2f})" for low, high in within(weighed))
        whole = f"; as many of each likeness as the month has: P {precision:.3f} {sure} R {recall:.3f} {found}"
    precision, recall, right = _shares([(1.0, *pair) for _, pair in judged])
    return (
        f"P {precision:.3f} R {recall:.3f} ({right:.0f} rightly joined, {len(judged)} pairs judged, "
        f"{len(told) - len(judged)} no longer coded){whole}"
    )


def _shares(judged: Sequence[tuple[float, bool, bool]]) -> tuple[float, float, float]:
    """Precision, recall, and how many are rightly joined, of pairs with for how many each counts."""
    right = sum(many for many, joined, same in judged if joined and same)
    all_joined = sum(many for many, joined, _ in judged if joined)
    all_same = sum(many for many, _, same in judged if same)
    return right / max(1.0, all_joined), right / max(1.0, all_same), right


def within(judged: Sequence[tuple[float, bool, bool]]) -> list[tuple[float, float]]:
    """Between what precision and recall lie in 95 of 100 samples of as many pairs, drawn from these (bootstrap)."""
    chance = random.Random(0)  # noqa: S311 - a draw that anyone can repeat
    found = [_shares(chance.choices(judged, k=len(judged)))[:2] for _ in range(SAMPLES)] if judged else [(0.0, 0.0)]
    spread = [sorted(shares[n] for shares in found) for n in (0, 1)]
    return [(shares[int(0.025 * len(shares))], shares[int(0.975 * len(shares))]) for shares in spread]


def main() -> None:
    """Print precision and recall, month by month."""
    if not sys.argv[1:] or not Path(sys.argv[1]).is_file():
        sys.exit("give the news the pairs are of: python tools/score_links.py NEWS.jsonl.gz")
    pairs = Path(sys.argv[2]) if sys.argv[2:] else PAIRS
    rows = [json.loads(line) for line in pairs.read_text(encoding="utf-8").splitlines()]
    for month in sorted({row["month"] for row in rows}):
        of_month = [row for row in rows if row["month"] == month]
        print(f"{month}: {figures(of_month, coded_of(Path(sys.argv[1]), month))}")


if __name__ == "__main__":
    main()
