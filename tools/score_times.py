"""Scores the reading of days against the annotated phrases in the shared folder beside the repository.

Prints three tables: values on date expressions (Hindi), extents in news (Hindi), and both in gold stories (Hindi and
English). Says so and stops if the folder is not there. Usage: python tools/score_times.py [--misses]
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from vaarta.packs import load
from vaarta.packs.times import Tense
from vaarta.recognition.times import Found, find_times

SHARED = Path(__file__).resolve().parents[2] / "shared"
TIMES = "data/tests/times-hi-dev.jsonl"
EXTENTS = "data/tests/iltimex-hi-dev.jsonl"
GOLD = {"hi": ("gold/hi-dev.jsonl", "gold/par-hi-dev.jsonl"), "en": ("gold/par-en-dev.jsonl",)}
TENSES: tuple[Tense, ...] = ("past", "future")


def read(name: str) -> Iterator[dict[str, Any]]:
    """The objects of a JSON Lines file in the shared folder."""
    with (SHARED / name).open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def found_in(text: str, told: str | None, lang: str) -> list[tuple[Found, Found]]:
    """What is found without a tense, and the same with the past and with the future."""
    day = date.fromisoformat(told[:10]) if told else None
    pack = load(lang).times
    return [
        found
        for tense in ("", *TENSES)
        for found in ((one, one) for one in find_times(text, told=day, pack=pack, tense=lambda _, t=tense: t))  # type: ignore[misc]
    ]


def day_before(day: str) -> str:
    """The day before, in ISO; "" stays ""."""
    return (date.fromisoformat(day) - timedelta(days=1)).isoformat() if day else ""


def score_values(*, misses: bool) -> None:
    """Date expressions whose days are right: as given there, and with ends counted as we do (inclusive)."""
    counts: Counter[str] = Counter()
    for row in read(TIMES):
        finds = [found.when for found, _ in found_in(row["text"], row["reference"], "hi")]
        for time in row["times"]:
            counts["all"] += 1
            values = {(value["first"], value["last"]) for value in time["values"]}
            given = {(when.first, when.last) for when in finds}
            shorter = {(first, day_before(last)) for first, last in given}
            counts["exact"] += bool(values & given)
            counts["inclusive"] += bool(values & (given | shorter))
            if misses and not values & (given | shorter):
                print("  miss:", row["text"], row["reference"], sorted(values), sorted(given))
    print(
        f"{TIMES}: {counts['exact']} of {counts['all']} exact ({counts['exact'] / counts['all']:.1%}), "
        f"{counts['inclusive']} ({counts['inclusive'] / counts['all']:.1%}) when the last day of a range counts"
    )


def score_extents(*, misses: bool) -> None:
    """News extents: how many phrases that we find are annotated, and how many annotated ones we find."""
    counts: Counter[str] = Counter()
    missed: Counter[str] = Counter()
    extra: Counter[str] = Counter()
    for row in read(EXTENTS):
        text = row["text"]
        ours = {(one.start, one.end) for one in find_times(text, told=date(2010, 6, 1), pack=load("hi").times)}
        theirs = {(time["start"], time["end"]) for time in row["times"] if time["type"] in "DP"}
        every = {(time["start"], time["end"]) for time in row["times"]}
        counts["theirs"] += len(theirs)
        counts["ours"] += len(ours)
        for start, end in ours:
            counts["touch"] += any(s < end and start < e for s, e in every)
            if not any(s < end and start < e for s, e in every):
                extra[text[max(0, start - 15) : end + 15]] += 1
        for start, end in theirs:
            touched = any(s < end and start < e for s, e in ours)
            counts["found"] += touched
            counts["same"] += (start, end) in ours
            if not touched:
                missed[text[start:end]] += 1
    print(
        f"{EXTENTS}: {counts['touch']} of {counts['ours']} found are annotated ({counts['touch'] / counts['ours']:.1%}); "
        f"{counts['found']} of {counts['theirs']} annotated D and P found, {counts['same']} of them with the same extent"
    )
    if misses:
        print("  missed:", "; ".join(f"{said}*{n}" for said, n in missed.most_common()))
        print("  extra:", "; ".join(extra))


def score_gold(lang: str, name: str, *, misses: bool) -> None:
    """Gold `when` texts, each once a sentence: the same words found, and the same days (of any tense)."""
    counts: Counter[str] = Counter()
    for row in read(name):
        for said, first, last, sentence in sorted(gold_times(row)):
            finds = [found for found, _ in found_in(sentence, row.get("published"), lang)]
            days = [f for f in finds if (f.when.first, f.when.last) == (first, last)]
            words = [f for f in days if f.when.said == said]
            counts["all"] += 1
            counts["days"] += bool([f for f in days if f.when.said in said or said in f.when.said])
            counts["words"] += bool(words)
            if misses and not words:
                print("  miss:", said, first, last, [(f.when.said, f.when.first, f.when.last) for f in finds][:4])
    print(
        f"{name} ({lang}): {counts['words']} of {counts['all']} with the same words and days "
        f"({counts['words'] / counts['all']:.1%}), {counts['days']} ({counts['days'] / counts['all']:.1%}) with the same days"
    )


def gold_times(row: dict[str, Any]) -> set[tuple[str, str, str, str]]:
    """Words, first and last day, and the sentence of every `when` of a gold document."""
    found = set()
    for kind in ("events", "statements", "engagements"):
        for record in row.get(kind, []):
            when = record.get("when")
            if when:
                start, end = row["sentences"][record["s"]]
                sentence = row["text"][start:end]
                if when["text"] in sentence:
                    found.add((when["text"], when["first"] or "", when["last"] or "", sentence))
    return found


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--misses", action="store_true", help="print what is missed, too")
    misses = parser.parse_args().misses
    if not SHARED.is_dir():
        print(f"{SHARED} is not there: nothing to score against")
        return
    score_values(misses=misses)
    score_extents(misses=misses)
    for lang, names in GOLD.items():
        for name in names:
            score_gold(lang, name, misses=misses)


if __name__ == "__main__":
    main()
