"""The record: stories, what they claim, how claims are linked, and what people ruled on them."""

import json
import sqlite3
import time
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, Literal, Self

import msgspec

from vaarta.errors import StoreError
from vaarta.records import (
    Claims,
    Engagement,
    Entry,
    Event,
    Forgotten,
    Link,
    ReadIn,
    Record,
    Ruling,
    Statement,
    Story,
    Tenure,
    content_id,
)
from vaarta.store import forgetting, health, linking, writing
from vaarta.store.amending import as_ruled
from vaarta.store.conditions import Condition
from vaarta.store.counting import Tally, tallies
from vaarta.store.forgetting import Takedown
from vaarta.store.opening import connect, telling
from vaarta.store.rewording import check_words
from vaarta.store.rows import AnyClaim, all_claims

__all__ = ["Answer", "Kept", "Store", "open_store"]

Kept = Literal["new", "changed", "same", "forgotten"]
Order = Literal["latest", "earliest", "doubtful"]

# CROSS JOIN has SQLite look at claims first, and not, as its statistics may tempt it, at all stories.
FIND = """
SELECT claim.record, sentence.quote, story.id, story.lang, story.headline, story.url, story.publisher, story.published,
  (SELECT record FROM ruling WHERE ruling.claim = claim.id ORDER BY ruling.number DESC LIMIT 1), entry.id
FROM claim {index} CROSS JOIN sentence ON sentence.number = claim.sentence
CROSS JOIN story ON story.number = claim.story
LEFT JOIN entry ON entry.claim = claim.number
"""
STEPS = 10_000  # of SQLite's machine between two looks at the clock: about a tenth of a millisecond
MANY = 10_000  # claims that take longer to list and sort than to pass over, one by one, till enough are found
# NULL is the least of all values to SQLite, so that those without a day come last.
ORDERS: dict[Order, str] = {
    "latest": " ORDER BY claim.first DESC, claim.story, sentence.start, claim.position",
    "earliest": " ORDER BY claim.first ASC NULLS LAST, claim.story, sentence.start, claim.position",
    "doubtful": " ORDER BY claim.score, claim.story, sentence.start, claim.position",
}


class Answer(Record, frozen=True, kw_only=True):
    """A claim, the sentence (or the whole quotation) and the story that say so, and the last ruling on it.

    `claim` is as a person amended it, if one did. `entry` is the id of the thing it tells of with other claims; "" if
    it stands alone.
    """

    claim: AnyClaim
    sentence: str
    story: str
    lang: str
    headline: str
    url: str
    publisher: str
    published: str
    ruling: str = ""
    entry: str = ""


def open_store(path: Path | str, *, write: bool = True) -> "Store":
    """The record at `path`. With `write`, it is made if there is none; without, it is only read.

    Raises StoreError, naming the file and what to do, if it cannot be opened, is not ours, or is of a newer version.
    """
    return Store(Path(path), connect(Path(path), write=write))


class Store:
    """One record file. Any number of processes may read it while one writes; two that write take turns.

    Close it, or use it as a context manager. Every method raises StoreError if the file cannot be read or written.
    """

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self._connection = connection

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; what was kept is whole."""
        self._connection.close()

    def give(self, seconds: float) -> None:
        """From now on, a question that is not answered this many seconds from now fails with a StoreError."""
        until = time.monotonic() + seconds
        self._connection.set_progress_handler(lambda: time.monotonic() > until, STEPS)

    def keep(self, story: Story, claims: Claims, read_in: ReadIn | None = None) -> Kept:
        """Keep a story and what it claims, whole or not at all. Kept again unchanged, nothing is written.

        If the story or its claims differ from what was kept under its id, they take its place. A story that was taken
        down is not kept again. With `read_in`, that is kept too, and what was kept before stays as it is.
        """
        if claims.story != story.id:
            raise StoreError(f"{self.path}: claims of story {claims.story} offered with story {story.id}")
        digest = _digest(story, claims)
        with self._transaction():
            if forgetting.was_forgotten(self._connection, story):
                return "forgotten"
            before = self._one("SELECT digest FROM story WHERE id = ?", story.id)
            if before == (digest,) or (before and read_in):
                return "same"
            if read_in:
                writing.put_read_in(self._connection, read_in)
            number = writing.put_story(self._connection, story, digest)
            self._run("DELETE FROM sentence WHERE story = ?", number)
            for position, claim in enumerate(all_claims(claims)):
                writing.put_claim(self._connection, claim, position, (number, story))
        return "changed" if before else "new"

    def stories(self) -> Iterator[Story]:
        """Every story kept, in the order they were first kept."""
        for (record,) in self._rows("SELECT record FROM story ORDER BY number"):
            yield self._decode(record, Story)

    def story(self, story_id: str) -> Story | None:
        """The story with this id; None if it is not kept."""
        found = self._one("SELECT record FROM story WHERE id = ?", story_id)
        return self._decode(found[0], Story) if found else None

    def claims_of(self, story_id: str) -> Claims | None:
        """What a story claims, as it was coded; None if the story is not kept."""
        story = self.story(story_id)
        if story is None:
            return None
        select = "SELECT record FROM claim WHERE story = (SELECT number FROM story WHERE id = ?) ORDER BY position"
        claims = [self._decode(record, AnyClaim) for (record,) in self._rows(select, story_id)]
        return Claims(
            story=story.id,
            lang=story.lang,
            events=tuple(claim for claim in claims if isinstance(claim, Event)),
            statements=tuple(claim for claim in claims if isinstance(claim, Statement)),
            engagements=tuple(claim for claim in claims if isinstance(claim, Engagement)),
            tenures=tuple(claim for claim in claims if isinstance(claim, Tenure)),
        )

    def claims(self, ids: Collection[str] | None = None) -> Iterator[AnyClaim]:
        """Every claim kept, or those with some ids, story by story."""
        some, listed = (
            ("", ()) if ids is None else (" WHERE id IN (SELECT value FROM json_each(?))", (json.dumps([*ids]),))
        )
        for (record,) in self._rows(f"SELECT record FROM claim{some} ORDER BY story, position", *listed):  # noqa: S608
            yield self._decode(record, AnyClaim)

    def find(
        self, conditions: Sequence[Condition] = (), *, limit: int | None = None, order: Order = "latest"
    ) -> Iterator[Answer]:
        """The claims that meet all the conditions, latest or earliest day first (none last), or the least sure."""
        find, told = FIND.format(index=""), [condition.sql for condition in conditions]
        if limit and order != "doubtful":
            told = [self._cheaper(condition) for condition in conditions]
            by_day = any(sql == one.each for sql, one in zip(told, conditions, strict=True)) and all(
                one.broad or sql == one.each for sql, one in zip(told, conditions, strict=True)
            )
            find = FIND.format(index="INDEXED BY claim_first" if by_day else "")
        where = " WHERE " + " AND ".join(f"({sql})" for sql in told) if told else ""
        values = [value for condition in conditions for value in condition.values]
        for claim, *told in self._rows(find + where + ORDERS[order] + " LIMIT ?", *values, limit or -1):
            sentence, story, lang, headline, url, publisher, published, ruled, entry = told
            ruling = self._decode(ruled, Ruling) if ruled else None
            yield Answer(
                claim=as_ruled(self._decode(claim, AnyClaim), ruling),
                sentence=sentence,
                story=story,
                lang=lang,
                headline=headline,
                url=url,
                publisher=publisher,
                published=published,
                ruling=ruling.verdict if ruling and ruling.verdict != "withdrawn" else "",
                entry=entry or "",
            )

    def tallies(self, by: Sequence[str], conditions: Sequence[Condition] = ()) -> tuple[Tally, ...]:
        """Counts and mean scores of what meets all the conditions, by the keys given (see `counting.KEYS`)."""
        with telling(self.path):
            return tuple(tallies(self._connection, by, conditions))

    def survey(self, look: Callable[[sqlite3.Connection], Any]) -> Any:
        """What a look at the tables finds (`store.surveying`)."""
        with telling(self.path):
            return look(self._connection)

    def counts(self) -> dict[str, int]:
        """How many stories are kept, and how many claims of each kind."""
        counts = {"story": int((self._one("SELECT count(*) FROM story") or (0,))[0])}
        return counts | dict(self._rows("SELECT kind, count(*) FROM claim GROUP BY kind ORDER BY kind"))

    def rule(self, ruling: Ruling) -> None:
        """Append a person's verdict on a claim. Earlier ones stay; the last one counts.

        Raises StoreError, and appends nothing, if it amends what the claim has not, or to what cannot be.
        """
        record = msgspec.json.encode(ruling).decode()
        with self._transaction():
            insert = "INSERT INTO ruling (claim, verdict, record) VALUES (?, ?, ?)"
            self._run(insert, ruling.claim, ruling.verdict, record)
            kept = "SELECT number, record, (SELECT record FROM story WHERE number = story) FROM claim WHERE id = ?"
            for number, claim, story in self._connection.execute(kept, (ruling.claim,)).fetchall():
                told = self._decode(claim, AnyClaim), self._decode(story, Story)
                check_words(as_ruled(told[0], ruling), told[1])
                writing.index_claim(self._connection, number, *told)

    def ruling_on(self, claim: str) -> Ruling | None:
        """The ruling on a claim that counts; None if there is none, or it was withdrawn."""
        with telling(self.path):
            return writing.last_ruling(self._connection, claim)

    def stories_ruled_on(self) -> Iterator[Story]:
        """The stories with claims that someone ruled on, in the order they were kept."""
        select = (
            "SELECT record FROM story WHERE number IN (SELECT claim.story FROM ruling JOIN claim ON id = ruling.claim)"
        )
        for (record,) in self._rows(select + " ORDER BY number"):
            yield self._decode(record, Story)

    def rulings(self) -> Iterator[Ruling]:
        """Every ruling, in the order they were made."""
        for (record,) in self._rows("SELECT record FROM ruling ORDER BY number"):
            yield self._decode(record, Ruling)

    def link(self, link: Link) -> None:
        """Keep what a person says two claims are to each other; a later link of the same two takes its place."""
        with self._transaction():
            linking.put(self._connection, link)

    def put_found(self, stories: Collection[str], links: Iterable[Link]) -> dict[str, int]:
        """Keep what comparing these stories with the others found; how many links of each verdict. People's stay."""
        with self._transaction():
            return linking.put_found(self._connection, stories, links)

    def forget_found(self) -> None:
        """Drop all links that no person made; every story is to be compared anew."""
        with self._transaction():
            linking.forget_found(self._connection)

    def uncompared(self, limit: int) -> tuple[str, ...]:
        """The ids of the stories that were not compared with the others yet, the first published first."""
        with telling(self.path):
            return linking.uncompared(self._connection, limit)

    def near(self, stories: Collection[str], days: int) -> tuple[str, ...]:
        """The ids of stories compared before that tell of days so near to those that these tell of."""
        with telling(self.path):
            return linking.near(self._connection, stories, days)

    def claims_in(self, stories: Collection[str]) -> tuple[str, ...]:
        """The ids of the claims of some stories."""
        with telling(self.path):
            return linking.claims_in(self._connection, stories)

    def claims_like(self, start: str) -> tuple[str, ...]:
        """The ids that begin so."""
        select = "SELECT DISTINCT id FROM claim WHERE id >= ? AND id < ? || char(0x10FFFF)"
        return tuple(found for (found,) in self._rows(select, start, start))

    def together(self, claims: Collection[str]) -> frozenset[str]:
        """The ids of these claims, and of all that tell one thing with any of them."""
        with telling(self.path):
            return linking.together(self._connection, claims)

    def links(self, claims: Collection[str] | None = None) -> Iterator[Link]:
        """Every link, or those of some claims, by the ids of the claims."""
        with telling(self.path):
            yield from linking.links(self._connection, claims)

    def things(self) -> int:
        """How many things more than one claim tells."""
        return int((self._one("SELECT count(DISTINCT id) FROM entry") or (0,))[0])

    def gather(self, entries: Iterable[Entry], among: Collection[str] | None = None) -> int:
        """Keep which claims tell one thing, in the place of what was kept before; how many such things there are.

        With `among`, the entries are of these claims, and what was kept of others stays.
        """
        with self._transaction():
            return linking.put_entries(self._connection, entries, among)

    def best_of(self, entry: str) -> str:
        """The id of the claim that tells an entry best; "" if there is no such entry."""
        found = self._one("SELECT claim.id FROM entry JOIN claim ON number = claim WHERE entry.id = ? AND best", entry)
        return str(found[0]) if found else ""

    def forget(self, stories: Iterable[str], takedown: Takedown) -> tuple[Forgotten, ...]:
        """Take stories down: their words and claims are gone from the file, what they were is kept.

        Rulings stay, as they are people's own words. Stories that are not kept are passed over.
        """
        with self._transaction():
            told = [forgetting.forget(self._connection, story, takedown) for story in stories]
        with telling(self.path):
            forgetting.scrub(self._connection)
        return tuple(gone for gone in told if gone)

    def forgotten(self) -> Iterator[Forgotten]:
        """Every story taken down, in that order."""
        for (record,) in self._rows("SELECT record FROM forgotten ORDER BY number"):
            yield self._decode(record, Forgotten)

    def stories_by(self, publisher: str) -> tuple[str, ...]:
        """The ids of the stories kept from a publisher."""
        with telling(self.path):
            return forgetting.stories_by(self._connection, publisher)

    def tune(self) -> None:
        """Gather what SQLite knows of the tables, so that questions are answered by the best of their indexes."""
        with telling(self.path):
            self._connection.execute("ANALYZE")

    def contents(self) -> health.Contents:
        """What the record holds: counts, sizes, days."""
        with telling(self.path):
            return health.contents(self._connection, self.path)

    def faults(self) -> tuple[str, ...]:
        """What is wrong with the file; nothing if it is whole. Reads all of it."""
        with telling(self.path):
            return tuple(health.faults(self._connection))

    def _cheaper(self, condition: Condition) -> str:
        """How to look for the first claims that meet a condition: list them if they are few, else look at each."""
        if not condition.each:
            return condition.sql
        counted = f"SELECT count(*) FROM (SELECT 1 FROM ({condition.few}) LIMIT {MANY})"  # noqa: S608 - ours
        found = self._one(counted, *condition.values)
        return condition.each if found and found[0] >= MANY else condition.sql

    def _decode(self, record: str, shape: Any) -> Any:
        try:
            return msgspec.json.decode(record, type=shape)
        except msgspec.DecodeError as strange:
            raise StoreError(
                f"{self.path} holds a record this Vaarta cannot read ({strange}); keep it anew"
            ) from strange

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        with telling(self.path):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise

    def _run(self, sql: str, *values: object) -> None:
        self._connection.execute(sql, values)

    def _one(self, sql: str, *values: object) -> tuple[Any, ...] | None:
        with telling(self.path):
            return next(iter(self._connection.execute(sql, values).fetchall()), None)

    def _rows(self, sql: str, *values: object) -> Iterator[tuple[Any, ...]]:
        with telling(self.path):
            # Not `yield from`: that would close the cursor with the generator, which may outlive the connection.
            for row in self._connection.execute(sql, values):  # noqa: UP028
                yield row


def _digest(story: Story, claims: Claims) -> str:
    """Of all that is kept, less the moment of fetching: the same page fetched again is the same story."""
    told = msgspec.json.encode(msgspec.structs.replace(story, fetched=""))
    return content_id("kept", told.decode(), msgspec.json.encode(claims).decode())
