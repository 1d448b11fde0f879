"""Scores every gold set and writes its tables into docs/accuracy.md, between `<!-- NAME -->` and `<!-- end -->`.

Usage: python tools/measure.py [GOLD_FOLDER]. Sets that are not at hand keep their tables, and are told. If all are, the
summary in README.md is written, too.
"""

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
DEFAULT = ROOT.parent / "shared/gold"
PAGE, SUMMARY = ROOT / "docs/accuracy.md", ROOT / "README.md"
LEVELS = ("type", "countries", "sectors", "mode")
SHARES = ("when", "where (country)", "standing")
HELD_OUT = 16  # the last documents of hi-dev, whose sentences nobody reads


@dataclass(frozen=True)
class Set:
    """A gold set, or a part of one, as a table of the page shows it."""

    name: str
    file: str
    about: str = ""  # its line in the summary, if it has one
    part: str = ""
    last: int = 0
    types: bool = False
    levels: tuple[str, ...] = LEVELS  # those that its gold tells
    shares: tuple[str, ...] = SHARES  # likewise


SETS = (
    Set("hi-dev", "hi-dev.jsonl", "48 Hindi stories of a broadcaster, worked on", types=True),
    Set("par-en-dev", "par-en-dev.jsonl", "10 English stories of world news, worked on"),
    Set("par-hi-dev", "par-hi-dev.jsonl", "the same ten in Hindi translation, worked on"),
    Set(
        "gsr-en-dev",
        "../data/tests/gsr-en-dev.jsonl",
        "136 English sentences of the PLOVER gold standard, two thirds worked on",
        types=True,
        levels=LEVELS[:2],
    ),
    Set("hi-dev-held-out", "hi-dev.jsonl", "16 of the 48 Hindi stories, held out", last=HELD_OUT),
    Set("hi-news-held-out", "hi-news.jsonl", "22 further Hindi stories, held out", part="held-out"),
    Set(
        "en-agency-held-out",
        "en-agency.jsonl",
        "10 English stories in the manner of agencies, held out",
        part="held-out",
    ),
    Set("hi-news-dev", "hi-news.jsonl", part="dev"),
    Set("en-agency-dev", "en-agency.jsonl", part="dev"),
    Set(
        "judged-held-out",
        "candidates/hi-news.jsonl",
        "60 further Hindi stories of foreign affairs, held out",
        part="held-out",
        types=True,
        levels=LEVELS[:2],
        shares=(),
    ),
    Set("judged-dev", "candidates/hi-news.jsonl", part="dev", levels=LEVELS[:2], shares=()),
)


def main() -> None:
    """Score what is at hand and put the tables into the page."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else DEFAULT
    page, lines = PAGE.read_text(encoding="utf-8"), []
    with tempfile.TemporaryDirectory() as place:
        for gold in SETS:
            if path := at_hand(gold, folder, Path(place)):
                told = score(path)
                page = put(page, gold.name, "\n".join(tables(told, gold)))
                lines.append(line(told, gold))
            else:
                print(f"{gold.name}: not at hand; its table stays", file=sys.stderr)
    PAGE.write_text(page, encoding="utf-8")
    if len(lines) == len(SETS):
        head = "| F1 | events: type | and countries of both sides | statements | engagements |\n|---|---|---|---|---|\n"
        readme = SUMMARY.read_text(encoding="utf-8")
        SUMMARY.write_text(put(readme, "accuracy", head + "\n".join(filter(None, lines))), encoding="utf-8")


def at_hand(gold: Set, folder: Path, place: Path) -> Path | None:
    """The file to be scored: the set's own, or the part wanted of it; None if it, or the text it names, is not here."""
    path, made = folder / gold.file, place / f"{gold.name}.jsonl"
    if gold.part:
        command = [sys.executable, str(ROOT / "tools/join_gold.py"), str(ROOT / "gold" / gold.file), str(made)]
        done = subprocess.run([*command, "--part", gold.part], check=False, capture_output=True)  # noqa: S603 (our own words)
        return made if done.returncode == 0 else None
    if not path.is_file():
        return None
    if not gold.last:
        return path
    made.write_text("".join(path.read_text(encoding="utf-8").splitlines(keepends=True)[-gold.last :]), encoding="utf-8")
    return made


def score(path: Path) -> dict[str, Any]:
    """What `vaarta score --json` says of a gold file."""
    command = [sys.executable, "-m", "vaarta", "score", str(path), "--json"]
    told: dict[str, Any] = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)  # noqa: S603 (our own words)
    return told


def tables(told: Mapping[str, Any], gold: Set) -> Iterator[str]:
    """The lines of a set's tables, in Markdown. What its gold has none of is left out."""
    yield from ("| level | P | R | F1 | right, missed, spurious |", "|---|---|---|---|---|")
    yield from (row(f"events {level}", told["events"][level]) for level in gold.levels)
    annotated = [
        kind for kind in ("statements", "engagements", "contexts") if told[kind]["right"] + told[kind]["missed"]
    ]
    yield from (row(kind, told[kind]) for kind in annotated)
    shares = [(name, told["accuracy"][name]) for name in gold.shares if name in told["accuracy"]]
    if shares:
        yield from ("", " · ".join(f"{name} {n['right']}/{n['of']} = {n['right'] / n['of']:.3f}" for name, n in shares))
    if gold.types:
        yield from ("", "By type, at the level of countries:", "")
        yield from ("| type | P | R | F1 | right, missed, spurious |", "|---|---|---|---|---|")
        yield from (row(name, count) for name, count in told["types"].items())


def row(name: str, count: Mapping[str, int]) -> str:
    """A line of a table: precision, recall, F1 and what they are made of."""
    right, missed, spurious = count["right"], count["missed"], count["spurious"]
    precision, recall = right / max(1, right + spurious), right / max(1, right + missed)
    return f"| {name} | {precision:.3f} | {recall:.3f} | {f1(count):.3f} | {right}, {missed}, {spurious} |"


def line(told: Mapping[str, Any], gold: Set) -> str:
    """A set's line of the summary; empty if it has none."""
    counts = [told["events"]["type"], told["events"]["countries"], told["statements"], told["engagements"]]
    cells = (f"{f1(count):.2f}" if count["right"] + count["missed"] else "–" for count in counts)
    return f"| {gold.about} | {' | '.join(cells)} |" if gold.about else ""


def f1(count: Mapping[str, int]) -> float:
    """The harmonic mean of precision and recall."""
    return 2 * count["right"] / max(1, 2 * count["right"] + count["missed"] + count["spurious"])


def put(page: str, name: str, table: str) -> str:
    """The page with the table between the set's marks. Ends the run if the page has no such marks."""
    start, end = f"<!-- {name} -->\n", "\n<!-- end -->"
    if start not in page or end not in page.partition(start)[2]:
        sys.exit(f"{PAGE.name} or {SUMMARY.name} has no marks for {name}")
    before, rest = page.split(start, 1)
    return f"{before}{start}\n{table}\n{end}{rest.partition(end)[2]}"


if __name__ == "__main__":
    main()
