"""Joining what was trained apart into one pipeline folder: sentences, parser, lemmas, names; small, without pickles."""

import json
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.strings import StringStore

from vaarta.analysis.lemmas import LemmaTable

__all__ = ["assemble", "write_pipeline"]


def assemble(parser: Language, table: LemmaTable, names: Language | None) -> Language:
    """One pipeline of the trained parts, in the order they run."""
    from vaarta.analysis import lemmas, sentences  # noqa: F401 - registers the factories

    nlp = spacy.blank(str(parser.lang), vocab=parser.vocab)
    nlp.add_pipe("vaarta_sentences")
    for name in ("tok2vec", "tagger", "morphologizer", "parser"):
        nlp.add_pipe(name, source=parser)
    lemmatizer: Any = nlp.add_pipe("vaarta_lemmatizer")
    lemmatizer.table = table
    if names is not None:
        # Names listen to an encoder of their own: by name, so that they cannot hear the parser's.
        names.replace_listeners("tok2vec", "ner", ["model.tok2vec"])
        nlp.add_pipe("ner", source=names)
    return nlp


def write_pipeline(nlp: Language, out: Path, meta: dict[str, Any]) -> None:
    """Write the pipeline folder: spaCy's own format, with only the strings its labels need."""
    nlp.meta.update({"spacy_version": ">=3.8.0,<4.0.0", **meta})  # else spaCy warns in every version but this one
    nlp.meta.pop("vectors", None)
    nlp.to_disk(out, exclude=["vectors"])
    strings = out / "vocab" / "strings.json"
    strings.write_text(json.dumps(label_strings(nlp), ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
    for unused in ("vectors", "vectors.cfg", "key2row", "lookups.bin"):
        (out / "vocab" / unused).unlink(missing_ok=True)


def label_strings(nlp: Language) -> list[str]:
    """Every label of every component, and the features of morphological labels: what a fresh vocab must know."""
    labels = {label for component in nlp.pipe_labels.values() for label in component}
    wanted = StringStore(sorted(labels))
    for label in sorted(labels):
        for part in label.replace("|", "\n").replace("=", "\n").split("\n"):
            wanted.add(part)
        for part in label.split("|"):
            wanted.add(part)
    return sorted(wanted)
