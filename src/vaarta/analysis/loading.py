"""Loading a pipeline, ours or the user's, and running it over texts."""

import functools
from collections.abc import Iterable, Iterator
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from vaarta.errors import ModelError

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

__all__ = ["analyse", "fresh", "load"]

BATCH = 32  # stories: the parser's matrices stay in cache, and a batch of very long stories in memory


def load(lang: str, pipeline: str | None = None) -> "Language":
    """As `fresh`, but one for each pair a process, shared by all who ask: nobody may add components to it."""
    return shared(lang, pipeline)


@functools.lru_cache(maxsize=8)
def shared(lang: str, pipeline: str | None) -> "Language":
    """As `load`, with both arguments given."""
    return fresh(lang, pipeline)


def fresh(lang: str, pipeline: str | None = None) -> "Language":
    """The spaCy pipeline for a language: ours, or the one named: an installed package or a folder.

    Whichever it is, its sentences are cut by `vaarta_sentences`.

    Raises ModelError if there is none, if it is for another language, or if it has no parser or no lemmas.
    """
    import spacy

    from vaarta.analysis import hindi, lemmas, sentences  # noqa: F401 - registers what our pipelines are made of

    if pipeline is None:
        return spacy.load(shipped(lang))
    try:
        nlp = spacy.load(pipeline)
    except (OSError, ValueError) as unusable:
        raise ModelError(
            f"spaCy pipeline {pipeline!r} cannot be loaded: {unusable}. Install it, or give its folder."
        ) from unusable
    checked(nlp, lang, pipeline)
    # Pipelines with ClearNLP labels (en_core_web_*: dobj, pobj, nsubjpass) parse, but the packs read Universal
    # Dependencies; a component that renames labels belongs here, after the parser.
    if "vaarta_sentences" not in nlp.pipe_names and "parser" in nlp.pipe_names:
        nlp.add_pipe("vaarta_sentences", before="parser")
    return nlp


def shipped(lang: str) -> Path:
    """The folder of the pipeline that comes with Vaarta. Raises ModelError if the language has none."""
    folder = Path(str(files("vaarta"))) / "models"
    if not (folder / lang / "meta.json").is_file():
        there = ", ".join(sorted(path.parent.name for path in folder.glob("*/meta.json"))) or "none"
        raise ModelError(
            f"no pipeline for language {lang!r} comes with Vaarta (it has: {there}); name one, or train one"
        )
    return folder / lang


def checked(nlp: "Language", lang: str, pipeline: str) -> None:
    """Raise ModelError unless the pipeline is for the language and leaves trees, parts of speech and lemmas."""
    if str(nlp.lang).removeprefix("vaarta_") != lang:
        raise ModelError(f"spaCy pipeline {pipeline!r} is for language {nlp.lang!r}, not {lang!r}")
    left = {attribute for _, component in nlp.pipeline for attribute in assigned(nlp, component)}
    lacking = [
        what for what, attribute in (("parser", "token.dep"), ("lemmas", "token.lemma")) if attribute not in left
    ]
    if lacking:
        raise ModelError(f"spaCy pipeline {pipeline!r} has no {' and no '.join(lacking)} ({', '.join(nlp.pipe_names)})")


def assigned(nlp: "Language", component: object) -> list[str]:
    """What a component leaves on a Doc, as it declares it."""
    name = next(name for name, other in nlp.pipeline if other is component)
    return list(nlp.get_pipe_meta(name).assigns)


def analyse(texts: Iterable[str], nlp: "Language") -> "Iterator[Doc]":
    """A Doc for each text, in order, streamed. Documents longer than spaCy's limit are cut there, never refused."""
    limit = int(nlp.max_length)
    yield from nlp.pipe((text[:limit] for text in texts), batch_size=BATCH)
