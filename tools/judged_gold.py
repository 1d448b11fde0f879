"""The events of a story whose candidates were judged one by one (gold/candidates), in the shape of gold."""

from collections.abc import Iterator
from typing import Any

__all__ = ["as_gold"]

Record = dict[str, Any]


def as_gold(record: Record, text: str) -> Record:
    """The record with its `events`: what was judged right, in truth another event, or missed; as it is if it has them.

    The sentences of candidates judged to tell an event again are its `again`.
    """
    if "judged" not in record:
        return record
    lines = {line["n"]: line for line in record["judged"]}
    events = {n: _event(line, text) for n, line in lines.items() if line["verdict"] in {"right", "event"}}
    for line in record["judged"]:
        first = _first(lines, line)
        if first in events and line["s"] != events[first]["s"]:
            events[first]["again"].append(line["s"])
    missed = [_event({**line, "verdict": "right"}, text) for line in record["missed"]]
    rest = {key: value for key, value in record.items() if key not in {"judged", "missed"}}
    return {**rest, "events": [*events.values(), *missed]}


def _event(line: Record, text: str) -> Record:
    told = line if line["verdict"] == "right" else line["event"]
    actors, recipients = (list(_parties(side)) for side in told["sides"])
    start, end = line["span"]
    found = {"s": line["s"], "type": told["type"], "trigger": text[start:end], "again": []}
    return {**found, "actors": actors, "recipients": recipients}


def _parties(countries: list[str]) -> Iterator[Record]:
    for country in countries:
        yield {"country": country}


def _first(lines: dict[int, Record], line: Record) -> int:
    """The line that tells first what this one tells again: its own number if it tells it itself."""
    seen: set[int] = set()
    while line["verdict"] == "again" and line["n"] not in seen:
        seen.add(line["n"])
        line = lines.get(line["of"], line)
    return int(line["n"])
