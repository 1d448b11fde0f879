"""What is told inside another act is not told as a fact: what is demanded, threatened, refused, promised, alleged."""

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from vaarta.coding.standing import is_infinitive
from vaarta.coding.triggers import Trigger
from vaarta.coding.view import View
from vaarta.records import Event

__all__ = ["as_told"]

UNREAL = {"REQUEST", "THREATEN", "REJECT", "AGREE"}  # what these ask, threaten, refuse or promise has not happened
WHOLE = {"REQUEST", "REJECT"}  # of these, finite clauses too: "demanded that …", "denied that …"
ALLEGED = {"ACCUSE"}  # what is alleged is possible: GUIDE.md
CLAUSES = {"ccomp", "xcomp", "acl", "advcl", "csubj"}


def as_told(view: View, told: Iterable[tuple[Trigger, Event]]) -> Iterator[Event]:
    """The events, less those inside what another asks for or refuses; those inside an allegation are possible."""
    pairs = list(told)
    unreal: set[int] = set()
    alleged: set[int] = set()
    for trigger, event in pairs:
        if event.type in UNREAL:
            unreal |= _content(view, trigger, finite=event.type in WHOLE)
        elif event.type in ALLEGED and trigger.entry.mode == "allege":
            alleged |= _content(view, trigger, finite=True)
    for trigger, event in pairs:
        if trigger.verb in unreal:
            continue
        yield replace(event, standing="possible") if trigger.verb in alleged else event


def _content(view: View, trigger: Trigger, *, finite: bool) -> set[int]:
    """The tokens of the clauses that the trigger's verb or hosts govern: infinitives, and finite ones if asked for."""
    found: set[int] = set()
    for t in trigger.tokens:
        for child in view.doc[t].children:
            if child.i in trigger.tokens or child.dep_ not in CLAUSES:
                continue
            infinitive = is_infinitive(view, child.i)
            after = view.subtree_marker(child.i) in view.grammar.verbs.asserted_after
            if (infinitive and not after) or (finite and not infinitive and child.dep_ in {"ccomp", "xcomp"}):
                found |= {d.i for d in child.subtree}
    return found - set(trigger.tokens)
