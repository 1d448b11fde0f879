"""Where stories tell a thing differently, and what was announced and then came otherwise."""

from typing import Literal

from vaarta.query import Thing, thing
from vaarta.records import Dispute, Record
from vaarta.resolution.disputes import disputes_of
from vaarta.store import Store, surveying

__all__ = ["Differences", "Differing", "differing"]

PAGE = 15


class Differing(Record, frozen=True, kw_only=True):
    """A thing that is told differently, and in what."""

    thing: Thing
    disputes: tuple[Dispute, ...]


class Differences(Record, frozen=True, kw_only=True):
    """A page of such things: those told differently, or those announced and then held, denied or put off."""

    what: Literal["told", "changed"]
    page: int
    more: bool
    things: tuple[Differing, ...]


def differing(store: Store, *, changed: bool, page: int) -> Differences:
    """A page of things that stories tell differently; if `changed`, that were planned and then came or did not."""
    look = surveying.disputed(changed=changed, limit=PAGE + 1, skip=(page - 1) * PAGE)
    ids = store.survey(look)
    found = []
    for entry in ids[:PAGE]:
        one = thing(store, entry)
        disputes = disputes_of([answer.claim for answer in one.told_by]) if one else ()
        if one and (disputes or changed):
            found.append(Differing(thing=one, disputes=disputes))
    return Differences(what="changed" if changed else "told", page=page, more=len(ids) > PAGE, things=tuple(found))
