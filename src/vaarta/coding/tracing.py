"""What coding decided and why, note by note, for whoever asks for it; nobody does unless a story is explained."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from vaarta.coding.arguments import Argument
    from vaarta.coding.triggers import Trigger
    from vaarta.coding.view import View
    from vaarta.records import Claim

__all__ = ["Note", "Rule", "Trace", "note_coded", "note_others", "note_sides"]

Rule = Literal[
    "another reading", "another's host", "coded", "content", "duty", "fewer words", "future", "home visit",
    "infinitive", "marker", "merged", "mishap", "negated", "no content", "no name", "no sides", "no speaker",
    "not said", "one blow", "one's own", "own wish", "part of a noun", "refused", "scored", "series name", "sides",
    "unreal", "voters", "without",
]  # fmt: skip
"""What a decision is called. docs/explain.md and `vaarta explain` say what each means."""


@dataclass(frozen=True)
class Note:
    """One decision: its rule, and the trigger or the claim it was about; `other` is the claim that was kept instead.

    Of "sides", the arguments that were to be had, and those taken as actor and as recipient; of "scored", the features.
    """

    rule: Rule
    trigger: "Trigger | None" = None
    claim: str = ""
    other: str = ""
    arguments: "tuple[Argument, ...]" = ()
    taken: "tuple[Argument | None, ...]" = ()
    features: tuple[str, ...] = ()


Trace = Callable[[Note], None]


def note_coded(view: "View", trigger: "Trigger", claims: "Iterable[Claim]") -> None:
    """Tell which claims a trigger was coded as."""
    for claim in claims:
        view.note("coded", trigger, claim=claim.id)


def note_others(view: "View", readings: "Iterable[Trigger]", taken: "Trigger", claim: str) -> None:
    """Tell which readings of a verb were not taken, because one was."""
    for reading in readings:
        if reading != taken:
            view.note("another reading", reading, other=claim)


def note_sides(
    view: "View", trigger: "Trigger", arguments: "Iterable[Argument]", taken: "tuple[Argument | None, ...]"
) -> None:
    """Tell what arguments a trigger could have, and which it took as actor and as recipient."""
    if view.trace is not None:
        view.trace(Note("sides", trigger, arguments=tuple(arguments), taken=taken))
