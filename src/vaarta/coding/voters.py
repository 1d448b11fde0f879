"""What only says for which party at home people are: "farmers in states that backed the party", no act of theirs."""

from vaarta.coding.triggers import Trigger
from vaarta.coding.view import View
from vaarta.records import Party

__all__ = ["only_voters"]

PRAISE = "SUPPORT"
PARTIES = {"OPP", "PTY"}
POLITICAL = {"GOV", "LAB", "LEG", "MED", "MIL", "OPP", "PTY", "REL"}  # sectors of bodies that back a party as such
RELATIVE = "acl:relcl"


def only_voters(view: View, trigger: Trigger, actors: tuple[Party, ...], recipients: tuple[Party, ...]) -> bool:
    """Whether a relative clause only tells which people or places are for a party of their own country."""
    clause = not trigger.nominal and view.deps[trigger.verb] == RELATIVE
    if not clause or trigger.entry.type != PRAISE or not (actors and recipients):
        return False
    home = len({p.country for p in (*actors, *recipients)}) == 1
    voters = all(not p.name and (p.sector not in POLITICAL or _place(view, p)) for p in actors)
    if not (home and voters and all(p.sector in PARTIES for p in recipients)):
        return False
    view.note("voters", trigger)
    return True


def _place(view: View, party: Party) -> bool:
    """Whether a party is told as a mere place: "in states such as | Oregon, which backed the party"."""
    span = party.evidence.span if party.evidence else None
    told = [m for m in view.mentions.actors for p in m.parties if p.evidence and p.evidence.span == span]
    return bool(told) and all(m.weak for m in told)
