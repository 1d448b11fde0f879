"""`vaarta explain`: a story sentence by sentence: its parse, its mentions, what matched and what did not, and why."""

from collections.abc import Iterator, Sequence
from itertools import chain
from types import MappingProxyType
from typing import TYPE_CHECKING, Annotated

import msgspec
import typer

from vaarta.cli.output import Tally, emit, fail, wants_json
from vaarta.cli.pipelines import OwnPipelines, pipelines_of
from vaarta.cli.sources import stories_of

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.text import Text
    from rich.tree import Tree

    from vaarta.coding.explaining import Attempt, Explained, Side
    from vaarta.records import Engagement, Event, Statement, Story

__all__ = ["BECAUSE", "WAYS", "explain"]

BECAUSE = MappingProxyType(
    {
        "another reading": "a better reading of the verb was coded",
        "another's host": "the light verb has another host next to it",
        "coded": "coded",
        "content": "none of the entry's `content` phrases is in the sentence",
        "duty": 'told as a duty, or an entry of duties told as no duty: "करना होगा"',
        "fewer words": "told by more words of the sentence already",
        "future": "the entry codes nothing in this tense (`future`, `coming`)",
        "home visit": "the visitor would be his own host",
        "infinitive": "not asserted: an infinitive that nothing makes a fact",
        "marker": "no case marker the predicate asks for is near",
        "merged": "an act told already: kept as `again` of the fuller telling",
        "mishap": "an accident or a private crime: no known body uses the force",
        "negated": "not asserted: negated",
        "no content": "nothing that is said was found",
        "no name": "a series' meeting without number or name",
        "no sides": "a side that the entry requires was not found",
        "no speaker": "no speaker was found",
        "not said": "not told as said: negated, future, hedged or an infinitive",
        "one blow": "what an attack did: kept as `again` of the attack",
        "one's own": "what is praised or blamed is the actor's own doing",
        "own wish": "one wishes to do it himself, and asks nobody",
        "part of a noun": "a host is only the first part of another noun",
        "refused": "negated in the future: who says so refuses",
        "series name": "part of the name of a series of talks",
        "unreal": "told only as asked for, threatened, refused or promised",
        "voters": "only says for which party at home people are",
        "without": "one of the entry's `without` phrases is in the sentence",
    }
)
"""Why a trigger is what it is, by rule."""
WAYS = MappingProxyType(
    {
        "direct": "the tree joins it to the trigger",
        "deep": "the tree joins it through another word",
        "inherited": "the subject of a clause above",
        "order": "by marker and order alone",
    }
)
"""How a side is joined to a trigger."""
WEIGHTIEST = 5  # features shown of those that make an event likely or not
KIND_STYLES = MappingProxyType({"actor": "bold cyan", "day": "green", "place": "magenta", "quotation": "italic"})


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """One line of JSON: a sentence of a story, explained."""

    story: str
    lang: str
    explained: "Explained"


def explain(  # noqa: PLR0913, PLR0917 - a command has as many parameters as it has options
    sources: Annotated[
        list[str] | None, typer.Argument(metavar="[SOURCE…]", help="Files, folders, URLs, or - .", show_default=False)
    ] = None,
    text: Annotated[str, typer.Option("--text", metavar="TEXT", help="Explain these words, not a source.")] = "",
    sentence: Annotated[
        list[int] | None, typer.Option("--sentence", metavar="N", help="Only this sentence; 0 is the first.")
    ] = None,
    entry: Annotated[
        str, typer.Option("--entry", metavar="ID", help="Only sentences where this entry of a pack was tried.")
    ] = "",
    on: Annotated[str, typer.Option("--on", metavar="DAY", help="The day that TEXT was told.")] = "",
    lang: Annotated[str, typer.Option("--lang", metavar="LANG", help="The language of TEXT; by its script.")] = "",
    json: Annotated[bool, typer.Option("--json", help="Print JSON Lines, on a terminal too.")] = False,
    tree: Annotated[bool, typer.Option("--tree/--no-tree", help="Whether to print each sentence's parse.")] = True,
    pipeline: OwnPipelines = None,
) -> None:
    """Show how a story is coded: parse, mentions, the entries that matched, and why others did not (docs/explain.md).

    Prints one JSON object a sentence, or trees and lists on a terminal. Exit code 3: some inputs were passed over.
    """
    from vaarta.analysis import analyse, load
    from vaarta.pipeline import explain_doc
    from vaarta.records import Passed

    if bool(sources) == bool(text):
        fail('give a source, or words: vaarta explain story.txt, or vaarta explain --text "…"')
    tally, own = Tally(), pipelines_of(pipeline)
    for story in [_story(text, on, lang)] if text else stories_of(sources or (), tally):
        if isinstance(story, Passed):
            tally.passed(story)
            continue
        tally.done()
        (doc,) = analyse([story.text], load(story.lang, own.get(story.lang)))
        for explained in explain_doc(doc, story):
            if _wanted(explained, sentence or (), entry):
                _tell(story, explained, as_json=wants_json(json), tree=tree)
    raise typer.Exit(tally.code())


def _story(text: str, on: str, lang: str) -> "Story":
    """The words given, as a story of that day."""
    from vaarta.cli.phrase import day_told, pack_of
    from vaarta.records import Story, content_id
    from vaarta.text import nfc

    text, told = nfc(text), day_told(on)
    published = told.isoformat() if told else ""
    return Story(id=content_id("st", text), lang=pack_of(text, lang).lang, text=text, published=published)


def _wanted(explained: "Explained", sentences: Sequence[int], entry: str) -> bool:
    if sentences and explained.number not in sentences:
        return False
    return not entry or any(entry in (a.entry, a.entry.partition("#")[2]) for a in explained.attempts)


def _tell(story: "Story", explained: "Explained", *, as_json: bool, tree: bool) -> None:
    if as_json:
        emit(Told(story=story.id, lang=story.lang, explained=explained))
        return
    from rich.console import Console

    Console(soft_wrap=True, highlight=False).print(*_parts(explained, tree=tree), sep="\n")


def _parts(explained: "Explained", *, tree: bool) -> "Iterator[RenderableType]":
    from rich.text import Text

    first, last = explained.span
    yield Text.assemble((f"{explained.number}  {explained.text}", "bold"), (f"  {first}–{last}", "dim"))
    if tree:
        yield from _trees(explained)
    if explained.apolitical:
        yield Text("  no event is looked for: a word of the grammar's `apolitical` list is in the sentence", "red")
    for title, lines in (
        ("named", list(_mentions(explained))),
        ("matched", list(_attempts(explained, kept=True))),
        ("not taken", list(_attempts(explained, kept=False))),
        ("coded", list(_claims(explained))),
    ):
        yield Text(f"  {title}" if lines else f"  {title}: nothing", "underline" if lines else "dim")
        yield from lines
    yield Text()


def _trees(explained: "Explained") -> "Iterator[Tree]":
    """The parse: each root with what hangs on it, in the order of the words."""
    from rich.tree import Tree

    below: dict[int, list[int]] = {}
    for word in explained.words:
        below.setdefault(word.head, []).append(word.number)
    for root in (word.number for word in explained.words if word.head == word.number):
        top = Tree(_word(explained, root), guide_style="dim")
        waiting = [(top, child) for child in reversed(below.get(root, [])) if child != root]
        while waiting:
            branch, number = waiting.pop()
            node = branch.add(_word(explained, number))
            waiting += [(node, child) for child in reversed(below.get(number, []))]
        yield top


def _word(explained: "Explained", number: int) -> "Text":
    from rich.text import Text

    word = explained.words[number]
    lemma = f" {word.lemma}" if word.lemma != word.text else ""
    return Text.assemble((word.text, "bold"), (f"{lemma} {word.part}", "dim"), f" {word.relation}")


def _mentions(explained: "Explained") -> "Iterator[Text]":
    from rich.text import Text

    for one in explained.mentions:
        why = f"  {one.why}" if one.why else ""
        yield Text.assemble(f"    {one.kind:10}", (one.text, KIND_STYLES[one.kind]), f"  {one.means}", (why, "dim"))


def _attempts(explained: "Explained", *, kept: bool) -> "Iterator[Text]":
    from rich.text import Text

    for one in explained.attempts:
        if one.kept != kept:
            continue
        far = "" if one.linked else "  (joined by nearness, not by the tree)"
        yield Text.assemble(f"    {one.entry}  ", (" … ".join(one.words), "bold yellow"), (far, "dim"))
        for side in one.sides:
            yield _side(side)
        yield from _steps(one)


def _side(side: "Side") -> "Text":
    from rich.text import Text

    role, codes = side.role or "–", "+".join(side.codes) or "no party"
    where = f"  {', '.join(side.slots) or 'no slot'}; {WAYS[side.way]}"
    return Text.assemble(f"      {role:10}", (side.text, "bold" if side.role else ""), f" {codes}", (where, "dim"))


def _steps(attempt: "Attempt") -> "Iterator[Text]":
    from rich.text import Text

    for step in attempt.steps:
        if step.rule != "coded":
            more = f"requires = {attempt.requires}" if step.rule == "no sides" else step.instead
            told = f"{BECAUSE[step.rule]} ({more})" if more else BECAUSE[step.rule]
            yield Text(f"      {told}", "" if attempt.kept else "red")


def _claims(explained: "Explained") -> "Iterator[Text]":
    from rich.text import Text

    from vaarta.testing import summary

    claims: Iterator[Event | Engagement | Statement] = chain(
        explained.events, explained.engagements, explained.statements
    )
    for claim in claims:
        yield Text.assemble("    ", (summary(claim), "bold"), (f"  {claim.by}  {claim.score:.2f}", "dim"))
        adds = next((likely.adds for likely in explained.likely if likely.claim == claim.id), ())
        if adds:
            told = ", ".join(f"{weight:+.2f} {name}" for name, weight in adds[:WEIGHTIEST])
            yield Text(f"      {told}", "dim")
