from collections.abc import Iterator
from pathlib import Path

import pytest
from factories import english, hindi

from vaarta.query import Question, ask, entries, tell
from vaarta.records import Link, Ruling
from vaarta.store import Store, open_store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "record.db") as opened:
        for told in (hindi(), english()):
            opened.keep(*told)
        yield opened


@pytest.mark.parametrize(
    ("question", "count"),
    [
        pytest.param(Question(), 7, id="all"),
        pytest.param(Question(limit=3), 3, id="limit"),
        pytest.param(Question(actor="IND", kind="event"), 1, id="actor-and-kind"),
        pytest.param(Question(recipient="NPL"), 1, id="recipient"),
        pytest.param(Question(dyad=("IND", "NPL"), standing="planned"), 1, id="dyad-and-standing"),
        pytest.param(Question(type="CONSULT/visit", words="राष्ट्रपति"), 1, id="type-and-words"),
        pytest.param(Question(since="2024-04-01", until="2024-04-30"), 1, id="days"),
        pytest.param(Question(lang="en"), 2, id="language"),
        pytest.param(Question(actor="USA"), 0, id="none"),
    ],
)
def test_a_question_is_answered_by_all_that_it_asks(store: Store, question: Question, count: int) -> None:
    assert len(list(ask(store, question))) == count


def test_an_answer_shows_its_story_and_sentence(store: Store) -> None:
    story, claims = hindi()
    (answer,) = ask(store, Question(type="CONSULT"))
    assert answer.claim == claims.events[0]
    assert answer.sentence == "विदेश मंत्री ने काठमांडू में नेपाल के राष्ट्रपति से मुलाक़ात की।"
    told = (answer.story, answer.headline, answer.publisher, answer.published)
    assert told == (story.id, story.headline, story.publisher, story.published)


def test_what_a_person_ruled_wrong_is_no_answer(store: Store) -> None:
    store.rule(Ruling(claim="tenure-1", verdict="wrong", by="a", on="2024-05-01"))
    assert list(ask(store, Question(kind="tenure"))) == []


def test_a_story_tells_what_asking_for_it_would(store: Store) -> None:
    told = {answer.claim.id: answer for answer in tell(*hindi())}
    assert {answer.claim.id: answer for answer in ask(store, Question(lang="hi"))} == told


def test_entries_are_made_of_claims_and_links(store: Store) -> None:
    store.link(Link(left="engagement-1", right="engagement-2", verdict="same", why="test"))
    assert sorted(len(entry.told_by) for entry in entries(store)) == [1, 1, 1, 1, 1, 2]
