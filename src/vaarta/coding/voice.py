"""Whether a verb is passive, and participles that are no passives."""

from vaarta.coding.verb_forms import ends_as_infinitive, is_infinitive
from vaarta.coding.view import View

__all__ = [
    "has_agent",
    "has_unknown_agent",
    "is_compelled",
    "is_passive",
    "past_participle",
    "reduced_finite",
    "shares_passive",
]


def is_passive(view: View, i: int) -> bool:
    """Whether the verb at token `i` is passive by form: a passive auxiliary after it (or before it, as in English)."""
    token = view.doc[i]
    passive = view.grammar.verbs.passive
    if view.grammar.verb == "last" and ends_as_infinitive(view, i):
        return False  # "लगाने जा रहा है" is going to
    if any(child.dep_ in {"aux:pass", "nsubj:pass"} for child in token.children):
        return True
    if view.grammar.verb == "first":
        if shares_passive(view, i):
            return True
        own = any(view.deps[c] == "obj" and c > i for c in view.children[i])  # "guards | detained the president and …"
        return token.dep_ in {"acl", "advcl"} and past_participle(view, i) and not (own or reduced_finite(view, i))
    following = [j for j in (i + 1, i + 2) if j < len(view.doc) and view.doc[j].pos_ in {"AUX", "VERB"}]
    # "चले गए" went; only who can be acted upon has a passive.
    perfective = view.texts[i].endswith(view.grammar.verbs.perfective_endings)
    perfective = perfective and view.forms[i].isdisjoint(view.grammar.verbs.stative)
    return perfective and any(view.forms[j] & set(passive) for j in following[:1])


def shares_passive(view: View, i: int) -> bool:
    """Whether a participle shares the auxiliary and the subject of a passive before it: "was held and | charged"."""
    token = view.doc[i]
    if view.grammar.verb == "last" or token.dep_ != "conj" or not past_participle(view, i):
        return False
    own = any(c.dep_.startswith(("nsubj", "aux")) or c.dep_ == "obj" for c in token.children)
    return not own and is_passive(view, token.head.i)


def has_agent(view: View, i: int) -> bool:
    """Whether the verb at token `i` is a participle that has an agent, and so passive: "चीन द्वारा लगाए शुल्क"."""
    if view.grammar.verb == "first" or view.deps[i] != "acl" or is_infinitive(view, i):
        return False
    return any(view.subtree_marker(c) in view.grammar.markers.agent for c in view.children[i])


def has_unknown_agent(view: View, i: int) -> bool:
    """Whether a participle's agent is told and no side, so that no other is: "hailed by Serbs, reviled by | others"."""
    if view.grammar.verb == "last":
        return False
    below = (i, *view.children[i])
    agents = (
        c for above in below for c in view.children[above] if view.subtree_marker(c) in view.grammar.markers.agent
    )
    return any(view.pos[c] in {"NOUN", "PRON"} and view.group_at.get(c) is None for c in agents if c > i)


def is_compelled(view: View, i: int, top: int) -> bool:
    """Whether the phrase of token `top` is whom the act of verb `i` was forced on, who did it: "X को पद छोड़ना पड़ा"."""
    forced = i + 1 < len(view.doc) and view.forms[i + 1] & {*view.grammar.verbs.compelled}
    dative = view.deps[top] == "nsubj" and view.subtree_marker(top) in view.grammar.markers.object
    return bool(forced) and dative


def past_participle(view: View, i: int) -> bool:
    """Whether token `i` is a past participle by its features, or hangs on a noun as one with an agent of its own."""
    morph = view.doc[i].morph
    if "Past" not in morph.get("Tense", []):
        return False
    return "Part" in morph.get("VerbForm", []) or (view.deps[i] == "acl" and bool(_agents(view, i)))


def _agents(view: View, i: int) -> list[int]:
    """What is marked as an agent below token `i`, or below what hangs on it: "hailed as a hero by | Serbs"."""
    below = (c for above in (i, *view.children[i]) for c in view.children[above])
    return [c for c in below if c > i and view.subtree_marker(c) in view.grammar.markers.agent]


def reduced_finite(view: View, i: int) -> bool:
    """Whether a participle after the sentence's root noun is its verb: parsers read "Iran's leader rejected …" so."""
    token = view.doc[i]
    agent = any(view.subtree_marker(c.i) in view.grammar.markers.agent for c in token.children)
    return token.dep_ == "acl" and token.head.dep_ == "ROOT" and token.head.pos_ != "VERB" and not agent
