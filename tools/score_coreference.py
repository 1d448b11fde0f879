"""How right the sides are that a sentence does not name: `python tools/score_coreference.py [GOLD …] [--show]`.

GOLD is hi (hi-dev less its last 16 documents), held-out (those 16), par-en or par-hi; all of them if none is given.
Two tables for each:

1. Parties of the gold (sides of events, speakers) whose text is not in the trigger's or the cue's sentence: for how
   many a mention in that sentence has the country (`seen`), and leads back to the words of the gold (`led`), and how
   many we code on that side of such an event, or as that speaker (`coded`).
2. Of events matched at type: the countries of each side we give that gold has on that side (either, if it is mutual),
   by how the side was found: by its words, led back by a pronoun, an office …, or as the other of a story's pair. And
   of those that are the gold's own parties by their words, on either side, how many have its country.

With --show, also the misses; of the held-out documents only the totals. Wants the pipelines and, beside the
repository, shared/gold; says so without them.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from vaarta import packs
from vaarta.coding import code
from vaarta.doc import ActorMention
from vaarta.evaluation.gold import GoldEvent, GoldStatement, GoldStory, Side, read_gold
from vaarta.evaluation.matching import sentence_at, statement_span
from vaarta.recognition import recognise
from vaarta.records import Claims, Event, Party, Story

FOLDER = Path(__file__).resolve().parents[2] / "shared" / "gold"
HELD_OUT = 16  # the last documents of hi-dev, left aside while the rules were written
SETS = {
    "hi": ("hi-dev.jsonl", slice(None, -HELD_OUT), "hi"),
    "held-out": ("hi-dev.jsonl", slice(-HELD_OUT, None), "hi"),
    "par-en": ("par-en-dev.jsonl", slice(None), "en"),
    "par-hi": ("par-hi-dev.jsonl", slice(None), "hi"),
}
LED = frozenset({"both", "own", "pronoun", "speaker"})
HALF = 0.5


class Coded(NamedTuple):
    """A gold story with what we make of it; `at` is each mention's first and last character."""

    gold: GoldStory
    claims: Claims
    mentions: tuple[ActorMention, ...]
    at: tuple[tuple[int, int], ...]


class Away(NamedTuple):
    """A gold party told in a sentence that does not name it."""

    side: Side
    s: int
    role: str
    event: GoldEvent | GoldStatement


def main() -> None:
    """Print both tables for each gold file asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", nargs="*", default=list(SETS), metavar="GOLD", help=", ".join(SETS))
    parser.add_argument("--show", action="store_true", help="print what is missed and what is wrong")
    asked = parser.parse_args()
    if not FOLDER.is_dir():
        sys.exit(f"no gold at {FOLDER}: nothing to score")
    for name in asked.sets:
        stories = list(coded_stories(name))
        show = asked.show and name != "held-out"
        print(f"{name}: {len(stories)} documents")
        print("\n".join([*away_lines(stories, show=show), *side_lines(stories, show=show, whole=name == "held-out")]))


def coded_stories(name: str) -> Iterator[Coded]:
    """The stories of a gold set, recognised and coded by the shipped pipeline."""
    from vaarta import analysis

    file, part, lang = SETS[name]
    nlp, pack = analysis.load(lang), packs.load(lang)
    for gold in read_gold(FOLDER / file)[part]:
        story = Story(id=gold.id, lang=lang, text=gold.text, published=gold.published or "")
        doc = nlp(story.text)
        mentions = recognise(doc, story=story, pack=pack)
        claims = code(doc, story=story, pack=pack, mentions=mentions)
        spans = tuple((doc[m.start].idx, doc[m.end - 1].idx + len(doc[m.end - 1])) for m in mentions.actors)
        yield Coded(gold, claims, mentions.actors, spans)


def away_lines(stories: Iterable[Coded], *, show: bool) -> Iterator[str]:
    """The table of parties that their sentence does not name."""
    counts: Counter[tuple[str, str]] = Counter()
    missed = []
    for told in stories:
        for away in aways(told.gold):
            seen, led = sight(told, away)
            verdict = {"of": True, "seen": seen, "led": led, "coded": is_coded(told, away)}
            kind = "speakers" if away.role == "speaker" else "sides"
            counts.update((kind, name) for name, true in verdict.items() if true)
            if not (seen and verdict["coded"]):
                missed.append(told_away(told, away, verdict))
    for kind in ("sides", "speakers"):
        shares = (f"{name} {counts[kind, name]}" for name in ("seen", "led", "coded"))
        yield f"  {kind} not named in their sentence, {counts[kind, 'of']}: {', '.join(shares)}"
    yield from missed if show else ()


def aways(gold: GoldStory) -> Iterator[Away]:
    """The parties of a story whose text is in none of the sentences that tell what they did."""
    for event in gold.events:
        for role, sides in (("actors", event.actors), ("recipients", event.recipients)):
            yield from (Away(side, event.s, role, event) for side in sides if not names(gold, event.s, side))
    for said in gold.statements:
        if said.speaker.country and not names(gold, said.s, said.speaker):
            yield Away(said.speaker, said.s, "speaker", said)


def names(gold: GoldStory, s: int, side: Side) -> bool:
    """Whether a sentence has the text of a side."""
    start, end = gold.sentences[s]
    return bool(side.text) and (side.text or "") in gold.text[start:end]


def sight(told: Coded, away: Away) -> tuple[bool, bool]:
    """Whether a mention in the sentence has the country, and whether one leads back to the words of the gold."""
    start, end = told.gold.sentences[away.s]
    sides = [
        side
        for mention, (first, _) in zip(told.mentions, told.at, strict=True)
        if start <= first < end
        for side in mention.parties
        if side.country == (away.side.country or "")
    ]
    return bool(sides), any(leads(side, away.side.text or "") for side in sides)


def leads(side: Party, text: str) -> bool:
    """Whether a party of ours is named, here or where it leads back to, by words that share most with the gold's."""
    words = set(text.split())
    told = [set(side.text.split()), set(side.antecedent.quote.split()) if side.antecedent else set()]
    return any(len(words & own) >= HALF * min(len(words), len(own)) for own in told if own)


def is_coded(told: Coded, away: Away) -> bool:
    """Whether such an event in its sentences, or such a statement, has the country on that side."""
    country = away.side.country or ""
    if isinstance(away.event, GoldStatement):
        start, end = statement_span(told.gold, away.event)
        said = (s for s in told.claims.statements if s.content.span[0] < end and s.content.span[1] > start)
        return any(statement.speaker.country == country for statement in said)
    return any(
        country in {p.country for p in _slot(away, got)}
        for got in told.claims.events
        if got.type == away.event.type and sentence_of(told, got) in {away.event.s, *away.event.again}
    )


def _slot(away: Away, got: Event) -> tuple[Party, ...]:
    """The sides of an event of ours among which a party of the gold should be: all, if the event is mutual."""
    if away.role == "recipients":
        return got.recipients
    mutual = isinstance(away.event, GoldEvent) and not away.event.recipients
    return (*got.actors, *got.recipients) if mutual else got.actors


def sentence_of(told: Coded, event: Event) -> int:
    """The gold's sentence that an event of ours is in."""
    return sentence_at(told.gold.sentences, event.evidence.span[0])


def told_away(told: Coded, away: Away, verdict: dict[str, bool]) -> str:
    """A missed party in words, with what its sentence has that could be it."""
    start, end = told.gold.sentences[away.s]
    here = [
        f"{told.gold.text[slice(*at)]}={'/'.join(p.country or '?' for p in m.parties) or '-'}({m.why})"
        for m, at in zip(told.mentions, told.at, strict=True)
        if start <= at[0] < end
    ]
    what = away.event.type if isinstance(away.event, GoldEvent) else "says"
    right = " ".join(name for name, true in verdict.items() if true and name != "of") or "nothing"
    return (
        f"    {told.gold.id} s{away.s} {what} {away.role}: {away.side.text} [{away.side.country}] {right} <- "
        f"{'; '.join(here)}\n        {told.gold.text[start:end]}"
    )


def side_lines(stories: Iterable[Coded], *, show: bool, whole: bool) -> Iterator[str]:
    """The table of the sides of matched events, by how each was found."""
    right: Counter[str] = Counter()
    given: Counter[str] = Counter()
    found: Counter[bool] = Counter()
    named: Counter[bool] = Counter()
    wrong = []
    for told in stories:
        for event, got in matched(told):
            for basis, party, fits in judged(told, event, got):
                given[basis] += 1
                right[basis] += fits
                if not fits:
                    wrong.append(told_wrong(told, event, got, f"{party.text} [{party.country}] by {basis}"))
            named.update(same_named(event, got))
            for side, there in recalled(event, got):
                found[there] += 1
                if not there:
                    wrong.append(told_wrong(told, event, got, f"no {side.text} [{side.country}]"))
    yield f"  sides of matched events, right of given: {_share(right.total(), given.total())}"
    yield f"  gold's sides of matched events, given: {_share(found[True], found.total())}"
    yield f"  of these, parties that the gold names, with its country: {_share(named[True], named.total())}"
    if not whole:
        yield from (f"    {basis:16} {_share(right[basis], given[basis])}" for basis, _ in given.most_common())
    yield from wrong if show else ()


def _share(part: int, of: int) -> str:
    return f"{part} of {of} = {part / max(1, of):.3f}"


def matched(told: Coded) -> Iterator[tuple[GoldEvent, Event]]:
    """Each gold event with an event of ours of its type in its sentences: the one whose sides agree best."""
    free = list(told.claims.events)
    pairs = sorted(
        (
            (agreement(event, got), -g, -n)
            for g, event in enumerate(told.gold.events)
            for n, got in enumerate(free)
            if got.type == event.type and sentence_of(told, got) in {event.s, *event.again}
        ),
        reverse=True,
    )
    golds: set[int] = set()
    ours: set[int] = set()
    for _, g, n in pairs:
        if g not in golds and n not in ours:
            golds.add(g)
            ours.add(n)
            yield told.gold.events[-g], free[-n]


def agreement(event: GoldEvent, got: Event) -> tuple[int, int]:
    """How well an event of ours is a gold event: sides that agree, then triggers that share words."""
    agreed = sum(there for _, there in recalled(event, got))
    return agreed, bool(set((event.trigger or "").split()) & set(got.evidence.quote.split()))


def recalled(event: GoldEvent, got: Event) -> Iterator[tuple[Side, bool]]:
    """Each side of a gold event that has a country, and whether ours has it on that side."""
    actors, recipients = ({p.country for p in sides} for sides in (got.actors, got.recipients))
    if not event.recipients:
        actors |= recipients
    yield from ((side, side.country in actors) for side in event.actors if side.country)
    yield from ((side, side.country in recipients) for side in event.recipients if side.country)


def same_named(event: GoldEvent, got: Event) -> Iterator[bool]:
    """For each side of ours that is a party of the gold by its words: whether it has that party's country."""
    golds = [side for side in (*event.actors, *event.recipients) if side.text]
    for party in (*got.actors, *got.recipients):
        same = [side for side in golds if leads(party, side.text or "")]
        if same:
            yield any((side.country or "") == party.country for side in same)


def judged(told: Coded, event: GoldEvent, got: Event) -> Iterator[tuple[str, Party, bool]]:
    """Each side of ours that has a country: how it was found, and whether the gold has that country on that side."""
    wanted = [{side.country for side in sides} for sides in (event.actors, event.recipients or event.actors)]
    for sides, countries in zip((got.actors, got.recipients), wanted, strict=True):
        for party in sides:
            if party.country:
                yield basis_of(told, got, party), party, party.country in countries


def basis_of(told: Coded, got: Event, party: Party) -> str:
    """How a side of an event was found: `pair`, `speaker` (told in another sentence), what it was led by, or words."""
    span = party.evidence.span if party.evidence else (0, 0)
    first, last = got.evidence.sentence
    if not first <= span[0] < last:
        return "pair" if got.by.partition(" ")[0].endswith("+pair") else "elsewhere"
    mention = next((m for m, at in zip(told.mentions, told.at, strict=True) if at == span), None)
    if mention is None:
        return "unknown"
    if mention.why in LED:
        return mention.why
    if mention.antecedent >= 0:
        return "short"
    return "words" if mention.why in {"adjective", "capital", "country", "person", "seat"} else mention.why or "none"


def told_wrong(told: Coded, event: GoldEvent, got: Event, what: str) -> str:
    """A wrong or missing side in words."""
    start, end = told.gold.sentences[event.s]
    told_by = f"{told.gold.id} s{event.s} {event.type} {got.evidence.quote} {got.by}"
    return f"    {told_by}: {what}\n        {told.gold.text[start:end]}"


if __name__ == "__main__":
    main()
