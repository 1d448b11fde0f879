"""Our own English pipeline, which ends its process at a story that says so: as a user's pipeline of their own."""

import os
import signal
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

import vaarta

__all__ = ["make"]


def make(lang: str) -> Language:
    """The pipeline of a language, killing its process at the words "kill me"."""
    nlp = vaarta.load(lang)
    make_doc = nlp.make_doc

    def made(text: str, *rest: Any) -> Doc:
        if "kill me" in text:
            os.kill(os.getpid(), signal.SIGKILL)
        return make_doc(text, *rest)

    nlp.make_doc = made  # type: ignore[method-assign]
    return nlp
