"""Makes a web archive as CC-NEWS has them, one in a hundred records broken, reads it through, and says if it adds up.

    python benchmarks/bench_archive.py [--records 20000] [--seed 1] [--keep FILE.warc.gz]

Each record is a gzip member of its own: a warcinfo, then a request and the page that answers it, by turns. Pages are
in Hindi and English, some of the servers answered 404, some of the answers are pictures. Broken ones have bytes changed
within the member, its beginning, its checksum, or its stated length, no two of them neighbours (a stretch of damage is
counted as one record); the last record is cut off. Prints stories, records passed over by reason, the sum, the time and
the memory. Exit code 1: read and passed over are not as many as records.
"""

import argparse
import gzip
import random
import resource
import struct
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from vaarta.reading import read
from vaarta.records import Passed

__all__ = ["make_archive"]

PLACES = ("Nepal", "Japan", "Kenya", "France", "Vietnam")
HINDI_PLACES = ("नेपाल", "जापान", "केन्या", "फ्रांस", "वियतनाम")
OTHER = 25  # of so many answers one is no page
KINDS = ("garbled", "headless", "checksum", "too long", "too short")
DAY = "2024-05-14"


def make_archive(path: Path, records: int, *, one_in: int = 100, seed: int = 1) -> int:
    """Write an archive of so many records, one in `one_in` of them broken, the last cut off; how many are broken."""
    chance = random.Random(seed)  # noqa: S311 - an archive that is the same each time, not a secret
    broken, last = 0, 0
    with path.open("wb") as file:
        for number in range(records):
            record = _record(number)
            if number == records - 1:
                file.write(gzip.compress(record, 6)[:-20])
                broken += 1
            elif number > last + 1 and number < records - 2 and chance.randrange(one_in) == 0:
                file.write(_broken(record, KINDS[broken % len(KINDS)], chance))
                broken, last = broken + 1, number
            else:
                file.write(gzip.compress(record, 6))
    return broken


def _record(number: int) -> bytes:
    """The record of that number: about the archive, what was asked for, or what was answered."""
    url = f"https://paper.example/world/story-{number // 2}"
    if number == 0:
        return _framed("warcinfo", "", "application/warc-fields", b"software: ours\r\nformat: WARC File Format 1.0\r\n")
    if number % 2:
        asked = f"GET /world/story-{number // 2} HTTP/1.1\r\nHost: paper.example\r\n\r\n"
        return _framed("request", url, "application/http; msgtype=request", asked.encode())
    return _framed("response", url, "application/http; msgtype=response", _answer(number // 2))


def _answer(number: int) -> bytes:
    if number % OTHER == 0:
        return b"HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n<html><p>There is no such page.</p></html>"
    if number % OTHER == 1:
        return b"HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n\x89PNG\r\n\x1a\n" + bytes(200)
    page = _page(number).encode()
    head = f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {len(page)}\r\n\r\n"
    return head.encode() + page


def _page(number: int) -> str:
    turn = number % len(PLACES)
    if number % 2:
        title = f"{HINDI_PLACES[turn]} के साथ जल वार्ता का दौर {number} पूरा"
        body = [
            f"नई दिल्ली। भारत और {HINDI_PLACES[turn]} के बीच जल प्रबंधन पर वार्ता का दौर {number} मंगलवार को पूरा हुआ।",
            f"मंत्रालय ने बताया कि {HINDI_PLACES[turn]} के दल ने बाढ़ के आंकड़े साझा करने पर सहमति दी और अगली बैठक नवंबर में होगी।",
            "दोनों पक्षों ने सीमा के पास नए पुलों के नक्शे भी देखे और एक साझा दल बनाने का फैसला किया।",
        ]
    else:
        title = f"Round {number} of water talks with {PLACES[turn]} ends"
        body = [
            f"New Delhi: India and {PLACES[turn]} completed round {number} of their talks on rivers on Tuesday.",
            f"The ministry said the delegation of {PLACES[turn]} agreed to share figures on floods by autumn.",
            "Both sides also looked at the plans of the new bridges near the border and formed a joint panel.",
        ]
    menu = "".join(f"<li><a href='/s/{n}'>Section number {n} of the paper</a></li>" for n in range(20))
    told = "".join(f"<p>{paragraph}</p>" for paragraph in body)
    return (
        f"<!DOCTYPE html><html><head><meta charset='utf-8'><title>{title} | Paper</title>"
        f"<meta property='og:title' content='{title}'>"
        f"<meta property='article:published_time' content='{DAY}T10:{number % 60:02}:00+05:30'></head>"
        f"<body><nav><ul>{menu}</ul></nav><article><h1>{title}</h1>{told}</article></body></html>"
    )


def _framed(kind: str, url: str, content: str, block: bytes, length: int | None = None) -> bytes:
    target = f"WARC-Target-URI: {url}\r\n" if url else ""
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\n{target}WARC-Date: {DAY}T06:00:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-{abs(hash((kind, url))) % 10**12:012}>\r\n"
        f"Content-Type: {content}\r\nContent-Length: {len(block) if length is None else length}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def _broken(record: bytes, kind: str, chance: random.Random) -> bytes:
    head, _, rest = record.partition(b"\r\n\r\n")
    block = rest[:-4]
    if kind in {"too long", "too short"}:
        said = f"Content-Length: {len(block)}".encode()
        wrong = f"Content-Length: {len(block) * 3 if kind == 'too long' else len(block) // 3}".encode()
        return gzip.compress(head.replace(said, wrong, 1) + b"\r\n\r\n" + rest)
    packed = bytearray(gzip.compress(record))
    if kind == "headless":
        packed[:10] = bytes(chance.randrange(1, 31) for _ in range(10))
    elif kind == "checksum":
        packed[-8:-4] = struct.pack("<I", struct.unpack("<I", packed[-8:-4])[0] ^ 0xFFFF)
    else:
        for at in range(len(packed) // 3, len(packed) // 3 + 12):
            packed[at] ^= 0xFF
    return bytes(packed)


def main() -> int:
    """Make, read, count; 1 if it does not add up."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--records", type=int, default=20_000)
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--keep", type=Path)
    asked = arguments.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = asked.keep or Path(folder, "made.warc.gz")
        broken = make_archive(path, asked.records, seed=asked.seed)
        began = time.process_time()
        stories, reasons = 0, Counter[str]()
        for result in read(path):
            if isinstance(result, Passed):
                reasons[result.reason.partition(":")[0]] += 1
            else:
                stories += 1
        seconds = time.process_time() - began
    print(f"{asked.records:,} records, {broken} of them broken: {stories:,} stories, {reasons.total():,} passed over")
    for reason, count in reasons.most_common():
        print(f"  {count:6,} {reason}")
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{seconds:.1f} CPU seconds, {asked.records / seconds:.0f} records a second, at most {memory} MB")
    return 0 if stories + reasons.total() == asked.records else 1


if __name__ == "__main__":
    sys.exit(main())
