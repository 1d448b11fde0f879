"""Fuzzes readers and coders, guided by coverage: `python tools/fuzz.py TARGET [--seconds 60] [--corpus FOLDER]`.

Targets are the readers: page, text, json, feed, sitemap, warc, zip, tar, stamp, and `any`, with inputs of all kinds;
the coders: code-hi and code-en, and without a parser, on mutated parses of our own, a hundred times as many inputs a
second: tree-hi and tree-en; and `asked`, what an address asks of the page of `vaarta serve`.
The corpus begins with pages, archives and stories of our own. A fault is an exception, a story or claim whose offsets
or text are not as `records.py` says, ten seconds for one input, or two gigabytes of memory; its input is left in the
folder.
Wants atheris (`pip install --group fuzz`); exit code 77, as skipped tests have it, where that is not installed.
"""

import argparse
import gzip
import io
import json
import sys
import tarfile
import tempfile
import zipfile
from pathlib import Path
from types import FunctionType
from typing import TYPE_CHECKING, Any

from fuzz_coding import check_asked, check_coding, check_trees, seeds_asked, seeds_coding
from fuzz_trees import seeds_trees

from vaarta.reading import read
from vaarta.reading.datelines import agency_of
from vaarta.reading.languages import identify
from vaarta.reading.markup import paragraphs_of
from vaarta.reading.stamps import read_stamp, words_before
from vaarta.records import Passed, Story
from vaarta.text import nfc

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["TARGETS", "check", "seeds"]

SKIPPED = 77
LONGEST, SLOWEST, MEMORY = 20_000, 10, 2_048  # bytes of an input, seconds for it, megabytes
# Of a text to be parsed and coded, which takes a hundred times as long as reading does; of what makes a tree.
SHORT = 3_000
BYTES = {"code": SHORT, "tree": 200}
ROOT = Path(__file__).resolve().parents[1]
LINES = (
    "14 Feb 2023 01:55 PM IST",
    "प्रकाशित: १४ फ़रवरी २०२३, दोपहर 1:55 बजे",
    "Edited By Asha Rao, Updated: 15 May, 2022",
)
FEED = (
    "<rss version='2.0'><channel><title>T</title>"
    "<item><title>{0}</title><description>{1}</description></item></channel></rss>"
)
SITEMAP = "<urlset><url><loc>https://paper.example/{0}</loc><lastmod>2024-05-14</lastmod></url></urlset>"
PROSE = (
    "Talks begin",
    "The panel on rivers met in Delhi on Monday, the ministry said.",
    "नदी आयोग की बैठक सोमवार को दिल्ली में हुई।",
)


def check(target: str, data: bytes) -> None:
    """Read the bytes as the target does; AssertionError for a story that is not as it must be."""
    if target.startswith("code-"):
        check_coding(target.removeprefix("code-"), data[:SHORT])
        return
    if target.startswith("tree-"):
        check_trees(target.removeprefix("tree-"), data)
        return
    if target == "asked":
        check_asked(data)
        return
    if target == "stamp":
        line = data.decode("utf-8", "replace")[:400]
        stamp = read_stamp(line, zone="+05:30")
        assert stamp is None or len(stamp.published) >= len("2024-05-14")
        assert line.startswith(words_before(line))
        assert agency_of([line]) in line
        assert all(part.strip() for part in paragraphs_of(line))
        return
    for number, result in enumerate(read("-", stdin=io.BytesIO(data))):
        assert isinstance(result, Story | Passed)
        assert number <= len(data)
        if isinstance(result, Story):
            assert result.id
            assert nfc(result.text) == result.text
            assert all(0 <= start <= end <= len(result.text) for start, end in result.paragraphs)
        else:
            assert result.reason


def seeds(target: str) -> list[bytes]:
    """What the corpus of a target begins with."""
    pages = [path.read_bytes()[:LONGEST] for path in sorted(ROOT.glob("tests/pages/*/*.html"))[::5]]
    small = f"<html><title>{PROSE[0]}</title><article><p>{PROSE[1]}</p><p>{PROSE[2]}</p></article></html>".encode()
    made: dict[str, Callable[[], list[bytes]]] = {
        "page": lambda: [small, *pages],
        "text": lambda: [
            "\n".join(("World", PROSE[0], "By Asha Rao", line, PROSE[1], "Next Story")).encode() for line in LINES
        ],
        "json": lambda: [
            json.dumps({"text": PROSE[1], "title": PROSE[0], "date": LINES[0]}).encode(),
            b'[{"text": "x"}]',
        ],
        "feed": lambda: [FEED.format(*PROSE).encode(), _json_feed()],
        "sitemap": lambda: [SITEMAP.format("a").encode(), gzip.compress(SITEMAP.format("b").encode())],
        "warc": lambda: [_warc(small), gzip.compress(_warc(small)) * 2],
        "zip": lambda: [_zip(small), _zip(_zip(small))],
        "tar": lambda: [_tar(small), gzip.compress(_tar(small))],
        "stamp": lambda: [line.encode() for line in LINES],
        "asked": seeds_asked,
        "code-hi": lambda: seeds_coding("hi"),
        "code-en": lambda: seeds_coding("en"),
        "tree-hi": lambda: seeds_trees("hi"),
        "tree-en": lambda: seeds_trees("en"),
    }
    if target == "any":
        return [seed for each in READERS for seed in made[each]()[:2]]
    return made[target]()


READERS = ("page", "text", "json", "feed", "sitemap", "warc", "zip", "tar", "stamp")
TARGETS = (*READERS, "any", "asked", "code-hi", "code-en", "tree-hi", "tree-en")


def _json_feed() -> bytes:
    items = [{"id": "1", "url": "https://paper.example/1", "title": PROSE[0], "content_html": f"<p>{PROSE[1]}</p>"}]
    return json.dumps({"version": "https://jsonfeed.org/version/1.1", "items": items}).encode()


def _warc(page: bytes) -> bytes:
    block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://paper.example/1\r\nWARC-Date: 2024-05-14T06:00:00Z"
    )
    return (
        f"{head}\r\nContent-Type: application/http\r\nContent-Length: {len(block)}\r\n\r\n".encode()
        + block
        + b"\r\n\r\n"
    )


def _zip(page: bytes) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("page.html", page)
    return held.getvalue()


def _tar(page: bytes) -> bytes:
    held = io.BytesIO()
    with tarfile.open(fileobj=held, mode="w") as archive:
        entry = tarfile.TarInfo("page.html")
        entry.size = len(page)
        archive.addfile(entry, io.BytesIO(page))
    return held.getvalue()


OURS = ("vaarta.reading", "vaarta.text", "vaarta.recognition", "vaarta.coding", "vaarta.web.asked", "vaarta.days")


def _instrument(atheris: Any) -> None:
    """Let the fuzzer see which branches are taken in our modules; in all the others it would take minutes."""
    import vaarta.coding
    import vaarta.reading.archives
    import vaarta.reading.feeds
    import vaarta.reading.page
    import vaarta.reading.warc
    import vaarta.recognition  # noqa: F401 - these are loaded when they are needed

    for name, module in sorted(sys.modules.items()):
        if name.startswith(OURS):
            for thing in list(vars(module).values()):
                inner = list(vars(thing).values()) if isinstance(thing, type) else [thing]
                for function in inner:
                    if isinstance(function, FunctionType) and function.__module__ == name:
                        atheris.instrument_func(function)


def main() -> int:
    """Fuzz one target for so long; the fuzzer ends the process itself, with its own code if it finds a fault."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("target", choices=TARGETS)
    arguments.add_argument("--seconds", type=int, default=60)
    arguments.add_argument("--seed", type=int, default=0, help="of what is tried; 0 for another one each time")
    arguments.add_argument("--slowest", type=int, default=SLOWEST, help="seconds for one input, more on a busy machine")
    arguments.add_argument("--corpus", type=Path)
    asked = arguments.parse_args()
    try:
        import atheris
    except ImportError:
        print("skipped: atheris is not installed; `pip install --group fuzz`")
        return SKIPPED
    corpus = asked.corpus or Path(tempfile.mkdtemp(prefix="vaarta-fuzz-"))
    corpus.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(seeds(asked.target)):
        (corpus / f"seed-{number}").write_bytes(seed)
    bounds = [
        f"-max_total_time={asked.seconds}",
        f"-max_len={BYTES.get(asked.target.partition('-')[0], LONGEST)}",
        f"-seed={asked.seed}",
        f"-timeout={asked.slowest}",
        f"-rss_limit_mb={MEMORY}",
    ]
    print(f"corpus and faults: {corpus}")
    _instrument(atheris)
    for text in (*PROSE, "Les ministres se rencontrent lundi matin"):  # what is loaded once is no input's time
        identify(text)
    for seed in seeds(asked.target):
        check(asked.target, seed)
    atheris.Setup(
        [sys.argv[0], *bounds, f"-artifact_prefix={corpus}/fault-", str(corpus)], lambda data: check(asked.target, data)
    )
    atheris.Fuzz()
    return 0


if __name__ == "__main__":
    sys.exit(main())
