"""With what force was used, where the word for it says less: "killed in shelling", "drones struck", "आत्मघाती हमले में"."""

from vaarta.coding.trees import ancestors
from vaarta.coding.triggers import Trigger
from vaarta.coding.view import View

__all__ = ["mode_of_force"]

UNTOLD = {"", "targeted"}  # modes that say nothing of the weapon
PARTS = {"advcl", "amod", "compound", "nsubj", "obl:agent"}  # relations of what tells of an act, its doer or its weapon


def mode_of_force(view: View, trigger: Trigger) -> str:
    """The mode that the words around a blow tell of it, its entry's own if they tell none."""
    mode, weapons = trigger.entry.mode, view.grammar.weapons
    if mode not in UNTOLD or not weapons:
        return mode
    sentence = view.sentences[view.sentence_of[trigger.verb]]
    told = {
        kind
        for token in sentence
        for kind, words in weapons.items()
        if not view.forms[token.i].isdisjoint(words) and _is_means(view, token.i, trigger)
    }
    return next((kind for kind in weapons if kind in told), mode)


def _is_means(view: View, i: int, trigger: Trigger) -> bool:
    """Whether token `i` tells with what the act was done: its own word, its doer's, or marked as its means."""
    below = i
    for token in ancestors(view.doc[i]):
        if token.i in trigger.tokens:
            return token.i == i or _tells(view, below)
        if token.i != i and token.dep_ in {"acl", "acl:relcl", "ccomp", "conj"}:
            return False
        below = token.i
    return False


def _tells(view: View, i: int) -> bool:
    markers = view.grammar.markers
    if view.deps[i] in PARTS:
        return True
    return view.subtree_marker(i) in {*markers.agent, *markers.means}
