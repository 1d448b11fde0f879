"""Names as any language's pack has them, and the rank of an office by its words, where a pack may be broken."""

from collections.abc import Mapping
from functools import cache
from typing import TypeAlias

from vaarta.errors import PackError
from vaarta.packs import languages, load
from vaarta.packs.names import NameEntry, fold_phrase

__all__ = ["Phrases", "known_phrases", "rank_of"]

Phrases: TypeAlias = Mapping[tuple[str, ...], tuple[NameEntry, ...]]


def known_phrases(lang: str) -> Phrases:
    """The names of a language, less those of office holders at large; none if its pack is broken or has no names."""
    try:
        return load(lang).own_names.phrases
    except PackError:
        return {}


@cache
def rank_of(words: str) -> int:
    """The rank of an office told in these words ("foreign minister", "विदेश मंत्री"), 1 the highest; 0 if unknown.

    The highest that any language's pack gives the words, less weak names, which mean much else.
    """
    found = (entry for lang in languages() for entry in known_phrases(lang).get(fold_phrase(words)) or ())
    return min((e.rank for e in found if e.kind == "office" and not e.weak and e.rank), default=0)
