"""Taking stories down: their words and claims go, out of the file itself; what they were stays, and who asked."""

import sqlite3

import msgspec

from vaarta.records import Forgotten, Record, Story

__all__ = ["Takedown", "forget", "scrub", "stories_by", "was_forgotten"]


class Takedown(Record, frozen=True, kw_only=True):
    """Who asks for stories to be forgotten, when (an ISO time), and why."""

    by: str
    on: str
    why: str


def stories_by(connection: sqlite3.Connection, publisher: str) -> tuple[str, ...]:
    """The ids of the stories kept from a publisher, whose name is compared as written but for case."""
    select = "SELECT id, publisher FROM story ORDER BY number"
    wanted = publisher.casefold().strip()
    return tuple(story for story, name in connection.execute(select) if name.casefold().strip() == wanted)


def forget(connection: sqlite3.Connection, story_id: str, takedown: Takedown) -> Forgotten | None:
    """Take one story down, inside the caller's transaction; None if it is not kept."""
    found = connection.execute(
        "SELECT number, publisher, digest, record FROM story WHERE id = ?", (story_id,)
    ).fetchone()
    if not found:
        return None
    number, publisher, digest, record = found
    story = msgspec.json.decode(record, type=Story)
    claims = [
        claim for (claim,) in connection.execute("SELECT id FROM claim WHERE story = ? ORDER BY number", (number,))
    ]
    gone = Forgotten(
        story=story.id,
        url=story.url,
        publisher=publisher,
        published=story.published,
        lang=story.lang,
        digest=digest,
        claims=tuple(claims),
        by=takedown.by,
        on=takedown.on,
        why=takedown.why,
    )
    # A link's reason may repeat the words of its claims.
    connection.executemany('DELETE FROM link WHERE "left" = ? OR "right" = ?', ((claim, claim) for claim in claims))
    connection.execute("DELETE FROM story WHERE number = ?", (number,))
    connection.execute(
        "INSERT INTO forgotten (story, url, publisher, record) VALUES (?, ?, ?, ?)",
        (gone.story, gone.url, gone.publisher, msgspec.json.encode(gone).decode()),
    )
    return gone


def was_forgotten(connection: sqlite3.Connection, story: Story) -> bool:
    """Whether the story, or one of the same address, was taken down."""
    select = "SELECT 1 FROM forgotten WHERE story = ? OR (url = ? AND url != '') LIMIT 1"
    return connection.execute(select, (story.id, story.url)).fetchone() is not None


def scrub(connection: sqlite3.Connection) -> None:
    """Write the file anew, so that what was deleted is nowhere in it: not in free pages, index or write-ahead log."""
    # SQLite only marks words as deleted in an index; they go when it is built anew.
    connection.execute("INSERT INTO words (words) VALUES ('rebuild')")
    connection.execute("INSERT INTO texts (texts) VALUES ('rebuild')")
    connection.execute("INSERT INTO names (names) VALUES ('rebuild')")
    connection.execute("VACUUM")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
