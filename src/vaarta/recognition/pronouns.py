"""Who a pronoun is, and which two "both sides" are."""

from collections.abc import Sequence

import msgspec

from vaarta.doc import ActorMention
from vaarta.recognition.draft import Draft
from vaarta.recognition.parties import BEYOND, by_its_words, evidence, head_token, is_personal
from vaarta.recognition.told import Told, is_subject, root_of
from vaarta.records import Evidence, Party

__all__ = ["both", "pronoun"]

REACH = 6  # sentences back in which a pronoun finds whom it means
PLACE_WEIGHT = 0.2  # of a country that is only where something happens, for "both sides"
ARMED = "REB"
TOGETHER = 2.0  # how much more a country counts for "both sides" that is named beside another
HEADLINE = 0.1  # what a mention in the first sentence counts for "both sides" however far back it lies
OBLIQUE = 1.0  # how much less an object fits a pronoun than a mention without a marker
DECAY = 0.6  # how much less a country counts for "both sides" with each sentence that it lies back


def pronoun(draft: Draft, told: Told) -> ActorMention | None:
    """The mention of a pronoun; None if it only points within its phrase (that day) or means nothing (it rains)."""
    pointer = draft.pointer.pointer if draft.pointer else None
    token = told.reading.doc[draft.start]
    if pointer is None or token.dep_ in ("det", "expl"):
        return None
    back = -1 if pointer.person == 1 else _subject(draft, told) if pointer.own else _antecedent(draft, told)
    return ActorMention(
        start=draft.start,
        end=draft.end,
        head=draft.start,
        kind="pronoun",
        parties=_led_back(draft, back, told),
        antecedent=root_of(back, told),
        why="speaker" if pointer.person == 1 else "own" if pointer.own else "pronoun",
    )


def _led_back(draft: Draft, back: int, told: Told) -> tuple[Party, ...]:
    root = root_of(back, told)
    if root < 0:
        return ()
    here = evidence(told.reading, told.story, draft.start, draft.end)
    return tuple(_moved(there, here) for there in told.mentions[root].parties)


def _moved(there: Party, here: Evidence) -> Party:

    return msgspec.structs.replace(there, evidence=here, antecedent=there.evidence)


def _subject(draft: Draft, told: Told) -> int:
    """The nearest subject before, in the same sentence, -1 if there is none."""
    for index in range(len(told.drafts) - 1, -1, -1):
        if told.drafts[index].sentence != draft.sentence:
            return -1
        if told.mentions[index].parties and is_subject(index, told):
            return index
    return -1


def _antecedent(draft: Draft, told: Told) -> int:
    """The mention that a pronoun most likely stands for, -1 if none fits."""
    best, most = -1, 0.0
    for index in range(len(told.drafts) - 1, -1, -1):
        back = draft.sentence - told.drafts[index].sentence
        if back > REACH:
            break
        score = _fit(draft, index, told) - 1.2 * back
        if score > most:
            best, most = index, score
    return best


def _fit(draft: Draft, index: int, told: Told) -> float:
    """How well a pronoun fits an earlier mention, nearness aside; 0.0 and less: not at all."""
    found, there = told.mentions[index], told.drafts[index]
    pointer = draft.pointer.pointer if draft.pointer else None
    if pointer is None or not found.parties or found.weak or found.kind == "adjective" or _beside(draft, index, told):
        return 0.0
    root = told.drafts[root_of(index, told)] if found.antecedent >= 0 else there
    personal = is_personal(root)
    if (pointer.of == "thing" and personal) or (pointer.of == "person" and pointer.number == "one" and not personal):
        return 0.0
    several = len(found.parties) > 1 or root.role == "people" or root.counted
    fits = 4.0 + (2.0 if is_subject(index, told) else -OBLIQUE if _oblique(index, told) else 0.0)
    fits += (2.0 if personal else 0.0 if several else -4.0) if pointer.of == "person" else 0.0
    fits += 3.0 if pointer.number == "many" and several else -1.5 if pointer.number == "one" and several else 0.0
    fits -= 3.0 if told.quoted.get(found.start) != told.quoted.get(draft.start) else 0.0
    return fits + (0.5 if found.kind == "pronoun" else 0.0)


def _oblique(index: int, told: Told) -> bool:
    """Whether a case marker other than the subject's follows a mention: whom one met is not who went on."""
    markers, after = told.reading.pack.grammar.markers, told.mentions[index].end
    following = told.reading.keys[after : after + 1]
    return markers.stands == "after" and bool(following) and following[0] in markers.object + markers.place


def _beside(draft: Draft, index: int, told: Told) -> bool:
    """Whether both are arguments of one verb: "India told it" is not about India."""
    doc, found = told.reading.doc, told.mentions[index]
    here, there = doc[draft.start], doc[found.head]
    possessive = here.dep_.startswith(("nmod", "det"))
    return not possessive and bool(here.dep_) and here.head.i == there.head.i and here.head.i != here.i


def both(draft: Draft, told: Told) -> ActorMention | None:
    """Both sides: the two countries most in view, or if people are meant, their two last named people."""
    of = draft.pointer.pointer.of if draft.pointer and draft.pointer.pointer else "any"
    if of == "any" and told.drafts and told.drafts[-1].end == draft.start:
        return None
    chosen = _in_view(draft, told, people=of == "people")
    here = evidence(told.reading, told.story, draft.start, draft.end)
    sector = by_its_words(draft).sector if draft.heads else ""
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


def _as_side(there: Party, here: Evidence, sector: str, *, whole: bool) -> Party:

    given = sector or ("GOV" if whole and there.country not in BEYOND else there.sector)
    return msgspec.structs.replace(there, sector=given, evidence=here, antecedent=there.evidence)


def _stands(index: int, told: Told, *, people: bool) -> int:
    """How well a mention stands for its country among "both sides": itself for states, someone for people."""
    found, there = told.mentions[index], told.drafts[index]
    wanted = is_personal(there) if people else there.alone and there.nations[0].kind == "country"
    return 2 * wanted + (not found.weak and (wanted or is_personal(there) != there.alone))


def _in_sight(draft: Draft, index: int, told: Told) -> float:
    """How much a mention brings its country into view as a side: two named together more, armed groups hardly."""
    found, there = told.mentions[index], told.drafts[index]
    weight = PLACE_WEIGHT if found.weak or any(side.sector == ARMED for side in found.parties) else 1.0
    weight *= TOGETHER if found.why == "both" or _together(index, told) else 1.0
    return weight * (DECAY ** (draft.sentence - there.sentence) + (HEADLINE if there.sentence == 0 else 0.0))


def _together(index: int, told: Told) -> bool:
    """Whether a mention is named beside one of another country: "भारत और जापान", "India-Japan"."""
    return any(
        0 <= first < second < len(told.mentions) and _joined(told.mentions[first], told.mentions[second], told)
        for first, second in ((index - 1, index), (index, index + 1))
    )


def _joined(first: ActorMention, second: ActorMention, told: Told) -> bool:
    between = told.reading.keys[first.end : second.start]
    joiners = told.reading.pack.grammar.coordinators
    apart = {p.country for p in first.parties}.isdisjoint({p.country for p in second.parties} | {""})
    return len(between) == 1 and between[0] in joiners and apart


def _in_view(draft: Draft, told: Told, *, people: bool) -> Sequence[Party]:
    """A party for each of the two countries most in view before, in the order they were named."""
    weights: dict[str, float] = {}
    latest: dict[str, tuple[int, Party]] = {}
    for index, found in enumerate(told.mentions):
        for side in found.parties:
            if not side.country or side.country in BEYOND or (found.kind == "pronoun" and found.why != "both"):
                continue
            weights[side.country] = weights.get(side.country, 0.0) + _in_sight(draft, index, told)
            if found.kind == "pronoun":
                continue
            best = latest.get(side.country)
            if best is None or _stands(index, told, people=people) >= _stands(best[0], told, people=people):
                latest[side.country] = (index, side)
    weights = {country: weight for country, weight in weights.items() if country in latest}
    countries = sorted(weights, key=lambda country: -weights[country])[:2]
    return [side for _, side in sorted((latest[c] for c in countries), key=lambda pair: pair[0])]
