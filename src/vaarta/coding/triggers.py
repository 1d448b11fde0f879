"""Where a Doc tells of an event: predicates and nouns of the pack's entries, found over lemmas and the tree."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from vaarta.coding.host_nouns import does_it, marked_as_written, of_another_noun, of_doer, qualifies
from vaarta.coding.verb_forms import is_infinitive, marker_of
from vaarta.coding.view import View
from vaarta.packs.events import EventEntry, Predicate, VerbIndex

__all__ = ["Index", "Trigger", "find_triggers", "fits", "noun_at", "readings_of"]

REACH = 5  # tokens a host may stand from its verb when the tree does not join them
VERBAL = frozenset({"VERB", "AUX"})
NOMINAL = frozenset({"NOUN", "PROPN", "VERB"})
HOSTING = {"compound:lvc", "obj", "compound"}  # how a host hangs on its light verb
LOOSE = {"PART", "ADV"}  # what may stand between a host and its verb, and be no host
INVERTED = 3  # tokens it may stand on the wrong side, as in headlines ("उठाया सवाल", "talks were held")
ASIDE = {"acl:relcl", "advcl", "parataxis"}  # clauses below a host that say something else: "kill X unless Y leaves"
FAR = 20  # tokens a host may stand from its verb when the tree joins them
HYPHEN = "-"
SUBJECT = "subject"  # the source that means who does it
SIDES_ASKED = {"both": 2, "actor": 1, "recipient": 1, "either": 1, "none": 0}

Near = Mapping[str, Sequence[tuple[int, int]]]
Index = Mapping[str, tuple[Predicate, ...]]  # of nouns
Rank = tuple[int, int, int, int, int]


@dataclass(frozen=True)
class Trigger:
    """Tokens that tell of an act. `verb` is the clause's verb, or the noun itself; `tokens` verb and hosts, sorted."""

    entry: EventEntry
    verb: int
    tokens: tuple[int, ...]
    nominal: bool = False
    linked: bool = True

    def __hash__(self) -> int:
        """Equal for equal triggers, without looking through the entry."""
        return hash((self.verb, self.tokens))

    @property
    def start(self) -> int:
        """The first token."""
        return self.tokens[0]

    @property
    def end(self) -> int:
        """One past the last token."""
        return self.tokens[-1] + 1


def find_triggers(view: View, by_verb: VerbIndex, by_noun: Index) -> list[Trigger]:
    """The triggers of a story, in order; of several readings of one verb the one with most words, and the tree's.

    A noun of several words is a term ("शिखर वार्ता"), and its words are hosts of no verb.
    """
    all_nouns = [noun for i in view.tokens_in(by_noun) if (noun := noun_at(view, i, by_noun))]
    terms = {t for noun in all_nouns if len(noun.tokens) > 1 for t in noun.tokens}
    readings = (readings_of(view, i, by_verb) for i in view.tokens_in(by_verb))
    verbs = [first for reading in readings if (first := next((r for r in reading if not terms & {*r.tokens}), None))]
    used = {t for trigger in verbs for t in trigger.tokens}
    nouns = [noun for noun in all_nouns if noun.verb not in used]
    return sorted([*verbs, *nouns], key=lambda trigger: trigger.verb)


def readings_of(view: View, i: int, by_verb: VerbIndex) -> list[Trigger]:
    """The predicates that token `i` may be the verb of and that fit its sentence, best first.

    More words are better than fewer, joined by the tree than by order, near hosts than far, a met condition than none;
    else, of two verbs, the one that asks for more sides, and that someone does: "गोली चला दी" is of चलाना, not चलना.
    """
    ours = [by_verb[form] for form in view.likely_forms[i] if form in by_verb]
    if not ours or view.forms[i].isdisjoint(view.verbs):
        return []
    if view.pos[i] not in VERBAL and (i in view.mention_at or not _may_be_verb(view, i)):
        return []
    if view.grammar.verb == "first" and view.deps[i] == "amod":
        return []
    key = (id(by_verb), i)
    if (known := view.readings.get(key)) is None:
        known = view.readings[key] = _ranked(view, i, ours)
    return known


def _ranked(view: View, i: int, ours: Iterable[Mapping[str, tuple[Predicate, ...]]]) -> list[Trigger]:
    """The predicates of a verb's forms that fit the sentence of token `i`, best first."""
    if (near := view.near.get(i)) is None:
        near = view.near[i] = _near(view, i)
    found = {id(p): p for hosts in ours for host in ("", *near) if host in hosts for p in hosts[host]}.values()
    ranked: list[tuple[Rank, str, Trigger]] = []
    asked: dict[tuple[Rank, str], int] = {}
    for predicate in found:
        if not predicate.hosts and view.pos[i] != "VERB":
            continue
        if (trigger := _match(view, i, predicate, near)) and fits(view, trigger):
            distance = sum(abs(t - i) for t in trigger.tokens)
            words = -2 * len(trigger.tokens) - len(predicate.markers)
            words *= not any(_of_what_follows(view, t, trigger) for t in trigger.tokens)  # better by any other noun
            met = 0 if predicate.entry.content else 1
            lesser = sum(of_another_noun(view, t, trigger.tokens) for t in trigger.tokens)
            rank, verb = (words, 0 if trigger.linked else 1, lesser, met, distance), predicate.verb
            sides = SIDES_ASKED[predicate.entry.requires] + (SUBJECT in predicate.entry.actor)
            asked[rank, verb] = max(sides, asked.get((rank, verb), 0))
            ranked.append((rank, verb, trigger))
    return [trigger for *_, trigger in sorted(ranked, key=lambda one: (one[0], -asked[one[0], one[1]]))]


def _may_be_verb(view: View, i: int) -> bool:
    """Whether a word not tagged as a verb may be one: in a verb-final language, or in a sentence without a verb."""
    if view.grammar.verb == "last":
        return True
    sentence = view.sentences[view.sentence_of[i]]
    return VERBAL.isdisjoint(view.pos[sentence.start : sentence.end])


def fits(view: View, trigger: Trigger) -> bool:
    """Whether the sentence has one of the entry's `content` phrases, if any, and none of its `without` ones."""
    entry = trigger.entry
    if not (entry.content or entry.without):
        return True
    padded = view.padded[view.sentence_of[trigger.verb]]
    if any(phrase in padded for phrase in entry.forbidden):
        view.note("without", trigger)
        return False
    if entry.content and not any(phrase in padded for phrase in entry.required):
        view.note("content", trigger)
        return False
    return True


def _match(view: View, i: int, predicate: Predicate, near: Near) -> Trigger | None:
    """The trigger if every host and marker of the predicate is found about token `i`."""
    tokens, linked = [i], True
    for host in reversed(predicate.hosts) if view.grammar.verb == "last" else predicate.hosts:
        places = [
            place
            for form in host
            for place in near.get(form, ())
            if place[1] not in tokens
            and not _stands_before(view, place[1], i)
            and marked_as_written(view, place[1], predicate)
            and not does_it(view, place[1], i, predicate.entry)
            and _in_order(view, place[1], tokens)
        ]
        if not places:
            return None
        apart, token = min(places, key=lambda place: (place[0], abs(place[1] - i)))
        tokens.append(token)
        linked = linked and not apart
    if view.grammar.verb == "first" and any(_before_its_noun(view, i, *two) for two in pairwise(tokens[1:])):
        return None
    trigger = Trigger(entry=predicate.entry, verb=i, tokens=tuple(sorted(tokens)), linked=linked)
    if predicate.markers and not _markers_near(view, i, predicate.markers):
        view.note("marker", trigger)
        return None
    bare = not predicate.markers
    if bare and len(tokens) > 1 and _taken_by_another(view, i, nearest=max(tokens[1:], key=lambda t: -abs(t - i))):
        view.note("another's host", trigger)
        return None
    if any(qualifies(view, t, tokens) or _of_an_act(view, t, trigger) or of_doer(view, t, i) for t in tokens[1:]):
        view.note("part of a noun", trigger)
        return None
    return trigger


def _stands_before(view: View, host: int, verb: int) -> bool:
    """Whether a preposition stands before a verb that stands first: "the envoy to Poland | told"; not a negation."""
    particle = view.pos[host] in {"ADP", "PART"} and view.texts[host] not in view.grammar.verbs.negation
    return view.grammar.verb == "first" and host < verb and particle


def _in_order(view: View, host: int, tokens: list[int]) -> bool:
    """Whether a host stands before those nearer to a final verb: "वार्ता कार्यक्रम होना" is no programme before talks."""
    if view.grammar.verb == "first" or host > tokens[0]:
        return True
    return all(host < token for token in tokens[1:])


def _before_its_noun(view: View, verb: int, preposition: int, noun: int) -> bool:
    """Whether a preposition is not of the noun that the predicate has after it: "call a strike for Friday"."""
    return view.deps[preposition] == "case" and verb < noun < preposition


def _of_an_act(view: View, host: int, trigger: Trigger) -> bool:
    """Whether a host only says of what another act is that the verb is about: "टैरिफ | की धमकी को दोगुना किया"."""
    head, genitive = view.heads[host], view.grammar.markers.genitive
    if view.grammar.verb == "first" or not host < head < trigger.verb or head in trigger.tokens:
        return False
    if view.marker_after(host + 1) not in genitive or view.marker_after(head + 1) not in view.grammar.markers.object:
        return False
    act = noun_at(view, head, view.pack.events.by_noun)
    return act is not None and act.entry.type != getattr(trigger.entry, "type", "")


def _of_what_follows(view: View, host: int, trigger: Trigger) -> bool:
    """Whether a host after a verb only says of what the next noun is: "किया | समझौते | का आह्वान"."""
    if view.grammar.verb == "first" or host <= trigger.verb:
        return False
    end = host + 1
    while end < len(view.doc) and (end in trigger.tokens or is_infinitive(view, end)):
        end += 1
    return view.marker_after(end) in view.grammar.markers.genitive and max(trigger.tokens) < end


def _bare_noun(view: View, k: int) -> bool:
    return view.doc[k].pos_ == "NOUN" and not view.marker_after(k + 1)


def _near(view: View, i: int) -> dict[str, list[tuple[int, int]]]:
    """Every form that a host of token `i` may have, with how far it is joined (0: by the tree) and its token."""
    forward = view.grammar.verb == "first"
    acted_on = forward and any(view.deps[c] == "obj" for c in view.children[i])
    places: dict[int, int] = {}
    # Who acts on another is no host: "police raided the bank" is no raid on the police.
    doers = {child for child in view.children[i] if acted_on and view.deps[child] == "nsubj"}
    for child in view.children[i]:
        further = forward and view.deps[child] == "conj" and view.pos[child] in VERBAL
        if abs(child - i) > FAR or child in doers or further or _parted(view, child, i):
            continue
        places[child] = 0
        below = [c for c in _hosts_below(view, child, i) if abs(c - i) <= FAR and not _parted(view, c, i)]
        places.update((c, 0) for c in below)
        places.update((d, 1) for c in below for d in view.children[c] if abs(d - i) <= FAR and not forward)
    places.update((host, 0) for host in _above(view, i))
    inverted = _inverted(view, i)
    for span, sign in ((REACH, 1 if forward else -1), (inverted, -1 if forward else 1)):
        for distance in range(1, span + 1):
            j = i + sign * distance
            if not 0 <= j < len(view.pos) or view.sentence_of[j] != view.sentence_of[i] or _blocks(view, j):
                break
            if sign != (1 if forward else -1) and view.texts[j] in view.grammar.coordinators:
                break
            if j not in doers:
                places.setdefault(j, distance)
    near: dict[str, list[tuple[int, int]]] = {}
    for j, apart in places.items():
        for form in () if _says_else(view, j) else view.likely_forms[j]:
            near.setdefault(form, []).append((apart, j))
    return near


def _says_else(view: View, j: int) -> bool:
    """Whether a word is of a day or a clause of its own: "insisted on Thursday", "gave after a flood struck"."""
    if view.grammar.verb == "last":
        return False
    if view.deps[j] == "case":
        return view.heads[j] in view.dated
    finite = view.finite[j]
    subject = any(view.deps[c].startswith("nsubj") for c in view.children[j])
    return view.deps[j] in {"acl", "advcl"} and (finite or subject)


def _hosts_below(view: View, child: int, verb: int) -> list[int]:
    """The dependents of a verb's dependent that may be its hosts: none of another clause ("and Togo freed eight").

    Where verbs stand last, a clause after the verb, or of what was before it, has hosts of its own.
    """
    further = view.deps[child] == "conj" and view.pos[child] in VERBAL
    if view.grammar.verb == "last":
        if child > verb and (further or view.deps[child] in ASIDE):
            return []
        # A participle keeps the host that makes it a verb: "बात करते हुए | कहा" tells no "बात".
        adverbial = view.deps[child] == "advcl" and view.pos[child] == "VERB"
        if adverbial and marker_of(view, child) in view.grammar.verbs.asserted_after:
            return []  # "मान्यता पाने के बाद … वापस ली"
        own = adverbial and not is_infinitive(view, child)
        return [c for c in view.children[child] if not (own and view.deps[c] == "compound:lvc")]
    # What an infinitive of purpose governs is its own: "sent instructors | to train the marines".
    others = {*ASIDE, "obj", "obl"} if view.deps[child] == "advcl" and is_infinitive(view, child) else ASIDE
    return [] if further else [c for c in view.children[child] if view.deps[c] not in others]


def _inverted(view: View, i: int) -> int:
    """Within how many tokens a host may stand on the wrong side of a verb: a mere "हुए" has its own next to it."""
    if view.grammar.verb == "first":
        return INVERTED
    if view.texts[i] in view.grammar.verbs.like_markers and view.pos[i] not in VERBAL:
        return FAR  # no tree joins a verb that is read as a marker
    if is_infinitive(view, i) or view.texts[i].endswith(view.grammar.verbs.converb_endings or (" ",)):
        return 0  # "फोन करके हमले की निंदा की": no attack was made by phone
    return 1 if view.forms[i] & set(view.grammar.verbs.stative) else INVERTED


def _above(view: View, i: int) -> list[int]:
    """The hosts of a verb that hangs on its host: of a copula also what its host governs ("देने के लिए तैयार है")."""
    head = view.heads[i]
    if view.deps[i] in {"acl", "compound", "aux"} and head != i:
        return [] if head < i and _parted(view, head, i) else [head]
    if view.deps[i] == "acl:relcl" and _gap(view, i):
        return [head]
    if view.deps[i] != "cop" or view.grammar.verb == "first":
        return []
    return [head, *(c for c in view.children[head] if c < head and head - c <= FAR and not _parted(view, c, head))]


def _gap(view: View, i: int) -> bool:
    """Whether a relative clause is said of its verb's object, where verbs stand first: "the talks they | held"."""
    relations = {view.deps[c] for c in view.children[i]}
    if view.grammar.verb == "last" or "nsubj" not in relations:
        return False
    taken = [c for c in view.children[i] if view.deps[c] == "obj" and view.texts[c] not in view.grammar.relative]
    subject = next(c for c in view.children[i] if view.deps[c] == "nsubj")
    return not taken and view.texts[subject] not in view.grammar.relative


def _taken_by_another(view: View, i: int, *, nearest: int) -> bool:
    """Whether the light verb at token `i` belongs to another host than `nearest`.

    In a verb-final language a light verb's host stands bare next to it: in "आलोचना को खारिज कर दिया" it is खारिज.
    """
    if view.grammar.verb == "first" or not view.forms[i] & view.light_verbs or nearest > i:
        return False
    if nearest + 1 < i and view.texts[nearest + 1] in view.grammar.markers.all:
        return not _led_to(view, i, nearest)
    if view.forms[i] & set(view.grammar.verbs.stative) and any(_bare_noun(view, k) for k in range(nearest + 1, i)):
        return True
    return any(c.dep_ in HOSTING and nearest < c.i < i and _bare(view, c.i, i) for c in view.doc[i].children)


def _bare(view: View, host: int, verb: int) -> bool:
    """Whether a noun stands bare next before its verb, or is called its host by the tree."""
    return view.deps[host] == "compound:lvc" or (host + 1 == verb and view.pos[host] == "NOUN")


def _led_to(view: View, i: int, host: int) -> bool:
    """Whether a host with a marker is all that its verb can have: "हिरासत में लिया"; not in "के विरोध में किया"."""
    markers = view.grammar.markers
    phrase = " ".join(view.texts[max(0, host - 1) : host + 2])
    between = (view.doc[k].pos_ for k in range(host + 2, i))
    return phrase not in markers.all and LOOSE.issuperset(between)


def _parted(view: View, host: int, verb: int) -> bool:
    """Whether a word that opens another clause, or after the final verb a mark, stands between it and its host."""
    if view.grammar.verb == "first":
        return False
    between = range(min(host, verb) + 1, max(host, verb))
    if host > verb:
        marked = any(view.pos[k] == "PUNCT" for k in between)
    else:  # "यह एक छलावा है, X ने … बताया"
        commas = [k for k in between if view.texts[k] == ","]
        marked = any(view.finite[j] for j in range(host + 1, commas[-1])) if commas else False
    return marked or any(view.texts[k] in view.openers for k in between)


def _blocks(view: View, j: int) -> bool:
    """Whether a host cannot stand beyond token `j`: the end of a clause, and no mere hyphen in a word."""
    pos = view.pos[j]
    hyphen = view.texts[j] == HYPHEN and not (view.doc[j].whitespace_ or view.doc[max(0, j - 1)].whitespace_)
    return (pos == "PUNCT" and not hyphen) or (pos in {"VERB", "SCONJ"} and view.heads_clause(view.doc[j]))


def _markers_near(view: View, i: int, markers: tuple[str, ...]) -> bool:
    """Whether each marker is a case child of a dependent of the verb, or stands within reach before it."""
    near = {view.texts[j] for j in range(max(0, i - 2 * REACH), i + REACH) if j < len(view.doc)}
    if view.grammar.verb == "last" and i:
        with_whom, wanted = ({m.split()[-1] for m in some} for some in (view.grammar.markers.companions, markers))
        if view.texts[i - 1] in with_whom - wanted:
            return False  # "बीमारी से लड़ने के लिए सब के साथ | मिलकर काम करेंगे": with them, and nobody is met
    return all(set(marker.split()) <= near for marker in markers)


def noun_at(view: View, i: int, by_noun: Index) -> Trigger | None:
    """The noun entry that fits token `i`, that of most words first; None if there is none or it is in a name."""
    if view.pos[i] not in NOMINAL or i in view.mention_at or by_noun.keys().isdisjoint(view.forms[i]):
        return None
    if view.grammar.verb == "first" and view.doc[i].pos_ == "VERB" and is_infinitive(view, i):
        return None  # "plan to visit" tells of no visit by its noun
    if _kind_of_another(view, i):
        return None
    for form in view.likely_forms[i]:
        for predicate in by_noun.get(form, ()):
            before = tuple(range(i - len(predicate.hosts), i))
            if before and before[0] < 0:
                continue
            if any(j in view.mention_at for j in before) and view.grammar.verb == "first":
                continue  # of "Malian military | offensives" the army is whose they are
            if all(view.forms[j] & host for j, host in zip(before, predicate.hosts, strict=True)):
                trigger = Trigger(entry=predicate.entry, verb=i, tokens=(*before, i), nominal=True)
                if fits(view, trigger):
                    return trigger
    return None


def _kind_of_another(view: View, i: int) -> bool:
    """Whether a noun says what kind another is, or what it is of, which is no act of its kind: "a bombing drill"."""
    head = view.heads[i]
    if head <= i or view.forms[head].isdisjoint(view.grammar.shows):
        return False
    if view.deps[i] == "compound":
        return True  # else it may be told by its case: "युद्धविराम | का प्रस्ताव"
    return view.grammar.verb == "last" and view.marker_after(i + 1) in view.grammar.markers.genitive
