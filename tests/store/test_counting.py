"""Counts kept as the record grows are those that the claims themselves give, whatever was done to the record."""

import random
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from pathlib import Path

import pytest
from factories import make_event, make_story

from vaarta.query import Question, count
from vaarta.records import Claims, Entry, Event, Party, Place, Ruling, Story, When
from vaarta.store import Condition, Store, conditions, counting, open_store
from vaarta.store.forgetting import Takedown

COUNTRIES = ("IND", "PAK", "NPL", "CHN")
RULINGS: tuple[Callable[[str], Ruling], ...] = (
    lambda claim: Ruling(claim=claim, verdict="wrong", by="a", on="2024-05-01"),
    lambda claim: Ruling(claim=claim, verdict="withdrawn", by="a", on="2024-05-02"),
    lambda claim: Ruling(claim=claim, verdict="amended", by="b", on="2024-05-01", amended={"recipients": "NPL"}),
)
QUESTIONS = [
    pytest.param(Question(), ["month"], id="months"),
    pytest.param(Question(), ["day", "type"], id="days-and-types"),
    pytest.param(Question(kind="event"), ["week"], id="weeks"),
    pytest.param(Question(kind="event"), ["dyad"], id="dyads"),
    pytest.param(Question(), ["month", "direction"], id="months-and-directions"),
    pytest.param(Question(quad="material conflict"), ["year", "standing"], id="a-class"),
    pytest.param(Question(country="IND"), ["month", "type"], id="a-country"),
    pytest.param(Question(country="IND", standing="planned"), [], id="a-country-and-standing"),
    pytest.param(Question(since="2024-02-01", until="2024-02-29"), ["type"], id="a-whole-month"),
    pytest.param(Question(since="2024-02-03", until="2024-03-15"), ["dyad"], id="days-within-months"),
    pytest.param(Question(since="2024-02-03", kind="event"), ["month"], id="since-a-day"),
    pytest.param(Question(type="ASSAULT", since="2024-01-01", until="2024-02-29"), ["dyad"], id="a-type-in-months"),
    pytest.param(Question(lang="en"), ["month"], id="not-in-a-cube"),
    pytest.param(Question(dyad=("IND", "PAK")), ["direction"], id="a-dyad"),
]


def story_and_claims(number: int, chance: random.Random) -> tuple[Story, Claims]:
    text = f"Story {number} tells this. And that."
    story = make_story(text, lang="en", published=f"2024-0{chance.randint(1, 4)}-{chance.randint(1, 28):02}")
    return story, Claims(
        story=story.id,
        lang="en",
        events=tuple(event(story, sentence, chance) for sentence in ("tells", "that")),
    )


def event(story: Story, words: str, chance: random.Random) -> Event:
    def party() -> Party:
        country = chance.choice(COUNTRIES)
        return Party(text=country, country=country)

    first = f"2024-0{chance.randint(1, 3)}-{chance.randint(1, 28):02}"
    return make_event(
        story,
        words,
        type=chance.choice(("ASSAULT", "CONSULT")),
        standing=chance.choice(("happened", "planned")),
        goldstein=chance.choice((None, -10.0, 1.9, 3.4)),
        plover_score=chance.choice((None, 0.25)),
        actors=tuple(party() for _ in range(chance.randint(1, 2))),
        recipients=tuple(party() for _ in range(chance.randint(0, 2))),
        when=chance.choice((None, When(first=first, last=chance.choice((first, "2024-04-02"))))),
        where=chance.choice((None, Place(text="there", country=chance.choice(COUNTRIES)))),
    )


@pytest.fixture(scope="module")
def stirred(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A record to which all was done that can be: kept, kept anew, ruled on, gathered, forgotten; in random order."""
    chance = random.Random(7)
    kept: dict[str, Claims] = {}
    with open_store(tmp_path_factory.mktemp("record") / "record.db") as store:

        def keep(number: int) -> None:
            story, claims = story_and_claims(number, chance)
            store.keep(story, claims)
            kept[story.id] = claims

        def some() -> Event:
            return chance.choice(kept[chance.choice(sorted(kept))].events)

        def rule() -> None:
            store.rule(chance.choice(RULINGS)(some().id))

        def gather() -> None:
            told = {some().id for _ in range(3)} | {some().id}
            alone = [{some().id, some().id} - told]
            store.gather(
                Entry(id=f"entry-{min(ids)}", kind="event", best=max(ids), told_by=tuple(sorted(ids)))
                for ids in (told, *alone)
                if ids
            )

        def forget() -> None:
            gone = chance.choice(sorted(kept))
            store.forget([gone], Takedown(by="a", on="2024-05-01", why="asked"))
            del kept[gone]

        for number in range(20):
            keep(number)
        deeds: tuple[Callable[[], None], ...] = (lambda: keep(chance.randrange(60)), rule, rule, gather, forget)
        for _ in range(150):
            chance.choice(deeds)()
            if len(kept) < 10:
                keep(chance.randrange(60))
        gather()
        yield store


@pytest.mark.parametrize(("question", "by"), QUESTIONS)
def test_counts_are_those_of_the_claims(
    stirred: Store, question: Question, by: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    quick = count(stirred, question, by)
    monkeypatch.setattr(counting, "_cube", lambda *_: "")
    slow = count(stirred, question, by)
    assert quick
    assert [(told.keys, told.count, told.reports) for told in quick] == [
        (told.keys, told.count, told.reports) for told in slow
    ]
    for one, other in zip(quick, slow, strict=True):
        assert one.goldstein == pytest.approx(other.goldstein)
        assert one.plover_score == pytest.approx(other.plover_score)


def test_what_is_kept_of_counts_is_what_would_be_counted_anew(stirred: Store) -> None:
    with closing(sqlite3.connect(stirred.path)) as record:
        anew = record.execute("""
            SELECT cube, "left", first, last, "right", way, kind, type, standing, count(*), sum(goldstein), sum(scored),
              sum(plover_score), sum(plovered)
            FROM counted WHERE claim IN (SELECT claim FROM summed) GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9
        """).fetchall()
        alone = record.execute("SELECT count(*) FROM claim").fetchone()[0]
        assert 0 < record.execute("SELECT count(*) FROM summed").fetchone()[0] < alone
        assert sorted(record.execute("SELECT * FROM tally")) == sorted(anew)


@pytest.mark.parametrize("by", [["month"], ["dyad"], ["type", "standing"]], ids=["month", "dyad", "type"])
def test_what_several_claims_tell_is_counted_without_reading_them(stirred: Store, by: list[str]) -> None:
    """The indexes hold all that is counted: reading a million claims took half as long again."""
    asked: list[str] = []
    with closing(sqlite3.connect(stirred.path)) as record:
        record.set_trace_callback(asked.append)
        list(counting.tallies(record, by, [conditions.of_kind("event"), conditions.not_ruled_wrong()]))
        record.set_trace_callback(None)
        gathered = next(sql for sql in asked if "entry_told" in sql)
        plan = " ".join(step for *_, step in record.execute(f"EXPLAIN QUERY PLAN {gathered}"))
    assert "entry USING COVERING INDEX entry_told" in plan
    assert "claim USING COVERING INDEX claim_told" in plan


@pytest.mark.parametrize(
    ("question", "by", "cube"),
    [
        pytest.param(Question(), ["month"], "months", id="smallest"),
        pytest.param(Question(), ["dyad"], "ways", id="pairs"),
        pytest.param(Question(since="2024-01-01"), ["dyad"], "ways by month", id="pairs-in-time"),
        pytest.param(Question(since="2024-01-02"), ["month"], "days", id="days"),
        pytest.param(Question(country="IND"), ["month"], "countries", id="country"),
        pytest.param(Question(words="x"), ["month"], "", id="none"),
        pytest.param(Question(), ["publisher"], "", id="no-key"),
    ],
)
def test_the_smallest_cube_that_tells_what_is_asked(
    question: Question, by: list[str], cube: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen: list[str] = []
    choose = counting._cube

    def chosen_cube(by: Sequence[str], conditions: Sequence[Condition]) -> str:
        chosen.append(choose(by, conditions))
        return chosen[-1]

    monkeypatch.setattr(counting, "_cube", chosen_cube)
    with open_store(tmp_path / "record.db") as store:
        count(store, question, by)
    assert chosen == [cube]
