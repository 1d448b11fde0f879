"""Engagements: formal contacts between sides, each once, with name, round, days, and the larger one it is part of."""

from collections.abc import Iterable

from msgspec.structs import replace

from vaarta.coding.arguments import DEEP, LINEAR, find_arguments
from vaarta.coding.calling_off import called_off, is_intended, of_what_is_off
from vaarta.coding.contacts import by_visitors, codes_of, from_events, told_with_tour
from vaarta.coding.describe import head_parties, number_in_series, ordinal_of, series_of
from vaarta.coding.events import Speaking, sides
from vaarta.coding.gatherings import SIDES, WORLD, aside, attending, met_abroad, only_place, pair_of, recurs
from vaarta.coding.hosts import is_delegation, visit_place
from vaarta.coding.kinds import gets_something
from vaarta.coding.negation import is_negated
from vaarta.coding.one_by_one import one_by_one
from vaarta.coding.persons import other_people
from vaarta.coding.receiving import with_receiving
from vaarta.coding.retold import as_before, is_another, last_of, of_two, points_at
from vaarta.coding.same_contact import fuller_kind, may_be_one, one_forum, told_within
from vaarta.coding.settings import day_of, is_ahead, place_of
from vaarta.coding.standing import is_future, standing_of, support_verb
from vaarta.coding.topics import topics_of, with_topics
from vaarta.coding.triggers import Trigger, find_triggers
from vaarta.coding.verb_forms import is_infinitive
from vaarta.coding.view import View
from vaarta.packs.engagements import EngagementEntry
from vaarta.records import Engagement, EngagementKind, Event, Party, Standing, content_id

__all__ = ["code_engagements", "series_spans", "within"]

ABROAD: set[EngagementKind] = {"visit", "delegation"}
FRAMES = {"visit", "delegation", "summit", "conference"}  # kinds that others are part of


def code_engagements(
    view: View, events: Iterable[Event], *, speaking: Speaking, unreal: frozenset[int], refused: frozenset[int]
) -> tuple[Engagement, ...]:
    """The engagements a story tells, each at its fullest telling, in order; legs and meetings know their whole.

    They come from the pack's own words for contacts, and from the events that tell of a contact; none from the
    `unreal` tokens, talks that are only offered or asked for, nor from the `refused` ones but as called off.
    """
    kept: list[Engagement] = []
    off = called_off(view, unreal)
    own = _told(view, speaking, unreal | refused, off)
    told = [*own, *from_events(view, events, own)]
    told += by_visitors(view, told)
    names = series_spans(view, told)
    for engagement in sorted((e for e in told if not within(e.evidence.span, names)), key=lambda e: e.evidence.span):
        for n, other in reversed([*enumerate(kept)]):
            if points_at(view, other, engagement):
                kept[n] = replace(other, again=(*other.again, engagement.evidence))
                view.note("merged", claim=engagement.id, other=other.id)
                break
            if other.standing == "happened" and is_another(view, engagement) and not is_another(view, other):
                continue
            held = other is _latest_round(kept) and _held_by(view, other, engagement)
            if held or _same(other, engagement) or one_forum(other, engagement) or told_within(other, engagement):
                kept[n] = _join(other, engagement)
                gone = engagement if kept[n].id == other.id else other
                view.note("merged", claim=gone.id, other=kept[n].id)
                break
        else:
            kept.append(engagement)
    kept = [e for e in kept if not any(_tour_again(e, other) for other in kept)]
    led = _led(view, tuple(_with_whole(kept, n) for n in range(len(kept))), speaking)
    return with_topics(view, with_receiving(view, led, speaking))


def series_spans(view: View, engagements: Iterable[Engagement]) -> list[tuple[int, int]]:
    """Where the names of dialogue series stand that rounds are told of: what they name is no contact of its own."""
    spans: list[tuple[int, int]] = []
    for engagement in engagements:
        named = bool(engagement.series) and engagement.series != engagement.evidence.quote
        start = view.text.find(engagement.series, engagement.evidence.sentence[0]) if named else -1
        if 0 <= start < engagement.evidence.sentence[1]:
            spans.append((start, start + len(engagement.series)))
    return spans


def within(span: tuple[int, int], spans: Iterable[tuple[int, int]]) -> bool:
    """Whether a span lies inside one of several."""
    return any(start <= span[0] and span[1] <= end for start, end in spans)


def _told(view: View, speaking: Speaking, unreal: frozenset[int], off: dict[Trigger, Standing]) -> list[Engagement]:
    pack = view.pack.engagements
    told: list[Engagement] = []
    taken = {t for trigger in off for t in trigger.tokens}
    others = [
        t
        for t in find_triggers(view, pack.by_verb, pack.by_noun)
        if not (taken & {*t.tokens} or (t.nominal and of_what_is_off(view, t, taken)) or gets_something(view, t))
    ]
    for trigger in sorted([*off, *others], key=lambda trigger: trigger.verb):
        going = trigger.verb in unreal and _on_the_way(view, trigger.verb)  # "will leave to attend"
        intended = going or is_intended(view, trigger, unreal)
        standing = off.get(trigger) or ("planned" if intended else _standing(view, trigger))
        once = not recurs(view, _told_by(view, trigger)) and not _no_talks(view, trigger, told)
        if (trigger.verb in unreal and trigger not in off and not intended) or standing is None or not once:
            view.note("unreal", trigger)
        else:
            entry = view.pack.engagements.entries[trigger.entry.id]
            least = DEEP if entry.forum and trigger.nominal else LINEAR
            joined = [a for a in find_arguments(view, trigger) if a.strength >= least]
            actors, recipients, sureness = sides(view, trigger, joined, speaking)
            for two in one_by_one(view, trigger, actors, recipients):
                engagement = _engagement(view, trigger, (*two, sureness), standing, told)
                # Teams "meet" teams; but the head of a sports body may meet a head of state.
                if engagement and (engagement.heads or not view.apolitical[view.sentence_of[trigger.verb]]):
                    view.note("coded", trigger, claim=engagement.id)
                    told.append(engagement)
    return told


def _standing(view: View, trigger: Trigger) -> Standing | None:
    """How a contact stands; a forum told by its noun as what is done at it: "बैठक में भाग लेंगी" is planned."""
    standing = standing_of(view, trigger)
    forum = trigger.nominal and view.pack.engagements.entries[trigger.entry.id].forum
    verb = view.clause(trigger.verb)
    if standing is None and _on_the_way(view, trigger.verb):
        return "planned" if is_future(view, view.doc[trigger.verb].head.i) else "happened"
    coming = forum and standing == "happened" and verb != trigger.verb and is_future(view, verb)
    return "planned" if coming and not aside(view, trigger.verb) else standing


def _on_the_way(view: View, verb: int) -> bool:
    """Whether an infinitive says what someone goes for: "भाग लेने के लिए … जा रहे हैं", "travelled to attend"."""
    above = view.doc[verb].head
    words = (above.i, *(c.i for c in above.children if c.dep_ == "compound:lvc"))  # "रवाना हुए"
    goes = above.i != verb and any(view.forms[i] & set(view.grammar.verbs.motion) for i in words)
    return goes and is_infinitive(view, verb) and not is_negated(view, verb) and not is_negated(view, above.i)


def _told_by(view: View, trigger: Trigger) -> tuple[int, ...]:
    """The trigger's tokens with the light verb that it hangs on."""
    support = support_verb(view, trigger)
    return trigger.tokens if support is None else (*trigger.tokens, support)


def _no_talks(view: View, trigger: Trigger, before: list[Engagement]) -> bool:
    """Whether a round is of no talks: of fire, of tariffs; none are named in its sentence, nor a round before it."""
    if not view.pack.engagements.entries[trigger.entry.id].talks or last_of(before, "dialogue-round"):
        return False
    sentence = view.sentences[view.sentence_of[trigger.verb]]
    return not any(view.forms[k] & view.pack.engagements.talks for k in range(sentence.start, sentence.end))


def _engagement(
    view: View,
    trigger: Trigger,
    who: tuple[tuple[Party, ...], tuple[Party, ...], float],
    standing: Standing,
    before: list[Engagement],
) -> Engagement | None:
    entry = view.pack.engagements.entries[trigger.entry.id]
    actors, recipients, sureness = who
    name, number = series_of(view, trigger), ordinal_of(view, trigger)
    named = series_parties(view, trigger) if entry.series else ()
    own = codes_of((*actors, *recipients, *named))
    of_body = entry.body and trigger.nominal and own != () and {*own} <= WORLD
    numbered = number_in_series(view, trigger) if entry.body and not {*own} & WORLD else 0
    number = numbered or number
    kind: EngagementKind = "conference" if of_body else "dialogue-round" if numbered else entry.kind
    where = visit_place(view, trigger, recipients or actors[1:]) if kind in ABROAD else place_of(view, trigger.verb)
    come = attending(view, trigger) if (entry.forum or of_body) and len(own) < SIDES else ()
    parties = codes_of((*actors, *recipients, *named, *come))
    where = where or (only_place(view, trigger) if entry.forum else None)
    two = pair_of(view) if len(parties) < SIDES and of_two(view, trigger) else ()  # it is of these, wherever they meet
    parties = parties or (two if standing == "happened" and met_abroad(view, where, two) else ())
    if len(parties) < SIDES and where is not None and where.country and _hosted(entry, parties):
        parties = parties if two and {*parties} <= {*two} else tuple(sorted({*parties, where.country}))
    if len(parties) < SIDES:
        parties, name = as_before(view, trigger, parties, name, before)
    if not (entry.series or entry.forum or numbered or entry.kind == "exercise"):
        name, number = "", None  # what a visit or a meeting is of is no name, and a first visit no round
    if entry.series and trigger.nominal and len(trigger.tokens) > 1:
        name = name or str(view.doc[trigger.start : trigger.end].text)
    if len(parties) < SIDES or (entry.convened and not WORLD & {*parties}):
        view.note("no sides", trigger)
        return None
    actors = (*actors, *come)
    if entry.series and number is None and not name:
        view.note("no name", trigger)
        return None
    leg_of = _delegation_abroad(before, actors, parties, where.country if where else "")
    if leg_of is not None and told_with_tour(leg_of, view.evidence(trigger.start, trigger.end)):
        view.note("merged", trigger, other=leg_of.id)
        return None
    if leg_of is not None and kind == "meeting":
        kind = "visit"
    evidence = view.evidence(trigger.start, trigger.end)
    when = day_of(view, trigger.verb)
    if entry.off and not is_ahead(view, when):
        when = None  # the day on which it was called off
    return Engagement(
        id=content_id("en", view.story.id, kind, parties, evidence.span),
        story=view.story.id,
        evidence=evidence,
        by=f"{view.pack.lang}/engagements#{entry.id}",
        score=sureness,
        standing="planned" if entry.planned or (is_ahead(view, when) and not entry.off) else standing,
        when=when,
        where=where,
        kind=kind,
        parties=parties,
        name=name,
        series=name if entry.series or numbered else "",
        round=number,
        heads=tuple(head_parties((*actors, *recipients))),
        topics=topics_of(view, trigger),
        part_of=leg_of.id if leg_of is not None else "",
    )


def _hosted(entry: EngagementEntry, parties: tuple[str, ...]) -> bool:
    """Whether the country it takes place in is a side: of a visit, a delegation, a forum that one country comes to."""
    return entry.kind in {"visit", "delegation"} or (entry.forum and not {*parties} <= WORLD)


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
    if (left.kind, left.parties) != (right.kind, right.parties) or not may_be_one(left, right):
        return False
    return left.kind == "conference" or not other_people(left.heads, right.heads)  # many attend one conference


def _latest_round(kept: list[Engagement]) -> Engagement | None:
    """The round of the latest days."""
    rounds = [e for e in kept if e.kind == "dialogue-round"]
    return max(rounds, key=lambda e: e.when.first if e.when else "", default=None)


def _held_by(view: View, whole: Engagement, part: Engagement) -> bool:
    """Whether talks of a delegation, told without other days or names, are the round that it came for."""
    days = part.when is None or (whole.when is not None and part.when.first == whole.when.first)
    plain = part.kind == "meeting" and days and not (part.heads or part.name)
    if not plain or whole.kind != "dialogue-round" or whole.parties != part.parties:
        return False
    start, end = part.evidence.sentence
    return any(
        start <= view.doc[m.start].idx < end and is_delegation(view, p) for m in view.mentions.actors for p in m.parties
    )


def _fullness(engagement: Engagement) -> tuple[int, int, int]:
    return (
        bool(engagement.name) + bool(engagement.round),
        (engagement.when is not None) + (engagement.where is not None) + len(engagement.topics[:1]),
        len(engagement.heads),
    )


def _join(first: Engagement, second: Engagement) -> Engagement:
    best, other = (second, first) if _fullness(second) > _fullness(first) else (first, second)
    if (fuller := fuller_kind(first, second)) is not None:
        best, other = (first, second) if fuller is first else (second, first)
    return replace(
        best,
        again=(*best.again, other.evidence, *other.again),
        when=best.when or other.when,
        where=best.where or other.where,
        topics=best.topics or other.topics,
        heads=tuple({head.actor_id or head.text: head for head in (*other.heads, *best.heads)}.values()),
        name=best.name or other.name,
        round=best.round or other.round,
        part_of=best.part_of or other.part_of,
        standing="denied" if "denied" in {first.standing, second.standing} else best.standing,
    )


def _with_whole(kept: list[Engagement], n: int) -> Engagement:
    """The engagement with the visit, summit or delegation it is part of, told before it between the same sides."""
    engagement = kept[n]
    if engagement.kind == "visit" and not engagement.part_of:
        tour = next((e for e in reversed(kept[:n]) if _is_leg(engagement, e)), None)
        return engagement if tour is None else replace(engagement, part_of=tour.id)
    if engagement.part_of or engagement.kind in {"visit", "delegation", "dialogue-round"}:
        return engagement
    beside = [other for other in kept[n + 1 :] if other.evidence.sentence == engagement.evidence.sentence]
    for other in (*reversed(kept[:n]), *beside):
        if (
            other.standing != "denied"
            and other.kind in FRAMES
            and other.kind != engagement.kind
            and set(engagement.parties) & set(other.parties)
        ):
            if other.kind == "visit" and not set(engagement.parties) <= set(other.parties):
                continue
            return replace(engagement, part_of=other.id)
    return engagement


def _tour_again(visit: Engagement, tour: Engagement) -> bool:
    """Whether a tour's sentence names its countries again, without those who go: "left for a tour of A, B and C"."""
    many = len(visit.parties) > SIDES and {*visit.parties} < {*tour.parties}
    return many and visit.kind == tour.kind == "visit" and visit.evidence.sentence == tour.evidence.sentence


def _is_leg(leg: Engagement, tour: Engagement) -> bool:
    """Whether a visit is to one of the countries of a tour, by those who go on it."""
    some = {*leg.parties} < {*tour.parties} and len(tour.parties) > SIDES
    return tour.kind == "visit" and some and "denied" not in {leg.standing, tour.standing}


def _led(view: View, kept: tuple[Engagement, ...], speaking: Speaking) -> tuple[Engagement, ...]:
    """The engagements with heads told elsewhere: "the Pakistani team is led by X" after the round it came for."""
    found = list(kept)
    for trigger in find_triggers(view, view.pack.engagements.leads, {}):
        party = next(iter(sides(view, trigger, find_arguments(view, trigger), speaking)[0]), None)
        if party is None or not party.name:
            continue
        here = view.doc[trigger.start].idx
        before = [e for e in found if e.evidence.span[0] < here and party.country in e.parties]
        if not before:
            continue
        led = before[-1]
        if led.kind == "dialogue-round":  # "the first was held in 2021" tells of another, in between
            led = _latest_round(before) or led
        if not any(head.country == party.country for head in led.heads):
            found[found.index(led)] = replace(led, heads=(*led.heads, party))
    return tuple(found)
