"""How many of the events coded in stories that no gold set has are right, as judged by reading.

    python tools/score_precision.py NEWS.jsonl.gz                  the figures
    python tools/score_precision.py NEWS.jsonl.gz --unjudged FILE  the events still to be judged, to be read

200 stories are drawn with a fixed seed from the news file, without those of the gold sets named in gold/. A judgment is
a line of gold/precision/hi-news.jsonl: the story, the words that tell the event (offsets), what was coded, and whether
a reader would record that: its `type` right, and the countries of both sides (`sides`) right too. An event that is
coded anew is right or wrong as a judgment of the same type, standing, sides and words says; else it is unjudged.
"""

import argparse
import gzip
import json
import random
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from vaarta.pipeline import code_stories
from vaarta.records import Event, Passed, Story

ROOT = Path(__file__).resolve().parent.parent
JUDGED = ROOT / "gold/precision/hi-news.jsonl"
DRAWN = 200
Row = dict[str, Any]


def main() -> None:
    """Print the figures, or write what is still to be judged."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("news", type=Path)
    parser.add_argument("--unjudged", type=Path, metavar="FILE", help="write the events without a judgment here")
    told = parser.parse_args()
    if not told.news.is_file():
        parser.error(f"{told.news}: not there; the stories are not part of the project")
    stories = drawn(told.news)
    judged = judgments()
    coded = [(story, event) for story, event in events(stories)]
    found = [(story, event, judgment(event, judged)) for story, event in coded]
    if told.unjudged:
        rows = [unjudged(story, event) for story, event, row in found if row is None]
        told.unjudged.write_text("".join(f"{json.dumps(r, ensure_ascii=False)}\n" for r in rows), encoding="utf-8")
        print(f"{told.unjudged}: {len(rows)} events to judge")
    report(len(stories), [row for *_, row in found])


def drawn(news: Path) -> list[Story]:
    """The stories, by id."""
    left_out = annotated()
    with gzip.open(news, "rt", encoding="utf-8") if news.suffix == ".gz" else news.open(encoding="utf-8") as lines:
        rows = {row["id"]: row for line in lines if (row := json.loads(line))["id"] not in left_out}
    chosen = random.Random(200).sample(sorted(rows), DRAWN)  # noqa: S311 - a draw that anyone can repeat
    return [Story(id=n, lang=rows[n]["lang"], text=rows[n]["text"], published=rows[n]["published"]) for n in chosen]


def annotated() -> set[str]:
    """The stories that a gold set of ours has, and those of the one beside the project if it is there."""
    golds = (ROOT / "gold/hi-news.jsonl", ROOT.parent / "shared/gold/hi-dev.jsonl")
    return {json.loads(line)["id"] for gold in golds if gold.is_file() for line in gold.open(encoding="utf-8")}


def events(stories: Sequence[Story]) -> Iterator[tuple[Story, Event]]:
    """Every event coded, with its story."""
    for result in code_stories(stories):
        if not isinstance(result, Passed):
            yield from ((result[0], event) for event in result[1].events)


def sides(event: Event) -> list[list[str]]:
    """The countries of the actors and of the recipients, each once, sorted."""
    return [sorted({party.country for party in group}) for group in (event.actors, event.recipients)]


def judgments() -> dict[str, list[Row]]:
    """What was judged, by story."""
    by_story: dict[str, list[Row]] = {}
    for line in JUDGED.read_text(encoding="utf-8").splitlines() if JUDGED.is_file() else ():
        row = json.loads(line)
        by_story.setdefault(row["story"], []).append(row)
    return by_story


def judgment(event: Event, judged: Mapping[str, Sequence[Row]]) -> Row | None:
    """The judgment of what was coded, if somebody read it: of the same type, sides, standing and some of its words."""
    start, end = event.evidence.span
    for row in judged.get(event.story, ()):
        same = (row["type"], row["sides"], row["standing"]) == (event.type, sides(event), event.standing)
        if same and row["span"][0] < end and start < row["span"][1]:
            return row
    return None


def unjudged(story: Story, event: Event) -> Row:
    """An event for its reader. The sentence and the names are for reading, not for keeping."""
    start, end = event.evidence.sentence
    return {
        "story": story.id,
        "span": list(event.evidence.span),
        "type": event.type,
        "standing": event.standing,
        "sides": sides(event),
        "right": {"type": None, "sides": None},
        "mode": event.mode,
        "trigger": event.evidence.quote,
        "actors": [party.text for party in event.actors],
        "recipients": [party.text for party in event.recipients],
        "before": story.text[max(0, start - 200) : start],
        "sentence": story.text[start:end],
    }


def report(stories: int, rows: Sequence[Row | None]) -> None:
    """Precision over the judged, and how many there are."""
    judged = [row for row in rows if row is not None]
    print(f"{stories} stories, {len(rows)} events coded, {len(judged)} of them judged")
    for level in ("type", "sides"):
        right = sum(row["right"][level] for row in judged)
        print(f"{level}: {right} of {len(judged)} right, precision {right / max(1, len(judged)):.3f}")


if __name__ == "__main__":
    main()
