"""`vaarta times`: what a text says of days and hours, and why it is read so."""

from types import MappingProxyType
from typing import TYPE_CHECKING, Annotated

import msgspec
import typer

from vaarta.cli.output import emit, fail, wants_json
from vaarta.cli.phrase import Json, Lang, day_told, pack_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from vaarta.packs import Pack
    from vaarta.packs.times import Tense
    from vaarta.recognition.times import Reading

__all__ = ["Explained", "times"]

TENSES = ("past", "present", "future")
WHY = MappingProxyType(
    {
        "ago": "counted back from the day told, as exact as its unit",
        "agree": "two names of one day: the day on which both agree",
        "ahead": "a day to come, though told of in the past",
        "before": "up to the day before",
        "century": "a hundred years, counted as the decades are",
        "clock": "an hour or a part of the day, of no day that is named",
        "code": "a quarter or half by its number",
        "date": "a date; without a year, in the one that fits the tense or is near",
        "date-range": "first to last day of one month",
        "day": "counted from the day told; where it can look either way, by the tense, else both",
        "decade": "ten years",
        "feast": "a feast, a season or another calendar: its days are not looked up",
        "fiscal": "a fiscal year, April to March",
        "following": "from the day after",
        "inside": "the shorter within the longer",
        "lasting": "so many days from that day, the first counted",
        "lasts": "how long, not when",
        "lately": "so long, up to the day told",
        "later": "counted on from the day told, as exact as its unit",
        "loose": "vague, or counted from something else than the telling",
        "month": "a whole month; without a year, in the one that fits the tense",
        "monthday": "a day of this month, or of the one that fits the tense",
        "monthdays": "days of this month, or of the one that fits the tense",
        "months": "from one month to another",
        "nth": "one of the parts of the whole",
        "often": "how often, not when",
        "pair": "days or months that follow each other, as one span",
        "part": "the early, middle or late part",
        "plain": "a day; the hour or part of the day changes nothing",
        "range": "from the one to the other",
        "same": "two names of the same days; if they disagree, the date",
        "shift": "counted from the day that is named",
        "since": "from then on, with no end",
        "soon": "from the day told, so long, as it is to come",
        "span": "the last or next so many, counted from the day told",
        "unit": "the whole week, month or year, counted from the day told",
        "unit-of": "the week or month that the day is in",
        "until": "up to then, with no beginning",
        "weekday": "in the past the last one, else the next one; the day told counts",
        "within": "from the day told, so long",
        "year": "a whole year",
        "year-words": "a whole year, in words",
        "years": "years in a row; two that follow as 2022-23 are a fiscal year",
        "years-in-a-row": "two years in a row",
    }
)


class Explained(msgspec.Struct, frozen=True, kw_only=True):
    """One phrase: its place in the text, its days (both ends empty if it names none), its hour, and why."""

    start: int
    end: int
    said: str
    first: str
    last: str
    basis: str
    clock: str
    tense: str
    means: str
    why: str
    rule: str


def times(
    text: Annotated[str, typer.Argument(metavar="TEXT", help="What a story says, in Hindi or English.")],
    on: Annotated[
        str, typer.Option("--on", metavar="DAY", help="The day the story was told; without it only years count.")
    ] = "",
    lang: Lang = "",
    tense: Annotated[
        str, typer.Option("--tense", help="past, present or future; read off the verbs, if not given.")
    ] = "",
    json: Json = False,
) -> None:
    """Say what days and hours a text tells, and why: first and last day of each phrase, the hour, the tense.

    Phrases of time that name no day are told too, with the reason; JSON Lines add the pattern. Exit code 2: wrong
    usage.
    """
    from vaarta.recognition.times import read_times
    from vaarta.text import nfc

    if tense and tense not in TENSES:
        fail(f"{tense!r} is no tense; give {', '.join(TENSES)}")
    text = nfc(text)
    pack = pack_of(text, lang)
    lean = _tense_of(text, tense, pack)
    readings = read_times(text, told=day_told(on), pack=pack.times, tense=lean)
    found = [_explained(text, one, lean(one.start)) for one in readings]
    if wants_json(json):
        for one in found:
            emit(one)
    else:
        _print_table(found)


def _tense_of(text: str, said: str, pack: "Pack") -> "Callable[[int], Tense]":
    """The tense at each place: the one said, else that of the verbs if there is a pipeline to find them."""
    from vaarta.errors import ModelError

    if said:
        return lambda _: said  # type: ignore[return-value]
    from vaarta.analysis import load
    from vaarta.recognition.tenses import clause_tense

    try:
        doc = load(pack.lang)(text)
    except ModelError:
        return lambda _: ""
    return lambda offset: clause_tense(doc, offset, pack.times.tenses)


def _explained(text: str, one: "Reading", tense: str) -> Explained:
    return Explained(
        start=one.start,
        end=one.end,
        said=text[one.start : one.end],
        first=one.when.first if one.when else "",
        last=one.when.last if one.when else "",
        basis=one.when.basis if one.when else "",
        clock=one.clock,
        tense=tense,
        means=one.means,
        why=WHY[one.means],
        rule=one.rule,
    )


def _print_table(found: list[Explained]) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table("said", "first", "last", "hour", "tense", "why")
    for one in found:
        table.add_row(Text(one.said), *_ends(one), one.clock, one.tense, Text(one.why))
    Console().print(table)


def _ends(one: Explained) -> tuple[str, str]:
    """First and last day as a person reads them: an end that is open or not known says so."""
    if not one.basis:
        return "–", "–"
    open_end = "open" if one.first or one.last else "?"
    return one.first or open_end, one.last or open_end
