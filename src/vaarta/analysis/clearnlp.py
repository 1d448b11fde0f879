"""ClearNLP's trees, as spaCy's English pipelines (en_core_web_*) give them, turned into Universal Dependencies.

In ClearNLP a preposition heads its object and a copula its predicate; in Universal Dependencies both hang on it. A
conjunction hangs on the conjunct before it, there on the one after; conjuncts hang in a row, there all on the first.
"""

from typing import Any

import msgspec

from vaarta.analysis.coordination import recoordinate
from vaarta.analysis.trees import Tree

__all__ = ["ClearNLP", "from_clearnlp"]

PREPOSITIONS = {"prep", "agent"}
ADPOSITIONAL = {"ADP", "SCONJ", "PART", "ADV"}  # what spaCy's tagger calls prepositions
OBJECTS = ("pobj", "pcomp", "prep", "conj")  # where a preposition's object is looked for, in this order
# A preposition's own relation, where its object takes it over; from any other it becomes a prepositional object.
HANDED_ON = {"ROOT", "acl", "acomp", "advcl", "agent", "appos", "attr", "ccomp", "conj", "dative", "dep", "parataxis",
             "pcomp", "pobj", "prep", "relcl", "xcomp"}  # fmt: skip
SUBJECTS = ("nsubj", "nsubjpass")
CLAUSES = ("ccomp", "xcomp", "csubj")


class ClearNLP(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The tables of schemes.toml: lemmas of copulas, and ours for ClearNLP's relations, everywhere or by the head.

    `complements` are the prepositions whose clause after an object is of that object: "accused Iran of firing";
    `tellers` are verbs whose object beside a clause is indirect: "told reporters that"; `persons` are labels of names.
    """

    complements: frozenset[str]
    copulas: frozenset[str]
    labels: dict[str, str]
    verbal: dict[str, str]
    nominal: dict[str, str]
    persons: frozenset[str]
    tellers: frozenset[str]


def from_clearnlp(tree: Tree, known: ClearNLP) -> None:
    """Restructure ClearNLP's trees and rename their relations, in place."""
    for i in reversed(tree.downward()):
        if is_preposition(tree, i):
            under_its_object(tree, i)
        elif is_copula(tree, i, known):
            under_its_predicate(tree, i, known)
    for i in tree.downward():
        raise_subject(tree, i)
        give_to_object(tree, i, known)
    recoordinate(tree)
    for name in tree.doc.ents:
        if name.label_ in known.persons:
            under_first_name(tree, name.start, name.end - 1)
    for i, label in enumerate([renamed(tree, i, known) for i in range(len(tree.deps))]):
        if tree.heads[i] != i:
            tree.deps[i] = label


def is_preposition(tree: Tree, i: int) -> bool:
    """Whether a token is a preposition that has an object."""
    if tree.deps[i] not in PREPOSITIONS and tree.pos[i] not in ADPOSITIONAL:
        return False
    return bool(tree.children(i, "pobj", "pcomp")) or (
        tree.deps[i] in {*PREPOSITIONS, "dative"} and bool(tree.children(i, *OBJECTS))
    )


def under_its_object(tree: Tree, i: int) -> None:
    """Put a preposition's object in its place; what else hung on the preposition hangs on the object.

    A clause as object ("after meeting the envoy") keeps `pcomp` and is marked by the preposition.
    """
    found = min(tree.children(i, *OBJECTS), key=lambda k: (is_bare(tree, k), OBJECTS.index(tree.deps[k])))
    clausal = tree.deps[found] == "pcomp" and (tree.pos[found] in {"VERB", "AUX"} or bool(tree.children(found, "cop")))
    rest = [k for k in tree.below[i] if k != found]
    role = "mark" if clausal else "case"
    tree.lift(found, role)
    if tree.pos[i] in {"ADP", "SCONJ"}:
        tree.pos[i] = "SCONJ" if clausal else "ADP"
    if clausal:
        as_gerund(tree, found)
    for k in rest:
        tree.move(k, found)
        if tree.deps[k] in {"pobj", "pcomp", "prep"} and is_bare(tree, k):
            tree.deps[k] = role
        elif tree.deps[k] in {"pobj", "pcomp"}:
            tree.deps[k] = "dep"
    if tree.deps[found] not in HANDED_ON:
        tree.deps[found] = "prep"
    if clausal and tree.deps[found] in {"prep", "agent"}:
        tree.deps[found] = "pcomp"


def is_bare(tree: Tree, i: int) -> bool:
    """Whether a token is a preposition without an object: "of" in "because of", whose object hangs on "because"."""
    return tree.pos[i] in ADPOSITIONAL and not tree.children(i, "case", "mark")


def as_gerund(tree: Tree, i: int) -> None:
    """Call an -ing form after a preposition a gerund, as the English treebanks do."""
    token: Any = tree.doc[i]
    if "Prog" in token.morph.get("Aspect"):
        token.set_morph("VerbForm=Ger")


def is_copula(tree: Tree, i: int, known: ClearNLP) -> bool:
    """Whether a token is a copula, not an auxiliary; one that stays the head of its clause is then called a verb."""
    return (
        tree.pos[i] in {"AUX", "VERB"}
        and tree.deps[i] not in {"aux", "auxpass", "cop"}
        and tree.doc[i].lemma_.lower() in known.copulas
    )


def under_its_predicate(tree: Tree, i: int, known: ClearNLP) -> None:
    """Put a copula's predicate in its place: a noun, an adjective, or a phrase with a preposition ("is in Geneva")."""
    found = predicate_of(tree, i)
    if found is None:
        tree.pos[i] = "VERB"
        for k in tree.children(i, "attr") if tree.children(i, "expl") else ():
            tree.deps[k] = "nsubj"
        return
    rest = [k for k in tree.below[i] if k != found]
    tree.lift(found, "cop")
    tree.pos[i] = "AUX"
    for k in rest:
        tree.move(k, found)
        tree.deps[k] = "dep" if tree.deps[k] in {"attr", "acomp"} else known.verbal.get(tree.deps[k], tree.deps[k])


def predicate_of(tree: Tree, i: int) -> int | None:
    """The predicate of a copula; None if it has none, or if it says that something is there."""
    if tree.children(i, "expl") and not tree.children(i, *SUBJECTS):
        return None
    if found := tree.children(i, "attr") or tree.children(i, "acomp"):
        return found[0]
    if tree.children(i, *CLAUSES) or not tree.children(i, *SUBJECTS):
        return None
    phrases = [k for k in tree.children(i, "prep") if k > i and tree.children(k, "case")]
    return phrases[0] if phrases else None


def raise_subject(tree: Tree, i: int) -> None:
    """Make the subject of an infinitive or adjective under a verb that verb's object: "wants Greece to withdraw"."""
    subjects = [k for k in tree.children(i, *SUBJECTS) if k < i]
    head = tree.heads[i]
    if tree.deps[i] != "ccomp" or not subjects or not head < subjects[0] or tree.pos[head] != "VERB":
        return
    if is_unmarked(tree, i) and not tree.children(i, "mark") and not tree.children(head, "dobj"):
        tree.move(subjects[0], head, "dobj")
        tree.deps[i] = "xcomp"


def is_unmarked(tree: Tree, i: int) -> bool:
    """Whether a clause's predicate has no finite verb: an infinitive, or an adjective without a copula."""
    helpers = tree.children(i, "aux", "auxpass", "cop")
    if any(tree.pos[k] == "PART" for k in helpers):
        return True
    return not helpers and (tree.pos[i] == "ADJ" or "Inf" in tree.doc[i].morph.get("VerbForm", []))


def give_to_object(tree: Tree, i: int, known: ClearNLP) -> None:
    """Hang a clause on the object before it where its preposition says that it is of the object."""
    marks = [tree.doc[k].text.lower() for k in tree.children(i, "mark")]
    objects = [k for k in tree.children(tree.heads[i], "dobj") if k < i]
    if tree.deps[i] == "pcomp" and objects and known.complements.intersection(marks):
        tree.move(i, objects[-1], "acl")


def under_first_name(tree: Tree, first: int, last: int) -> None:
    """Make the first of a person's names the head of the others and of titles; in ClearNLP the last one is."""
    if first == last or any(tree.heads[i] != last or tree.deps[i] != "compound" for i in range(first, last)):
        return
    rest = [k for k in tree.below[last] if k != first]
    tree.lift(first, "flat")
    for k in rest:
        tree.move(k, first, "flat" if first < k < last else "")
    for k in tree.children(first, "compound"):
        tree.deps[k] = "nmod:desc"


def renamed(tree: Tree, i: int, known: ClearNLP) -> str:
    """Our relation for the one a token has, given its head."""
    label = tree.deps[i]
    if label == "aux" and tree.pos[i] == "PART":
        return "mark"  # the "to" of an infinitive
    if label == "dative":
        return "obl" if tree.children(i, "case") else "iobj"
    if label == "dobj" and tree.children(tree.heads[i], *CLAUSES) and is_teller(tree, tree.heads[i], known):
        return "iobj"
    if label == "quantmod" and tree.pos[i] == "SYM":
        return "nmod"
    by_head = known.verbal if tree.verbal(tree.heads[i]) else known.nominal
    return by_head.get(label) or known.labels.get(label, label)


def is_teller(tree: Tree, i: int, known: ClearNLP) -> bool:
    """Whether a verb's object is the one who is told something."""
    return tree.doc[i].lemma_.lower() in known.tellers
