"""One record from many stories: the claims kept are compared, linked and gathered into entries."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator

from vaarta.errors import StoreError
from vaarta.records import Claims, Engagement, Entry, Link, Record, Story
from vaarta.resolution import REACH, Series, gather_series, link_claims, resolve
from vaarta.store import Answer, Condition, Store

__all__ = ["Explained", "Gathered", "explain_entry", "gather", "regather", "series", "told_in"]

BATCH = 2_000  # stories compared at a time, with those near them in time: what memory has to hold


class Gathered(Record, frozen=True, kw_only=True):
    """What gathering found: links that join and doubts, both new; and all things that more than one claim tells."""

    same: int
    unsure: int
    things: int


class Explained(Record, frozen=True, kw_only=True):
    """An entry with all that tell it, best first, and every link of theirs: those that join and those that do not."""

    entry: Entry
    told_by: tuple[Answer, ...]
    links: tuple[Link, ...]


def gather(store: Store, *, anew: bool = False) -> Gathered:
    """Compare the stories that are new to the record with those of the same days, and gather what tells one thing.

    With `anew`, all are compared as if they were new; what people said stays. Each `BATCH` of stories is kept before
    the next is looked at, so that a run that is interrupted loses no more, and the next goes on from there.
    """
    if anew:
        store.forget_found()
    found: Counter[str] = Counter()
    while batch := store.uncompared(BATCH):
        near = store.near(batch, REACH)
        known = tuple(store.links(store.claims_in(near)))
        links = list(link_claims(_kept(store, (*near, *batch)), new=frozenset(batch), known=known))
        found.update(store.put_found(batch, links))
        regather(store, store.claims_in(batch))
    return Gathered(same=found["same"], unsure=found["unsure"], things=store.things())


def regather(store: Store, claims: Collection[str]) -> None:
    """Make the entries that these claims are in anew, of the links there are: after a person linked or parted two."""
    told = store.together(claims)
    store.gather(_entries(store, told), told)


def explain_entry(store: Store, claim: str) -> Explained:
    """The entry that a claim (or its first letters) is in, and why. Raises StoreError if there is no one such claim."""
    known = store.claims_like(claim)
    if len(known) != 1:
        found = f"{len(known)} claims that begin with" if known else "no claim"
        raise StoreError(f"{store.path} has {found} {claim!r}; `vaarta ask {store.path} --json` prints their ids")
    (wanted,) = known
    entry = next(entry for entry in _entries(store, store.together(known)) if wanted in entry.told_by)
    told = {answer.claim.id: answer for answer in store.find((told_in(entry.told_by),))}
    ordered = sorted(entry.told_by, key=lambda claim: claim != entry.best)
    links = store.links(entry.told_by)
    return Explained(
        entry=entry,
        told_by=tuple(told[claim] for claim in ordered),
        links=tuple(sorted(links, key=lambda link: (link.verdict, -link.score, link.left, link.right))),
    )


def series(store: Store) -> Iterator[Series]:
    """The series of engagements that the record tells of, with their rounds."""
    engagements = {claim.id: claim for claim in store.claims() if isinstance(claim, Engagement)}
    return gather_series((entry for entry in _all_entries(store) if entry.kind == "engagement"), engagements)


def told_in(claims: tuple[str, ...]) -> Condition:
    """The condition that a claim is one of these."""
    return Condition(sql=f"claim.id IN ({', '.join('?' for _ in claims)})", values=claims)


def _all_entries(store: Store) -> Iterator[Entry]:
    return resolve(store.claims(), store.links(), store.rulings())


def _entries(store: Store, told: Collection[str]) -> Iterator[Entry]:
    """The entries of some claims."""
    rulings = (ruling for ruling in store.rulings() if ruling.claim in told)
    return resolve(store.claims(told), store.links(told), rulings)


def _kept(store: Store, stories: Iterable[str]) -> Iterator[tuple[Story, Claims]]:
    for told in stories:
        if (story := store.story(told)) and (claims := store.claims_of(told)):
            yield story, claims
