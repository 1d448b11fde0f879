"""The record as tables for people: what, who to whom, when and where, and under it the sentence that says so."""

import io
import sys
from collections.abc import Iterable, Iterator, Sequence

import typer
from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from vaarta.countries import legend, name_of
from vaarta.query import Answer, tell
from vaarta.records import Claims, Engagement, Event, Party, Statement, Story, Tenure
from vaarta.store import AnyClaim
from vaarta.store.rows import days_of, party_rows, stretch

__all__ = ["STANDINGS", "answers_table", "claim_line", "day_told", "print_answers", "print_parts", "print_story"]

PIPE_WIDTH = 110  # columns of a table that does not go to a terminal
HEADLINE = 70
QUOTES = '“”"«»'
STYLES = {Event: "bold", Statement: "cyan", Engagement: "bold magenta", Tenure: "blue"}
STANDINGS = {"planned": "green", "denied": "red", "possible": "yellow"}


def print_answers(answers: Sequence[Answer]) -> None:
    """Print answers as a table, in their order, with what its codes stand for; an empty one says that it is."""
    if not answers:
        print_parts(answers_table(()), Text(" The record holds no answer to this.", "italic"))
        return
    stories = len({answer.story for answer in answers})
    found = f" {_count(len(answers), 'claim')} in {_count(stories, 'story', 'stories')}."
    codes = legend(party.country for answer in answers for party in party_rows(answer.claim))
    notes = (found, " A day in brackets is that of publication: the sentence says none.", f" {codes}")
    print_parts(answers_table(answers), *(Text(note, "dim") for note in notes if note.strip()))


def claim_line(answer: Answer) -> Text:
    """One claim on one line: its day, what it is, who and whom, where, and how sure coding is."""
    line = Text(f"{day_told(answer)}  ")
    line.append_text(_what(answer.claim)).append("  ").append_text(_who(answer.claim))
    return line.append(f"  (score {answer.claim.score:.2f}, {answer.claim.by})", "dim")


def print_story(story: Story, claims: Claims) -> None:
    """Print a story's headline and what it claims."""
    told = " · ".join(filter(None, (story.publisher or story.site, story.published, story.url)))
    answers = sorted(tell(story, claims), key=lambda answer: (stretch(answer.claim), answer.claim.evidence.span))
    table = answers_table(answers, sources=False) if answers else Text(" No claims.\n", "italic")
    print_parts(Text(f" {story.headline or story.id}", "bold"), Text(f" {told}", "dim"), table)


def answers_table(answers: Iterable[Answer], *, sources: bool = True) -> Table:
    """A table of answers in their order, but that all of one sentence are told together, above it."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, header_style="bold")
    table.add_column("Day", no_wrap=True)
    table.add_column("What", min_width=16)
    table.add_column("Who → whom, where, and the sentence that says so", overflow="fold")
    groups: dict[tuple[str, str], list[Answer]] = {}
    for answer in answers:
        groups.setdefault((answer.story, answer.sentence), []).append(answer)
    before = ""
    for (story, _), told in groups.items():
        for row in _rows(told, source=sources and story != before):
            table.add_row(*row)
        before = story
    return table


def _rows(told: Sequence[Answer], *, source: bool) -> Iterator[tuple[Text, ...]]:
    """What one sentence tells, the sentence itself, and (if `source`) where it stands; then a blank line."""
    before = ""
    for answer in told:
        day = day_told(answer)
        yield Text(day if day != before else ""), _what(answer.claim), _who(answer.claim)
        before = day
    yield Text(), Text(), _sentence(told)
    if source:
        yield Text(), Text(), _source(told[0])
    yield (Text(),) * 3


def day_told(answer: Answer) -> str:
    """A day, two ends of which the second says only what differs, or the day of publication in brackets."""
    days, when = days_of(answer.claim), answer.claim.when
    if days is None or when is None:
        return f"({answer.published[:10] or 'no day'})"
    if not when.first or not when.last:
        return f"by {when.last}" if when.last else f"from {when.first}"
    first, last = days
    if first == last:
        return first
    shared = next((length for length in (8, 5) if first[:length] == last[:length]), 0)
    return f"{first}…{last[shared:]}"


def _what(claim: AnyClaim) -> Text:
    if isinstance(claim, Event):
        words = f"{claim.type} {claim.mode}"
    elif isinstance(claim, Statement):
        words = "says"
    elif isinstance(claim, Engagement):
        words = claim.kind if claim.round is None else f"{claim.kind} {claim.round}"
    else:
        words = "office"
    return Text(words.strip(), style=STYLES[type(claim)])


def _who(claim: AnyClaim) -> Text:
    text = Text(" · ".join(filter(None, _parts(claim))))
    if claim.standing in STANDINGS:
        text = Text.assemble((claim.standing, STANDINGS[claim.standing]), ": ", text)
    return text


def _parts(claim: AnyClaim) -> Iterator[str]:
    if isinstance(claim, Event):
        yield _sides(claim.actors, claim.recipients)
    elif isinstance(claim, Statement):
        yield _sides((claim.speaker,), (claim.addressee,) if claim.addressee else ())
        yield claim.venue
    elif isinstance(claim, Engagement):
        yield " – ".join(map(name_of, claim.parties))
        yield claim.name
        yield ", ".join(head.text for head in claim.heads)
        yield "; ".join(claim.topics)
    else:
        yield ", ".join(filter(None, (claim.holder, claim.office))) + _code(claim.of)
        yield ", ".join(claim.heads)
        yield f"after {claim.ranks_after}" if claim.ranks_after else ""
    if claim.where:
        yield f"@ {claim.where.text}" + _code(claim.where.country)


def _sides(actors: Sequence[Party], recipients: Sequence[Party]) -> str:
    left = ", ".join(map(_party, actors)) or "…"
    return f"{left} → {', '.join(map(_party, recipients))}" if recipients else left


def _party(party: Party) -> str:
    return f"{party.text}{_code(party.country)}"


def _code(country: str) -> str:
    return f" ({country})" if country else ""


def _sentence(told: Sequence[Answer]) -> Text:
    """The sentence, the words that tell each claim marked in it."""
    sentence = told[0].sentence.rstrip().replace("\n", " ")
    left, right = ("", "") if any(mark in sentence for mark in QUOTES) else ("“", "”")
    text = Text(left + sentence + right, style="italic")
    for answer in told:
        start = stretch(answer.claim)[0] - len(left)
        first, last = answer.claim.evidence.span
        text.stylize(f"not italic {STYLES[type(answer.claim)]}", max(0, first - start), max(0, last - start))
    return text


def _source(answer: Answer) -> Text:
    headline = answer.headline if len(answer.headline) <= HEADLINE else answer.headline[: HEADLINE - 1].rstrip() + "…"
    where = (headline or answer.story, answer.publisher, answer.published[:10], answer.url)
    return Text("— " + " · ".join(filter(None, where)), style="dim")


def _count(number: int, one: str, many: str = "") -> str:
    return f"{number} {one if number == 1 else many or one + 's'}"


def print_parts(*parts: Table | Text) -> None:
    """Print to a terminal as wide as it is, or to a pipe without the blanks that fill up lines."""
    if sys.stdout.isatty():
        Console().print(*parts, sep="\n")
        return
    console = Console(width=PIPE_WIDTH, file=io.StringIO(), color_system=None)
    with console.capture() as captured:
        console.print(*parts, sep="\n")
    for line in captured.get().splitlines():
        typer.echo(line.rstrip())
