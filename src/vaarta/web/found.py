"""What a search finds: stories, statements, things, and whom the words name."""

from collections.abc import Iterator

import msgspec

from vaarta.countries import code_of
from vaarta.query import Question, Tally, Thing, conditions_of, count, things
from vaarta.records import Record
from vaarta.store import Store, surveying
from vaarta.store.surveying import StoryFound
from vaarta.web.asked import Asked
from vaarta.web.persons import Known, known_as

__all__ = ["SearchView", "search"]

THINGS, SAID, STORIES = 12, 6, 12


class SearchView(Record, frozen=True, kw_only=True):
    """What the words are found in; `kinds` counts the things by their kind. Without words, nothing is asked."""

    asked: tuple[tuple[str, str], ...]
    country: str
    known: tuple[Known, ...]
    kinds: tuple[Tally, ...]
    stories: tuple[StoryFound, ...]
    statements: tuple[Thing, ...]
    things: tuple[Thing, ...]


def search(store: Store, asked: Asked) -> SearchView:
    """What is found by the words, in either script; the filters of the listing hold here, too."""
    question = asked.question
    if not question.words:
        return SearchView(asked=asked.given, country="", known=(), kinds=(), stories=(), statements=(), things=())

    def some(kind: str, limit: int) -> Iterator[Thing]:
        return things(store, msgspec.structs.replace(question, kind=kind or question.kind, limit=limit))

    return SearchView(
        asked=asked.given,
        country=code_of(question.words),
        known=known_as(question.words),
        kinds=count(store, question, ["kind"]),
        stories=_stories(store, question),
        statements=tuple(some("statement", SAID)),
        things=tuple(one for one in some("", THINGS + SAID) if one.claim.__class__.__name__ != "Statement")[:THINGS],
    )


def _stories(store: Store, question: Question) -> tuple[StoryFound, ...]:
    """The stories that hold the words; what is asked of claims besides leaves only stories that claim such a thing."""
    by_words = Question(words=question.words, lang=question.lang, publisher=question.publisher)
    if msgspec.structs.replace(question, limit=None, earliest=False) != by_words:
        return tuple(store.survey(surveying.stories(conditions_of(question), STORIES)))
    words, lang, publisher = question.words, question.lang, question.publisher.strip()
    return tuple(store.survey(surveying.holding(words, STORIES, lang=lang, publisher=publisher)))
