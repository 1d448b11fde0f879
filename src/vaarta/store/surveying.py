"""What a page shows of the record at large, read from the tables in one go: places, stories, disputes, neighbours."""

import sqlite3
from collections.abc import Callable, Sequence
from typing import Any, TypeAlias

from vaarta.records import Record
from vaarta.store.conditions import Condition, text_match, with_words

__all__ = [
    "PlaceTold", "StoryFound", "disputed", "engagements", "first_day", "holding", "neighbours", "partners", "places",
    "stories", "topics",
]  # fmt: skip

Look: TypeAlias = Callable[[sqlite3.Connection], Any]
THING = "coalesce(entry.id, claim.number)"
FROM = "FROM claim LEFT JOIN entry ON entry.claim = claim.number"


class PlaceTold(Record, frozen=True, kw_only=True):
    """A place as one spelling of it is told of: how many things are there, and the JSON of a claim that names it."""

    count: int
    lang: str
    record: str


class StoryFound(Record, frozen=True, kw_only=True):
    """A story, and how many of its sentences meet what was asked."""

    id: str
    lang: str
    headline: str
    url: str
    publisher: str
    published: str
    sentences: int = 0


def places(conditions: Sequence[Condition], limit: int) -> Look:
    """The places of claims that meet the conditions, those of most things first, each spelling by itself."""
    where, values = _where(conditions, "(claim.place != '' OR claim.place_country != '')")
    sql = f"""SELECT count(DISTINCT {THING}), claim.lang, claim.record, min(claim.number) {FROM} {where}
      GROUP BY claim.place, claim.place_country, claim.lang ORDER BY 1 DESC, 4 LIMIT ?"""

    def look(connection: sqlite3.Connection) -> tuple[PlaceTold, ...]:
        rows = connection.execute(sql, (*values, limit))
        return tuple(PlaceTold(count=count, lang=lang, record=record) for count, lang, record, _ in rows)

    return look


def stories(conditions: Sequence[Condition], limit: int) -> Look:
    """The stories with claims that meet the conditions, the latest first."""
    where, values = _where(conditions)
    sql = f"""SELECT story.id, story.lang, headline, url, publisher, published, count(DISTINCT claim.sentence)
      {FROM} JOIN story ON story.number = claim.story {where}
      GROUP BY story.number ORDER BY published DESC, story.id LIMIT ?"""

    def look(connection: sqlite3.Connection) -> tuple[StoryFound, ...]:
        return tuple(map(_story, connection.execute(sql, (*values, limit))))

    return look


def holding(words: str, limit: int, *, lang: str = "", publisher: str = "") -> Look:
    """The stories whose text or headline holds all the words, the latest first, whether they claim anything or not.

    `lang` and `publisher` leave others out. `sentences` counts those of a claim that hold the words, too.
    """
    text, claimed = text_match(words), with_words(words).values
    sql = """SELECT id, lang, headline, url, publisher, published, (
        SELECT count(*) FROM sentence WHERE story = found.number
        AND EXISTS (SELECT 1 FROM words WHERE words MATCH ? AND rowid = sentence.number)
      )
      FROM (SELECT * FROM story WHERE number IN (SELECT rowid FROM texts WHERE texts MATCH ?)
        AND (? = '' OR lang = ?) AND (? = '' OR publisher = ? COLLATE NOCASE)
        ORDER BY published DESC, id LIMIT ?) AS found
      ORDER BY published DESC, id"""

    def look(connection: sqlite3.Connection) -> tuple[StoryFound, ...]:
        if not text:
            return ()
        rows = connection.execute(sql, (*claimed, text, lang, lang, publisher, publisher, limit))
        return tuple(map(_story, rows))

    return look


def neighbours(story: str) -> Look:
    """The stories published next before and next after one, each None if there is none; of one moment, by their ids."""
    columns = "id, lang, headline, url, publisher, published, 0"
    this = "(SELECT published, id FROM story WHERE id = ?)"

    def look(connection: sqlite3.Connection) -> tuple[StoryFound | None, StoryFound | None]:
        found = []
        for sign, order in (("<", "DESC"), (">", "ASC")):
            sql = f"""SELECT {columns} FROM story WHERE (published, id) {sign} {this}
              ORDER BY published {order}, id {order} LIMIT 1"""  # noqa: S608 - ours
            row = connection.execute(sql, (story,)).fetchone()
            found.append(_story(row) if row else None)
        return found[0], found[1]

    return look


def disputed(*, changed: bool, limit: int, skip: int) -> Look:
    """The ids of entries whose claims may exclude each other, the latest first; if `changed`, of what was planned and
    then happened, was denied or put off.

    Rounds, hosts, heads and towns are told apart by their records: the columns do not hold them.
    """  # noqa: D205 - one sentence
    planned = "max(claim.standing = 'planned') AND max(claim.standing IN ('happened', 'denied', 'possible'))"
    exclude = """max(CASE WHEN dated THEN first END) > min(CASE WHEN dated THEN last END)
      OR count(DISTINCT nullif(place_country, '')) > 1
      OR count(DISTINCT json_extract(record, '$.round')) > 1
      OR count(DISTINCT nullif(json_extract(record, '$.hosts[0].country'), '')) > 1
      OR count(DISTINCT CASE WHEN kind = 'engagement' THEN json_extract(record, '$.heads[0].office') END) > 1
      OR count(DISTINCT CASE WHEN place_country > '' THEN json_extract(record, '$.where.place_id') END) > 1
      OR (max(standing = 'denied') AND max(standing IN ('happened', 'planned')))"""
    sql = f"""SELECT entry.id FROM entry JOIN claim ON claim.number = entry.claim
      GROUP BY entry.id HAVING {planned if changed else exclude}
      ORDER BY max(first) DESC, entry.id LIMIT ? OFFSET ?"""  # noqa: S608 - ours

    def look(connection: sqlite3.Connection) -> tuple[str, ...]:
        return tuple(str(told) for (told,) in connection.execute(sql, (limit, skip)))

    return look


def topics(conditions: Sequence[Condition], limit: int) -> Look:
    """What events and engagements that meet the conditions are about: (kind, topic, claims), the most told of first.

    Topics of an event are PLOVER's contexts; those of an engagement, words of its stories.
    """
    where, values = _where(conditions, "claim.kind IN ('event', 'engagement')")
    field = "CASE claim.kind WHEN 'event' THEN '$.contexts' ELSE '$.topics' END"
    sql = f"""SELECT claim.kind, told.value, count(*)
      FROM claim JOIN json_each(claim.record, {field}) AS told LEFT JOIN entry ON entry.claim = claim.number {where}
      GROUP BY 1, 2 ORDER BY 3 DESC, 2 LIMIT ?"""  # noqa: S608 - ours
    return lambda connection: tuple(connection.execute(sql, (*values, limit)))


def partners(code: str, conditions: Sequence[Condition], limit: int) -> Look:
    """Whom a country deals with: (code, things, claims, mean Goldstein score or None), those of most things first."""
    where, values = _where(conditions, """(pair."left" = ? OR pair."right" = ?) AND pair.way != '~'""")
    sql = f"""SELECT CASE pair."left" WHEN ? THEN pair."right" ELSE pair."left" END,
      count(DISTINCT {THING}), count(*), avg(goldstein)
      FROM pair JOIN claim ON claim.number = pair.claim LEFT JOIN entry ON entry.claim = claim.number {where}
      GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ?"""  # noqa: S608 - ours
    return lambda connection: tuple(connection.execute(sql, (code, code, code, *values, limit)))


def engagements(kinds: Sequence[str], conditions: Sequence[Condition], limit: int) -> Look:
    """Engagements of these kinds, the latest first: (record, entry id or "", whether it is the best of its entry)."""
    marks = ", ".join("?" for _ in kinds)
    where, values = _where(conditions, f"claim.kind = 'engagement' AND claim.type IN ({marks})")
    columns = "claim.record, coalesce(entry.id, ''), coalesce(entry.best, 1)"
    sql = f"SELECT {columns} {FROM} {where} ORDER BY first DESC LIMIT ?"

    def look(connection: sqlite3.Connection) -> tuple[tuple[str, str, bool], ...]:
        rows = connection.execute(sql, (*kinds, *values, limit))
        return tuple((record, entry, bool(best)) for record, entry, best in rows)

    return look


def first_day(kind: str) -> Look:
    """The latest day that a claim of the kind says it began on; "" if none says one, or one far off."""
    sql = "SELECT coalesce(max(first), '') FROM claim WHERE kind = ? AND dated AND first BETWEEN '1900' AND '2200'"
    return lambda connection: str(connection.execute(sql, (kind,)).fetchone()[0])


def _story(row: tuple[Any, ...]) -> StoryFound:
    return StoryFound(**dict(zip(StoryFound.__struct_fields__, row, strict=True)))


def _where(conditions: Sequence[Condition], first: str = "1") -> tuple[str, tuple[str, ...]]:
    told = " AND ".join((first, *(f"({condition.sql})" for condition in conditions)))
    return f"WHERE {told}", tuple(value for condition in conditions for value in condition.values)
