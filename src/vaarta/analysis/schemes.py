"""The spaCy component `vaarta_scheme`: trees of another annotation scheme become those the packs read.

Which scheme a pipeline has is told by its parser's relations. Put it after everything that sets parts of speech and
lemmas; in spaCy's English pipelines these come after the parser.
"""

import functools
from collections.abc import Callable, Iterable
from importlib.resources import files
from pathlib import Path

import msgspec
from spacy.language import Language
from spacy.tokens import Doc

from vaarta.analysis.clearnlp import ClearNLP, from_clearnlp
from vaarta.analysis.hdtb import HDTB, from_hdtb
from vaarta.analysis.trees import Tree
from vaarta.errors import ModelError
from vaarta.toml import read_toml

__all__ = ["Converter", "Schemes", "scheme_of", "schemes"]

CLEARNLP = {"dobj", "nsubjpass", "pobj"}  # relations that Universal Dependencies 2 have no more, or never had


class Schemes(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What schemes.toml tells: a text for each language that shows a pipeline's scheme, and each scheme's tables."""

    probes: dict[str, str]
    clearnlp: ClearNLP
    hdtb: HDTB


@functools.cache
def schemes() -> Schemes:
    """The content of schemes.toml."""
    return read_toml(Path(str(files("vaarta.analysis"))) / "schemes.toml", Schemes, ModelError)


def scheme_of(labels: Iterable[str], lang: str) -> str:
    """The scheme that has these relations: "clearnlp", "hdtb" (Hindi without compound:lvc), or "ud"."""
    known = set(labels)
    if known & CLEARNLP:
        return "clearnlp"
    return "hdtb" if lang == "hi" and "compound:lvc" not in known else "ud"


class Converter:
    """Restructures the trees of each Doc, and corrects parts of speech that go with them. `scheme`: as `scheme_of`."""

    def __init__(self, scheme: str) -> None:
        known = schemes()
        converters: dict[str, Callable[[Tree], None]] = {
            "clearnlp": lambda tree: from_clearnlp(tree, known.clearnlp),
            "hdtb": lambda tree: from_hdtb(tree, known.hdtb),
            "ud": lambda tree: None,  # noqa: ARG005 - only its roots are renamed
        }
        if scheme not in converters:
            raise ModelError(f"no annotation scheme {scheme!r}; there are: {', '.join(sorted(converters))}")
        self.scheme = scheme
        self.convert = converters[scheme]

    def __call__(self, doc: Doc) -> Doc:
        """The same Doc, its trees in our scheme; one without trees is left as it is."""
        if not doc.has_annotation("DEP"):
            return doc
        tree = Tree(doc)
        self.convert(tree)
        for i in tree.downward():
            if tree.heads[i] == i and tree.deps[i] == "root":  # Stanza's name for it
                tree.deps[i] = "ROOT"
        return tree.write()


@Language.factory(
    "vaarta_scheme",
    assigns=["token.dep", "token.head", "token.pos"],
    requires=["token.dep", "token.pos", "token.lemma"],
    default_config={"scheme": "ud"},
)
def make_converter(nlp: Language, name: str, scheme: str) -> Converter:  # noqa: ARG001 - spaCy passes all
    """The component, for `nlp.add_pipe("vaarta_scheme", config={"scheme": "clearnlp"})`."""
    return Converter(scheme)
