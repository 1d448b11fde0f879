"""Writing a claim into the tables: columns, sentence, words, parties, pairs; all inside the caller's transaction."""

import sqlite3
from collections.abc import Iterator

import msgspec

from vaarta.records import ReadIn, Ruling, Story
from vaarta.store import rows
from vaarta.store.amending import as_ruled
from vaarta.store.rows import AnyClaim, PartyRow, folded
from vaarta.store.sounding import sounds_in

__all__ = ["index_claim", "last_ruling", "put_claim", "put_read_in", "put_story", "reindex", "reindex_stories"]

COLUMNS = (
    "kind", "type", "mode", "standing", "first", "last", "dated", "score", "goldstein", "plover_score", "series",
    "place", "place_country", "pipeline",
)  # fmt: skip
KEPT_BY = ("id", "story", "sentence", "position", "lang", "record")
INSERT = (
    f"INSERT INTO claim ({', '.join((*KEPT_BY, *COLUMNS))})"  # noqa: S608 - our own names
    f" VALUES ({', '.join('?' for _ in (*KEPT_BY, *COLUMNS))}) RETURNING number"
)
# A claim that stands alone and is not ruled wrong is counted in `tally`, by the triggers of `summed`.
SUM = """
INSERT INTO summed SELECT number FROM claim WHERE number = ? AND number NOT IN (SELECT claim FROM entry)
AND coalesce((SELECT verdict FROM ruling WHERE ruling.claim = claim.id ORDER BY number DESC LIMIT 1), '') != 'wrong'
"""
UPDATE = f"UPDATE claim SET {', '.join(f'{name} = ?' for name in COLUMNS)} WHERE number = ?"  # noqa: S608 - our own names


def put_story(connection: sqlite3.Connection, story: Story, digest: str) -> int:
    """Write a story, in the place of what was kept under its id; its number."""
    upsert = """
        INSERT INTO story (id, lang, url, publisher, headline, published, digest, record)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (id) DO UPDATE SET lang = excluded.lang, url = excluded.url, publisher = excluded.publisher,
          headline = excluded.headline, published = excluded.published, digest = excluded.digest,
          record = excluded.record, compared = 0
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
    written = connection.execute(upsert, (*columns, msgspec.json.encode(story).decode()))
    number = int(written.fetchall()[0][0])
    connection.execute("DELETE FROM texts WHERE rowid = ?", (number,))
    _index_text(connection, number, story)
    return number


def put_read_in(connection: sqlite3.Connection, told: ReadIn) -> None:
    """Write who read a story in."""
    record = msgspec.json.encode(told).decode()
    connection.execute("INSERT INTO read_in (story, record) VALUES (?, ?)", (told.story, record))


def put_claim(connection: sqlite3.Connection, claim: AnyClaim, position: int, told_in: tuple[int, Story]) -> None:
    """Write one claim of a story (its number and itself). The same thing said by the same words is one claim."""
    number, story = told_in
    if connection.execute("SELECT 1 FROM claim WHERE id = ? AND story = ?", (claim.id, number)).fetchone():
        return
    shown, record = as_ruled(claim, last_ruling(connection, claim.id)), msgspec.json.encode(claim).decode()
    sentence = _put_sentence(connection, shown, told_in)
    values = (claim.id, number, sentence, position, story.lang, record, *_columns(shown, story))
    kept = int(connection.execute(INSERT, values).fetchall()[0][0])
    _put_sides(connection, kept, shown)
    connection.execute(SUM, (kept,))


def index_claim(connection: sqlite3.Connection, number: int, claim: AnyClaim, story: Story) -> None:
    """Write anew what a claim is found by: as it was coded, or as a person amended it."""
    shown = as_ruled(claim, last_ruling(connection, claim.id))
    connection.execute("DELETE FROM summed WHERE claim = ?", (number,))
    connection.execute(UPDATE, (*_columns(shown, story), number))
    _move(connection, number, shown, story)
    connection.execute("DELETE FROM party WHERE claim = ?", (number,))
    connection.execute("DELETE FROM pair WHERE claim = ?", (number,))
    _put_sides(connection, number, shown)
    connection.execute(SUM, (number,))


def last_ruling(connection: sqlite3.Connection, claim: str) -> Ruling | None:
    """The ruling on a claim that counts; None if there is none, or it was withdrawn."""
    select = "SELECT record FROM ruling WHERE claim = ? ORDER BY number DESC LIMIT 1"
    found = connection.execute(select, (claim,)).fetchone()
    ruling = msgspec.json.decode(found[0], type=Ruling) if found else None
    return None if ruling is None or ruling.verdict == "withdrawn" else ruling


def reindex(connection: sqlite3.Connection) -> None:
    """Make anew all that is computed from the records kept: after a migration that changed what is computed."""
    for table in ("summed", "words", "party", "pair"):
        connection.execute(f"DELETE FROM {table}")  # noqa: S608 - our own names
    for number, story in _stories(connection):
        for sentence, quote in connection.execute(
            "SELECT number, quote FROM sentence WHERE story = ? ORDER BY number", (number,)
        ):
            _index_words(connection, int(sentence), quote, story)
        claims = connection.execute(
            "SELECT number, record FROM claim WHERE story = ? ORDER BY number", (number,)
        ).fetchall()
        for claim, told in claims:
            index_claim(connection, int(claim), msgspec.json.decode(told, type=AnyClaim), story)


def reindex_stories(connection: sqlite3.Connection) -> None:
    """Make the index of whole stories anew: after a migration that changed it."""
    connection.execute("DELETE FROM texts")
    for number, story in _stories(connection):
        _index_text(connection, number, story)


def _stories(connection: sqlite3.Connection) -> Iterator[tuple[int, Story]]:
    """Every story with its number, one in memory at a time: a record may hold millions."""
    for (number,) in connection.execute("SELECT number FROM story ORDER BY number").fetchall():
        record = connection.execute("SELECT record FROM story WHERE number = ?", (number,)).fetchone()[0]
        yield int(number), msgspec.json.decode(record, type=Story)


def _columns(claim: AnyClaim, story: Story) -> tuple[object, ...]:
    row = rows.claim_row(claim, story)
    return tuple(getattr(row, name) for name in COLUMNS)


def _put_sides(connection: sqlite3.Connection, number: int, claim: AnyClaim) -> None:
    connection.executemany(
        "INSERT INTO party (claim, role, country, sector, text, folded, sounds) VALUES (?, ?, ?, ?, ?, ?, ?)",
        (_party(number, party) for party in rows.party_rows(claim)),
    )
    connection.executemany(
        'INSERT OR IGNORE INTO pair (claim, "left", "right", way) VALUES (?, ?, ?, ?)',
        ((number, *pair) for pair in rows.pair_rows(claim)),
    )


def _move(connection: sqlite3.Connection, number: int, claim: AnyClaim, story: Story) -> None:
    """Have a claim stand in the sentences that it is told in now: a person may have said that a quotation runs on."""
    told_in, before = connection.execute("SELECT story, sentence FROM claim WHERE number = ?", (number,)).fetchone()
    sentence = _put_sentence(connection, claim, (told_in, story))
    if sentence != before:
        connection.execute("UPDATE claim SET sentence = ? WHERE number = ?", (sentence, number))
        unused = "DELETE FROM sentence WHERE number = ? AND number NOT IN (SELECT sentence FROM claim WHERE story = ?)"
        connection.execute(unused, (before, told_in))


def _put_sentence(connection: sqlite3.Connection, claim: AnyClaim, told_in: tuple[int, Story]) -> int:
    number, story = told_in
    start, end = rows.stretch(claim)
    select = 'SELECT number FROM sentence WHERE story = ? AND start = ? AND "end" = ?'
    if found := connection.execute(select, (number, start, end)).fetchone():
        return int(found[0])
    quote = story.text[start:end]
    insert = 'INSERT INTO sentence (story, start, "end", quote) VALUES (?, ?, ?, ?) RETURNING number'
    sentence = int(connection.execute(insert, (number, start, end, quote)).fetchall()[0][0])
    _index_words(connection, sentence, quote, story)
    return sentence


def _index_words(connection: sqlite3.Connection, sentence: int, quote: str, story: Story) -> None:
    sounds = sounds_in(f"{quote}\n{story.headline}")
    index = "INSERT INTO words (rowid, sentence, headline, sounds) VALUES (?, ?, ?, ?)"
    connection.execute(index, (sentence, folded(quote), folded(story.headline), sounds))


def _index_text(connection: sqlite3.Connection, number: int, story: Story) -> None:
    sounds = sounds_in(f"{story.headline}\n{story.text}")
    index = "INSERT INTO texts (rowid, headline, text, sounds) VALUES (?, ?, ?, ?)"
    connection.execute(index, (number, folded(story.headline), folded(story.text), sounds))


def _party(claim: int, party: PartyRow) -> tuple[object, ...]:
    return claim, party.role, party.country, party.sector, party.text, party.folded, party.sounds
