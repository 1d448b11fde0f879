"""The stages in a row: Story → Doc → Mentions → Claims. The only module that knows them all."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import TYPE_CHECKING

from vaarta.records import Claims, Passed, Story

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from vaarta.analysis import Pipeline
    from vaarta.coding.explaining import Explained

__all__ = ["code_doc", "code_stories", "explain_doc"]

BATCH = 32  # stories parsed together: larger batches were no faster, and hold more text in memory


def code_doc(doc: "Doc", story: Story) -> Claims:
    """The claims of a story from its parsed Doc (whose text is the story's)."""
    from vaarta.coding import code
    from vaarta.packs import load
    from vaarta.recognition import recognise

    pack = load(story.lang)
    return code(doc, story=story, pack=pack, mentions=recognise(doc, story=story, pack=pack))


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

    `pipelines` gives the user's own by language; the others are ours.
    """
    from vaarta.analysis import analyse, load

    stream, own = iter(inputs), pipelines or {}
    while batch := list(islice(stream, BATCH)):
        docs: dict[int, Doc] = {}
        for lang in {item.lang for item in batch if isinstance(item, Story)}:
            numbers = [n for n, item in enumerate(batch) if isinstance(item, Story) and item.lang == lang]
            texts = [item.text for n in numbers if isinstance(item := batch[n], Story)]
            docs.update(zip(numbers, analyse(texts, load(lang, own.get(lang))), strict=True))
        for n, item in enumerate(batch):
            yield (item, code_doc(docs[n], item)) if isinstance(item, Story) else item
