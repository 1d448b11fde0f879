"""Several of whom some are named: "six nations, including Turkey and Chad" are Turkey and Chad, as far as one knows."""

from vaarta.coding.subjects import members_of
from vaarta.coding.view import View

__all__ = ["is_example", "named_among"]

COMMA = ","


def named_among(view: View, group: int) -> tuple[int, ...]:
    """The mentions of a group, where several of no known country are followed by those of them who are named."""
    *rest, last = view.groups[group]
    examples = _examples(view, group)
    if examples is None or any(party.country for party in view.mentions.actors[last].parties):
        return view.groups[group]
    return (*rest, *view.groups[examples])


def is_example(view: View, group: int) -> bool:
    """Whether a group only names some of those told of right before it: "allies, including Chad"."""
    return group > 0 and _examples(view, group - 1) == group


def _examples(view: View, group: int) -> int | None:
    """The group that names some of those of the one before: right after it, but for a comma and "including"."""
    if view.grammar.markers.stands == "after" or group + 1 >= len(view.groups):
        return None
    end, start = members_of(view, group)[-1].end, members_of(view, group + 1)[0].start
    if view.sentence_of[end - 1] != view.sentence_of[start]:
        return None
    words = " ".join(word for word in view.texts[end:start] if word != COMMA)
    return group + 1 if words in view.grammar.markers.including else None
