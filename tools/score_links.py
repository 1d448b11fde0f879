"""How rightly claims of different stories are joined: precision and recall over pairs judged by reading.

Usage: python tools/score_links.py NEWS.jsonl[.gz] [gold/links/pairs.jsonl]. Codes 300 stories of each month the pairs
are of (drawn with a fixed seed), links their claims, and prints a line a month: precision and recall as drawn, and
weighed by how many pairs of the month each stands for, with 95 % of the bootstrap. A pair stands for as many as the
month has of its band of likeness, by the weights there are, shared among those of the band that are judged. Pairs less
alike than 0.05, and those that rules keep apart, are thousands, of which few are judged: they are counted apart, as
are pairs whose claims are no longer coded. Of a month drawn anew (2018-10#1) only pairs with a story that
the first draw does not have are looked at.
"""

import gzip
import json
import random
import sys
from bisect import bisect
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeAlias

from vaarta.pipeline import code_stories
from vaarta.records import Claim, Claims, Passed, Story, Tenure
from vaarta.resolution import link_claims, resolve
from vaarta.resolution.blocks import candidates
from vaarta.resolution.keys import Vocabulary
from vaarta.resolution.likeness import Weights, compare
from vaarta.resolution.rivals import comparable
from vaarta.resolution.tellings import Telling, tellings

PAIRS = Path(__file__).parent.parent / "gold/links/pairs.jsonl"
DRAWN = 300
SAMPLES = 2000  # of the bootstrap
SIDES = ("left", "right")
BANDS = (0.05, 0.1, 0.2, 0.35, 0.5, 0.65, 0.8, 0.9)  # of likeness: where the next of the nine begins
EXCLUDED = -1  # the band of what rules keep apart
UNLIKE = 0  # the band of the least alike
Row: TypeAlias = dict[str, Any]
Coded: TypeAlias = Sequence[tuple[Story, Claims]]


def drawn(news: Path, month: str) -> list[Story]:
    """300 stories of a month (2018-03; another draw of it: 2018-03#1), by id."""
    month, _, seed = month.partition("#")
    with gzip.open(news, "rt", encoding="utf-8") if news.suffix == ".gz" else news.open(encoding="utf-8") as lines:
        rows = [row for line in lines if (row := json.loads(line))["published"].startswith(month)]
    random.Random(int(seed or 0)).shuffle(rows)  # noqa: S311 - a draw that anyone can repeat
    chosen = sorted(rows[:DRAWN], key=lambda row: str(row["id"]))
    return [Story(id=row["id"], lang=row["lang"], text=row["text"], published=row["published"]) for row in chosen]


def coded_of(news: Path, month: str) -> Coded:
    """The stories drawn of a month, with what is coded of them."""
    return [told for told in code_stories(drawn(news, month)) if not isinstance(told, Passed)]


def only_here(news: Path, month: str) -> set[str]:
    """The ids of the stories of a month drawn anew (2018-03#1) that its first draw does not have; else none."""
    first, again, _ = month.partition("#")
    if not again:
        return set()
    return {story.id for story in drawn(news, month)} - {story.id for story in drawn(news, first)}


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


def banded(told: Sequence[Telling], vocabulary: Vocabulary) -> dict[tuple[str, str], int]:
    """The band of likeness of every two claims that are compared, by their ids, as `told` has them; offices apart."""
    may_be_one = {(left, right): rival for left, right, rival in comparable(told, vocabulary)}
    found: dict[tuple[str, str], int] = {}
    for left, right in candidates(told, vocabulary):
        one, other = told[left], told[right]
        if isinstance(one.claim, Tenure):
            continue
        rival = may_be_one.get((left, right))
        likeness = None if rival is None else compare(one, other, vocabulary, rival=rival)
        found[one.claim.id, other.claim.id] = bisect(BANDS, likeness.score) if likeness else EXCLUDED
    return found


def bands_of(
    rows: Sequence[Row], coded: Coded, among: Collection[str] = ()
) -> tuple[list[int | None], Mapping[int, int]]:
    """The band of each pair, None if a side is no longer coded; and how many pairs the month has of each.

    `among` are the ids of stories: only pairs with a claim of theirs are counted. All are, if there are none.
    """
    vocabulary = Vocabulary()
    told = list(tellings(coded, vocabulary))
    claims = [telling.claim for telling in told]
    band = banded(told, vocabulary)
    found: list[int | None] = []
    for row in rows:
        left, right = (claims_at(row, side, claims, rows) for side in SIDES)
        ends = ((left[0], right[0]), (right[0], left[0])) if left and right else ()
        found.append(next((band[pair] for pair in ends if pair in band), EXCLUDED) if ends else None)
    story_of = {claim.id: claim.story for claim in claims}
    return found, Counter(n for pair, n in band.items() if not among or any(story_of[end] in among for end in pair))


def figures(rows: Sequence[Row], coded: Coded, weights: Weights | None = None, among: Collection[str] = ()) -> str:
    """Precision and recall over the pairs of one month, as they are, and as many of each likeness as it has.

    Or as many as it has with a story of those whose ids are `among`.
    """
    told = list(scored(rows, coded, weights))
    judged = [pair for pair in told if pair is not None]
    precision, recall, right = shares([(1.0, *pair) for pair in judged])
    bands, of_month = bands_of(rows, coded, among)
    of_band = Counter(bands)
    weighed = [
        (of_month[band] / of_band[band], *pair)
        for band, pair in zip(bands, told, strict=True)
        if band is not None and band > UNLIKE and pair is not None
    ]
    precise, found, _ = shares(weighed)
    sure, most = (f"({low:.2f}-{high:.2f})" for low, high in within(weighed))
    apart = [row["same"] for row, band in zip(rows, bands, strict=True) if band in (EXCLUDED, UNLIKE)]
    return (
        f"P {precision:.3f} R {recall:.3f} ({right:.0f} rightly joined, {len(judged)} pairs judged, "
        f"{len(told) - len(judged)} no longer coded); as many of each likeness as the month has: P {precise:.3f} "
        f"{sure} R {found:.3f} {most}; of {len(apart)} that are unlike or kept apart {sum(apart)} are one"
    )


def shares(judged: Sequence[tuple[float, bool, bool]]) -> tuple[float, float, float]:
    """Precision, recall, and how many are rightly joined, of pairs with for how many each counts."""
    right = sum(many for many, joined, same in judged if joined and same)
    all_joined = sum(many for many, joined, _ in judged if joined)
    all_same = sum(many for many, _, same in judged if same)
    return right / max(1.0, all_joined), right / max(1.0, all_same), right


def within(judged: Sequence[tuple[float, bool, bool]]) -> list[tuple[float, float]]:
    """Between what precision and recall lie in 95 of 100 samples of as many pairs, drawn from these (bootstrap)."""
    chance = random.Random(0)  # noqa: S311 - a draw that anyone can repeat
    found = [shares(chance.choices(judged, k=len(judged)))[:2] for _ in range(SAMPLES)] if judged else [(0.0, 0.0)]
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
        news = Path(sys.argv[1])
        print(f"{month}: {figures(of_month, coded_of(news, month), among=only_here(news, month))}")


if __name__ == "__main__":
    main()
