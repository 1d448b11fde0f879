"""The stages in a row: Story → Doc → Mentions → Claims. The only module that knows them all."""

import logging
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import TYPE_CHECKING

from msgspec.structs import replace

from vaarta.errors import VaartaError
from vaarta.memory import building
from vaarta.records import Claim, Claims, Passed, Story

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from vaarta.analysis import Pipeline
    from vaarta.coding.explaining import Explained

__all__ = ["code_doc", "code_stories", "explain_doc"]

logger = logging.getLogger(__name__)

BATCH = 32  # stories parsed together: larger batches were no faster, and hold more text in memory


KINDS = ("events", "statements", "engagements", "tenures")


@building()
def code_doc(doc: "Doc", story: Story, *, parsed_by: str = "") -> Claims:
    """The claims of a story from its parsed Doc (whose text is the story's).

    `parsed_by` is the pipeline that parsed it (`vaarta.analysis.signature`), which every claim's `by` then says too.
    """
    from vaarta.coding import code
    from vaarta.packs import load
    from vaarta.recognition import recognise

    pack = load(story.lang)
    claims = code(doc, story=story, pack=pack, mentions=recognise(doc, story=story, pack=pack))
    return said_by(claims, parsed_by) if parsed_by else claims


def said_by(claims: Claims, pipeline: str) -> Claims:
    """The claims with the pipeline's name after the rule's in each one's `by`. Ids are not made of it, so they stay."""
    told: dict[str, tuple[Claim, ...]] = {kind: getattr(claims, kind) for kind in KINDS}
    named = {kind: tuple(replace(c, by=f"{c.by} {pipeline}") for c in group) for kind, group in told.items()}
    return replace(claims, **named)


def explain_doc(doc: "Doc", story: Story) -> "tuple[Explained, ...]":
    """The sentences of a story with all that was found and tried in each, from its parsed Doc."""
    from vaarta.coding.explaining import explain
    from vaarta.packs import load
    from vaarta.recognition import recognise

    pack = load(story.lang)
    return explain(doc, story=story, pack=pack, mentions=recognise(doc, story=story, pack=pack))


def code_stories(
    inputs: Iterable[Story | Passed], pipelines: "Mapping[str, Pipeline] | None" = None
) -> Iterator[tuple[Story, Claims] | Passed]:
    """The claims of each story, in order; what was passed over goes through. Memory is bounded by a batch.

    A story in which coding fails is passed over with the reason, and the run goes on. `pipelines` gives the user's own
    by language; the others are ours.
    """
    from vaarta.analysis import analyse, load, signature

    stream, own = iter(inputs), pipelines or {}
    while batch := list(islice(stream, BATCH)):
        docs: dict[int, Doc] = {}
        names: dict[str, str] = {}
        for lang in {item.lang for item in batch if isinstance(item, Story)}:
            numbers = [n for n, item in enumerate(batch) if isinstance(item, Story) and item.lang == lang]
            texts = [item.text for n in numbers if isinstance(item := batch[n], Story)]
            nlp = load(lang, own.get(lang))
            names[lang] = signature(nlp)
            with building():
                docs.update(zip(numbers, analyse(texts, nlp), strict=True))
        for n, item in enumerate(batch):
            yield _coded(item, docs[n], names[item.lang]) if isinstance(item, Story) else item


def _coded(story: Story, doc: "Doc", parsed_by: str) -> tuple[Story, Claims] | Passed:
    """The story with its claims; passed over if coding fails in it, which is a fault of ours, and logged whole."""
    try:
        return story, code_doc(doc, story, parsed_by=parsed_by)
    except VaartaError:
        raise
    except Exception as fault:  # one story must not end a run over thousands
        logger.debug("coding failed in story %s", story.id, exc_info=True)
        reason = f"could not be coded ({type(fault).__name__}: {fault}); please report it with the story"
        return Passed(source=story.url or story.id, reason=reason, record=story.id)
