"""Scores the reading of days against the annotated phrases in the shared folder beside the repository.

Prints three tables: values on date expressions (Hindi), extents in news (Hindi), and both in gold stories (Hindi and
English). Says so and stops if the folder is not there. Usage: python tools/score_times.py [--misses]
"""

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import Any

from vaarta.packs import load
from vaarta.packs.times import Tense
from vaarta.recognition.times import Found, find_times, read_times

SHARED = Path(__file__).resolve().parents[2] / "shared"
TIMES = "data/tests/times-hi-dev.jsonl"
EXTENTS = "data/tests/iltimex-hi-dev.jsonl"
GOLD = {"hi": ("gold/hi-dev.jsonl", "gold/par-hi-dev.jsonl"), "en": ("gold/par-en-dev.jsonl",)}
# Expressions that news does not use, or whose days we do not look up, and why.
LEFT_OUT = (
    ("working days", ".*कार्य दिवस.*"),
    ("number of a week in the year", "सप्ताह [0-9]+|[0-9]+ वें सप्ताह"),
    ("holiday", ".*(ईस्टर|पैट्रिक|दिवस).*"),
    ("a unit alone", "साल|महीने|सप्ताह|दिन"),
    ("that weekend", "उस .*"),
    ("weekday with a bare number", "[0-9]+ .*वार|.*वार [0-9]+|.*वें दिन"),
    ("year in the middle or month last", "[^0-9]*-[0-9]{4}-[0-9]+|[0-9]{4}/.*|.*-जून.*"),
)
# Expressions that we read otherwise on purpose (docs/times.md): wrong by this file, left out of the last figure only.
READ_OTHERWISE = (
    ("how long, from some day on", "(?!अगले|आने वाले).*(साल|महीने|सप्ताह|दिन)( में| से कम)?"),
    ("early and late cut otherwise", ".*(शुरुआत|अंत|पूर्व सप्ताह)( में)?"),
    ("as exact as the unit, not the day", ".* महीने पहले|one month ago"),
    ("last Monday is the nearest one", "previous .*day"),
)
TENSES: tuple[Tense, ...] = ("", "past", "future")


def read(name: str) -> Iterator[dict[str, Any]]:
    """The objects of a JSON Lines file in the shared folder."""
    with (SHARED / name).open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def found_in(text: str, told: str | None, lang: str) -> list[Found]:
    """What is found without a tense, and what is found in the past and in the future."""
    day = date.fromisoformat(told[:10]) if told else None
    found: list[Found] = []
    for tense in TENSES:
        found += find_times(text, told=day, pack=load(lang).times, tense=partial(always, tense))
    return found


def always(tense: Tense, _: int) -> Tense:
    """The same tense at every place."""
    return tense


def share(part: int, whole: int) -> str:
    """Two counts and their share."""
    return f"{part} of {whole} ({part / whole:.1%})" if whole else "0 of 0"


def open_ends(last: str) -> set[str]:
    """The last day of a range that leaves its last day, month or year out, as these expressions count."""
    day = date.fromisoformat(last)
    ends = {day - timedelta(days=1)}
    if (day + timedelta(days=1)).day == 1:
        ends.add(day.replace(day=1) - timedelta(days=1))
        ends.add(day.replace(month=1, day=1) - timedelta(days=1))
    return {end.isoformat() for end in ends}


def left_out(mention: str, value: dict[str, str]) -> str:
    """Why news needs no such expression; "" if it is to be right."""
    numbers = [int(number) for number in re.findall("[0-9]+", mention)[:2]]
    if "/" in mention or re.fullmatch("[0-9]+-[0-9]+ .*", mention):
        month_first = [date.fromisoformat(value["first"]).month, date.fromisoformat(value["first"]).day]
        if numbers == month_first and numbers[0] != numbers[1]:
            return "month before day in figures"
    return reason_in(LEFT_OUT, mention)


def reason_in(reasons: tuple[tuple[str, str], ...], mention: str) -> str:
    """The first reason whose pattern the words fit; "" if none does."""
    return next((reason for reason, pattern in reasons if re.fullmatch(pattern, mention.strip())), "")


def score_values(*, misses: bool) -> None:
    """Date expressions whose days are right: as given there, and with ends counted as we do (inclusive)."""
    counts: Counter[str] = Counter()
    reasons: dict[str, Counter[str]] = {"left out": Counter(), "read otherwise": Counter()}
    for row in read(TIMES):
        given = {(found.when.first, found.when.last) for found in found_in(row["text"], row["reference"], "hi")}
        closed = given | {(first, end) for first, last in given if first and last for end in open_ends(last)}
        for time in row["times"]:
            values = {(value["first"], value["last"]) for value in time["values"]}
            counts["all"] += 1
            counts["exact"] += bool(values & given)
            if reason := left_out(time["mention"], time["values"][0]):
                reasons["left out"][reason] += 1
                continue
            counts["wanted"] += 1
            counts["right"] += bool(values & closed)
            if values & closed:
                continue
            reason = reason_in(READ_OTHERWISE, time["mention"])
            reasons["read otherwise"][reason] += bool(reason)
            counts["otherwise"] += bool(reason)
            if misses and not reason:
                print("  miss:", time["mention"], "|", row["text"], row["reference"], sorted(values), sorted(given))
    print(f"{TIMES}: {share(counts['exact'], counts['all'])} exact")
    print(f"  {share(counts['right'], counts['wanted'])} of what news says, the last day of a range counted in")
    print(f"  {share(counts['right'], counts['wanted'] - counts['otherwise'])} without those read otherwise on purpose")
    for name, why in reasons.items():
        print(f"  {name}:", "; ".join(f"{reason} {count}" for reason, count in why.most_common() if reason))


def score_extents(*, misses: bool) -> None:
    """Extents in news: every phrase that speaks of time against every annotated one, and those with days alone."""
    counts: Counter[str] = Counter()
    wrong: dict[str, Counter[str]] = {"missed": Counter(), "extra": Counter()}
    for row in read(EXTENTS):
        text = row["text"]
        readings = read_times(text, told=date(2010, 6, 1), pack=load("hi").times)
        ours = {(one.start, one.end) for one in readings}
        theirs = {(time["start"], time["end"]) for time in row["times"]}
        counts["ours"] += len(ours)
        counts["theirs"] += len(theirs)
        counts["same"] += len(ours & theirs)
        extra, missed = apart(ours, theirs), apart(theirs, ours)
        counts["touching ours"] += len(ours) - len(extra)
        counts["touching theirs"] += len(theirs) - len(missed)
        days = {(one.start, one.end) for one in readings if one.when}
        counts["days"] += len(days)
        counts["days annotated"] += len(days) - len(apart(days, theirs))
        wrong["extra"].update(text[start:end] for start, end in extra)
        wrong["missed"].update(text[start:end] for start, end in missed)
    touching = rates(counts["touching ours"], counts["ours"], counts["touching theirs"], counts["theirs"])
    print(f"{EXTENTS}, {counts['ours']} phrases found, {counts['theirs']} annotated: overlapping {touching}")
    print(f"  with the same extent {rates(counts['same'], counts['ours'], counts['same'], counts['theirs'])}")
    print(f"  phrases with days that are annotated: {share(counts['days annotated'], counts['days'])}")
    if misses:
        for name, said in wrong.items():
            print(f"  {name}:", "; ".join(f"{words}*{n}" for words, n in said.most_common()))


def apart(some: set[tuple[int, int]], others: set[tuple[int, int]]) -> list[tuple[int, int]]:
    """Those that overlap none of the others, in order."""
    return sorted((start, end) for start, end in some if not any(s < end and start < e for s, e in others))


def rates(right: int, ours: int, found: int, theirs: int) -> str:
    """Precision, recall and F1."""
    precision, recall = right / ours, found / theirs
    return f"P {precision:.3f} R {recall:.3f} F1 {2 * precision * recall / (precision + recall):.3f}"


def score_gold(lang: str, name: str, *, misses: bool) -> None:
    """Gold `when` texts, each once a sentence: the same words found, and the same days (of any tense)."""
    counts: Counter[str] = Counter()
    for row in read(name):
        for said, first, last, sentence in sorted(gold_times(row)):
            finds = found_in(sentence, row.get("published"), lang)
            days = [f for f in finds if (f.when.first, f.when.last) == (first, last)]
            words = [f for f in days if f.when.said == said]
            counts["all"] += 1
            counts["days"] += bool([f for f in days if f.when.said in said or said in f.when.said])
            counts["words"] += bool(words)
            if misses and not words:
                print("  miss:", said, first, last, [(f.when.said, f.when.first, f.when.last) for f in finds][:4])
    print(
        f"{name} ({lang}): {share(counts['words'], counts['all'])} with the same words and days, "
        f"{share(counts['days'], counts['all'])} with the same days"
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
