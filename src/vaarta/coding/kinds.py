"""What type of act a trigger tells, and how it stands: an act to come is a promise or a threat."""

from collections.abc import Iterator

from vaarta.coding.blamed import accusation
from vaarta.coding.making import REFUSAL, REFUSED, SPEAKER
from vaarta.coding.standing import is_decided, is_refusal, is_threat, standing_of
from vaarta.coding.subjects import parties_of, subject_of
from vaarta.coding.triggers import Trigger
from vaarta.coding.undone import is_conditional
from vaarta.coding.view import View
from vaarta.packs.events import EventEntry
from vaarta.records import Party, Standing

__all__ = ["PRIVATE", "gets_something", "is_mishap", "kind_told", "said_or_done"]

COOPERATIVE = {"CONSULT", "SUPPORT", "COOPERATE", "AID"}  # told in the future they are AGREE: PLOVER manual, 0.8
GOES_BACK = {"disarm", "release", "withdraw"}  # modes of RETREAT that are CONCEDE while only announced: GUIDE.md
CENSURE, FORCE, REQUEST, THREAT = "ACCUSE", "ASSAULT", "REQUEST", "THREATEN"
# Types that are threats if they are to come: force always, the others under a condition ("will leave unless …").
HOSTILE = {"ASSAULT", "COERCE", "MOBILIZE", "PROTEST", "RETREAT", "SANCTION"}
BEYOND = {"IGO", "NGO", "MNC"}  # sides without a sector
PARTIES = {"OPP", "PTY"}
POLITICIANS = {"GOV", "LEG", "OPP", "PTY"}  # sectors of those who attack each other in words
STATES = "states"  # why recognition leaves states, or their leaders, without a country
PENALTY, RESIGN = "SANCTION", "resign"
THINGS = {"nsubj", "nsubj:pass", "obj"}
ARREST, PROTEST, RALLY = "arrest", "PROTEST", "demo"
LAWLESS = {"CRM", "UAF"}  # sectors of those who hold no office by which to arrest
PRIVATE = {"", "CVL", "UNK"}  # sectors that alone make no political actor


def kind_told(view: View, trigger: Trigger) -> tuple[str, Standing] | None:
    """The type and the standing of the act; None if it is not asserted, or tells of no act in that tense."""
    told = None if _own_wish(view, trigger) or _tells_which(view, trigger) else standing_of(view, trigger)
    if told is None:
        if trigger.entry.type in REFUSED and is_refusal(view, trigger):
            view.note("refused", trigger)
            return REFUSAL, "happened"
        # What a speaker says of others is no act of theirs: within an accusation it is the accusation's own words.
        alleged = not trigger.entry.coming and SPEAKER not in trigger.entry.actor and accusation(view, trigger)
        return (trigger.entry.type, "possible") if alleged else None
    # "If they do not act" says no one failed to.
    unless = SPEAKER in trigger.entry.actor and is_conditional(view, trigger.verb)
    if unless or (trigger.entry.mutual and gets_something(view, trigger)):
        view.note("unreal", trigger)
        return None
    standing = trigger.entry.standing or told
    if standing in {"planned", "possible"} and _threatens(view, trigger, standing):
        return THREAT, "happened"
    kind = _type(trigger.entry, standing)
    if standing == "happened" and is_decided(view, trigger.verb):
        kind = _promised(trigger.entry)
    if not kind or (trigger.entry.coming and told != "planned"):
        view.note("future", trigger)
        return None
    return kind, standing


def _tells_which(view: View, trigger: Trigger) -> bool:
    """Whether a clause only tells which states are meant, that nothing else does: "countries | that armed them"."""
    whom = view.mention_at.get(view.heads[trigger.verb]) if view.deps[trigger.verb].startswith("acl") else None
    mention = None if whom is None else view.mentions.actors[whom]
    if trigger.nominal or mention is None or mention.why != STATES or mention.end - mention.start > 1:
        return False
    view.note("unreal", trigger)
    return True


def _own_wish(view: View, trigger: Trigger) -> bool:
    """Whether a verb of wishing has an infinitive and no object: who "wants to see it" asks nobody to do anything."""
    if trigger.entry.type != REQUEST or not view.forms[trigger.verb] & {*view.grammar.verbs.wishing}:
        return False
    relations = {view.deps[child] for child in view.children[trigger.verb]}
    if "xcomp" not in relations or not relations.isdisjoint({"obj", "iobj"}):
        return False
    view.note("own wish", trigger)
    return True


def _threatens(view: View, trigger: Trigger, standing: Standing) -> bool:
    """Whether an act that is to come, or where verbs stand last may come, is told as a threat."""
    kind = trigger.entry.type
    if kind == PENALTY and standing == "possible" and _said_of_oneself(view, trigger.verb):
        return True
    if view.grammar.verb == "last":
        return kind in HOSTILE and trigger.entry.mode != RESIGN and is_threat(view, trigger.verb)
    threatens = kind in HOSTILE or kind == REFUSAL  # "would veto it unless …"
    return threatens and standing == "planned" and (kind == FORCE or is_threat(view, trigger.verb))


def _said_of_oneself(view: View, verb: int) -> bool:
    """Whether who says that something may be done is who may do it: "X ने कहा कि वह सीमा बंद कर सकता है" warns."""
    past = view.grammar.verb == "first" and "Past" in view.doc[verb].morph.get("Tense", [])
    if view.deps[verb] != "ccomp" or past:  # "claimed that he allegedly left"
        return False
    says, does = ({p.country for p in _subjects(view, i)} - {""} for i in (view.heads[verb], verb))
    return len(says) == 1 and says == does


def _subjects(view: View, verb: int) -> Iterator[Party]:
    """The parties of a verb's subject, or who owns it: "उनका | देश"."""
    owned = {c for c in view.children[verb] if view.deps[c] == "nsubj" and c not in view.mention_at}
    yield from (p for n in subject_of(view, verb) for p in parties_of(view, n))
    yield from (p for m in view.mentions.actors if view.heads[m.head] in owned for p in m.parties)


def _type(entry: EventEntry, standing: Standing) -> str:
    if standing != "planned":
        return entry.type
    if entry.future is not None:
        return entry.future
    if entry.type == FORCE and entry.recipient and entry.actor:
        return THREAT  # "will shoot down any missile"
    return "AGREE" if entry.type in COOPERATIVE else entry.type


def _promised(entry: EventEntry) -> str:
    """What a decision to do it is: of a cooperative act a promise, of a withdrawal or release a concession."""
    if entry.type == "RETREAT" and entry.mode in GOES_BACK:
        return "CONCEDE"
    return _type(entry, "planned") if entry.type in COOPERATIVE else entry.type


def said_or_done(view: View, entry: EventEntry, kind: str, sides: tuple[tuple[Party, ...], tuple[Party, ...]]) -> str:
    """The kind of act, now that its sides are known: parties of one country attack each other in words.

    Whom unknown gunmen arrest they abduct.
    """
    actors, recipients = sides
    if (
        kind == PROTEST == entry.type
        and entry.mode == RALLY
        and view.grammar.verb == "first"
        and actors
        and all(map(_is_state, actors))
    ):
        return CENSURE
    if entry.mode == ARREST and kind == entry.type and actors and all(p.sector in LAWLESS for p in actors):
        return FORCE
    home = len({p.country for p in (*actors, *recipients)}) == 1 and bool(actors and recipients)
    political = all(p.sector in PARTIES for p in recipients) and all(p.sector in POLITICIANS for p in actors)
    last = view.grammar.verb == "last"  # verbs of force that stand first have objects of their own: "struck the party"
    return CENSURE if kind == FORCE and not entry.mode and home and political and last else kind


def _is_state(party: Party) -> bool:
    """Whether a party is a country as such, or its ministry: what it protests, it protests in words."""
    return party.sector == "GOV" and not party.name


def gets_something(view: View, trigger: Trigger) -> bool:
    """Whether a bare verb of meeting has a thing as its subject: "कंपनी से नौकरियां मिलती हैं" tells what is got."""
    if trigger.nominal or len(trigger.tokens) > 1 or view.grammar.verb == "first":
        return False
    things = (c for c in view.children[trigger.verb] if view.deps[c] in THINGS and view.pos[c] == "NOUN")
    return any(c not in view.mention_at and not view.subtree_marker(c) for c in things)


def is_mishap(view: View, trigger: Trigger, actors: tuple[Party, ...]) -> bool:
    """Whether what sounds like force is an accident or a private crime, by the sentence's words; no body uses it."""
    known = any(p.sector not in PRIVATE or p.country in BEYOND for p in actors)
    if trigger.entry.type != FORCE or known or not view.tells_of(view.grammar.mishaps, trigger.verb):
        return False
    view.note("mishap", trigger)
    return True
