"""Contacts told by what was told before: "this meeting", "the next round", a joint press conference after talks."""

from collections.abc import Iterable

from vaarta.coding.describe import ordinal_of
from vaarta.coding.gatherings import SIDES, WORLD, named_by, pair_of, represented
from vaarta.coding.pointing import shown
from vaarta.coding.triggers import Trigger
from vaarta.coding.view import View
from vaarta.records import Engagement

__all__ = ["as_before", "is_another", "last_of", "of_two", "points_at"]

LATER = 3  # sentences after a summit in which "this meeting" may still be it
FULLER = {"summit", "dialogue-round", "conference"}  # kinds that "the meeting" may be
TALKS = {"summit", "dialogue-round", "meeting", "visit", "signing"}  # after which there are others, and the press


def last_of(before: Iterable[Engagement], *kinds: str) -> Engagement | None:
    """The last told of some kinds; None if there is none."""
    return next((e for e in reversed([*before]) if e.kind in kinds), None)


def as_before(
    view: View, trigger: Trigger, parties: tuple[str, ...], name: str, before: list[Engagement]
) -> tuple[tuple[str, ...], str]:
    """Parties and name of a contact whose sides are not told: as of the last; else what the story says.

    An organisation's forum is attended by the country of the story's people; a summit of no one is of its two states.
    The next round, and a joint press conference, are of those who met.
    """
    entry = view.pack.engagements.entries[trigger.entry.id]
    if entry.series or entry.forum:
        earlier = last_of(before, entry.kind)
        name = name or named_by(view, trigger)
        if earlier is not None and {*parties} <= {*earlier.parties}:
            return earlier.parties, earlier.name or name
        if entry.forum and parties and {*parties} <= WORLD and (country := represented(view)):
            return tuple(sorted({*parties, country})), name
        if of_two(view, trigger) and not name and not {*parties} & WORLD and {*parties} <= {*pair_of(view)}:
            return pair_of(view), name
    if entry.kind == "signing":
        met = last_of(before, *TALKS)
        if met is not None and _just_told(view, met, trigger) and {*parties} <= {*met.parties}:
            return met.parties, name
    if entry.kind == "press-conference" or (trigger.nominal and _further(view, trigger)):
        met = last_of(before, *TALKS)
        if met is not None and {*parties} <= {*met.parties} and met.standing != "denied":
            return met.parties, name
    return parties, name


def _just_told(view: View, met: Engagement, trigger: Trigger) -> bool:
    """Whether a contact of two is told in a trigger's sentence or the one before it."""
    words = view.doc.char_span(*met.evidence.span, alignment_mode="expand")
    two = len(met.parties) == SIDES and not WORLD & {*met.parties}
    return two and words is not None and _apart(view, words.start, trigger.verb) <= 1


def of_two(view: View, trigger: Trigger) -> bool:
    """Whether a summit may be one of two states: none that one attends, or that an organisation's name tells of."""
    entry = view.pack.engagements.entries[trigger.entry.id]
    summit = entry.kind == "summit" and bool(entry.nouns)  # entries of attending have verbs alone
    named = (view.mention_at.get(t, -1) for t in trigger.tokens)
    return summit and not any(
        n >= 0 and any(p.country in WORLD for p in view.mentions.actors[n].parties) for n in named
    )


def _further(view: View, trigger: Trigger) -> bool:
    """Whether a contact is one of several: "the next meeting", "a second round", "अगली बैठक"."""
    words = view.pack.engagements.further
    near = {*range(max(trigger.start - 1, 0), trigger.start), *(c.i for c in view.doc[trigger.verb].children)}
    return any(view.texts[k] in words for k in near) or (ordinal_of(view, trigger) or 1) > 1


def is_another(view: View, told: Engagement) -> bool:
    """Whether a contact is told as one after another: "the next meeting", "अगली बैठक"."""
    words = view.doc.char_span(*told.evidence.span, alignment_mode="expand")
    near = range(max(words.start - 1, 0), words.end) if words is not None else range(0)
    return any(view.texts[k] in view.pack.engagements.further for k in near)


def points_at(view: View, other: Engagement, told: Engagement) -> bool:
    """Whether a meeting told by pointing ("this meeting") is a contact told shortly before by a fuller name."""
    if told.kind != "meeting" or other.kind not in FULLER or other.parties != told.parties:
        return False
    words = view.doc.char_span(*told.evidence.span, alignment_mode="expand")
    before = view.doc.char_span(*other.evidence.span, alignment_mode="expand")
    if words is None or before is None or not 0 <= _apart(view, before.start, words.start) <= LATER:
        return False
    noun = next((t.i for t in words if t.pos_ in {"NOUN", "PROPN"}), None)
    return noun is not None and shown(view, noun)


def _apart(view: View, first: int, second: int) -> int:
    return view.sentence_of[second] - view.sentence_of[first]
