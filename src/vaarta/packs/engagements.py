"""Words for formal contacts and for offices held: engagements.toml of a pack."""

from pathlib import Path
from typing import Literal

import msgspec

from vaarta.errors import PackError
from vaarta.packs.events import EventEntry, Predicate, VerbIndex, index_nouns, index_verbs
from vaarta.packs.grammar import load_grammar
from vaarta.records import EngagementKind
from vaarta.text import fold
from vaarta.toml import read_toml

__all__ = ["EngagementEntry", "EngagementsPack", "OfficeWords", "load_engagements"]


class EngagementEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A family of words for one kind of contact. Predicates, nouns and sources are written as in events/*.toml.

    `codes` is what the example must give: "KIND CODE+CODE", with "@planned" if not held yet, "#2" for a round.
    Of a `forum`, those who act where it is told attend it; with `convened` only one that an organisation holds counts.
    With `body` one that an organisation holds is a conference of it and of those who act there.
    A `series` has a name and rounds; with `talks` one of the pack's words for talks must be near.
    With `off` the words say that the contact is called off or put off to another day.
    """

    id: str
    kind: EngagementKind
    example: str
    codes: str
    predicates: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    actor: tuple[str, ...] = ("subject",)
    partner: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    series: bool = False
    talks: bool = False
    forum: bool = False
    convened: bool = False
    body: bool = False
    planned: bool = False
    off: Literal["", "cancelled", "postponed"] = ""


class OfficeWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Words that place an office: `head` nouns ("प्रमुख"), markers of what it comes after, and of its superior.

    `appoint` are predicates by which someone takes an office, `resign` those by which someone leaves it.
    """

    head: tuple[str, ...]
    after: tuple[str, ...] = ()
    under: tuple[str, ...] = ()
    rank: tuple[str, ...] = ()
    appoint: tuple[str, ...] = ()
    resign: tuple[str, ...] = ()


class EngagementsFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The shape of engagements.toml."""

    entry: tuple[EngagementEntry, ...]
    offices: OfficeWords
    ordinals: dict[str, int]
    ordinal_endings: tuple[str, ...] = ()
    topic_markers: tuple[str, ...] = ()
    led_by: tuple[str, ...] = ()
    lead: tuple[str, ...] = ()
    talks: tuple[str, ...] = ()
    recurring: tuple[str, ...] = ()
    further: tuple[str, ...] = ()
    visiting: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    open_ended: tuple[str, ...] = ()
    intending: tuple[str, ...] = ()
    hosting: tuple[str, ...] = ()
    hosted_by: tuple[str, ...] = ()
    discussing: tuple[str, ...] = ()
    talking: tuple[str, ...] = ()
    papers: tuple[str, ...] = ()
    paper_markers: tuple[str, ...] = ()
    purpose: tuple[str, ...] = ()
    such_as: tuple[str, ...] = ()


class EngagementsPack(msgspec.Struct, frozen=True, kw_only=True):
    """Entries with indexes as for events; ordinals by folded word; markers folded.

    `talks` are words for what rounds are of; a verb with one of the `recurring` words tells of no one contact; one
    with one of `further` is another of those told before ("the next meeting"); one of `visiting` before a person
    makes a visitor of him; a noun of `beside` ("sidelines", "occasion") says where something is held, not on what.
    `off` finds what is called off or put off; one of the `open_ended` phrases says that this is without a new day;
    what a word of `intending` governs ("plans to visit") is planned. `hosting` are predicates of receiving,
    `hosted_by` nouns whose owner is the host ("invitation"). `discussing` are predicates whose object or genitive
    is what is talked about, `talking` those that take it with a topic marker; `papers` are what is signed, about
    what stands after one of the `paper_markers`; `purpose` are markers of what one comes for, `such_as` of what a
    general word stands for ("issues like trade").
    """

    entries: dict[str, EngagementEntry]
    by_verb: VerbIndex
    off: VerbIndex
    verbs: frozenset[str]
    by_noun: dict[str, tuple[Predicate, ...]]
    leads: VerbIndex
    appointing: VerbIndex
    resigning: VerbIndex
    offices: OfficeWords
    ordinals: dict[str, int]
    ordinal_endings: tuple[str, ...]
    topic_markers: tuple[str, ...]
    led_by: tuple[str, ...]
    talks: frozenset[str]
    recurring: frozenset[str]
    further: frozenset[str]
    visiting: frozenset[str]
    beside: frozenset[str]
    open_ended: tuple[str, ...]
    intending: frozenset[str]
    hosting: VerbIndex
    hosted_by: frozenset[str]
    discussing: VerbIndex
    talking: VerbIndex
    papers: frozenset[str]
    paper_markers: frozenset[str]
    purpose: frozenset[str]
    such_as: frozenset[str]


def load_engagements(folder: Path) -> EngagementsPack:
    """The engagements pack of a language. Raises PackError if engagements.toml is missing or malformed."""
    raw = read_toml(folder / "engagements.toml", EngagementsFile, PackError)
    grammar = load_grammar(folder)
    entries = [_as_event(entry) for entry in raw.entry if not entry.off]
    lead = EventEntry(id="lead", example="", codes="", predicates=raw.lead, requires="none")
    host = EventEntry(id="host", example="", codes="", predicates=raw.hosting, requires="none")
    offices = msgspec.convert(
        {name: tuple(map(fold, getattr(raw.offices, name))) for name in raw.offices.__struct_fields__}, OfficeWords
    )
    by_verb, leads, hosting = (index_verbs(group, grammar) for group in (entries, [lead], [host]))
    discussing, talking = (
        index_verbs([EventEntry(id=name, example="", codes="", predicates=words, requires="none")], grammar)
        for name, words in (("discuss", raw.discussing), ("talk", raw.talking))
    )
    off = index_verbs([_as_event(entry) for entry in raw.entry if entry.off], grammar)
    appointing, resigning = (
        index_verbs([EventEntry(id=name, example="", codes="", predicates=words, requires="none")], grammar)
        for name, words in (("appoint", raw.offices.appoint), ("resign", raw.offices.resign))
    )
    return EngagementsPack(
        entries={entry.id: entry for entry in raw.entry},
        by_verb=by_verb,
        off=off,
        verbs=frozenset((*by_verb, *off, *leads, *hosting, *appointing, *resigning, *discussing, *talking)),
        by_noun=index_nouns(entries),
        leads=leads,
        appointing=appointing,
        resigning=resigning,
        offices=offices,
        ordinals={fold(word): number for word, number in raw.ordinals.items()},
        ordinal_endings=tuple(map(fold, raw.ordinal_endings)),
        topic_markers=tuple(map(fold, raw.topic_markers)),
        led_by=tuple(map(fold, raw.led_by)),
        talks=frozenset(map(fold, raw.talks)),
        recurring=frozenset(map(fold, raw.recurring)),
        further=frozenset(map(fold, raw.further)),
        visiting=frozenset(map(fold, raw.visiting)),
        beside=frozenset(map(fold, raw.beside)),
        open_ended=tuple(map(fold, raw.open_ended)),
        intending=frozenset(map(fold, raw.intending)),
        hosting=hosting,
        hosted_by=frozenset(map(fold, raw.hosted_by)),
        discussing=discussing,
        talking=talking,
        papers=frozenset(map(fold, raw.papers)),
        paper_markers=frozenset(map(fold, raw.paper_markers)),
        purpose=frozenset(map(fold, raw.purpose)),
        such_as=frozenset(map(fold, raw.such_as)),
    )


def _as_event(entry: EngagementEntry) -> EventEntry:
    """The entry in the shape that triggers are matched in."""
    return EventEntry(
        id=entry.id, example=entry.example, codes="", type=entry.kind.upper(), predicates=entry.predicates,
        nouns=entry.nouns, actor=entry.actor, partner=entry.partner, mutual=True, requires="none",
        without=entry.without,
    )  # fmt: skip
