"""What each page shows: the JSON of a page is its view, and the HTML is made of nothing else."""

from collections.abc import Iterator, Sequence
from importlib.metadata import version

import msgspec

from vaarta.countries import code_of
from vaarta.query import Question, Tally, Thing, ask, conditions_of, count, thing, things
from vaarta.records import Dispute, Engagement, Link, Record, Story
from vaarta.resolution.disputes import disputes_of
from vaarta.store import Answer, Contents, Store, conditions, surveying
from vaarta.store.rows import days_of
from vaarta.store.surveying import StoryFound
from vaarta.web.accuracy import Measured, measured
from vaarta.web.asked import Asked
from vaarta.web.dated import Timeline, timeline
from vaarta.web.mapped import Spot, spot_of
from vaarta.web.refusals import Refused

__all__ = ["About", "Dyad", "Listing", "StoryTold", "Told", "about", "country", "dyad", "listing", "story_told", "told"]

PAGE = 25  # things on a page
SHOWN = 10  # things of each kind on the page of a dyad
PARTS = 50  # parts of a thing
TOPICS = 10
ENGAGED = 200  # claims of engagements that the curve of a dyad is looked through for
MOST = 5000  # claims of a story that are shown; the longest news stories have some hundred


class Listing(Record, frozen=True, kw_only=True):
    """Things that a question asks for, one page of them, and whether there are more; on the first, when they were."""

    asked: tuple[tuple[str, str], ...]
    page: int
    more: bool
    things: tuple[Thing, ...]
    timeline: Timeline | None


class Told(Record, frozen=True, kw_only=True):
    """A thing with what its stories dispute, what it is part of, its parts, and why its claims are linked or not.

    `stops` are the places of its parts in the order of their days, or its own: each place once.
    """

    thing: Thing
    disputes: tuple[Dispute, ...]
    part_of: Thing | None
    parts: tuple[Thing, ...]
    links: tuple[Link, ...]
    stops: tuple[Spot, ...]


class StoryTold(Record, frozen=True, kw_only=True):
    """A story and what it claims, in the order of the text; what a person ruled wrong is left out."""

    story: Story
    claims: tuple[Answer, ...]
    before: StoryFound | None
    after: StoryFound | None


class Engaged(Record, frozen=True, kw_only=True):
    """An engagement on the curve of a dyad: its days, its kind, where it stands, and the thing."""

    first: str
    last: str
    kind: str
    standing: str
    thing: str


class Dyad(Record, frozen=True, kw_only=True):
    """What passed between two countries. `ways` and `months` count events by direction, and by month and direction.

    `topics` are contexts of events and topics of engagements with how many claims are about them.
    """

    left: str
    right: str
    since: str
    until: str
    ways: tuple[Tally, ...]
    months: tuple[Tally, ...]
    months_by_way: tuple[Tally, ...]
    topics: tuple[tuple[str, str, int], ...]
    engaged: tuple[Engaged, ...]
    events: tuple[Thing, ...]
    engagements: tuple[Thing, ...]
    statements: tuple[Thing, ...]


class About(Record, frozen=True, kw_only=True):
    """What the record holds, and the version of Vaarta that shows it."""

    version: str
    contents: Contents
    measured: tuple[Measured, ...]


def listing(store: Store, asked: Asked) -> Listing:
    """A page of things that are asked for."""
    skip = (asked.page - 1) * PAGE
    question = msgspec.structs.replace(asked.question, limit=skip + PAGE + 1)
    found = tuple(things(store, question, skip=skip))
    spans = timeline(store, asked.question) if asked.page == 1 else None
    return Listing(asked=asked.given, page=asked.page, more=len(found) > PAGE, things=found[:PAGE], timeline=spans)


def told(store: Store, wanted: str) -> Told:
    """The thing with this id, or that the claim with this id tells. Raises Refused if there is none."""
    found = thing(store, wanted)
    if not found:
        raise Refused(404)
    claims = [answer.claim for answer in found.told_by]
    parts = _parts(store, found)
    links = store.links([claim.id for claim in claims])
    return Told(
        thing=found,
        disputes=disputes_of(claims),
        part_of=_whole(store, found),
        parts=parts,
        stops=tuple(_stops(found, parts)),
        links=tuple(sorted(links, key=lambda link: (link.verdict, -link.score, link.left, link.right))),
    )


def story_told(store: Store, wanted: str) -> StoryTold:
    """The story with this id and its claims. Raises Refused if it is not kept."""
    story = store.story(wanted)
    if not story:
        raise Refused(404)
    asked = conditions.of_story(wanted), conditions.not_ruled_wrong()
    claims = sorted(store.find(asked, limit=MOST), key=lambda answer: (answer.claim.evidence.span, answer.claim.id))
    before, after = store.survey(surveying.neighbours(story.id))
    return StoryTold(story=story, claims=tuple(claims), before=before, after=after)


def dyad(store: Store, sides: tuple[str, str], days: tuple[str, str]) -> Dyad:
    """What passed between two countries in these days."""
    left, right = sides
    question = Question(dyad=sides, since=days[0], until=days[1])
    events = msgspec.structs.replace(question, kind="event")
    wanted = {f"{left}>{right}", f"{right}>{left}", f"{min(sides)}={max(sides)}"}

    def some(kind: str) -> tuple[Thing, ...]:
        return tuple(things(store, msgspec.structs.replace(question, kind=kind, limit=SHOWN)))

    def counted(by: Sequence[str]) -> tuple[Tally, ...]:
        return tuple(told for told in count(store, events, by) if told.keys.get("direction", "") in {"", *wanted})

    return Dyad(
        left=left,
        right=right,
        since=days[0],
        until=days[1],
        ways=counted(["direction"]),
        months=counted(["month"]),
        months_by_way=counted(["month", "direction"]),
        topics=store.survey(surveying.topics(conditions_of(question), TOPICS)),
        engaged=tuple(_engaged(store, question)),
        events=some("event"),
        engagements=some("engagement"),
        statements=some("statement"),
    )


def _engaged(store: Store, question: Question) -> Iterator[Engaged]:
    """The engagements that say a day, each once, the latest first."""
    seen = set[str]()
    for answer in ask(store, msgspec.structs.replace(question, kind="engagement", limit=ENGAGED)):
        claim, days = answer.claim, days_of(answer.claim)
        thing = answer.entry or claim.id
        if days and thing not in seen and isinstance(claim, Engagement):
            seen.add(thing)
            yield Engaged(first=days[0], last=days[1], kind=claim.kind, standing=claim.standing, thing=thing)


def about(store: Store) -> About:
    """What the record holds."""
    return About(version=version("vaarta"), contents=store.contents(), measured=measured())


def country(written: str) -> str:
    """The code of a country in an address. Raises Refused if it is none."""
    code = code_of(written[:100])
    if not code:
        raise Refused(404, "bad_country", value=written[:100])
    return code


def _stops(found: Thing, parts: Sequence[Thing]) -> Iterator[Spot]:
    """Where a thing leads: the places of its parts, by their days; its own if its parts have none."""
    ordered = sorted(parts, key=lambda part: days_of(part.claim) or ("~", ""))  # without a day: last
    spots = [spot_of(one.claim.where, one.best.lang) for one in ordered]
    seen = set[tuple[float, float]]()
    for spot in filter(None, spots if any(spots) else [spot_of(found.claim.where, found.best.lang)]):
        if spot.point not in seen:
            seen.add(spot.point)
            yield spot


def _whole(store: Store, found: Thing) -> Thing | None:
    """What a thing is a part of, as any of the claims that tell it names it."""
    for answer in found.told_by:
        named = getattr(answer.claim, "part_of", "")
        whole = thing(store, named) if named else None
        if whole and whole.id != found.id:
            return whole
    return None


def _parts(store: Store, found: Thing) -> tuple[Thing, ...]:
    """The parts of a thing, which are told in the stories that tell of it."""
    own = {answer.claim.id for answer in found.told_by}
    parts: dict[str, Thing] = {}
    for story in dict.fromkeys(answer.story for answer in found.told_by):
        claims = store.claims_of(story)
        for claim in claims.engagements if claims else ():
            if claim.part_of in own and len(parts) < PARTS and (part := thing(store, claim.id)):
                parts.setdefault(part.id, part)
    parts.pop(found.id, None)
    return tuple(parts.values())
