"""The other side, where a story is of two countries and a sentence names only one of them."""

from collections import Counter

from vaarta.coding.arguments import INHERITED, Argument
from vaarta.coding.subjects import members_of
from vaarta.coding.triggers import Trigger
from vaarta.coding.view import View
from vaarta.packs.events import EventEntry
from vaarta.records import Party

__all__ = ["PAIR", "further_side", "other_side", "partner", "we_two"]

PAIR = "+pair"  # how `by` says that a side was told elsewhere, in a story of two countries

AID = "AID"  # lent by the one country that a story is of alone
REFUSAL = "REJECT"
INTENT = "AGREE"  # acts of this type have another side even where their words need only the one who acts
JOINT = {"AGREE", "CONSULT", "COOPERATE", "REJECT", "SUPPORT"}  # acts of two
COURT, LAWMAKING = "JUD", "LEG"  # sectors: courts answer other states, lawmakers ask things of their own
VISIT = "visit"  # the mode whose host is always told, if only as a place
BEYOND = {"IGO", "NGO", "MNC"}
GIVEN = {"AGREE", "AID", "SANCTION"}  # types of what many do for or to one country
PRIVATE = {"AGR", "COP", "CRM", "CVL", "EDU", "JRN", "JUD", "LAB", "OPP", "PTY", "REB", "REF", "REL", "UAF"}
"""Sectors of those who act for no state: whom they met or what they promised is no matter of the story's other one."""
MAIN = 0.5  # of the story's mentions of countries that the one must have
SHARE = 0.8  # of the story's mentions of countries that the two must have between them
LEAST = 3  # mentions that each of the two must have
SMALLER = 0.25  # of the larger one's mentions that the other must have

Sides = tuple[tuple[Party, ...], tuple[Party, ...]]


def other_side(view: View, trigger: Trigger, actors: tuple[Party, ...], recipients: tuple[Party, ...]) -> Sides:
    """The sides, with the missing one of two filled by the story's other country; as given if the story has no pair.

    Nor where an act of two names whom else it was done with: "met the diaspora".
    """
    if trigger.entry.requires == "both" and not _with_others(view, trigger, actors):
        return _with_other(view, trigger, actors, recipients)
    return actors, recipients


def further_side(view: View, trigger: Trigger, actors: tuple[Party, ...], recipients: tuple[Party, ...]) -> Sides:
    """The sides of an act that its words tell of one side alone, with the other of a story of two: "agreed to it"."""
    clause = any(view.deps[c] == "ccomp" for c in view.children[trigger.verb])
    denied = trigger.entry.type == REFUSAL and not trigger.entry.mode and clause and view.grammar.verb == "first"
    if denied:
        return actors, recipients  # "denied that it had fired": whoever may have said so
    if trigger.entry.requires == "actor" and trigger.entry.type in view.grammar.lends:
        return _with_other(view, trigger, actors, recipients)
    return actors, recipients


def _with_others(view: View, trigger: Trigger, actors: tuple[Party, ...]) -> bool:
    """Whether others than the known side hang on an act of two as those it is done with: "सहयोगियों से विमर्श"."""
    markers = {*view.grammar.markers.companions} & {*trigger.entry.partner}
    if view.grammar.verb == "first" or not trigger.entry.mutual or not markers:
        return False
    known = {p.evidence.span[0] for p in actors if p.evidence}
    marked = [c for t in trigger.tokens for c in view.children[t] if view.subtree_marker(c) in markers]
    for c in marked:
        mention = view.mention_at.get(c)
        met = _people(view, c) if mention is None else view.doc[view.mentions.actors[mention].start].idx not in known
        if met and c not in trigger.tokens:
            return True
    return False


def _people(view: View, i: int) -> bool:
    """Whether a token is a common noun in the plural that markers follow."""
    return view.pos[i] == "NOUN" and view.texts[i].endswith(view.grammar.markers.oblique_endings or (" ",))


def _with_other(view: View, trigger: Trigger, actors: tuple[Party, ...], recipients: tuple[Party, ...]) -> Sides:
    entry = trigger.entry
    known = actors or recipients
    countries = {p.country for p in known}
    if not actors and _acts_itself(view, trigger):
        return actors, recipients
    if not _diplomatic(view, entry) or (actors and recipients) or len(countries) != 1:
        several = len(countries) > 1 and actors and not recipients and view.grammar.verb == "first"
        given = _stricken(view, entry, *countries) if several and _diplomatic(view, entry) else None
        return actors, (given,) if given else recipients
    first = view.grammar.verb == "first"
    private = {*PRIVATE, LAWMAKING} - {COURT} if first else PRIVATE
    if any(p.sector in private for p in known) or (countries <= BEYOND and not first):
        return actors, recipients
    country = next(iter(countries))
    pair = None if entry.type == AID else partner(view, country)  # help goes both ways in no story
    other = pair or (_stricken(view, entry, country) if actors else None)
    if other is None:
        return actors, recipients
    if entry.mutual and entry.type != INTENT:  # what one alone agrees to, it agrees to towards the other
        return (*actors, other), recipients
    return (actors, (other,)) if actors else ((other,), recipients)


def _acts_itself(view: View, trigger: Trigger) -> bool:
    """Whether a verb's own subject is a thing, which no country need have done: "falling prices could help Peru"."""
    below = [c for c in view.children[trigger.verb] if c not in trigger.tokens]
    sides = view.grammar.occasions  # "the Indian | side"
    subjects = (c for c in below if view.deps[c] == "nsubj" and view.pos[c] == "NOUN" and c not in view.mention_at)
    things = (*subjects, *(c for c in below if view.deps[c] == "csubj"))
    return not trigger.nominal and any(view.texts[c] not in sides for c in things)


def _diplomatic(view: View, entry: EventEntry) -> bool:
    """Whether an act is one whose other side may be left to the story."""
    return entry.mode != VISIT and entry.type in (JOINT if entry.mutual else (*view.grammar.lends, AID))


def we_two(view: View, entry: EventEntry, actors: tuple[Party, ...], arguments: list[Argument]) -> tuple[Party, ...]:
    """The actors of a joint act told as "we agreed", with the other country of a story of two; as given otherwise."""
    countries = {p.country for p in actors}
    joint = entry.mutual and entry.type in JOINT
    if not joint or len(countries) != 1 or not any(_says_we(view, a, entry) for a in arguments):
        return actors
    other = partner(view, next(iter(countries)))
    return (*actors, other) if other else actors


def _says_we(view: View, argument: Argument, entry: EventEntry) -> bool:
    """Whether an argument that may act is a first person plural: we, हम."""
    if argument.strength < INHERITED or not argument.slots & {*entry.actor, "subject"}:
        return False
    words = [(view.texts[m.start],) for m in members_of(view, argument.group) if m.why == "speaker"]
    pointers = [view.pack.reference.phrases.get(word) for word in words]
    return any(p is not None and p.person == 1 and p.number == "many" for p in pointers)


def _stricken(view: View, entry: EventEntry, *givers: str) -> Party | None:
    """The one country that the story is about, where others pledge something: "Norway pledged $20 million"."""
    if entry.mutual or entry.type not in GIVEN or view.pack.reference.home:
        return None
    named = [(p.country, p) for m in view.mentions.actors for p in m.parties if p.country]
    counts = Counter(code for code, _ in named)
    (main, times), *_ = counts.most_common(1) or [("", 0)]
    if main in {"", *givers, *BEYOND} or times < LEAST or times < MAIN * counts.total():
        return None
    return next(p for code, p in named if code == main)


def partner(view: View, country: str) -> Party | None:
    """The first mention of the other country of the story's pair; None if the story is not of two countries."""
    named = [(p.country, p) for m in view.mentions.actors for p in m.parties if p.country and not m.weak]
    counts = Counter(code for code, _ in named)
    pair = counts.most_common(2)
    if len(pair) < 2 or country not in {code for code, _ in pair}:  # noqa: PLR2004
        return None
    (_, larger), (_, smaller) = pair
    if larger + smaller < SHARE * counts.total() or smaller < max(LEAST, SMALLER * larger):
        return None
    other = next(code for code, _ in pair if code != country)
    return next(p for code, p in named if code == other)
