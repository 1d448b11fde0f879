"""How likely each event is right, by a small model learnt from annotated stories: docs/scores.md."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files
from math import exp

import msgspec
from msgspec.structs import replace

from vaarta.coding.features import features_of
from vaarta.coding.tracing import Note
from vaarta.coding.triggers import Trigger
from vaarta.coding.view import View
from vaarta.errors import ModelError
from vaarta.records import Claims, Engagement, Event, Statement

__all__ = ["Weights", "as_likely", "load_weights", "scored", "surest"]

DIGITS = 3  # of a score: more would promise what a few hundred annotated events cannot keep


class Weights(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A logistic regression written out: what each feature adds to the log-odds that an event is right."""

    intercept: float
    weights: dict[str, float]

    def probability(self, features: Iterable[str]) -> float:
        """How likely an event with these features is right: type, and the countries of both sides. 0.0 … 1.0."""
        odds = self.intercept + sum(self.weights.get(name, 0.0) for name in features)
        return 1 / (1 + exp(-odds))


@cache
def load_weights() -> Weights:
    """The model that ships with Vaarta, read once. Raises ModelError if its file is missing or malformed."""
    path = files("vaarta") / "models/scores/weights.json"
    try:
        return msgspec.json.decode(path.read_bytes(), type=Weights)
    except (OSError, msgspec.MsgspecError) as broken:
        raise ModelError(f"{path}: {broken}; python tools/train_scores.py makes it anew") from broken


def scored(
    view: View, events: Sequence[Event], triggers: Mapping[str, Trigger], statements: Iterable[Statement]
) -> tuple[Event, ...]:
    """The events, each with how likely it is right as its score. Arguments as of `features_of`."""
    model = load_weights()
    features = features_of(view, events, triggers, statements)
    if view.trace is not None:
        for event, names in zip(events, features, strict=True):
            view.trace(Note("scored", claim=event.id, features=names))
    return tuple(
        replace(event, score=round(model.probability(names), DIGITS))
        for event, names in zip(events, features, strict=True)
    )


def as_likely(engagements: Iterable[Engagement], events: Iterable[Event]) -> tuple[Engagement, ...]:
    """The engagements, each as likely as the event that the same words tell, if there is one."""
    likely = {event.evidence.span: event.score for event in events}
    return tuple(replace(e, score=likely.get(e.evidence.span, e.score)) for e in engagements)


def surest(claims: Claims, least: float) -> Claims:
    """The claims without events that score less, and without the engagements and acts that were coded of those alone.

    Statements, tenures and engagements told in words of their own stay: the model knows nothing of them.
    """
    unsure = [event for event in claims.events if event.score < least]
    ids = {event.id for event in unsure}
    told = {(event.by, event.evidence.span) for event in unsure}
    return replace(
        claims,
        events=tuple(event for event in claims.events if event.id not in ids),
        engagements=tuple(e for e in claims.engagements if (e.by, e.evidence.span) not in told or _of_its_own(e.by)),
        statements=tuple(
            replace(said, performs=tuple(act for act in said.performs if act not in ids)) for said in claims.statements
        ),
    )


def _of_its_own(by: str) -> bool:
    """Whether an engagement was coded of words for contacts, not of an event."""
    return "/engagements#" in by
