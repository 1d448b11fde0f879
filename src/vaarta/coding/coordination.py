"""Mentions named together ("भारत और चीन", "X and his counterpart Y"), which do and suffer as one."""

from typing import TYPE_CHECKING

from vaarta.coding.trees import ancestors
from vaarta.doc import ActorMention

if TYPE_CHECKING:
    from vaarta.coding.view import View

__all__ = ["grouped"]

MOST_REST = 6  # tokens of a conjunct that is no mention
MOST_BETWEEN = 3  # coordinators between two conjuncts: ", as well as"
VERBAL = {"VERB", "AUX"}
STATES = "states"  # why recognition leaves a mention of several states without a country


def grouped(view: "View") -> list[tuple[int, ...]]:
    """Coordinated mentions, each group as a tuple of indices in `mentions.actors`, in order.

    What only counts the states named right after it is in none: "तीन देशों | माल्टा, साइप्रस और ग्रीस".
    """
    actors = view.mentions.actors
    groups: list[list[int]] = []
    for n, mention in enumerate(actors):
        if groups and _coordinated(view, actors[groups[-1][-1]], mention):
            groups[-1].append(n)
        elif len(groups) > 1 and _owned_by_first(view, groups[-2], groups[-1], mention):
            groups[-2].append(n)
        else:
            groups.append([n])
    told = (group for group in groups if not (len(group) == 1 and _spelled_out(view, group[0])))
    return [part for group in told for part in _parted(view, group)]


def _spelled_out(view: "View", n: int) -> bool:
    """Whether a mention of several states stands right before the first of them."""
    left, following = view.mentions.actors[n], view.mentions.actors[n + 1 : n + 2]
    named = any(m.start == left.end and m.kind == "name" and m.parties for m in following)
    return left.why == STATES and view.grammar.verb == "last" and named


def _parted(view: "View", group: list[int]) -> list[tuple[int, ...]]:
    """A group, or its two members apart if only a comma joins them: "X expels two envoys, Y vows response"."""
    if len(group) == 2:  # noqa: PLR2004
        left, right = (view.mentions.actors[n] for n in group)
        between = range(left.end, right.start)
        apart = all(view.texts[i] == "," or view.doc[i].pos_ == "DET" for i in between)
        if apart and not _share_marker(view, left, right):
            return [(group[0],), (group[1],)]
    if _before_states(view, group):
        return [(group[0],), tuple(group[1:])]
    return [tuple(group)]


def _before_states(view: "View", group: list[int]) -> bool:
    """Whether someone stands before a list of mere states, parted by a comma: "मंत्री X, | पेरू, चिली और केन्या के दौरे पर"."""
    first, *states = (view.mentions.actors[n] for n in group)
    if view.grammar.verb == "first" or len(states) <= 1 or view.texts[first.end] != ",":
        return False
    genitive = view.marker_after(states[-1].end) in view.grammar.markers.genitive
    someone = any(p.office or p.name for p in first.parties)
    return genitive and someone and not any(p.office or p.name for m in states for p in m.parties)


def _share_marker(view: "View", left: ActorMention, right: ActorMention) -> bool:
    """Whether the marker after the right is both's, as another is the subject: "X A, B से मिलेंगे"."""
    if view.grammar.markers.stands == "before" or not view.marker_after(right.end):
        return False
    joined = any(
        view.deps[i] == "conj" and left.start <= view.heads[i] < left.end for i in range(right.start, right.end)
    )
    beside = view.doc[left.head].head.children
    return joined and any(c.dep_ == "nsubj" and c.i < left.start for c in beside)


def _owned_by_first(view: "View", left: list[int], owner: list[int], right: ActorMention) -> bool:
    """Whether a possessive alone, after a coordinator, stands between two conjuncts: "X और उनके समकक्ष Y"."""
    between, first = view.mentions.actors[owner[-1]], view.mentions.actors[left[-1]]
    possessive = view.pronoun_marker(between.end - 1) in view.grammar.markers.genitive
    if between.kind != "pronoun" or not possessive or between.end != right.start or first.kind == "pronoun":
        return False
    joined = range(first.end, between.start)
    return 0 < len(joined) <= MOST_BETWEEN and all(view.texts[i] in view.grammar.coordinators for i in joined)


def _coordinated(view: "View", left: ActorMention, right: ActorMention) -> bool:
    """Whether one to three coordinators, and nothing else, stand between two mentions of one sentence."""
    between = range(left.end, _phrase_start(view, left, right))
    if _joined_by_tree(view, left, right):
        return True
    if view.sentence_of[left.start] != view.sentence_of[right.start] or not 0 < len(between) <= MOST_BETWEEN:
        return False
    if "pronoun" in {left.kind, right.kind} or _clause_begins(view, left, right):
        return False
    words = [i for i in between if view.doc[i].pos_ != "DET"]
    if len(words) > 1 and view.grammar.markers.stands == "before":
        again = view.texts[words[-1]] == view.marker_before(left.start)  # "against Russia and against Iran"
        words = words[:-1] if again else words
    return bool(words) and all(view.texts[i] in view.grammar.coordinators for i in words)


def _phrase_start(view: "View", left: ActorMention, right: ActorMention) -> int:
    """Where the right's phrase begins, with what qualifies it before its name: "सांसदों और निर्यात संघ के सचिवों से"."""
    if view.grammar.markers.stands == "before":
        return right.start
    start = right.start
    while start > max(left.end, right.start - MOST_REST) and _qualifies(view, start - 1, right.head):
        start -= 1
    return start


def _qualifies(view: "View", i: int, noun: int) -> bool:
    """Whether token `i` is of a phrase that qualifies a noun, and joins nothing."""
    parting = {*view.grammar.coordinators, *view.openers}
    if view.pos[i] in {*VERBAL, "PUNCT", "CCONJ"} or view.texts[i] in parting:
        return False
    return noun in {token.i for token in ancestors(view.doc[i], MOST_REST)}


def _joined_by_tree(view: "View", left: ActorMention, right: ActorMention) -> bool:
    """Whether the right is of a noun that the tree joins to the left: "the army and an alliance of rebels"."""
    if view.grammar.markers.stands == "after" or not 0 < right.start - left.end <= MOST_REST:
        return False
    top = right.head
    while view.deps[top] == "nmod" and view.heads[top] not in view.mention_at and _genitive(view, top):
        top = view.heads[top]
    return top != right.head and view.deps[top] == "conj" and left.start <= view.heads[top] < left.end


def _genitive(view: "View", i: int) -> bool:
    """Whether token `i` has a genitive marker before it."""
    return any(view.deps[c] == "case" and view.texts[c] in view.grammar.markers.genitive for c in view.children[i])


def _clause_begins(view: "View", left: ActorMention, right: ActorMention) -> bool:
    """Whether the right of two mentions is the subject of a clause of its own: "to Mali, and Togo promised …".

    Or qualifies it: "from the Labour Party, | Chinese and Dutch experts said".
    """
    noun = view.heads[right.head] if view.deps[right.head] == "amod" else right.head
    subject = view.deps[noun].startswith("nsubj") and view.heads[noun] >= right.end
    joined = {view.heads[left.head], left.head} & {view.heads[noun], noun}
    return subject and not joined and view.grammar.verb == "first"
