"""Why a story is coded as it is: each sentence with its parse, its mentions, and all that was tried, taken or not."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from vaarta.coding import code
from vaarta.coding.scoring import load_weights
from vaarta.coding.subjects import members_of
from vaarta.coding.tracing import Note, Rule
from vaarta.coding.triggers import Trigger
from vaarta.coding.view import View, make_view
from vaarta.doc import Mentions
from vaarta.packs import Pack
from vaarta.records import Claims, Engagement, Event, Evidence, Record, Statement, Story

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from vaarta.coding.arguments import Argument

__all__ = ["Attempt", "Explained", "Likely", "Mentioned", "Side", "Step", "Word", "explain"]

FILES = {"STATEMENT": "statements"}  # the pack's file of entries whose type is no event's
ROLES = ("actor", "recipient")
WAYS = {4: "direct", 3: "deep", 2: "inherited", 1: "order"}
"""How an argument is joined to its trigger, by its strength: docs/explain.md."""
STAYS: frozenset[Rule] = frozenset(("coded", "refused", "scored", "sides"))  # what is noted of what was coded, too
TOLD_APART: frozenset[Rule] = frozenset(("scored", "sides"))


class Word(Record, frozen=True, kw_only=True):
    """One word of a parse. `head` is the number of the word it hangs on, its own number for the root."""

    number: int
    text: str
    lemma: str
    part: str
    head: int
    relation: str


class Mentioned(Record, frozen=True, kw_only=True):
    """What recognition found: `kind` is actor, day, place or quotation; `means` what it stands for; `why` the rule."""

    kind: str
    text: str
    span: tuple[int, int]
    means: str = ""
    why: str = ""


class Side(Record, frozen=True, kw_only=True):
    """A group of mentions about a trigger: what roles it might fill, how it is joined, and the role it took, if any."""

    text: str
    codes: tuple[str, ...]
    slots: tuple[str, ...]
    way: str
    role: str = ""


class Step(Record, frozen=True, kw_only=True):
    """One decision about an attempt: its rule, and what was kept instead, as `file#entry: words`."""

    rule: Rule
    instead: str = ""


class Attempt(Record, frozen=True, kw_only=True):
    """An entry of the pack that matched, the words that did, the sides about it, and what became of it.

    `linked` says that the tree joins all its words, `kept` that a claim was coded of it; `requires` is the entry's.
    """

    entry: str
    words: tuple[str, ...]
    span: tuple[int, int]
    linked: bool
    kept: bool
    requires: str
    sides: tuple[Side, ...] = ()
    steps: tuple[Step, ...] = ()


class Likely(Record, frozen=True, kw_only=True):
    """Why an event scores as it does: what each feature it has adds to its log-odds, the weightiest first."""

    claim: str
    score: float
    adds: tuple[tuple[str, float], ...]


class Explained(Record, frozen=True, kw_only=True):
    """One sentence: its words, its mentions, what was tried in it, and the claims it gave.

    No event is looked for in one that is `apolitical`, as the pack's grammar has it.
    """

    number: int
    text: str
    span: tuple[int, int]
    words: tuple[Word, ...]
    mentions: tuple[Mentioned, ...]
    attempts: tuple[Attempt, ...]
    apolitical: bool = False
    events: tuple[Event, ...] = ()
    likely: tuple[Likely, ...] = ()
    statements: tuple[Statement, ...] = ()
    engagements: tuple[Engagement, ...] = ()


def explain(doc: "Doc", *, story: Story, pack: Pack, mentions: Mentions) -> tuple[Explained, ...]:
    """The story's sentences, in order, each with what coding did in it. Arguments as of `vaarta.coding.code`."""
    notes: list[Note] = []
    claims = code(doc, story=story, pack=pack, mentions=mentions, trace=notes.append)
    view = make_view(doc, story=story, pack=pack, mentions=mentions)
    attempts = list(_attempts(view, notes))
    likely = dict(_likely(claims, notes))
    return tuple(_sentence(view, number, attempts, (claims, likely)) for number in range(len(view.sentences)))


def _likely(claims: Claims, notes: Iterable[Note]) -> Iterator[tuple[str, Likely]]:
    """Why each event scores as it does, by its id."""
    features = {note.claim: note.features for note in notes if note.rule == "scored"}
    weights = load_weights().weights
    for event in claims.events:
        adds = [(name, weights[name]) for name in features.get(event.id, ()) if weights.get(name)]
        adds.sort(key=lambda add: -abs(add[1]))
        yield event.id, Likely(claim=event.id, score=event.score, adds=tuple(adds))


def _sentence(
    view: View, number: int, attempts: Sequence[tuple[int, Attempt]], coded: tuple[Claims, Mapping[str, Likely]]
) -> Explained:
    claims, likely = coded
    span = view.sentences[number]
    start, end = span.start_char, span.end_char

    def here(evidence: Evidence) -> bool:
        return start <= evidence.span[0] < end

    return Explained(
        number=number,
        text=span.text,
        span=(start, end),
        words=tuple(_word(token, span.start) for token in span),
        mentions=tuple(sorted(_mentions(view, number), key=lambda mention: mention.span)),
        apolitical=view.apolitical[number],
        attempts=tuple(attempt for at, attempt in attempts if at == number),
        events=tuple(event for event in claims.events if here(event.evidence)),
        likely=tuple(likely[event.id] for event in claims.events if here(event.evidence)),
        statements=tuple(said for said in claims.statements if here(said.evidence)),
        engagements=tuple(contact for contact in claims.engagements if here(contact.evidence)),
    )


def _word(token: "Token", first: int) -> Word:
    return Word(
        number=token.i - first,
        text=token.text,
        lemma=token.lemma_,
        part=token.pos_,
        head=token.head.i - first,
        relation=token.dep_,
    )


def _mentions(view: View, number: int) -> Iterator[Mentioned]:
    found = view.mentions
    for actor in found.actors:
        if view.sentence_of[actor.start] == number:
            codes = ", ".join(f"{p.country or '?'} {p.sector}".strip() for p in actor.parties)
            yield _mentioned(view, ("actor", codes, actor.why or actor.kind), actor.start, actor.end)
    for day in found.times:
        if view.sentence_of[day.start] == number:
            days = dict.fromkeys((day.when.first or "…", day.when.last or "…"))
            yield _mentioned(view, ("day", " to ".join(days), day.when.basis), day.start, day.end)
    for place in found.places:
        if view.sentence_of[place.start] == number:
            yield _mentioned(view, ("place", place.place.country, place.why), place.start, place.end)
    for quotation in found.quotations:
        if view.sentence_of[quotation.start] == number:
            closed = "" if quotation.closed else "not closed"
            yield _mentioned(view, ("quotation", closed, ""), quotation.start, quotation.end)


def _mentioned(view: View, told: tuple[str, str, str], start: int, end: int) -> Mentioned:
    kind, means, why = told
    span = view.doc[start:end]
    return Mentioned(kind=kind, text=span.text, span=(span.start_char, span.end_char), means=means, why=why)


def _attempts(view: View, notes: Sequence[Note]) -> Iterator[tuple[int, Attempt]]:
    """Each trigger that was tried, with the number of its sentence, in the order of the text."""
    coded = {note.claim: note.trigger for note in notes if note.rule == "coded" and note.trigger}
    tried: dict[Trigger, list[Note]] = {}
    for note in notes:
        trigger = note.trigger or coded.get(note.claim)
        if trigger is not None:
            tried.setdefault(trigger, []).append(note)
    for trigger in sorted(tried, key=lambda t: (t.verb, t.tokens)):
        about = list(dict.fromkeys(tried[trigger]))
        yield view.sentence_of[trigger.verb], _attempt(view, trigger, about, coded)


def _attempt(view: View, trigger: Trigger, notes: Sequence[Note], coded: Mapping[str, Trigger]) -> Attempt:
    words = view.evidence(trigger.start, trigger.end)
    gone = {note.claim for note in notes if note.rule not in STAYS and note.claim}
    told = {note.claim for note in notes if note.rule == "coded"}
    sides = next((note for note in reversed(notes) if note.rule == "sides"), None)
    steps = (
        Step(rule=note.rule, instead=_name(view, coded.get(note.other)))
        for note in notes
        if note.rule not in TOLD_APART
    )
    return Attempt(
        entry=_entry(view, trigger),
        words=tuple(view.doc[i].text for i in trigger.tokens),
        span=words.span,
        linked=trigger.linked,
        kept=bool(told - gone),
        requires=trigger.entry.requires,
        sides=tuple(_sides(view, sides)) if sides else (),
        steps=tuple(dict.fromkeys(steps)),
    )


def _entry(view: View, trigger: Trigger) -> str:
    """The entry as claims name it: "hi/events#condemn"."""
    entry = trigger.entry
    engagement = entry.id in view.pack.engagements.entries and not entry.codes
    file = FILES.get(entry.type, "engagements" if engagement else "events")
    return f"{view.pack.lang}/{file}#{entry.id}"


def _name(view: View, trigger: Trigger | None) -> str:
    if trigger is None:
        return ""
    return f"{_entry(view, trigger)}: {view.evidence(trigger.start, trigger.end).quote}"


def _sides(view: View, note: Note) -> Iterator[Side]:
    roles = {argument: role for argument, role in zip(note.taken, ROLES, strict=True) if argument}
    told: Iterable[Argument] = dict.fromkeys((*note.arguments, *roles))
    for argument in told:
        members = members_of(view, argument.group)
        yield Side(
            text=view.doc[members[0].start : members[-1].end].text,
            codes=tuple(dict.fromkeys(p.country or "?" for m in members for p in m.parties)),
            slots=tuple(sorted(argument.slots)),
            way=WAYS[argument.strength],
            role=roles.get(argument, ""),
        )
