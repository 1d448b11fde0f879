"""Whether the sides that an act requires were found, or it may be told without one."""

from vaarta.coding.answers import points_back
from vaarta.coding.kinds import PRIVATE
from vaarta.coding.making import SPEAKER, VISIT
from vaarta.coding.triggers import Trigger
from vaarta.coding.view import View
from vaarta.packs.events import EventEntry
from vaarta.records import Party

__all__ = ["BOTH", "HOSTED", "TWO", "each_other", "enough", "one_side_will_do", "only_ours"]

TWO = 2
BOTH = {"CONSULT", "COOPERATE"}  # types that need both sides even in a passive without an agent
TOGETHER = {"AGREE", *BOTH}  # types that two do with each other: "both want a second summit"
HOSTED = {"CONSULT"}  # types whose recipients may be hosts known only by the place


def enough(entry: EventEntry, actors: tuple[Party, ...], recipients: tuple[Party, ...], *, agentless: bool) -> bool:
    """Whether the sides the entry requires were found; of a passive without an agent only whom it happened to.

    What only whoever speaks does has no agent to leave out: "बंधक बनाए गए पादरी" accuses no one.
    """
    if entry.mutual:
        met = {(p.country, p.name or p.text) for p in (*actors, *recipients) if p.country or p.sector}
        return len(met) >= (2 if entry.requires == "both" else 1)
    if entry.type in TOGETHER and entry.mode != VISIT and len({p.country for p in actors} - {""}) > 1:
        return True  # "Laos and Thailand shared intelligence": with each other
    agentless = agentless and entry.actor != (SPEAKER,)
    requires = "recipient" if agentless and entry.requires in {"both", "actor"} else entry.requires
    needed = {
        "actor": _acting(entry, actors),
        "recipient": _known(recipients),
        "both": _acting(entry, actors) and _known(recipients),
        "either": _known(actors) or _known(recipients),
        "none": True,
    }
    return needed[requires]


def each_other(view: View, trigger: Trigger, actors: tuple[Party, ...]) -> bool:
    """Whether those of several countries act on each other, in so many words: "expelled each other's diplomats"."""
    several = len({p.country for p in actors} - {""}) >= TWO
    return several and view.tells_of(view.grammar.markers.reciprocal, trigger.verb)


def of_each_other(view: View, trigger: Trigger) -> tuple[Party, ...]:
    """Those of several countries, told before, who do to each other what no one nearer does: "a war that saw them"."""
    if trigger.nominal or not view.tells_of(view.grammar.markers.reciprocal, trigger.verb):
        return ()
    for n in reversed(view.groups_in.get(view.sentence_of[trigger.verb], [])):
        members = [view.mentions.actors[m] for m in view.groups[n]]
        parties = tuple(p for m in members for p in m.parties)
        if members[-1].end <= trigger.start and len({p.country for p in parties} - {""}) >= TWO:
            return parties
    return ()


def only_ours(trigger: Trigger, actors: tuple[Party, ...]) -> bool:
    """Whether talks named by a noun have one country's people only: the noun is theirs to take part in."""
    named = trigger.nominal and trigger.entry.mutual and trigger.entry.type in HOSTED
    return named and trigger.entry.requires == "both" and len({party.country for party in actors}) < TWO


def one_side_will_do(view: View, trigger: Trigger, actors: tuple[Party, ...]) -> bool:
    """Whether the act of a body may be told without whom it is done to: "the government promised to disarm"."""
    entry = trigger.entry
    fits = (entry.requires == "both" or _on_some(view, trigger)) and not entry.mutual
    fits = fits and (entry.type in view.grammar.one_sided or points_back(view, trigger))
    # Who is told of in "तबाह हुए शहर को" did not do it.
    befell = view.doc[trigger.verb].dep_ == "acl" and view.forms[trigger.verb] & set(view.grammar.verbs.stative)
    return fits and not befell and any(party.sector not in PRIVATE for party in actors)


def _on_some(view: View, trigger: Trigger) -> bool:
    """Whether a verb that stands first acts on people told only as so many or as others: "kidnapping others"."""
    if view.grammar.verb == "last" or trigger.nominal:
        return False
    objects = [c for c in view.children[trigger.verb] if view.deps[c] == "obj"]
    return any(view.pos[c] == "NUM" or view.texts[c] in view.grammar.others for c in objects)


def _acting(entry: EventEntry, actors: tuple[Party, ...]) -> bool:
    """Whether an actor is known; of a political act, by a country or a body, not only as people of no known country."""
    if not entry.political:
        return _known(actors)
    return any(p.country or p.sector not in PRIVATE for p in actors)


def _known(parties: tuple[Party, ...]) -> bool:
    return any(p.country or p.sector for p in parties)
