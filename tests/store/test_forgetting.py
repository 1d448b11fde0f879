import sqlite3
from contextlib import closing
from pathlib import Path

import msgspec
import pytest
from factories import english, hindi, make_story

from vaarta.errors import StoreError
from vaarta.records import Claims, Entry, Link, Ruling
from vaarta.store import Takedown, conditions, open_store, surveying

WISH = Takedown(by="desk", on="2024-06-01T09:00:00+00:00", why="court order")


@pytest.fixture
def record(tmp_path: Path) -> Path:
    path = tmp_path / "record.db"
    with open_store(path) as store:
        for told in (hindi(), english()):
            store.keep(*told)
        store.link(Link(left="tenure-1", right="other", verdict="same", why="रमेश थापा"))
    return path


def test_the_words_of_a_forgotten_story_are_nowhere_in_the_file(record: Path) -> None:
    story, _ = hindi()
    with open_store(record) as store:
        store.forget([story.id], WISH)
    whole = b"".join(file.read_bytes() for file in record.parent.iterdir())
    for words in ("रमेश थापा", "रमेश", "काठमांडू", "विदेश मंत्री", "वार्ता"):
        assert words.encode() not in whole, words
    assert b"condemned" in whole


def test_what_it_was_stays_with_who_asked_and_why(record: Path) -> None:
    story, claims = hindi()
    with open_store(record) as store:
        (gone,) = store.forget([story.id], WISH)
        assert list(store.forgotten()) == [gone]
    assert (gone.story, gone.publisher, gone.by, gone.why) == (story.id, "नमूना समाचार", "desk", "court order")
    assert set(gone.claims) == {claims.events[0].id, "statement-1", "engagement-1", "engagement-2", "tenure-1"}


def test_the_rest_is_untouched_and_found(record: Path) -> None:
    with open_store(record) as store:
        store.forget([hindi()[0].id], WISH)
        assert store.counts() == {"story": 1, "event": 2}
        assert list(store.links()) == []
        assert [len(list(store.find([conditions.with_words(word)]))) for word in ("talks", "हिंदी")] == [2, 0]
        assert [len(list(store.find([conditions.by(who)]))) for who in ("germany", "रमेश")] == [1, 0]
        assert store.faults() == ()


def test_a_forgotten_story_is_not_kept_again(record: Path) -> None:
    with open_store(record) as store:
        store.forget([hindi()[0].id], WISH)
        assert store.keep(*hindi()) == "forgotten"
        assert store.counts()["story"] == 1


def test_nor_is_another_version_of_the_same_address(record: Path) -> None:
    with open_store(record) as store:
        store.forget([english()[0].id], WISH)
        again = make_story("France and Germany spoke.", url="https://news.example/paris")
        assert store.keep(again, Claims(story=again.id, lang="en")) == "forgotten"
        elsewhere = msgspec.structs.replace(again, url="")
        assert store.keep(elsewhere, Claims(story=again.id, lang="en")) == "new"


def test_rulings_stay(record: Path) -> None:
    with open_store(record) as store:
        store.rule(Ruling(claim="tenure-1", verdict="wrong", by="a", on="2024-05-01"))
        store.forget([hindi()[0].id], WISH)
        assert [ruling.claim for ruling in store.rulings()] == ["tenure-1"]


def test_an_entry_that_loses_a_claim_is_dissolved(record: Path) -> None:
    told_by = ("engagement-1", english()[1].events[1].id)
    entry = Entry(id="entry-1", kind="engagement", best="engagement-1", told_by=told_by)
    with open_store(record) as store:
        assert store.gather([entry]) == 1
        assert sum(answer.entry == "entry-1" for answer in store.find()) == 2
        store.forget([hindi()[0].id], WISH)
        assert [answer.entry for answer in store.find()] == ["", ""]


def test_stories_of_a_publisher_are_found_in_any_case(record: Path) -> None:
    with open_store(record) as store:
        assert store.stories_by("नमूना समाचार") == (hindi()[0].id,)
        assert store.stories_by("Other Times") == ()


def test_a_story_that_is_not_kept_is_passed_over(record: Path) -> None:
    with open_store(record) as store:
        assert store.forget(["story-0"], WISH) == ()
        assert store.counts()["story"] == 2


@pytest.mark.parametrize("sql", ["DELETE FROM forgotten", "UPDATE forgotten SET url = ''"], ids=["delete", "update"])
def test_the_trail_cannot_be_wiped(record: Path, sql: str) -> None:
    with open_store(record) as store:
        store.forget([hindi()[0].id], WISH)
    with closing(sqlite3.connect(record)) as raw, pytest.raises(sqlite3.IntegrityError, match="appended, never"):
        raw.execute(sql)


def test_a_reader_cannot_forget(record: Path) -> None:
    with open_store(record, write=False) as store, pytest.raises(StoreError, match="read-only"):
        store.forget([hindi()[0].id], WISH)


def test_a_story_in_which_nothing_was_coded_is_nowhere_in_the_file_either(record: Path) -> None:
    story = make_story("Heavy rain flooded Pokhara.")
    with open_store(record) as store:
        store.keep(story, Claims(story=story.id, lang="en"))
        assert [found.id for found in store.survey(surveying.holding("flooded", 5))] == [story.id]
        store.forget([story.id], WISH)
        assert store.survey(surveying.holding("flooded", 5)) == ()
    assert b"flooded" not in b"".join(file.read_bytes() for file in record.parent.iterdir())
