"""Of several tellings of one act by words of one predicate, the one that says most."""

from vaarta.coding.merge import sides_of
from vaarta.coding.triggers import Trigger
from vaarta.coding.view import View
from vaarta.records import Event

__all__ = ["fullest"]


def fullest(view: View, told: list[tuple[Trigger, Event]]) -> list[tuple[Trigger, Event]]:
    """Without an act told by fewer words of a trigger of its type, or by as many that say less how it was done.

    Each verb of "ठुकरा दिया" has a predicate.
    """
    kept: list[tuple[Trigger, Event]] = []
    by_token: dict[int, list[tuple[Trigger, Event]]] = {}
    for trigger, event in told:
        for token in trigger.tokens:
            by_token.setdefault(token, []).append((trigger, event))
    for trigger, event in told:
        longer = (
            other.id
            for token in trigger.tokens
            for further, other in by_token[token]
            if other.type == event.type
            and (len(further.tokens), bool(other.mode)) > (len(trigger.tokens), bool(event.mode))
            and sides_of(other) == sides_of(event)
        )
        if (instead := next(longer, None)) is None:
            kept.append((trigger, event))
        else:
            view.note("fewer words", trigger, claim=event.id, other=instead)
    return kept
