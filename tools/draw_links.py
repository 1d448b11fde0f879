"""Draws pairs of claims of a month to be judged same or different by reading, over all degrees of likeness.

Usage: python tools/draw_links.py NEWS.jsonl[.gz] MONTH [--each 14] [--excluded 10] [--pairs gold/links/pairs.jsonl]
       [--sheet FILE]

Codes the month's 300 stories as tools/score_links.py does, compares their claims, and draws so many pairs of each of
nine bands of likeness, and of those that cannot be one thing by rule; never a pair that is judged already. Prints them
in no order, one JSON object a line, to be given their `same` and put into gold/links/pairs.jsonl. The sheet has both
stories of each and the claims, but not how alike they are.
"""

import argparse
import json
import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from score_links import EXCLUDED, PAIRS, SIDES, Coded, Row, banded, claims_at, coded_of

from vaarta.records import Claim, Engagement, Event, Party, Statement, Story
from vaarta.resolution.keys import Vocabulary
from vaarta.resolution.tellings import tellings


def row_of(month: str, one: Claim, other: Claim) -> Row:
    """A pair as gold/links/pairs.jsonl has it, not yet judged."""
    ends = {side: _end(claim) for side, claim in zip(SIDES, (one, other), strict=True)}
    return {"month": month, "kind": type(one).__name__, **ends, "same": None}


def drawn_pairs(month: str, coded: Coded, judged: Sequence[Row], each: int, excluded: int) -> list[Row]:
    """The pairs drawn of a month's claims, in no order."""
    vocabulary = Vocabulary()
    told = list(tellings(coded, vocabulary))
    claims = [telling.claim for telling in told]
    known = {frozenset(pair) for row in judged for pair in _pairs_at(row, claims, judged)}
    chance = random.Random(month)  # noqa: S311 - a draw that anyone can repeat
    claim_of = {claim.id: claim for claim in claims}
    of_band: dict[int, list[tuple[Claim, Claim]]] = defaultdict(list)
    for (one, other), band in banded(told, vocabulary).items():
        of_band[band].append((claim_of[one], claim_of[other]))
    rows = []
    for band, pairs in sorted(of_band.items()):
        new = [pair for pair in pairs if frozenset(claim.id for claim in pair) not in known]
        chosen = chance.sample(new, min(len(new), excluded if band == EXCLUDED else each))
        rows += [row_of(month, *pair) for pair in chosen]
    chance.shuffle(rows)
    return rows


def sheet(rows: Sequence[Row], coded: Coded) -> Iterator[str]:
    """What a judge reads of each pair: the claims as coded, and their stories whole."""
    stories = {story.id: story for story, _ in coded}
    claims = [claim for _, told in coded for claim in (*told.events, *told.statements, *told.engagements)]
    for number, row in enumerate(rows):
        yield f"=== {number} {row['kind']}"
        for side in SIDES:
            ids = claims_at(row, side, claims)
            claim = next(claim for claim in claims if claim.id == ids[0])
            story = stories[claim.story]
            yield f"{claim_in_words(claim)}\n[{story.published}] {marked(story, claim)}\n"


def claim_in_words(claim: Claim) -> str:
    """A claim on one line: what it is, who its sides are, when and where, by which words."""
    when = f" {claim.when.first}–{claim.when.last}" if claim.when else ""
    where = f" {claim.where.text}" if claim.where else ""
    return f"{_sides_in_words(claim)} | {claim.standing}{when}{where} | {claim.evidence.quote}"


def _sides_in_words(claim: Claim) -> str:
    if isinstance(claim, Event):
        return f"{claim.type} {claim.mode} | {_parties(claim.actors)} > {_parties(claim.recipients)}"
    if isinstance(claim, Statement):
        return f"{claim.act} | {_parties((claim.speaker,))} > {_parties((claim.addressee,) if claim.addressee else ())}"
    if isinstance(claim, Engagement):
        return f"{claim.kind} {claim.name} | {', '.join(claim.parties)} | {_parties(claim.heads)}"
    return ""


def _parties(parties: Sequence[Party]) -> str:
    return "; ".join(f"{party.text} ({party.country} {party.sector})" for party in parties)


def marked(story: Story, claim: Claim) -> str:
    """The story's text, with brackets around what the claim is told by."""
    start, end = claim.content.span if isinstance(claim, Statement) else claim.evidence.sentence
    return f"{story.text[:start]}⟦{story.text[start:end]}⟧{story.text[end:]}"


def _end(claim: Claim) -> Row:
    end: Row = {"story": claim.story, "span": [*claim.evidence.span]}
    return end | {"type": claim.type} if isinstance(claim, Event) else end


def _pairs_at(row: Row, claims: Sequence[Claim], rows: Sequence[Row]) -> Iterator[tuple[str, str]]:
    left, right = (claims_at(row, side, claims, rows) for side in SIDES)
    yield from ((one, other) for one in left for other in right)


def main() -> None:
    """Draw, print, write the sheet."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("news", type=Path)
    parser.add_argument("month")
    parser.add_argument("--each", type=int, default=14)
    parser.add_argument("--excluded", type=int, default=10)
    parser.add_argument("--pairs", type=Path, default=PAIRS)
    parser.add_argument("--sheet", type=Path)
    options = parser.parse_args()
    judged = [json.loads(line) for line in options.pairs.read_text(encoding="utf-8").splitlines()]
    coded = coded_of(options.news, options.month)
    of_month = [row for row in judged if row["month"] == options.month]
    rows = drawn_pairs(options.month, coded, of_month, options.each, options.excluded)
    for row in rows:
        print(json.dumps(row, ensure_ascii=False))
    if options.sheet:
        options.sheet.write_text("\n".join(sheet(rows, coded)), encoding="utf-8")


if __name__ == "__main__":
    main()
