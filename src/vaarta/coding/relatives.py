"""Whom a relative pronoun stands for, and what that side does in the relative clause: "X, who was freed"."""

from vaarta.coding.view import View

__all__ = ["relative_in", "stood_for"]


def relative_in(view: View, verb: int) -> int | None:
    """The relative pronoun that is an argument of the verb at token `verb` itself; None if it has none."""
    return next(
        (c for c in view.children[verb] if view.texts[c] in view.grammar.relative and view.pos[c] == "PRON"), None
    )


def stood_for(view: View, verb: int, pronoun: int) -> int | None:
    """The group of mentions that a relative pronoun stands for: named right before it, else what its clause hangs on.

    Before the comma is surer than the tree, which hangs a clause on nouns that come after it too.
    """
    before = pronoun - 1 if view.doc[pronoun].i and view.texts[pronoun - 1] != "," else pronoun - 2
    if before < 0 or view.sentence_of[before] != view.sentence_of[pronoun]:
        return None
    if before not in view.mention_at and view.deps[verb] == "acl:relcl" and view.heads[verb] < pronoun:
        return view.group_at.get(view.heads[verb])
    return view.group_at.get(before)
