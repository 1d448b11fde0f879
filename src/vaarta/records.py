"""Every record. Read this file first.

Frozen `msgspec.Struct`s; unknown fields are refused. Offsets are Unicode code points into `Story.text`
(NFC), half-open. Days are ISO dates (YYYY-MM-DD), inclusive. Scores are 0-1. Ids are content-addressed:
the same thing said again has the same id.
"""

import hashlib
from typing import Literal

import msgspec

__all__ = [
    "Actor", "Claims", "Dispute", "Engagement", "EngagementKind", "Entry", "Event", "Evidence", "Forgotten", "Link",
    "Party", "Passed", "Place", "ReadIn", "Ruling", "Standing", "Statement", "Story", "Tenure", "When", "content_id",
]  # fmt: skip

Standing = Literal["happened", "planned", "denied", "possible"]
Basis = Literal["stated", "relative", "dateline", "published"]
EngagementKind = Literal[
    "summit", "dialogue-round", "meeting", "visit", "call", "delegation", "conference", "signing", "exercise",
    "press-conference",
]  # fmt: skip


class Record(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The root of all records. `frozen` and `kw_only` are said again by each class, for the type checker."""


def content_id(prefix: str, *parts: object) -> str:
    """`prefix-` and 16 hex digits of the SHA-256 of the parts: the same parts give the same id on any machine."""
    whole = "\x1f".join("" if part is None else str(part) for part in parts)
    return f"{prefix}-{hashlib.sha256(whole.encode()).hexdigest()[:16]}"


class Story(Record, frozen=True, kw_only=True):
    """One news story, as read. `text` is headline (if any, as its first paragraph) and body, NFC.

    `published` and `fetched` are ISO 8601 with zone, or "" if unknown; a bare day (YYYY-MM-DD) if only that is known.
    `paragraphs` are [start, end) offsets into `text`; `reader` names what read it ("scrape", "html", "jsonl").
    """

    id: str
    lang: str
    text: str
    url: str = ""
    publisher: str = ""
    site: str = ""
    section: str = ""
    headline: str = ""
    byline: str = ""
    published: str = ""
    fetched: str = ""
    image: str = ""
    paragraphs: tuple[tuple[int, int], ...] = ()
    reader: str = ""


class Passed(Record, frozen=True, kw_only=True):
    """An input passed over, with the reason: bad input is a result, counted, never an exception."""

    source: str
    reason: str
    record: str = ""


class Evidence(Record, frozen=True, kw_only=True):
    """Where a story says so: the sentence's and the words' offsets in `Story.text`, and the words themselves."""

    story: str
    sentence: tuple[int, int]
    span: tuple[int, int]
    quote: str


class When(Record, frozen=True, kw_only=True):
    """Days, inclusive; "" for an open or unknown end. `said` is the phrase as written."""

    first: str = ""
    last: str = ""
    basis: Basis = "stated"
    said: str = ""
    evidence: Evidence | None = None


class Place(Record, frozen=True, kw_only=True):
    """A place as written, with the country it lies in (ISO 3166-1 alpha-3, "" if unknown)."""

    text: str
    country: str = ""
    place_id: str = ""
    evidence: Evidence | None = None


class Actor(Record, frozen=True, kw_only=True):
    """Someone or something that acts in the world, in no language: what the actor files hold."""

    id: str
    kind: Literal["country", "organisation", "group", "party", "person", "body"]
    names: dict[str, tuple[str, ...]] = {}
    country: str = ""
    sector: str = ""
    part_of: str = ""


class Party(Record, frozen=True, kw_only=True):
    """One side of a claim, as the story names it.

    `text` is the fullest phrase, without case marker. `country` is ISO 3166-1 alpha-3 of the side it acts for, or
    "IGO", "NGO", "MNC", or "" if unknown. `sector` is a code of sectors.toml or "". `evidence` is the mention in the
    claim's own sentence; `antecedent` the fuller mention it leads back to, if that is another.
    """

    text: str
    country: str = ""
    sector: str = ""
    actor_id: str = ""
    name: str = ""
    office: str = ""
    evidence: Evidence | None = None
    antecedent: Evidence | None = None


class Claim(Record, frozen=True, kw_only=True):
    """What one sentence says: the root of the four kinds. `by` names rule, pack and pipeline.

    "hi/events#condemn hi_vaarta-0.1.0 CC-BY-NC-SA-4.0": the entry of the pack, the pipeline that parsed the story, its
    licence, with blanks between them. `score` of an event is how likely it is right (docs/scores.md).
    """

    id: str
    story: str
    evidence: Evidence
    by: str
    score: float = 1.0
    standing: Standing = "happened"
    when: When | None = None
    where: Place | None = None
    again: tuple[Evidence, ...] = ()


class Event(Claim, frozen=True, kw_only=True, tag_field="claim", tag="event"):
    """Who did what to whom: a PLOVER type and mode, its CAMEO code, scores, and both sides."""

    type: str
    mode: str = ""
    contexts: tuple[str, ...] = ()
    cameo: str = ""
    goldstein: float | None = None
    plover_score: float | None = None
    actors: tuple[Party, ...] = ()
    recipients: tuple[Party, ...] = ()


class Statement(Claim, frozen=True, kw_only=True, tag_field="claim", tag="statement"):
    """Who said what: `content` is the span of what was said; `performs` the ids of the events it performs."""

    speaker: Party
    content: Evidence
    cue: str
    direct: bool = False
    addressee: Party | None = None
    venue: str = ""
    act: str = "say"
    performs: tuple[str, ...] = ()


class Engagement(Claim, frozen=True, kw_only=True, tag_field="claim", tag="engagement"):
    """A formal contact between sides, as one thing with a name and a place in time.

    `parties` are sorted country codes. `part_of` is the id of the larger engagement this is a leg or a meeting of.
    """

    kind: EngagementKind
    parties: tuple[str, ...] = ()
    name: str = ""
    series: str = ""
    round: int | None = None
    heads: tuple[Party, ...] = ()
    hosts: tuple[Party, ...] = ()
    topics: tuple[str, ...] = ()
    part_of: str = ""


class Tenure(Claim, frozen=True, kw_only=True, tag_field="claim", tag="tenure"):
    """Who holds which office of what, and where that office stands.

    `of` is country and sector of what the office belongs to ("PAK MIL"); `heads` the bodies it is the head of;
    `ranks_after` and `reports_to` are offices as written.
    """

    office: str
    holder: str = ""
    of: str = ""
    heads: tuple[str, ...] = ()
    ranks_after: str = ""
    reports_to: str = ""


class Claims(Record, frozen=True, kw_only=True):
    """Everything coded from one story, in the order of the text."""

    story: str
    lang: str
    events: tuple[Event, ...] = ()
    statements: tuple[Statement, ...] = ()
    engagements: tuple[Engagement, ...] = ()
    tenures: tuple[Tenure, ...] = ()


class Link(Record, frozen=True, kw_only=True):
    """Two claims compared: the same thing, different things, or unsure, and why.

    `by` is who says so: a person by name, "" for what Vaarta found itself. A person's word counts before ours.
    """

    left: str
    right: str
    verdict: Literal["same", "different", "unsure"]
    why: str
    score: float = 1.0
    by: str = ""


class Ruling(Record, frozen=True, kw_only=True):
    """A person's verdict on a claim. Rulings are appended, never changed: the last one counts.

    `on` is an ISO day or time. `amended` says what the claim's fields should be (see `store.amending`). A ruling
    "withdrawn" takes back those before it: the claim is as if never ruled on.
    """

    claim: str
    verdict: Literal["right", "wrong", "amended", "withdrawn"]
    by: str
    on: str
    note: str = ""
    amended: dict[str, str] = {}


class Forgotten(Record, frozen=True, kw_only=True):
    """A story taken down: what it was, without its words; the ids of its claims; who asked for it, when and why.

    `digest` is that of all that was kept, `on` an ISO time.
    """

    story: str
    url: str
    publisher: str
    published: str
    lang: str
    digest: str
    claims: tuple[str, ...]
    by: str
    on: str
    why: str


class ReadIn(Record, frozen=True, kw_only=True):
    """Who read a story in over the web, and when (an ISO time)."""

    story: str
    by: str
    on: str


class Dispute(Record, frozen=True, kw_only=True):
    """What stories tell differently of one thing: each answer in words ("2021-01-05", "GBR") with its claims' ids."""

    field: Literal["days", "country", "place", "hosts", "level", "round", "standing"]
    answers: tuple[tuple[str, tuple[str, ...]], ...]


class Entry(Record, frozen=True, kw_only=True):
    """One thing in the world: the best claim and all that tell it. A pure function of claims, links, rulings.

    `part_of` is the id of the entry that this one is a part of. `disputes` is what its claims contradict each other in.
    """

    id: str
    kind: Literal["event", "statement", "engagement", "tenure"]
    best: str
    told_by: tuple[str, ...]
    ruling: str = ""
    part_of: str = ""
    disputes: tuple[Dispute, ...] = ()
