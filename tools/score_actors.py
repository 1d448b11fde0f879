"""How many of the gold's parties recognition finds: `score_actors.py [--lang hi] [--gold FILE] [--show N]`.

For each actor, recipient and speaker of the gold: found (a mention overlaps its text in its sentence), and with
the right country, sector, both; then of the sides of those events alone that are coded, too: right type, in the right
sentence. Wants the pipelines and, beside the repository, shared/gold; says so without them.
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter
from typing import Any

from vaarta import packs
from vaarta.coding import code
from vaarta.doc import ActorMention, Mentions
from vaarta.evaluation import CodedStory, GoldStory, coded_story, read_gold
from vaarta.evaluation.matching import event_fits, match
from vaarta.recognition import recognise
from vaarta.records import Story
from vaarta.shape import coded as shaped

GOLD = Path(__file__).resolve().parents[2] / "shared" / "gold"
FILES = {"hi": ("hi-dev.jsonl",), "par-hi": ("par-hi-dev.jsonl",), "en": ("par-en-dev.jsonl",)}
HELD_OUT = 16  # the last documents of hi-dev, left aside while the rules were written


def main() -> None:
    """Print the shares, and the parties missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--lang", choices=tuple(FILES), default="hi")
    parser.add_argument("--held-out", action="store_true")
    parser.add_argument("--show", type=int, default=0)
    parser.add_argument("--gold", type=Path, help="another file, as tools/join_gold.py writes them, all in --lang")
    told = parser.parse_args()
    lang = told.lang.removeprefix("par-")
    files = [told.gold] if told.gold else [GOLD / name for name in FILES[told.lang]]
    if missing := [str(path) for path in files if not path.is_file()]:
        sys.exit(f"no gold at {missing[0]}: nothing to score")
    from vaarta import analysis

    nlp, pack = analysis.load(lang), packs.load(lang)
    documents = [json.loads(line) for path in files for line in path.open(encoding="utf-8")]
    if told.lang == "hi" and not told.gold:
        documents = documents[-HELD_OUT:] if told.held_out else documents[:-HELD_OUT]
    golds = {story.id: story for path in files for story in read_gold(path)}
    counts: Counter[str] = Counter()
    coded: Counter[str] = Counter()
    misses: list[str] = []
    seconds, tokens = 0.0, 0
    for document in documents:
        story = Story(id=document["id"], lang=lang, text=document["text"], published=document.get("published") or "")
        doc = nlp(story.text)
        began = perf_counter()
        mentions = recognise(doc, story=story, pack=pack)
        seconds, tokens = seconds + perf_counter() - began, tokens + len(doc)
        matched = _matched(
            golds[story.id], coded_story(shaped(story, code(doc, story=story, pack=pack, mentions=mentions)))
        )
        for party, start, end in _parties(document):
            verdict = _judged(party, _overlapping(mentions, doc, start, end))
            counts.update(["all", *verdict])
            if (party["text"], party["country"]) in matched:
                coded.update(["all", *verdict])
            if "both" not in verdict:
                misses.append(_told(document["id"], party, _overlapping(mentions, doc, start, end)))
    for name in ("found", "country", "sector", "both"):
        print(f"{name:8} {share(counts, name)}")
    print(f"country, of matched events: {share(coded, 'country')}")
    print(f"{tokens / max(seconds, 1e-9):,.0f} tokens a second")
    print("\n".join(misses[: told.show]))


def share(counts: Counter[str], name: str) -> str:
    """How many of all there are, as a share and in numbers."""
    return f"{counts[name] / max(1, counts['all']):.3f}  {counts[name]} of {counts['all']}"


def _matched(gold: GoldStory, found: CodedStory) -> set[tuple[str, str]]:
    """Text and country of the sides of gold's events that are coded with the right type in the right sentence."""
    pairs = match(gold.events, found.events, event_fits(gold, "type")).pairs
    sides = (side for event, _ in pairs for side in (*event.actors, *event.recipients))
    return {(side.text or "", side.country or "") for side in sides}


def _parties(document: dict[str, Any]) -> Iterator[tuple[dict[str, Any], int, int]]:
    """Each gold party once for each sentence it is in, with the offsets of its text."""
    seen = set()
    for told in (*document["events"], *document["statements"]):
        speakers = [told["speaker"]] if "speaker" in told else []
        sides = [*told.get("actors", ()), *told.get("recipients", ()), *speakers]
        first, last = document["sentences"][told["s"]]
        for party in sides:
            start = document["text"].find(party["text"], first, last)
            start = document["text"].find(party["text"]) if start < 0 else start
            key = (start, party["country"], party["sector"])
            if start >= 0 and key not in seen:
                seen.add(key)
                yield party, start, start + len(party["text"])


def _overlapping(mentions: Mentions, doc: Any, start: int, end: int) -> list[ActorMention]:
    spans = [(mention, doc[mention.start : mention.end]) for mention in mentions.actors]
    return [mention for mention, span in spans if span.start_char < end and span.end_char > start]


def _judged(party: dict[str, Any], found: list[ActorMention]) -> list[str]:
    sides = [side for mention in found for side in mention.parties]
    country, sector = party["country"], party["sector"] or ""
    verdict = ["found"] if found else []
    verdict += ["country"] if any(side.country == country for side in sides) else []
    verdict += ["sector"] if any(side.sector == sector for side in sides) else []
    return verdict + (["both"] if any((side.country, side.sector) == (country, sector) for side in sides) else [])


def _told(story: str, party: dict[str, Any], found: list[ActorMention]) -> str:
    sides = [f"{side.text} {side.country}/{side.sector} {m.why}" for m in found for side in m.parties] or ["nothing"]
    return f"{story}: {party['text']} {party['country']}/{party['sector']} <- {'; '.join(sides)}"


if __name__ == "__main__":
    main()
