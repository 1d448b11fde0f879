"""Loading a pipeline, ours or the user's, and running it over texts."""

import functools
from collections.abc import Callable, Iterable, Iterator
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from vaarta.analysis.pieces import tokenized
from vaarta.errors import ModelError

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

__all__ = ["Pipeline", "analyse", "fresh", "load", "signature"]

Pipeline: TypeAlias = "str | Path | Language | Callable[[str], Language]"  # what `load` takes for the user's own

BATCH = 32  # stories: the parser's matrices stay in cache, and a batch of very long stories in memory


def load(lang: str, pipeline: "Pipeline | None" = None) -> "Language":
    """As `fresh`, but one for each pair a process, shared by all who ask: nobody may add components to it."""
    return shared(lang, pipeline)


@functools.lru_cache(maxsize=8)
def shared(lang: str, pipeline: "Pipeline | None") -> "Language":
    """As `load`, with both arguments given."""
    return fresh(lang, pipeline)


def fresh(lang: str, pipeline: "Pipeline | None" = None) -> "Language":
    """The spaCy pipeline for a language: ours, or the user's own, fitted to what the packs read.

    The user's own is an installed package or a folder; a function that is given the language, itself or as
    "package.module:function"; or a spaCy pipeline, which is then changed in place. docs/pipelines.md says how.

    Raises ModelError if there is none, if it is for another language, or if it leaves no trees, lemmas or parts of
    speech.
    """
    from vaarta.analysis import component, hindi, lemmas, sentences  # noqa: F401 - registers what our pipelines are made of

    if pipeline is None:
        import spacy

        return spacy.load(shipped(lang))
    from vaarta.analysis.bringing import brought

    return brought(lang, pipeline)


def shipped(lang: str) -> Path:
    """The folder of the pipeline that comes with Vaarta. Raises ModelError if the language has none."""
    folder = Path(str(files("vaarta"))) / "models"
    if not (folder / lang / "meta.json").is_file():
        there = ", ".join(sorted(path.parent.name for path in folder.glob("*/meta.json"))) or "none"
        raise ModelError(
            f"no pipeline for language {lang!r} comes with Vaarta (it has: {there}); name one, or train one"
        )
    return folder / lang


def signature(nlp: "Language") -> str:
    """What records call a pipeline: spaCy's name for it, version, licence ("hi_vaarta-0.1.0 CC-BY-NC-SA-4.0").

    A licence is left out if the pipeline's maker told none.
    """
    told = {what: " ".join(str(nlp.meta.get(what) or "").split()) for what in ("name", "version", "license")}
    lang = str(nlp.lang).removeprefix("vaarta_")
    return f"{lang}_{told['name']}-{told['version']} {told['license']}".rstrip()


def analyse(texts: Iterable[str], nlp: "Language") -> "Iterator[Doc]":
    """A Doc for each text, in order, streamed. Documents longer than spaCy's limit are cut there, never refused."""
    limit = int(nlp.max_length)
    yield from nlp.pipe((tokenized(text[:limit], nlp) for text in texts), batch_size=BATCH)
