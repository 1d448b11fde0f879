"""What statements lend to events: who "we" is inside them, and which events they perform."""

from collections.abc import Callable, Iterable

from msgspec.structs import replace

from vaarta.records import Event, Party, Statement

__all__ = ["link_performed", "speaking_in"]


def speaking_in(statements: Iterable[Statement]) -> Callable[[int], Party | None]:
    """A function from a character offset to who speaks there: the innermost statement's speaker, or None."""
    spans = sorted(((s.content.span, s.speaker) for s in statements), key=lambda pair: pair[0][1] - pair[0][0])

    def speaking(offset: int) -> Party | None:
        return next((speaker for (start, end), speaker in spans if start <= offset < end), None)

    return speaking


def link_performed(statements: Iterable[Statement], events: Iterable[Event]) -> tuple[Statement, ...]:
    """The statements, each with the ids of the events it performs: told in it, or by its cue, by its speaker."""
    told = list(events)
    return tuple(replace(s, performs=tuple(e.id for e in told if _performs(s, e))) for s in statements)


def _performs(statement: Statement, event: Event) -> bool:
    span = event.evidence.span
    by_cue = span[0] < statement.evidence.span[1] and statement.evidence.span[0] < span[1]
    inside = statement.content.span[0] <= span[0] and span[1] <= statement.content.span[1]
    speaker = (statement.speaker.country, statement.speaker.text)
    return by_cue or (inside and speaker in {(p.country, p.text) for p in event.actors})
