"""Gold of gold/ with its texts, in the shape that `vaarta score` reads.

Usage: python tools/join_gold.py gold/hi-news.jsonl OUT.jsonl [--news NEWS.jsonl.gz] [--part dev|held-out]. A record
without a text names a story of the news file, which is not ours to publish; it is joined only if that story's text is
the one that was annotated (SHA-256). Records that cannot be joined are told and left out, and the status is 1. Of the
judged candidates of gold/candidates, the events that were found to be told are joined.
"""

import argparse
import gzip
import hashlib
import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from judged_gold import as_gold

NEWS = Path(__file__).resolve().parents[2] / "shared/data/news/ddnews-2017-2019.jsonl.gz"


def main() -> None:
    """Write the joined file and say how many records are in it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--news", type=Path, default=NEWS)
    parser.add_argument("--part", choices=("dev", "held-out"), help="only this half")
    told = parser.parse_args()
    records = [record for record in read(told.gold) if told.part in (None, record["part"])]
    texts = news_texts(told.news, {record["id"] for record in records if "text" not in record})
    kept, refused = joined(records, texts, told.news)
    told.out.write_text("".join(f"{json.dumps(k, ensure_ascii=False)}\n" for k in kept), encoding="utf-8")
    print(f"{told.out}: {len(kept)} stories")
    if refused:
        sys.exit("\n".join(refused))


def read(path: Path) -> list[dict[str, Any]]:
    """The objects of a JSON Lines file, gzipped or not; ends the run with a plain word if there are none to read."""
    try:
        with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
            return [json.loads(line) for line in lines if line.strip()]
    except OSError as missing:
        sys.exit(f"{path}: cannot be read: {missing.strerror or missing}; say where it is")
    except ValueError as malformed:
        sys.exit(f"{path}: {malformed}; one JSON object a line is expected")


def news_texts(news: Path, wanted: set[str]) -> dict[str, str]:
    """The texts of the stories wanted, by id; the news file is not looked for if none is."""
    if not wanted:
        return {}
    if not news.is_file():
        sys.exit(f"{news}: not there; the stories' texts are not part of the project: give the news file with --news")
    return {story["id"]: story["text"] for story in read(news) if story["id"] in wanted}


def joined(
    records: Iterable[dict[str, Any]], texts: dict[str, str], news: Path
) -> tuple[list[dict[str, Any]], list[str]]:
    """The records with their texts, and why others have none."""
    kept, refused = [], []
    for record in records:
        text = record.get("text", texts.get(record["id"]))
        if text is None:
            refused.append(f"{news}: has no story {record['id']}; it is left out")
        elif "sha256" in record and sha256(text) != record["sha256"]:
            refused.append(f"{news}: the text of {record['id']} is not the one annotated (SHA-256); it is left out")
        else:
            kept.append({**as_gold(record, text), "text": text})
    return kept, refused


def sha256(text: str) -> str:
    """The SHA-256 of a text in UTF-8, as hexadecimal digits."""
    return hashlib.sha256(text.encode()).hexdigest()


if __name__ == "__main__":
    main()
