"""Entries: a pure function of claims, links and rulings, that can be thrown away and made again."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

from vaarta.records import Claim, Engagement, Entry, Event, Link, Ruling, Statement, content_id
from vaarta.resolution.disputes import disputes_of

__all__ = ["resolve"]


def resolve(claims: Iterable[Claim], links: Iterable[Link], rulings: Iterable[Ruling]) -> Iterator[Entry]:
    """One entry for each thing told of, in the order of their first claims.

    Claims linked as the same, directly or through others, are one entry, unless a link says that two of them are
    different: people's links come before others, then the surest. Links to claims not given are left out. The best
    claim is one ruled right, else the one with the highest score, else the first. Rulings come in the order they were
    made.
    A part (a meeting during a visit) names the entry of the whole that any of its claims names.
    """
    known = {claim.id: claim for claim in claims}
    last = {ruling.claim: ruling.verdict for ruling in rulings}
    groups = list(_groups(known, links))
    ids = {claim: content_id("entry", *sorted(told_by)) for told_by in groups for claim in told_by}
    for told_by in groups:
        best = max(told_by, key=lambda claim: (last.get(claim, "") == "right", known[claim].score))
        told = [known[claim] for claim in told_by]
        whole = (ids.get(claim.part_of, "") for claim in told if isinstance(claim, Engagement))
        yield Entry(
            id=ids[best],
            kind=_kind(known[best]),
            best=best,
            told_by=tuple(told_by),
            ruling=last.get(best, ""),
            part_of=next((entry for entry in whole if entry and entry != ids[best]), ""),
            disputes=disputes_of(told),
        )


def _groups(known: Mapping[str, Claim], links: Iterable[Link]) -> Iterator[list[str]]:
    """The ids that belong together, each group and the groups in the order the claims came in."""
    kept = [link for link in links if link.left in known and link.right in known]
    apart: dict[str, set[str]] = {}
    for link in kept:
        if link.verdict == "different":
            apart.setdefault(link.left, set()).add(link.right)
            apart.setdefault(link.right, set()).add(link.left)
    group = {claim: [claim] for claim in known}
    for link in sorted(kept, key=lambda link: (not link.by, -link.score, link.left, link.right)):
        ours, theirs = group[link.left], group[link.right]
        if link.verdict != "same" or ours is theirs or any(apart.get(claim, set()) & {*theirs} for claim in ours):
            continue
        small, large = sorted((ours, theirs), key=len)
        large += small
        group |= dict.fromkeys(small, large)
    place = {claim: n for n, claim in enumerate(known)}
    for claim in known:
        if claim == min(group[claim], key=place.__getitem__):
            yield sorted(group[claim], key=place.__getitem__)


def _kind(claim: Claim) -> Literal["event", "statement", "engagement", "tenure"]:
    if isinstance(claim, Event):
        return "event"
    if isinstance(claim, Statement):
        return "statement"
    return "engagement" if isinstance(claim, Engagement) else "tenure"
