"""A pipeline that the user brings, fitted to what the packs read: its sentences, its text, its annotation scheme."""

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

import spacy
from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc

from vaarta.analysis import sentences  # noqa: F401 - registers what is added to pipelines here
from vaarta.analysis.lines import Lines
from vaarta.analysis.schemes import scheme_of, schemes
from vaarta.errors import ModelError

if TYPE_CHECKING:
    from vaarta.analysis.loading import Pipeline

__all__ = ["brought"]

Maker: TypeAlias = Callable[[str], Language]

MANY = "xx"  # spaCy's language code for pipelines of many languages


def brought(lang: str, pipeline: "Pipeline") -> Language:
    """The user's pipeline for a language, with what it lacks added to it.

    Raises ModelError if it cannot be loaded, is for another language, or leaves no trees, lemmas or parts of speech.
    """
    nlp = made(lang, pipeline)
    name = pipeline if isinstance(pipeline, str | Path) else nlp.meta.get("name")
    if str(nlp.lang).removeprefix("vaarta_") not in {lang, MANY}:
        raise ModelError(f"spaCy pipeline {str(name)!r} is for language {nlp.lang!r}, not {lang!r}")
    fit(nlp, lang, str(name))
    return nlp


def made(lang: str, pipeline: "Pipeline") -> Language:
    """The pipeline itself: as given, made by the function given, or named."""
    if isinstance(pipeline, Language):
        return pipeline
    maker = pipeline if callable(pipeline) else maker_of(str(pipeline))
    try:
        nlp = maker(lang) if maker else spacy.load(str(pipeline))
    except (OSError, ValueError, ImportError) as unusable:
        raise ModelError(
            f"spaCy pipeline {str(pipeline)!r} cannot be loaded: {unusable}. Install it, or give its folder."
        ) from unusable
    if not isinstance(nlp, Language):
        raise ModelError(f"{pipeline!r} gave a {type(nlp).__name__}, not a spaCy pipeline")
    return nlp


def maker_of(name: str) -> Maker | None:
    """The function that "package.module:function" names; None if the name is not of that form."""
    module, colon, function = name.partition(":")
    if not colon or not all(part.isidentifier() for part in [*module.split("."), function]):
        return None
    try:
        found: Maker = getattr(import_module(module), function)
    except (ImportError, AttributeError) as missing:
        raise ModelError(f"pipeline {name!r} cannot be loaded: {missing}") from missing
    return found


def fit(nlp: Language, lang: str, name: str) -> None:
    """Add to a pipeline what it lacks, in place: our sentences before its parser, our scheme after everything."""
    parser = parser_of(nlp)
    if parser is None and not isinstance(nlp.tokenizer, Tokenizer | Lines):
        nlp.tokenizer = Lines(nlp.tokenizer, nlp.vocab)
    if parser is not None and "vaarta_sentences" not in nlp.pipe_names:
        nlp.add_pipe("vaarta_sentences", before=parser)
    probe = probed(nlp, lang, name)
    if "vaarta_scheme" in nlp.pipe_names:
        return
    labels = getattr(nlp.get_pipe(parser), "labels", ()) if parser else ()
    scheme = scheme_of(labels or {token.dep_ for token in probe}, lang)
    if scheme != "ud" or any(token.dep_ == "root" for token in probe):
        last = "vaarta" if "vaarta" in nlp.pipe_names else None
        nlp.add_pipe("vaarta_scheme", config={"scheme": scheme}, before=last)


def parser_of(nlp: Language) -> str | None:
    """The name of the first component that leaves trees; None if they come from the tokenizer, or from nowhere."""
    metas = ((name, nlp.get_pipe_meta(name)) for name in nlp.pipe_names)
    return next((name for name, m in metas if "token.dep" in m.assigns and "token.dep" not in m.requires), None)


def probed(nlp: Language, lang: str, name: str) -> Doc:
    """What the pipeline makes of a text. Raises ModelError if that has no trees, lemmas or parts of speech."""
    texts = schemes().probes
    try:
        doc = nlp(texts.get(lang, texts["en"]))
    except ValueError as untrained:
        raise ModelError(f"spaCy pipeline {name!r} cannot be used: {untrained}") from untrained
    wanted = {"parser": "DEP", "lemmas": "LEMMA", "parts of speech": "POS"}
    lacking = [what for what, attribute in wanted.items() if not doc.has_annotation(attribute)]
    if lacking:
        raise ModelError(f"spaCy pipeline {name!r} has no {' and no '.join(lacking)} ({', '.join(nlp.pipe_names)})")
    return doc
