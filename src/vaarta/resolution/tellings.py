"""Claims as comparison needs them: with their days, sides and keys, and without their story's text."""

from collections.abc import Collection, Iterable, Iterator
from datetime import date
from typing import TypeAlias

from vaarta.packs.names import fold_phrase
from vaarta.records import Claim, Claims, Engagement, Event, Party, Statement, Story, Tenure, When
from vaarta.resolution.keys import Keys, Vocabulary

__all__ = ["Days", "StoryKeys", "Telling", "days_of", "tellings"]

Days: TypeAlias = tuple[int, int]
"""First and last day, inclusive, as ordinals (`date.toordinal`)."""

DAY = len("2024-02-14")
LONG = 366  # days: a span as long as "this year" says nothing of which act it is


class StoryKeys:
    """A story without its text: its number in this comparison, its keys and the day it was published.

    `new` is whether it is to be compared with all others, not with new ones only. `twin` is the number of the story in
    another language that it and no other is likest to, each to the other.
    """

    __slots__ = ("keys", "new", "number", "published", "twin")

    def __init__(self, number: int, keys: Keys, published: int | None, *, new: bool = True) -> None:
        self.number = number
        self.keys = keys
        self.published = published
        self.new = new
        self.twin: int | None = None


class Telling:
    """A claim with what it is compared by. `days` are those it states; `about` is its own day or its story's.

    `offices` are those of its parties, by country, each as its words.
    """

    __slots__ = ("about", "claim", "days", "keys", "offices", "people", "sides", "story")

    def __init__(self, claim: Claim, story: StoryKeys, keys: Keys) -> None:
        self.claim = claim
        self.story = story
        self.keys = keys
        self.sides = sides_of(claim)
        self.people = people_of(claim)
        self.offices = offices_of(claim)
        self.days = days_of(claim.when)
        self.about = self.days[0] if self.days else story.published


def tellings(
    kept: Iterable[tuple[Story, Claims]], vocabulary: Vocabulary, new: Collection[str] | None = None
) -> Iterator[Telling]:
    """Every claim of the stories, with its keys; the stories' own are counted on the way.

    `new` are the ids of the stories that are; all, if it is None.
    """
    for number, (story, claims) in enumerate(kept):
        keys = vocabulary.keys(story.text, story.lang)
        vocabulary.meet(keys)
        about = StoryKeys(number, keys, _ordinal(story.published), new=new is None or story.id in new)
        said: dict[tuple[int, int], Keys] = {}
        for claim in (*claims.events, *claims.statements, *claims.engagements, *claims.tenures):
            span = claim.content.span if isinstance(claim, Statement) else claim.evidence.sentence
            if span not in said:
                said[span] = vocabulary.keys(story.text[slice(*span)], story.lang)
            yield Telling(claim, about, said[span])


def sides_of(claim: Claim) -> tuple[frozenset[str], frozenset[str]]:
    """Who acts and who is acted upon, as countries; where none is known, as the words for them."""
    if isinstance(claim, Event):
        return _countries(claim.actors), _countries(claim.recipients)
    if isinstance(claim, Statement):
        return _countries((claim.speaker,)), _countries((claim.addressee,) if claim.addressee else ())
    if isinstance(claim, Engagement):
        return frozenset(claim.parties), frozenset()
    return frozenset({claim.of[:3]} if isinstance(claim, Tenure) and claim.of else ()), frozenset()


def people_of(claim: Claim) -> tuple[Party, ...]:
    """The parties of a claim that are persons by name."""
    return tuple(party for party in _parties(claim) if party.name)


def offices_of(claim: Claim) -> dict[str, tuple[frozenset[str], ...]]:
    """The offices that a claim's parties are told of by, each as its words, by country."""
    offices: dict[str, tuple[frozenset[str], ...]] = {}
    for party in _parties(claim):
        if party.country and (words := frozenset(fold_phrase(party.office))):
            offices[party.country] = (*offices.get(party.country, ()), words)
    return offices


def _parties(claim: Claim) -> tuple[Party, ...]:
    parties: tuple[Party | None, ...] = ()
    if isinstance(claim, Event):
        parties = (*claim.actors, *claim.recipients)
    elif isinstance(claim, Statement):
        parties = (claim.speaker, claim.addressee)
    elif isinstance(claim, Engagement):
        parties = (*claim.heads, *claim.hosts)
    elif isinstance(claim, Tenure) and claim.holder:
        parties = (Party(text=claim.holder, name=claim.holder, country=claim.of[:3]),)
    return tuple(party for party in parties if party)


def days_of(when: When | None) -> Days | None:
    """The days a claim states, if both ends are told and they are not as good as any."""
    if not when or not (when.first or when.last):
        return None
    first, last = _ordinal(when.first or when.last), _ordinal(when.last or when.first)
    if first is None or last is None or last - first > LONG:
        return None
    return first, last


def _countries(parties: tuple[Party, ...]) -> frozenset[str]:
    known = frozenset(party.country for party in parties if party.country)
    return known or frozenset(party.text for party in parties)


def _ordinal(day: str) -> int | None:
    try:
        return date.fromisoformat(day[:DAY]).toordinal()
    except ValueError:
        return None
