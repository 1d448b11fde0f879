"""Archives of pages: WARC, WACZ, ZIP, tar; whole, damaged, hostile. What is read and what is passed over adds up."""

import bz2
import gzip
import io
import random
import sys
import tarfile
import zipfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vaarta.reading import limits, read
from vaarta.records import Passed, Story

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))
from bench_archive import make_archive

PROSE = "The panel on rivers met in Delhi on Monday and will meet again in May, the ministry said."
HINDI = "नदी आयोग की बैठक सोमवार को दिल्ली में हुई और इसमें बाढ़ के आंकड़ों पर सहमति बनी।"
PAGE = f"<html><body><article><p>{PROSE}</p><p>{PROSE}</p></article></body></html>".encode()
URL = "https://paper.example/world/rivers"


def of(data: bytes) -> list[Story | Passed]:
    return list(read("-", stdin=io.BytesIO(data)))


def record(block: bytes, *, kind: str = "response", url: str = URL, length: int | None = None) -> bytes:
    content = "application/http; msgtype=response" if kind == "response" else "text/html"
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2024-05-14T06:00:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>\r\nContent-Type: {content}\r\n"
        f"Content-Length: {len(block) if length is None else length}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def answer(body: bytes = PAGE, *headers: str, status: str = "200 OK") -> bytes:
    lines = [f"HTTP/1.1 {status}", "Content-Type: text/html; charset=utf-8", *headers]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


def zipped(*entries: tuple[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", method) as archive:
        for name, data in entries:
            archive.writestr(name, data)
    return held.getvalue()


def tarred(*entries: tuple[str, bytes]) -> bytes:
    held = io.BytesIO()
    with tarfile.open(fileobj=held, mode="w") as archive:
        for name, data in entries:
            entry = tarfile.TarInfo(name)
            entry.size = len(data)
            archive.addfile(entry, io.BytesIO(data))
    return held.getvalue()


def test_page_of_a_web_archive_knows_its_address_and_when_it_was_taken() -> None:
    (story,) = of(record(answer()))
    assert isinstance(story, Story)
    assert (story.url, story.fetched, story.reader) == (URL, "2024-05-14T06:00:00+00:00", "html")


CHUNKED = f"{len(PAGE):x}\r\n".encode() + PAGE + b"\r\n0\r\n\r\n"
ENCODED = [
    pytest.param(answer(gzip.compress(PAGE), "Content-Encoding: gzip"), id="gzip"),
    pytest.param(answer(PAGE, "Content-Encoding: gzip"), id="gzip said, not done"),
    pytest.param(answer(CHUNKED, "Transfer-Encoding: chunked"), id="chunked"),
    pytest.param(answer(PAGE, "Transfer-Encoding: chunked"), id="chunked said, not done"),
]


@pytest.mark.parametrize("block", ENCODED)
def test_answer_is_decoded_as_far_as_it_is_encoded(block: bytes) -> None:
    (story,) = of(gzip.compress(record(block)))
    assert isinstance(story, Story)
    assert story.text.startswith(PROSE)


PASSED = [
    pytest.param(record(answer(status="404 Not Found")), "the server answered 404", id="404"),
    pytest.param(record(b"GET / HTTP/1.1\r\n\r\n", kind="request"), "a record of type request", id="request"),
    pytest.param(record(answer(b"\x89PNG\r\n\x1a\n" * 9)), "binary file (PNG image)", id="picture"),
    pytest.param(record(answer(), length=99_999), "cut off", id="length too long"),
    pytest.param(record(answer())[:-60], ("cut off", "of another length than it says"), id="truncated"),
    pytest.param(record(answer(), length=limits.DOCUMENT + 100_000), "longer than 20 MB", id="too long"),
    pytest.param(record(b"no HTTP at all"), "", id="no HTTP"),
    pytest.param(record(answer()).replace(b"-Length", b"-Lost", 1), "its header says no length", id="no length"),
]  # fmt: skip


@pytest.mark.parametrize("pack", [bytes, gzip.compress], ids=["plain", "gzip"])
@pytest.mark.parametrize(("first", "reason"), PASSED)
def test_record_without_a_page_is_passed_over_and_the_next_one_read(
    first: bytes, reason: str | tuple[str, ...], pack: Callable[[bytes], bytes]
) -> None:
    second = record(answer(), url=URL + "-2")
    passed, story = of(pack(first) + pack(second))
    assert isinstance(passed, Passed)
    assert passed.reason.startswith(reason)
    assert passed.record.startswith("record 1")
    assert isinstance(story, Story)
    assert story.url == URL + "-2"


@pytest.mark.parametrize("seed", [1, 2])
def test_made_archive_adds_up(tmp_path: Path, seed: int) -> None:
    path = tmp_path / "made.warc.gz"
    broken = make_archive(path, 400, one_in=20, seed=seed)
    results = list(read(path))
    reasons = Counter(result.reason for result in results if isinstance(result, Passed))
    assert len(results) == 400
    assert broken > 10
    assert sum(1 for result in results if isinstance(result, Story)) >= 400 // 2 - 400 // 25 - broken - 1
    assert reasons["a record of type request, which holds no page"] >= 200 - broken


@pytest.mark.parametrize("end", [30, 100, 500, 900])
def test_archive_cut_off_anywhere_gives_what_came_before(end: int) -> None:
    whole = b"".join(gzip.compress(record(answer(), url=f"{URL}-{n}")) for n in range(5))
    *stories, last = of(whole[:-end])
    assert isinstance(last, Passed)
    assert len(stories) >= 1
    assert all(isinstance(story, Story) for story in stories)


def test_record_that_inflates_without_end_is_left_and_the_next_one_read() -> None:
    bomb = gzip.compress(record(b"x" * 30_000_000))
    passed, story = of(bomb + gzip.compress(record(answer())))
    assert isinstance(passed, Passed)
    assert passed.reason.startswith("inflates to more than")
    assert isinstance(story, Story)


def test_answer_that_inflates_without_end_is_passed_over() -> None:
    (passed,) = of(record(answer(gzip.compress(b"x" * 30_000_000), "Content-Encoding: gzip")))
    assert isinstance(passed, Passed)


def test_entries_of_archives_are_read_whatever_they_are() -> None:
    entries = (
        ("a.html", PAGE),
        ("b/c.txt", HINDI.encode()),
        ("d.html.gz", gzip.compress(PAGE)),
        ("e.png", b"\x89PNG\r\n"),
    )
    for archive in (
        zipped(*entries),
        tarred(*entries),
        gzip.compress(tarred(*entries)),
        bz2.compress(tarred(*entries)),
    ):
        first, second, third, passed = of(archive)
        assert [type(one) for one in (first, second, third)] == [Story] * 3
        assert passed == Passed(source="standard input", reason="binary file (PNG image)", record="e.png")


def test_wacz_gives_the_pages_of_its_web_archives_and_nothing_else() -> None:
    warc = gzip.compress(record(answer()))
    package = zipped(
        ("archive/data.warc.gz", warc),
        ("pages/pages.jsonl", b'{"id": "1", "text": "no"}'),
        ("datapackage.json", b"{}"),
        method=zipfile.ZIP_STORED,
    )
    (story,) = of(package)
    assert isinstance(story, Story)
    assert story.url == URL


def test_archives_within_archives_are_opened_so_far_and_no_farther() -> None:
    inner = zipped(("page.html", PAGE))
    for _ in range(limits.DEPTH - 1):
        inner = zipped(("inner.zip", inner))
    (story,) = of(inner)
    assert isinstance(story, Story)
    (passed,) = of(zipped(("outer.zip", inner)))
    assert isinstance(passed, Passed)
    assert passed.reason == "an archive within 3 others"


def test_bomb_in_a_zip_is_passed_over_and_the_rest_read() -> None:
    passed, story = of(zipped(("bomb.html", b"<html>" + b"0" * 15_000_000), ("page.html", PAGE)))
    assert passed == Passed(
        source="standard input", reason="inflates to more than 250 times its size", record="bomb.html"
    )
    assert isinstance(story, Story)


def test_bomb_in_a_gzip_stream_is_given_up() -> None:
    (passed,) = of(gzip.compress(b'{"text": "' + b"0" * 15_000_000))
    assert isinstance(passed, Passed)
    assert passed.reason == "cannot be read to its end: inflates to more than 250 times its size"


def test_entries_beyond_the_most_that_are_read_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("vaarta.reading.archives.ENTRIES", 1)
    for archive in (zipped(("a.html", PAGE), ("b.html", PAGE)), tarred(("a.html", PAGE), ("b.html", PAGE))):
        story, passed = of(archive)
        assert isinstance(story, Story)
        assert isinstance(passed, Passed)
        assert passed.reason == "after the 1 entries that are read of an archive"


def test_links_and_devices_of_a_tar_are_passed_over() -> None:
    held = io.BytesIO()
    with tarfile.open(fileobj=held, mode="w") as archive:
        link = tarfile.TarInfo("link")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(link)
    assert of(held.getvalue()) == [Passed(source="standard input", reason="not a regular file", record="link")]


def test_tar_cut_off_gives_what_came_before() -> None:
    story, passed = of(tarred(("a.html", PAGE), ("b.html", PAGE * 50))[:3000])
    assert isinstance(story, Story)
    assert isinstance(passed, Passed)


def test_office_file_is_no_archive_of_pages() -> None:
    (passed,) = of(zipped(("[Content_Types].xml", b"<Types/>"), ("word/document.xml", b"<w:document/>")))
    assert isinstance(passed, Passed)
    assert passed.reason == "an Office file; save it as text"


def test_encrypted_entry_is_passed_over() -> None:
    data = bytearray(zipped(("a.html", PAGE)))
    data[6] |= 1
    data[data.rindex(b"PK\x01\x02") + 8] |= 1
    (passed,) = of(bytes(data))
    assert passed == Passed(source="standard input", reason="encrypted", record="a.html")


def test_entry_without_a_name_is_read_like_any_other() -> None:
    nameless = zipped(("n", PAGE)).replace(b"\x01\x00\x00\x00n", b"\x00\x00\x00\x00")
    for result in of(nameless):  # found by fuzzing: zipfile asks for the last letter of the name
        assert isinstance(result, Story | Passed)


WHOLE = {
    "warc": record(answer()) + record(answer(), url=URL + "-2"),
    "warc.gz": gzip.compress(record(answer())) + gzip.compress(record(answer(), url=URL + "-2")),
    "zip": zipped(("a.html", PAGE), ("b.html", PAGE)),
    "tar": tarred(("a.html", PAGE), ("b.html", PAGE)),
}


@settings(max_examples=120, deadline=None)
@given(st.sampled_from(sorted(WHOLE)), st.integers(0, 2**32), st.integers(1, 8), st.integers(0, 100))
def test_no_damage_makes_it_fail(form: str, seed: int, times: int, cut: int) -> None:
    chance = random.Random(seed)
    data = bytearray(WHOLE[form])
    for _ in range(times):
        data[chance.randrange(len(data))] = chance.randrange(256)
    for result in of(bytes(data[: len(data) - cut])):
        assert isinstance(result, Story | Passed)
