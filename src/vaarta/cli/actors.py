"""`vaarta actors`: who is named in a phrase, and why: the entries, the composition, the office held on that day."""

from collections.abc import Iterator
from types import MappingProxyType
from typing import TYPE_CHECKING, Annotated

import msgspec
import typer

from vaarta.cli.output import complain, emit, fail, wants_json
from vaarta.cli.phrase import Json, Lang, day_told, pack_of

if TYPE_CHECKING:
    from vaarta.ontology import ActorEntry
    from vaarta.recognition.explaining import Explained, Step

__all__ = ["Part", "ToldActor", "actors"]

COUNTRY = MappingProxyType(
    {
        "": "nothing says whose it is",
        "about": "the one country that the text is about",
        "abroad": "the foreign country named most: the list of people has no such holder at home",
        "adjective": "an adjective or people of it in the phrase",
        "body": "the body that the office belongs to, as named before",
        "capital": "its capital stands for its government",
        "counterpart": "the other side: no party of its own",
        "country": "its name in the phrase",
        "default": "the country that such an office means unless another is named",
        "group": "the group's own country",
        "leader": "that of the person who leads it",
        "list": "that of the official named before in the list",
        "name": "that of the same person, named before",
        "office": "such an office exists in one country only, or was named before with its country",
        "organisation": "an organisation of no one state",
        "owner": "that of the person or pronoun before it",
        "party": "the party's own country",
        "person": "whom the person served",
        "place": "a place in it, or the place named before",
        "seat": "its seat of power stands for its government",
        "sector": "that of the same service, named before",
        "story": "no country is said: the readers' own, or the text's only one",
        "unknown owner": "what it belongs to is in no list",
    }
)
KINDS = MappingProxyType(
    {
        "adjective": "adjective or people of",
        "capital": "capital of",
        "country": "name of",
        "place": "place in",
        "seat": "seat of power of",
    }
)
GIVING = ("head", "person", "nation")  # which part gives the sector, if several could
UNLISTED = "in no list: placed by the words beside it"


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """A part of a phrase, the entry that accounts for it ("" if none does), and what that entry says."""

    words: str
    kind: str
    entry: str
    is_: str = msgspec.field(name="is")


class ToldActor(msgspec.Struct, frozen=True, kw_only=True):
    """One party of a phrase: where it stands, what it is, its parts, and what gave the country and the sector."""

    start: int
    end: int
    said: str
    country: str
    sector: str
    actor_id: str
    name: str
    office: str
    why: str
    country_because: str
    sector_because: str
    weak: bool
    parts: tuple[Part, ...]


def actors(
    text: Annotated[str, typer.Argument(metavar="TEXT", help="A phrase or sentence, in Hindi or English.")],
    on: Annotated[
        str, typer.Option("--on", metavar="DAY", help="The day: who held which office then; else the last known.")
    ] = "",
    lang: Lang = "",
    json: Json = False,
) -> None:
    """Say who is named in a text: country, sector, office, person, and why: which entry, composition, day of office.

    Exit code 2: wrong usage, as a day that is none, or a language there is no pack for.
    """
    from vaarta.analysis import load as load_pipeline
    from vaarta.recognition.explaining import explain
    from vaarta.records import Story
    from vaarta.text import is_word, nfc

    text, told = nfc(text), day_told(on)
    day = told.isoformat() if told else ""
    if not is_word(text):
        fail("there is no word in the text; give a phrase, as in: vaarta actors 'the Chinese foreign ministry'")
    pack = pack_of(text, lang)
    story = Story(id="", lang=pack.lang, text=text, published=day)
    found = [_told(one, day) for one in explain(load_pipeline(pack.lang)(text), story=story, pack=pack)]
    if wants_json(json):
        for one in found:
            emit(one)
    elif found:
        _print(found)
    else:
        complain("no actor is recognised in the text")


def _told(one: "Explained", day: str) -> ToldActor:
    return ToldActor(
        start=one.span[0],
        end=one.span[1],
        said=one.text,
        country=one.country,
        sector=one.sector,
        actor_id=one.actor_id,
        name=one.name,
        office=one.office,
        why=one.why,
        country_because=COUNTRY.get(one.why, one.why),
        sector_because=_sector_because(one),
        weak=one.weak,
        parts=tuple(_parts(one, day)),
    )


def _sector_because(one: "Explained") -> str:
    if not one.sector:
        return "an organisation of no state has none" if one.country in ("IGO", "NGO", "MNC") else "nothing says it"
    for does in GIVING:
        words = [step.words for step in one.steps if step.does == does and step.sector == one.sector]
        if words:
            return f"that of “{words[-1]}”"
    return "by a word before it, or as named before"


def _parts(one: "Explained", day: str) -> Iterator[Part]:
    for step in one.steps:
        yield Part(words=step.words, kind=step.kind, entry=step.id, is_=_is(step, day))
    if one.name and not any(step.does == "person" for step in one.steps):
        yield Part(words=one.name, kind="person", entry="", is_=UNLISTED)


def _is(step: "Step", day: str) -> str:
    if step.kind in KINDS:
        return f"{KINDS[step.kind]} {_name(step.id) or 'no one'}"
    if step.kind == "office":
        return _office(step.id)
    if step.kind == "person":
        return _person(step, day)
    return f"{step.kind} {_name(step.id)}{_spell(step, day)}" if step.id else f"a word for a {step.kind}"


def _name(key: str) -> str:
    actor = _actor(key)
    return actor.name if actor else key


def _actor(key: str) -> "ActorEntry | None":
    from vaarta.ontology import load_ontology
    from vaarta.ontology.holders import load_holders

    holder = load_holders().get(key)
    return holder.actor if holder else load_ontology().actors.get(key)


def _office(key: str) -> str:
    """An office: its role, rank and place in the line of offices."""
    from vaarta.ontology import load_ontology

    fact = load_ontology().offices[key]
    line = (("of", fact.of), ("reports to", fact.reports_to), ("ranks after", fact.ranks_after))
    told = (f"{words} {other.replace('-', ' ')}" for words, other in line if other)
    return ", ".join((f"{key.replace('-', ' ')}: {fact.role} of rank {fact.rank}", *told))


def _person(step: "Step", day: str) -> str:
    office = step.office.replace("-", " ") or "former official"
    return f"{_name(step.id)}, {office}{_spell(step, day)}"


def _spell(step: "Step", day: str) -> str:
    """The days of an office or of a spell in government, and whether the day asked for is among them."""
    if not (step.first or step.last):
        return _seen(step)
    held = (not step.first or step.first <= day) and (not step.last or day <= step.last) if day else None
    verdict = {True: f", so on {day}", False: f", not so on {day}", None: ""}[held]
    return f" {step.first or '…'} to {step.last or '…'}{verdict}"


def _seen(step: "Step") -> str:
    actor = _actor(step.id)
    seen = next((held.seen for held in actor.offices if held.office == step.office and held.seen), "") if actor else ""
    return f" when the source was read in {seen}; its days are not known" if seen else ""


def _print(found: list[ToldActor]) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    for one in found:
        table = Table(title=Text(one.said, "bold"), title_justify="left", show_header=False)
        country = f"{one.country} {_name(one.country) if one.country else ''}".strip() or "–"
        table.add_row("country", country, Text(one.country_because))
        table.add_row("sector", one.sector or "–", Text(one.sector_because))
        for part in one.parts:
            table.add_row(Text(part.words), Text(part.entry or "–"), Text(part.is_))
        if one.weak:
            table.add_row("", "weak", Text("alone it may be a place, or a common word: it counts only with support"))
        Console().print(table)
