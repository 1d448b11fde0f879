"""Rulings that are sent: checked by the rules of `store.amending`, and kept under the name of who sends them."""

from typing import Annotated, Literal

from msgspec import Meta, field

from vaarta.days import now
from vaarta.errors import StoreError
from vaarta.records import Record, Ruling
from vaarta.store import AnyClaim, Store
from vaarta.store.amending import amended
from vaarta.store.rewording import check_words
from vaarta.web.refusals import Refused

__all__ = ["RulingGiven", "rule"]

MOST_CHANGES = 20
REASON = 400  # characters of a reason that are told
Value = Annotated[str, Meta(max_length=6000)]


class RulingGiven(Record, frozen=True, kw_only=True):
    """A person's verdict on a claim. `amended` says what its fields should be (docs/rulings.md)."""

    claim: Annotated[str, Meta(min_length=1, max_length=300)]
    verdict: Literal["right", "wrong", "amended", "withdrawn"]
    note: Annotated[str, Meta(max_length=2000)] = ""
    amended: Annotated[dict[str, Value], Meta(max_length=MOST_CHANGES)] = field(default_factory=dict)


def rule(store: Store, given: RulingGiven, by: str) -> Ruling:
    """Keep a ruling by someone, now. Raises Refused if there is no such claim, or it cannot be ruled on so."""
    claim = next(store.claims([given.claim]), None)
    if not claim:
        raise Refused(404, "no_claim", value=given.claim)
    if given.verdict == "withdrawn" and not store.ruling_on(claim.id):
        raise Refused(409, "nothing_ruled")
    if bool(given.amended) != (given.verdict == "amended"):
        raise Refused(422, "only_amended")
    _check(store, claim, given)
    ruling = Ruling(
        claim=claim.id, verdict=given.verdict, by=by, on=now(), note=given.note.strip(), amended=given.amended
    )
    store.rule(ruling)
    return ruling


def _check(store: Store, claim: AnyClaim, given: RulingGiven) -> None:
    story = store.story(claim.story)
    try:
        told = amended(claim, given.amended)
        if story:
            check_words(told, story)
    except StoreError as wrong:
        raise Refused(422, "bad_amendment", reason=str(wrong)[:REASON]) from wrong
