"""Our figures are those of the scorer the gold came with, on gold that was bent in every way a coder errs."""

import json
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from vaarta.evaluation import read_coded, read_gold, report_lines, score

SHARED = Path(__file__).resolve().parents[3] / "shared" / "gold"
SCORER = SHARED / "score.py"
FILES = ["hi-dev.jsonl", "par-hi-dev.jsonl", "par-en-dev.jsonl"]

pytestmark = pytest.mark.skipif(not SCORER.exists(), reason="the shared gold is not beside this repository")


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_bent_gold_scores_as_by_the_shared_scorer(name: str, seed: int, tmp_path: Path) -> None:
    coded = tmp_path / "coded.jsonl"
    chance = random.Random(seed)
    lines = (SHARED / name).read_text(encoding="utf-8").splitlines()
    bent = [json.dumps(bend(json.loads(line), chance), ensure_ascii=False) for line in lines if chance.random() > 0.05]
    coded.write_text("\n".join(bent), encoding="utf-8")
    theirs = subprocess.run(
        [sys.executable, str(SCORER), str(SHARED / name), str(coded)], check=True, capture_output=True, text=True
    ).stdout
    ours = report_lines(score(read_gold(SHARED / name), read_coded(coded)))
    assert [line for line in ours if not line.startswith("contexts")] == theirs.splitlines()  # theirs has none


def bend(gold: dict[str, Any], chance: random.Random) -> dict[str, Any]:
    """What a coder that errs now and then would make of a gold story."""
    return {
        "id": gold["id"],
        "events": [event for told in gold["events"] for event in bend_event(told, gold, chance)],
        "statements": [bend_statement(said, gold, chance) for said in gold["statements"] if chance.random() > 0.2],
        "engagements": [bend_engagement(met, chance) for met in gold["engagements"] if chance.random() > 0.2],
    }


def bend_event(gold: dict[str, Any], story: dict[str, Any], chance: random.Random) -> list[dict[str, Any]]:
    event = dict(gold)
    event["start"] = story["sentences"][
        chance.choice([gold["s"], *gold["again"], gold["s"] + 1]) % len(story["sentences"])
    ][0]
    event["end"] = event["start"] + 3
    if chance.random() < 0.1:
        event["type"] = chance.choice(["CONSULT", "AGREE", "ASSAULT"])
    if chance.random() < 0.15:
        event["mode"] = None
    if chance.random() < 0.2:
        event["actors"], event["recipients"] = event["recipients"], event["actors"]
    if chance.random() < 0.2:
        event["when"] = chance.choice([None, {"text": "", "first": None, "last": None}])
    if chance.random() < 0.1:
        event["where"] = None
    if chance.random() < 0.1:
        event["standing"] = "planned"
    return [event] * chance.choice([0, 1, 1, 1, 1, 2])


def bend_statement(gold: dict[str, Any], story: dict[str, Any], chance: random.Random) -> dict[str, Any]:
    start, end = story["sentences"][gold["s"]]
    country = chance.choice([gold["speaker"].get("country"), gold["speaker"].get("country"), ""])
    return {"speaker": {"country": country}, "start": start, "end": end - chance.choice([0, 10, 60])}


def bend_engagement(gold: dict[str, Any], chance: random.Random) -> dict[str, Any]:
    return {"kind": chance.choice([gold["kind"], "meeting"]), "parties": gold["parties"][: chance.choice([1, 5])]}
