"""Engagements: formal contacts between sides, each once, with name, round, days, and the larger one it is part of."""

from collections.abc import Iterable

from msgspec.structs import replace

from vaarta.coding.arguments import find_arguments
from vaarta.coding.contacts import codes_of, from_events
from vaarta.coding.describe import head_parties, ordinal_of, series_of, topics_of
from vaarta.coding.events import Speaking, sides
from vaarta.coding.hosts import visit_place
from vaarta.coding.merge import other_people
from vaarta.coding.settings import day_of, place_of
from vaarta.coding.standing import standing_of
from vaarta.coding.triggers import Trigger, find_triggers
from vaarta.coding.view import View
from vaarta.records import Engagement, Event, Party, When, content_id

__all__ = ["code_engagements", "series_spans", "within"]

SIDES = 2  # a contact has two sides at least
FRAMES = {"visit", "delegation", "summit", "conference"}  # kinds that others are part of


def code_engagements(
    view: View, events: Iterable[Event], *, speaking: Speaking, unreal: frozenset[int]
) -> tuple[Engagement, ...]:
    """The engagements a story tells, each at its fullest telling, in order; legs and meetings know their whole.

    They come from the pack's own words for contacts, and from the events that tell of a contact; none from the
    `unreal` tokens: talks that are only offered or asked for.
    """
    kept: list[Engagement] = []
    own = _told(view, speaking, unreal)
    told = [*own, *from_events(view, events, own)]
    names = series_spans(view, told)
    for engagement in sorted((e for e in told if not within(e.evidence.span, names)), key=lambda e: e.evidence.span):
        for n, other in enumerate(kept):
            if _same(other, engagement):
                kept[n] = _join(other, engagement)
                gone = engagement if kept[n].id == other.id else other
                view.note("merged", claim=gone.id, other=kept[n].id)
                break
        else:
            kept.append(engagement)
    return _led(view, tuple(_with_whole(kept, n) for n in range(len(kept))), speaking)


def series_spans(view: View, engagements: Iterable[Engagement]) -> list[tuple[int, int]]:
    """Where the names of dialogue series stand that rounds are told of: what they name is no contact of its own."""
    spans: list[tuple[int, int]] = []
    for engagement in engagements:
        start = view.text.find(engagement.series, engagement.evidence.sentence[0]) if engagement.series else -1
        if 0 <= start < engagement.evidence.sentence[1]:
            spans.append((start, start + len(engagement.series)))
    return spans


def within(span: tuple[int, int], spans: Iterable[tuple[int, int]]) -> bool:
    """Whether a span lies inside one of several."""
    return any(start <= span[0] and span[1] <= end for start, end in spans)


def _told(view: View, speaking: Speaking, unreal: frozenset[int]) -> list[Engagement]:
    pack = view.pack.engagements
    told: list[Engagement] = []
    for trigger in find_triggers(view, pack.by_verb, pack.by_noun):
        if trigger.verb in unreal:
            view.note("unreal", trigger)
        elif engagement := _engagement(view, trigger, speaking, told):
            view.note("coded", trigger, claim=engagement.id)
            told.append(engagement)
    return told


def _engagement(view: View, trigger: Trigger, speaking: Speaking, before: list[Engagement]) -> Engagement | None:
    entry = view.pack.engagements.entries[trigger.entry.id]
    standing = standing_of(view, trigger)
    if standing is None:
        return None
    actors, recipients, sureness = sides(view, trigger, find_arguments(view, trigger), speaking)
    name, number = series_of(view, trigger), ordinal_of(view, trigger)
    named = series_parties(view, trigger) if entry.series else ()
    parties = codes_of((*actors, *recipients, *named))
    kind = entry.kind
    where = visit_place(view, trigger, recipients or actors[1:]) if kind == "visit" else place_of(view, trigger.verb)
    if len(parties) < SIDES and where is not None and kind in {"visit", "delegation"} and where.country:
        parties = tuple(sorted({*parties, where.country}))
    if entry.series and len(parties) < SIDES and (earlier := _last_of(before, kind)):
        parties, name = earlier.parties, earlier.name or name
    if len(parties) < SIDES:
        view.note("no sides", trigger)
        return None
    if entry.series and number is None and not name:
        view.note("no name", trigger)
        return None
    leg_of = _delegation_abroad(before, actors, parties, where.country if where else "")
    if leg_of is not None and kind == "meeting":
        kind = "visit"
    evidence = view.evidence(trigger.start, trigger.end)
    when = day_of(view, trigger.verb)
    return Engagement(
        id=content_id("en", view.story.id, kind, parties, evidence.span),
        story=view.story.id,
        evidence=evidence,
        by=f"{view.pack.lang}/engagements#{entry.id}",
        score=sureness,
        standing="planned" if entry.planned or _ahead(view, when) else standing,
        when=when,
        where=where,
        kind=kind,
        parties=parties,
        name=name,
        series=name if entry.series else "",
        round=number,
        heads=tuple(head_parties((*actors, *recipients))),
        topics=topics_of(view, trigger),
        part_of=leg_of.id if leg_of is not None else "",
    )


def _ahead(view: View, when: When | None) -> bool:
    """Whether the days are after the story's own: "will host talks next month" tells of no talks held."""
    return when is not None and bool(view.story.published) and when.first > view.story.published[:10]


def series_parties(view: View, trigger: Trigger) -> tuple[Party, ...]:
    """The parties named in the series' name or right before the trigger: "यूएस-पाकिस्तान … डायलॉग का दूसरा दौर"."""
    left = view.doc[trigger.verb].left_edge.i
    start = max(left, view.sentences[view.sentence_of[trigger.verb]].start)
    return tuple(
        party
        for mention in view.mentions.actors
        if start <= mention.start and mention.end <= trigger.verb
        for party in mention.parties
    )


def _last_of(before: list[Engagement], kind: str) -> Engagement | None:
    return next((e for e in reversed(before) if e.kind == kind), None)


def _delegation_abroad(
    before: list[Engagement], actors: tuple[Party, ...], parties: tuple[str, ...], place: str
) -> Engagement | None:
    """The delegation told earlier whose leg a meeting in one of its places is."""
    own = {p.country for p in actors}
    for engagement in reversed(before):
        if engagement.kind == "delegation" and place in engagement.parties and set(parties) <= set(engagement.parties):
            return engagement if own & set(engagement.parties) and place in parties else None
    return None


def _same(left: Engagement, right: Engagement) -> bool:
    """Whether two tellings are of one contact: kind, parties and, where both tell them, round, days and place."""
    if (left.kind, left.parties) != (right.kind, right.parties):
        return False
    if left.round and right.round and left.round != right.round:
        return False
    if left.when and right.when and left.when.first and right.when.first:
        ends = (left.when.last or left.when.first, right.when.last or right.when.first)
        return left.when.first <= ends[1] and right.when.first <= ends[0]
    return not other_people(left.heads, right.heads)


def _fullness(engagement: Engagement) -> tuple[int, int, int]:
    return (
        bool(engagement.name) + bool(engagement.round),
        (engagement.when is not None) + (engagement.where is not None) + len(engagement.topics[:1]),
        len(engagement.heads),
    )


def _join(first: Engagement, second: Engagement) -> Engagement:
    best, other = (second, first) if _fullness(second) > _fullness(first) else (first, second)
    return replace(
        best,
        again=(*best.again, other.evidence, *other.again),
        when=best.when or other.when,
        where=best.where or other.where,
        topics=best.topics or other.topics,
        heads=best.heads or other.heads,
        name=best.name or other.name,
        round=best.round or other.round,
        part_of=best.part_of or other.part_of,
    )


def _with_whole(kept: list[Engagement], n: int) -> Engagement:
    """The engagement with the visit, summit or delegation it is part of, told before it between the same sides."""
    engagement = kept[n]
    if engagement.part_of or engagement.kind in {"visit", "delegation", "dialogue-round"}:
        return engagement
    for other in reversed(kept[:n]):
        if other.kind in FRAMES and other.kind != engagement.kind and set(engagement.parties) & set(other.parties):
            if other.kind == "visit" and not set(engagement.parties) <= set(other.parties):
                continue
            return replace(engagement, part_of=other.id)
    return engagement


def _led(view: View, kept: tuple[Engagement, ...], speaking: Speaking) -> tuple[Engagement, ...]:
    """The engagements with heads told elsewhere: "the Pakistani team is led by X" after the round it came for."""
    found = list(kept)
    for trigger in find_triggers(view, view.pack.engagements.leads, {}):
        party = next(iter(sides(view, trigger, find_arguments(view, trigger), speaking)[0]), None)
        if party is None or not party.name:
            continue
        here = view.doc[trigger.start].idx
        for n in reversed(range(len(found))):
            engagement = found[n]
            if engagement.evidence.span[0] < here and party.country in engagement.parties:
                if not any(head.country == party.country for head in engagement.heads):
                    found[n] = replace(engagement, heads=(*engagement.heads, party))
                break
    return tuple(found)
