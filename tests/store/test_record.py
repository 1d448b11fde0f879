from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from factories import english, hindi, make_event, make_story

from vaarta.errors import StoreError
from vaarta.records import Claims, Link, Ruling
from vaarta.store import Store, open_store, rows


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "record.db") as opened:
        yield opened


@pytest.mark.parametrize("told", [hindi, english], ids=["hi", "en"])
def test_what_is_kept_comes_back_as_it_was(store: Store, told: object) -> None:
    story, claims = hindi() if told is hindi else english()
    assert store.keep(story, claims) == "new"
    assert store.story(story.id) == story
    assert store.claims_of(story.id) == claims


def test_kept_again_nothing_is_doubled(store: Store) -> None:
    first = store.keep(*hindi())
    before = store.counts()
    assert (first, store.keep(*hindi())) == ("new", "same")
    assert store.counts() == before == {"story": 1, "engagement": 2, "event": 1, "statement": 1, "tenure": 1}


def test_a_page_fetched_again_is_the_same_story(store: Store) -> None:
    story, claims = english()
    store.keep(story, claims)
    assert store.keep(msgspec.structs.replace(story, fetched="2024-06-01T00:00:00Z"), claims) == "same"


def test_claims_coded_anew_take_the_place_of_the_old(store: Store) -> None:
    story, claims = hindi()
    store.keep(story, claims)
    fewer = msgspec.structs.replace(claims, statements=(), tenures=())
    assert store.keep(story, fewer) == "changed"
    assert store.claims_of(story.id) == fewer
    assert store.counts() == {"story": 1, "engagement": 2, "event": 1}


def test_replaced_sentences_are_no_longer_found(store: Store) -> None:
    story, claims = hindi()
    store.keep(story, claims)
    store.keep(story, Claims(story=story.id, lang="hi"))
    assert list(store.claims()) == []
    assert store._one("SELECT count(*) FROM words") == (0,)


def test_a_story_keeps_its_place_when_it_changes(store: Store) -> None:
    for told in (hindi(), english()):
        store.keep(*told)
    story, _ = hindi()
    store.keep(story, Claims(story=story.id, lang="hi"))
    assert [story.lang for story in store.stories()] == ["hi", "en"]


def test_one_id_twice_in_a_story_is_one_claim(store: Store) -> None:
    story = make_story()
    event = make_event(story, "met")
    store.keep(story, Claims(story=story.id, lang="en", events=(event, event)))
    assert store.counts()["event"] == 1


def test_a_story_is_kept_whole_or_not_at_all(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_: object) -> Iterator[rows.PartyRow]:
        raise MemoryError

    store.keep(*english())
    monkeypatch.setattr(rows, "party_rows", broken)
    with pytest.raises(MemoryError):
        store.keep(*hindi())
    assert store.counts() == {"story": 1, "event": 2}


def test_claims_of_another_story_are_refused(store: Store) -> None:
    with pytest.raises(StoreError, match="offered with story"):
        store.keep(hindi()[0], english()[1])


def test_a_story_not_kept_is_none(store: Store) -> None:
    assert store.story("st-0") is None
    assert store.claims_of("st-0") is None


def test_rulings_are_appended_and_the_last_one_counts(store: Store) -> None:
    store.keep(*hindi())
    rulings = [Ruling(claim="tenure-1", verdict=verdict, by="a", on="2024-05-01") for verdict in ("wrong", "right")]
    for ruling in rulings:
        store.rule(ruling)
    assert list(store.rulings()) == rulings
    assert [answer.ruling for answer in store.find() if answer.claim.id == "tenure-1"] == ["right"]


@pytest.mark.parametrize("sql", ["DELETE FROM ruling", "UPDATE ruling SET verdict = 'right'"], ids=["delete", "update"])
def test_rulings_cannot_be_taken_back(store: Store, sql: str) -> None:
    store.rule(Ruling(claim="c", verdict="wrong", by="a", on="2024-05-01"))
    with pytest.raises(StoreError, match="appended, never"), store._transaction():
        store._run(sql)
    assert [ruling.verdict for ruling in store.rulings()] == ["wrong"]


def test_a_ruling_outlives_its_claim(store: Store) -> None:
    story, claims = hindi()
    store.keep(story, claims)
    store.rule(Ruling(claim="tenure-1", verdict="wrong", by="a", on="2024-05-01"))
    store.keep(story, Claims(story=story.id, lang="hi"))
    store.keep(story, claims)
    assert [answer.ruling for answer in store.find() if answer.claim.id == "tenure-1"] == ["wrong"]


def test_a_later_link_of_the_same_two_takes_the_place(store: Store) -> None:
    store.link(Link(left="a", right="b", verdict="unsure", why="same day"))
    later = Link(left="a", right="b", verdict="same", why="same day and place", score=0.9)
    store.link(later)
    assert list(store.links()) == [later]


def test_the_latest_day_comes_first_and_limits_count(store: Store) -> None:
    store.keep(*hindi())
    store.keep(*english())
    days = [answer.claim.when.first if answer.claim.when else "" for answer in store.find(limit=3)]
    assert days == ["2024-05-03", "", "2024-03-01"]


def test_a_quotation_that_runs_on_is_shown_whole(store: Store) -> None:
    story, claims = hindi()
    store.keep(story, claims)
    said = next(answer for answer in store.find() if answer.claim.id == "statement-1")
    assert "दूसरा दौर मार्च में होगा" in said.sentence


def test_a_record_we_cannot_read_is_told(store: Store) -> None:
    store.keep(*hindi())
    store._run("UPDATE claim SET record = json_set(record, '$.later', 1)")
    with pytest.raises(StoreError, match=r"record\.db holds a record this Vaarta cannot read"):
        list(store.claims())
