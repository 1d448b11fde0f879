"""Which two (or three) "both sides" are, and "both leaders"."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

import msgspec

from vaarta.doc import ActorMention
from vaarta.recognition.draft import Draft
from vaarta.recognition.parties import BEYOND, by_its_words, evidence, head_token, is_personal
from vaarta.recognition.told import Told, joined
from vaarta.records import Evidence, Party

__all__ = ["both"]

PAIR = 2
REACH = 6  # sentences back in which two of one office are those that are meant by it
LAST = 2  # sentences back in which two who met are the two that are meant
PLACE_WEIGHT = 0.2  # of a country that is only where something happens, for "both sides"
ARMED = "REB"
TOGETHER = 2.0  # how much more a country counts for "both sides" that is named beside another
HEADLINE = 0.1  # what a mention in the first sentence counts for "both sides" however far back it lies
DECAY = 0.6  # how much less a country counts for "both sides" with each sentence that it lies back
THINGS = frozenset({"building", "office"})  # "both chambers", "both ministries" are their own
LEADERS = frozenset({"envoy", "head", "minister"})
MINISTER = "minister"
STAFF = frozenset({"official"})  # spokesmen and advisers, who are no leaders


def both(draft: Draft, told: Told) -> ActorMention | None:
    """Both sides: the two countries most in view, or if people are meant, the two who met last.

    No parties if one of the two is unknown, or more than two could be meant; None if "both" counts other things.
    """
    pointer = draft.pointer.pointer if draft.pointer else None
    of, count = (pointer.of, pointer.count) if pointer else ("any", PAIR)
    if pointer is not None and pointer.pick:
        return _one_of_two(draft, told, last=pointer.pick == "last")
    if of == "any" and (_of_things(draft, told) or (told.drafts and told.drafts[-1].end == draft.start)):
        return None
    here = evidence(told.reading, told.story, draft.start, draft.end)
    sector = by_its_words(draft).sector if draft.heads else ""
    chosen = _chosen(draft, told, of=of, count=count)
    parties = tuple(_as_side(there, here, sector, whole=of == "countries") for there in chosen)
    if not parties and of == "any":
        return None
    return ActorMention(
        start=draft.start,
        end=draft.end,
        head=head_token(told.reading, draft.start, draft.end),
        kind="pronoun",
        parties=parties,
        why="both",
    )


def _one_of_two(draft: Draft, told: Told, *, last: bool) -> ActorMention | None:
    """The former or the latter of the two that were last named together; None if it is part of a longer phrase."""
    token = told.reading.doc[draft.end - 1]
    if token.dep_ not in {"nsubj", "nsubj:pass", "obj", "iobj", "obl"}:
        return None  # "the former minister"
    for index in range(len(told.mentions) - 1, 0, -1):
        if draft.sentence - told.drafts[index].sentence > LAST:
            return None
        found = told.mentions[index if last else index - 1]
        if joined(index - 1, index, told) and _only_two(index, told) and found.parties:
            here = evidence(told.reading, told.story, draft.start, draft.end)
            side = _as_side(found.parties[0], here, "", whole=False)
            return ActorMention(
                start=draft.start, end=draft.end, head=draft.end - 1, kind="pronoun", parties=(side,), why="both"
            )
    return None


def _chosen(draft: Draft, told: Told, *, of: str, count: int) -> Sequence[Party]:
    if count > PAIR:
        return _listed(count, told)
    if of_office := _of_one_office(draft, told):
        return of_office
    met = _who_met(draft, told)
    if any(not side.country for side in met):
        return ()
    return met if met and of != "countries" else _in_view(draft, told, people=of == "people")


def _of_one_office(draft: Draft, told: Told) -> Sequence[Party]:
    """The two who were last named beside each other as ministers, for "दोनों मंत्रियों ने"; () if none were."""
    named = told.reading.pack.names.phrases.get((told.reading.keys[draft.end - 1],)) or ()
    if all(entry.role != MINISTER for entry in named):
        return ()
    for index in range(len(told.mentions) - 1, 0, -1):
        if draft.sentence - told.drafts[index].sentence > REACH:
            break
        two = [told.mentions[k] for k in (index - 1, index) if told.drafts[k].role == MINISTER and told.drafts[k].name]
        if len([m for m in two if m.parties]) == PAIR and joined(index - 1, index, told) and _only_two(index, told):
            return [m.parties[0] for m in two]
    return ()


def _only_two(index: int, told: Told) -> bool:
    """Whether a mention and the one before it are no part of a longer list."""
    before = index > 1 and joined(index - 2, index - 1, told)
    return not before and not (index + 1 < len(told.mentions) and joined(index, index + 1, told))


def _of_things(draft: Draft, told: Told) -> bool:
    """Whether it only counts the noun that follows, which is no one's: "both routes", "दोनों मुद्दों"."""
    token = told.reading.doc[draft.end - 1]
    qualifies = token.dep_.split(":")[0] in ("det", "nummod", "amod") and token.head.i >= draft.end
    kind = told.reading.kind_at(token.head.i)
    return (
        qualifies and token.head.pos_ == "NOUN" and (kind == "word" or (kind in THINGS and token.head.i == draft.end))
    )


def _as_side(there: Party, here: Evidence, sector: str, *, whole: bool) -> Party:
    """A party as one of both sides; "both countries' firms" are neither country's president, whoever was named."""
    given = sector or ("GOV" if whole and there.country not in BEYOND else there.sector)
    if sector and there.name:
        there = msgspec.structs.replace(there, text=here.quote, name="", office="", actor_id="")
    return msgspec.structs.replace(there, sector=given, evidence=here, antecedent=there.antecedent or there.evidence)


def _who_met(draft: Draft, told: Told) -> Sequence[Party]:
    """The two people of different countries whom one of the last sentences names; () if none does, or one names more.

    One whose country no one knows, "her Romanian counterpart" of an adjective that no list has, is a side without one.
    """
    for sentence in range(draft.sentence, draft.sentence - LAST - 1, -1):
        found = _people(sentence, told)
        if len(found) >= PAIR:
            return found if len(found) == PAIR else ()
    return ()


def _people(sentence: int, told: Told) -> list[Party]:
    """The leading people whom a sentence names, one a country, in order; last a counterpart of no known country."""
    found: dict[str, tuple[bool, Party]] = {}
    named: set[str] = set()
    counterpart = False
    for there, mention in zip(told.drafts, told.mentions, strict=True):
        if there.sentence != sentence or mention.kind == "pronoun":
            continue
        counterpart = counterpart or (mention.why == "counterpart" and not mention.parties)
        named.update(side.country for side in mention.parties)
        if not is_personal(there) or mention.weak:
            continue
        for side in mention.parties[:1]:
            leads = there.role not in STAFF
            if leads >= found.get(side.country, (False, side))[0] and _known(side, mention, there):
                found[side.country] = (leads, side)
    if counterpart and len(found) == 1 and named == set(found):
        found[""] = (False, Party(text=""))
    return [side for _, side in found.values()]


def _known(side: Party, mention: ActorMention, there: Draft) -> bool:
    """Whether a person is a side: of a country, or one leader of a country that is named but that no list has."""
    one = there.role in LEADERS and not there.counted
    return side.country not in (*BEYOND, "") or (mention.why == "unknown owner" and one)


def _stands(index: int, told: Told, *, people: bool) -> int:
    """How well a mention stands for its country among "both sides": itself for states, someone for people."""
    found, there = told.mentions[index], told.drafts[index]
    if people:
        wanted = 0 if not is_personal(there) else 1 if there.role in STAFF else 2
    else:
        wanted = 2 * (there.alone and there.nations[0].kind == "country")
    return wanted + (not found.weak and (wanted > 0 or is_personal(there) != there.alone))


def _in_sight(draft: Draft, index: int, told: Told) -> float:
    """How much a mention brings its country into view as a side: two named together more, armed groups hardly."""
    found, there = told.mentions[index], told.drafts[index]
    weight = PLACE_WEIGHT if found.weak or any(side.sector == ARMED for side in found.parties) else 1.0
    weight *= TOGETHER if found.why == "both" or _together(index, told) or _alone_with_another(index, told) else 1.0
    return weight * (DECAY ** (draft.sentence - there.sentence) + (HEADLINE if there.sentence == 0 else 0.0))


def _together(index: int, told: Told) -> bool:
    """Whether a mention is named beside one of another country: "भारत और जापान", "India-Japan"."""
    pairs = ((index - 1, index), (index, index + 1))
    return any(one >= 0 and other < len(told.mentions) and _apart(one, other, told) for one, other in pairs)


def _alone_with_another(index: int, told: Told) -> bool:
    """Whether the sentence of a mention is of two countries: "the minister will travel to Bhutan"."""
    return len(_named_in(told.drafts[index].sentence, told)) == PAIR


def _named_in(sentence: int, told: Told) -> frozenset[str]:
    """The countries that a sentence, as far as it is told, names as more than places."""
    first = bisect_left(told.drafts, sentence, key=lambda draft: draft.sentence)
    last = bisect_right(told.drafts, sentence, first, key=lambda draft: draft.sentence)
    near = (found for found in told.mentions[first:last] if not found.weak)
    return frozenset(side.country for found in near for side in found.parties) - {"", *BEYOND}


def _apart(one: int, other: int, told: Told) -> bool:
    first, second = ({side.country for side in told.mentions[index].parties} for index in (one, other))
    return joined(one, other, told) and first.isdisjoint(second | {""})


def _listed(count: int, told: Told) -> Sequence[Party]:
    """The last so many countries that are named in one list; else all that the story names, if they are so many."""
    for last in range(len(told.mentions) - 1, count - 2, -1):
        first = last - count + 1
        run = [told.mentions[index] for index in range(first, last + 1)]
        sides = {m.parties[0].country: m.parties[0] for m in run if len(m.parties) == 1}
        beside = all(joined(index, index + 1, told) for index in range(first, last))
        if beside and len(sides) == count and not {"", *BEYOND} & set(sides):
            return list(sides.values())
    named = {side.country: side for m in told.mentions if not m.weak and m.kind != "pronoun" for side in m.parties}
    states = [side for country, side in named.items() if country and country not in BEYOND]
    return states if len(states) == count else ()


def _acting_on(draft: Draft, told: Told) -> frozenset[str]:
    """The countries of the subject of the verb that "both sides" hang on: Russia in "Russia called on both sides"."""
    token = told.reading.doc[head_token(told.reading, draft.start, draft.end)]
    if told.reading.pack.grammar.verb == "last" or token.dep_ not in {"obj", "iobj", "obl"}:
        return frozenset()
    first = ((m, told.reading.doc[m.head]) for m in told.mentions if m.kind != "adjective")
    named = [(m, head.head if head.dep_ == "conj" else head) for m, head in first]
    subjects = (m for m, head in named if head.head.i == token.head.i and head.dep_ == "nsubj")
    return frozenset(side.country for m in subjects for side in m.parties)


def _in_view(draft: Draft, told: Told, *, people: bool) -> Sequence[Party]:
    """A party for each of the two countries most in view before, in the order they were named.

    They are those that the sentence itself names before, if it names two.
    """
    here = _named_in(draft.sentence, told)
    acting = _acting_on(draft, told)
    weights: dict[str, float] = {}
    latest: dict[str, tuple[int, Party]] = {}
    for index, found in enumerate(told.mentions):
        for side in found.parties:
            if side.country in {"", *BEYOND, *acting} or (found.kind == "pronoun" and found.why != "both"):
                continue
            weights[side.country] = weights.get(side.country, 0.0) + _in_sight(draft, index, told)
            if found.kind == "pronoun":
                continue
            best = latest.get(side.country)
            if best is None or _stands(index, told, people=people) >= _stands(best[0], told, people=people):
                latest[side.country] = (index, side)
    inside = here if len(here & set(latest)) == PAIR and not acting else set(latest)
    # Of those equally in view the home country, then the last named: never the order of a set, which no run repeats.
    home = told.scene.home
    countries = sorted(inside, key=lambda country: (-weights[country], country != home, -latest[country][0]))[:PAIR]
    return [side for _, side in sorted((latest[c] for c in countries), key=lambda pair: pair[0])]
