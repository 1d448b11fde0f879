"""Coordination as Universal Dependencies 2 have it, from trees that hang conjunctions on the conjunct before them."""

from vaarta.analysis.trees import Tree

__all__ = ["recoordinate"]


def recoordinate(tree: Tree) -> None:
    """Hang conjunctions and commas on the conjunct after them, and every conjunct on the first, in place."""
    for i in tree.downward():
        for k in tree.children(i, "cc", "punct"):
            hang_on_next(tree, k)
    for i in tree.downward():
        if tree.deps[i] == "conj":
            tree.move(i, first_conjunct(tree, i))


def hang_on_next(tree: Tree, k: int) -> None:
    """Hang a conjunction on the next conjunct beside it, and a mark too if the conjunct begins right after it."""
    following = next((c for c in tree.children(tree.heads[k], "conj") if c > k), None)
    if following is None:
        return
    if tree.deps[k] == "cc" or (k > tree.heads[k] and opens(tree, following, k + 1)):
        tree.move(k, following)


def opens(tree: Tree, conjunct: int, i: int) -> bool:
    """Whether token `i` is of the conjunct, or the conjunction before it."""
    beside = tree.heads[i] == tree.heads[conjunct] and tree.deps[i] == "cc"
    return beside or i == conjunct or conjunct in tree.above(i)


def first_conjunct(tree: Tree, i: int) -> int:
    """The first of the row of conjuncts a token is in."""
    head = tree.heads[i]
    while tree.deps[head] == "conj" and tree.heads[head] != head:
        head = tree.heads[head]
    return head
