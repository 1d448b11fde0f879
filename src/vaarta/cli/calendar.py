"""Engagements as a calendar: a month's heading, then a line for each, however many stories tell of it."""

from collections.abc import Iterable

from rich import box
from rich.table import Table
from rich.text import Text

from vaarta.cli.tables import STANDINGS, day_told, print_parts
from vaarta.countries import name_of
from vaarta.query import Answer
from vaarta.records import Engagement
from vaarta.store.rows import days_of

__all__ = ["calendar_table", "print_calendar"]

UNDATED = "no day said"


def print_calendar(answers: Iterable[Answer]) -> None:
    """Print engagements by month; an empty calendar says that it is."""
    told = [answer for answer in answers if isinstance(answer.claim, Engagement)]
    print_parts(
        calendar_table(told), *([] if told else [Text(" The record holds no engagement of this kind.", "italic")])
    )


def calendar_table(answers: Iterable[Answer]) -> Table:
    """A table of engagements in the order of the answers, under months; the same one told twice is one line.

    The same are those of one kind, parties, days, round, place and standing. What says no day stands at the end.
    """
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, header_style="bold")
    table.add_column("Day", no_wrap=True)
    table.add_column("What", no_wrap=True)
    table.add_column("Between, name, where, who and on what", overflow="fold")
    table.add_column("Told by", justify="right")
    lines: dict[tuple[object, ...], list[Answer]] = {}
    for answer in sorted(answers, key=lambda told: _month(told) == UNDATED):
        lines.setdefault(_sameness(answer), []).append(answer)
    month = ""
    for told in lines.values():
        if _month(told[0]) != month:
            month = _month(told[0])
            table.add_row(Text(month, "bold"), end_section=False)
        table.add_row(*_line(told))
    return table


def _month(answer: Answer) -> str:
    days = days_of(answer.claim)
    return days[0][:7] if days else UNDATED


def _sameness(answer: Answer) -> tuple[object, ...]:
    claim = answer.claim
    if not isinstance(claim, Engagement):
        return (claim.id,)
    days = days_of(claim) or (answer.story,)
    return (claim.kind, claim.parties, days, claim.round, claim.where and claim.where.country, claim.standing)


def _line(told: list[Answer]) -> tuple[Text, ...]:
    claims = [answer.claim for answer in told if isinstance(answer.claim, Engagement)]
    first = claims[0]
    standing = first.standing if first.standing in STANDINGS else ""
    what = first.kind if first.round is None else f"{first.kind} {first.round}"
    where = next((claim.where.text for claim in claims if claim.where), "")
    parts = (
        " – ".join(map(name_of, first.parties)),
        next((claim.name for claim in claims if claim.name), ""),
        f"@ {where}" if where else "",
        ", ".join(dict.fromkeys(head.text for claim in claims for head in claim.heads)),
        "; ".join(dict.fromkeys(topic for claim in claims for topic in claim.topics)),
    )
    between = Text(" · ".join(filter(None, parts)))
    if standing:
        between = Text.assemble((standing, STANDINGS[standing]), ": ", between)
    stories = len({answer.story for answer in told})
    return Text(day_told(told[0])), Text(what, "bold magenta"), between, Text(str(stories))
