"""Whom an act may be done to, of all that its sentence names: people before places, others' things before one's own."""

from vaarta.coding.arguments import DEEP, DIRECT, JUDGING, LINEAR, SAID, Argument
from vaarta.coding.making import VISIT
from vaarta.coding.subjects import members_of, parties_of
from vaarta.coding.trees import ancestors
from vaarta.coding.triggers import Trigger, noun_at
from vaarta.coding.verb_forms import is_infinitive
from vaarta.coding.view import View
from vaarta.coding.voice import is_passive
from vaarta.doc import ActorMention
from vaarta.packs.events import EventEntry
from vaarta.text import fold

__all__ = ["acted_on", "countries_of", "only_other"]

CENSURE = "ACCUSE"
EXPEL = "expel"  # the mode whose act may be done to one's own
AT_OTHERS = {"SANCTION", "THREATEN"}
AT_HOME = {"ASSAULT", "COERCE"}  # types of what states do to their own people, too
STATE = {"", "GOV", "MIL"}  # sectors of what is a state's
BLOWS = {"ASSAULT", "COERCE", "PROTEST"}
TALKS = "CONSULT"
SENDING = {"AID", "MOBILIZE"}
COUNTRY = "country"  # why a mention has one: it names the country
PLACE = "place"  # the source that means people or buildings at whose place something happens


def acted_on(view: View, trigger: Trigger, arguments: list[Argument], first: Argument | None) -> list[Argument]:
    """The arguments that may be acted upon by `first`, in order."""
    dismissed = trigger.entry.mode == EXPEL  # "fired his own minister"
    kept = [a for a in arguments if dismissed or _own_people(view, trigger, a) or not _possessed(view, a, first)]
    free = [a for a in kept if not _apposed(view, a, first)]
    free = [a for a in free if not (_called(view, trigger, a) or _topic(view, trigger, a))]
    free = [a for a in free if not _venue(view, trigger, a)]
    free = [a for a in free if not _own_beside(view, trigger, a, first) and not _at_border(view, trigger, a)]
    free = [a for a in free if not (_spoken_at(view, trigger, a) or _undergoes(view, trigger, a))]
    told = any(a.slots & _marked(view, trigger.entry) for a in free)
    free = _before_plans(view, trigger, [a for a in free if not (told and _sent(view, trigger.entry, a))])
    return _before_places(view, trigger.entry, free)


def _undergoes(view: View, trigger: Trigger, argument: Argument) -> bool:
    """Whether an argument is what is to be done something to, of which nothing is asked: "X को बंद किया जाना चाहिए"."""
    duty = trigger.entry.duty and view.grammar.verb == "last" and is_passive(view, trigger.verb)
    return duty and "object" in argument.slots


def _spoken_at(view: View, trigger: Trigger, argument: Argument) -> bool:
    """Whether a town or province is but where something is said: "फ्लोरिडा में … पर चिंता जताई"."""
    here = view.markers[argument.group] in view.grammar.markers.amid and argument.via < 0
    if view.grammar.verb == "first" or trigger.entry.type != CENSURE or not here:
        return False
    towns = {m.start for m in view.mentions.places if m.why != COUNTRY}
    return all(m.start in towns for m in members_of(view, argument.group))


def _before_plans(view: View, trigger: Trigger, arguments: list[Argument]) -> list[Argument]:
    """The arguments without those that an infinitive under a noun or of a purpose tells of, if others may be.

    "Backed Laos's bid | to join the forum", "rejected a Fijian offer | to send troops to Tonga".
    """
    sources = {fold(source) for source in trigger.entry.recipient}
    if view.grammar.verb == "last" or trigger.entry.mutual:
        return arguments
    planned = {a.group for a in arguments if _in_plan(view, trigger, a)}
    others = any(a.slots & sources and a.strength >= DEEP and a.group not in planned for a in arguments)
    return [a for a in arguments if a.group not in planned] if planned and others else arguments


def _in_plan(view: View, trigger: Trigger, argument: Argument) -> bool:
    """Whether an infinitive that is no object stands between an argument and the act."""
    for token in ancestors(view.doc[members_of(view, argument.group)[0].head]):
        if token.i in trigger.tokens:
            return False
        if token.dep_ in {"acl", "advcl"} and is_infinitive(view, token.i):
            return True
    return False


def _topic(view: View, trigger: Trigger, argument: Argument) -> bool:
    """Whether talks are only about what one has with an argument: "spoke about relations | with Togo"."""
    via, topics = argument.via, view.grammar.markers.topic
    if not trigger.entry.mutual or via < 0 or not topics or view.subtree_marker(via) not in topics:
        return False
    if any(m.kind == "office" for m in members_of(view, argument.group)):
        return False  # "spoke about tensions with his counterpart"
    return not view.forms[via].isdisjoint(view.grammar.bonds)


def _venue(view: View, trigger: Trigger, argument: Argument) -> bool:
    """Whether an argument is only where the talks were that are judged: "hailed the meeting | in Muscat"."""
    if trigger.entry.type not in JUDGING or view.markers[argument.group] not in view.grammar.markers.standing:
        return False
    above = {view.heads[m.head] for m in members_of(view, argument.group)} - {*trigger.tokens}
    held = (noun_at(view, i, view.pack.events.by_noun) for i in above)
    return any(noun is not None and noun.entry.type == TALKS for noun in held)


def _called(view: View, trigger: Trigger, argument: Argument) -> bool:
    """Whether an argument is only told in what a judged thing is called: "hailed the deal as a victory | for Peru".

    Whose it is called is judged: "condemned it as an act of aggression by Peru".
    """
    markers = view.grammar.markers
    if trigger.entry.type not in JUDGING or not markers.role:
        return False
    at = False
    for token in ancestors(view.doc[members_of(view, argument.group)[0].head]):
        if token.i in trigger.tokens:
            return False
        marker = view.subtree_marker(token.i)
        at = at or marker in markers.affecting
        if marker in markers.role or any(c.dep_ == "mark" and view.texts[c.i] in markers.role for c in token.children):
            return at
    return False


def _own_beside(view: View, trigger: Trigger, argument: Argument, first: Argument | None) -> bool:
    """Whether one of the actor's own country only stands near a sanction or a threat: that is at another."""
    if first is None or argument.strength > LINEAR or trigger.entry.type not in AT_OTHERS:
        return False
    return countries_of(view, argument.group) <= countries_of(view, first.group)


def _at_border(view: View, trigger: Trigger, argument: Argument) -> bool:
    """Whether an argument only says whose border a blow falls near: "struck a post near the Malian border"."""
    if view.grammar.verb == "last" or trigger.entry.type not in BLOWS:
        return False
    heads = {view.heads[m.head] for m in members_of(view, argument.group)}
    borders = view.pack.reference.links["borders"]
    return any(view.texts[h] in borders and bool(view.subtree_marker(h)) for h in heads)


def _sent(view: View, entry: EventEntry, argument: Argument) -> bool:
    """Whether the argument is what is sent, and not whom it is sent to: "delivered four helicopters to Togo"."""
    if view.grammar.verb == "last" or entry.type not in SENDING or not _marked(view, entry):
        return False
    things = view.grammar.sent
    return "object" in argument.slots and all(view.forms[m.head] & {*things} for m in members_of(view, argument.group))


def _marked(view: View, entry: EventEntry) -> frozenset[str]:
    """The markers that whom the act is done to may have."""
    return frozenset(source for source in entry.recipient if source in view.grammar.markers.all)


def only_other(view: View, trigger: Trigger, arguments: list[Argument], first: Argument | None) -> Argument | None:
    """The group of another country that the tree joins to the act, by whatever marker; None if there are more."""
    if view.grammar.verb == "last" or first is None:
        return None
    own = countries_of(view, first.group)
    joined = [a for a in arguments if a.strength >= DEEP and countries_of(view, a.group) - own - {""}]
    if trigger.entry.type in SAID:  # what is said somewhere is not said to that place: "promised in Algiers to leave"
        places = view.grammar.markers.standing
        joined = [a for a in joined if view.markers[a.group] not in places or not _of_verb(view, a, trigger.verb)]
    countries = {frozenset(countries_of(view, a.group)) for a in joined}
    return joined[0] if len(countries) == 1 else None


def _of_verb(view: View, argument: Argument, verb: int) -> bool:
    """Whether the tree hangs the argument on the verb itself, and not on another of the trigger's words."""
    return any(view.heads[m.head] == verb for m in members_of(view, argument.group))


def _possessed(view: View, argument: Argument, first: Argument | None) -> bool:
    """Whether the argument is a thing of the actor's, told by a possessive: "closed its embassy in Khartoum"."""
    if first is None or view.grammar.verb == "last" or len(view.groups[argument.group]) > 1:
        return False
    mention = members_of(view, argument.group)[0]
    owners = [c.i for c in view.doc[mention.head].children if c.dep_ == "nmod:poss" and c.pos_ == "PRON"]
    own = countries_of(view, first.group)
    return bool(owners and own) and mention.kind != "pronoun" and countries_of(view, argument.group) == own


def _own_people(view: View, trigger: Trigger, argument: Argument) -> bool:
    """Whether an argument is of people, whom their own state may hold or hit: "barred its citizens from leaving"."""
    sectors = {p.sector for p in parties_of(view, argument.group)}
    return trigger.entry.type in AT_HOME and bool(sectors) and sectors.isdisjoint(STATE)


def _apposed(view: View, argument: Argument, first: Argument | None) -> bool:
    """Whether the argument is the actor in other words: "Russia, the main ally of Damascus, called on …"."""
    if first is None or view.grammar.verb == "last":
        return False
    heads = {i for m in members_of(view, first.group) for i in range(m.start, m.end)}
    return any(view.deps[m.head] == "appos" and view.heads[m.head] in heads for m in members_of(view, argument.group))


def _before_places(view: View, entry: EventEntry, arguments: list[Argument]) -> list[Argument]:
    """The arguments without those that may be acted upon as places only, if others may be; without mere places next.

    "Confiscated Bibles from a missionary at the airport", "exploded outside the embassy in the capital".
    """
    if view.grammar.verb == "last" or entry.mutual or entry.mode == VISIT:
        return arguments
    sources = {fold(source) for source in entry.recipient}
    spatial = {*view.grammar.markers.standing, PLACE}
    fit = [a for a in arguments if a.slots & sources and a.strength >= DEEP]
    others = [a for a in fit if a.slots & sources - spatial]
    things = {a.group for a in others if all(_thing(m) for m in members_of(view, a.group))}
    if things and len(fit) > len(things):
        arguments = [a for a in arguments if a.group not in things]
        others = [a for a in others if a.group not in things]
    if others:
        return [a for a in arguments if a.slots & sources - spatial or not a.slots & sources or _aimed_at(view, a)]
    weak = {a.group for a in fit if all(m.weak for m in members_of(view, a.group))}
    return [a for a in arguments if a.group not in weak] if len(weak) < len(fit) else arguments


def _aimed_at(view: View, argument: Argument) -> bool:
    """Whether an argument is a country that something is sent at, which is no place: "rockets were fired at Chad"."""
    aimed = view.markers[argument.group] in view.grammar.markers.aimed and argument.strength == DIRECT
    return aimed and all(m.why == COUNTRY for m in members_of(view, argument.group))


def _thing(mention: ActorMention) -> bool:
    """Whether a mention only says of what kind a thing is: "artillery rounds"."""
    return mention.weak and mention.kind == "office"


def countries_of(view: View, group: int) -> set[str]:
    """The countries of the parties of a group of mentions."""
    return {p.country for p in parties_of(view, group)}
