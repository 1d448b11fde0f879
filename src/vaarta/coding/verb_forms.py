"""A verb with the words that go with it, and whether it is an infinitive."""

from vaarta.coding.view import View

__all__ = ["is_infinitive", "verb_group"]

GROUPED = frozenset({"aux", "aux:pass", "advmod", "cop", "discourse"})
SMALL = frozenset({"AUX", "PART"})


def verb_group(view: View, verb: int) -> list[int]:
    """The verb with its auxiliaries, adverbs and particles, by the tree and by adjacency."""
    group = {verb} | {c for c in view.children[verb] if view.deps[c] in GROUPED or view.pos[c] in SMALL}
    k = verb + 1
    while k < len(view.pos) and view.pos[k] in SMALL and not view.doc[k].is_sent_start:
        group.add(k)
        k += 1
    return sorted(group)


def is_infinitive(view: View, verb: int) -> bool:
    """Whether the verb is an infinitive: "to" before it, or its lemma but for the last vowel (करने, करना)."""
    verbs = view.grammar.verbs
    if verbs.infinitive_words:
        return verb > 0 and view.texts[verb - 1] in verbs.infinitive_words
    text, own = view.texts[max(verb_group(view, verb))], view.texts[verb]
    if text != own:
        return text.endswith(verbs.infinitive_endings) and not text.startswith(verbs.negation)
    return own.endswith(verbs.infinitive_endings) and any(own[:-1] == form[:-1] for form in view.forms[verb])
