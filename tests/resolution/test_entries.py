from collections.abc import Sequence

import pytest
from factories import make_event, make_story

from vaarta.records import Event, Link, Ruling
from vaarta.resolution import resolve

STORY = make_story("France met Italy. France thanked Italy. France warned Italy.")
MET, THANKED, WARNED = (
    make_event(STORY, words, id=words, score=score)
    for words, score in (("met", 0.5), ("thanked", 0.9), ("warned", 0.5))
)
CLAIMS = (MET, THANKED, WARNED)


def same(left: str, right: str, verdict: str = "same") -> Link:
    return Link(left=left, right=right, verdict=verdict, why="test")  # type: ignore[arg-type]


def groups(links: Sequence[Link], claims: Sequence[Event] = CLAIMS) -> list[tuple[str, ...]]:
    return [entry.told_by for entry in resolve(claims, links, [])]


@pytest.mark.parametrize(
    ("links", "expected"),
    [
        pytest.param([], [("met",), ("thanked",), ("warned",)], id="no-links"),
        pytest.param([same("met", "warned")], [("met", "warned"), ("thanked",)], id="two"),
        pytest.param([same("warned", "met")], [("met", "warned"), ("thanked",)], id="in-the-order-of-the-claims"),
        pytest.param([same("met", "thanked"), same("thanked", "warned")], [("met", "thanked", "warned")], id="chain"),
        pytest.param([same("met", "thanked", "unsure")], [("met",), ("thanked",), ("warned",)], id="unsure"),
        pytest.param([same("met", "thanked", "different")], [("met",), ("thanked",), ("warned",)], id="different"),
        pytest.param([same("met", "gone")], [("met",), ("thanked",), ("warned",)], id="a-claim-no-longer-there"),
        pytest.param([same("met", "met")], [("met",), ("thanked",), ("warned",)], id="itself"),
    ],
)
def test_claims_that_are_the_same_are_one_entry(links: list[Link], expected: list[tuple[str, ...]]) -> None:
    assert groups(links) == expected


def test_the_best_claim_has_the_highest_score() -> None:
    entry = next(resolve(CLAIMS, [same("met", "thanked")], []))
    assert (entry.best, entry.kind, entry.ruling) == ("thanked", "event", "")


def test_a_claim_ruled_right_is_the_best() -> None:
    rulings = [Ruling(claim="met", verdict=verdict, by="a", on="2024-05-01") for verdict in ("wrong", "right")]
    entry = next(resolve(CLAIMS, [same("met", "thanked")], rulings))
    assert (entry.best, entry.ruling) == ("met", "right")


def test_entries_are_the_same_whatever_order_links_come_in() -> None:
    links = [same("met", "thanked"), same("warned", "thanked")]
    assert list(resolve(CLAIMS, links, [])) == list(resolve(CLAIMS, links[::-1], []))
