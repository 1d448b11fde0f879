"""Whom a denial answers and whose act is praised or condemned, where the sentence itself does not say."""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from vaarta.coding.agents import agents_verb
from vaarta.coding.subjects import parties_of, subject_of
from vaarta.coding.trees import ancestors
from vaarta.coding.triggers import Trigger
from vaarta.coding.verb_forms import is_infinitive
from vaarta.coding.view import View
from vaarta.coding.voice import is_passive
from vaarta.records import Event, Party

__all__ = ["answered", "points_back"]

ANSWER = "REJECT"
ANSWERED = frozenset({"ACCUSE", "REQUEST", "SANCTION", "THREATEN"})  # hostile or asking acts that one denies or refuses

JUDGED = frozenset({"ACCUSE", "SUPPORT"})  # types of which an act told before may be the object
MADE = frozenset({"AGREE", "REQUEST"})  # types of acts that are there to be refused: an offer, a proposal
OBJECTS = frozenset({"obj", "nsubj:pass"})
TAKEN = OBJECTS | {"iobj"}
CONTENT = frozenset({"ccomp", "xcomp"})
STATES = frozenset({"", "GOV", "JUD", "LEG", "MIL", "PTY"})  # sectors of a state, and of bodies of no country
NEAR = 2  # sentences back to which "the decision" may point
JOINT = frozenset({"AGREE", "CONSULT", "SUPPORT"})  # types that accords and talks are of, if both sides do them

Told = tuple[Trigger, Event]


def answered(view: View, told: Sequence[Told]) -> list[Told]:
    """The events, those that answer without a word of whom being addressed to who acted on the same side before.

    "Norway accused Russia of sabotage. … Moscow denied the charge": it denied it to Norway. And those that praise or
    condemn an act told before being done to its actors: "Spain welcomed the accord". Of whom none is found is no event,
    if its words need another side.
    """
    judged = [(trigger, _judged(view, trigger, event, told)) for trigger, event in told]
    found = [(trigger, event if _that(view, trigger) else _addressed(event, judged)) for trigger, event in judged]
    return [(trigger, event) for trigger, event in found if event.recipients or not _needs_one(view, trigger, event)]


def _that(view: View, trigger: Trigger) -> bool:
    """Whether a denial says itself what it denies, where verbs stand first: "denied that …", "denied arming rebels"."""
    said = trigger.entry.type == ANSWER and not trigger.entry.mode and view.grammar.verb == "first"
    return said and not trigger.nominal and any(view.deps[c] in CONTENT for c in view.children[trigger.verb])


def points_back(view: View, trigger: Trigger) -> bool:
    """Whether the object of a word of praise or censure is a noun that points back to an act told before."""
    return bool(_named(view, trigger) & {*view.grammar.acts, *view.grammar.deeds})


def _named(view: View, trigger: Trigger) -> frozenset[str]:
    """The forms of the nouns that a word of praise or censure is about; none of any other."""
    refused = trigger.entry.type == ANSWER
    if not (refused or trigger.entry.type in JUDGED) or trigger.nominal:
        return frozenset()
    if view.grammar.verb == "first":
        objects = [c for c in view.children[trigger.verb] if view.deps[c] in OBJECTS]
        nouns = [i for i in (*objects, *trigger.tokens) if i != trigger.verb]
    else:
        nouns = [*_owned_or_taken(view, trigger)]
    return frozenset(form for i in nouns if view.pos[i] == "NOUN" for form in view.forms[i])


def _owned_or_taken(view: View, trigger: Trigger) -> Iterator[int]:
    """What a predicate that stands last has as object or its host as owner: "कदम | को … बताया", "हमले | की निंदा की"."""
    markers = view.grammar.markers
    for t in trigger.tokens:
        if t != trigger.verb and view.subtree_marker(t) in (*markers.genitive, *markers.object):
            yield t
        for c in view.children[t]:
            marker = view.subtree_marker(c)
            taken = t == trigger.verb and view.deps[c] in TAKEN and (not marker or marker in markers.object)
            if c not in trigger.tokens and (taken or (t != trigger.verb and marker in markers.genitive)):
                yield c


def _of_clause_above(view: View, trigger: Trigger) -> tuple[Party, ...]:
    """Whose deed a relative clause judges: of the subject above it, "छापा मारा, एक कदम | जिसकी X ने निंदा की"."""
    relative, markers = view.grammar.relative, view.grammar.markers
    below = [c for t in trigger.tokens for c in view.children[t]]
    if trigger.nominal or markers.stands == "before" or trigger.entry.type not in JUDGED:
        return ()
    if not any(view.texts[c] in relative and view.subtree_marker(c) in markers.genitive for c in below):
        return ()
    for above in list(ancestors(view.doc[trigger.verb]))[1:]:
        if groups := subject_of(view, above.i):
            return tuple(p for n in groups for p in parties_of(view, n) if p.country)
    return ()


def _whose_infinitive(view: View, trigger: Trigger, *, done: bool = False) -> tuple[Party, ...]:
    """Who does what an infinitive of a word of praise or censure tells: "टोगो | द्वारा दूत को निकाले जाने | की निंदा की".

    With `done` who did what a participle tells of its object: "टोगो | की ओर से जारी किए गए नक्शे पर | ऐतराज जताया".
    """
    if trigger.nominal or view.grammar.verb == "first" or trigger.entry.type not in JUDGED:
        return ()
    agents = [
        n
        for n in view.groups_in.get(view.sentence_of[trigger.verb], ())
        if view.markers[n] in view.grammar.markers.agent
    ]
    acts = {c for t in trigger.tokens if t != trigger.verb for c in view.children[t] if is_infinitive(view, c)}
    if done:
        acts = {v for n in agents if (v := agents_verb(view, n)) is not None and _qualifies(view, v, trigger)}
    groups = [n for n in agents if agents_verb(view, n) in acts] if acts else []
    return tuple(p for n in groups for p in parties_of(view, n) if p.country)


def _qualifies(view: View, verb: int, trigger: Trigger) -> bool:
    """Whether a passive participle qualifies, at whatever depth, what hangs on a trigger's words."""
    below = {c for t in trigger.tokens for c in view.children[t]}
    told = view.deps[verb] == "acl" and is_passive(view, verb)
    return told and any(above.i in below for above in ancestors(view.doc[verb]))


def _judged(view: View, trigger: Trigger, event: Event, told: Sequence[Told]) -> Event:
    own = {party.country for party in event.actors}
    if doers := tuple(p for p in _whose_infinitive(view, trigger) if p.country not in own):
        return replace(event, recipients=doers)
    makers = _whose_infinitive(view, trigger, done=True) if {p.country for p in event.recipients} <= own else ()
    above = () if event.recipients else _of_clause_above(view, trigger)
    if theirs := tuple(p for p in makers or above if p.country not in own):
        return replace(event, recipients=theirs)
    named = _named(view, trigger)
    if event.recipients or event.standing == "planned" or not named:
        return event
    types = {kind for form in named for kind in view.grammar.acts.get(form, ())}
    made = bool(types) and types <= MADE
    if trigger.entry.type == ANSWER and not made:
        return event  # who rejects an accord or a raid rejects it in words to nobody
    before = [pair for pair in told if pair[1].evidence.span[0] < event.evidence.span[0]]
    here = view.sentence_of[trigger.verb]
    near = [pair for pair in reversed(before) if here - view.sentence_of[pair[0].verb] <= NEAR]
    # What others speak of is the first told, for news begins with it; but "the decision", "the offer" is the last.
    options = sorted(before, key=lambda pair: pair[1].evidence.span, reverse=made) if types else near
    for earlier, other in options if types or named & {*view.grammar.deeds} else ():
        joint = earlier.entry.mutual or other.type not in JOINT or made
        others = tuple(p for p in other.actors if p.country and p.country not in own and _answers(view, p))
        if (not types or other.type in types) and joint and others:
            return replace(event, recipients=others)
    return event


def _answers(view: View, party: Party) -> bool:
    """Whether an act is laid at its actor's door; where verbs stand last, the raid of nameless gunmen at no one's."""
    return view.grammar.verb == "first" or party.sector in STATES


def _needs_one(view: View, trigger: Trigger, event: Event) -> bool:
    """Whether the event was coded without a side that its words need, because they point back to an act."""
    entry = trigger.entry
    lacks = entry.requires == "both" and not entry.mutual and entry.type not in view.grammar.one_sided
    return lacks and event.type == entry.type and points_back(view, trigger)


def _addressed(event: Event, told: Sequence[Told]) -> Event:
    own = {party.country for party in event.actors} - {""}
    if event.type != ANSWER or event.recipients or len(own) != 1:
        return event
    place = event.evidence.span[0]
    before = [other for _, other in told if other.evidence.span[0] < place and _calls_for(other, own)]
    if not before:
        return event
    return replace(event, recipients=_others(max(before, key=lambda other: other.evidence.span[0]), own))


def _calls_for(event: Event, own: set[str]) -> bool:
    """Whether an act is one that its recipients, of the country that answers, may deny or refuse."""
    at_them = own <= {party.country for party in event.recipients}
    return event.type in ANSWERED and at_them and bool(_others(event, own))


def _others(event: Event, own: set[str]) -> tuple[Party, ...]:
    """Its actors of another side than the one that answers; a body of no country too: "Amnesty accused police"."""
    return tuple(party for party in event.actors if party.country and party.country not in own)
