"""Decisions told as nouns, "X's decision to expel them", "X के Y से हटने के फैसले की निंदा की": whose act they tell.

Who decided is the noun's owner; of a decision that someone is judged or punished for it is whoever that is.
"""

from vaarta.coding.trees import ancestors
from vaarta.coding.triggers import Trigger, readings_of
from vaarta.coding.verb_forms import is_infinitive
from vaarta.coding.view import View

__all__ = ["decider", "decision_on", "judged", "of_decision"]

WORDS_BELOW = 2  # heads from a decision's noun up to the verb that judges it
BETWEEN = 8  # tokens from an infinitive to its noun: "हटने के | पिछले माह लिए | फैसले"
DEEPEST = 4  # heads from a side up to the infinitive that it is told in
OPENING = 5  # tokens from a noun back to what opens its phrase
OWNING = {"amod", "compound", "nmod:poss"}
JUDGING = {"ACCUSE", "REJECT", "REQUEST", "SANCTION", "SUPPORT", "THREATEN"}  # types of acts about another's decision


def decision_on(view: View, verb: int) -> int | None:
    """The noun of a decision that an infinitive tells: "हटने के | फैसले पर", "the | decision | to leave".

    None of a verb's own noun, "हटने का फैसला किया": what is so decided has the verb's subject.
    """
    if view.grammar.verb == "first":
        # By order, as parsers often hang the infinitive on the verb above.
        opener = next((c for c in view.children[verb] if c < verb and _opens(view, c)), 0)
        nouns = (opener - 1, _past_agent(view, opener)) if opener else ()
        return next((n for n in nouns if n >= 0 and not view.forms[n].isdisjoint(view.grammar.verbs.deciding)), None)
    if not is_infinitive(view, verb) or not {*view.texts[verb + 1 : verb + 2]} & {*view.grammar.markers.genitive}:
        return None
    for noun in range(verb + 2, min(verb + BETWEEN, len(view.texts))):
        if not view.forms[noun].isdisjoint(view.grammar.verbs.deciding):
            return noun if _marked(view, noun) else None
        other = view.pos[noun] == "NOUN" and "ADP" not in view.pos[noun + 1 : noun + 3]  # "आरोप लगाते हुए"
        if other or view.deps[noun] in {"ROOT", "ccomp", "conj"} or noun in view.mention_at:
            return None
    return None


def _marked(view: View, noun: int) -> bool:
    """Whether a case marker other than of a purpose follows a noun, past closing marks: not "घोषणा की है"."""
    after = next((k for k in range(noun + 1, len(view.texts)) if view.texts[k] not in view.grammar.closing), noun)
    marker = view.marker_after(noun + 1)
    return view.pos[after] == "ADP" and bool(marker) and marker not in view.grammar.verbs.purpose


def _past_agent(view: View, end: int) -> int:
    """The noun before an agent that ends before token `end`, "a decision | by Somalia | to leave"; -1 if none does."""
    n = view.group_at.get(end - 1)
    if n is None or view.markers[n] not in view.grammar.markers.agent:
        return -1
    return view.mentions.actors[view.groups[n][0]].start - 1 - len(view.markers[n].split())


def _opens(view: View, i: int) -> bool:
    """Whether token `i` opens an infinitive: also over adverbs, "to | no longer | recognise"."""
    return view.texts[i] in view.grammar.verbs.infinitive_words and view.deps[i] == "mark"


def decider(view: View, verb: int) -> list[int] | None:
    """Who decided what an infinitive tells, a group; [] if no word tells, None if the subject of a verb above did."""
    noun = decision_on(view, verb)
    if noun is None:
        return None
    if view.grammar.verb == "first":
        return _owner_before(view, noun)
    return _owner_first(view, verb, noun)


def _owner_before(view: View, noun: int) -> list[int] | None:
    """Where verbs stand first: whose it is by 's or by; else who is blamed for it; None if it is what someone took."""
    markers = view.grammar.markers
    for c in view.children[noun]:
        agent = view.deps[c] == "nmod" and view.subtree_marker(c) in {*markers.agent, *markers.genitive}
        if (view.deps[c] in OWNING or agent) and c in view.group_at:
            return [view.group_at[c]]
    marker = next(
        (k for k in range(noun - 1, max(noun - OPENING, 0), -1) if view.pos[k] in {"ADP", "SCONJ", "VERB"}), -1
    )
    if marker >= 0 and view.texts[marker] in {*view.grammar.verbs.blaming, *view.grammar.markers.apart}:
        return _last_before(view, marker)
    above = view.heads[noun]
    readings = readings_of(view, above, view.pack.events.by_verb) if above != noun else []
    judges = view.deps[noun] != "obj" or any(reading.entry.type in JUDGING for reading in readings[:1])
    return [] if judges else None


def _last_before(view: View, i: int) -> list[int]:
    """The last group before token `i` in its sentence that is no mere place."""
    groups = view.groups_in.get(view.sentence_of[i], ())
    before = [n for n in groups if view.mentions.actors[view.groups[n][-1]].end <= i and not _weak(view, n)]
    return before[-1:]


def _owner_first(view: View, verb: int, noun: int) -> list[int] | None:
    """Where verbs stand last: the first genitive before; else who is judged for it, the first after that acts not."""
    subjects = view.grammar.markers.subject
    groups = view.groups_in.get(view.sentence_of[verb], ())
    for n in groups:
        if view.mentions.actors[view.groups[n][-1]].end >= verb:
            break
        if view.markers[n] in subjects and not _said(view, n, verb):
            return None
        if view.markers[n] in view.grammar.markers.genitive:
            return [n]
    if view.marker_after(noun + 1) in view.grammar.markers.genitive:
        return []
    after = (n for n in groups if view.mentions.actors[view.groups[n][0]].start > noun)
    return [n for n in after if view.markers[n] not in subjects and not _weak(view, n)][:1]


def _said(view: View, n: int, verb: int) -> bool:
    """Whether a clause opens between a group and a verb: "X ने कहा कि | …"."""
    between = view.texts[view.mentions.actors[view.groups[n][-1]].end : verb]
    return not view.clause_openers.isdisjoint(between)


def _weak(view: View, n: int) -> bool:
    return all(view.mentions.actors[m].weak for m in view.groups[n])


def judged(view: View, trigger: Trigger) -> tuple[int, range] | None:
    """Who made the decision that an act of judging is about, and the tokens that tell it, with all others in it."""
    if view.grammar.verb == "first" or trigger.nominal:
        return None
    for k in range(view.sentences[view.sentence_of[trigger.verb]].start, trigger.start):
        noun = decision_on(view, k)
        if noun is not None and noun < trigger.start and _below(view, noun, trigger) and (whose := decider(view, k)):
            start = view.mentions.actors[view.groups[whose[0]][0]].start
            return (whose[0], range(start, noun + 1)) if start < k else None
    return None


def of_decision(view: View, i: int, trigger: Trigger) -> bool:
    """Whether token `i` is in what someone decided, where verbs stand first: "the decision to | arrest Kenyans"."""
    if view.grammar.verb == "last":
        return False
    above = list(ancestors(view.doc[i], DEEPEST))
    inner = (token.i for token in above if token.i not in trigger.tokens)
    return any(decision_on(view, k) is not None for k in inner)


def _below(view: View, noun: int, trigger: Trigger) -> bool:
    """Whether a decision's noun hangs on the words of a trigger."""
    return any(above.i in trigger.tokens for above in ancestors(view.doc[view.heads[noun]], WORDS_BELOW))
