"""A small crash test; benchmarks/crash_keep.py kills the real command 30 times over 500 stories."""

import random
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "benchmarks"))

from crash_keep import compare, killed_run, make_stories  # noqa: E402

# Claims made by hand, slowly, so that a kill may strike anywhere between and inside two stories.
KEEPING = """
import sys, time
sys.path.insert(0, sys.argv[1])
import hand_coded, vaarta.pipeline
from vaarta.cli import main

def slow(stories, pipelines=None):
    for result in hand_coded.fake(stories):
        time.sleep(0.004)
        yield result

vaarta.pipeline.code_stories = slow
main(["keep", *sys.argv[2:], "--resume", "--json"])
"""


@pytest.fixture
def stories(tmp_path: Path) -> Path:
    path = tmp_path / "stories.jsonl"
    make_stories(path, 120)
    return path


def command(db: Path, stories: Path) -> list[str]:
    return [sys.executable, "-c", KEEPING, str(ROOT / "tests"), str(db), str(stories)]


def test_killed_and_resumed_the_record_is_that_of_a_run_left_alone(tmp_path: Path, stories: Path) -> None:
    chance = random.Random(7)
    calm, stormy = tmp_path / "calm.db", tmp_path / "stormy.db"
    assert killed_run(command(calm, stories), 0, lambda: 0.0) == 0
    assert killed_run(command(stormy, stories), 4, lambda: chance.uniform(0.3, 0.8)) >= 1
    assert compare(calm, stormy) == []


def test_a_difference_would_be_seen(tmp_path: Path, stories: Path) -> None:
    calm, fewer = tmp_path / "calm.db", tmp_path / "fewer.db"
    some = tmp_path / "some.jsonl"
    some.write_text("\n".join(stories.read_text("utf-8").splitlines()[:100]), encoding="utf-8")
    killed_run(command(calm, stories), 0, lambda: 0.0)
    killed_run(command(fewer, some), 0, lambda: 0.0)
    assert "claim: rows differ" in compare(calm, fewer)
