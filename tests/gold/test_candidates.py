"""gold/candidates: verdicts on candidates in others' stories, by offsets; joined they are gold for `vaarta score`."""

import hashlib
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from vaarta.evaluation import read_gold
from vaarta.ontology import load_ontology
from vaarta.packs import load

ROOT = Path(__file__).resolve().parents[2]
JUDGED = ROOT / "gold/candidates/hi-news.jsonl"
OTHERS = (ROOT / "gold/hi-news.jsonl", ROOT / "gold/precision/hi-news.jsonl")
NEWS = ROOT.parent / "shared/data/news/ddnews-2017-2019.jsonl.gz"
HELD_OUT = 60
LINE = {"n", "s", "span", "type", "mode", "rule", "by", "verdict"}
FURTHER = {"standing", "sides", "of", "event"}
TEXT = "वे मिले। वे कल मिले। वे गए।"

Record = dict[str, Any]


def records(path: Path = JUDGED) -> list[Record]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def lines() -> Iterator[tuple[Record, Record]]:
    return ((record, line) for record in records() for line in record["judged"])


def told(line: Record) -> Iterator[Record]:
    """Each act a line names, as coded and as judged."""
    yield {"type": line["type"], "sides": line.get("sides", [[], []])}
    if "event" in line:
        yield line["event"]


def test_codes_are_of_the_ontology_and_entries_of_the_pack() -> None:
    ontology = load_ontology()
    known = {entry.id for entry in ontology.actors.values() if entry.kind == "country"} | {"IGO", "NGO", "MNC", ""}
    acts = [act for _, line in lines() for act in told(line)]
    acts += [missed for record in records() for missed in record["missed"]]
    assert {act["type"] for act in acts} <= set(ontology.types)
    assert {country for act in acts for side in act["sides"] for country in side} <= known
    named = {line["by"].removesuffix("+pair") for _, line in lines() if line["by"].startswith("hi/events#")}
    entries = {f"hi/events#{entry.id}" for entry in load("hi").events.entries}
    assert len(named & entries) > 100
    assert {line["verdict"] for _, line in lines()} == {"right", "wrong", "again", "event"}


def test_every_line_stands_in_its_sentence() -> None:
    for record, line in lines():
        start, end = record["sentences"][line["s"]]
        assert start <= line["span"][0] < line["span"][1] <= end + 1, (record["id"], line)
        assert LINE <= set(line) <= LINE | FURTHER
        assert ("sides" in line) == (line["rule"] == "coded")
        assert ("event" in line) == (line["verdict"] == "event")
    for record in records():
        assert all(0 <= missed["s"] < len(record["sentences"]) for missed in record["missed"])


def test_what_is_told_again_is_told_by_another_line_of_the_story() -> None:
    for record in records():
        numbers = {line["n"] for line in record["judged"]}
        again = [line for line in record["judged"] if line["verdict"] == "again"]
        assert all(line["of"] in numbers - {line["n"]} for line in again), record["id"]


def test_held_out_stories_are_drawn_by_the_hash_of_their_ids_and_come_last() -> None:
    ids = [record["id"] for record in records()]
    drawn = sorted(ids, key=lambda key: hashlib.sha256(key.encode()).hexdigest())[:HELD_OUT]
    assert {record["id"] for record in records() if record["part"] == "held-out"} == set(drawn)
    assert [record["part"] for record in records()] == ["dev"] * (len(ids) - HELD_OUT) + ["held-out"] * HELD_OUT
    others = {record.get("id") or record["story"] for path in OTHERS for record in records(path)}
    assert len({*ids}) == len(ids)
    assert not {*ids} & others


def test_no_word_of_the_stories_is_kept() -> None:
    assert JUDGED.read_text(encoding="utf-8").isascii()


def join(gold: Path, out: Path, news: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(ROOT / "tools/join_gold.py"), str(gold), str(out), "--news", str(news)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def made_gold(tmp_path: Path, judged: list[Record], missed: list[Record]) -> Record:
    """What one story's verdicts are joined to."""
    digest = hashlib.sha256(TEXT.encode()).hexdigest()
    record: Record = {"id": "a", "lang": "hi", "part": "dev", "sha256": digest, "judged": judged, "missed": missed}
    record["sentences"] = [[0, 8], [9, 20], [21, 27]]
    (tmp_path / "gold.jsonl").write_text(json.dumps(record), encoding="utf-8")
    (tmp_path / "news.jsonl").write_text(json.dumps({"id": "a", "text": TEXT}), encoding="utf-8")
    assert join(tmp_path / "gold.jsonl", tmp_path / "out.jsonl", tmp_path / "news.jsonl").returncode == 0
    (story,) = records(tmp_path / "out.jsonl")
    return story


def line(n: int, s: int, span: tuple[int, int], verdict: str, **further: object) -> Record:
    return {"n": n, "s": s, "span": span, "type": "CONSULT", "verdict": verdict, **further}


def test_verdicts_are_joined_to_events_with_their_sides_and_tellings(tmp_path: Path) -> None:
    coded = line(0, 0, (3, 7), "right", sides=[["IND", "NPL"], []])
    again = line(1, 1, (15, 19), "again", of=3)
    other = line(4, 2, (24, 26), "event", event={"type": "RETREAT", "sides": [["NPL"], []]})
    judged = [coded, again, line(2, 0, (0, 2), "wrong"), line(3, 1, (9, 11), "again", of=0), other]
    missed = [{"s": 2, "span": [21, 26], "type": "AID", "sides": [["IND"], ["NPL"]]}]
    story = made_gold(tmp_path, judged, missed)
    events = [(e["s"], e["type"], e["trigger"], sorted({*e["again"]})) for e in story["events"]]
    assert events == [(0, "CONSULT", "मिले", [1]), (2, "RETREAT", "गए", []), (2, "AID", "वे गए", [])]
    assert story["events"][1]["actors"] == [{"country": "NPL"}]
    assert "judged" not in story
    assert len(read_gold(tmp_path / "out.jsonl")[0].events) == len(events)


def test_tellings_that_name_each_other_are_no_event(tmp_path: Path) -> None:
    judged = [line(0, 0, (3, 7), "again", of=1), line(1, 1, (15, 19), "again", of=0)]
    assert made_gold(tmp_path, judged, [])["events"] == []


@pytest.mark.skipif(not NEWS.exists(), reason="the news file that holds the texts is not beside this repository")
def test_every_story_is_that_of_the_news_file(tmp_path: Path) -> None:
    assert join(JUDGED, tmp_path / "joined.jsonl", NEWS).returncode == 0
    stories = read_gold(tmp_path / "joined.jsonl")
    assert [story.id for story in stories] == [record["id"] for record in records()]
    assert sum(len(story.events) for story in stories) > 600
    for story in stories:
        assert all(event.trigger and event.trigger == event.trigger.strip() for event in story.events)
