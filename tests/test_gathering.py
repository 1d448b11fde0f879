"""Gathering compares what is new with what is near it, and gives what comparing all at once gives."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from factories import make_event, make_story

from vaarta import gathering
from vaarta.gathering import gather, regather
from vaarta.records import Claims, Link, Party, Place, Ruling, When
from vaarta.resolution import rivals
from vaarta.resolution.blocks import candidates
from vaarta.resolution.keys import Vocabulary
from vaarta.resolution.tellings import Telling
from vaarta.store import Store, open_store
from vaarta.store.forgetting import Takedown

SIDES = tuple(Party(text=name, country=code, sector="GOV") for name, code in (("India", "IND"), ("Nepal", "NPL")))
DAM = ("2024-05-06", "India and Nepal held talks on the Pancheshwar dam in Kathmandu.")
DAM_AGAIN = ("2024-05-07", "Talks held: India and Nepal held talks on the Pancheshwar dam in Kathmandu.")
DAM_THRICE = ("2024-05-08", "In Kathmandu India and Nepal held talks on the Pancheshwar dam.")
OTHER = ("2024-05-02", "India and Nepal held talks on postage stamps and the price of glue.")
LATER = ("2024-09-01", "India and Nepal held talks on the Pancheshwar dam in Kathmandu again.")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "record.db") as opened:
        yield opened


def keep(store: Store, *told: tuple[str, str], score: float = 0.9) -> None:
    for day, text in told:
        story = make_story(text, lang="en", published=day)
        event = make_event(
            story,
            "held talks",
            id=f"event-{text}",
            actors=SIDES,
            score=score,
            when=When(first="2024-05-06", last="2024-05-06") if "dam" in text and day < "2024-06" else None,
            where=Place(text="Kathmandu", country="NPL") if "dam" in text else None,
        )
        store.keep(story, Claims(story=story.id, lang="en", events=(event,)))


def things(store: Store) -> set[frozenset[str]]:
    told: dict[str, set[str]] = {}
    for answer in store.find():
        if answer.entry:
            told.setdefault(answer.entry, set()).add(answer.claim.id.removeprefix("event-"))
    return {frozenset(texts) for texts in told.values()}


ONE_THING = {frozenset({DAM[1], DAM_AGAIN[1], DAM_THRICE[1]})}


@pytest.mark.parametrize("batch", [1, 2, 100])
def test_in_batches_of_any_size_the_same_is_found(store: Store, batch: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gathering, "BATCH", batch)
    keep(store, DAM, OTHER, LATER, DAM_AGAIN, DAM_THRICE)
    assert gather(store).things == 1
    assert things(store) == ONE_THING


def test_a_story_kept_later_joins_what_was_gathered(store: Store) -> None:
    keep(store, DAM, OTHER, DAM_AGAIN)
    gather(store)
    keep(store, DAM_THRICE)
    assert store.uncompared(9) == (make_story(DAM_THRICE[1]).id,)
    gather(store)
    assert things(store) == ONE_THING
    assert store.uncompared(9) == ()


def test_only_pairs_with_something_new_are_compared(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    keep(store, DAM, OTHER, DAM_AGAIN)
    gather(store)
    keep(store, DAM_THRICE, LATER)
    compared: set[frozenset[str]] = set()

    def watched(told: list[Telling], vocabulary: Vocabulary) -> Iterator[tuple[int, int]]:
        for left, right in candidates(told, vocabulary):
            compared.add(frozenset({told[left].claim.id, told[right].claim.id}))
            yield left, right

    monkeypatch.setattr(rivals, "candidates", watched)
    gather(store)
    assert compared == {frozenset({f"event-{DAM_THRICE[1]}", f"event-{old[1]}"}) for old in (DAM, OTHER, DAM_AGAIN)}


def test_what_a_changed_story_told_is_gathered_anew(store: Store) -> None:
    keep(store, DAM, DAM_AGAIN, DAM_THRICE)
    gather(store)
    keep(store, DAM_AGAIN, score=0.4)
    assert things(store) == set()
    gather(store)
    assert things(store) == ONE_THING


def test_what_a_forgotten_story_leaves_is_gathered_anew(store: Store) -> None:
    keep(store, DAM, DAM_AGAIN, DAM_THRICE)
    gather(store)
    store.forget([make_story(DAM_AGAIN[1]).id], Takedown(by="a", on="2024-06-01", why="asked"))
    gather(store)
    assert things(store) == {frozenset({DAM[1], DAM_THRICE[1]})}


def test_a_person_parts_two_and_it_stays(store: Store) -> None:
    keep(store, DAM, DAM_AGAIN, OTHER)
    gather(store)
    pair = f"event-{DAM[1]}", f"event-{DAM_AGAIN[1]}"
    store.link(Link(left=pair[0], right=pair[1], verdict="different", why="two rounds", by="Mira"))
    regather(store, pair)
    assert things(store) == set()
    gather(store, anew=True)
    assert things(store) == set()


def test_a_ruling_chooses_the_best_of_an_entry(store: Store) -> None:
    keep(store, DAM, DAM_AGAIN)
    store.rule(Ruling(claim=f"event-{DAM_AGAIN[1]}", verdict="right", by="a", on="2024-06-01"))
    gather(store)
    entry = next(answer.entry for answer in store.find())
    assert store.best_of(entry) == f"event-{DAM_AGAIN[1]}"


def test_story_with_a_nul_in_its_id_is_done_with_once(store: Store) -> None:
    story = make_story("India and Nepal met.", id="told\x00twice")
    store.keep(story, Claims(story=story.id, lang="en"))
    assert store.uncompared(2) == (story.id,)
    store.put_found([story.id], [])
    assert store.uncompared(2) == ()
