"""Whether a trigger is told as happened, planned, denied or possible, or is not asserted at all."""

from itertools import pairwise

from vaarta.coding.decisions import decision_on
from vaarta.coding.gatherings import aside
from vaarta.coding.negation import is_negated
from vaarta.coding.settings import clause_day, is_ahead
from vaarta.coding.triggers import Trigger
from vaarta.coding.undone import is_condition, is_conditional, is_near, is_only_thought, is_undone
from vaarta.coding.verb_forms import (
    doer_of,
    ends_as_infinitive,
    is_coming,
    is_expected,
    is_gerund,
    is_infinitive,
    marker_of,
    time_passed,
    verb_group,
)
from vaarta.coding.view import View
from vaarta.records import Standing

__all__ = [
    "is_decided",
    "is_future",
    "is_hedged",
    "is_refusal",
    "is_threat",
    "standing_of",
    "support_verb",
]

# Types of events, and kinds of engagements, whose nouns happen only if the verb above them does.
CONTACTS = {
    "CALL", "CONFERENCE", "CONSULT", "COOPERATE", "DELEGATION", "DIALOGUE-ROUND", "EXERCISE", "MEETING", "SIGNING",
    "SUMMIT", "SUPPORT", "VISIT",
}  # fmt: skip
DEPENDING = {"acl", "advcl", "amod", "xcomp"}  # how participles hang on what they qualify
VERBAL = {"AUX", "VERB"}
GOVERNED = {"xcomp", "ccomp", "acl"}
PEOPLE = {"CVL", "UNK"}  # sectors of people of no body
LONGEST_TURN = 4  # tokens of "करने जा रहे थे"
TALKS = "CONSULT"
TRIED = {"ASSAULT"}  # types of which an attempt is the act: "uses or attempts force" (PLOVER)
VISIT = "visit"
WARNS = {"THREATEN"}  # types that tell of a duty as of what will come: "will have to bear the consequences"


def standing_of(view: View, trigger: Trigger) -> Standing | None:
    """The standing of what the trigger tells; None if the act is not asserted (negated, or a bare infinitive)."""
    verb = _finite(view, trigger)
    if verb is None:
        return _of_noun(view, trigger)
    if is_negated(view, verb, but=trigger.tokens) or _counterfactual(view, verb) or _negated_above(view, verb):
        view.note("negated", trigger)
        return None
    near = is_near(view, verb)
    undone = is_undone(view, verb) or (near and trigger.entry.type not in CONTACTS)
    if undone or not _duty_fits(view, trigger, verb):
        view.note("infinitive" if undone else "duty", trigger)
        return None
    expected = trigger.entry.type in CONTACTS and (near or is_expected(view, verb))
    verb = _means_of(view, verb)
    conditional = is_conditional(view, verb)
    if expected or (is_future(view, verb) and not conditional):
        return "planned"
    if conditional or is_hedged(view, verb):
        return "possible"
    return _if_asserted(view, trigger, verb)


def _means_of(view: View, verb: int) -> int:
    """The verb whose tense a gerund has that tells its means: "will respond by stationing troops", "मिलकर"."""
    token = view.doc[verb]
    if token.dep_ == "advcl" and token.head.i > verb and view.texts[verb].endswith(view.grammar.verbs.converb_endings):
        return int(token.head.i) if token.head.pos_ == "VERB" else verb
    opener = next((view.texts[c.i] for c in token.children if c.dep_ == "mark" and c.i < verb), "")
    first = view.grammar.verb == "first"
    means = token.dep_ == "advcl" and is_gerund(view, verb)
    means = means and (opener in view.grammar.markers.agent or (first and not opener and token.head.i < verb))
    return int(token.head.i) if means and token.head.pos_ == "VERB" else verb


def _negated_above(view: View, verb: int) -> bool:
    """Whether an infinitive, or what stands under one, is what another verb says is not done: "does not plan to visit".

    Where verbs come last they hold infinitives as objects too: "जाने का फैसला नहीं किया".
    """
    token = view.doc[verb]
    gerund = (
        view.grammar.verb == "first" and token.dep_ == "acl" and is_gerund(view, verb)
    )  # "has no intention of bowing"
    if not (gerund or is_infinitive(view, verb)) or token.head.i == verb or token.dep_ not in GOVERNED:
        return False
    above = token.head.i
    if view.doc[above].pos_ not in {"VERB", "ADJ"} and view.grammar.verb == "first":
        if any(view.texts[c.i] in view.grammar.verbs.negation for c in token.head.children if c.dep_ == "det"):
            return True  # "has no plans to send troops"
        above = view.clause(above)
    return is_negated(view, above)


def _if_asserted(view: View, trigger: Trigger, verb: int) -> Standing | None:
    """Happened, if the verb is no infinitive that nothing makes a fact; force that is tried is used."""
    if _asserted(view, verb) or (trigger.entry.type in TRIED and _tried(view, verb)):
        return "happened"
    # Whom one decides to receive is not met yet.
    if trigger.entry.type != TALKS and decision_on(view, verb) is not None:
        return "happened"
    view.note("infinitive", trigger)
    return None


def _tried(view: View, verb: int) -> bool:
    """Whether an infinitive is what someone tries to do: "मारने की कोशिश की"; not what will be tried, or was foiled."""
    noun = view.doc[verb].head
    marked = any(c.dep_ == "case" for c in noun.children)  # as in "कोशिश को नाकाम किया"
    if noun.i == verb or marked or not view.forms[noun.i] & set(view.grammar.verbs.attempts):
        return False
    above = noun.head.i
    told = bool(view.forms[above] & view.light_verbs) and _asserted(view, above)
    return told and not (is_negated(view, above) or is_future(view, above) or is_conditional(view, above))


def _duty_fits(view: View, trigger: Trigger, verb: int) -> bool:
    """Whether the verb is told as a duty just where the entry is of duties, or the act is a warning."""
    warns = trigger.entry.type in WARNS and not trigger.entry.coming
    return warns or _is_duty(view, verb) == trigger.entry.duty


def _is_duty(view: View, verb: int) -> bool:
    """Whether the verb is told as what must or should be done, which is no plan: "करना होगा", "की जानी चाहिए"."""
    words = [view.texts[i] for i in verb_group(view, verb) if i >= verb and view.doc[i].pos_ != "PART"]
    endings, duty = view.grammar.verbs.infinitive_endings, view.grammar.verbs.duty
    return any(word in duty and before.endswith(endings) for before, word in pairwise(words))


def _of_noun(view: View, trigger: Trigger) -> Standing | None:
    """The standing of a noun that no light verb holds: as told by its clause, and of a contact, by the verb above.

    "Ready to host talks" tells of no talks held, "will attend the talks" of coming ones.
    """
    clause = view.clause(trigger.verb)
    if is_negated(view, clause):
        view.note("negated", trigger)
        return None
    if is_only_thought(view, trigger.verb):
        view.note("infinitive", trigger)
        return None
    if trigger.entry.type in CONTACTS and (is_coming(view, trigger.verb) or _to_come(view, trigger, clause)):
        return "planned"
    if trigger.entry.type not in CONTACTS or view.grammar.verb == "last" or view.doc[clause].pos_ != "VERB":
        return "happened"
    if is_future(view, clause):
        return "planned"
    return _if_asserted(view, trigger, clause)


def _to_come(view: View, trigger: Trigger, clause: int) -> bool:
    """Whether what a contact's noun tells is to come: by its day, or as what is done at it is: "बैठक में भाग लेंगी".

    Not what the clause is only dated by ("after the talks"); a visit, under way as more is done, only if one sets out.
    """
    visit = trigger.entry.mode == VISIT
    if not visit and is_ahead(view, clause_day(view, trigger.verb)):
        return True
    if view.grammar.verb == "first" or clause == trigger.verb or aside(view, trigger.verb):
        return False
    return is_future(view, clause) and not (visit and view.forms[clause].isdisjoint(view.grammar.verbs.motion))


def is_future(view: View, verb: int) -> bool:
    """Whether the verb, with its auxiliaries, is in the future."""
    group = verb_group(view, verb)
    return _future_form(view, verb, group) or _future_turn(view, verb, group)


def _future_form(view: View, verb: int, group: list[int]) -> bool:
    """Whether an auxiliary or an ending says so: "will", "करेगा", "said it would"."""
    verbs = view.grammar.verbs
    if any(view.texts[i] in verbs.future_words for i in group):
        return True
    if _shares_auxiliary(view, verb) and _future_form(view, view.heads[verb], verb_group(view, view.heads[verb])):
        return True
    if any(view.texts[i] in verbs.reported_future for i in group) and _reported(view, verb):
        return True
    endings = verbs.future_endings
    return bool(endings) and any(view.texts[i].endswith(endings) for i in group if _is_verb(view, i))


def _shares_auxiliary(view: View, verb: int) -> bool:
    """Whether a bare verb has the auxiliary of the one before it: "will meet the rebels and | urge them to sign"."""
    bare = view.grammar.verb == "first" and "Inf" in view.doc[verb].morph.get("VerbForm", [])
    return bare and view.deps[verb] == "conj" and view.heads[verb] < verb and not is_infinitive(view, verb)


def _future_turn(view: View, verb: int, group: list[int]) -> bool:
    """Whether a turn of phrase says so: "is set to", "होनी है", "जा रहे हैं", a headline's infinitive."""
    verbs = view.grammar.verbs
    if verb + 1 < len(view.doc) and view.texts[verb + 1] in verbs.copula and ends_as_infinitive(view, verb):
        return True
    if view.forms[verb] & set(verbs.motion) and _progressive(view, group):
        return True
    if view.grammar.verb == "first":
        before = [view.texts[i] for i in range(max(0, verb - 4), verb)]
        return any(_has_run(before, phrase) for phrase in verbs.future_phrases) or _headline_future(view, verb)
    after = [view.texts[i] for i in range(verb, min(len(view.doc), verb + 4))]
    return any(
        after[0].endswith(phrase[0]) and after[1 : len(phrase)] == list(phrase[1:]) for phrase in verbs.future_phrases
    )


def _reported(view: View, verb: int) -> bool:
    """Whether the verb heads what a verb of the past says: "said it would leave" is a plan."""
    token = view.doc[verb]
    return token.dep_ in {"ccomp", "parataxis"} and "Past" in token.head.morph.get("Tense", [])


def _progressive(view: View, group: list[int]) -> bool:
    """Whether a verb group is in the progressive, and not past."""
    texts = {view.texts[i] for i in group}
    return bool(texts & set(view.grammar.verbs.progressive)) and not texts & set(view.grammar.verbs.past)


def _headline_future(view: View, verb: int) -> bool:
    """Whether the verb is an infinitive that no other verb governs, as in headlines: "X to visit Y"."""
    token = view.doc[verb]
    if not view.grammar.verbs.headline_future or verb == 0 or token.dep_ not in {"ROOT", "acl", "parataxis"}:
        return False
    if _first_to(view, verb):
        return False
    return view.texts[verb - 1] in view.grammar.verbs.infinitive_words and (
        token.dep_ == "ROOT" or token.head.dep_ == "ROOT"
    )


def _has_run(words: list[str], run: tuple[str, ...]) -> bool:
    return any(tuple(words[k : k + len(run)]) == run for k in range(len(words) - len(run) + 1))


def support_verb(view: View, trigger: Trigger) -> int | None:
    """The light verb that a nominal trigger hangs on as its bare host ("बैठक हुई", "held talks"); None if it has none."""
    head = view.doc[trigger.verb].head
    bare = view.grammar.verb == "first" or not view.subtree_marker(trigger.verb)
    if not trigger.nominal or not bare or head.i == trigger.verb:
        return None
    return int(head.i) if view.forms[head.i] & set(view.grammar.verbs.support) else None


def _finite(view: View, trigger: Trigger) -> int | None:
    """The verb whose form tells the trigger's standing: its own, or for a noun the one it hangs on as host."""
    return support_verb(view, trigger) if trigger.nominal else trigger.verb


def _is_verb(view: View, i: int) -> bool:
    return view.doc[i].pos_ in {"VERB", "AUX"}


def is_refusal(view: View, trigger: Trigger) -> bool:
    """Whether a finite verb is negated in the future or with a modal: who says so refuses ("will not meet")."""
    verb = trigger.verb
    if trigger.nominal or not is_negated(view, verb) or is_conditional(view, verb):
        return False
    return is_future(view, verb) or any(view.texts[i] in view.grammar.verbs.refusing for i in verb_group(view, verb))


def is_threat(view: View, verb: int) -> bool:
    """Whether a verb is told under a condition that makes an act to come a threat: "will leave unless they pay"."""
    words = view.grammar.verbs.threatening
    return any(
        is_condition(view, child.i, words)
        for above in (view.doc[verb], view.doc[verb].head)
        for child in above.children
        if child.i != verb
    )


def is_hedged(view: View, verb: int) -> bool:
    """Whether the verb is told as possible: a modal, a subjunctive, "allegedly"."""
    words = view.grammar.verbs.possible
    if any(view.texts[i] in words for i in verb_group(view, verb) if i != verb):
        return True
    return "Sub" in view.doc[verb].morph.get("Mood", []) and view.doc[verb].dep_ in {"ccomp", "advcl"}


def _counterfactual(view: View, verb: int) -> bool:
    """Whether the verb tells what did not happen: "would have been killed", "करने जा रहे थे", "मारे जाते"."""
    if _irreal(view, verb):
        return True
    texts = [view.texts[i] for i in verb_group(view, verb)]
    if any(_has_run(texts, phrase) for phrase in view.grammar.verbs.counterfactual):
        return True
    after = [view.texts[i] for i in range(verb, min(len(view.doc), verb + LONGEST_TURN))]
    endings = view.grammar.verbs.infinitive_endings
    return bool(endings) and after[0].endswith(endings) and any(_was_to(view, after[1:], n) for n in (1, 2))


def _irreal(view: View, verb: int) -> bool:
    """Whether a finite verb ends in an imperfective participle that no auxiliary makes a tense of: "लाखों लोग मारे जाते".

    Not one that qualifies what follows ("हमला करते | विद्रोही"), nor one whose auxiliary a verb joined to it has.
    """
    verbs, token = view.grammar.verbs, view.doc[verb]
    tensed = {*verbs.copula, *verbs.past}
    group = [i for i in verb_group(view, verb) if i >= verb and view.pos[i] in VERBAL]
    last = group[-1] if group else verb
    stem = view.lemmas[last].removesuffix(*verbs.infinitive_endings[:1] or ("",))
    if view.texts[last] not in {stem + ending for ending in verbs.irreal_endings} or token.dep_ in DEPENDING:
        return False
    if any(view.texts[i] in verbs.negation for i in verb_group(view, verb)):
        return False  # the present needs no auxiliary: "वह बात नहीं करता"
    joined = [token.head.i, *(c for c in view.children[verb] if view.deps[c] == "conj")]
    shared = any(view.texts[k] in tensed for j in joined if j > verb for k in verb_group(view, j))
    closed = last + 1 >= len(view.texts) or view.pos[last + 1] in {"PUNCT", "CCONJ", "SCONJ", "SPACE"}
    return closed and not shared


def _was_to(view: View, words: list[str], length: int) -> bool:
    """Whether so many words after an infinitive, and a past auxiliary, say that someone was to do it: "वाले थे"."""
    verbs = view.grammar.verbs
    turns = {tuple(phrase[1 : length + 1]) for phrase in verbs.future_phrases}
    return tuple(words[:length]) in turns and len(words) > length and words[length] in verbs.past


def _asserted(view: View, verb: int) -> bool:
    """Whether a non-finite verb is told as fact: "after doing", "began to do"; finite verbs always are."""
    token = view.doc[verb]
    if not is_infinitive(view, verb):
        return True
    verbs = view.grammar.verbs
    if marker_of(view, verb) in verbs.asserted_after or _first_to(view, verb) or time_passed(view, verb):
        return True
    if (doer := doer_of(view, verb)) is not None:
        # Who is named by an act has done it: "आरोप लगाने वाले | मंत्री"; not what is to come, nor people of a kind.
        return not view.forms[verb] & {*verbs.stative, *verbs.motion} and _known_side(view, doer)
    head = token.head.i
    if head == verb or view.subtree_marker(head) in verbs.purpose:
        return False
    voted = any(view.forms[c] & set(verbs.voted) for c in view.children[head])  # "निंदा करने के लिए | मतदान किया"
    return (voted or bool(view.forms[head] & {*verbs.asserting_heads, *verbs.reaching})) and _asserted(view, head)


def is_decided(view: View, verb: int) -> bool:
    """Whether an infinitive is what someone announces or decides to do: "मदद देने की घोषणा की" helps nobody yet."""
    head = view.doc[verb].head.i
    decided = head != verb and not view.forms[head].isdisjoint(view.grammar.verbs.deciding)
    return (decided and is_infinitive(view, verb)) or decision_on(view, verb) is not None


def _first_to(view: View, verb: int) -> bool:
    """Whether an infinitive says what someone was the first to do, and so did: "the first minister to visit them"."""
    token = view.doc[verb]
    return token.dep_ == "acl" and any("Ord" in c.morph.get("NumType", []) for c in token.head.children)


def _known_side(view: View, i: int) -> bool:
    """Whether token `i` is of a mention of known country, and of more than people of a kind."""
    n = view.mention_at.get(i)
    parties = () if n is None else view.mentions.actors[n].parties
    return any(party.country and party.sector not in PEOPLE for party in parties)
