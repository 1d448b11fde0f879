"""Several processes and one record: a writer that dies loses nothing it kept, and readers read while it writes."""

import subprocess
import sys
from pathlib import Path

import pytest
from factories import make_event, make_story

from vaarta.records import Claims, Story
from vaarta.store import open_store

HERE = str(Path(__file__).resolve().parents[1])
STORIES = 40

WRITER = """
import os, sys
sys.path.insert(0, sys.argv[3])
from test_processes import told
from vaarta.store import open_store, rows

dies_at, place = int(sys.argv[2]), sys.argv[4]
plain = rows.party_rows
def dying(claim):
    if place == "inside" and claim.story == told(dies_at)[0].id:
        os._exit(9)
    return plain(claim)
rows.party_rows = dying
with open_store(sys.argv[1]) as store:
    for number in range(40):
        if place == "between" and number == dies_at:
            os._exit(9)
        store.keep(*told(number))
        print(number, flush=True)
"""


def told(number: int) -> tuple[Story, Claims]:
    story = make_story(f"Country {number} met country {number + 1}. Then it thanked country {number + 2}.")
    events = (make_event(story, "met"), make_event(story, "thanked", "SUPPORT"))
    return story, Claims(story=story.id, lang="en", events=events)


def write(path: Path, dies_at: int, place: str) -> subprocess.Popen[str]:
    folder = str(Path(__file__).resolve().parent)
    arguments = [sys.executable, "-c", f"import sys; sys.path.insert(0, {HERE!r})" + WRITER]
    return subprocess.Popen([*arguments, str(path), str(dies_at), folder, place], stdout=subprocess.PIPE, text=True)


@pytest.mark.parametrize("place", ["between", "inside"], ids=["between-two-stories", "inside-a-transaction"])
def test_a_writer_that_dies_loses_and_doubles_nothing(tmp_path: Path, place: str) -> None:
    path = tmp_path / "record.db"
    dying = write(path, 7, place)
    assert (dying.communicate()[0].split(), dying.returncode) == ([str(n) for n in range(7)], 9)
    with open_store(path) as store:
        assert store.counts() == {"story": 7, "event": 14}
        kept = [store.keep(*told(number)) for number in range(STORIES)]
        assert kept == ["same"] * 7 + ["new"] * (STORIES - 7)
        assert store.counts() == {"story": STORIES, "event": 2 * STORIES}
        assert store._one("PRAGMA integrity_check") == ("ok",)


def test_two_readers_read_whole_stories_while_one_writes(tmp_path: Path) -> None:
    path = tmp_path / "record.db"
    open_store(path).close()
    seen = []
    writer = write(path, STORIES, "between")
    with open_store(path, write=False) as one, open_store(path, write=False) as other:
        assert writer.stdout
        for line in writer.stdout:
            for reader in (one, other):
                counts = reader.counts()
                assert counts["story"] >= int(line) + 1
                seen.append(counts)
    assert writer.wait() == 0
    writer.stdout.close()
    assert all(counts.get("event", 0) >= 2 * (counts["story"] - 1) for counts in seen)
    assert seen[-1] == {"story": STORIES, "event": 2 * STORIES}


def test_two_writers_take_turns(tmp_path: Path) -> None:
    path = tmp_path / "record.db"
    writers = [write(path, STORIES, "between") for _ in range(2)]
    assert [writer.communicate()[0].count("\n") for writer in writers] == [STORIES, STORIES]
    with open_store(path, write=False) as store:
        assert store.counts() == {"story": STORIES, "event": 2 * STORIES}
