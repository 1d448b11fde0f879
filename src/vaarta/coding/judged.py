"""Whose several deeds are judged at once: "condemned A's policies and B's decision to receive him"."""

from vaarta.coding.arguments import JUDGING, Argument, members_of
from vaarta.coding.subjects import parties_of
from vaarta.coding.triggers import Trigger
from vaarta.coding.view import View
from vaarta.records import Party

__all__ = ["with_owners_beside"]

LONGEST = 4  # tokens from an owner to the "and" after what is his


def with_owners_beside(
    view: View, trigger: Trigger, second: Argument | None, recipients: tuple[Party, ...]
) -> tuple[Party, ...]:
    """The recipients of an act of judging, with whose deeds are named beside theirs, if theirs are named as owners."""
    if second is None or trigger.entry.type not in JUDGING or not recipients:
        return recipients
    owners = [n for n in view.groups_in.get(view.sentence_of[trigger.verb], ()) if _owns(view, n)]
    if second.group not in owners:
        return recipients
    at = owners.index(second.group)
    beside = [n for n, left in ((at - 1, at - 1), (at + 1, at)) if 0 <= n < len(owners) and _joined(view, owners, left)]
    known = {p.country for p in recipients}
    return (*recipients, *(p for n in beside for p in parties_of(view, owners[n]) if p.country not in known))


def _owns(view: View, n: int) -> bool:
    """Whether a group is named, and owns what follows it."""
    members, marks = members_of(view, n), view.grammar.markers.possessive or view.grammar.markers.genitive
    named = any(m.kind not in {"pronoun", "both"} for m in members)
    return named and (view.markers[n] in marks or view.texts[members[-1].end - 1] in marks)


def _joined(view: View, owners: list[int], left: int) -> bool:
    """Whether a word like "and" after a noun joins what an owner has to what the next one has, with no verb between."""
    start, end = members_of(view, owners[left])[-1].end, members_of(view, owners[left + 1])[0].start
    if any(view.pos[i] in {"VERB", "AUX", "PUNCT"} for i in range(start, end)):
        return False
    near = range(start + 1, min(end, start + 1 + LONGEST))
    return any(view.pos[i] == "CCONJ" and view.pos[i - 1] == "NOUN" for i in near)
