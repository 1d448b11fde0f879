"""What a group of mentions may be about a trigger that the tree does not join it to: by its marker and place alone."""

from typing import TYPE_CHECKING

from vaarta.coding.slots import NOMINAL, marker_slots
from vaarta.coding.standing import support_verb
from vaarta.coding.subjects import OCCASIONS, boundary_between, is_oblique, members_of
from vaarta.coding.trees import ancestors
from vaarta.coding.triggers import Trigger
from vaarta.coding.verb_forms import is_imperfective, is_infinitive
from vaarta.coding.view import View
from vaarta.coding.voice import past_participle
from vaarta.doc import ActorMention

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["by_order", "past_its_noun", "plain_part"]

OBJECTS = {"obj", "iobj"}
TOWN = "town"  # the slot of the town that the noun of a blow follows: "काबुल हमला"
TOWNS = {"capital", "place"}  # why recognition takes a town's name for a country
QUALIFYING = {"ADJ", "NOUN"}  # parts of speech of what may stand between a town and the noun of a blow there
DEEPEST = 4  # tokens on the way from a name to the head of its phrase
TALKS_WITHIN = 3  # tokens between whom talks are with and the noun that tells of them: "पहली द्विपक्षीय मुलाकात"
FARTHEST = 1000  # tokens; a bare name far before the verb is likelier its subject than a near one


def by_order(view: View, n: int, trigger: Trigger, *, passive: bool) -> tuple[frozenset[str], int] | None:
    """The slots that a group may fill by its marker and place alone, and how far off it is, in tokens.

    None if a clause ends between it and the verb, or it is another's. A genitive belongs to the noun it stands by, and
    says nothing of a verb farther off. A bare name before the verb may be its subject, and one after a verb that
    stands first its object.
    """
    members = members_of(view, n)
    marker = view.markers[n]
    distance = min(abs(trigger.verb - m.head) for m in members)
    apart = boundary_between(view, members[-1].head, trigger.verb) or _aside(view, members[0].head, trigger.verb)
    if marker in view.grammar.markers.genitive or apart or _after_it(view, members, trigger):
        return None
    if _anothers(view, trigger, marker, members[0].start) or _agent_of_another(view, n, trigger):
        return None
    if marker:
        slots = marker_slots(view, marker, passive=passive)
        if passive and marker in view.grammar.markers.subject:
            slots -= {"subject"}  # "X ने मारे गए सैनिकों को …" is no one's killer
        return slots, distance
    participle = view.doc[trigger.verb].dep_ == "acl" and past_participle(view, trigger.verb)
    return None if members[0].kind == "adjective" or participle else _bare(view, n, trigger, passive=passive)


def past_its_noun(view: View, n: int, trigger: Trigger) -> bool:
    """Whether a group stands after a noun that tells an act and has a case marker: it is no side of that act.

    Where verbs stand last, what is of a noun stands before it: in "हमले के बाद सूडान पर दबाव बढ़ा" the pressure is on
    Sudan. On an occasion people act, who may be told after it, but for whom they then meet: "दौरे के दौरान राष्ट्रपति ने …".
    """
    if view.grammar.verb == "first":
        return False
    if not trigger.nominal or not view.subtree_marker(trigger.verb):
        return _owns_after(view, n, trigger) or _both_own(view, n, trigger)
    occasion = trigger.entry.type in OCCASIONS and view.markers[n] not in view.grammar.markers.companions
    return members_of(view, n)[0].start > trigger.verb and not occasion


def _owns_after(view: View, n: int, trigger: Trigger) -> bool:
    """Whether a genitive after the trigger is of the noun that it stands before: "ने की निंदा, 40 लोगों की | मौत"."""
    last = members_of(view, n)[-1].end
    genitive = view.markers[n] in view.grammar.markers.genitive and last >= trigger.end
    return genitive and last + 1 < len(view.doc) and view.pos[last + 1] in QUALIFYING


def _both_own(view: View, n: int, trigger: Trigger) -> bool:
    """Whether a genitive over a word like both is of what it stands before: "X-Y दोनों की | इच्छा से"."""
    last, genitive = members_of(view, n)[-1].end, view.grammar.markers.genitive
    over = last + 2 < len(view.doc) and view.texts[last] in view.grammar.markers.collective
    owned = over and view.markers[n] in genitive and view.texts[last + 1] in genitive and view.pos[last + 2] == "NOUN"
    return owned and last + 2 < trigger.start and last + 2 not in trigger.tokens


def plain_part(view: View, n: int, trigger: Trigger, *, passive: bool) -> frozenset[str] | None:
    """The slots of a group whose part order tells plainly, and the tree often not; None of any other."""
    if TOWN in trigger.entry.recipient and _struck_town(view, n, trigger):
        # "X के सरगना और नैरोबी | हमले के दोषी Y": the tree joins the town to whom it stands beside.
        return frozenset({TOWN} if all(_town(mention) for mention in members_of(view, n)) else ())
    if _owns_talks(view, n, trigger):
        return frozenset({"gen"})
    return frozenset({"subject"}) if not passive and _opens_clause(view, n, trigger) else None


def _struck_town(view: View, n: int, trigger: Trigger) -> bool:
    """Whether a group ends in a town right before the noun of a blow, which struck it: "काबुल | आत्मघाती हमले के बाद"."""
    town = members_of(view, n)[-1]
    if not trigger.nominal or view.markers[n] or not _town(town):
        return False
    between = range(town.end, trigger.start)
    return town.end <= trigger.start and all(
        view.heads[k] == trigger.verb and view.pos[k] in QUALIFYING for k in between
    )


def _town(mention: ActorMention) -> bool:
    return mention.kind == "name" and mention.why in TOWNS


def _owns_talks(view: View, n: int, trigger: Trigger) -> bool:
    """Whether a genitive is of the talks that a trigger's noun tells of, though whom they are with stands between.

    "X की | Y से मुलाकात हुई": the tree hangs X on Y.
    """
    entry, markers, i = trigger.entry, view.grammar.markers, members_of(view, n)[-1].end + 1
    if i in view.mention_at and view.mentions.actors[view.mention_at[i]].kind == "pronoun":
        i = view.mentions.actors[view.mention_at[i]].end  # "X की | अपने समकक्ष Y से मुलाकात"
    if markers.stands == "before" or not entry.mutual or "gen" not in entry.actor or i not in view.group_at:
        return False
    partner = view.group_at[i]
    with_whom = view.markers[n] in markers.genitive and view.markers[partner] in {*markers.companions, *entry.partner}
    past = members_of(view, partner)[-1].end
    return with_whom and past <= trigger.start <= past + TALKS_WITHIN


def _opens_clause(view: View, n: int, trigger: Trigger) -> bool:
    """Whether a bare group of several countries opens the clause of a finite verb: they act, whatever the tree.

    "जापान और भारत | अंतरिक्ष के क्षेत्र में मिलकर काम करेंगे". Whereto one goes may stand there, too: "जापान और भारत जाएंगे".
    """
    if view.markers[n] or view.grammar.verb != "last" or trigger.nominal:
        return False
    members, verbs, verb = members_of(view, n), view.grammar.verbs, trigger.verb
    first, last = members[0].start, members[-1].end
    opens = view.doc[first].is_sent_start or view.texts[first - 1] in view.clause_openers
    if last > trigger.start or not opens or view.forms[verb] & {*verbs.motion} or is_infinitive(view, verb):
        return False
    several = len({p.country for m in members for p in m.parties if p.country}) > 1 or _state(view, members, verb)
    if not several:
        return False
    between = (k for k in range(last, verb) if view.pos[k] == "VERB" and k not in trigger.tokens)
    finite = any(not (view.deps[k] == "acl" or is_infinitive(view, k) or _converb(view, k)) for k in between)
    subject = any(view.deps[c].startswith("nsubj") for c in view.children[verb])
    return not (finite or subject) and view.clause_openers.isdisjoint(view.texts[last:verb])


def _state(view: View, members: list[ActorMention], verb: int) -> bool:
    """Whether a lone country's name is read as part of a further noun: "कि | केन्या दुख की घड़ी में … के साथ खड़ा है"."""
    own, (first, *others) = members[0].head, members
    entries = view.pack.names.phrases.get((view.texts[own],)) or ()
    state = not others and first.end == first.start + 1 and any(entry.kind == "country" for entry in entries)
    whole = not (is_imperfective(view, verb) or _converb(view, verb))
    return state and whole and view.deps[own] in NOMINAL and view.pos[view.heads[own]] in {"NOUN", "PROPN"}


def _converb(view: View, verb: int) -> bool:
    endings = view.grammar.verbs.converb_endings
    return view.texts[verb].endswith(endings) and view.texts[verb] not in endings  # "कर" itself is a stem: "कर रहे हैं"


def _after_it(view: View, members: list[ActorMention], trigger: Trigger) -> bool:
    """Whether a group stands after a final verb that another follows, or a comma parts from it: it is no side of it."""
    first, last = members[0].start, members[-1].end
    if view.grammar.verb == "first" or trigger.nominal or first < trigger.verb:
        return False
    end = view.sentences[view.sentence_of[first]].end
    return "," in view.texts[trigger.verb : first] or any(view.pos[k] == "VERB" for k in range(last, end))


def _bare(view: View, n: int, trigger: Trigger, *, passive: bool) -> tuple[frozenset[str], int] | None:
    """A bare name as subject of a verb that it only stands before, or object of one, by the language's order."""
    members = members_of(view, n)
    distance = min(abs(trigger.verb - m.head) for m in members)
    first = view.grammar.verb == "first"
    if members[0].head > trigger.verb:
        top = _phrase_top(view, members[0].head)
        # "…, the newspaper Le Monde said"; "attacked a convoy escorting workers".
        acts_there = top.dep_.startswith("nsubj") or (top.dep_ in OBJECTS and top.head.dep_ == "acl")
        return (frozenset({"object"}), distance) if first and not acts_there else None
    # Whom another verb acts on does not act here: "struck a convoy, killing nine".
    acted_on = first and not trigger.nominal and view.doc[members[0].head].dep_ in OBJECTS
    # What a participle is said of follows it: "मारे गए सैनिक".
    suffers = passive and not first and not trigger.nominal
    if acted_on or is_oblique(view, members[-1]) or (suffers and view.deps[trigger.verb] == "acl"):
        return None
    if suffers:
        return frozenset({"object"}), distance
    return frozenset({"subject"}), FARTHEST - distance


def _aside(view: View, i: int, verb: int) -> bool:
    """Whether token `i` stands in a relative clause that the verb is not in: "X, which quarrels with Y, agreed"."""
    if view.grammar.verb == "last":
        return False
    above = {token.i for token in ancestors(view.doc[verb])}
    return any(token.dep_ == "acl:relcl" and token.i not in above for token in ancestors(view.doc[i]))


def _phrase_top(view: View, i: int) -> "Token":
    """The head of the noun phrase that token `i` is a name or a qualifier in."""
    token = view.doc[i]
    for _ in range(DEEPEST):
        if token.dep_ not in {*NOMINAL, "appos", "nmod:desc"}:
            break
        token = token.head
    return token


def _anothers(view: View, trigger: Trigger, marker: str, start: int) -> bool:
    """Whether a group that only stands near, with this marker, at token `start`, is no side of a trigger.

    "अमेरिका द्वारा नामित …": the agent or the subject of the verb near by does not act in every noun of the sentence.
    Where verbs stand last nothing of a verbal noun's follows it.
    """
    markers = view.grammar.markers
    if not trigger.nominal:
        if view.grammar.verb == "first":
            return False
        subject = marker in markers.subject
        stative = bool(view.forms[trigger.verb] & set(view.grammar.verbs.stative))
        return (subject and stative) or (is_infinitive(view, trigger.verb) and (subject or start > trigger.verb))
    if marker in markers.agent or (marker in markers.object and view.grammar.verb == "last"):
        return True
    return not _shared(view, trigger) and (not marker or marker in view.grammar.markers.subject)


def _agent_of_another(view: View, n: int, trigger: Trigger) -> bool:
    """Whether a group is the agent of another verb by the tree: "X द्वारा बंधक बनाए गए लोगों को बचाया गया"."""
    head = view.doc[members_of(view, n)[0].head].head
    agent = view.markers[n] in view.grammar.markers.agent
    return agent and head.pos_ == "VERB" and head.i != trigger.verb


def _shared(view: View, trigger: Trigger) -> bool:
    """Whether a nominal trigger may take the subject of its sentence: it is an occasion, or the host of its verb."""
    # A verb that is known by its noun only: "is | appealing for help".
    verbal = view.grammar.verb == "first" and any(view.deps[c] == "aux" for c in view.children[trigger.start])
    return verbal or trigger.entry.type in OCCASIONS or support_verb(view, trigger) is not None
