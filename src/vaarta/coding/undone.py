"""What verbs and nouns tell without its being done: what is asked, awaited, aimed at, thought of, prevented."""

from vaarta.coding.verb_forms import ends_as_infinitive, is_gerund
from vaarta.coding.view import View
from vaarta.text import fold

__all__ = ["is_condition", "is_conditional", "is_near", "is_only_thought", "is_undone"]

THOUGHT_OF = {"acl", "advcl", "nmod", "obl", "xcomp"}  # how what is thought of hangs on the word that says so


def is_undone(view: View, verb: int) -> bool:
    """Whether a verb tells what is asked, aimed at, awaited, only thought of or kept from being done."""
    if _wished(view, verb) or _asked(view, verb) or _awaited(view, verb):
        return True
    return is_gerund(view, verb) and (is_only_thought(view, verb) or _prevented(view, verb))


def _wished(view: View, verb: int) -> bool:
    """Whether a participle is what one of `wishing` would have done: "wants the siege | lifted"."""
    participle = "Past" in view.doc[verb].morph.get("Tense", []) and view.texts[verb] != view.lemmas[verb]
    if view.grammar.verb == "last" or not participle:
        return False
    above = view.heads[verb]
    if view.deps[verb] == "acl" and view.deps[above] == "obj" and above < verb:
        above = view.heads[above]
    elif view.deps[verb] not in {"ccomp", "xcomp"}:
        return False
    return above < verb and not view.forms[above].isdisjoint(view.grammar.verbs.wishing)


def _prevented(view: View, verb: int) -> bool:
    """Whether one of `preventing` keeps someone `averted` from what a gerund tells: "barred them from leaving"."""
    verbs = view.grammar.verbs
    if view.forms[view.heads[verb]].isdisjoint(verbs.preventing):
        return False
    openers = (c for c in view.children[verb] if c < verb and view.deps[c] in {"case", "mark"})
    return any(view.texts[c] in verbs.averted for c in openers)


def is_near(view: View, verb: int) -> bool:
    """Whether a gerund tells what someone is all but doing: "on the verge of resuming talks", "close to signing it"."""
    opened = any(c < verb and view.deps[c] in {"case", "mark"} for c in view.children[verb])
    first = view.grammar.verb == "first" and opened and is_gerund(view, verb)
    return first and not view.forms[view.heads[verb]].isdisjoint(view.grammar.verbs.near)


def is_only_thought(view: View, i: int) -> bool:
    """Whether a gerund or noun is what a word of `thought` is of, or what something leads `toward`.

    "Wary of agreeing", "the prospect of talks", "a step toward a truce" tell of no agreement, talks or truce.
    """
    verbs, above = view.grammar.verbs, view.heads[i]
    if view.grammar.verb == "last" or above == i or view.deps[i] not in THOUGHT_OF:
        return False
    opener = next((view.texts[c] for c in view.children[i] if c < i and view.deps[c] in {"case", "mark"}), "")
    return opener in verbs.toward or (bool(opener) and above < i and not view.forms[above].isdisjoint(verbs.thought))


def _aimed_at(view: View, verb: int) -> bool:
    """Whether an infinitive with a copula is what someone aims at, or was to do: "मकसद सहयोग बढ़ाना है", "करना था"."""
    if view.grammar.verb == "first" or not ends_as_infinitive(view, verb):
        return False
    told = {*view.texts[verb + 1 : verb + 2]}
    aims = any(view.deps[c] == "nsubj" and view.forms[c] & {*view.grammar.verbs.aims} for c in view.children[verb])
    return bool(told & {*view.grammar.verbs.past}) or (aims and bool(told & {*view.grammar.verbs.copula}))


def _asked(view: View, verb: int) -> bool:
    """Whether a verb tells what ought to be done, is aimed at, or what one of `asking` wants: "asks that they go"."""
    token = view.doc[verb]
    if _aimed_at(view, verb):
        return True
    if any(c.dep_ == "aux" and view.texts[c.i] in view.grammar.verbs.ought for c in token.children):
        return not is_conditional(view, verb)
    wanted = token.dep_ == "ccomp" or (
        token.dep_ in {"acl", "acl:relcl"} and token.head.pos_ == "NOUN"
    )  # "a demand that it leave"
    if not wanted or not view.forms[token.head.i] & set(view.grammar.verbs.asking):
        return False
    bare = view.texts[verb] == fold(token.lemma_) and not any(c.dep_.startswith("aux") for c in token.children)
    return bare and any(c.dep_ == "mark" and c.i < verb for c in token.children)


def _awaited(view: View, verb: int) -> bool:
    """Whether a verb in the present tells up to when, or unless what happens, something is done: "until he resigns"."""
    past = "Past" in view.doc[verb].morph.get("Tense", [])
    return not past and is_condition(view, verb, view.grammar.verbs.awaiting)


def is_condition(view: View, verb: int, words: tuple[str, ...]) -> bool:
    """Whether the verb heads an adverbial clause that one of the words opens."""
    token = view.doc[verb]
    return token.dep_ == "advcl" and any(
        c.dep_ in {"mark", "advmod"} and view.texts[c.i] in words for c in token.children
    )


def is_conditional(view: View, verb: int) -> bool:
    """Whether a word like "if", or two like "जब तक", hang on the verb."""
    words = view.grammar.verbs.conditional
    hanging = [c.i for c in view.doc[verb].children if c.dep_ in {"mark", "advmod", "obl"}]
    return any(
        (view.texts[i] in words and view.deps[i] != "obl") or " ".join(view.texts[i : i + 2]) in words for i in hanging
    )
