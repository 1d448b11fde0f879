"""Vaarta reads the news, in Hindi first, and keeps the public record of diplomacy.

Four verbs and the records: `read` stories, `load` a pipeline, `code` what a story says, `open` a record file.
Importing this module loads neither spaCy nor an HTML parser; each verb imports what it needs when called.
"""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from vaarta.errors import GoldError, ModelError, OntologyError, PackError, ReadError, StoreError, VaartaError
from vaarta.records import Claims, Engagement, Event, Evidence, Party, Passed, Place, Statement, Story, Tenure, When

if TYPE_CHECKING:
    from spacy.language import Language

    from vaarta.analysis import Pipeline
    from vaarta.store import Store

__all__ = [
    "Claims", "Engagement", "Event", "Evidence", "GoldError", "ModelError", "OntologyError", "PackError", "Party",
    "Passed", "Place", "ReadError", "Statement", "StoreError", "Story", "Tenure", "VaartaError", "When", "__version__",
    "code", "load", "open", "read",
]  # fmt: skip

__version__ = "0.1.0"


def read(source: str | Path) -> Iterator[Story | Passed]:
    """The stories of a file, a folder, a URL or "-" (standard input), and what was passed over, with the reason.

    Raises ReadError if the source does not exist.
    """
    from vaarta.reading import read as read_source

    return read_source(source)


def load(lang: str, pipeline: "Pipeline | None" = None) -> "Language":
    """The spaCy pipeline of a language: ours ("hi", "en"), or the user's own: by name or folder, itself, or its maker.

    Raises ModelError if there is none, or it has no parser.
    """
    from vaarta.analysis import fresh

    return fresh(lang, pipeline)


def code(
    stories: Iterable[Story | Passed], pipelines: "Mapping[str, Pipeline] | None" = None
) -> Iterator[tuple[Story, Claims] | Passed]:
    """Each story with its claims, in order; what was passed over goes through.

    `pipelines` gives the user's own by language, as `load` takes them: {"en": "en_core_web_sm"}.
    """
    from vaarta.pipeline import code_stories

    return code_stories(stories, pipelines)


def open(path: str | Path) -> "Store":  # noqa: A001 (the field's verb; the builtin is one import away)
    """The record kept in an SQLite file, made if it is not there. Raises StoreError if the file is not ours."""
    from vaarta.store import open_store

    return open_store(Path(path))
