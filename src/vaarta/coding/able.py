"""Who cannot act: towns and streets, and those in power in what crowds do."""

from vaarta.coding.arguments import LINEAR, Argument
from vaarta.coding.subjects import members_of, subject_of
from vaarta.coding.triggers import Trigger
from vaarta.coding.view import View
from vaarta.doc import ActorMention
from vaarta.records import Party

__all__ = ["may_act"]

PLACE = "place"  # why recognition takes the name of a place for its country
CAPITAL = "capital"  # why recognition takes one for its government
SUMMIT = "SUMMIT"
CROWD, FORCE, TALKS = "PROTEST", "ASSAULT", "CONSULT"
CIVILIAN = "CVL"
POPULAR = {"demo", "riot", "strike", "hunger"}  # what those in power do not do; they boycott, block and destroy
ACTING = {"subject", "gen", "compound"}  # slots; where something happens may be whose doing it is
OBSTRUCT, FORCES = "obstruct", {"COP", "MIL"}
GOVERNMENT = "GOV"
TAKING_PART = {"gen", "compound"}  # slots of the noun itself
POWER = {"GOV", "MIL", "COP", "JUD", "LEG"}  # sectors
NEAR = 4  # tokens of a case marker, and of what qualifies the talks, between whom one talks with and the talks
STRIKE, FREE_TO_STRIKE = "strike", {"COP", "JUD"}  # guards and judges do not riot, but strike


def may_act(view: View, trigger: Trigger, argument: Argument) -> bool:
    """Whether an argument can be the actor of a trigger's act."""
    entry = trigger.entry
    members = members_of(view, argument.group)
    # Where prepositions mark places, what stands without one is more often the authorities there.
    marked = view.grammar.markers.stands == "before"
    if not marked and argument.slots & ACTING and all(_mere_place(m) for m in members):
        return False
    if trigger.nominal and entry.type == SUMMIT and _names(argument, members):
        return False
    if trigger.nominal and entry.mutual and entry.type == TALKS and not argument.slots & TAKING_PART:
        # "At the summit both sides agreed": who acts there met there, if all who met are named.
        several = len({party.country for member in members for party in member.parties}) > 1
        does = argument.group in subject_of(view, view.doc[trigger.verb].head.i)
        return several or (does and _met_another(view, trigger))
    # "मरने वालों में 3 भारतीय"
    natives = not (marked or view.markers[argument.group]) and all(m.kind == "adjective" for m in members)
    struck = (argument.strength == LINEAR or natives) and _peaceful(members)
    if entry.type == FORCE and (_attacked(argument, members) or struck):
        return False
    return entry.type != CROWD or _may_protest(entry.mode, members)


def _may_protest(mode: str, members: list[ActorMention]) -> bool:
    """Whether a group is not of those in power, nor for roads that are blocked of those who close them by office."""
    parties = [party for member in members for party in member.parties]
    if mode == OBSTRUCT:
        return not all(party.sector in FORCES for party in parties)
    free = FREE_TO_STRIKE if mode == STRIKE else set()
    return mode not in POPULAR or not all(_rules(party) and party.sector not in free for party in parties)


def _met_another(view: View, trigger: Trigger) -> bool:
    """Whether talks told as the occasion have another of their own: "X said after talks with Y"."""
    markers = view.grammar.markers
    if view.subtree_marker(trigger.verb) not in markers.occasion:
        return False
    if markers.stands == "before":
        following = view.texts[trigger.end] if trigger.end < len(view.doc) else ""
        return following in markers.companions
    for n in view.groups_in.get(view.sentence_of[trigger.verb], ()):
        between = range(members_of(view, n)[-1].end, trigger.start)
        if view.markers[n] in markers.companions and 0 < len(between) <= NEAR:
            return not any(i in view.mention_at for i in between)
    return False


def _mere_place(mention: ActorMention) -> bool:
    """Whether a mention is the name of a place, and not of a body there: "असम भाजपा का दल"."""
    return mention.kind == "name" and mention.why == PLACE and not any(p.office or p.name for p in mention.parties)


def _names(argument: Argument, members: list[ActorMention]) -> bool:
    """Whether one country, told right before a summit, says where it is: "सिंगापुर शिखर सम्मेलन"."""
    own = members[0].parties[0] if len(members) == 1 and len(members[0].parties) == 1 else None
    return "compound" in argument.slots and own is not None and members[0].why in {"country", CAPITAL, PLACE}


def _attacked(argument: Argument, members: list[ActorMention]) -> bool:
    """Whether a capital only says which attack it was: "लंदन हमला", "the Paris attack"."""
    return "compound" in argument.slots and all(m.kind == "name" and m.why == CAPITAL for m in members)


def _peaceful(members: list[ActorMention]) -> bool:
    """Whether all are civilians: those named near by a blow are its victims, unless the sentence says they struck."""
    return all(party.sector == CIVILIAN for member in members for party in member.parties)


def _rules(party: Party) -> bool:
    """Whether a party is of those in power; a country by its bare name may be its people."""
    return party.sector in POWER and bool(party.sector != GOVERNMENT or party.office or party.name)
