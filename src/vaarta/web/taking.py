"""Stories that are sent: read, coded and kept as `vaarta keep` does, with who sent them."""

import threading
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from vaarta.days import now
from vaarta.gathering import gather
from vaarta.records import Passed, ReadIn, Record, Story
from vaarta.store import Store
from vaarta.web.refusals import Refused

__all__ = ["StoryGiven", "StoryKept", "take_story"]

WAIT_S = 30.0  # for the story before it to be coded: one at a time, as each takes a core and some memory
FEW = 20  # stories not yet compared with the others that are compared along with this one; more is for `vaarta link`
REASON = 400
Line = Annotated[str, Meta(max_length=1000)]
_coding = threading.Lock()


class StoryGiven(Record, frozen=True, kw_only=True):
    """A story, as one of JSON Lines that `vaarta read` takes: only its text must be there."""

    text: Annotated[str, Meta(min_length=1, max_length=60_000)]
    id: Annotated[str, Meta(max_length=300, pattern=r"^[^\x00-\x1f\x7f-\x9f]*$")] = ""
    lang: Annotated[str, Meta(max_length=20)] = ""
    url: Annotated[str, Meta(max_length=2000)] = ""
    publisher: Line = ""
    section: Line = ""
    headline: Line = ""
    byline: Line = ""
    published: Annotated[str, Meta(max_length=60)] = ""


class StoryKept(Record, frozen=True, kw_only=True):
    """What became of a story that was sent: new, or there already; how much it claims; who sent it, and when."""

    story: str
    kept: Literal["new", "same"]
    claims: int
    by: str
    on: str


def take_story(store: Store, given: StoryGiven, by: str) -> StoryKept:
    """Read, code and keep a story. Raises Refused if it holds none, or another is kept under its id."""
    story, on = _read(given), now()
    before = store.story(story.id)
    if before and before.text != story.text:
        raise Refused(409, "other_story", value=story.id)
    if before:
        return _told(store, StoryKept(story=story.id, kept="same", claims=0, by=by, on=on))
    if not _coding.acquire(timeout=WAIT_S):
        raise Refused(503, "coding_another")
    try:
        return _told(store, _keep(store, msgspec.structs.replace(story, fetched=on), by))
    finally:
        _coding.release()


def _keep(store: Store, story: Story, by: str) -> StoryKept:
    from vaarta.pipeline import code_stories

    coded = next(iter(code_stories([story])))
    if isinstance(coded, Passed):
        raise Refused(422, "bad_story", reason=coded.reason[:REASON])
    kept = store.keep(*coded, ReadIn(story=story.id, by=by, on=story.fetched))
    if kept == "forgotten":
        raise Refused(410)
    if len(store.uncompared(FEW + 1)) <= FEW:
        gather(store)
    return StoryKept(story=story.id, kept="same" if kept == "same" else "new", claims=0, by=by, on=story.fetched)


def _read(given: StoryGiven) -> Story:
    from vaarta.reading.jsonl import read_document

    item = {name: value for name, value in msgspec.structs.asdict(given).items() if value}
    story = next(iter(read_document(msgspec.json.encode(item), given.url or given.id)))
    if isinstance(story, Passed):
        raise Refused(422, "bad_story", reason=story.reason[:REASON])
    return story


def _told(store: Store, kept: StoryKept) -> StoryKept:
    return msgspec.structs.replace(kept, claims=len(store.claims_in([kept.story])))
