"""Score reading on pages with gold: `python tools/score_pages.py [FOLDER]` (default ../shared/data/pages).

The folder holds gzipped pages and gold.jsonl: page, lang, title, authors, date, section, body, optional. Prints, for
each page and in all, title exact, byline named, day, instant, section named, and body F1 by token.
"""

import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any, NamedTuple

from vaarta.reading import read
from vaarta.records import Passed, Story
from vaarta.text import fold, nfc, words

DEFAULT = Path(__file__).resolve().parents[2] / "shared" / "data" / "pages"


class Score(NamedTuple):
    """How well one page was read: 1.0 right, 0.0 wrong; `body` is F1. None where gold does not say."""

    title: float
    byline: float
    day: float
    instant: float
    section: float | None
    body: float


def main(folder: Path) -> int:
    """Print the scores of the pages of a folder; 0, also where there is no such folder."""
    if not (folder / "gold.jsonl").exists():
        print(f"skipped: there is no {folder}/gold.jsonl; it is not part of the repository")
        return 0
    scores: dict[str, list[Score]] = {}
    print(f"{'page':44} title byline day instant section body")
    for line in (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines():
        gold = json.loads(line)
        story = next(iter(read(folder / gold["page"])))
        if isinstance(story, Passed):
            print(f"{gold['page']:44} passed over: {story.reason}")
            score = Score(0, 0, 0, 0, 0 if gold.get("section") else None, 0)
        else:
            score = score_page(story, gold)
        scores.setdefault(gold["lang"], []).append(score)
        show(gold["page"], [score])
    for lang, group in scores.items():
        show(f"all {lang}", group)
    show("all", [score for group in scores.values() for score in group])
    return 0


def score_page(story: Story, gold: dict[str, Any]) -> Score:
    """The score of one story against its gold."""
    body = [paragraph for start, end in story.paragraphs if (paragraph := story.text[start:end]) != story.headline]
    told = {squeeze(author) for author in gold["authors"]}
    sections = {squeeze(section) for section in gold.get("section") or ()}
    return Score(
        title=float(squeeze(story.headline) == squeeze(gold["title"])),
        byline=float(any(author in squeeze(story.byline) for author in told)),
        day=float(story.published[:10] == gold["date"][:10]),
        instant=float(story.published == gold["date"].replace("Z", "+00:00")),
        section=float(squeeze(story.section) in sections) if sections else None,
        body=token_f1("\n".join(body), gold["body"], gold.get("optional") or ""),
    )


def token_f1(found: str, wanted: str, optional: str) -> float:
    """F1 of the bags of words; words of the optional part are neither missed nor extra."""
    have, need = bag(found), bag(wanted)
    extra = have - need - bag(optional)
    right = sum((have & need).values())
    total = 2 * right + sum((need - have).values()) + sum(extra.values())
    return 2 * right / total if total else 1.0


def bag(text: str) -> Counter[str]:
    """How often each word occurs, folded. Full stops part words: gold made from articleBody runs sentences together."""
    text = nfc(text).replace(".", " ")
    return Counter(fold(text[start:end]) for start, end in words(text))


def squeeze(text: str) -> str:
    """The text without spaces and case."""
    return "".join(nfc(text).casefold().split())


def show(name: str, scores: list[Score]) -> None:
    """Print the means of some scores as one row."""
    cells = []
    for field in Score._fields:
        values = [value for score in scores if (value := getattr(score, field)) is not None]
        cells.append(f"{sum(values) / len(values):7.3f}" if values else "      –")
    print(f"{name:44} {' '.join(cells)}")


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else DEFAULT))
