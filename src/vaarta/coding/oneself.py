"""What one does only to oneself, which is no event between sides: a visit to one's own, praise of one's own doings."""

from vaarta.coding.arguments import JUDGING
from vaarta.coding.making import VISIT
from vaarta.coding.triggers import Trigger
from vaarta.coding.view import View
from vaarta.records import Party

__all__ = ["to_oneself"]

ATTENDED = {VISIT, "multilateral"}  # modes of what is held at others', or by a body
OWN = "own"  # why recognition gives a reflexive pronoun its country

Parties = tuple[Party, ...]


def to_oneself(view: View, trigger: Trigger, actors: Parties, recipients: Parties) -> bool:
    """Whether a visitor would be his own host, or what is judged is the judge's own."""
    return _home_visit(view, trigger, actors, recipients) or _own_doing(view, trigger, actors)


def _home_visit(view: View, trigger: Trigger, actors: Parties, recipients: Parties) -> bool:
    """Whether a visitor, or who attends what others hold, would be his own host."""
    if (
        trigger.entry.mode not in ATTENDED
        or not {p.country for p in actors} >= {p.country for p in recipients} != set()
    ):
        return False
    view.note("home visit", trigger)
    return True


def _own_doing(view: View, trigger: Trigger, actors: Parties) -> bool:
    """Whether what is praised or blamed is the actor's own: "defended its decision to leave", "अपने फैसले का बचाव किया".

    Not if it is what one has with another or suffers from him: "praised its ties with Togo".
    """
    own = {p.country for p in actors}
    if trigger.entry.type not in JUDGING or trigger.nominal or len(own - {""}) != 1:
        return False
    if not any(_owned(view, thing, own) and not _shared(view, thing) for thing in _judged(view, trigger)):
        return False
    view.note("one's own", trigger)
    return True


def _judged(view: View, trigger: Trigger) -> list[int]:
    """The nouns that name no side and that an act of judging is about; of its own words only a deed's."""
    deeds, markers = {*view.grammar.deeds}, view.grammar.markers
    below = [c for t in trigger.tokens for c in view.children[t] if view.pos[c] == "NOUN" and c not in view.mention_at]
    if view.grammar.verb == "first":
        below = [c for c in below if view.deps[c] == "obj"]
    else:
        below = [c for c in below if view.subtree_marker(c) in {"", *markers.genitive, *markers.object}]
    return [c for c in below if c not in trigger.tokens or view.forms[c] & deeds]


def _owned(view: View, thing: int, own: set[str]) -> bool:
    """Whether a pronoun says that a thing is of one of the countries: "its", "his country's"; "अपने", and no "उनके"."""
    owners = [c for c in view.children[thing] if view.deps[c] in {"nmod", "nmod:poss"} and c < thing]
    owners += [c for o in owners for c in view.children[o] if view.deps[c] == "nmod:poss"]
    known = (view.mentions.actors[view.mention_at[o]] for o in owners if view.pos[o] == "PRON" and o in view.mention_at)
    first = view.grammar.verb == "first"
    return any({p.country for p in m.parties} == own and (first or m.why == OWN) for m in known)


def _shared(view: View, thing: int) -> bool:
    """Whether a thing is what one has with another, or is done to one by him: "its ties with Togo"."""
    others = {*view.grammar.markers.companions, *view.grammar.markers.agent}
    return any(view.subtree_marker(c) in others for c in view.children[thing])
