"""What is recognised in a phrase, and why: the entries, the composition and the rule behind each party."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from vaarta.doc import ActorMention
from vaarta.packs import Pack
from vaarta.recognition.actors import drafts
from vaarta.recognition.coreference import mention
from vaarta.recognition.draft import Draft
from vaarta.recognition.phrases import Atom, Reading, cut
from vaarta.recognition.told import Scene, Told, countries_of
from vaarta.records import Party, Record, Story

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["Explained", "Step", "explain"]

DAY = 10  # characters of YYYY-MM-DD


class Step(Record, frozen=True, kw_only=True):
    """One part of a phrase that an entry of the pack accounts for, and what the entry gives.

    `does` is nation (a country, its adjective, capital, seat or place), head (a body or office, the inmost first),
    person or prefix; `kind` is that of the entry. `first` and `last` are the days of the office held or the spell in
    government that was chosen, "" if open or not so limited.
    """

    words: str
    does: str
    kind: str
    id: str = ""
    office: str = ""
    country: str = ""
    sector: str = ""
    first: str = ""
    last: str = ""


class Explained(Record, frozen=True, kw_only=True):
    """A party recognised: what it is, what its parts are, and which rule gave the country.

    `why` is the kind of the part that names the country, or one of the rules of docs/recognition.md, or "" if no
    country was found. `span` are offsets into the text; `weak` says that the phrase alone is a place or a common word.
    """

    text: str
    span: tuple[int, int]
    kind: str
    country: str = ""
    sector: str = ""
    actor_id: str = ""
    name: str = ""
    office: str = ""
    why: str = ""
    weak: bool = False
    main: bool = False
    steps: tuple[Step, ...] = ()


def explain(doc: "Doc", *, story: Story, pack: Pack, home: str | None = None) -> tuple[Explained, ...]:
    """The parties that a phrase names, in order. The story's day tells who held an office.

    `home` is the country of an office of which none is said: the pack's, if not given.
    """
    reading = cut(doc, pack, told=story.published[:DAY])
    found = list(drafts(reading))
    scene = Scene(home=pack.reference.home if home is None else home, dateline="", countries=countries_of(found))
    told = Told(reading, story.id, scene)
    for draft in found:
        actor = mention(draft, told)
        if actor is not None:
            told.add(draft, actor)
    return tuple(_all_explained(reading, told)) or tuple(_listed(reading))


def _listed(reading: Reading) -> Iterator[Explained]:
    """What the lists say of a phrase that in a story would be no party: a word of many meanings, a mere source.

    The first of the longest phrases listed, with its own country and sector: "drones", "Xinhua".
    """
    keys, listed = reading.keys, reading.pack.names.phrases
    spans = [(i, j) for i in range(len(keys)) for j in range(i + 1, min(len(keys), i + reading.pack.names.longest) + 1)]
    for start, end in sorted(spans, key=lambda span: span[0] - span[1]):
        words = tuple(key for key in keys[start:end] if key != "-")
        entry = next((e for e in listed.get(words) or () if e.sector or e.country), None)
        if entry is not None:
            span = reading.doc[start:end]
            step = _step(reading, Atom(entry.kind, start, end, 0, entry=entry), "head")
            yield Explained(
                text=span.text,
                span=(span.start_char, span.end_char),
                kind="name" if entry.country else "office",
                country=entry.country or entry.default_country,
                sector=entry.sector,
                actor_id="" if entry.office else entry.id,
                why="listed",
                weak=True,
                main=True,
                steps=(step,),
            )
            return


def _all_explained(reading: Reading, told: Told) -> Iterator[Explained]:
    main = _main(reading, told.mentions)
    for index, (draft, actor) in enumerate(zip(told.drafts, told.mentions, strict=True)):
        for side in actor.parties:
            yield _explained(reading, draft, actor, side, main=index == main)


def _main(reading: Reading, mentions: list[ActorMention]) -> int:
    """The mention that the whole phrase is about: that which holds its root, else the first that stands for itself."""
    roots = {token.i for token in reading.doc if token.head is token}
    holding = (n for n, actor in enumerate(mentions) if roots & set(range(actor.start, actor.end)))
    strong = (n for n, actor in enumerate(mentions) if actor.parties and not actor.weak)
    return next(holding, next(strong, 0))


def _explained(reading: Reading, draft: Draft, actor: ActorMention, side: Party, *, main: bool) -> Explained:
    span = reading.doc[actor.start : actor.end]
    return Explained(
        text=span.text,
        span=(span.start_char, span.end_char),
        kind=actor.kind,
        country=side.country,
        sector=side.sector,
        actor_id=side.actor_id,
        name=side.name,
        office=side.office,
        why=actor.why,
        weak=actor.weak,
        main=main,
        steps=tuple(_steps(reading, draft)),
    )


def _steps(reading: Reading, draft: Draft) -> Iterator[Step]:
    for does, atoms in (("nation", draft.nations), ("head", draft.heads)):
        yield from (_step(reading, atom, does) for atom in atoms)
    if draft.person is not None:
        yield _step(reading, draft.person, "person")


def _step(reading: Reading, atom: Atom, does: str) -> Step:
    words, entry = reading.doc[atom.start : atom.end].text, atom.entry
    if entry is None:
        return Step(words=words, does=does, kind=atom.kind, sector=atom.pointer.sector if atom.pointer else "")
    return Step(
        words=words,
        does=does,
        kind=entry.kind,
        id=entry.id,
        office=entry.office,
        country=entry.country or entry.default_country,
        sector=entry.sector,
        first=entry.first,
        last=entry.last,
    )
