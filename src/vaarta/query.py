"""Stage 7: questions to the record, answered with the sentence that says so."""

from collections.abc import Iterator

from vaarta.records import Claims, Entry, Record, Standing, Story
from vaarta.resolution import resolve
from vaarta.store import Answer, Condition, Store, conditions
from vaarta.store.rows import all_claims, stretch

__all__ = ["Answer", "Question", "ask", "entries", "tell"]


class Question(Record, frozen=True, kw_only=True):
    """What is asked of the record; what is left empty does not matter.

    `actor` acts, `recipient` is acted upon, `dyad` are two sides in whatever role: codes (IND) or names as written.
    `kind` is event, statement, engagement or tenure, or a kind of engagement (visit); `type` a PLOVER type, with or
    without its mode (CONSULT, CONSULT/visit). Days are inclusive. `words` must all be in the sentence or the headline.
    `series` are words of the name of a series of engagements. `upcoming` is a day: only what is planned and said to be
    on it or later. `earliest` turns the order round.
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
    earliest: bool = False
    limit: int | None = None


def ask(store: Store, question: Question) -> Iterator[Answer]:
    """The claims the question asks for, latest (or earliest) day first. Claims that a person ruled wrong are left out.

    Raises StoreError if the record cannot be read.
    """
    return store.find(tuple(_conditions(question)), limit=question.limit, earliest=question.earliest)


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


def entries(store: Store) -> Iterator[Entry]:
    """Every thing the record tells of, made anew from its claims, links and rulings."""
    return resolve(store.claims(), store.links(), store.rulings())


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
    )
    yield from (condition(value) for condition, value in asked if value)
    if question.upcoming:
        yield conditions.standing("planned")
        yield conditions.since(question.upcoming)
        yield conditions.dated()
    yield conditions.not_ruled_wrong()
