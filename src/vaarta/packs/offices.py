"""Offices by their words, in whatever language: what rank they are of."""

from functools import cache

from vaarta.errors import PackError
from vaarta.packs import languages, load
from vaarta.packs.names import fold_phrase

__all__ = ["rank_of"]


@cache
def rank_of(words: str) -> int:
    """The rank of an office told in these words ("foreign minister", "विदेश मंत्री"), 1 the highest; 0 if unknown.

    The highest that any language's pack gives the words, less weak names, which mean much else.
    """
    return min((rank for lang in languages() for rank in _ranks(lang, fold_phrase(words))), default=0)


def _ranks(lang: str, phrase: tuple[str, ...]) -> list[int]:
    try:
        entries = load(lang).own_names.phrases.get(phrase) or ()
    except PackError:  # what is known in other languages still counts
        return []
    return [entry.rank for entry in entries if entry.kind == "office" and not entry.weak and entry.rank]
