"""Who does it in two claims, for whom, and in which office: reasons in one language."""

from vaarta.resolution.apart import Reasons
from vaarta.resolution.persons import other_sectors, share_name
from vaarta.resolution.tellings import Telling

__all__ = ["of_roles"]


def of_roles(left: Telling, right: Telling) -> Reasons:
    """What it says of two claims who does it in each, for whom, and which offices they hold.

    A minister is not the parties, what two appeal for together is seldom told of the one of them, and an office says
    who is meant where only one story names its holder.
    """
    (ours, onto), (theirs, onto_theirs) = left.roles, right.roles
    if others := other_sectors(ours.sectors, theirs.sectors):
        yield "other-doer", others
    if ours.many and theirs.many and ours.many != theirs.many:
        yield "more-doers", 1
    if share_name(onto.names, onto_theirs.names):
        yield "onto-named", 1
    held = left.offices, right.offices
    if shared := sum(bool(held[0][country] & held[1][country]) for country in held[0].keys() & held[1].keys()):
        yield "same-offices", shared
