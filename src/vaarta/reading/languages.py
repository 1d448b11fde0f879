"""Which language a text is in: by its script, then by its words of grammar, and by a trained model where they tie."""

from collections import Counter
from functools import cache
from pathlib import Path

import msgspec

from vaarta.errors import ReadError
from vaarta.text import fold, script, share_of, words
from vaarta.toml import read_toml

__all__ = ["identify", "plain_code"]

UNKNOWN = "und"  # ISO 639-2: undetermined
SAMPLE = 2_000  # characters looked at: some 350 words
ENOUGH = 0.08  # share of words that are words of grammar; news in Hindi has 0.36, in English 0.34
FEW = 8  # words: a headline
AHEAD = 1.3  # how many times the second language's hits the first must have
HINDI_SHARE = (
    0.3  # of the letters: Hindi news quotes names and tweets in Latin, English news never this much Devanagari
)
THREE_LETTERS = {"hin": "hi", "eng": "en", "mar": "mr", "nep": "ne", "urd": "ur", "san": "sa"}


class Language(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One table of languages.toml."""

    script: str
    words: list[str]
    likeliest: bool = False


def identify(text: str) -> str:
    """The ISO 639 code of the text's language ("hi", "en", "mr"); "hi-Latn" for Hindi in Latin letters; "und"."""
    sample = text[:SAMPLE]
    written = "Deva" if share_of(sample, "Deva") >= HINDI_SHARE else script(sample)
    if not written:
        return UNKNOWN
    return _by_grammar(sample, written) or _by_model(sample)


def plain_code(code: str) -> str:
    """A language code as we write it: "hi-IN", "HI", "hin" and "hi_Deva" are "hi"; "hi-Latn" stays."""
    first, *rest = code.strip().replace("_", "-").split("-")
    plain = THREE_LETTERS.get(first.casefold(), first.casefold())
    return f"{plain}-Latn" if "latn" in (part.casefold() for part in rest) and plain != "en" else plain


def _by_grammar(sample: str, written: str) -> str:
    found = [fold(sample[start:end]) for start, end in words(sample)]
    hits: Counter[str] = Counter()
    for word in found:
        hits.update(_grammar_words().get((written, word), ()))
    (first, most), (_, second) = (*hits.most_common(2), ("", 0), ("", 0))[:2]
    if not most and len(found) <= FEW:
        return _likeliest().get(written, "")
    return first if most >= ENOUGH * len(found) and most >= AHEAD * second else ""


@cache
def _likeliest() -> dict[str, str]:
    """The language of each script that a few words in it are taken for."""
    return {language.script: code for code, language in _languages().items() if language.likeliest}


@cache
def _grammar_words() -> dict[tuple[str, str], tuple[str, ...]]:
    """The languages of each word, by script and folded word."""
    known: dict[tuple[str, str], tuple[str, ...]] = {}
    for code, language in _languages().items():
        for word in {fold(word) for word in language.words}:
            known[language.script, word] = (*known.get((language.script, word), ()), code)
    return known


@cache
def _languages() -> dict[str, Language]:
    return read_toml(Path(__file__).with_name("languages.toml"), dict[str, Language], ReadError)


def _by_model(sample: str) -> str:
    """The trained model's answer. It knows no romanised Hindi and is slow to load: it is asked only to break ties."""
    from py3langid import classify

    return str(classify(sample)[0])
