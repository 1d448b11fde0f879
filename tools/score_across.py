"""How many events are joined across languages: stories and their translations, annotated alike, kept together.

Usage: python tools/score_across.py GOLD-HI.jsonl GOLD-EN.jsonl. The two files hold the same stories, in the same order,
with the same events, in the same order. Of the events that Vaarta codes rightly in both languages (type, sentence and
countries, as `vaarta score` has it), it prints how many become one entry; and of all the links it makes, those between
claims of stories that are not each other's translation, to be read, as they may be wrong.
"""

import sys
from collections.abc import Sequence
from pathlib import Path

from vaarta.evaluation import coded_story, read_gold
from vaarta.evaluation.gold import GoldStory
from vaarta.evaluation.matching import event_fits, match
from vaarta.pipeline import code_stories
from vaarta.records import Claims, Passed, Story
from vaarta.resolution import link_claims, resolve
from vaarta.shape import coded


def rightly_coded(gold: GoldStory, story: Story, claims: Claims) -> dict[int, str]:
    """The claims that are coded as gold events are, by the number of the event."""
    found = coded_story(coded(story, claims)).events
    matched = match(gold.events, found, event_fits(gold, "countries"))
    numbers = {id(event): number for number, event in enumerate(gold.events)}
    ids = {id(event): claim.id for event, claim in zip(found, claims.events, strict=True)}
    return {numbers[id(event)]: ids[id(told)] for event, told in matched.pairs}


def coded_all(golds: Sequence[GoldStory]) -> list[tuple[Story, Claims]]:
    """The stories with what is coded of them, in the order of the gold."""
    stories = (
        Story(id=g.id, lang=g.lang, text=g.text, headline=g.title or "", published=g.published or "") for g in golds
    )
    return [told for told in code_stories(stories) if not isinstance(told, Passed)]


def main() -> None:
    """Print what is joined of what could be."""
    if len(sys.argv) != 3:  # noqa: PLR2004 - two files
        sys.exit("give two files: python tools/score_across.py GOLD-HI.jsonl GOLD-EN.jsonl")
    golds = [read_gold(Path(path)) for path in sys.argv[1:]]
    told = [coded_all(gold) for gold in golds]
    both = [*told[0], *told[1]]
    links = list(link_claims(both))
    claims = [c for _, said in both for c in (*said.events, *said.statements, *said.engagements, *said.tenures)]
    entry_of = {claim: entry.id for entry in resolve(claims, links, ()) for claim in entry.told_by}
    right = joined = 0
    for one, other in zip(*(zip(gold, said, strict=True) for gold, said in zip(golds, told, strict=True)), strict=True):
        ours, theirs = rightly_coded(one[0], *one[1]), rightly_coded(other[0], *other[1])
        in_both = ours.keys() & theirs.keys()
        right += len(in_both)
        joined += sum(entry_of[ours[number]] == entry_of[theirs[number]] for number in in_both)
    events = sum(len(gold.events) for gold in golds[0])
    print(f"{events} gold events, {right} rightly coded in both languages, {joined} of them joined")
    place = {story.id: number for stories in told for number, (story, _) in enumerate(stories)}
    where = {claim.id: (place[claim.story], claim.story, claim.evidence.quote) for claim in claims}
    for link in links:
        left, other_end = where[link.left], where[link.right]
        if link.verdict == "same" and left[0] != other_end[0]:
            print(f"across stories: {left[1]} {left[2]!r} | {other_end[1]} {other_end[2]!r} ({link.score})")


if __name__ == "__main__":
    main()
