"""Claims as comparison needs them: with their days, sides and keys, and without their story's text."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from typing import TypeAlias

from vaarta.packs.sounds import sounds_of
from vaarta.records import Claim, Claims, Engagement, Event, Party, Statement, Story, Tenure, When
from vaarta.resolution.details import Details, countries_in, details_of, sights_in
from vaarta.resolution.keys import Keys, Vocabulary
from vaarta.resolution.wording import Wording

__all__ = ["VISIT", "Days", "StoryKeys", "Telling", "alike", "days_of", "said_at", "tellings", "told_on_one_day"]

Days: TypeAlias = tuple[int, int]
"""First and last day, inclusive, as ordinals (`date.toordinal`)."""
Span: TypeAlias = tuple[int, int]
"""Where a stretch of text begins and ends, in code points."""

DAY = len("2024-02-14")
LONG = 366  # days: a span as long as "this year" says nothing of which act it is
OPEN = 31  # days that a span without an end is taken to last; if it began before that, it says nothing of the act
OPENING = 350  # characters: the headline and a sentence or two, which say what the story is about
STOP = 20  # characters on each side of the words that tell a visit, within their sentence: what is seen on it
BESIDE = 60  # characters on each side of the words that tell an act, within their sentence: what the act is about
ABOUT = 100  # characters on each side of these words, in other sentences too: what it is about
TOUR = 2  # countries that are visited
VISIT = "visit"  # mode of an event, kind of an engagement
NOTHING: frozenset[str] = frozenset()


class StoryKeys:
    """A story without its text: its number in this comparison, its keys, and when it was published.

    `timed` is whether the hour is known, so that the day is no estimate. `new` is whether it is to be compared with all
    others, not with new ones only. `held` is how much of the shorter is in the longer, of it and each story of its
    language that it is compared with, by number. `twin` is the number of the story in another language that it and no
    other is likest to, each to the other.
    """

    __slots__ = ("held", "keys", "new", "number", "published", "timed", "twin", "year")

    def __init__(
        self, number: int, keys: Keys, published: int | None, *, timed: bool = False, new: bool = True
    ) -> None:
        self.number = number
        self.keys = keys
        self.published = published
        self.timed = timed
        self.new = new
        self.year = date.fromordinal(published).year if published else 0
        self.held: dict[int, float] = {}
        self.twin: int | None = None


class Role:
    """Who stands in one role of a claim: how many they are, their sectors and the sounds of their names, by country."""

    __slots__ = ("many", "names", "sectors")

    def __init__(self, parties: Sequence[Party]) -> None:
        self.many = len(parties)
        self.names = names_of(parties)
        self.sectors = sectors_of(parties)


class Telling:
    """A claim with what it is compared by. `days` are those it states; `about` is its own day or its story's.

    `keys` are those of its sentence, of a statement those of what was said; `wording` is how it is worded; `told` and
    `around` are what the sentence and the words around those that tell it name; `onto` are the keys of the words for
    whom it is done or said to, `doer` those of who does, says or heads it, None if it is nobody. `opens` is whether it
    is told in the story's opening. `sectors` are those of its parties, by country, `names` how the persons among them
    sound. Who takes part in an engagement is also told by the events of the same words. `roles` are who does it, says
    it or heads it, and for whom; `offices` those of its parties, by country. `leg` are those of a tour's countries that
    the words which tell it name, if not all: an arrival in one of them. `stops` are words for what is seen or attended
    on a visit, at those which tell it.
    """

    __slots__ = (
        "about", "around", "claim", "days", "doer", "keys", "leg", "names", "offices", "onto", "opens", "roles",
        "sectors", "sides", "stops", "story", "told", "wording",
    )  # fmt: skip

    def __init__(self, claim: Claim, story: StoryKeys, texts: "Texts", acts: Collection[Event] = ()) -> None:
        parties = (*_parties(claim), *(party for act in acts for party in _parties(act)))
        self.claim = claim
        self.story = story
        self.keys = texts.said(claim)
        self.told, self.around = texts.details(claim)
        self.onto = texts.onto(claim)
        self.doer = texts.doer(claim)
        self.opens = claim.evidence.span[0] < OPENING
        self.sides = sides_of(claim)
        self.leg = texts.leg(claim, hosts_of(claim))
        self.stops = texts.stops(claim)
        self.names = names_of(parties)
        self.sectors = sectors_of(parties)
        self.offices = offices_of(parties)
        self.roles = tuple(Role(of) for of in roles_of(claim))
        self.wording = texts.wording(claim)
        self.days = days_about(claim.when, story.published)
        stated = days_of(claim.when) if self.days else None
        self.about = stated[0] if stated else story.published


def alike(left: Telling, right: Telling, vocabulary: Vocabulary) -> float:
    """How much of what two claims say is the same, 0-1; a saying that is a part of another is like it, too."""
    return vocabulary.alike(left.keys, right.keys, whole=not isinstance(left.claim, Statement))


class Texts:
    """The stretches of a story's text that claims are compared by, each looked at once."""

    def __init__(self, story: Story, vocabulary: Vocabulary) -> None:
        self._story = story
        self._vocabulary = vocabulary
        self._keys: dict[Span, Keys] = {}
        self._details: dict[Span, Details] = {}

    def said(self, claim: Claim) -> Keys:
        """The keys of what was said, else of the sentence."""
        return self._keys_of(said_at(claim))

    def wording(self, claim: Claim) -> Wording:
        """How the claim is worded."""
        said, (first, last) = said_at(claim), claim.evidence.sentence
        whole = min(said[0], first), max(said[1], last)
        return Wording(
            signs=self._vocabulary.signs(self._story.text[slice(*said)]),
            near=self._vocabulary.signs(self._story.text[slice(*_around(claim))]),
            pairs=self._vocabulary.pairs(self._story.text[slice(*whole)]),
            sentence=self._keys_of(whole),
            act=self._keys_of(claim.evidence.span),
            beside=self._keys_of(self._words_around(*claim.evidence.span)),
        )

    def details(self, claim: Claim) -> tuple[Details, Details]:
        """What the claim's sentence names, with what was said; and what the words around those that tell it name."""
        (first, last), (start, end) = claim.evidence.sentence, said_at(claim)
        return self._details_of((min(first, start), max(last, end))), self._details_of(_around(claim))

    def onto(self, claim: Claim) -> Keys | None:
        """The keys of the words for whom an act is done to or a saying said to; None if that is told of nobody."""
        parties: tuple[Party, ...] = ()
        if isinstance(claim, Event):
            parties = claim.recipients
        elif isinstance(claim, Statement) and claim.addressee:
            parties = (claim.addressee,)
        words = " ".join(party.text for party in parties)
        return self._vocabulary.keys(words, self._story.lang) if words else None

    def doer(self, claim: Claim) -> Keys | None:
        """The keys of who does or says it."""
        words = " ".join(party.name or party.text for party in roles_of(claim)[0])
        return self._vocabulary.keys(words, self._story.lang) if words else None

    def leg(self, claim: Claim, hosts: frozenset[str]) -> frozenset[str]:
        """The countries of a tour to `hosts` that the words which tell it name; none if they name all or none."""
        if len(hosts) < TOUR:
            return NOTHING
        named = countries_in(self._story.text[slice(*claim.evidence.span)], self._story.lang) & hosts
        return named if named != hosts else NOTHING

    def stops(self, claim: Claim) -> frozenset[str]:
        """The words for what is seen or attended that stand at those which tell the claim."""
        return sights_in(self._story.text[slice(*_around(claim, STOP))], self._story.lang)

    def _words_around(self, start: int, end: int) -> Span:
        """The whole words that stand around a stretch, in whichever sentence."""
        text, first, last = self._story.text, max(0, start - ABOUT), end + ABOUT
        if first and (space := text.find(" ", first, start)) >= 0:
            first = space
        if last < len(text) and (space := text.rfind(" ", end, last)) >= 0:
            last = space
        return first, last

    def _details_of(self, span: Span) -> Details:
        if span not in self._details:
            self._details[span] = details_of(self._story.text[slice(*span)], self._story.lang)
        return self._details[span]

    def _keys_of(self, span: Span) -> Keys:
        if span not in self._keys:
            self._keys[span] = self._vocabulary.keys(self._story.text[slice(*span)], self._story.lang)
        return self._keys[span]


def told_on_one_day(left: Telling, right: Telling) -> bool:
    """Whether the stories of two claims were published on one day."""
    return left.story.published is not None and left.story.published == right.story.published


def tellings(
    kept: Iterable[tuple[Story, Claims]], vocabulary: Vocabulary, new: Collection[str] | None = None
) -> Iterator[Telling]:
    """Every claim of the stories, with its keys; the stories' own are counted on the way.

    `new` are the ids of the stories that are; all, if it is None.
    """
    for number, (story, claims) in enumerate(kept):
        keys = vocabulary.keys(story.text, story.lang)
        vocabulary.meet(keys)
        timed = len(story.published) > DAY
        is_new = new is None or story.id in new
        about = StoryKeys(number, keys, _ordinal(story.published), timed=timed, new=is_new)
        texts = Texts(story, vocabulary)
        for claim in (*claims.events, *claims.statements, *claims.engagements, *claims.tenures):
            engaged = isinstance(claim, Engagement)
            acts = [act for act in claims.events if engaged and act.evidence.span == claim.evidence.span]
            yield Telling(claim, about, texts, acts)


def _around(claim: Claim, beside: int = BESIDE) -> Span:
    (first, last), (start, end) = claim.evidence.sentence, claim.evidence.span
    return max(first, start - beside), min(last, end + beside)


def said_at(claim: Claim) -> Span:
    """Where what a claim says stands: what was said, else the sentence."""
    return claim.content.span if isinstance(claim, Statement) else claim.evidence.sentence


def sides_of(claim: Claim) -> tuple[frozenset[str], frozenset[str]]:
    """Who acts and who is acted upon, as countries; where none is known, as the words for them."""
    if isinstance(claim, Event):
        return _countries(claim.actors), _countries(claim.recipients)
    if isinstance(claim, Statement):
        return _countries((claim.speaker,)), _countries((claim.addressee,) if claim.addressee else ())
    if isinstance(claim, Engagement):
        return frozenset(claim.parties), frozenset()
    return frozenset({claim.of[:3]} if isinstance(claim, Tenure) and claim.of else ()), frozenset()


def hosts_of(claim: Claim) -> frozenset[str]:
    """The countries that a claim of a visit says are visited; none if it does not say who visits."""
    if isinstance(claim, Event) and claim.mode == VISIT and claim.actors:
        return frozenset(party.country for party in claim.recipients if party.country)
    if isinstance(claim, Engagement) and claim.kind == VISIT:
        visitor = {head.country for head in claim.heads[:1] if head.country}
        return frozenset(claim.parties) - visitor if visitor else NOTHING
    return NOTHING


def names_of(parties: Iterable[Party]) -> dict[str, set[tuple[str, ...]]]:
    """The sounds of the names of persons, word by word, by country."""
    names: dict[str, set[tuple[str, ...]]] = {}
    for party in parties:
        if sounds := sounds_of(party.name):
            names.setdefault(party.country, set()).add(sounds)
    return names


def sectors_of(parties: Iterable[Party]) -> dict[str, frozenset[str]]:
    """The sectors of parties, by country."""
    sectors: dict[str, frozenset[str]] = {}
    for party in parties:
        if party.country and party.sector:
            sectors[party.country] = sectors.get(party.country, NOTHING) | {party.sector}
    return sectors


def offices_of(parties: Iterable[Party]) -> dict[str, frozenset[str]]:
    """The offices that parties hold, by country."""
    offices: dict[str, frozenset[str]] = {}
    for party in parties:
        if party.office:
            offices[party.country] = offices.get(party.country, NOTHING) | {party.office}
    return offices


def roles_of(claim: Claim) -> tuple[Sequence[Party], Sequence[Party]]:
    """Who does or says it, and for whom it is done or to whom it is said; who heads an engagement, and who hosts it."""
    if isinstance(claim, Event):
        return claim.actors, claim.recipients
    if isinstance(claim, Statement):
        return (claim.speaker,), (claim.addressee,) if claim.addressee else ()
    return (claim.heads, claim.hosts) if isinstance(claim, Engagement) else ((), ())


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


def days_about(when: When | None, published: int | None) -> Days | None:
    """The days a claim states, as a story of the day `published` means them: a span without an end is short.

    Without an end, and begun long before the story, it says since when, not when.
    """
    days = days_of(when)
    if days is None or when is None or (when.first and when.last):
        return days
    if published is not None and published - days[0] > OPEN:
        return None
    return (days[0], days[0] + OPEN) if when.first else (days[0] - OPEN, days[0])


def _countries(parties: tuple[Party, ...]) -> frozenset[str]:
    known = frozenset(party.country for party in parties if party.country)
    return known or frozenset(party.text for party in parties)


def _ordinal(day: str) -> int | None:
    try:
        return date.fromisoformat(day[:DAY]).toordinal()
    except ValueError:
        return None
