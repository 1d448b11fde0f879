"""The claims that no one has ruled on, the most doubtful first, and the paragraphs they stand in."""

from collections.abc import Iterator

from vaarta.query import Answer, Question, doubtful_answers
from vaarta.records import Evidence, Ruling, Story
from vaarta.store import Store

__all__ = ["doubtful", "paragraph", "undo", "withdrawn"]

BATCH = 50  # claims looked up together: a person takes longer over one than the look-up takes


def doubtful(store: Store, question: Question) -> Iterator[Answer]:
    """What the question asks for and no one has ruled on, the least sure first; each claim once.

    What is ruled on meanwhile, by whomever, is not shown; a claim passed over is not shown again.
    """
    seen = set[str]()
    while True:
        batch = doubtful_answers(store, question, limit=len(seen) + BATCH)
        new = [answer for answer in batch if answer.claim.id not in seen]
        if not new:
            return
        for answer in new:
            seen.add(answer.claim.id)
            if not store.ruling_on(answer.claim.id):
                yield answer


def paragraph(story: Story, evidence: Evidence) -> tuple[int, int]:
    """The offsets of the paragraph that holds the evidence's sentence; of the sentence, if none holds it whole."""
    start, end = evidence.sentence
    for first, last in story.paragraphs or _lines(story.text):
        if first <= start and end <= last:
            return first, last
    return start, end


def undo(store: Store, *, by: str) -> Ruling | None:
    """The last ruling of a person that still counts, to be withdrawn; None if there is none."""
    counts: dict[str, Ruling] = {}
    for ruling in store.rulings():
        counts.pop(ruling.claim, None)  # the last one on a claim is the last of all
        if ruling.verdict != "withdrawn":
            counts[ruling.claim] = ruling
    return next((ruling for ruling in reversed(counts.values()) if ruling.by == by), None)


def withdrawn(ruling: Ruling, *, by: str, on: str) -> Ruling:
    """The ruling that takes another back."""
    return Ruling(claim=ruling.claim, verdict="withdrawn", by=by, on=on)


def _lines(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for line in text.splitlines(keepends=True):
        yield start, start + len(line)
        start += len(line)
