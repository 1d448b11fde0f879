"""Codes every story of a corpus, each alone, and tells which fail, which take too long, which quote what is not there.

Usage: python benchmarks/bench_corpus.py SOURCE [--part 1/8] [--seconds 2]

SOURCE is whatever `vaarta read` reads. With --part 1/8 only every eighth story, from the first. Seconds are of the
processor, from Story to claims, the pipelines loaded before. The status is 1 if a story fails, quotes wrong or is slow.
"""

import argparse
import sys
import time
import traceback
from collections.abc import Iterator
from itertools import islice
from statistics import median

from vaarta.analysis import load
from vaarta.pipeline import code_doc
from vaarta.reading import read
from vaarta.records import Claims, Evidence, Passed, Story

WARM = {"hi": "भारत ने चीन की निंदा की।", "en": "India condemned China."}


def main() -> None:
    """Code the stories and print what is wrong, then the times."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("source")
    parser.add_argument("--part", default="1/1", help="N/OF")
    parser.add_argument("--seconds", type=float, default=2.0)
    asked = parser.parse_args()
    number, of = map(int, asked.part.split("/"))
    for lang, text in WARM.items():
        timed(Story(id="warm", lang=lang, text=text))
    times: list[float] = []
    faults = 0
    for item in islice(read(asked.source), number - 1, None, of):
        if isinstance(item, Passed):
            print(f"passed over: {item.source} {item.record}: {item.reason}", flush=True)
            continue
        seconds, said = timed(item)
        times.append(seconds)
        if seconds > asked.seconds:
            said = [*said, f"{seconds:.2f} s for {len(item.text)} characters"]
        for line in said:
            print(f"{item.id}: {line}", flush=True)
        faults += bool(said)
    ordered = sorted(times)
    print(
        f"{len(times)} stories, {faults} with faults; seconds a story: median {median(times):.3f}, "
        f"99 % {ordered[len(times) * 99 // 100]:.3f}, most {ordered[-1]:.3f}, all {sum(times):.0f}"
    )
    sys.exit(1 if faults else 0)


def timed(story: Story) -> tuple[float, list[str]]:
    """The processor's seconds for a story, and what is wrong with what was coded."""
    nlp = load(story.lang)
    start = time.process_time()
    try:
        claims = code_doc(nlp(story.text), story)
    except Exception:  # noqa: BLE001 - whatever fails is what this looks for
        return time.process_time() - start, [traceback.format_exc()]
    seconds = time.process_time() - start
    return seconds, [
        f"quotes {e.quote!r} at {e.span}" for e in evidences(claims) if story.text[slice(*e.span)] != e.quote
    ]


def evidences(claims: Claims) -> Iterator[Evidence]:
    """All evidence of all claims."""
    for claim in (*claims.events, *claims.statements, *claims.engagements, *claims.tenures):
        yield claim.evidence
        yield from claim.again
    for said in claims.statements:
        yield said.content


if __name__ == "__main__":
    main()
