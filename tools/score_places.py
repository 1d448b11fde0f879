"""How many of the gold's places recognition finds, and in the right country: `python tools/score_places.py [--show N]`.

For each `where` of an event or engagement whose text is in its sentence: found (a place mention overlaps it), with the
right country, and with an entry of the gazetteer. Then, of third-party Hindi names (IL-NER), how many that annotators
call locations are found, how many found that they do not, and by what; it says nothing of countries. Wants the
pipelines and, beside the repository, shared/; says so without it.
"""

import argparse
import gzip
import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from vaarta import analysis, packs
from vaarta.doc import Mentions, PlaceMention
from vaarta.recognition import recognise
from vaarta.records import Story

SHARED = Path(__file__).resolve().parents[2] / "shared"
GOLD = {"hi-dev": "hi", "par-en-dev": "en", "par-hi-dev": "hi"}
NAMES = SHARED / "data" / "names" / "il-ner-hi-dev.txt.gz"
LOCATION = "NEL"
BATCH = 20  # sentences in one text: a story's worth


def main() -> None:
    """Print the shares, and what was missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--show", type=int, default=0)
    parser.add_argument("--names", action="store_true", help="the third-party names too")
    told = parser.parse_args()
    if not SHARED.is_dir():
        sys.exit(f"nothing at {SHARED}: nothing to score")
    for name, lang in GOLD.items():
        counts, misses = _gold(SHARED / "gold" / f"{name}.jsonl", lang)
        _print(name, counts, misses[: told.show])
    if told.names:
        _names(told.show)


def _print(name: str, counts: Counter[str], misses: list[str]) -> None:
    shares = [f"{key} {counts[key]}/{counts['all']} = {counts[key] / max(1, counts['all']):.3f}" for key in KEYS]
    print(f"{name}: {', '.join(shares)}")
    print("\n".join(misses))


KEYS = ("found", "country", "entry")


def _recognised(text: str, lang: str, *, number: str = "", published: str = "") -> tuple[Mentions, Any]:
    doc = analysis.load(lang)(text)
    story = Story(id=number, lang=lang, text=text, published=published)
    return recognise(doc, story=story, pack=packs.load(lang)), doc


def _gold(path: Path, lang: str) -> tuple[Counter[str], list[str]]:
    counts: Counter[str] = Counter()
    misses = []
    for line in path.open(encoding="utf-8"):
        told = json.loads(line)
        mentions, _ = _recognised(told["text"], lang, number=told["id"], published=told.get("published") or "")
        for where, start, end in _wheres(told):
            over = [place for place in mentions.places if _span(place)[0] < end and _span(place)[1] > start]
            right = [place for place in over if place.place.country == (where["country"] or "")]
            entry = any(place.place.place_id for place in right)
            counts.update(["all", *["found"] * bool(over), *["country"] * bool(right), *["entry"] * entry])
            if not right:
                found = [f"{place.place.text} {place.place.country} {place.why}" for place in over]
                misses.append(f"  {told['id']}: {where['text']} {where['country']} <- {found or 'nothing'}")
    return counts, misses


def _span(place: PlaceMention) -> tuple[int, int]:
    return place.place.evidence.span if place.place.evidence else (0, 0)


def _wheres(told: dict[str, Any]) -> Iterator[tuple[dict[str, Any], int, int]]:
    """Each place of the gold once in each sentence that has it."""
    seen = set()
    for item in (*told["events"], *told["engagements"]):
        where, (first, last) = item.get("where"), told["sentences"][item["s"]]
        start = told["text"].find(where["text"], first, last) if where else -1
        if start >= 0 and start not in seen:
            seen.add(start)
            yield where, start, start + len(where["text"])


def _names(show: int) -> None:
    """Precision and recall against names that others annotated, where the recogniser's own labels are not asked."""
    counts: Counter[str] = Counter()
    extra: Counter[str] = Counter()
    missed: Counter[str] = Counter()
    for words, tags in _batches():
        text, spans = _joined(words, tags)
        mentions, _ = _recognised(text, "hi")
        found = [(*_span(place), place.place.text) for place in mentions.places if place.why != "here"]
        for start, end in spans:
            hit = any(a < end and b > start for a, b, _ in found)
            counts["found" if hit else "missed"] += 1
            missed.update([] if hit else [text[start:end]])
        for start, end, name in found:
            right = any(a < end and b > start for a, b in spans)
            counts["right" if right else "extra"] += 1
            extra.update([] if right else [name])
    recall = counts["found"] / max(1, counts["found"] + counts["missed"])
    precision = counts["right"] / max(1, counts["right"] + counts["extra"])
    print(
        f"{NAMES.name}: precision {precision:.3f}, recall {recall:.3f} ({counts['found']} of {counts['missed']} missed)"
    )
    print("missed:", missed.most_common(show))
    print("extra:", extra.most_common(show))


def _batches() -> Iterator[tuple[list[list[str]], list[list[str]]]]:
    words: list[list[str]] = [[]]
    tags: list[list[str]] = [[]]
    for line in gzip.decompress(NAMES.read_bytes()).decode().splitlines():
        word, _, tag = line.rstrip("\n").partition("\t")
        if word:
            words[-1].append(word)
            tags[-1].append(tag)
        elif words[-1]:
            words.append([])
            tags.append([])
    for start in range(0, len(words), BATCH):
        yield words[start : start + BATCH], tags[start : start + BATCH]


def _joined(words: list[list[str]], tags: list[list[str]]) -> tuple[str, list[tuple[int, int]]]:
    """One text, a sentence a line, and the offsets of its locations."""
    text = ""
    spans: list[tuple[int, int]] = []
    for sentence, labels in zip(words, tags, strict=True):
        for word, label in zip(sentence, labels, strict=True):
            if label == f"I-{LOCATION}" and spans:
                spans[-1] = (spans[-1][0], len(text) + len(word))
            elif label == f"B-{LOCATION}":
                spans.append((len(text), len(text) + len(word)))
            text += f"{word} "
        text += "\n"
    return text, spans


if __name__ == "__main__":
    main()
