"""Rulings from the queue to gold: what is shown, what is kept, what is scored."""

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from factories import english, evidence, hindi, make_story, told_again

from vaarta.evaluation import coded_story, read_gold
from vaarta.evaluation import score as score_all
from vaarta.query import Question
from vaarta.records import Claims, Ruling
from vaarta.review import doubtful, gold_stories, paragraph, undo, withdrawn
from vaarta.shape import coded
from vaarta.store import Store, open_store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "record.db") as opened:
        for told in (hindi(), english(), told_again()):
            opened.keep(*told)
        yield opened


def rule(store: Store, claim: str, verdict: str, by: str = "asha", **changes: str) -> None:
    store.rule(Ruling(claim=claim, verdict=verdict, by=by, on="2024-05-01T10:00:00+00:00", amended=changes))  # type: ignore[arg-type]


def queue(store: Store, **asked: str) -> list[str]:
    return [answer.claim.id for answer in doubtful(store, Question(**asked))]  # type: ignore[arg-type]


def test_the_least_sure_comes_first_and_each_once(store: Store) -> None:
    shown = queue(store)
    assert shown[0] == told_again()[1].events[0].id  # its score is 0.8
    assert len(shown) == len(set(shown)) == 8


def test_what_is_ruled_on_is_not_shown_and_what_is_withdrawn_is(store: Store) -> None:
    rule(store, "tenure-1", "right")
    rule(store, "statement-1", "wrong")
    rule(store, "statement-1", "withdrawn")
    assert "tenure-1" not in queue(store)
    assert "statement-1" in queue(store)


def test_what_another_rules_on_meanwhile_is_not_shown(store: Store) -> None:
    shown = doubtful(store, Question(kind="engagement"))
    next(shown)
    rule(store, "engagement-2", "right", by="ravi")
    assert list(shown) == []


def test_the_queue_has_the_filters_of_a_question(store: Store) -> None:
    assert queue(store, kind="tenure") == ["tenure-1"]


def test_undo_takes_back_ones_own_last_ruling(store: Store) -> None:
    rule(store, "tenure-1", "right")
    rule(store, "statement-1", "wrong")
    rule(store, "engagement-1", "wrong", by="ravi")
    last = undo(store, by="asha")
    assert last
    assert last.claim == "statement-1"
    store.rule(withdrawn(last, by="asha", on="2024-05-02"))
    again = undo(store, by="asha")
    assert again
    assert again.claim == "tenure-1"
    assert undo(store, by="nobody") is None
    assert len(list(store.rulings())) == 4


@pytest.mark.parametrize("paragraphs", [(), ((0, 10), (12, 40))], ids=["by-lines", "as-read"])
def test_a_sentence_stands_in_its_paragraph(paragraphs: tuple[tuple[int, int], ...]) -> None:
    story = make_story("A headline\n\nIndia met Nepal. They spoke.")
    story = msgspec.structs.replace(story, paragraphs=paragraphs)
    start, end = paragraph(story, evidence(story, "spoke", "They spoke."))
    assert story.text[start:end].strip() == "India met Nepal. They spoke."


def scored(store: Store, tmp_path: Path) -> dict[str, tuple[int, int, int]]:
    path = tmp_path / "gold.jsonl"
    path.write_bytes(b"\n".join(map(msgspec.json.encode, gold_stories(store))))
    golds = read_gold(path)
    told = {}
    for gold in golds:
        story, claims = store.story(gold.id), store.claims_of(gold.id)
        assert story
        assert claims
        told[gold.id] = coded_story(coded(story, claims))
    scores = score_all(golds, told)
    counts = {"events": scores.events["countries"], "statements": scores.statements, "engagements": scores.engagements}
    return {name: (count.right, count.missed, count.spurious) for name, count in counts.items()}


def all_right(store: Store, claims: Claims) -> None:
    for claim in (*claims.events, *claims.statements, *claims.engagements, *claims.tenures):
        rule(store, claim.id, "right")


def test_what_is_all_right_scores_full(store: Store, tmp_path: Path) -> None:
    all_right(store, hindi()[1])
    all_right(store, told_again()[1])
    assert scored(store, tmp_path) == {"events": (2, 0, 0), "statements": (1, 0, 0), "engagements": (2, 0, 0)}


def test_wrong_ones_are_extra_and_amended_ones_missed(store: Store, tmp_path: Path) -> None:
    all_right(store, hindi()[1])
    rule(store, hindi()[1].events[0].id, "amended", type="SUPPORT", mode="")
    rule(store, "statement-1", "wrong")
    assert scored(store, tmp_path) == {"events": (0, 1, 1), "statements": (0, 0, 1), "engagements": (2, 0, 0)}


def test_what_no_one_ruled_on_counts_neither_way(store: Store, tmp_path: Path) -> None:
    rule(store, english()[1].events[0].id, "right")
    assert scored(store, tmp_path) == {"events": (1, 0, 0), "statements": (0, 0, 0), "engagements": (0, 0, 0)}


def test_sentences_of_gold_cover_the_text(store: Store) -> None:
    all_right(store, told_again()[1])
    (gold,) = gold_stories(store)
    assert "".join(gold["text"][start:end] for start, end in gold["sentences"]) == gold["text"]
    assert gold["ruled_by"] == ["asha"]
    sentence = gold["sentences"][gold["events"][0]["s"]]
    assert gold["text"][slice(*sentence)] == "The foreign minister met the president of Nepal."


def test_a_story_without_counting_rulings_is_no_gold(store: Store) -> None:
    rule(store, "tenure-1", "right")
    rule(store, "tenure-1", "withdrawn")
    assert list(gold_stories(store)) == []
