"""Stage 7: questions to the record, answered with the sentence that says so."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import msgspec

from vaarta.records import Claims, Entry, Record, Standing, Story
from vaarta.resolution import resolve
from vaarta.store import Answer, AnyClaim, Condition, Store, amending, conditions
from vaarta.store.counting import Tally
from vaarta.store.rows import all_claims, stretch

__all__ = [
    "Answer",
    "Question",
    "Tally",
    "Thing",
    "as_ruled",
    "ask",
    "conditions_of",
    "count",
    "doubtful_answers",
    "entries",
    "tell",
    "thing",
    "things",
]


class Thing(Record, frozen=True, kw_only=True):
    """One thing in the world, and all the claims that tell of it, the best first. It is in the record once."""

    id: str
    best: Answer
    told_by: tuple[Answer, ...]

    @property
    def claim(self) -> AnyClaim:
        """The claim that tells it best."""
        return self.best.claim


class Question(Record, frozen=True, kw_only=True):
    """What is asked of the record; what is left empty does not matter.

    `actor` acts, `recipient` is acted upon, `dyad` are two sides in whatever role: codes (IND) or names as written.
    `kind` is event, statement, engagement or tenure, or a kind of engagement (visit); `type` a PLOVER type, with or
    without its mode (CONSULT, CONSULT/visit). Days are inclusive. `words` must all be in the sentence or the headline.
    `quad` is one of PLOVER's four classes ("verbal conflict"). `speaker` makes a statement; `office` are words
    of the office that a side is told of by, in any language, after a country's code if that side must be of it. `place`
    is where: words of its name, or a country's code; `country` is among the sides, or has the place. `series` are words
    of the name of a series of engagements. `upcoming` is a day: only what is planned and said to be on it or later.
    `score` is the least that coding gave; `publisher` a name given whole.
    `earliest` turns the order round.
    """

    actor: str = ""
    recipient: str = ""
    dyad: tuple[str, str] | None = None
    type: str = ""
    kind: str = ""
    standing: Standing | None = None
    since: str = ""
    until: str = ""
    lang: str = ""
    words: str = ""
    series: str = ""
    upcoming: str = ""
    quad: str = ""
    speaker: str = ""
    office: str = ""
    place: str = ""
    country: str = ""
    publisher: str = ""
    score: float = 0.0
    earliest: bool = False
    limit: int | None = None


def ask(store: Store, question: Question) -> Iterator[Answer]:
    """The claims the question asks for, latest (or earliest) day first. Claims that a person ruled wrong are left out.

    Raises StoreError if the record cannot be read.
    """
    return store.find(
        tuple(_conditions(question)), limit=question.limit, order="earliest" if question.earliest else "latest"
    )


def things(store: Store, question: Question, *, skip: int = 0) -> Iterator[Thing]:
    """What the question asks for, each thing once with all that tell it, in the order of `ask`.

    A thing is asked for if any claim that tells it is. `limit` counts things, with the first ones, which are passed
    over if `skip` says so.
    """
    seen = set[str]()
    for answer in _asked(store, question):
        if answer.entry in seen:
            continue
        if question.limit is not None and len(seen) >= question.limit:
            return
        seen.add(answer.entry or answer.claim.id)
        if len(seen) > skip:
            yield _thing(store, answer)


def thing(store: Store, wanted: str) -> Thing | None:
    """The thing with this id, or that the claim with this id tells; None if there is none. One ruled wrong is told."""
    by_id = conditions.of_entry(wanted), conditions.with_id(wanted)
    found = next((answer for condition in by_id for answer in store.find((condition,))), None)
    return _thing(store, found) if found else None


def _thing(store: Store, answer: Answer) -> Thing:
    told_by = _told_by(store, answer) if answer.entry else (answer,)
    return Thing(id=answer.entry or answer.claim.id, best=told_by[0], told_by=told_by)


def _asked(store: Store, question: Question) -> Iterator[Answer]:
    """All answers; if the question has a limit, first as many, then twice as many …, so that few cost little."""
    done, limit = 0, question.limit
    while limit is not None:
        answers = tuple(ask(store, msgspec.structs.replace(question, limit=limit)))
        yield from answers[done:]
        if len(answers) < limit:
            return
        done, limit = len(answers), limit * 2
    yield from ask(store, question)


def count(store: Store, question: Question, by: Sequence[str]) -> tuple[Tally, ...]:
    """How many things the question asks for, and their mean scores, by day, week, month, dyad, type … (`Tally`).

    Raises StoreError if there is no such key.
    """
    return store.tallies(by, tuple(_conditions(question)))


def conditions_of(question: Question) -> tuple[Condition, ...]:
    """What a claim must meet to be asked for."""
    return tuple(_conditions(question))


def doubtful_answers(store: Store, question: Question, *, limit: int) -> tuple[Answer, ...]:
    """What the question asks for and no one has ruled on, the least sure first."""
    return tuple(store.find((*_conditions(question), conditions.unruled()), limit=limit, order="doubtful"))


def tell(story: Story, claims: Claims) -> Iterator[Answer]:
    """The claims of one story as answers, as if it were kept and asked for all it says; kind by kind, in its order."""
    for claim in all_claims(claims):
        start, end = stretch(claim)
        yield Answer(
            claim=claim,
            sentence=story.text[start:end],
            story=story.id,
            lang=story.lang,
            headline=story.headline,
            url=story.url,
            publisher=story.publisher or story.site,
            published=story.published,
        )


def as_ruled(store: Store) -> Iterator[tuple[Story, Claims]]:
    """Every story with what it claims, as people have ruled: amended claims as amended, wrong ones left out."""
    rulings = {ruling.claim: ruling for ruling in store.rulings()}

    def ruled(claims: Iterable[AnyClaim]) -> tuple[Any, ...]:
        last = ((claim, rulings.get(claim.id)) for claim in claims)
        return tuple(amending.as_ruled(claim, one) for claim, one in last if one is None or one.verdict != "wrong")

    for story in store.stories():
        claims = store.claims_of(story.id)
        if claims:
            yield (
                story,
                Claims(
                    story=claims.story,
                    lang=claims.lang,
                    events=ruled(claims.events),
                    statements=ruled(claims.statements),
                    engagements=ruled(claims.engagements),
                    tenures=ruled(claims.tenures),
                ),
            )


def entries(store: Store) -> Iterator[Entry]:
    """Every thing the record tells of, made anew from its claims, links and rulings."""
    return resolve(store.claims(), store.links(), store.rulings())


def _told_by(store: Store, answer: Answer) -> tuple[Answer, ...]:
    """The claims of the answer's entry, the best first; those ruled wrong are left out."""
    told = tuple(store.find((conditions.of_entry(answer.entry), conditions.not_ruled_wrong())))
    best = store.best_of(answer.entry)
    return tuple(sorted(told, key=lambda one: one.claim.id != best)) or (answer,)


def _conditions(question: Question) -> Iterator[Condition]:
    if question.dyad:
        yield conditions.between(*question.dyad)
    asked = (
        (conditions.by, question.actor),
        (conditions.about, question.recipient),
        (conditions.of_type, question.type),
        (conditions.of_kind, question.kind),
        (conditions.standing, question.standing or ""),
        (conditions.since, question.since),
        (conditions.until, question.until),
        (conditions.in_language, question.lang),
        (conditions.with_words, question.words),
        (conditions.in_series, question.series),
        (conditions.of_quad, question.quad),
        (conditions.by_speaker, question.speaker),
        (conditions.of_office, question.office),
        (conditions.at_place, question.place),
        (conditions.in_country, question.country),
        (conditions.by_publisher, question.publisher),
    )
    yield from (condition(value) for condition, value in asked if value)
    if question.upcoming:
        yield conditions.standing("planned")
        yield conditions.since(question.upcoming)
        yield conditions.dated()
    if question.score:
        yield conditions.at_least(question.score)
    yield conditions.not_ruled_wrong()
