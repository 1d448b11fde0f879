import gzip
import os
from pathlib import Path

import fsspec
import pytest

from vaarta.errors import EngineError, ReadError
from vaarta.reading.parts import Part
from vaarta.scale import Job, Settings, plan
from vaarta.scale.jobs import Piece


def planned(*sources: object, shard_bytes: int = 100) -> Job:
    return plan([str(source) for source in sources], shard_bytes=shard_bytes, settings=Settings())


def names(job: Job) -> list[list[str]]:
    return [[Path(piece.path).name for piece in shard.pieces] for shard in job.shards]


def test_small_files_share_a_shard_in_the_order_in_which_they_are_read(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    for name, size in {"b.txt": 60, "c.txt": 30, "a/z.txt": 20, "a/समाचार.txt": 90, ".hidden": 10}.items():
        (tmp_path / name).write_bytes(b"x" * size)
    assert names(planned(tmp_path)) == [["b.txt", "c.txt"], ["z.txt"], ["समाचार.txt"]]


def test_large_lines_are_cut(tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl"
    path.write_bytes(b'{"text": "India and Nepal met."}\n' * 8)
    (first, second, third) = planned(path).shards
    assert first.pieces == (Piece(path=str(path), part=Part(form="lines", start=0, end=100)),)
    assert third.pieces[0].part.end == path.stat().st_size
    assert [shard.number for shard in (first, second, third)] == [0, 1, 2]


def test_the_same_files_give_the_same_shards(tmp_path: Path) -> None:
    (tmp_path / "x.jsonl.gz").write_bytes(gzip.compress(os.urandom(300)))
    assert planned(tmp_path) == planned(tmp_path)


@pytest.mark.skipif(os.name != "posix", reason="names of files are not bytes here")
def test_what_cannot_be_opened_or_named_is_passed_over(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    try:
        Path(os.fsdecode(os.fsencode(tmp_path / "x") + b"\xff.txt")).write_bytes(b"x")
    except OSError:
        pytest.skip("names of files must be UTF-8 here")
    assert [passed.reason for passed in planned(tmp_path).passed] == [
        "not a regular file",
        "its name is not UTF-8; rename it",
    ]


def test_a_source_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="no such file"):
        planned(tmp_path / "none")
    with pytest.raises(ReadError):
        planned("memory://none/x.jsonl")


@pytest.mark.parametrize("source", ["-", "https://paper.example/1", "filecache::https://paper.example/1", "nosuch://x"])
def test_what_is_no_place_of_files_is_an_error(source: str) -> None:
    with pytest.raises(EngineError):
        planned(source)


def test_an_object_store_is_listed_as_a_folder_is() -> None:
    store = fsspec.filesystem("memory")
    for name in ("/planned/b.txt", "/planned/a/c.txt", "/planned/a/.d.txt", "/planned/e.jsonl"):
        store.pipe_file(name, b"x" * 60)
    assert names(planned("memory://planned")) == [["b.txt"], ["e.jsonl"], ["c.txt"]]
    assert names(planned("memory://planned/*.jsonl")) == [["e.jsonl"]]
