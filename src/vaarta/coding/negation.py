"""Whether a verb is negated, and not only what is said beside or under it."""

from vaarta.coding.verb_forms import verb_group
from vaarta.coding.view import View

__all__ = ["is_negated"]


def is_negated(view: View, verb: int, *, but: tuple[int, ...] = ()) -> bool:
    """Whether a negation depends on the verb, or stands within two tokens of it and depends on nothing else.

    `but` are a predicate's own words: "कार्रवाई न करना" tells what was not done. "Not only" negates nothing, and
    "promised never to return" not the promise.
    """
    verbs = view.grammar.verbs
    if view.grammar.verb == "first" and _by_no_one(view, verb, but):
        return True
    negations = (i for i in verb_group(view, verb) if i not in but and view.texts[i] in verbs.negation)
    negations = (i for i in negations if not (but and max(*but, verb) < i and _before_infinitive(view, i)))
    return any(not ({*view.texts[i + 1 : i + 2]} & {*verbs.only} or _besides(view, i)) for i in negations)


def _by_no_one(view: View, verb: int, but: tuple[int, ...]) -> bool:
    """Whether a verb's subject is none: "neither side has said", "no state accepted it"."""
    subjects = [c for c in view.children[verb] if view.deps[c] in {"nsubj", "nsubj:pass"}]
    words = [*subjects, *(c for s in subjects for c in view.children[s] if view.deps[c] == "det")]
    return any(i not in but and view.texts[i] in view.grammar.verbs.negation for i in words)


def _before_infinitive(view: View, i: int) -> bool:
    """Whether a negation, or one with a further adverb, stands right before an infinitive: "never | ever to"."""
    after = i + 2 if view.pos[i + 1 : i + 2] == ["ADV"] else i + 1
    return any(text in view.grammar.verbs.infinitive_words for text in view.texts[after : after + 1])


def _besides(view: View, i: int) -> bool:
    """Whether a negation ends a phrase that only leads on to more: "यही नहीं, …", "X ही नहीं Y ने भी"."""
    after = view.pos[i + 1] if i + 1 < len(view.pos) else ""
    if i and view.texts[i - 1] in view.grammar.verbs.even and after not in {"VERB", "AUX", "PUNCT", ""}:
        return True
    for phrase in view.grammar.verbs.besides:
        first = i + 1 - len(phrase)
        if first >= 0 and tuple(view.texts[first : i + 1]) == phrase:
            return bool(view.doc[first].is_sent_start) or view.pos[first - 1] in {"PUNCT", "CCONJ"}
    return False
