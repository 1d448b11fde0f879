import gzip
import io
import json
from pathlib import Path
from typing import Any, BinaryIO, cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vaarta.errors import ReadError
from vaarta.reading import limits, read
from vaarta.records import Passed, Story

ENGLISH = "The panel on rivers met in Delhi on Monday and will meet again in May, the ministry said."
HINDI = "नदी आयोग की बैठक सोमवार को दिल्ली में हुई और १२ मई को फ़ैसला होगा।"
LINE = json.dumps({"id": "1", "lang": "en", "text": ENGLISH})


def of(data: bytes) -> list[Story | Passed]:
    return list(read("-", stdin=io.BytesIO(data)))


GOOD = [
    pytest.param(ENGLISH.encode(), "scrape", id="text"),
    pytest.param(HINDI.encode("utf-16"), "scrape", id="text in UTF-16"),
    pytest.param(HINDI.encode("utf-8-sig"), "scrape", id="text with mark"),
    pytest.param(gzip.compress(HINDI.encode()), "scrape", id="gzipped text"),
    pytest.param(f"<html><body><p>{ENGLISH}</p><p>{ENGLISH}</p></body></html>".encode(), "html", id="page"),
    pytest.param(
        gzip.compress(f"<!DOCTYPE html><body><p>{HINDI}</p><p>{HINDI}</p>".encode()), "html", id="gzipped page"
    ),
    pytest.param(LINE.encode(), "jsonl", id="JSON line"),
    pytest.param(gzip.compress(LINE.encode()), "jsonl", id="gzipped JSON line"),
    pytest.param(LINE.encode("utf-16"), "jsonl", id="JSON line in UTF-16"),
    pytest.param(json.dumps(json.loads(LINE), indent=2).encode(), "jsonl", id="JSON over lines"),
    pytest.param(json.dumps([json.loads(LINE)], indent=2).encode(), "jsonl", id="JSON list"),
]


@pytest.mark.parametrize(("data", "reader"), GOOD)
def test_kind_is_told_by_content(data: bytes, reader: str) -> None:
    (story,) = of(data)
    assert isinstance(story, Story)
    assert story.reader == reader


BAD = [
    pytest.param(b"", "empty", id="empty"),
    pytest.param(b" \n\r\n\t", "empty", id="only spaces"),
    pytest.param(b"\xef\xbb\xbf\n", "empty", id="only a mark"),
    pytest.param(gzip.compress(b""), "empty", id="gzipped nothing"),
    pytest.param(b"%PDF-1.7 ...", "binary file (PDF)", id="PDF"),
    pytest.param(b"\x89PNG\r\n\x1a\n", "binary file (PNG image)", id="image"),
    pytest.param(b"PK\x03\x04....", "a ZIP archive that cannot be opened: ", id="archive"),
    pytest.param(b"words \x00 words", "binary file (NUL bytes)", id="NUL bytes"),
    pytest.param(bytes(range(1, 9)) * 20, "binary file (control bytes)", id="control bytes"),
    pytest.param(gzip.compress(gzip.compress(b"words")), "binary file (gzip within gzip)", id="gzip within gzip"),
    pytest.param(gzip.compress(ENGLISH.encode() * 9)[:60], "cannot be read to its end: ", id="gzip cut short"),
    pytest.param(b"\x1f\x8b\x08no gzip at all", "cannot be read to its end: ", id="broken gzip"),
    pytest.param("दिल्ली".encode() + bytes(range(128, 256)) * 3, "in no encoding we know", id="no encoding"),
    pytest.param(b"... !!! ???", "no words in it", id="no words"),
    pytest.param(b"<html><body><p>cut o", "no story found in it", id="broken page"),
    pytest.param(b"<?xml version='1.0'?><rss version='2.0'></rss>", "a feed without items", id="feed"),
    pytest.param(b"WARC/1.0\r\nWARC-Type: warcinfo\r\n", "its header is cut off", id="web archive"),
    pytest.param(b"[{", "not JSON: ", id="broken JSON"),
    pytest.param(b"x" * (limits.TEXT + 1), "longer than 5 MB", id="text too long"),
    pytest.param(b"<html>" + b"x" * limits.DOCUMENT, "longer than 20 MB", id="page too long"),
]


@pytest.mark.parametrize(("data", "reason"), BAD)
def test_bad_input_is_passed_over_with_its_reason(data: bytes, reason: str) -> None:
    (passed,) = of(data)
    assert isinstance(passed, Passed)
    assert passed.source == "standard input"
    assert passed.reason.startswith(reason)


def test_decompression_bomb_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("vaarta.reading.streams.INFLATED", 1_000_000)
    (passed,) = of(gzip.compress(b'{"text": "' + b"x" * 4_000_000))
    assert isinstance(passed, Passed)
    assert passed.reason == "cannot be read to its end: inflates to more than 1 MB"


@settings(max_examples=150, deadline=None)
@given(
    st.binary(max_size=400)
    | st.text(max_size=200).map(str.encode)
    | st.sampled_from(GOOD).map(lambda row: row.values[0][:-3] if isinstance(row.values[0], bytes) else b"")
)
def test_no_bytes_make_it_fail(data: bytes) -> None:
    for result in of(data):
        assert isinstance(result, Story | Passed)


@settings(max_examples=60, deadline=None)
@given(
    st.binary(max_size=60),
    st.sampled_from(
        [b"<html><p>", b'{"text": "', b'<html><script type="application/ld+json">{', b"\xff\xfe", b"\x1f\x8b\x08\x00"]
    ),
)
def test_no_bytes_after_a_known_beginning_make_it_fail(data: bytes, start: bytes) -> None:
    assert of(start + data)


def test_offsets_of_paragraphs_cut_the_text() -> None:
    (story,) = of(f"{HINDI}\n\n{HINDI}".encode())
    assert isinstance(story, Story)
    assert [story.text[start:end] for start, end in story.paragraphs] == story.text.split("\n\n")


def test_folder_is_read_with_its_subfolders_in_order(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    for name in ("c.txt", "b/a.txt", "a.txt", ".hidden.txt"):
        (tmp_path / name).write_text(ENGLISH, encoding="utf-8")
    (tmp_path / "b.bin").write_bytes(b"\x00")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere")
    found = list(read(tmp_path))
    assert [isinstance(result, Story) for result in found] == [True, False, True, False, True]
    assert [result.source for result in found if isinstance(result, Passed)] == [
        str(tmp_path / "b.bin"),
        str(tmp_path / "gone.txt"),
    ]


def test_empty_folder_gives_nothing(tmp_path: Path) -> None:
    assert list(read(tmp_path)) == []


@pytest.mark.parametrize(
    "source",
    ["no/such/file.txt", "file:///etc/hostname", "ftp://a.example/x", "a\x00b"],
    ids=["file", "file URL", "ftp", "NUL"],
)
def test_source_that_is_not_there_is_an_error(source: str) -> None:
    with pytest.raises(ReadError):
        list(read(source))


def test_lines_come_one_by_one_as_they_are_read() -> None:
    class Endless(io.RawIOBase):
        def readable(self) -> bool:
            return True

        def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]
            line = LINE.encode() + b"\n"
            buffer[: len(line)] = line
            return len(line)

    stories = read("-", stdin=cast("BinaryIO", io.BufferedReader(cast("Any", Endless()))))
    assert [isinstance(next(stories), Story) for _ in range(5)] == [True] * 5
