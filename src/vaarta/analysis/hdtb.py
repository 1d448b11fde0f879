"""UD Hindi HDTB's trees as they are published, and as Stanza's and UDPipe's Hindi models give them, in our scheme.

What differs: the noun of a light verb is a plain `compound`, auxiliaries are `aux:pass` in the active too, particles
are `dep`, and the lemma of a verb is its stem.
"""

import msgspec

from vaarta.analysis.coordination import recoordinate
from vaarta.analysis.trees import Tree

__all__ = ["HDTB", "from_hdtb"]

HOSTS = {"NOUN", "ADJ", "ADV", "PROPN", "NUM"}
VERBS = {"VERB", "AUX"}
OBJECTS = ("obj", "iobj", "obl", "nmod")


class HDTB(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The words of schemes.toml: `whole` are their own lemmas, `stems` look like infinitives."""

    complementizers: frozenset[str]
    genitives: frozenset[str]
    infinitive: str
    passive: frozenset[str]
    perfective: tuple[str, ...]
    stems: frozenset[str]
    whole: frozenset[str]


def from_hdtb(tree: Tree, known: HDTB) -> None:
    """Bring HDTB's trees, relations and lemmas into our scheme, in place; what is in it already stays as it is."""
    for token in tree.doc:
        if tree.pos[token.i] in VERBS:
            token.lemma_ = infinitive(token.lemma_, known)
    for i in tree.downward():
        tree.deps[i] = tree.deps[i] if tree.heads[i] == i else renamed(tree, i, known)
    for i in tree.downward():
        if tree.deps[i] == "fixed" and tree.deps[tree.heads[i]] == "case":
            tree.move(i, tree.heads[tree.heads[i]], "case")
    for i in tree.downward():
        for host in tree.children(i, "compound:lvc"):
            give_genitive(tree, i, host, known)
        call_passive(tree, i)
    recoordinate(tree)


def infinitive(lemma: str, known: HDTB) -> str:
    """A verb's infinitive from the stem that HDTB has as its lemma."""
    if not lemma or lemma in known.whole:
        return lemma
    stem = lemma in known.stems or not lemma.endswith(known.infinitive)
    return lemma + known.infinitive if stem else lemma


def renamed(tree: Tree, i: int, known: HDTB) -> str:
    """Our relation for the one a token has."""
    label, pos, head = tree.deps[i], tree.pos[i], tree.heads[i]
    if label == "compound" and pos in HOSTS and tree.pos[head] in VERBS and i < head:
        return "compound:lvc"
    if label == "aux:pass" and not is_passive(tree, i, known):
        return "aux"
    if label == "nmod" and tree.verbal(head):
        return "obl"
    if label == "dep" and pos == "PART":
        return "discourse"
    if label in {"obj", "dep"} and pos == "VERB" and tree.pos[head] == "VERB" and is_complement(tree, i, known):
        return "ccomp"
    return label


def is_passive(tree: Tree, i: int, known: HDTB) -> bool:
    """Whether an auxiliary makes its verb passive: it is the passive's own, after a perfective."""
    verb = tree.doc[tree.heads[i]].text
    return tree.doc[i].lemma_ in known.passive and verb.endswith(known.perfective)


def is_complement(tree: Tree, i: int, known: HDTB) -> bool:
    """Whether a clause is opened by a word that opens what is said or thought."""
    return any(tree.doc[k].text in known.complementizers for k in tree.children(i, "mark"))


def give_genitive(tree: Tree, verb: int, host: int, known: HDTB) -> None:
    """Hang a genitive before a light verb's noun on that noun: "हमले की निंदा" is one phrase."""
    for k in tree.children(verb, *OBJECTS):
        cases = tree.children(k, "case")
        if k < host and len(cases) == 1 and tree.doc[cases[0]].text in known.genitives:
            tree.move(k, host, "nmod")


def call_passive(tree: Tree, verb: int) -> None:
    """Call the bare object of a passive that has no subject its subject."""
    if not tree.children(verb, "aux:pass") or tree.children(verb, "nsubj", "nsubj:pass"):
        return
    for k in tree.children(verb, "obj")[:1]:
        if not tree.children(k, "case"):
            tree.deps[k] = "nsubj:pass"
