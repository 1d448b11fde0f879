"""One record from many stories: the claims kept are compared, linked and gathered into entries."""

from collections.abc import Iterator

from vaarta.errors import StoreError
from vaarta.records import Claims, Engagement, Entry, Link, Record, Story
from vaarta.resolution import Series, gather_series, link_claims, resolve
from vaarta.store import Answer, Condition, Store

__all__ = ["MOST", "Explained", "Gathered", "explain_entry", "gather", "series", "told_in"]

MOST = (
    20_000  # claims: `keep` gathers a record of so many by itself, within half a minute (benchmarks/bench_linking.py)
)


class Gathered(Record, frozen=True, kw_only=True):
    """What gathering found: links that join, doubts, and things that more than one claim tells."""

    same: int
    unsure: int
    things: int


class Explained(Record, frozen=True, kw_only=True):
    """An entry with all that tell it, best first, and every link of theirs: those that join and those that do not."""

    entry: Entry
    told_by: tuple[Answer, ...]
    links: tuple[Link, ...]


def gather(store: Store, *, compare: bool = True) -> Gathered:
    """Link what the record's stories tell and gather it into entries, in the place of what was gathered before.

    Without `compare`, entries are made anew of the links there are: after a person linked or parted two claims.
    """
    counts = store.relink(link_claims(_kept(store))) if compare else {}
    things = store.gather(_entries(store))
    return Gathered(same=counts.get("same", 0), unsure=counts.get("unsure", 0), things=things)


def explain_entry(store: Store, claim: str) -> Explained:
    """The entry that a claim (or its first letters) is in, and why. Raises StoreError if there is no one such claim."""
    known = {found.id for found in store.claims() if found.id.startswith(claim)}
    if len(known) != 1:
        found = f"{len(known)} claims that begin with" if known else "no claim"
        raise StoreError(f"{store.path} has {found} {claim!r}; `vaarta ask {store.path} --json` prints their ids")
    wanted = known.pop()
    entry = next(entry for entry in _entries(store) if wanted in entry.told_by)
    links = {(link.left, link.right): link for told in entry.told_by for link in store.links(told)}
    told = {answer.claim.id: answer for answer in store.find((told_in(entry.told_by),))}
    ordered = sorted(entry.told_by, key=lambda claim: claim != entry.best)
    return Explained(
        entry=entry,
        told_by=tuple(told[claim] for claim in ordered),
        links=tuple(sorted(links.values(), key=lambda link: (link.verdict, -link.score, link.left, link.right))),
    )


def series(store: Store) -> Iterator[Series]:
    """The series of engagements that the record tells of, with their rounds."""
    engagements = {claim.id: claim for claim in store.claims() if isinstance(claim, Engagement)}
    return gather_series((entry for entry in _entries(store) if entry.kind == "engagement"), engagements)


def told_in(claims: tuple[str, ...]) -> Condition:
    """The condition that a claim is one of these."""
    return Condition(sql=f"claim.id IN ({', '.join('?' for _ in claims)})", values=claims)


def _entries(store: Store) -> Iterator[Entry]:
    return resolve(store.claims(), store.links(), store.rulings())


def _kept(store: Store) -> Iterator[tuple[Story, Claims]]:
    for story in store.stories():
        if claims := store.claims_of(story.id):
            yield story, claims
