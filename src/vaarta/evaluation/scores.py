"""Claims × gold → scores: the figures, and every miss and extra behind them."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Literal

import msgspec

from vaarta.evaluation.gold import CodedEvent, CodedStory, GoldEvent, GoldStory, Side
from vaarta.evaluation.matching import (
    LEVELS,
    Matched,
    engagement_fits,
    event_fits,
    match,
    sentence_at,
    statement_fits,
    statement_span,
)

__all__ = ["Accuracy", "Count", "Difference", "Scores", "score"]

What = Literal["event", "statement", "engagement"]


class Count(msgspec.Struct, frozen=True):
    """How many were right, missed and spurious, and the usual figures of them."""

    right: int = 0
    missed: int = 0
    spurious: int = 0

    @property
    def precision(self) -> float:
        """The share of what was coded that is in gold; 0.0 if nothing was."""
        return self.right / max(1, self.right + self.spurious)

    @property
    def recall(self) -> float:
        """The share of gold that was coded; 0.0 if there is none."""
        return self.right / max(1, self.right + self.missed)

    @property
    def f1(self) -> float:
        """The harmonic mean of the two."""
        return 2 * self.precision * self.recall / max(1e-9, self.precision + self.recall)

    def __add__(self, other: "Count") -> "Count":
        return Count(self.right + other.right, self.missed + other.missed, self.spurious + other.spurious)


class Accuracy(msgspec.Struct, frozen=True):
    """How many of those that could be right were."""

    right: int
    of: int

    @property
    def share(self) -> float:
        """Right by all; 0.0 if there were none."""
        return self.right / max(1, self.of)


class Difference(msgspec.Struct, frozen=True, kw_only=True):
    """One miss or extra, to be read: what it is, in which sentence, and what was coded (or is gold) there instead."""

    kind: Literal["missed", "spurious"]
    what: What
    type: str
    label: str
    story: str
    s: int
    sentence: str
    trigger: str
    instead: tuple[str, ...] = ()


class Scores(msgspec.Struct, frozen=True, kw_only=True):
    """All figures of a gold file. `accuracy` is over events matched at the level of countries.

    So are `contexts`, where gold tells any: each context of an event counts by itself.
    """

    stories: int
    not_coded: int
    events: dict[str, Count]
    types: dict[str, Count]
    accuracy: dict[str, Accuracy]
    contexts: Count
    statements: Count
    engagements: Count
    differences: tuple[Difference, ...]


def score(golds: Sequence[GoldStory], coded: Mapping[str, CodedStory]) -> Scores:
    """The figures of what was coded, story by story, against gold. A story that was not coded has all missed."""
    events, types, statements, engagements = (Counter[Any]() for _ in range(4))
    checks: dict[str, list[bool]] = {}
    contexts = Count()
    differences: list[Difference] = []
    for gold in golds:
        found = _found(gold, coded)
        for level in LEVELS:
            matched = match(gold.events, found.events, event_fits(gold, level))
            events.update(_tally(matched, level))
            if level == "countries":
                types.update(_by_type(matched))
                _check(matched, checks)
                contexts += _contexts(matched)
                differences += _event_differences(gold, found, matched)
        said = match(gold.statements, found.statements, statement_fits(gold))
        met = match(gold.engagements, found.engagements, engagement_fits)
        statements.update(_tally(said, "all"))
        engagements.update(_tally(met, "all"))
        differences += [*_statement_differences(gold, said), *_engagement_differences(gold, met)]
    named = {event.type for gold in golds for event in gold.events}
    named |= {event.type for gold in golds for event in _found(gold, coded).events}
    return Scores(
        stories=len(golds),
        not_coded=sum(1 for gold in golds if gold.id not in coded),
        events={level: _count(events, level) for level in LEVELS},
        types={name: _count(types, name) for name in sorted(named)},
        accuracy={name: Accuracy(sum(right), len(right)) for name, right in checks.items()},
        contexts=contexts,
        statements=_count(statements, "all"),
        engagements=_count(engagements, "all"),
        differences=tuple(differences),
    )


def _found(gold: GoldStory, coded: Mapping[str, CodedStory]) -> CodedStory:
    return coded.get(gold.id, CodedStory(id=gold.id))


def _tally(matched: Matched[Any, Any], name: str) -> dict[tuple[str, str], int]:
    return {
        (name, "right"): sum(1 for gold, _ in matched.pairs if not gold.optional),
        (name, "missed"): len(matched.missed),
        (name, "spurious"): len(matched.spurious),
    }


def _by_type(matched: Matched[GoldEvent, CodedEvent]) -> Iterator[tuple[str, str]]:
    yield from ((gold.type, "right") for gold, _ in matched.pairs if not gold.optional)
    yield from ((gold.type, "missed") for gold in matched.missed)
    yield from ((coded.type, "spurious") for coded in matched.spurious)


def _count(counter: Mapping[tuple[str, str], int], name: str) -> Count:
    return Count(*(counter.get((name, what), 0) for what in ("right", "missed", "spurious")))


def _check(matched: Matched[GoldEvent, CodedEvent], checks: dict[str, list[bool]]) -> None:
    """Note of each pair whether its days, country and standing are right, where gold says them."""
    for gold, coded in matched.pairs:
        if gold.when and gold.when.first:
            days = (coded.when.first, coded.when.last) if coded.when else (None, None)
            checks.setdefault("when", []).append(days == (gold.when.first, gold.when.last))
        if gold.where and gold.where.country:
            country = coded.where.country if coded.where else None
            checks.setdefault("where (country)", []).append(country == gold.where.country)
        checks.setdefault("standing", []).append(coded.standing == gold.standing)


def _contexts(matched: Matched[GoldEvent, CodedEvent]) -> Count:
    """The contexts of the pairs, each context of each event by itself, where gold tells any."""
    told = [({*gold.contexts}, {*coded.contexts}) for gold, coded in matched.pairs if gold.contexts]
    return Count(*(sum(map(len, part)) for part in zip(*((g & c, g - c, c - g) for g, c in told), strict=True)))


def _event_differences(
    gold: GoldStory, found: CodedStory, matched: Matched[GoldEvent, CodedEvent]
) -> Iterator[Difference]:
    at = [(sentence_at(gold.sentences, coded.start), coded) for coded in found.events]
    for event in matched.missed:
        there = tuple(_event_label(coded) for s, coded in at if s in {event.s, *event.again})
        yield _difference("missed", "event", gold, (event.s, event.type, _event_label(event), event.trigger), there)
    for coded in matched.spurious:
        s = sentence_at(gold.sentences, coded.start)
        trigger = coded.trigger or gold.text[coded.start : coded.end or coded.start]
        there = tuple(_event_label(event) for event in gold.events if s in {event.s, *event.again})
        yield _difference("spurious", "event", gold, (s, coded.type, _event_label(coded), trigger), there)


def _statement_differences(gold: GoldStory, matched: Matched[Any, Any]) -> Iterator[Difference]:
    for said in matched.missed:
        start, end = statement_span(gold, said)
        about = (said.s, "", f"{_side(said.speaker)}: {gold.text[start:end]}", said.cue)
        yield _difference("missed", "statement", gold, about)
    for said in matched.spurious:
        s = sentence_at(gold.sentences, said.start)
        about = (s, "", f"{_side(said.speaker)}: {gold.text[said.start : said.end]}", said.cue)
        yield _difference("spurious", "statement", gold, about)


def _engagement_differences(gold: GoldStory, matched: Matched[Any, Any]) -> Iterator[Difference]:
    for met in matched.missed:
        about = (met.s, met.kind, ", ".join(met.parties), met.trigger)
        yield _difference("missed", "engagement", gold, about)
    for met in matched.spurious:
        s = sentence_at(gold.sentences, met.start or 0)
        yield _difference("spurious", "engagement", gold, (s, met.kind, ", ".join(met.parties), met.trigger))


def _difference(
    kind: Literal["missed", "spurious"],
    what: What,
    gold: GoldStory,
    about: tuple[int, str, str, str | None],
    instead: tuple[str, ...] = (),
) -> Difference:
    s, type_, label, trigger = about
    start, end = gold.sentences[s]
    return Difference(
        kind=kind,
        what=what,
        type=type_,
        label=label,
        story=gold.id,
        s=s,
        sentence=gold.text[start:end],
        trigger=trigger or "",
        instead=instead,
    )


def _event_label(event: GoldEvent | CodedEvent) -> str:
    mode = f"/{event.mode}" if event.mode else ""
    return f"{event.type}{mode} {_sides(event.actors)} → {_sides(event.recipients)}"


def _sides(sides: Iterable[Side]) -> str:
    return "; ".join(_side(side) for side in sides) or "–"


def _side(side: Side) -> str:
    codes = " ".join(filter(None, (side.country, side.sector))) or "?"
    return f"{side.text} [{codes}]" if side.text else f"[{codes}]"
