"""Who cannot act: towns and streets, and those in power in what crowds do."""

from vaarta.coding.arguments import Argument, members_of
from vaarta.coding.view import View
from vaarta.packs.events import EventEntry
from vaarta.records import Party

__all__ = ["may_act"]

PLACE = "place"  # why recognition takes the name of a place for its country
CROWD = "PROTEST"
POPULAR = {"demo", "riot", "strike", "hunger"}  # what those in power do not do; they boycott, block and destroy
ACTING = {"subject", "gen", "compound"}  # slots; where something happens may be whose doing it is
GOVERNMENT = "GOV"
POWER = {"GOV", "MIL", "COP", "JUD", "LEG"}  # sectors


def may_act(view: View, entry: EventEntry, argument: Argument) -> bool:
    """Whether an argument can be the actor of an entry's act."""
    members = members_of(view, argument.group)
    if argument.slots & ACTING and all(member.kind == "name" and member.why == PLACE for member in members):
        return False
    if entry.type == CROWD and entry.mode in POPULAR:
        return not all(_rules(party) for member in members for party in member.parties)
    return True


def _rules(party: Party) -> bool:
    """Whether a party is of those in power; a country by its bare name may be its people."""
    return party.sector in POWER and bool(party.sector != GOVERNMENT or party.office or party.name)
