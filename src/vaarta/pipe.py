"""The spaCy component: `nlp.add_pipe("vaarta")`. The only module that touches spaCy's registry besides analysis."""

from typing import TYPE_CHECKING

from spacy.language import Language
from spacy.tokens import Doc

from vaarta.analysis import signature
from vaarta.doc import get_claims, set_claims
from vaarta.pipeline import code_doc
from vaarta.records import Claims, Engagement, Event, Statement, Story, Tenure, content_id

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["Vaarta", "make_vaarta"]


class Vaarta:
    """Leaves the claims of each Doc on it: `doc._.events`, `.statements`, `.engagements`, `.tenures`, `.claims`.

    The story's own facts may be given before, as `doc._.story`'s fields in `doc.user_data["vaarta.published"]` (ISO
    8601) and `["vaarta.publisher"]`; days are resolved against the former. Claims go through `n_process` and `DocBin`.
    """

    def __init__(self, lang: str, parsed_by: str = "") -> None:
        self.lang = lang
        self.parsed_by = parsed_by

    def __call__(self, doc: Doc) -> Doc:
        """The Doc, with its claims kept on it."""
        story = Story(
            id=str(doc.user_data.get("vaarta.id") or content_id("st", doc.text)),
            lang=self.lang,
            text=doc.text,
            published=str(doc.user_data.get("vaarta.published") or ""),
            publisher=str(doc.user_data.get("vaarta.publisher") or ""),
            reader="spacy",
        )
        set_claims(doc, code_doc(doc, story, parsed_by=self.parsed_by))
        return doc


def _claims(doc: Doc) -> Claims:
    return get_claims(doc) or Claims(story="", lang="")


def _events(doc: Doc) -> tuple[Event, ...]:
    return _claims(doc).events


def _statements(doc: Doc) -> tuple[Statement, ...]:
    return _claims(doc).statements


def _engagements(doc: Doc) -> tuple[Engagement, ...]:
    return _claims(doc).engagements


def _tenures(doc: Doc) -> tuple[Tenure, ...]:
    return _claims(doc).tenures


GETTERS: "dict[str, Callable[[Doc], object]]" = {
    "claims": _claims,
    "events": _events,
    "statements": _statements,
    "engagements": _engagements,
    "tenures": _tenures,
}


@Language.factory("vaarta", requires=["doc.sents", "token.dep", "token.lemma"], default_config={"lang": None})
def make_vaarta(nlp: Language, name: str, lang: str | None) -> Vaarta:
    """The component for a pipeline; `lang` is the pack to code with, by default the pipeline's own language."""
    del name
    for attribute, getter in GETTERS.items():
        if not Doc.has_extension(attribute):
            Doc.set_extension(attribute, getter=getter)
    return Vaarta(lang or str(nlp.lang).removeprefix("vaarta_"), signature(nlp))
