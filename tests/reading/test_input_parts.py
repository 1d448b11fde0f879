"""The parts of an input together are the input: read apart they give what it gives, however it is cut or broken."""

import gzip
import io
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaarta.reading import read
from vaarta.reading.parts import Part, parts_of, read_part
from vaarta.reading.sources import Opened
from vaarta.reading.warc_frames import frames
from vaarta.records import Passed, Story

sys.path.append(str(Path(__file__).parents[2] / "benchmarks"))
from bench_archive import make_archive

LINES = b"".join(
    f'{{"id": "{number}", "text": "{words}", "lang": "en"}}\n'.encode()
    for number, words in enumerate(["India and Nepal met.", "वार्ता का दूसरा दौर १२ मार्च को होगा।", "क़तर went."] * 4)
)


def whole(data: bytes) -> list[object]:
    return [plain(item) for item in read("-", stdin=io.BytesIO(data))]


def plain(item: Story | Passed) -> object:
    """What is the same however an input is cut: records are numbered within a part."""
    return item if isinstance(item, Story) else item.reason.partition(":")[0]


def in_parts(data: bytes, most: int, name: str = "x.jsonl") -> list[object]:
    parts = list(parts_of(Opened(name, io.BytesIO(data)), len(data), most))
    return [plain(item) for part in parts for item in read_part(Opened(name, io.BytesIO(data)), part)]


@pytest.mark.parametrize("most", [1, 7, 50, 51, 52, 53, 200, 10_000])
def test_lines_are_read_once_however_they_are_cut(most: int) -> None:
    assert in_parts(LINES, most) == whole(LINES)


@pytest.mark.parametrize("most", [37, 100])
def test_gzipped_lines_are_cut_by_what_they_hold(most: int) -> None:
    packed = gzip.compress(LINES)
    parts = list(parts_of(Opened("x.jsonl.gz", io.BytesIO(packed)), len(packed), most))
    assert len(parts) == -(-len(LINES) // most)
    assert in_parts(packed, most, "x.jsonl.gz") == whole(LINES)


@given(
    lines=st.lists(
        st.sampled_from([b"{}", b"", b'{"text": "India and Nepal met."}', b"not json", b'{"text": 1}', b"{" * 9])
    ),
    most=st.integers(1, 60),
    ended=st.booleans(),
)
def test_lines_of_any_kind_add_up(lines: list[bytes], most: int, *, ended: bool) -> None:
    data = b'{"text": "first"}\n' + b"\n".join(lines) + b"\n" * ended
    assert in_parts(data, most) == [plain(item) for item in read_part(Opened("x.jsonl", io.BytesIO(data)), Part())]


@pytest.mark.parametrize("most", [700, 5_000, 40_000])
def test_damaged_web_archives_are_read_once_however_they_are_cut(tmp_path: Path, most: int) -> None:
    path = tmp_path / "made.warc.gz"
    make_archive(path, 120, one_in=4, seed=3)
    data = path.read_bytes()
    assert in_parts(data, most, "made.warc.gz") == whole(data)
    assert len(whole(data)) == 120


class Trickle(io.BytesIO):
    """A stream that gives a few bytes at a time, so that it breaks everywhere."""

    def read(self, size: int | None = -1) -> bytes:
        return super().read(min(size or 5, 5) if size != -1 else 5)


def test_records_are_found_wherever_the_stream_breaks(tmp_path: Path) -> None:
    path = tmp_path / "made.warc.gz"
    make_archive(path, 60, one_in=5, seed=3)
    data = path.read_bytes()
    whole, broken = list(frames(io.BytesIO(data))), list(frames(Trickle(data)))
    assert len(broken) == len(whole) == 60
    # A record whose checksum alone is wrong may be out before that is seen.
    assert {frame for frame in whole if isinstance(frame, bytes)} <= set(broken)


def test_what_is_neither_lines_nor_records_is_one_part() -> None:
    page = b"<html><title>x</title>" + b"<p>India and Nepal met in Delhi on Monday.</p>" * 50
    assert list(parts_of(Opened("x.html", io.BytesIO(page)), len(page), 100)) == [Part()]


def test_an_input_that_is_not_admitted_is_passed_over_with_the_reason() -> None:
    page = b"<html><title>x</title><p>India and Nepal met in Delhi on Monday.</p></html>"
    told = list(read_part(Opened("x.html", io.BytesIO(page)), Part(), lambda opened: f"not {opened.name}"))
    assert told == [Passed(source="x.html", reason="not x.html")]


def test_each_page_of_an_archive_is_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "made.warc.gz"
    make_archive(path, 20, one_in=1_000)
    asked: list[str] = []
    part = next(iter(parts_of(Opened(str(path), io.BytesIO(path.read_bytes())), 10**6, 2 * 10**6)))

    def admit(opened: Opened) -> str:
        asked.append(opened.url)
        return "no" if opened.url.endswith("story-3") else ""

    with path.open("rb") as stream:
        told = list(read_part(Opened(str(path), stream), part, admit))
    assert asked[0] == ""
    assert "https://paper.example/world/story-3" in asked
    assert [item.record for item in told if isinstance(item, Passed) and item.reason == "no"] == [
        "record 7 (https://paper.example/world/story-3)"
    ]
    assert len(told) == 20


def test_a_stream_that_breaks_off_is_told() -> None:
    packed = gzip.compress(LINES)[:-30]
    assert in_parts(packed, 10, "x.jsonl.gz")[-1].startswith("cannot be read to its end")  # type: ignore[attr-defined]
