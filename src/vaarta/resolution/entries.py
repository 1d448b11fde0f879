"""Entries: a pure function of claims, links and rulings, that can be thrown away and made again."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

from vaarta.records import Claim, Engagement, Entry, Event, Link, Ruling, Statement, content_id

__all__ = ["resolve"]


def resolve(claims: Iterable[Claim], links: Iterable[Link], rulings: Iterable[Ruling]) -> Iterator[Entry]:
    """One entry for each thing told of, in the order of their first claims.

    Claims linked as the same, directly or through others, are one entry; links to claims not given are left out. The
    best claim is one ruled right, else the one with the highest score, else the first. Rulings come in the order they
    were made.
    """
    known = {claim.id: claim for claim in claims}
    last = {ruling.claim: ruling.verdict for ruling in rulings}
    for told_by in _groups(known, links):
        best = max(told_by, key=lambda claim: (last.get(claim, "") == "right", known[claim].score))
        yield Entry(
            id=content_id("entry", *sorted(told_by)),
            kind=_kind(known[best]),
            best=best,
            told_by=tuple(told_by),
            ruling=last.get(best, ""),
        )


def _groups(known: Mapping[str, Claim], links: Iterable[Link]) -> Iterator[list[str]]:
    """The ids that belong together, each group and the groups in the order the claims came in."""
    parent = {claim: claim for claim in known}

    def root(claim: str) -> str:
        while parent[claim] != claim:
            parent[claim] = parent[parent[claim]]
            claim = parent[claim]
        return claim

    for link in links:
        if link.verdict == "same" and link.left in parent and link.right in parent:
            parent[root(link.right)] = root(link.left)
    groups: dict[str, list[str]] = {}
    for claim in known:
        groups.setdefault(root(claim), []).append(claim)
    yield from groups.values()


def _kind(claim: Claim) -> Literal["event", "statement", "engagement", "tenure"]:
    if isinstance(claim, Event):
        return "event"
    if isinstance(claim, Statement):
        return "statement"
    return "engagement" if isinstance(claim, Engagement) else "tenure"
