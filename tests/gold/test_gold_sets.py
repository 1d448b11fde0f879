"""gold/: every code exists, every substring stands where it should; the Hindi part wants its texts beside us."""

import hashlib
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from vaarta.evaluation import read_gold
from vaarta.ontology import load_ontology

ROOT = Path(__file__).resolve().parents[2]
GOLD = ROOT / "gold"
JOIN = ROOT / "tools" / "join_gold.py"
NEWS = ROOT.parent / "shared/data/news/ddnews-2017-2019.jsonl.gz"
FILES = sorted(GOLD.glob("*.jsonl"))
STANDINGS = {"happened", "planned", "denied", "possible"}
ORGANISATIONS = {"IGO", "NGO", "MNC"}

Record = dict[str, Any]


def records(path: Path) -> list[Record]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def parties(record: Record) -> list[Record]:
    events = [party for event in record["events"] for party in event["actors"] + event["recipients"]]
    sayings = [saying[side] for saying in record["statements"] for side in ("speaker", "addressee") if saying[side]]
    return events + sayings


def countries() -> set[str]:
    ids = {entry.id for entry in load_ontology().actors.values() if entry.kind == "country"}
    return ids | ORGANISATIONS | {""}


def misplaced(record: Record, text: str) -> list[str]:
    """What is not where the record says, in words."""
    sentences = [text[start:end] for start, end in record["sentences"]]
    said = [("trigger", item, item["s"]) for item in record["events"] + record["engagements"]]
    said += [("content_first", saying, saying["s"]) for saying in record["statements"]]
    said += [("content_last", saying, saying.get("s_last", saying["s"])) for saying in record["statements"]]
    wrong = [f"{item['s']} {key} {item[key]!r}" for key, item, s in said if item[key] not in sentences[s]]
    cues = [(q["cue"], sentences[q["s"]] + sentences[q.get("s_last", q["s"])]) for q in record["statements"]]
    wrong += [f"cue {cue!r}" for cue, sentence in cues if cue not in sentence]
    heads = [head for engagement in record["engagements"] for head in engagement["heads"]]
    spots = [item[key] for item in record["events"] + record["engagements"] for key in ("when", "where") if item[key]]
    topics = [topic for engagement in record["engagements"] for topic in engagement["topics"]]
    named = [*topics, *(item["text"] for item in parties(record) + heads + spots)]
    named += [item["name"] for item in record["engagements"] if item["name"]]
    named += [saying["venue"] for saying in record["statements"] if saying["venue"]]
    return wrong + [f"nowhere {words!r}" for words in named if words not in text]


def join(*words: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, str(JOIN), *map(str, words)], capture_output=True, text=True, check=False)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_codes_are_of_the_ontology(path: Path) -> None:
    ontology, known = load_ontology(), countries()
    for record in records(path):
        assert record["part"] in {"dev", "held-out"}
        for event in record["events"]:
            assert event["mode"] in {None, *ontology.types[event["type"]].modes}, (record["id"], event)
            assert set(event["contexts"]) <= set(ontology.contexts), (record["id"], event)
            assert event["standing"] in STANDINGS, (record["id"], event)
        for engagement in record["engagements"]:
            assert engagement["kind"] in ontology.engagements, (record["id"], engagement)
            assert engagement["standing"] in STANDINGS, (record["id"], engagement)
            assert {*engagement["parties"]} <= known, (record["id"], engagement)
            assert engagement["parties"] == sorted(engagement["parties"]), (record["id"], engagement)
        for party in parties(record):
            assert party["country"] in known, (record["id"], party)
            assert (party["sector"] is None) == (party["country"] in ORGANISATIONS), (record["id"], party)
            assert party["sector"] in {None, *ontology.sectors}, (record["id"], party)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_ids_are_unique_and_dev_comes_before_what_is_held_out(path: Path) -> None:
    ids = [record["id"] for record in records(path)]
    parts = [record["part"] for record in records(path)]
    assert len(ids) == len(set(ids))
    assert parts == sorted(parts)


def test_english_substrings_stand_in_their_sentences() -> None:
    whole = records(GOLD / "en-agency.jsonl")
    assert [(record["id"], wrong) for record in whole if (wrong := misplaced(record, record["text"]))] == []
    assert len(read_gold(GOLD / "en-agency.jsonl")) == len(whole)


def test_no_text_of_others_is_kept() -> None:
    assert not any("text" in record for record in records(GOLD / "hi-news.jsonl"))


@pytest.mark.skipif(
    not NEWS.exists(), reason="the news file that holds the stories' texts is not beside this repository"
)
def test_hindi_substrings_stand_in_their_sentences(tmp_path: Path) -> None:
    assert join(GOLD / "hi-news.jsonl", tmp_path / "joined.jsonl").returncode == 0
    whole = records(tmp_path / "joined.jsonl")
    assert [record["id"] for record in whole] == [record["id"] for record in records(GOLD / "hi-news.jsonl")]
    assert [(record["id"], wrong) for record in whole if (wrong := misplaced(record, record["text"]))] == []
    assert len(read_gold(tmp_path / "joined.jsonl")) == len(whole)


def news(tmp_path: Path, text: str) -> tuple[Path, Path]:
    """Gold of one record of another's story, and a news file with that story; its text was "वे मिले।"."""
    digest = hashlib.sha256("वे मिले।".encode()).hexdigest()
    record = {"id": "a", "part": "dev", "sha256": digest, "sentences": [[0, 8]]}
    (tmp_path / "gold.jsonl").write_text(json.dumps(record), encoding="utf-8")
    (tmp_path / "news.jsonl").write_text(json.dumps({"id": "a", "text": text}), encoding="utf-8")
    return tmp_path / "gold.jsonl", tmp_path / "news.jsonl"


def test_a_record_is_joined_with_its_story(tmp_path: Path) -> None:
    gold, stories = news(tmp_path, "वे मिले।")
    assert join(gold, tmp_path / "out.jsonl", "--news", stories).returncode == 0
    assert [record["text"] for record in records(tmp_path / "out.jsonl")] == ["वे मिले।"]


def test_only_the_part_asked_for_is_joined(tmp_path: Path) -> None:
    gold, stories = news(tmp_path, "वे मिले।")
    assert join(gold, tmp_path / "out.jsonl", "--news", stories, "--part", "held-out").returncode == 0
    assert records(tmp_path / "out.jsonl") == []


def test_texts_of_our_own_need_no_news_file(tmp_path: Path) -> None:
    told = join(GOLD / "en-agency.jsonl", tmp_path / "out.jsonl", "--part", "dev", "--news", tmp_path / "none.gz")
    assert told.returncode == 0
    assert {record["part"] for record in records(tmp_path / "out.jsonl")} == {"dev"}


def test_a_text_that_has_changed_is_told_and_left_out(tmp_path: Path) -> None:
    gold, stories = news(tmp_path, "वे कल मिले।")
    told = join(gold, tmp_path / "out.jsonl", "--news", stories)
    assert told.returncode == 1
    assert "the text of a is not the one annotated" in told.stderr
    assert records(tmp_path / "out.jsonl") == []


def test_no_news_file_is_told_plainly(tmp_path: Path) -> None:
    gold, _ = news(tmp_path, "")
    told = join(gold, tmp_path / "out.jsonl", "--news", tmp_path / "none.gz")
    assert told.returncode == 1
    assert told.stderr.startswith(f"{tmp_path / 'none.gz'}: not there")
    assert "Traceback" not in told.stderr
