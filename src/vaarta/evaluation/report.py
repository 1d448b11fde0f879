"""Scores as text: the figures as a report, and the misses and extras as a list to be read."""

from collections.abc import Iterable, Iterator

from vaarta.evaluation.scores import Count, Difference, Scores

__all__ = ["difference_lines", "report_lines"]


def report_lines(scores: Scores) -> Iterator[str]:
    """The report, line by line: events at each level and by type, accuracies, statements, engagements, contexts."""
    yield f"{scores.stories} documents, {scores.not_coded} not coded"
    for level, count in scores.events.items():
        yield f"events {level:10} {_figures(count)}"
    for name, count in sorted(scores.types.items()):
        yield f"  {name:10} {_figures(count)}"
    for name, accuracy in scores.accuracy.items():
        yield f"{name:16} {accuracy.right}/{accuracy.of} = {accuracy.share:.3f}"
    yield f"statements        {_figures(scores.statements)}"
    yield f"engagements       {_figures(scores.engagements)}"
    if scores.contexts != Count():
        yield f"contexts          {_figures(scores.contexts)}"


def difference_lines(differences: Iterable[Difference]) -> Iterator[str]:
    """Each miss and extra: what it is, its sentence, its trigger, and what stands there instead."""
    for difference in differences:
        named = f"{difference.type} " if difference.type and not difference.label.startswith(difference.type) else ""
        yield f"{difference.kind:9}{difference.what:11}{named}{difference.label}"
        yield f"    {difference.story} s{difference.s}: {' '.join(difference.sentence.split())}"
        if difference.trigger:
            yield f"    trigger: {difference.trigger}"
        there = "coded there" if difference.kind == "missed" else "in gold there"
        for other in difference.instead:
            yield f"    {there}: {other}"


def _figures(count: Count) -> str:
    counts = f"({count.right} right, {count.missed} missed, {count.spurious} spurious)"
    return f"P {count.precision:.3f}  R {count.recall:.3f}  F1 {count.f1:.3f}  {counts}"
