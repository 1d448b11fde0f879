"""How rightly claims of different stories are joined: precision and recall over pairs judged by reading.

Usage: python tools/score_links.py NEWS.jsonl[.gz] [gold/links/pairs.jsonl]. Codes 300 stories of each month the pairs
are of (drawn with a fixed seed), links their claims, and prints a line a month. A pair whose claims are no longer coded
is counted apart.
"""

import gzip
import json
import random
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from vaarta.pipeline import code_stories
from vaarta.records import Claim, Claims, Passed, Story
from vaarta.resolution import link_claims, resolve

PAIRS = Path(__file__).parent.parent / "gold/links/pairs.jsonl"
DRAWN = 300
Row = dict[str, Any]


def drawn(news: Path, month: str) -> list[Story]:
    """300 stories of a month (2018-03), by id."""
    with gzip.open(news, "rt", encoding="utf-8") if news.suffix == ".gz" else news.open(encoding="utf-8") as lines:
        rows = [row for line in lines if (row := json.loads(line))["published"].startswith(month)]
    random.Random(0).shuffle(rows)  # noqa: S311 - a draw that anyone can repeat
    chosen = sorted(rows[:DRAWN], key=lambda row: str(row["id"]))
    return [Story(id=row["id"], lang=row["lang"], text=row["text"], published=row["published"]) for row in chosen]


def claims_at(row: Row, side: str, claims: Sequence[Claim]) -> list[str]:
    """The claims of a pair's side: of its kind, story and type, told by the same words or some of them."""
    start, end = row[side]["span"]
    return [
        claim.id
        for claim in claims
        if claim.story == row[side]["story"]
        and type(claim).__name__ == row["kind"]
        and getattr(claim, "type", "") == row[side].get("type", "")
        and claim.evidence.span[0] < end
        and start < claim.evidence.span[1]
    ]


def scored(rows: Sequence[Row], coded: Sequence[tuple[Story, Claims]]) -> Iterator[tuple[bool, bool] | None]:
    """Of each pair whether it is joined and whether it should be; None if a side is no longer coded."""
    claims = [c for _, told in coded for c in (*told.events, *told.statements, *told.engagements)]
    entry_of = {c: entry.id for entry in resolve(claims, link_claims(coded), ()) for c in entry.told_by}
    for row in rows:
        left, right = (claims_at(row, side, claims) for side in ("left", "right"))
        if not left or not right:
            yield None
            continue
        yield bool({entry_of[c] for c in left} & {entry_of[c] for c in right}), row["same"]


def main() -> None:
    """Print precision and recall, month by month."""
    if not sys.argv[1:] or not Path(sys.argv[1]).is_file():
        sys.exit("give the news the pairs are of: python tools/score_links.py NEWS.jsonl.gz")
    pairs = Path(sys.argv[2]) if sys.argv[2:] else PAIRS
    rows = [json.loads(line) for line in pairs.read_text(encoding="utf-8").splitlines()]
    for month in sorted({row["month"] for row in rows}):
        coded = [told for told in code_stories(drawn(Path(sys.argv[1]), month)) if not isinstance(told, Passed)]
        told = list(scored([row for row in rows if row["month"] == month], coded))
        judged = [pair for pair in told if pair is not None]
        right = sum(joined and same for joined, same in judged)
        precision = right / max(1, sum(joined for joined, _ in judged))
        recall = right / max(1, sum(same for _, same in judged))
        print(
            f"{month}: P {precision:.3f} R {recall:.3f} ({right} rightly joined, {len(judged)} pairs judged, "
            f"{len(told) - len(judged)} no longer coded)"
        )


if __name__ == "__main__":
    main()
