"""The options of a question, the same for every command that asks the record for something."""

import inspect
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from vaarta.cli.output import fail
from vaarta.days import first_day, last_day

if TYPE_CHECKING:
    from vaarta.query import Question

__all__ = ["asking"]

WHO = "a country's code or name in Hindi or English, or a person's or body's name"
QUADS = ("verbal cooperation", "material cooperation", "verbal conflict", "material conflict")


def asking(command: Callable[..., None]) -> Callable[..., None]:
    """The command with a question's options beside its own; it is given, as `question`, what they ask for."""
    own = [parameter for name, parameter in inspect.signature(command).parameters.items() if name != "question"]
    asked = list(inspect.signature(_question).parameters.values())

    def with_question(**given: Any) -> None:
        question = _question(**{parameter.name: given.pop(parameter.name) for parameter in asked})
        command(**given, question=question)

    with_question.__name__, with_question.__doc__ = command.__name__, command.__doc__
    # Arguments in their order, then options; typer wants no default before none.
    first, rest = own[:1], own[1:]
    keyword = inspect.Parameter.KEYWORD_ONLY
    parameters = [parameter.replace(kind=keyword) for parameter in (*first, *asked, *rest)]
    with_question.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    with_question.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
    return with_question


def _day(meaning: Callable[[str], str]) -> Callable[[str], str]:
    def parse(text: str) -> str:
        try:
            return meaning(text) if text else ""
        except ValueError as no_day:
            raise typer.BadParameter(str(no_day)) from no_day

    return parse


def _question(  # noqa: PLR0913, PLR0917 - one parameter for each thing that can be asked for
    words: Annotated[
        list[str] | None, typer.Argument(metavar="[WORDS…]", help="Words of the sentence or headline, in any spelling.")
    ] = None,
    actor: Annotated[str, typer.Option(metavar="WHO", help=f"Who acts or speaks: {WHO}.")] = "",
    to: Annotated[str, typer.Option(metavar="WHO", help="Who is acted upon or spoken to.")] = "",
    between: Annotated[
        tuple[str, str] | None, typer.Option(metavar="WHO WHO", help="Two sides, in whatever role.")
    ] = None,
    speaker: Annotated[str, typer.Option(metavar="WHO", help="Who makes the statement.")] = "",
    office: Annotated[str, typer.Option(metavar="WORDS", help='Words of an office: "foreign minister".')] = "",
    country: Annotated[str, typer.Option(metavar="WHO", help="A country that is a side, or has the place.")] = "",
    place: Annotated[str, typer.Option(metavar="WHERE", help="Where: words of a place's name, or a country.")] = "",
    type_: Annotated[
        str, typer.Option("--type", metavar="TYPE", help="PLOVER type, or type and mode: CONSULT, CONSULT/visit.")
    ] = "",
    quad: Annotated[
        str, typer.Option(metavar="CLASS", help="1 verbal, 2 material cooperation; 3 verbal, 4 material conflict.")
    ] = "",
    kind: Annotated[
        str, typer.Option(metavar="KIND", help="event, statement, engagement, tenure; or visit, meeting, summit …")
    ] = "",
    standing: Annotated[
        Literal["happened", "planned", "denied", "possible"] | None, typer.Option(help="How it stands.")
    ] = None,
    since: Annotated[
        str, typer.Option(metavar="DAY", callback=_day(first_day), help="From this day, month or year on.")
    ] = "",
    until: Annotated[
        str, typer.Option(metavar="DAY", callback=_day(last_day), help="Up to this day, month or year.")
    ] = "",
    series: Annotated[
        str, typer.Option(metavar="NAME", help="Engagements of a series: words of its name, in any order and spelling.")
    ] = "",
    upcoming: Annotated[
        bool, typer.Option("--upcoming", help="Only what is planned for today (or --since) or later, the next first.")
    ] = False,
    publisher: Annotated[str, typer.Option(metavar="NAME", help="Only what this publisher tells.")] = "",
    min_score: Annotated[float, typer.Option(min=0, max=1, help="Only what coding is at least so sure of.")] = 0.0,
    lang: Annotated[str, typer.Option(metavar="LANG", help="Only what is told in this language: hi, en.")] = "",
    limit: Annotated[int | None, typer.Option(min=1, help="No more than this many, the latest first.")] = None,
) -> "Question":
    from vaarta.countries import code_of, who_is
    from vaarta.query import Question

    return Question(
        actor=who_is(actor),
        recipient=who_is(to),
        dyad=(who_is(between[0]), who_is(between[1])) if between else None,
        speaker=who_is(speaker),
        office=office,
        country=_code(country, code_of),
        place=_where(place, code_of),
        type=type_,
        quad=_quad(quad),
        kind=kind,
        standing=standing,
        since=since,
        until=until,
        series=series,
        upcoming=(since or date.today().isoformat()) if upcoming else "",  # noqa: DTZ011 - the asker's own day
        publisher=publisher,
        score=min_score,
        lang=lang,
        words=" ".join(words or ()),
        earliest=upcoming,
        limit=limit,
    )


def _code(country: str, code_of: Callable[[str], str]) -> str:
    code = code_of(country) if country else ""
    if country and not code:
        fail(f"{country!r} is no country; write its code or name")
    return code


def _where(place: str, code_of: Callable[[str], str]) -> str:
    """The code of a country named by its code or name, else the words: a capital's name is a place, not the state."""
    from vaarta.countries import name_of

    code = code_of(place) if place else ""
    stands_for = code and place.casefold() in (code.casefold(), name_of(code).casefold())
    return code if stands_for else place


def _quad(quad: str) -> str:
    if not quad:
        return ""
    if quad.isdecimal() and 1 <= int(quad) <= len(QUADS):
        return QUADS[int(quad) - 1]
    if quad.casefold() not in QUADS:
        fail(f"{quad!r} is no class of events; there are {', '.join(f'{n} {name}' for n, name in enumerate(QUADS, 1))}")
    return quad.casefold()
