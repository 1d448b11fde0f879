"""What is told inside another act is not told as a fact: what is demanded, threatened, refused, promised, alleged."""

from collections.abc import Iterable

from msgspec.structs import replace

from vaarta.coding.triggers import Trigger
from vaarta.coding.undone import is_condition
from vaarta.coding.verb_forms import goes_above, is_gerund, is_infinitive
from vaarta.coding.view import View
from vaarta.records import Event

__all__ = ["as_told", "refused_tokens", "unreal_tokens"]

UNREAL = {"REQUEST", "THREATEN", "REJECT", "AGREE"}  # what these ask, threaten, refuse or promise has not happened
WHOLE = {"REQUEST", "REJECT", "THREATEN"}  # of these, finite clauses too: "demanded that …", "denied that …"
ALLEGED = {"ACCUSE"}  # what is alleged is possible: GUIDE.md
ORDER = "REQUEST"
PRAISE = "SUPPORT"
REFUSAL = "REJECT"
REFUSED = {"REJECT", "REQUEST", "THREATEN"}  # of talks that these name ("called off the meeting") none was held
TALKS, INTENT = "CONSULT", "AGREE"
ALLEGE = "allege"
CLAUSES = {"ccomp", "xcomp", "acl", "advcl", "csubj"}


def as_told(view: View, told: Iterable[tuple[Trigger, Event]]) -> list[Event]:
    """The events in order, less those inside what another asks for or refuses; inside an allegation, as possible."""
    pairs = list(told)
    unreal = unreal_tokens(view, pairs)
    alleged: set[int] = set()
    for trigger, event in pairs:
        if event.type in ALLEGED and trigger.entry.mode == ALLEGE:
            alleged |= {*_content(view, trigger, finite=True), *_hosts(view, trigger), *_charged(view, trigger)}
    for trigger, event in pairs:
        if trigger.verb in unreal:
            view.note("unreal", trigger, claim=event.id)
    kept = [
        replace(event, standing="possible") if trigger.verb in alleged else event
        for trigger, event in pairs
        if trigger.verb not in unreal and not _carried_out(view, trigger, event, pairs)
    ]
    return sorted(kept, key=lambda event: event.evidence.span)


def unreal_tokens(view: View, told: Iterable[tuple[Trigger, Event]]) -> frozenset[int]:
    """The tokens of what the events ask for, threaten, refuse or promise: nothing told there has happened."""
    pairs = list(told)
    return frozenset(
        i
        for trigger, event in pairs
        if event.type in UNREAL and not (event.type == ORDER and _decides(view, trigger))
        for i in (
            *_content(view, trigger, finite=event.type in WHOLE),
            *_hosts(view, trigger),
            *(() if _to_meet(trigger, event) else _objects(view, trigger)),
        )
    ) | {i for trigger, event in pairs if event.type == PRAISE for i in _reasons(view, trigger)}


def _to_meet(trigger: Trigger, event: Event) -> bool:
    """Whether an act is talks yet to come, whose object is no wish: "will hold the | second round | of their talks"."""
    return (trigger.entry.type, event.type) == (TALKS, INTENT)


def _objects(view: View, trigger: Trigger) -> list[int]:
    """The objects of a trigger's verb, where verbs stand first: "want a summit" tells of none yet.

    With what a quantity is of: "vetoed a package of sanctions". Where verbs stand last, what the noun of a demand or a
    threat is of, and what is asked for: "इस्तीफे की मांग", "गिरफ्तारी के लिए अपील".
    """
    if view.grammar.verb == "last":
        return _wanted(view, trigger)
    if trigger.nominal:
        return []
    objects = [c for c in view.children[trigger.verb] if view.deps[c] == "obj" and view.pos[c] == "NOUN"]
    counted = [c for o in objects if view.forms[o] & {*view.grammar.quantities} for c in view.children[o]]
    return [*objects, *(c for c in counted if view.deps[c] == "nmod")]


def _wanted(view: View, trigger: Trigger) -> list[int]:
    """The nouns in the genitive of a trigger's own noun, and those of its verb that `purpose` marks."""
    if trigger.entry.type == REFUSAL or trigger.entry.type not in UNREAL:
        return []  # of what is denied there was something to deny, and what one will condole for has happened
    genitive, purpose = {*view.grammar.markers.genitive}, {*view.grammar.verbs.purpose}
    below = [c for t in trigger.tokens for c in view.children[t] if view.pos[c] == "NOUN" and c not in trigger.tokens]
    return [
        c
        for c in below
        if (view.deps[c] == "nmod" and view.subtree_marker(c) in genitive) or view.subtree_marker(c) in purpose
    ]


def _charged(view: View, trigger: Trigger) -> set[int]:
    """The tokens of the gerunds that say what someone is accused of: "of shelling a village"."""
    heads = [trigger.verb, *(c for c in view.children[trigger.verb] if view.deps[c] == "obj")]
    below = [c for head in heads for c in view.children[head]]
    charges = [c for c in below if is_gerund(view, c) and _opener(view, c) in view.grammar.verbs.blaming]
    return {d.i for c in charges for d in view.doc[c].subtree}


def _reasons(view: View, trigger: Trigger) -> list[int]:
    """What someone is thanked or praised for: "thanked India for its support" tells of no other support."""
    heads = [trigger.verb, *(c.i for c in view.doc[trigger.verb].children if c.dep_ == "obj")]
    children = [c.i for head in heads for c in view.doc[head].children if c.i not in trigger.tokens]
    return [i for i in children if {view.subtree_marker(i), _opener(view, i)} & {*view.grammar.verbs.blaming}]


def _hosts(view: View, trigger: Trigger) -> list[int]:
    """The verbs among a trigger's own words but its first: "demanded that they withdraw" tells of no withdrawal."""
    if view.grammar.verb == "last":
        return []  # the verbs of a compound verb are one act
    return [t for t in trigger.tokens if t != trigger.verb and view.doc[t].pos_ in {"VERB", "AUX"}]


def refused_tokens(told: Iterable[tuple[Trigger, Event]]) -> frozenset[int]:
    """The words of acts that call off, ask for or threaten: talks named by them are no contact."""
    return frozenset(i for trigger, event in told if event.type in REFUSED for i in trigger.tokens)


def _carried_out(view: View, order: Trigger, event: Event, told: list[tuple[Trigger, Event]]) -> bool:
    """Whether an order is told again as its actor's act: "ordered the withdrawal of his troops" is a withdrawal."""
    if event.type != ORDER or not _decides(view, order):
        return False
    content = _content(view, order, finite=False) | {*order.tokens}
    actors = {party.country for party in event.actors}
    return any(
        trigger.verb in content and act.type != ORDER and actors == {party.country for party in act.actors}
        for trigger, act in told
    )


def _decides(view: View, trigger: Trigger) -> bool:
    """Whether the act decides what it says: "ordered the expulsion" is an expulsion."""
    return any(view.forms[t] & set(view.grammar.verbs.asserting_heads) for t in trigger.tokens)


def _content(view: View, trigger: Trigger, *, finite: bool) -> set[int]:
    """The tokens of the clauses that the trigger's verb or hosts govern: infinitives, and finite ones if asked for."""
    found: set[int] = set()
    objects = [c for t in trigger.tokens for c in view.children[t] if view.deps[c] in {"obj", "nmod"}]
    for t in (*trigger.tokens, *objects):
        for child in view.doc[t].children:
            if child.i in trigger.tokens or child.dep_ not in CLAUSES:
                continue
            infinitive = is_infinitive(view, child.i) or _held_gerund(view, child.i)
            infinitive = infinitive or is_condition(view, child.i, view.grammar.verbs.threatening)
            after = view.grammar.verb == "last" and view.subtree_marker(child.i) in view.grammar.verbs.asserted_after
            told = child.dep_ in {"ccomp", "xcomp"} or _opener(view, child.i) in view.clause_openers
            if (infinitive and not after) or (finite and not infinitive and told):
                found |= {d.i for d in child.subtree} - _of_clause_above(view, child.i)
    return found - set(trigger.tokens)


def _of_clause_above(view: View, content: int) -> set[int]:
    """The tokens of verbs coordinated with the content that really go on after it: "denied that …, and accused"."""
    conjuncts = [c for c in view.doc[content].children if goes_above(view, c.i)]
    return {d.i for c in conjuncts for d in c.subtree}


def _held_gerund(view: View, i: int) -> bool:
    """Whether a gerund is what its verb is about, not told for itself as in ", killing nine" and "by taxing it"."""
    token = view.doc[i]
    opener = _opener(view, i)
    told = opener in view.grammar.verbs.asserted_after and opener not in view.grammar.markers.apart
    return is_gerund(view, i) and (token.dep_ not in {"advcl", "acl"} or (bool(opener) and not told))


def _opener(view: View, i: int) -> str:
    """The word that opens a clause before its verb; "" if none does."""
    return next((view.texts[c.i] for c in view.doc[i].children if c.dep_ in {"mark", "case"} and c.i < i), "")
