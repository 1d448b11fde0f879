"""A verb with the words that go with it, and whether it is an infinitive."""

from vaarta.coding.view import View

__all__ = [
    "doer_of",
    "ends_as_infinitive",
    "goes_above",
    "is_coming",
    "is_expected",
    "is_gerund",
    "is_imperfective",
    "is_infinitive",
    "marker_of",
    "time_passed",
    "verb_group",
]

GROUPED = frozenset({"aux", "aux:pass", "advmod", "cop", "discourse"})
SMALL = frozenset({"AUX", "PART"})
TIME_WORDS = frozenset({"ADJ", "ADV", "DET", "NOUN", "NUM", "PART"})  # parts of speech of "only three months"
LONGEST_TIME = 5  # their tokens

PAST_TURN = 4  # tokens in which a past auxiliary may follow: "उम्मीद की जा रही थी"
SAID = {"ccomp", "xcomp"}  # clauses that are what a verb says or asks


def verb_group(view: View, verb: int) -> list[int]:
    """The verb with its auxiliaries, adverbs and particles, by the tree and by adjacency."""
    if (known := view.verb_groups.get(verb)) is not None:
        return known
    group = {verb} | {c for c in view.children[verb] if view.deps[c] in GROUPED or view.pos[c] in SMALL}
    k = verb + 1
    while k < len(view.pos) and view.pos[k] in SMALL and not view.doc[k].is_sent_start:
        group.add(k)
        k += 1
    view.verb_groups[verb] = found = sorted(group)
    return found


def is_infinitive(view: View, verb: int) -> bool:
    """Whether the verb is an infinitive: "to" before it, or an infinitive's ending at the end of its words (करने)."""
    verbs = view.grammar.verbs
    if verbs.infinitive_words:
        return verb > 0 and view.texts[verb - 1] in verbs.infinitive_words
    text = view.texts[max(i for i in verb_group(view, verb) if i == verb or not _particle(view, i))]
    if text != view.texts[verb]:
        return text.endswith(verbs.infinitive_endings) and not text.startswith(verbs.negation)
    return ends_as_infinitive(view, verb)


def is_expected(view: View, verb: int) -> bool:
    """Whether an infinitive is what is expected or planned: "दौरा करने की | उम्मीद है", "मिलने की | योजना बना रहे हैं"."""
    if view.grammar.verb == "first" or not is_infinitive(view, verb):
        return False
    told = verb + 3
    if told >= len(view.texts) or view.sentence_of[told] != view.sentence_of[verb]:
        return False
    marker, noun = view.texts[verb + 1], view.texts[verb + 2]
    held = marker in view.grammar.markers.genitive and noun in view.grammar.verbs.expected
    held = held and view.pos[told] in {"VERB", "AUX"}
    return held and not {*view.texts[told : told + PAST_TURN]} & {*view.grammar.verbs.past}


def _particle(view: View, i: int) -> bool:
    """Whether token `i` is a particle that only stresses, as in "करने का भी फैसला"; a negation is none."""
    return view.pos[i] == "PART" and view.texts[i] not in view.grammar.verbs.negation


def ends_as_infinitive(view: View, verb: int) -> bool:
    """Whether the verb's own word has an infinitive's ending, and not only its stem's last letter: बनी is of बनना."""
    own, endings = view.texts[verb], view.grammar.verbs.infinitive_endings
    return own.endswith(endings) and own[:-1] + endings[0] != view.lemmas[verb]


def is_gerund(view: View, verb: int) -> bool:
    """Whether the verb is a gerund by its features: some treebanks call it a participle of the present."""
    morph = view.doc[verb].morph
    forms = morph.get("VerbForm", [])
    return "Ger" in forms or ("Part" in forms and "Pres" in morph.get("Tense", []))


def is_imperfective(view: View, verb: int) -> bool:
    """Whether the verb is an imperfective participle alone, which no auxiliary makes a tense of: "दोहराते हुए"."""
    if "Imp" not in view.doc[verb].morph.get("Aspect", []):
        return False
    return not any(view.finite[i] for i in verb_group(view, verb))


def goes_above(view: View, verb: int) -> bool:
    """Whether a verb parsed as coordinated with what a verb says goes on after that verb: "said it would X, and Y-ed".

    Its past cannot share the auxiliary of the content, or the subject of its passive.
    """
    token = view.doc[verb]
    above = token.head
    if view.grammar.verb == "last" or token.dep_ != "conj" or above.dep_ not in SAID or above.head.pos_ != "VERB":
        return False
    if any(c.dep_.startswith(("nsubj", "aux")) for c in token.children):
        return False
    past = "Past" in token.morph.get("Tense", [])
    objects = any(c.dep_ == "obj" for c in token.children)
    passive = any(c.dep_ in {"nsubj:pass", "aux:pass"} for c in above.children)
    return past and ("Inf" in above.morph.get("VerbForm", []) or (passive and objects))


def doer_of(view: View, verb: int) -> int | None:
    """The noun that an infinitive with a marker of doers qualifies: "हमला करने वाले | सैनिक"; None if it has none."""
    token = view.doc[verb]
    if token.dep_ not in {"acl", "acl:relcl"} or token.head.i <= verb or not is_infinitive(view, verb):
        return None
    marked = any(c.i > verb and view.texts[c.i] in view.grammar.verbs.doers for c in token.children)
    return int(token.head.i) if marked else None


def is_coming(view: View, noun: int) -> bool:
    """Whether a noun is qualified as what is to come: "होने वाली बैठक"."""
    verbs = view.grammar.verbs
    coming = {*verbs.stative, *verbs.motion}
    return any(view.forms[c.i] & coming and doer_of(view, c.i) == noun for c in view.doc[noun].children)


def marker_of(view: View, verb: int) -> str:
    """The adposition that follows a verb used as a noun, whether the tree calls it a case or a mark: "करने के बाद"."""
    marker = view.subtree_marker(verb)
    if marker or view.grammar.markers.stands == "before":
        return marker
    after = min((c.i for c in view.doc[verb].children if c.dep_ == "mark" and c.i > verb), default=None)
    return "" if after is None else view.marker_after(after)


def time_passed(view: View, verb: int) -> bool:
    """Whether what follows an infinitive is how long after it something was: "करने के | तीन महीने | बाद"."""
    grammar, start = view.grammar, max(verb_group(view, verb)) + 1
    if grammar.verb == "first" or not {*view.texts[start : start + 1]} & {*grammar.markers.genitive}:
        return False
    rest = range(start + 1, min(len(view.texts), start + 2 + LONGEST_TIME))
    end = next((k for k in rest if view.texts[k] in grammar.verbs.later), start + 1)
    return end > start + 1 and all(view.pos[k] in TIME_WORDS for k in range(start + 1, end))
