"""Who does it in two claims, for whom, and in which office: reasons in one language."""

from vaarta.resolution.apart import Reasons
from vaarta.resolution.persons import other_sectors, share_name
from vaarta.resolution.tellings import Role, Telling

__all__ = ["of_roles"]

PARTIES = {"PTY", "OPP", "LEG"}  # sectors of those who sit in parliaments: now the one, now the other is told
MOST_DOERS = 3  # more that one tells of than the other: still more say no more


def of_roles(left: Telling, right: Telling) -> Reasons:
    """What it says of two claims who does it in each, for whom, and which offices they hold.

    A minister is not the parties, what two appeal for together is seldom told of the one of them, and an office says
    who is meant where only one story names its holder.
    """
    (ours, onto), (theirs, onto_theirs) = left.roles, right.roles
    named = share_name(ours.names, theirs.names)
    if named:
        yield "doer-named", 1
    yield from _of_sectors(ours, theirs, named=named)
    if ours.many != theirs.many:
        yield "doers-apart", min(MOST_DOERS, abs(ours.many - theirs.many))
    if share_name(onto.names, onto_theirs.names):
        yield "onto-named", 1
    held = left.offices, right.offices
    if shared := sum(bool(held[0][country] & held[1][country]) for country in held[0].keys() & held[1].keys()):
        yield "same-offices", shared


def _of_sectors(ours: Role, theirs: Role, *, named: bool) -> Reasons:
    """For how many countries both are done by sides of one sector, or of others: not if both name one person."""
    if any(ours.sectors[country] & theirs.sectors[country] for country in ours.sectors.keys() & theirs.sectors.keys()):
        yield "same-sector", 1
    if not named and (others := other_sectors(ours.sectors, theirs.sectors, PARTIES)):
        yield "other-sector", others
