"""Which mentions fill which role of a trigger: by the tree where it joins them, else by case marker and order."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from vaarta.coding.agents import agents_verb, does_another, is_source
from vaarta.coding.borders import only_borders
from vaarta.coding.by_order import by_order, past_its_noun, plain_part
from vaarta.coding.decisions import decider, judged, of_decision
from vaarta.coding.homes import WORLD
from vaarta.coding.host_nouns import OF_ACT
from vaarta.coding.relatives import relative_in, stood_for
from vaarta.coding.slots import before_its_noun, marker_slots, slots_of
from vaarta.coding.standing import support_verb
from vaarta.coding.subjects import (
    awaited,
    inherited_subject,
    last_marked_subject,
    members_of,
    parties_of,
    qualified,
    subject_of,
)
from vaarta.coding.trees import ancestors
from vaarta.coding.triggers import Trigger, noun_at
from vaarta.coding.verb_forms import is_infinitive, marker_of
from vaarta.coding.view import View
from vaarta.coding.voice import has_agent, has_unknown_agent, is_compelled, is_passive, shares_passive
from vaarta.doc import ActorMention

__all__ = ["DEEP", "DIRECT", "INHERITED", "LINEAR", "SAID", "Argument", "find_arguments", "members_of", "subject_of"]

DIRECT, DEEP, INHERITED, LINEAR = 4, 3, 2, 1  # how a mention is joined to a trigger; more is surer
VERBAL = {"VERB", "AUX"}
DEEPEST = 4  # tokens on the way from a name to the predicate, both counted
BEFALLING = {"ASSAULT", "COERCE", "SANCTION"}  # types of what is done to people
AT_BORDERS = {*BEFALLING, "AID", "CONCEDE", "MOBILIZE", "PROTEST", "RETREAT", "THREATEN"}  # what is done at a border
PRAISE = "SUPPORT"
JUDGING = {"ACCUSE", PRAISE}  # types of acts that are about what another does
ANSWERED = {*JUDGING, "REJECT"}  # types of acts that answer what another did
ASKING, ACTOR = "REQUEST", "actor"

# Types that people do in words: a state's planes may bomb, but its trade condemns no one.
SAID = {"ACCUSE", "AGREE", "CONSULT", "REJECT", "REQUEST", "SUPPORT", "THREATEN"}


@dataclass(frozen=True)
class Argument:
    """A group of coordinated mentions about a trigger, the slots it may fill, and how surely it is joined to it.

    `via` is the noun it depends on, if it hangs on the trigger through one.
    """

    group: int
    slots: frozenset[str]
    strength: int
    distance: int
    via: int = -1


def find_arguments(view: View, trigger: Trigger) -> list[Argument]:
    """Every group of mentions in the trigger's sentence that may fill a role, surest and nearest first."""
    if (known := view.arguments.get(trigger)) is None:
        known = view.arguments[trigger] = _found(view, trigger)
    return known


def _found(view: View, trigger: Trigger) -> list[Argument]:
    cluster = _cluster(view, trigger)
    passive = is_passive(view, trigger.verb) or (not trigger.entry.mutual and has_agent(view, trigger.verb))
    whose = qualified(view, trigger, passive=passive)
    found = [
        argument
        for n in view.groups_in.get(view.sentence_of[trigger.verb], ())
        if not (_inside(view, n, trigger) or n in whose or does_another(view, n, trigger) or is_source(view, n))
        if not (past_its_noun(view, n, trigger) or (trigger.entry.type not in AT_BORDERS and only_borders(view, n)))
        for argument in _joined(view, n, trigger, cluster, passive=passive)
    ]
    found += [Argument(n, frozenset({"object" if passive else "subject"}), DIRECT, 0) for n in whose]
    if (by_pronoun := _relative(view, trigger, passive=passive)) is not None:
        found = [by_pronoun, *(a for a in found if a.group != by_pronoun.group)]
    if not passive and is_infinitive(view, trigger.verb):
        found = [_as_agent(view, a, trigger) if _agent(view, a) else a for a in found]
    if not trigger.nominal and (whose_act := decider(view, trigger.verb)) is not None:
        found = [replace(a, slots=a.slots - {"subject"}) for a in found if a.group not in whose_act]
        found += [Argument(n, frozenset({"subject"}), DIRECT, 0) for n in whose_act]
    elif _foreign_subject(view, trigger.verb) or (passive and has_unknown_agent(view, trigger.verb)):
        found = [a for a in found if a.strength > LINEAR or "subject" not in a.slots]
    elif not any("subject" in a.slots and a.strength > LINEAR for a in found) and not passive:
        inherited = inherited_subject(view, trigger, cluster) or last_marked_subject(view, trigger)
        found += [Argument(n, frozenset({"subject"}), INHERITED, 0) for n in inherited]
    found = [a if _acts(view, a, trigger, found) else replace(a, slots=a.slots - {"subject"}) for a in found]
    if (expected := awaited(view, trigger)) is not None:
        whom = Argument(expected, frozenset({"subject"}), DIRECT, 0)
        found = [whom, *(a for a in found if a.group != expected)]
    if shares_passive(view, trigger.verb) and not any("object" in a.slots and a.strength > LINEAR for a in found):
        found += [Argument(n, frozenset({"object"}), INHERITED, 0) for n in inherited_subject(view, trigger, cluster)]
    if not any("subject" in a.slots and a.strength > LINEAR for a in found):
        found = [_amid(view, a) for a in found]
    if trigger.entry.type in JUDGING:
        found = [a for a in found if not of_decision(view, members_of(view, a.group)[0].head, trigger)]
        found = found if passive else _judged(view, trigger, found)
    return sorted(found, key=lambda a: (-a.strength, a.distance))


def _judged(view: View, trigger: Trigger, found: list[Argument]) -> list[Argument]:
    """The arguments of an act of judging: with who did what it is about, none that are but of a decision's words."""
    if (decided := judged(view, trigger)) is not None:
        whose, words = decided
        apart = [a for a in found if members_of(view, a.group)[-1].end - 1 not in words]
        return [*apart, Argument(whose, frozenset({"gen", view.marker_after(words.stop)}), DIRECT, 0)]
    by = (n for n in view.groups_in.get(view.sentence_of[trigger.verb], ()) if _is_judged(view, n, trigger))
    return [
        *found,
        *(Argument(n, frozenset({"gen"}), LINEAR, trigger.verb - members_of(view, n)[0].head) for n in by),
    ]


def _is_judged(view: View, n: int, trigger: Trigger) -> bool:
    """Whether a group did what an act of judging is about: "X द्वारा किए गए परीक्षण की | निंदा की"."""
    between = range(members_of(view, n)[-1].end, trigger.start)
    if view.grammar.verb == "first" or view.markers[n] not in view.grammar.markers.agent or not between:
        return False
    told = any(view.pos[k] == "VERB" for k in between) and agents_verb(view, n) not in trigger.tokens
    # What a body of the world gave is praised for itself: "विश्व बैंक द्वारा दी गई रैंकिंग".
    states = {p.country for p in parties_of(view, n)} - WORLD
    told = told and (trigger.entry.type != PRAISE or bool(states))
    return told and view.clause_openers.isdisjoint(view.texts[between.start : between.stop])


def _amid(view: View, argument: Argument) -> Argument:
    """With the slot of those between whom something is, if several countries are told as where: "दोनों देशों में".

    Where someone else acts they are mere places: "X नेपाल और पेरू में दल का नेतृत्व करेंगे".
    """
    markers = view.grammar.markers
    countries = {p.country for p in parties_of(view, argument.group)}
    if view.markers[argument.group] not in markers.amid or len(countries - {""}) < 2:  # noqa: PLR2004 - two sides
        return argument
    return replace(argument, slots=argument.slots | {*markers.between[:1]})


def _acts(view: View, argument: Argument, trigger: Trigger, found: list[Argument]) -> bool:
    """Whether a group may be the subject: no bare one after a final verb that has a marked one before it."""
    if view.grammar.verb == "first" or "subject" not in argument.slots or view.markers[argument.group]:
        return True
    subjects = view.grammar.markers.subject
    marked = any(view.markers[a.group] in subjects and _starts(view, a) < trigger.verb for a in found)
    return not marked or _starts(view, argument) < trigger.verb


def _starts(view: View, argument: Argument) -> int:
    return members_of(view, argument.group)[0].start


def _relative(view: View, trigger: Trigger, *, passive: bool) -> Argument | None:
    """The side that a relative pronoun of the trigger's verb stands for, in the slots that the pronoun fills."""
    pronoun = None if trigger.nominal else relative_in(view, trigger.verb)
    befalls = trigger.entry.type in BEFALLING
    judged = trigger.entry.type in ANSWERED
    group = None if pronoun is None else stood_for(view, trigger.verb, pronoun, befalls=befalls, judged=judged)
    if pronoun is None or group is None:
        return None
    after = view.grammar.markers.stands == "after"
    marker = view.marker_after(pronoun + 1) if after else view.subtree_marker(pronoun)
    slots = slots_of(view, marker, pronoun, nominal=False, passive=passive)
    return Argument(group, slots, DEEP, abs(trigger.verb - pronoun))


def _as_agent(view: View, argument: Argument, trigger: Trigger) -> Argument:
    """The agent of an infinitive as its subject, and no object of it, if the verb is surely its own."""
    if trigger.nominal or agents_verb(view, argument.group) not in trigger.tokens:
        return replace(argument, slots=argument.slots | {"subject"})
    return replace(argument, slots=frozenset({"subject", view.markers[argument.group]}), strength=DIRECT)


def _agent(view: View, argument: Argument) -> bool:
    return view.markers[argument.group] in view.grammar.markers.agent


def _foreign_subject(view: View, verb: int) -> bool:
    """Whether the verb has a subject of its own that names no one recognition knows."""
    return any(
        child.dep_ == "nsubj"
        and child.i not in view.mention_at
        and child.i not in view.dated
        and child.pos_ in {"NOUN", "PROPN"}
        for child in view.doc[verb].children
    )


def _cluster(view: View, trigger: Trigger) -> frozenset[int]:
    """The trigger's tokens, with the light verbs that a nominal trigger hangs on or that hang on it as participles.

    "X और Y के बीच हुई वार्ता", "talks held between X and Y": what hangs on the participle is told of the noun.
    """
    if not trigger.nominal:
        return frozenset(trigger.tokens)
    support = support_verb(view, trigger)
    light = set(view.grammar.verbs.support)
    held = (c.i for c in view.doc[trigger.verb].children if c.dep_ == "acl" and view.forms[c.i] & light)
    return frozenset({*trigger.tokens, *held} if support is None else {*trigger.tokens, *held, support})


def _inside(view: View, n: int, trigger: Trigger) -> bool:
    """Whether the mention holds the trigger's own verb or noun, or a word of a nominal trigger."""
    own = trigger.tokens if trigger.nominal else (trigger.verb,)
    return any(mention.start <= i < mention.end for mention in members_of(view, n) for i in own)


def _joined(view: View, n: int, trigger: Trigger, cluster: frozenset[int], *, passive: bool) -> Iterable[Argument]:
    """The group as an argument: as a host of the trigger, by the tree, or by order alone."""
    members = members_of(view, n)
    distance = min(abs(trigger.verb - m.head) for m in members)
    if _right_before(view, n, trigger.verb) and not (trigger.nominal or passive):
        return [Argument(n, frozenset({"subject"}), DIRECT, distance)]
    if (plain := plain_part(view, n, trigger, passive=passive)) is not None:
        return [Argument(n, plain, DEEP, distance)]
    host = next((t for m in members for t in range(m.start, m.end) if t in cluster and t != trigger.verb), None)
    if host is not None:
        slots = slots_of(view, view.markers[n], _top(view, members, host), nominal=False, passive=passive)
        return [] if _only_host(view, n, members) else [Argument(n, slots, DIRECT, distance)]
    joined = [(member, path) for member in members if (path := _path_of(view, member, cluster))]
    paths = [path for member, path in joined if path[-1] not in view.dated and not _glued(view, n, member, path)]
    if paths:  # in "X सहित Y ने" the tree may join either as the subject
        path = next((path for path in paths if view.doc[path[-1]].dep_.startswith("nsubj")), paths[0])
        if is_compelled(view, trigger.verb, path[-1]):
            return [Argument(n, frozenset({"subject"}), DIRECT, distance)]
        argument = _by_tree(view, n, trigger, path, passive=passive)
        if "gen" in argument.slots and _of_act(view, trigger, members[-1], view.doc[path[-1]].head.i):
            argument = replace(argument, slots=argument.slots | {OF_ACT})
        return [argument]
    told = by_order(view, n, trigger, passive=passive)
    return [] if told is None else [Argument(n, told[0], LINEAR, told[1])]


def _right_before(view: View, n: int, verb: int) -> bool:
    """Whether a bare name stands right before a finite verb that has no other subject: "a charge China denies".

    Parsers hang it on the noun before.
    """
    if view.grammar.verb == "last" or view.markers[n] or members_of(view, n)[-1].end != verb:
        return False
    children = view.doc[verb].children
    return view.finite[verb] and not any(c.dep_.startswith("nsubj") for c in children)


def _top(view: View, members: list[ActorMention], host: int) -> int:
    """What tells the part of a mention that holds a host: its head, where the host is a lesser word of it."""
    mention = next(m for m in members if m.start <= host < m.end)
    return mention.head if mention.start <= view.doc[host].head.i < mention.end else host


def _only_host(view: View, n: int, members: list[ActorMention]) -> bool:
    """Whether a bare host names people of no country, who are no side: "सैनिकों को बंधक बनाया"."""
    bare = view.grammar.verb == "last" and not view.markers[n]
    return bare and not any(p.country or p.name for m in members for p in m.parties)


def _glued(view: View, n: int, member: ActorMention, path: list[int]) -> bool:
    """Whether a bare name hangs on another name: where markers follow nouns that is a subject parsed into the next.

    "विदेश मंत्री सुषमा स्वराज | रूस के दौरे पर हैं": the minister is read as part of रूस. Or it hangs on what a pronoun
    owns: "माली | अपनी सीमा खोलना चाहता है".
    """
    if view.markers[n] or view.grammar.markers.stands == "before" or member.kind == "adjective":
        return False
    outside = next((k for k in path if not member.start <= k < member.end), None)
    if outside is None:
        return False
    owned = (m for k in range(member.end, outside) if (m := view.mention_at.get(k)) is not None)
    return outside in view.mention_at or any(view.mentions.actors[m].kind == "pronoun" for m in owned)


def _by_tree(view: View, n: int, trigger: Trigger, path: list[int], *, passive: bool) -> Argument:
    """The group as an argument by the path from it up to the trigger: itself, or what it depends on, hangs there."""
    members = members_of(view, n)
    distance = min(abs(trigger.verb - m.head) for m in members)
    inside = next((k for k in path[1:] if _verbal_infinitive(view, k)), None)
    if inside is not None:
        slots = _in_infinitive(view, n, trigger, path[path.index(inside) - 1], inside)
        return Argument(n, slots, DEEP, distance)
    top = path[-1]
    direct = any(m.start <= top < m.end for m in members)
    marker = view.markers[n] if direct else view.subtree_marker(top, but=frozenset(trigger.tokens))
    if direct and trigger.nominal and before_its_noun(view, top, trigger.verb):
        marker = ""  # "in response to Kenyan sanctions": it is the sanctions that something responds to
    slots = slots_of(view, marker, top, nominal=view.doc[top].head.i != trigger.verb, passive=passive)
    if not direct and "subject" in slots and _no_doer(view, n, top, said=trigger.entry.type in SAID):
        slots -= {"subject"}
    if trigger.nominal and marker in view.grammar.markers.agent:
        slots |= {"subject"}
    if direct and any(m.kind == "adjective" for m in members):
        slots |= {"gen"}
    if not direct and view.grammar.verb == "first" and top in view.mention_at:
        # What only belongs to another side is no side by that side's part: "Washington with its allies".
        slots &= {"gen", "compound"}
    owner = view.doc[members[0].head].dep_ == "nmod:poss"
    # What is done with one's own is one's own act, unless it is done in words: "its helicopters rescued them".
    wields = trigger.entry.type not in SAID and not passive and view.doc[top].dep_ == "nsubj"
    if all(m.kind == "pronoun" for m in members) and (top in view.mention_at or (owner and not wields)) and not direct:
        # "His Chinese counterpart" is one side, and not he.
        slots = frozenset({"gen"})
    if not direct and view.grammar.verb == "first" and view.markers[n] in view.grammar.markers.place:
        slots = marker_slots(view, view.markers[n], passive=passive)
    elif not direct and view.markers[n] not in view.grammar.markers.genitive:
        # A phrase of its own marker may hang too low: "extradited two suspects to Brazil".
        slots |= _agent_too(view, n, passive=passive) | {view.markers[n]}
    return Argument(n, slots, DIRECT if direct else DEEP, distance, via=-1 if direct else top)


def _of_act(view: View, trigger: Trigger, member: ActorMention, host: int) -> bool:
    """Whether a genitive is of a host that is an act by itself: "X के हमले में Y के दो सैनिकों की मौत हुई".

    An adjective right before its act is of that act, whatever the tree: "इजरायली हवाई हमलों में".
    """
    if member.kind == "adjective" and member.end == trigger.start:
        host = trigger.start
    if host not in trigger.tokens[:-1]:
        return False
    hosts = [t for t in trigger.tokens[:-1] if host <= t <= host + 1]
    return any(noun_at(view, t, view.pack.events.by_noun) for t in hosts)


def _no_doer(view: View, n: int, top: int, *, said: bool) -> bool:
    """Whether a subject's noun is no side, and the group of mentions in its phrase does not act by it.

    "The campaign against Taiwan runs on"; of acts done in words also "US trade pressures could support China". Where
    markers follow their noun, what is theirs acts, not they, but for "their country": "यूरोप का रुख बदला".
    """
    markers = view.grammar.markers
    if markers.stands == "after":
        word = view.pack.reference.phrases.get((view.texts[top],))
        own = word and word.kind == "state" and all(m.kind == "pronoun" for m in members_of(view, n))  # "उनका देश"
        bare = not view.subtree_marker(top) and top not in view.mention_at
        return bare and not own and view.markers[n] in (*markers.genitive, *markers.agent)
    apart = bool(view.markers[n]) and view.markers[n] not in (*markers.genitive, *markers.place)
    counted = not view.forms[top].isdisjoint(view.grammar.quantities)  # "a range of Kenyan unions"
    return apart or (said and view.doc[top].pos_ == "NOUN" and top not in view.mention_at and not counted)


def _agent_too(view: View, n: int, *, passive: bool) -> set[str]:
    """The subject's slot for the agent of a passive that hangs too low: "hailed as a hero by Malians"."""
    return {"subject"} if passive and view.markers[n] in view.grammar.markers.agent else set()


def _in_infinitive(view: View, n: int, trigger: Trigger, own: int, inside: int) -> frozenset[str]:
    """The slots of a side told in an infinitive under the predicate: by its own marker and its own part there."""
    if not view.markers[n] and _too_many(view, own, inside):
        return frozenset({"subject"})
    if trigger.entry.type == ASKING and trigger.entry.requires == ACTOR and _befalls(view, n, inside):
        return frozenset()
    return slots_of(view, view.markers[n], own, nominal=False, passive=False)


def _befalls(view: View, n: int, infinitive: int) -> bool:
    """Whether a group is whom what is asked for would befall: "कैदियों को रिहा करने | का आह्वान किया"."""
    markers = view.grammar.markers
    return view.markers[n] in markers.object and marker_of(view, infinitive) in markers.genitive


def _too_many(view: View, i: int, infinitive: int) -> bool:
    """Whether a bare object of an infinitive is one too many: the subject of the verb above, parsed too low.

    "दल | संबंधों को मजबूत करने के लिए मंत्री से मिलेगा": the infinitive has its object, marked, already.
    """
    marked = (
        child.i > i and child.dep_ == "obj" and view.subtree_marker(child.i) in view.grammar.markers.object
        for child in view.doc[infinitive].children
    )
    return view.doc[i].dep_ == "obj" and any(marked)


def _path_of(view: View, member: ActorMention, cluster: frozenset[int]) -> list[int]:
    """The tokens from a mention's own up to the last below the cluster; [] if another clause is met first.

    One of the mention's tokens that hangs on the cluster itself is enough: a long name may be parsed in pieces.
    Its head comes first: in "more than 300 people" the first word may be parsed as an adverb of the verb.
    """
    own = [i for i in range(member.start, member.end) if view.doc[i].head.i in cluster and i not in cluster]
    if own:
        return [member.head] if member.head in own else own[:1]
    path: list[int] = []
    for token in ancestors(view.doc[member.head], DEEPEST):
        if token.i in cluster:
            return path
        attributive = view.texts[token.i] in view.grammar.attributive  # "accused | neighbouring Togo"
        if path and view.heads_clause(token) and not (attributive or _verbal_infinitive(view, token.i)):
            return []
        path.append(token.i)
    return []


def _verbal_infinitive(view: View, i: int) -> bool:
    """Whether token `i` is an infinitive and no noun that only ends as one does: सेना, राजधानी."""
    return view.pos[i] in VERBAL and is_infinitive(view, i)
