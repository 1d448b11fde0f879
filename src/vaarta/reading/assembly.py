"""A story put together from what a reader of pages found: text, offsets, language, id."""

from collections.abc import Sequence
from functools import cache

import msgspec

from vaarta.packs import languages
from vaarta.reading.datelines import agency_of
from vaarta.reading.hygiene import same_words
from vaarta.reading.languages import identify
from vaarta.records import Passed, Story, content_id

__all__ = ["Found", "assemble", "pass_language"]

BETWEEN = "\n\n"
FEWEST = 5  # words: less is the wreck of a page, and in no language for sure


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """What a page says beside its body; "" for what it does not say. The fields are those of `Story`."""

    reader: str
    url: str = ""
    publisher: str = ""
    site: str = ""
    section: str = ""
    headline: str = ""
    byline: str = ""
    published: str = ""
    fetched: str = ""
    image: str = ""


def assemble(found: Found, body: Sequence[str], source: str) -> Story | Passed:
    """The story of a page: headline as first paragraph unless the body begins with it, paragraphs, language, id.

    A story without a writer is its agency's, if its dateline credits one.
    """
    if len(" ".join(body).split()) < FEWEST:
        return Passed(source=source, reason="no story found in it")
    found = found if found.byline else msgspec.structs.replace(found, byline=agency_of(list(body)))
    paragraphs = list(body)
    if found.headline and not same_words(paragraphs[0], found.headline):
        paragraphs.insert(0, found.headline)
    text = BETWEEN.join(paragraphs)
    lang = identify(BETWEEN.join(body))
    if passed := pass_language(lang, source):
        return passed
    return Story(
        id=content_id("st", found.url, text),
        lang=lang,
        text=text,
        paragraphs=_spans(paragraphs),
        **msgspec.structs.asdict(found),
    )


def pass_language(lang: str, source: str, record: str = "") -> Passed | None:
    """The reason to pass over a story in a language there is no pack for; None if there is one."""
    if lang in _read():
        return None
    return Passed(source=source, reason=f"language: {lang}; Vaarta reads {', '.join(_read())}", record=record)


@cache
def _read() -> tuple[str, ...]:
    """The languages there are packs for, looked up once: finding them opens every installed package."""
    return languages()


def _spans(paragraphs: list[str]) -> tuple[tuple[int, int], ...]:
    spans: list[tuple[int, int]] = []
    start = 0
    for paragraph in paragraphs:
        spans.append((start, start + len(paragraph)))
        start += len(paragraph) + len(BETWEEN)
    return tuple(spans)
