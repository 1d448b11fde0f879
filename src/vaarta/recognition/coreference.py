"""Who is meant: pronouns, short names, "the delegation", "both sides", and offices of a country that is not said."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from typing import Literal

import msgspec

from vaarta.doc import ActorMention
from vaarta.recognition.actors import BODIES, GROUPS, Draft
from vaarta.recognition.parties import (
    BEYOND,
    PERSONAL,
    Said,
    evidence,
    head_token,
    is_personal,
    locative,
    name_words,
    party,
    said,
)
from vaarta.recognition.phrases import Reading
from vaarta.records import Evidence, Party

__all__ = ["Scene", "Told", "countries_of", "mention"]

Kind = Literal["name", "office", "pronoun", "adjective"]
REACH = 4  # sentences back in which a pronoun finds whom it means
PLACE_REACH = 2  # sentences back to the place where nameless people are
DECAY = 0.6  # how much less a country counts for "both sides" with each sentence that it lies back
SINGLE = 0.6  # share of a story's countries that one must have to be the one that it is about


@dataclass(frozen=True)
class Scene:
    """What a story says as a whole: its home country, that of its dateline, and how often it names each country."""

    home: str
    dateline: str
    countries: Counter[str]

    @property
    def country(self) -> str:
        """The country of an office of which no country is said, "" if the story leaves it open."""
        if self.dateline and self.dateline != self.home:
            return self.dateline
        if self.home and (self.countries[self.home] or not self.countries):
            return self.home
        ranked = self.countries.most_common(1)
        if ranked and ranked[0][1] >= SINGLE * self.countries.total():
            return ranked[0][0]
        return self.home


@dataclass
class Told:
    """What was told so far: mentions and their drafts in step, and where names and offices were first and last met."""

    reading: Reading
    story: str
    scene: Scene
    mentions: list[ActorMention] = field(default_factory=list)
    drafts: list[Draft] = field(default_factory=list)
    names: dict[str, list[int]] = field(default_factory=dict)
    offices: dict[str, list[int]] = field(default_factory=dict)

    def add(self, draft: Draft, found: ActorMention) -> None:
        """Keep a mention, so that later ones can lead back to it."""
        index = len(self.mentions)
        self.mentions.append(found)
        self.drafts.append(draft)
        for word in name_words(self.reading, draft):
            self.names.setdefault(word, []).append(index)
        for head in draft.heads:
            if head.entry:
                self.offices.setdefault(head.entry.id, []).append(index)


def mention(draft: Draft, told: Told) -> ActorMention | None:
    """The mention that a draft becomes in the light of what was told before; None if it names no actor."""
    if draft.kind == "pronoun":
        return _pronoun(draft, told)
    if draft.kind == "both":
        return _both(draft, told)
    if draft.name and not draft.heads and not draft.person and not _a_person(draft, told):
        return None
    if _unsupported(draft) and told.reading.doc[draft.start].pos_ in ("PROPN", "ADJ"):
        return None
    return _phrase(draft, told)


def _a_person(draft: Draft, told: Told) -> bool:
    """Whether a bare name is a person's: the recogniser says so, or the story gave it with an office before."""
    tokens = told.reading.doc[slice(*draft.name)] if draft.name else ()
    return any(token.ent_type_ in ("PER", "PERSON") for token in tokens) or _namesake(draft, told) >= 0


def _unsupported(draft: Draft) -> bool:
    """Whether nothing stands beside a word that often means something else."""
    if draft.nations or draft.owned or draft.counted or len(draft.heads) > 1 or (draft.heads and draft.name):
        return False
    entry = draft.heads[0].entry if draft.heads else draft.person.entry if draft.person else None
    return entry is not None and entry.weak


def _phrase(draft: Draft, told: Told) -> ActorMention:
    own = said(draft)
    back = _namesake(draft, told)
    if own.country:
        found = own
    elif back >= 0 and (earlier := told.mentions[back].parties):
        sector = own.sector if draft.heads and own.sector else earlier[0].sector
        found = Said(earlier[0].country, sector, "name")
    else:
        found, back = _unsaid(draft, own, told)
    return _told(draft, found, back, told)


def _told(draft: Draft, found: Said, back: int, told: Told) -> ActorMention:
    here = party(told.reading, told.story, draft, found)
    place = locative(told.reading, draft.start, draft.end) if draft.alone else ""
    only_place = draft.alone and (draft.nations[0].kind == "place" or place == "inside")
    return ActorMention(
        start=draft.start,
        end=draft.end,
        head=head_token(told.reading, draft.start, draft.end),
        kind=_kind(draft),
        parties=() if found.why == "counterpart" else (_fullest(here, back, told),),
        antecedent=_root(back, told),
        weak=only_place or _attributive(draft, told) or (_unsupported(draft) and back < 0),
        why="place" if only_place else found.why,
    )


def _kind(draft: Draft) -> Kind:
    if draft.alone and draft.nations[0].kind == "adjective":
        return "adjective"
    named = draft.name or draft.alone or draft.heads[-1].kind in (*GROUPS, "building")
    return "name" if named or (draft.nations and draft.role in BODIES) else "office"


def _attributive(draft: Draft, told: Told) -> bool:
    """Whether an office only tells what kind of thing follows: "राष्ट्रपति चुनाव", "army day"."""
    if not draft.heads or draft.name or draft.heads[-1].kind in GROUPS:
        return False
    last = told.reading.doc[draft.end - 1]
    return last.dep_ == "compound" and last.head.i == draft.end and last.head.pos_ == "NOUN"


def _fullest(here: Party, back: int, told: Told) -> Party:
    """The party under its fullest name, with where it stands here and where that name stands."""
    root = _root(back, told)
    if root < 0 or not told.mentions[root].parties:
        return here
    there = told.mentions[root].parties[0]
    fuller = len(there.text) > len(here.text) or not here.name
    return Party(
        text=there.text if fuller else here.text,
        country=here.country or there.country,
        sector=here.sector or there.sector,
        actor_id=here.actor_id or there.actor_id,
        name=there.name if len(there.name) > len(here.name) else here.name,
        office=here.office or there.office,
        evidence=here.evidence,
        antecedent=there.evidence,
    )


def _root(index: int, told: Told) -> int:
    return index if index < 0 or told.mentions[index].antecedent < 0 else told.mentions[index].antecedent


def _namesake(draft: Draft, told: Told) -> int:
    """The fullest earlier mention of a person of this name, -1 if there is none."""
    words = name_words(told.reading, draft)
    if not words:
        return -1
    best = -1
    for index in {i for word in words for i in told.names.get(word, ())}:
        other = set(name_words(told.reading, told.drafts[index]))
        if not (other <= set(words) or set(words) <= other):
            continue
        if not told.mentions[index].parties:
            continue
        if best < 0 or len(told.mentions[index].parties[0].text) > len(told.mentions[best].parties[0].text):
            best = index
    return best


def _unsaid(draft: Draft, own: Said, told: Told) -> tuple[Said, int]:
    """Country and sector of a phrase whose words name no country, and the mention that it leads back to, or -1."""
    if draft.heads and draft.heads[-1].kind == "counterpart":
        return own._replace(why="counterpart"), -1
    if draft.owned and told.mentions and told.mentions[-1].kind == "pronoun" and told.mentions[-1].parties:
        return own._replace(country=told.mentions[-1].parties[0].country, why="owner"), -1
    if _of_unknown(draft, told):
        return own._replace(why="unknown owner"), -1
    back = _same_office(draft, told)
    if back >= 0:
        earlier = told.mentions[back].parties[0]
        same = draft.name is None
        return Said(earlier.country, own.sector or earlier.sector, "office"), back if same else -1
    default = next((h.entry.default_country for h in draft.heads if h.entry and h.entry.default_country), "")
    if default:
        return own._replace(country=default, why="default"), -1
    place = _place_before(draft, told)
    if place and (draft.role not in ("minister", "head") or not told.scene.home):
        return own._replace(country=place, why="place"), -1
    if draft.role in (*PERSONAL, "body", "force") and (draft.name is None or draft.heads):
        return own._replace(country=told.scene.country, why="story"), -1
    return own, -1


def _of_unknown(draft: Draft, told: Told) -> bool:
    """Whether the office is of something that no list has: "X के विदेश मंत्री" is not ours."""
    keys, possessives = told.reading.keys, told.reading.pack.reference.links["possessives"]
    if draft.start < 2 or keys[draft.start - 1] not in possessives or not draft.heads:  # noqa: PLR2004 - owner, marker
        return False
    return bool(told.reading.doc[draft.start - 2].pos_ == "PROPN")


def _same_office(draft: Draft, told: Told) -> int:
    """The last mention of the same office or body whose country is known and which no other name holds."""
    entries = [head.entry for head in draft.heads if head.entry]
    if not entries or draft.role == "people" or (draft.counted and draft.role not in BODIES):
        return -1
    for index in reversed(told.offices.get(entries[-1].id, ())):
        earlier, there = told.mentions[index], told.drafts[index]
        near = draft.name is None or (there.name is None and draft.sentence - there.sentence <= 1)
        if earlier.parties and earlier.parties[0].country and near:
            return index if there.heads[-1].entry and there.heads[-1].entry.id == entries[-1].id else -1
    return -1


def _place_before(draft: Draft, told: Told) -> str:
    """The country of the last place named before in the same sentence, for people and things that lie in it."""
    for other, earlier in zip(reversed(told.drafts), reversed(told.mentions), strict=True):
        if draft.sentence - other.sentence > (PLACE_REACH if draft.role == "people" else 0):
            return ""
        if other.alone and earlier.parties and earlier.weak:
            return earlier.parties[0].country
    return ""


def _pronoun(draft: Draft, told: Told) -> ActorMention | None:
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
        antecedent=_root(back, told),
        why="speaker" if pointer.person == 1 else "own" if pointer.own else "pronoun",
    )


def _led_back(draft: Draft, back: int, told: Told) -> tuple[Party, ...]:
    root = _root(back, told)
    if root < 0:
        return ()
    here = evidence(told.reading, told.story, draft.start, draft.end)
    return tuple(_moved(there, here) for there in told.mentions[root].parties)


def _moved(there: Party, here: Evidence) -> Party:

    return msgspec.structs.replace(there, evidence=here, antecedent=there.evidence)


def _is_subject(index: int, told: Told) -> bool:
    """Whether a mention is a subject: by the parse, or by the marker that follows it (ने)."""
    found = told.mentions[index]
    following = told.reading.keys[found.end : found.end + 1]
    marked = bool(following) and following[0] in told.reading.pack.grammar.markers.subject
    return marked or told.reading.doc[found.head].dep_.startswith("nsubj")


def _subject(draft: Draft, told: Told) -> int:
    """The nearest subject before, in the same sentence, -1 if there is none."""
    for index in range(len(told.drafts) - 1, -1, -1):
        if told.drafts[index].sentence != draft.sentence:
            return -1
        if told.mentions[index].parties and _is_subject(index, told):
            return index
    return -1


def _antecedent(draft: Draft, told: Told) -> int:
    """The mention that a pronoun most likely stands for, -1 if none fits."""
    best, most = -1, 0.0
    for index in range(len(told.drafts) - 1, -1, -1):
        back = draft.sentence - told.drafts[index].sentence
        if back > REACH:
            break
        score = _fit(draft, index, told) - 1.5 * back
        if score > most:
            best, most = index, score
    return best


def _fit(draft: Draft, index: int, told: Told) -> float:
    """How well a pronoun fits an earlier mention, nearness aside; 0.0 and less: not at all."""
    found, there = told.mentions[index], told.drafts[index]
    pointer = draft.pointer.pointer if draft.pointer else None
    if pointer is None or not found.parties or found.weak or found.kind == "adjective" or _beside(draft, index, told):
        return 0.0
    root = told.drafts[_root(index, told)] if found.antecedent >= 0 else there
    personal = is_personal(root)
    if (pointer.of == "thing" and personal) or (pointer.of == "person" and pointer.number == "one" and not personal):
        return 0.0
    several = len(found.parties) > 1 or root.role == "people" or root.counted
    fits = 4.0 + (2.0 if _is_subject(index, told) else 0.0)
    fits += 2.0 if pointer.of == "person" and personal else -2.0 if pointer.of == "person" else 0.0
    fits += 1.5 if pointer.number == "many" and several else -1.5 if pointer.number == "one" and several else 0.0
    return fits + (0.5 if found.kind == "pronoun" else 0.0)


def _beside(draft: Draft, index: int, told: Told) -> bool:
    """Whether both are arguments of one verb: "India told it" is not about India."""
    doc, found = told.reading.doc, told.mentions[index]
    here, there = doc[draft.start], doc[found.head]
    possessive = here.dep_.startswith(("nmod", "det"))
    return not possessive and bool(here.dep_) and here.head.i == there.head.i and here.head.i != here.i


def _both(draft: Draft, told: Told) -> ActorMention | None:
    """Both sides: the two countries most in view, or if people are meant, their two last named people."""
    of = draft.pointer.pointer.of if draft.pointer and draft.pointer.pointer else "any"
    chosen = _in_view(draft, told, people=of == "people")
    here = evidence(told.reading, told.story, draft.start, draft.end)
    sector = said(draft).sector if draft.heads else ""
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


def _in_view(draft: Draft, told: Told, *, people: bool) -> Sequence[Party]:
    """A party for each of the two countries most in view before, in the order they were named."""
    weights: dict[str, float] = {}
    latest: dict[str, tuple[int, Party]] = {}
    for index, (found, there) in enumerate(zip(told.mentions, told.drafts, strict=True)):
        for side in found.parties:
            if not side.country or side.country in BEYOND or found.kind == "pronoun":
                continue
            weights[side.country] = weights.get(side.country, 0.0) + DECAY ** (draft.sentence - there.sentence)
            if side.country not in latest or is_personal(there) == people:
                latest[side.country] = (index, side)
    countries = sorted(weights, key=lambda country: -weights[country])[:2]
    return [side for _, side in sorted((latest[c] for c in countries), key=lambda pair: pair[0])]


def countries_of(drafts: Iterable[Draft]) -> Counter[str]:
    """How often a story's phrases name each country, or someone whose country is known."""
    named = (said(draft) for draft in drafts if draft.kind == "phrase")
    return Counter(found.country for found in named if found.country and found.country not in BEYOND)
