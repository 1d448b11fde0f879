"""Who does what is told in the passive: whose paper or meeting says it, or the police that say it was done."""

from collections.abc import Iterator

from vaarta.coding.standing import is_future
from vaarta.coding.subjects import members_of, parties_of, subject_of
from vaarta.coding.triggers import Trigger
from vaarta.coding.view import View
from vaarta.coding.voice import is_passive
from vaarta.records import Party

__all__ = ["undertaken"]

SAID = {"ACCUSE", "AGREE", "REJECT", "REQUEST", "SUPPORT", "THREATEN"}  # types of what papers and meetings say
BACK = 2  # sentences back in which a paper is issued that is only "the statement" later
ISSUED = {"obj", "compound:lvc", "nsubj:pass"}  # how the paper stands to the verb of issuing it

LAW = {"COP", "JUD", "MIL", "SPY"}  # sectors of those who hold, search and question people
CHARGE, LEGAL = "allege", "legal"
STATE = {"GOV", "MIL"}  # sectors of those who speak for their state
WILLED = {
    "AID",
    "ASSAULT",
    "COERCE",
    "SANCTION",
    "SUPPORT",
    "THREATEN",
}  # types of what a state's speaker says will be done
HOLDING = {"COP", "MIL", "SPY"}  # those of them who hold and search people; courts do not
BY_LAW = {"arrest", "investigate", "seize"}  # modes of what they do

Parties = tuple[Party, ...]


def undertaken(view: View, trigger: Trigger, speaker: Party | None) -> Parties:
    """Who does what is told in the passive, by all that tells it; empty if nothing does."""
    return _issued(view, trigger) or _by_the_law(view, trigger, speaker) or _own_will(view, trigger, speaker)


def _by_the_law(view: View, trigger: Trigger, speaker: Party | None) -> Parties:
    """The police or army that held, searched, questioned or sued someone in a passive, as its words tell.

    It is who says so, since they do not say by whom else; or whoever of them acts in this sentence or the one before.
    """
    if view.grammar.verb == "first" or trigger.nominal or not _legal(trigger) or not is_passive(view, trigger.verb):
        return ()
    if speaker is not None and speaker.sector in LAW and trigger.entry.mode in BY_LAW:
        return (speaker,)
    here = view.sentence_of[trigger.verb]
    return _acting(view, here) or (_acting(view, here - 1) if here and not _pointed(view, trigger) else ())


def _legal(trigger: Trigger) -> bool:
    """Whether an act is one of those that police, courts and armies do to people."""
    return trigger.entry.mode in BY_LAW or (trigger.entry.mode == CHARGE and LEGAL in trigger.entry.contexts)


def _pointed(view: View, trigger: Trigger) -> bool:
    """Whether a pronoun stands for whom the act is done to: it may lead back to whoever acted before."""
    return any(view.pos[c] == "PRON" for c in view.children[trigger.verb])


def _acting(view: View, sentence: int) -> Parties:
    """The one police or army that has the marker of a subject in a sentence; empty if none or several have."""
    groups = [n for n in view.groups_in.get(sentence, ()) if view.markers[n] in view.grammar.markers.subject]
    found = [parties_of(view, n) for n in groups]
    law = [parties for parties in found if parties and all(p.sector in HOLDING for p in parties)]
    return tuple(law[0]) if len(law) == 1 else ()


def _own_will(view: View, trigger: Trigger, speaker: Party | None) -> Parties:
    """The state's speaker who says in the passive what will be done or not: "मदद नहीं दी जाएगी" is his state's word."""
    told = view.grammar.verb == "last" and not trigger.nominal and trigger.entry.type in WILLED
    if speaker is None or not told or speaker.sector not in STATE or not is_passive(view, trigger.verb):
        return ()
    return (speaker,) if is_future(view, trigger.verb) else ()


def _issued(view: View, trigger: Trigger) -> Parties:
    """Whose paper or meeting it is in which a passive of saying is told; empty if no word tells."""
    if view.grammar.verb == "first" or trigger.nominal or trigger.entry.type not in SAID:
        return ()
    if not is_passive(view, trigger.verb):
        return ()
    for i in _within(view, trigger):
        if found := _owner(view, i) or _issuer(view, i):
            return found
    return ()


def _within(view: View, trigger: Trigger) -> Iterator[int]:
    """The papers and meetings that the trigger's words say it is told in."""
    papers = {word for phrase in view.pack.statements.documents for word in phrase[-1:]}
    meetings = view.pack.engagements.by_noun
    for t in trigger.tokens:
        for c in view.children[t]:
            inside = view.subtree_marker(c) in view.grammar.markers.standing
            if inside and (view.forms[c] & papers or any(form in meetings for form in view.forms[c])):
                yield c


def _owner(view: View, i: int) -> Parties:
    """The parties that the noun at token `i` is of."""
    for n in view.groups_in.get(view.sentence_of[i], ()):
        members = members_of(view, n)
        if view.markers[n] not in view.grammar.markers.genitive or members[-1].end > i:
            continue
        head = view.doc[members[0].head].head
        if i in {head.i, head.head.i}:
            return tuple(p for m in members for p in m.parties if p.country)
    return ()


def _issuer(view: View, i: int) -> Parties:
    """Who issued the paper at token `i`: the subject of the sentence before that names it."""
    here = view.sentence_of[i]
    for number in range(here - 1, max(-1, here - 1 - BACK), -1):
        for k in range(view.sentences[number].start, view.sentences[number].end):
            if view.texts[k] == view.texts[i] and view.deps[k] in ISSUED:
                subjects = subject_of(view, view.heads[k]) or subject_of(view, view.sentences[number].root.i)
                found = tuple(p for n in subjects for p in parties_of(view, n) if p.country)
                return _owner(view, k) or found
    return ()
