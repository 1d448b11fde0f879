"""The record: stories, what they claim, how claims are linked, and what people ruled on them."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, Literal, Self

import msgspec

from vaarta.errors import StoreError
from vaarta.records import Claims, Engagement, Event, Link, Record, Ruling, Statement, Story, Tenure, content_id
from vaarta.store import rows
from vaarta.store.conditions import Condition
from vaarta.store.opening import connect, telling
from vaarta.store.rows import AnyClaim, PartyRow, all_claims, folded

__all__ = ["Answer", "Kept", "Store", "open_store"]

Kept = Literal["new", "changed", "same"]

FIND = """
SELECT claim.record, sentence.quote, story.id, story.lang, story.headline, story.url, story.publisher, story.published,
  (SELECT verdict FROM ruling WHERE ruling.claim = claim.id ORDER BY ruling.number DESC LIMIT 1)
FROM claim JOIN sentence ON sentence.number = claim.sentence JOIN story ON story.number = claim.story
"""
LATEST = " ORDER BY claim.first IS NULL, claim.first DESC, claim.story, sentence.start, claim.position"
EARLIEST = LATEST.replace("DESC", "ASC")


class Answer(Record, frozen=True, kw_only=True):
    """A claim, the sentence (or the whole quotation) and the story that say so, and the last ruling on it."""

    claim: AnyClaim
    sentence: str
    story: str
    lang: str
    headline: str
    url: str
    publisher: str
    published: str
    ruling: str = ""


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

    def keep(self, story: Story, claims: Claims) -> Kept:
        """Keep a story and what it claims, whole or not at all. Kept again unchanged, nothing is written.

        If the story or its claims differ from what was kept under its id, they take its place.
        """
        if claims.story != story.id:
            raise StoreError(f"{self.path}: claims of story {claims.story} offered with story {story.id}")
        digest = _digest(story, claims)
        with self._transaction():
            before = self._one("SELECT digest FROM story WHERE id = ?", story.id)
            if before == (digest,):
                return "same"
            number = self._put_story(story, digest)
            self._run("DELETE FROM sentence WHERE story = ?", number)
            for position, claim in enumerate(all_claims(claims)):
                self._put_claim(claim, position, (number, story))
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

    def claims(self) -> Iterator[AnyClaim]:
        """Every claim kept, story by story."""
        for (record,) in self._rows("SELECT record FROM claim ORDER BY story, position"):
            yield self._decode(record, AnyClaim)

    def find(
        self, conditions: Sequence[Condition] = (), *, limit: int | None = None, earliest: bool = False
    ) -> Iterator[Answer]:
        """The claims that meet all the conditions, latest (or earliest) day first; those without a day come last."""
        where = " WHERE " + " AND ".join(f"({condition.sql})" for condition in conditions) if conditions else ""
        values = [value for condition in conditions for value in condition.values]
        for claim, *told in self._rows(
            FIND + where + (EARLIEST if earliest else LATEST) + " LIMIT ?", *values, limit or -1
        ):
            sentence, story, lang, headline, url, publisher, published, verdict = told
            yield Answer(
                claim=self._decode(claim, AnyClaim),
                sentence=sentence,
                story=story,
                lang=lang,
                headline=headline,
                url=url,
                publisher=publisher,
                published=published,
                ruling=verdict or "",
            )

    def counts(self) -> dict[str, int]:
        """How many stories are kept, and how many claims of each kind."""
        counts = {"story": int((self._one("SELECT count(*) FROM story") or (0,))[0])}
        return counts | dict(self._rows("SELECT kind, count(*) FROM claim GROUP BY kind ORDER BY kind"))

    def rule(self, ruling: Ruling) -> None:
        """Append a person's verdict on a claim. Earlier ones stay; the last one counts."""
        record = msgspec.json.encode(ruling).decode()
        with self._transaction():
            insert = "INSERT INTO ruling (claim, verdict, record) VALUES (?, ?, ?)"
            self._run(insert, ruling.claim, ruling.verdict, record)

    def rulings(self) -> Iterator[Ruling]:
        """Every ruling, in the order they were made."""
        for (record,) in self._rows("SELECT record FROM ruling ORDER BY number"):
            yield self._decode(record, Ruling)

    def link(self, link: Link) -> None:
        """Keep what two claims are to each other; a later link of the same two takes its place."""
        with self._transaction():
            insert = 'INSERT OR REPLACE INTO link ("left", "right", verdict, why, score) VALUES (?, ?, ?, ?, ?)'
            self._run(insert, link.left, link.right, link.verdict, link.why, link.score)

    def links(self) -> Iterator[Link]:
        """Every link, by the ids of the claims."""
        select = 'SELECT "left", "right", verdict, why, score FROM link ORDER BY "left", "right"'
        for left, right, verdict, why, score in self._rows(select):
            yield Link(left=left, right=right, verdict=verdict, why=why, score=score)

    def _decode(self, record: str, shape: Any) -> Any:
        try:
            return msgspec.json.decode(record, type=shape)
        except msgspec.DecodeError as strange:
            raise StoreError(
                f"{self.path} holds a record this Vaarta cannot read ({strange}); keep it anew"
            ) from strange

    def _put_story(self, story: Story, digest: str) -> int:
        upsert = """
            INSERT INTO story (id, lang, url, publisher, headline, published, digest, record)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET lang = excluded.lang, url = excluded.url, publisher = excluded.publisher,
              headline = excluded.headline, published = excluded.published, digest = excluded.digest,
              record = excluded.record
            RETURNING number"""
        columns = (
            story.id,
            story.lang,
            story.url,
            story.publisher or story.site,
            story.headline,
            story.published,
            digest,
        )
        return self._number(upsert, *columns, msgspec.json.encode(story).decode())

    def _put_claim(self, claim: AnyClaim, position: int, told_in: tuple[int, Story]) -> None:
        number, story = told_in
        if self._one("SELECT 1 FROM claim WHERE id = ? AND story = ?", claim.id, number):
            return  # the same thing said by the same words has the same id: it is one claim
        row = rows.claim_row(claim, story)
        kept = self._number(
            "INSERT INTO claim (id, story, sentence, position, kind, type, mode, standing, lang, first, last, dated,"
            " record) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING number",
            claim.id, number, self._put_sentence(claim, told_in), position, row.kind, row.type, row.mode,
            row.standing, story.lang, row.first, row.last, row.dated, msgspec.json.encode(claim).decode(),
        )  # fmt: skip
        for party in rows.party_rows(claim):
            self._put_party(kept, party)

    def _put_sentence(self, claim: AnyClaim, told_in: tuple[int, Story]) -> int:
        number, story = told_in
        start, end = rows.stretch(claim)
        select = 'SELECT number FROM sentence WHERE story = ? AND start = ? AND "end" = ?'
        found = self._one(select, number, start, end)
        if found:
            return int(found[0])
        quote = story.text[start:end]
        insert = 'INSERT INTO sentence (story, start, "end", quote) VALUES (?, ?, ?, ?) RETURNING number'
        sentence = self._number(insert, number, start, end, quote)
        index = "INSERT INTO words (rowid, sentence, headline) VALUES (?, ?, ?)"
        self._run(index, sentence, folded(quote), folded(story.headline))
        return sentence

    def _put_party(self, claim: int, party: PartyRow) -> None:
        insert = "INSERT INTO party (claim, role, country, sector, text, folded) VALUES (?, ?, ?, ?, ?, ?)"
        self._run(insert, claim, party.role, party.country, party.sector, party.text, party.folded)

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

    def _number(self, sql: str, *values: object) -> int:
        return int(self._connection.execute(sql, values).fetchall()[0][0])

    def _one(self, sql: str, *values: object) -> tuple[Any, ...] | None:
        with telling(self.path):
            return next(iter(self._connection.execute(sql, values).fetchall()), None)

    def _rows(self, sql: str, *values: object) -> Iterator[tuple[Any, ...]]:
        with telling(self.path):
            yield from self._connection.execute(sql, values)


def _digest(story: Story, claims: Claims) -> str:
    """Of all that is kept, less the moment of fetching: the same page fetched again is the same story."""
    told = msgspec.json.encode(msgspec.structs.replace(story, fetched=""))
    return content_id("kept", told.decode(), msgspec.json.encode(claims).decode())
