"""The rules of scoring, each by the smallest gold that shows it."""

from typing import Any

import msgspec
import pytest

from vaarta.evaluation import Count, GoldStory, Scores, coded_story, difference_lines, report_lines, score

TEXT = "भारत ने नेपाल से बात की। नेपाल ने १२ लोगों को छोड़ा। India said it agreed."
ENDS = [TEXT.index("।") + 1, TEXT.index("छोड़ा।") + len("छोड़ा।"), len(TEXT)]
SENTENCES = [[0, ENDS[0]], [ENDS[0] + 1, ENDS[1]], [ENDS[1] + 1, ENDS[2]]]


def sides(*codes: str) -> list[dict[str, str]]:
    return [dict(zip(("country", "sector"), code.split(), strict=False)) for code in codes]


def gold(**told: Any) -> GoldStory:
    return msgspec.convert({"id": "a", "text": TEXT, "sentences": SENTENCES, **told}, GoldStory)


def scored(story: GoldStory, **found: Any) -> Scores:
    return score([story], {"a": coded_story({"id": "a", **found})})


TALKS = {"s": 0, "type": "CONSULT", "mode": "phone", "actors": sides("IND GOV", "NPL GOV"), "standing": "happened"}
FREED = {
    "s": 1, "type": "RETREAT", "mode": "release", "actors": sides("NPL GOV"), "recipients": sides(" CVL"),
    "standing": "happened", "when": {"first": "2024-01-01", "last": "2024-01-02"}, "where": {"country": "NPL"},
}  # fmt: skip


def coded_event(told: dict[str, Any], **changes: Any) -> dict[str, Any]:
    start = SENTENCES[told["s"]][0]
    return {**{key: value for key, value in told.items() if key != "s"}, "start": start, "end": start + 4, **changes}


@pytest.mark.parametrize(
    ("told", "changes", "right"),
    [
        pytest.param(FREED, {}, "type countries sectors mode", id="same"),
        pytest.param(FREED, {"type": "CONCEDE"}, "", id="another-type"),
        pytest.param(FREED, {"start": 0}, "", id="another-sentence"),
        pytest.param({**FREED, "again": [0]}, {"start": 0}, "type countries sectors mode", id="told-again-there"),
        pytest.param(FREED, {"mode": None}, "type countries sectors", id="no-mode"),
        pytest.param(FREED, {"actors": sides("NPL MIL")}, "type countries mode", id="another-sector"),
        pytest.param(FREED, {"actors": sides("IND GOV")}, "type", id="another-country"),
        pytest.param(FREED, {"recipients": []}, "type", id="a-side-missing"),
        pytest.param(FREED, {"actors": sides(" CVL"), "recipients": sides("NPL GOV")}, "type", id="sides-swapped"),
        pytest.param(
            TALKS, {"actors": sides("IND GOV"), "recipients": sides("NPL GOV")}, "type countries sectors mode",
            id="mutual-in-either-slot",
        ),
        pytest.param(TALKS, {"mode": ""}, "type countries sectors", id="empty-mode-is-none"),
    ],
)  # fmt: skip
def test_an_event_is_right_at_the_levels_where_it_agrees(
    told: dict[str, Any], changes: dict[str, Any], right: str
) -> None:
    found = scored(gold(events=[told]), events=[coded_event(told, **changes)])
    levels = [level for level, count in found.events.items() if count == Count(1, 0, 0)]
    assert levels == right.split()
    assert all(count == Count(0, 1, 1) for level, count in found.events.items() if level not in levels)


def test_the_same_event_again_is_neither_right_nor_wrong() -> None:
    found = scored(gold(events=[TALKS]), events=[coded_event(TALKS), coded_event(TALKS)])
    assert found.events["mode"] == Count(1, 0, 0)


@pytest.mark.parametrize("events", [[], [coded_event(FREED)]], ids=["missed", "found"])
def test_an_optional_event_costs_and_gains_nothing(events: list[dict[str, Any]]) -> None:
    found = scored(gold(events=[{**FREED, "optional": True}]), events=events)
    assert found.events["countries"] == Count(0, 0, 0)


def test_a_story_not_coded_has_all_missed() -> None:
    found = score([gold(events=[TALKS, FREED])], {})
    assert (found.not_coded, found.events["type"]) == (1, Count(0, 2, 0))


def test_days_places_and_standing_are_checked_where_gold_says_them() -> None:
    when = {"first": "2024-01-01", "last": "2024-01-01"}
    events = [coded_event(TALKS, when=when), coded_event(FREED, when=when, standing="planned")]
    found = scored(gold(events=[TALKS, FREED]), events=events)
    assert {name: (a.right, a.of) for name, a in found.accuracy.items()} == {
        "standing": (1, 2), "when": (0, 1), "where (country)": (1, 1),
    }  # fmt: skip


SAID = {
    "s": 2, "speaker": {"country": "IND"}, "content_first": "it agreed", "content_last": "agreed.", "cue": "said",
}  # fmt: skip


@pytest.mark.parametrize(
    ("start", "end", "country", "right"),
    [
        pytest.param("it agreed", len("it agreed."), "IND", 1, id="same"),
        pytest.param("agreed", len("agreed."), "IND", 1, id="over-half"),
        pytest.param("India", len("India said it agreed."), "IND", 0, id="under-half"),
        pytest.param("it agreed", len("it agreed."), "NPL", 0, id="another-speaker"),
    ],
)
def test_a_statement_is_right_if_half_overlaps_and_the_speaker_agrees(
    start: str, end: int, country: str, right: int
) -> None:
    first = TEXT.index(start)
    said = {"speaker": {"country": country}, "start": first, "end": first + end}
    assert scored(gold(statements=[SAID]), statements=[said]).statements == Count(right, 1 - right, 1 - right)


@pytest.mark.parametrize(
    ("kind", "parties", "right"),
    [("meeting", ["NPL", "IND"], 1), ("visit", ["IND", "NPL"], 0), ("meeting", ["IND"], 0)],
    ids=["any-order", "another-kind", "a-party-missing"],
)
def test_an_engagement_is_right_by_kind_and_parties(kind: str, parties: list[str], right: int) -> None:
    met = {"s": 0, "kind": "meeting", "parties": ["IND", "NPL"]}
    found = scored(gold(engagements=[met]), engagements=[{"kind": kind, "parties": parties}])
    assert found.engagements == Count(right, 1 - right, 1 - right)


def test_the_report_says_every_figure() -> None:
    found = scored(gold(events=[TALKS, FREED], statements=[SAID]), events=[coded_event(TALKS)])
    assert list(report_lines(found)) == [
        "1 documents, 0 not coded",
        *(
            f"events {level:10} P 1.000  R 0.500  F1 0.667  (1 right, 1 missed, 0 spurious)"
            for level in ("type", "countries", "sectors", "mode")
        ),
        "  CONSULT    P 1.000  R 1.000  F1 1.000  (1 right, 0 missed, 0 spurious)",
        "  RETREAT    P 0.000  R 0.000  F1 0.000  (0 right, 1 missed, 0 spurious)",
        "standing         1/1 = 1.000",
        "statements        P 0.000  R 0.000  F1 0.000  (0 right, 1 missed, 0 spurious)",
        "engagements       P 0.000  R 0.000  F1 0.000  (0 right, 0 missed, 0 spurious)",
    ]


def test_misses_and_extras_show_sentence_and_what_stands_there_instead() -> None:
    found = scored(gold(events=[FREED]), events=[coded_event(FREED, type="CONCEDE", mode=None)])
    missed, spurious = found.differences
    assert (missed.kind, missed.instead) == ("missed", ("CONCEDE [NPL GOV] → [CVL]",))
    assert (spurious.kind, spurious.instead) == ("spurious", ("RETREAT/release [NPL GOV] → [CVL]",))
    assert missed.sentence == spurious.sentence == "नेपाल ने १२ लोगों को छोड़ा।"
    assert list(difference_lines([missed]))[:2] == [
        "missed   event      RETREAT/release [NPL GOV] → [CVL]",
        "    a s1: नेपाल ने १२ लोगों को छोड़ा।",
    ]


def test_contexts_count_each_by_itself_where_gold_tells_any() -> None:
    told = {**FREED, "contexts": ["military", "diplomatic"]}
    found = [coded_event(FREED, contexts=["military", "legal", "crime"])]
    assert scored(gold(events=[told]), events=found).contexts == Count(right=1, missed=1, spurious=2)
    assert scored(gold(events=[FREED]), events=found).contexts == Count()
