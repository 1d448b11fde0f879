"""What a visit lends to the meetings in it: a meeting without place or days of its own has its visit's."""

from collections.abc import Iterable

from msgspec.structs import replace

from vaarta.records import Event

__all__ = ["framed"]

CONTACTS = {"AGREE", "CONSULT"}


def framed(events: Iterable[Event]) -> tuple[Event, ...]:
    """The events; talks between the sides of a visit told in the story have its place, and its days if planned."""
    told = list(events)
    visits = [e for e in told if e.type in CONTACTS and len(e.recipients) == 1 and e.where and _of_visit(e)]
    return tuple(_in_visit(event, visits) for event in told)


def _of_visit(event: Event) -> bool:
    return event.mode == "visit" or (event.where is not None and event.where.country == event.recipients[0].country)


def _sides(event: Event) -> frozenset[str]:
    return frozenset(p.country for p in (*event.actors, *event.recipients))


def _in_visit(event: Event, visits: list[Event]) -> Event:
    """The event with the setting of the one visit between its sides, where it tells none."""
    if event.type not in CONTACTS or event.mode == "visit" or (event.when and event.where):
        return event
    if event.type == "AGREE" and event.standing != "planned":  # agreed, invited, wished: no contact
        return event
    frames = [v for v in visits if _sides(v) == _sides(event)]
    frame = next((v for v in frames if v.evidence.span < event.evidence.span), None)
    if frame is None:
        frame = _made_known_later(event, frames)
    if frame is None:
        return event
    when = frame.when if event.standing == "planned" == frame.standing else None
    return replace(event, where=event.where or frame.where, when=event.when or when)


def _made_known_later(event: Event, frames: list[Event]) -> Event | None:
    """The only visit between the sides, told after the meeting: "met the king … is there on a four-day visit"."""
    if len(frames) != 1 or event.type != "CONSULT" or event.mode or frames[0].mode != "visit":
        return None
    return frames[0] if frames[0].standing == event.standing == "happened" else None
