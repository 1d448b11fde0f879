"""Joining what was trained into one pipeline folder: sentences, parser, lemmas; small, without pickles."""

from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language

from vaarta.analysis.lemmas import LemmaTable
from vaarta.analysis.network import Network

__all__ = ["assemble", "write_pipeline"]


def assemble(language: str, network: Network, table: LemmaTable) -> Language:
    """One pipeline of what was trained, in the order it runs."""
    from vaarta.analysis import component, lemmas, sentences  # noqa: F401 - registers the factories

    nlp = spacy.blank(language)
    nlp.add_pipe("vaarta_sentences")
    parser: Any = nlp.add_pipe("vaarta_parser")
    parser.use(network)
    lemmatizer: Any = nlp.add_pipe("vaarta_lemmatizer")
    lemmatizer.table = table
    return nlp


def write_pipeline(nlp: Language, out: Path, meta: dict[str, Any]) -> None:
    """Write the pipeline folder: spaCy's own format."""
    nlp.meta.update({"spacy_version": ">=3.8.0,<4.0.0", **meta})  # else spaCy warns in every version but this one
    nlp.meta.pop("vectors", None)
    nlp.to_disk(out, exclude=["vectors"])
    for unused in ("vectors", "vectors.cfg", "key2row", "lookups.bin"):
        (out / "vocab" / unused).unlink(missing_ok=True)
    (out / "vocab" / "strings.json").write_text("[]\n", encoding="utf-8")  # the network's labels bring their own
