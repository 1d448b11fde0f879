"""Whom an act is done to, where no word of its own clause says so: what its sentence, or the act before, tells."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from msgspec.structs import replace

from vaarta.coding.acted_on import countries_of
from vaarta.coding.arguments import INHERITED, Argument, members_of, subject_of
from vaarta.coding.subjects import parties_of
from vaarta.coding.trees import ancestors
from vaarta.coding.triggers import Trigger
from vaarta.coding.verb_forms import is_infinitive
from vaarta.coding.view import View
from vaarta.coding.voice import is_passive
from vaarta.doc import ActorMention
from vaarta.records import Event, Party

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["carried", "complement_subject", "in_complement", "told_beside"]

BESIDE = {"SANCTION", "SUPPORT", "THREATEN"}  # types told of the one other country that their sentence names
PARDON, PRAISE = "CONCEDE", "SUPPORT"
RECALL, WITHDRAWN = "SANCTION", "withdraw"
FORCE, PROTEST, BLOWS = "ASSAULT", "PROTEST", {"ASSAULT", "PROTEST"}
DISPERSAL = "crowd-control"  # the mode of force against those who protest
REFUSAL = "REJECT"
THREAT = "THREATEN"
TO_SOMEONE = {"ACCUSE", "REJECT", "REQUEST", "SANCTION", "THREATEN"}
HOLD = "COERCE"
ON_SOMEONE = {"ACCUSE", "COERCE", "REJECT", "REQUEST", "SANCTION"}
REQUEST, COURT = "REQUEST", "JUD"
AT_HOME = {"ACCUSE", "REQUEST"}  # types of what is said of others at home; what is promised of them is not done to them
CAMPS = {"GOV", "OPP", "PTY"}  # sectors of those in office, of those who would be, and of the party of either
CIVIL = "CVL"
UNTOLD = {"", "about", "place", "story", "unknown owner"}  # why recognition gives people a country that no word says
STATE, STATES = "GOV", {"GOV", "MIL"}  # the sector of a state, and those of what is a state's
BACK = 1  # sentences from an act at someone to the next at the same one, or to the answer to it

Parties = tuple[Party, ...]
Told = tuple[Trigger, Event]


def told_beside(view: View, trigger: Trigger, actors: Parties) -> Parties:
    """The first mention of the one country besides its actor's that a threat's, sanction's or praise's sentence names.

    "Washington warned that ties with Ankara would suffer", "उसने नेपाल के साथ सहयोग की सराहना की". Empty if it names
    none or several.
    """
    entry = trigger.entry
    own = {p.country for p in actors} - {""}
    if hosts := (
        _posted(view, trigger, own) or _court(view, trigger) or _addressed(view, trigger) or _granting(view, trigger)
    ):
        return hosts
    nominal = trigger.nominal and entry.type in {THREAT, PRAISE}
    if entry.type not in BESIDE or entry.mutual or nominal or not entry.recipient or len(own) != 1:
        return ()
    if entry.type == PRAISE and view.grammar.verb == "first":
        return ()
    found = tuple(p for p in _named_with(view, trigger) if p.country not in own)
    return found[:1] if len({p.country for p in found}) == 1 else ()


def _posted(view: View, trigger: Trigger, own: set[str]) -> Parties:
    """Where the envoy serves whom a sanction's verb recalls: "recalled its ambassador to Sweden"."""
    if trigger.entry.type != RECALL or trigger.nominal:
        return ()
    served = [m for m in view.mentions.actors if m.host and view.doc[m.head].head.i in trigger.tokens]
    return tuple(m.host for m in served if m.host and m.host.country and m.host.country not in own)[:1]


def _court(view: View, trigger: Trigger) -> Parties:
    """The court that something is asked of in it: "उच्च न्यायालय में अपील की"."""
    if trigger.entry.type != REQUEST or view.grammar.verb == "first" or trigger.nominal:
        return ()
    names = view.pack.names.phrases
    for c in (c for t in trigger.tokens for c in view.children[t] if c in view.mention_at):
        mention = view.mentions.actors[view.mention_at[c]]
        court = any(entry.sector == COURT for entry in names.get((view.texts[mention.end - 1],)) or ())
        if court and view.subtree_marker(c) in view.grammar.markers.standing:
            return tuple(mention.parties)
    return ()


def _granting(view: View, trigger: Trigger) -> Parties:
    """Who does what an appeal moved him to: "भारत की अपील पर | जापान ने … भेजा"; who hears it was appealed to as well."""
    noun = trigger.verb
    if trigger.entry.type != REQUEST or view.grammar.verb == "first" or not trigger.nominal:
        return ()
    if view.subtree_marker(noun) not in {*view.grammar.markers.standing, *view.grammar.markers.apart}:
        return ()
    return tuple(p for n in subject_of(view, view.heads[noun]) for p in parties_of(view, n))


def _addressed(view: View, trigger: Trigger) -> Parties:
    """To whom it is said that something ought to be done by no one named: "X से कहा कि … किया जाना चाहिए"."""
    if not (trigger.entry.duty and is_passive(view, trigger.verb)):
        return ()
    saying = next((t.head.i for t in ancestors(view.doc[trigger.verb]) if t.dep_ == "ccomp"), -1)
    for n in view.groups_in.get(view.sentence_of[trigger.verb], ()):
        told = view.markers[n] in view.grammar.markers.companions
        if told and any(view.heads[m.head] == saying for m in members_of(view, n)):
            return tuple(parties_of(view, n))
    return ()


def _named_with(view: View, trigger: Trigger) -> Iterable[Party]:
    """The parties of known country that a trigger's sentence names, but for pronouns, its own words and who says it."""
    sentence = view.sentence_of[trigger.verb]
    for mention in view.mentions.actors:
        own = any(mention.start <= t < mention.end for t in trigger.tokens)
        if view.sentence_of[mention.start] != sentence or own or _says(view, mention):
            continue
        if view.grammar.verb == "first" and (
            _acts_apart(view, mention.head, trigger) or _aside(view, mention.head, trigger)
        ):
            continue
        if trigger.entry.type == PRAISE and _apart(view, mention.head, trigger):
            continue
        if not mention.weak and mention.kind != "pronoun":
            yield from (p for p in mention.parties if p.country)


def _apart(view: View, i: int, trigger: Trigger) -> bool:
    """Whether token `i` is where the act is, who did what is praised, in another clause or in what is yet to be done.

    "संघ छोड़ने की योजना का समर्थन किया" is no support of the union.
    """
    markers, marker = view.grammar.markers, view.subtree_marker(i)
    if marker in markers.agent or (view.heads[i] == trigger.verb and marker in markers.standing):
        return True
    for token in ancestors(view.doc[i]):
        if token.i in trigger.tokens:
            return False
        if is_infinitive(view, token.i):
            return True
    return view.clause(i) != view.clause(trigger.verb)


def _aside(view: View, i: int, trigger: Trigger) -> bool:
    """Whether token `i` is in a relative clause that the act is not in: "Oslo, | which armed Kiev, said it would …"."""
    clause = next((t for t in ancestors(view.doc[i]) if t.dep_ == "acl:relcl"), None)
    return clause is not None and all(t.i != clause.i for t in ancestors(view.doc[trigger.verb]))


def _acts_apart(view: View, i: int, trigger: Trigger) -> bool:
    """Whether token `i` is in a clause joined to the act's with a subject of its own: "X cut aid, and | Y left"."""
    clause = view.clause(i)
    own = any(view.deps[c].startswith("nsubj") for c in view.children[clause])
    return clause != view.clause(trigger.verb) and view.deps[clause] == "conj" and own


def _says(view: View, mention: ActorMention) -> bool:
    """Whether a mention is the subject of a verb of saying: "…, two diplomats said"."""
    said = not view.forms[view.heads[mention.head]].isdisjoint(view.pack.statements.verbs)
    return view.grammar.verb == "first" and view.deps[mention.head].startswith("nsubj") and said


def carried(view: View, told: Iterable[Told]) -> list[Told]:
    """The events in order; a hostile or asking one done to no one is done to whom the same side did one just before.

    "India summoned the envoy and lodged a protest": in the same sentence, or in the one before.
    """
    found: list[Told] = []
    for trigger, event in sorted(told, key=lambda pair: pair[1].evidence.span):
        whole = _mourned(view, _carried(view, trigger, event, found), found)
        whole = _regretted(view, trigger, _gone_on(view, trigger, whole, found), found)
        found.append((trigger, _answered(view, trigger, whole, found)))
    return found


def _gone_on(view: View, trigger: Trigger, event: Event, before: list[Told]) -> Event:
    """What is done to a country in a passive, with who did the like to it just before: "उसे … के आदेश भी दिए गए"."""
    passive = view.grammar.verb == "last" and not trigger.nominal and is_passive(view, trigger.verb)
    if not passive or event.type not in ON_SOMEONE or event.actors or not event.recipients:
        return event
    whom, here = {p.country for p in event.recipients}, view.sentence_of[trigger.verb]
    for earlier, other in reversed(before):
        if here - view.sentence_of[earlier.verb] > BACK:
            break
        alike = other.type in ON_SOMEONE and other.standing == event.standing
        alike = alike and {p.country for p in other.recipients} == whom and "" not in whom
        held = event.type != HOLD or all(p.sector != COURT for p in other.actors)  # what a court says, police do
        same = {p.text for p in other.actors} & {p.text for p in event.recipients}
        if alike and held and not same and len({p.country for p in other.actors}) == 1:
            return replace(event, actors=other.actors)
    return event


def _regretted(view: View, trigger: Trigger, event: Event, before: list[Told]) -> Event:
    """Regret for deaths or a blow, to whom the last blow befell: "struck a hall. Riyadh regretted the deaths"."""
    own = {p.country for p in event.actors}
    if event.type != PARDON or event.recipients or view.grammar.verb == "last" or trigger.nominal or len(own) != 1:
        return event
    below = (i for t in trigger.tokens for c in view.children[t] for i in (c, *view.children[c]))
    if all(view.grammar.acts.keys().isdisjoint(view.forms[i]) for i in below):
        return event
    struck = next((other for _, other in reversed(before) if other.type == FORCE and other.recipients), None)
    if (
        struck is None
        or {p.country for p in struck.recipients} & own
        or {p.country for p in struck.actors} - own - {""}
    ):
        return event
    return replace(event, recipients=struck.recipients)


def _mourned(view: View, event: Event, before: list[Told]) -> Event:
    """Sympathy with people of no country told, as with those of the last attack told: "परिजनों के प्रति संवेदना जताई"."""
    own = {p.country for p in event.actors}
    if event.type != PRAISE or view.grammar.verb == "first" or not event.recipients:
        return event
    if any(p.sector != CIVIL or p.name or p.country not in own | {""} for p in event.recipients):
        return event
    if any(_of_words(view, p) for p in event.recipients):
        return event
    struck = next((o for _, o in reversed(before) if o.type == FORCE and o.recipients), None)
    countries = {p.country for p in struck.recipients} if struck else set()
    if len(countries) != 1 or not countries - own - {""}:
        return event
    return replace(event, recipients=tuple(replace(p, country=min(countries)) for p in event.recipients))


def _of_words(view: View, party: Party) -> bool:
    """Whether a party's own words tell its country, or the story as a whole does not."""
    group = view.mention_group.get(party.evidence.span) if party.evidence else None
    return group is None or any(m.why not in UNTOLD for m in members_of(view, group))


def _answered(view: View, trigger: Trigger, event: Event, before: list[Told]) -> Event:
    """A blow at no one, at whoever struck its actor just before: "they threw stones at police, who fired tear gas"."""
    if event.type != FORCE or event.recipients or not event.actors or not trigger.entry.recipient:
        return event
    own, here = _sides(event.actors), view.sentence_of[trigger.verb]
    for earlier, other in reversed(before):
        if here - view.sentence_of[earlier.verb] > BACK:
            break
        if other.type in BLOWS and other.actors and _sides(other.recipients) == own != _sides(other.actors):
            return replace(event, recipients=other.actors)
        if other.type == PROTEST and event.mode == DISPERSAL and _countries(other.actors) == _countries(event.actors):
            return replace(event, recipients=other.actors)  # "thousands marched. Police fired tear gas"
    return event


def _countries(parties: Parties) -> set[str]:
    return {p.country for p in parties}


def _sides(parties: Parties) -> set[tuple[str, str]]:
    """The countries and sectors of parties; its army and its places are a state's alike."""
    return {(p.country, STATE if p.country and p.sector in STATES else p.sector) for p in parties}


def _carried(view: View, trigger: Trigger, event: Event, before: list[Told]) -> Event:
    own = {p.country for p in event.actors} - {""}
    if event.type not in TO_SOMEONE or event.recipients or len(own) != 1 or not trigger.entry.recipient:
        return event
    if event.type == REFUSAL and not event.mode and view.grammar.verb == "first":
        return event  # what is denied others may have said
    here = view.sentence_of[trigger.verb]
    for earlier, other in reversed(before):
        if here - view.sentence_of[earlier.verb] > BACK:
            break
        at = {p.country for p in other.recipients}
        if event.type == other.type == RECALL and at and not own & at and trigger.entry.mode == WITHDRAWN:
            return replace(event, recipients=other.recipients)  # "X expelled their envoys, and Y withdrew its own"
        if other.type in TO_SOMEONE and at and not own & at and {p.country for p in other.actors} == own:
            return replace(event, recipients=other.recipients)
    return event


def complement_subject(view: View, trigger: Trigger, taken: set[int]) -> Argument | None:
    """Whom a speech act without a named recipient is about: the subject of its clause ("said that Y must …").

    Not the speaker's own side: "denied that Kabul was sheltering militants" is said of nobody else. At home it is said
    of the other camp: of a party by those in office, of those in office by a party.
    """
    own = {country for group in taken for country in countries_of(view, group)}
    for child in _contents(view, trigger, *_pronouns_of(view, trigger)):
        if is_passive(view, child.i):
            continue
        for group in subject_of(view, child.i) or _first_in(view, child.left_edge.i, child.i):
            if group in taken or not countries_of(view, group) - {""}:
                continue
            rivals = trigger.entry.type in AT_HOME and _other_camp(view, group, taken)
            if not countries_of(view, group) & own or rivals:
                return Argument(group, frozenset(), INHERITED, 0)
    return None


def _other_camp(view: View, group: int, taken: set[int]) -> bool:
    """Whether a group is of a camp of politics other than the actor's: a party, another, or those in office.

    A court's orders and charges are for anyone.
    """
    theirs, ours = ({p.sector for n in groups for p in parties_of(view, n)} for groups in ({group}, taken))
    apart = bool(theirs and ours) and not theirs & ours
    return apart and (ours == {COURT} or (theirs <= CAMPS and ours <= CAMPS))


def _contents(view: View, trigger: Trigger, *nouns: int) -> Iterator["Token"]:
    """The heads of the clauses that a speech act says: they hang on its verb, its noun ("आरोप है कि …"), other nouns."""
    openers = view.grammar.clause_openers
    for t in (*trigger.tokens, *nouns):
        for child in view.doc[t].children:
            opened = any(c.dep_ == "mark" and view.texts[c.i] in openers for c in child.children)
            if (t == trigger.verb and child.dep_ == "ccomp") or (child.dep_ in {"acl", "ccomp"} and opened):
                yield child


def _pronouns_of(view: View, trigger: Trigger) -> list[int]:
    """The pronouns that stand for what a verb says, and that the tree hangs it on: "यह भी आरोप लगाया | कि …"."""
    pronouns = view.grammar.demonstratives
    return [c for c in view.children[trigger.verb] if view.deps[c] == "obj" and view.texts[c] in pronouns]


def in_complement(view: View, trigger: Trigger, argument: Argument, *, any_noun: bool = False) -> bool:
    """Whether the argument stands inside the clause that the speech act says; or, with `any_noun`, one of its nouns."""
    clauses = [c for c in view.doc[trigger.verb].children if c.dep_ == "ccomp"]
    if any_noun:
        nouns = [c.i for c in view.doc[trigger.verb].children if c.dep_ == "obj"]
        clauses += _contents(view, trigger, *nouns)
    heads = [m.head for m in members_of(view, argument.group)]
    return any(c.left_edge.i <= h <= c.right_edge.i for c in clauses for h in heads)


def _first_in(view: View, start: int, end: int) -> list[int]:
    """The first bare group of mentions between two tokens."""
    inside = [n for n in range(len(view.groups)) if start <= members_of(view, n)[0].start < end]
    return [n for n in inside if not view.markers[n]][:1]
