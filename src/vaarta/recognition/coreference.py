"""What a phrase becomes in the light of what was told before: a mention, led back to the fullest one before it."""

from typing import Literal

from vaarta.doc import ActorMention
from vaarta.recognition.draft import BODIES, GROUPS, Draft
from vaarta.recognition.offices_met import same_body
from vaarta.recognition.pairs import both
from vaarta.recognition.parties import Said, by_its_words, head_token, locative, party
from vaarta.recognition.phrases import PERSON_LABELS
from vaarta.recognition.pronouns import pronoun
from vaarta.recognition.told import Told, namesake, owned_by_words, root_of
from vaarta.recognition.unsaid import unsaid
from vaarta.records import Party

__all__ = ["mention"]

Kind = Literal["name", "office", "pronoun", "adjective"]


def mention(draft: Draft, told: Told) -> ActorMention | None:
    """The mention that a draft becomes in the light of what was told before; None if it names no actor."""
    if draft.kind == "pronoun":
        return pronoun(draft, told)
    if draft.kind == "both":
        return both(draft, told)
    if draft.name and not draft.heads and not draft.person and not _a_person(draft, told):
        return None
    if _unsupported(draft, told) and told.reading.doc[_of_its_own(draft, told)].pos_ in ("PROPN", "ADJ"):
        return None
    return None if _no_actor(draft, told) else _phrase(draft, told)


def _of_its_own(draft: Draft, told: Told) -> int:
    """The first token of a phrase, past an adjective before a crowd: "angry | crowds"."""
    crowd = draft.role == "people" and not draft.prefix and told.reading.pack.grammar.verb == "first"
    return draft.heads[0].start if crowd and draft.heads else draft.start


def _no_actor(draft: Draft, told: Told) -> bool:
    """Whether an office is but what a verb does, "का नेतृत्व करना", or what kind of thing follows: "मीडिया विज्ञप्ति"."""
    if _unsupported(draft, told) and told.reading.hosts_verb(draft.end - 1):
        return True
    if draft.role == "group-noun" and not draft.nations:
        return draft.name is None and _qualifies(draft, told)  # "प्रतिनिधिमंडल स्तर की वार्ता"
    return draft.role == "people" and not draft.nations and _attributive(draft, told)


def _a_person(draft: Draft, told: Told) -> bool:
    """Whether a bare name is a person's: the recogniser says so, or the story gave it with an office before."""
    tokens = told.reading.doc[slice(*draft.name)] if draft.name else ()
    if told.reading.pack.grammar.verb == "first" and all(token.pos_ in ("ADV", "VERB", "AUX") for token in tokens):
        return False  # "also met"
    titled = draft.name is not None and draft.start < draft.name[0]
    return titled or any(token.ent_type_ in PERSON_LABELS for token in tokens) or namesake(draft.name, told) >= 0


def _unsupported(draft: Draft, told: Told) -> bool:
    """Whether nothing stands beside a word that often means something else."""
    last = told.reading.doc[draft.end - 1]
    if draft.heads and owned_by_words(draft, told) and last.dep_ != "compound:lvc":
        return False
    if draft.nations or draft.owned or draft.counted or draft.regional or len(draft.heads) > 1:
        return False
    if draft.heads and (draft.name or draft.person):  # "the Biden | administration"
        return False
    known = draft.person.entry if draft.person and not draft.heads else None
    if known is not None and known.country and told.scene.countries[known.country]:  # Kim, in a story of North Korea
        return False
    entry = draft.heads[0].entry if draft.heads else draft.person.entry if draft.person else None
    return entry is not None and entry.weak


def _phrase(draft: Draft, told: Told) -> ActorMention:
    own = by_its_words(draft)
    back = namesake(draft.name, told)
    if back >= 0 and draft.person and not draft.heads and told.mentions[back].parties[0].country:
        earlier = told.mentions[back].parties[0]
        found = Said(earlier.country, earlier.sector, "name")
    elif own.country:
        found = own._replace(sector="CVL") if _natives(draft, told) else own
        back = back if back >= 0 else same_body(draft, own.country, told)
    elif back >= 0:
        earlier = told.mentions[back].parties[0]
        sector = own.sector if draft.heads and own.sector else earlier.sector
        found = Said(earlier.country, sector, "name")
    else:
        found, back = unsaid(draft, own, told)
    return _told(draft, found, back, told)


def _natives(draft: Draft, told: Told) -> bool:
    """Whether an adjective stands as a noun for people of the country: "three Mexicans", "भारतीयों को"."""
    if not draft.alone or draft.nations[0].kind != "adjective":
        return False
    token = told.reading.doc[draft.end - 1]
    plural = "Number=Plur" in token.morph
    counted = told.reading.keys[token.head.i] in told.reading.pack.grammar.quantities and token.dep_ == "nmod"
    if plural and counted and token.pos_ in ("NOUN", "PROPN"):
        return True  # "thousands of | Mexicans"
    numbered = any(child.dep_ == "nummod" for child in token.children)
    if numbered and token.dep_ in ("nsubj", "nsubj:pass", "obj", "iobj", "obl"):
        return True  # "तीन | भारतीय भी शामिल हैं"
    return plural and token.pos_ in ("NOUN", "PROPN") and not token.dep_.startswith(("amod", "compound", "nmod"))


def _told(draft: Draft, found: Said, back: int, told: Told) -> ActorMention:
    here = party(told.reading, told.story, draft, found)
    place = locative(told.reading, draft.start, draft.end) if draft.alone else ""
    town = any(atom.kind == "place" for atom in draft.nations)
    only_place = draft.alone and (town or place == "inside")
    return ActorMention(
        start=draft.start,
        end=draft.end,
        head=head_token(told.reading, draft.start, draft.end),
        kind=_kind(draft),
        parties=() if found.why == "counterpart" else (_fullest(here, back, told),),
        antecedent=root_of(back, told),
        weak=only_place or _attributive(draft, told) or (_unsupported(draft, told) and back < 0),
        why="place" if only_place else found.why,
        host=party(told.reading, told.story, draft.host, by_its_words(draft.host)) if draft.host else None,
    )


def _kind(draft: Draft) -> Kind:
    if draft.alone and draft.nations[0].kind == "adjective":
        return "adjective"
    named = draft.name or draft.alone or draft.heads[-1].kind in (*GROUPS, "building")
    return "name" if named or (draft.nations and draft.role in BODIES) else "office"


def _attributive(draft: Draft, told: Told) -> bool:
    """Whether an office only tells what kind of thing follows: "राष्ट्रपति चुनाव", "army day"."""
    if not draft.heads or draft.name or draft.heads[-1].kind in GROUPS or draft.role == "group-noun":
        return False
    return _qualifies(draft, told)


def _qualifies(draft: Draft, told: Told) -> bool:
    """Whether the phrase hangs on the common noun that follows it."""
    last = told.reading.doc[draft.end - 1]
    if last.dep_ not in ("amod", "compound", "nmod") or last.head.i != draft.end or last.head.pos_ != "NOUN":
        return False
    return told.reading.kind_at(draft.end) == "word"  # police officers qualify no protesters


def _fullest(here: Party, back: int, told: Told) -> Party:
    """The party under its fullest name, with where it stands here and where that name stands."""
    root = root_of(back, told)
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
