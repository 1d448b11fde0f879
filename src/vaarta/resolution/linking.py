"""Links: which claims of different stories tell one thing, which may, and why."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from vaarta.records import Claims, Link, Story
from vaarta.resolution.contradictions import told_apart
from vaarta.resolution.keys import Vocabulary
from vaarta.resolution.likeness import Weights, compare, load_weights
from vaarta.resolution.rivals import comparable
from vaarta.resolution.sisters import Pair, surest_of_sisters
from vaarta.resolution.tellings import Telling, tellings

__all__ = ["link_claims"]

DOUBTS = 3  # unsure links of a claim that are kept: a person looks at no more


def link_claims(
    kept: Iterable[tuple[Story, Claims]],
    weights: Weights | None = None,
    *,
    new: Collection[str] | None = None,
    known: Iterable[Link] = (),
) -> Iterator[Link]:
    """Links between claims of different stories, the surest first.

    "same" joins them. "unsure" does not: they are alike, but less so; or one story tells both of two things that a
    third story's claim is like, and the other is liker; or what was joined to each before is too unlike. What the same
    words tell, as an act and as a saying, is as sure as the surer of them. Of its doubts a claim has the likest only.
    Memory is that of the claims and some hundred numbers a story. Reasons are weighed as `weights` says, else as
    weights.toml does.
    With `new`, the ids of stories, only pairs with a claim of theirs are looked at; `known` are the links of others.
    """
    vocabulary = Vocabulary()
    told = list(tellings(kept, vocabulary, new))
    bounds = weights or load_weights()
    scores: dict[Pair, float] = {}
    why: dict[Pair, str] = {}
    for left, right, rival in comparable(told, vocabulary):
        likeness = compare(told[left], told[right], vocabulary, bounds, rival=rival)
        if likeness:
            scores[left, right] = likeness.score
        if likeness and likeness.score >= bounds.unsure:
            why[left, right] = likeness.why
    for pair, score in surest_of_sisters(told, scores, bounds.unsure).items():
        scores[pair] = score
        why[pair] = ", ".join(filter(None, (why.get(pair), f"same words {score:.2f}")))
    alike = [(-scores[pair], *pair) for pair in why]
    things, doubts = _Things(told, known, vocabulary, _Together(scores, bounds.together)), Counter[int]()
    for _, left, right in sorted(alike):
        score = scores[left, right]
        same = score >= bounds.same and things.join(left, right)
        if not same:
            doubts.update((left, right))
            if max(doubts[left], doubts[right]) > DOUBTS:
                continue
        yield Link(
            left=told[left].claim.id,
            right=told[right].claim.id,
            verdict="same" if same else "unsure",
            why=why[left, right],
            score=round(score, 3),
        )


class _Together:
    """How alike claims are that were compared, and how alike two groups must be for one thing, over all of these."""

    def __init__(self, scores: Mapping[Pair, float], least: float) -> None:
        self._scores = scores
        self._least = least

    def fit(self, ours: Sequence[int], theirs: Sequence[int]) -> bool:
        """Whether claims of the one group and of the other are alike on the whole."""
        ends = ((min(a, b), max(a, b)) for a in ours for b in theirs)
        found = [self._scores[pair] for pair in ends if pair in self._scores]
        return not found or sum(found) / len(found) >= self._least


class _Things:
    """Claims joined into things, none of which one story tells apart."""

    def __init__(self, told: list[Telling], known: Iterable[Link], vocabulary: Vocabulary, together: _Together) -> None:
        self._told = told
        self._together = together
        self._vocabulary = vocabulary
        self._parent = list(range(len(told)))
        self._members = [[n] for n in range(len(told))]
        numbers = {telling.claim.id: n for n, telling in enumerate(told)}
        for link in known:
            if link.verdict == "same" and link.left in numbers and link.right in numbers:
                self.join(numbers[link.left], numbers[link.right])

    def join(self, left: int, right: int) -> bool:
        """Whether the two are, or can be made, one thing."""
        a, b = self._root(left), self._root(right)
        if a == b:
            return True
        if self._apart(a, b) or not self._together.fit(self._members[a], self._members[b]):
            return False
        small, large = sorted((a, b), key=lambda n: len(self._members[n]))
        self._parent[small] = large
        self._members[large] += self._members[small]
        return True

    def _apart(self, a: int, b: int) -> bool:
        """Whether any story that tells of both tells them apart."""
        ours: dict[int, list[Telling]] = {}
        for n in self._members[a]:
            ours.setdefault(self._told[n].story.number, []).append(self._told[n])
        return any(
            told_apart(mine, self._told[n], self._vocabulary)
            for n in self._members[b]
            for mine in ours.get(self._told[n].story.number, ())
        )

    def _root(self, n: int) -> int:
        while self._parent[n] != n:
            self._parent[n] = self._parent[self._parent[n]]
            n = self._parent[n]
        return n
