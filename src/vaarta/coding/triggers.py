"""Where a Doc tells of an event: predicates and nouns of the pack's entries, found over lemmas and the tree."""

from collections.abc import Mapping
from dataclasses import dataclass

from vaarta.coding.view import View
from vaarta.packs.events import EventEntry, Predicate

__all__ = ["Index", "Trigger", "find_triggers"]

REACH = 5  # tokens a host may stand from its verb when the tree does not join them
INVERTED = 3  # tokens it may stand on the wrong side, as in headlines ("उठाया सवाल", "talks were held")

Index = Mapping[str, tuple[Predicate, ...]]


@dataclass(frozen=True)
class Trigger:
    """Tokens that tell of an act. `verb` is the clause's verb, or the noun itself; `tokens` verb and hosts, sorted."""

    entry: EventEntry
    verb: int
    tokens: tuple[int, ...]
    nominal: bool = False
    linked: bool = True

    @property
    def start(self) -> int:
        """The first token."""
        return self.tokens[0]

    @property
    def end(self) -> int:
        """One past the last token."""
        return self.tokens[-1] + 1


def find_triggers(view: View, by_verb: Index, by_noun: Index) -> list[Trigger]:
    """The triggers of a story, in order; of several readings of one verb the one with most words, and the tree's."""
    found: list[Trigger] = []
    used: set[int] = set()
    for i, forms in enumerate(view.forms):
        if best := _best_predicate(view, i, forms, by_verb):
            found.append(best)
            used.update(best.tokens)
    for i, forms in enumerate(view.forms):
        if i not in used and (noun := _noun_trigger(view, i, forms, by_noun)):
            found.append(noun)
    return sorted(found, key=lambda trigger: trigger.verb)


def _best_predicate(view: View, i: int, forms: frozenset[str], by_verb: Index) -> Trigger | None:
    if i in view.mention_at and view.doc[i].pos_ not in {"VERB", "AUX"}:
        return None
    candidates: list[tuple[tuple[int, int, int], Trigger]] = []
    for form in forms:
        for predicate in by_verb.get(form, ()):
            if not predicate.hosts and view.doc[i].pos_ != "VERB":
                continue
            if trigger := _match(view, i, predicate):
                distance = sum(abs(t - i) for t in trigger.tokens)
                rank = (-len(trigger.tokens) - len(predicate.markers), 0 if trigger.linked else 1, distance)
                candidates.append((rank, trigger))
    return min(candidates, key=lambda pair: pair[0])[1] if candidates else None


def _match(view: View, i: int, predicate: Predicate) -> Trigger | None:
    """The trigger if every host and marker of the predicate is found about token `i`."""
    tokens, linked = [i], True
    for host in predicate.hosts:
        place = _find_host(view, i, host, taken=tokens)
        if place is None:
            return None
        tokens.append(place[0])
        linked = linked and place[1]
    if predicate.markers and not _markers_near(view, i, predicate.markers):
        return None
    return Trigger(entry=predicate.entry, verb=i, tokens=tuple(sorted(tokens)), linked=linked)


def _find_host(view: View, i: int, host: frozenset[str], *, taken: list[int]) -> tuple[int, bool] | None:
    """The token that is the host, and whether the tree joins it to what was taken: dependents first, then reach."""
    for j in taken:
        for child in view.doc[j].children:
            if child.i not in taken and view.forms[child.i] & host and abs(child.i - i) <= 4 * REACH:
                return child.i, True
    head = view.doc[i].head.i
    if head != i and head not in taken and view.forms[head] & host and view.doc[i].dep_ in {"acl", "compound", "aux"}:
        return head, True
    forward = view.grammar.verb == "first"
    for span, sign in ((REACH, 1 if forward else -1), (INVERTED, -1 if forward else 1)):
        for j in range(i + sign, i + sign * (span + 1), sign):
            if not 0 <= j < len(view.doc) or view.sentence_of[j] != view.sentence_of[i] or _blocks(view, j):
                break
            if j not in taken and view.forms[j] & host:
                return j, False
    return None


def _blocks(view: View, j: int) -> bool:
    """Whether a host cannot stand beyond token `j`: the end of a clause."""
    token = view.doc[j]
    return token.pos_ == "PUNCT" or (token.pos_ in {"VERB", "SCONJ"} and view.heads_clause(token))


def _markers_near(view: View, i: int, markers: tuple[str, ...]) -> bool:
    """Whether each marker is a case child of a dependent of the verb, or stands within reach before it."""
    near = {view.texts[j] for j in range(max(0, i - 2 * REACH), i + REACH) if j < len(view.doc)}
    return all(set(marker.split()) <= near for marker in markers)


def _noun_trigger(view: View, i: int, forms: frozenset[str], by_noun: Index) -> Trigger | None:
    if view.doc[i].pos_ not in {"NOUN", "PROPN", "VERB"} or i in view.mention_at:
        return None
    for form in forms:
        for predicate in by_noun.get(form, ()):
            before = tuple(range(i - len(predicate.hosts), i))
            if before and before[0] < 0:
                continue
            if all(view.forms[j] & host for j, host in zip(before, predicate.hosts, strict=True)):
                return Trigger(entry=predicate.entry, verb=i, tokens=(*before, i), nominal=True)
    return None
