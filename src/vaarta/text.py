r"""Text as it is: NFC, scripts, digits, words. The one place that knows text is not ASCII.

Python's `\w` cuts हिन्दी into ह, न, द, because matras and the virama are marks, not letters. Use `words` here instead.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

__all__ = ["ascii_digits", "fold", "is_devanagari", "is_word", "nfc", "script", "share_of", "words"]

ZERO_WIDTH = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"))
NUKTA, VIRAMA, ANUSVARA, CHANDRABINDU = "\u093c", "\u094d", "\u0902", "\u0901"
# A nasal of its own class before a consonant of that class is written as an anusvara as often as not: हिन्दी, हिंदी.
HALF_NASAL = re.compile("ङ्(?=[क-घ])|ञ्(?=[च-झ])|ण्(?=[ट-ढ])|न्(?=[त-ध])|म्(?=[प-भ])")  # fmt: skip
LONGEST_WORD = 40  # characters; what is longer is a phrase, and folded anew each time
WORDS_KEPT = 1 << 16  # folded words remembered: the vocabulary of a few thousand stories, some 10 MB
DIGIT = re.compile(r"\d")  # a decimal digit of any script
WORD = re.compile(
    r"[0-9०-९]+(?:[.,:][0-9०-९]+)*"
    r"|[\u0900-\u0963\u0970-\u097f\u200c\u200d]+"
    r"|[^\W\d_\u0900-\u097f]+(?:['’.&][^\W\d_\u0900-\u097f]+)*\.?"
)


def nfc(text: str) -> str:
    """The text in NFC, with BOMs and soft hyphens gone and every kind of line end a newline."""
    joined = text.replace("\r\n", "\n").replace("\r", "\n").replace("\ufeff", "").replace("\u00ad", "")
    return unicodedata.normalize("NFC", joined)


def fold(word: str) -> str:
    """A key under which spellings of one word meet: nukta and ZWJ gone, nasals as anusvara, ASCII digits, lower case.

    A virama at the end is gone, too. मन्त्री, मंत्री; परिषद्, परिषद; फ़रवरी, फरवरी; पाँच, पांच; १२, 12; India, INDIA.
    Length may change: never use it for offsets.
    """
    if word.isascii():
        return word.casefold()
    return _folded(word) if len(word) <= LONGEST_WORD else _folded.__wrapped__(word)


@lru_cache(WORDS_KEPT)
def _folded(word: str) -> str:
    plain = unicodedata.normalize("NFD", word.translate(ZERO_WIDTH)).replace(NUKTA, "")
    plain = HALF_NASAL.sub(ANUSVARA, plain.replace(CHANDRABINDU, ANUSVARA))
    return ascii_digits(unicodedata.normalize("NFC", plain.removesuffix(VIRAMA))).casefold()


def ascii_digits(text: str) -> str:
    """The text with the digits of every script as 0-9: १२ becomes 12. Length is kept."""
    if text.isascii():
        return text
    return DIGIT.sub(lambda digit: str(unicodedata.decimal(digit[0])), text)


def is_devanagari(text: str) -> bool:
    """Whether any letter of the text is Devanagari."""
    return any("\u0900" <= c <= "\u097f" for c in text)


def is_word(text: str) -> bool:
    """Whether the text holds a letter or a digit of any script (not only punctuation)."""
    return any(map(str.isalnum, text))


def script(text: str) -> str:
    """The script most of the letters are in: "Deva", "Latn", "Arab", "other", or "" if there are no letters."""
    counts: dict[str, int] = {}
    for c in text:
        if c.isalpha():
            name = _script_of(c)
            counts[name] = counts.get(name, 0) + 1
    return max(counts, key=lambda name: counts[name]) if counts else ""


def share_of(text: str, wanted: str) -> float:
    """The share of the text's letters that are in the wanted script, 0.0 for a text without letters."""
    letters = [c for c in text if c.isalpha()]
    return sum(1 for c in letters if _script_of(c) == wanted) / len(letters) if letters else 0.0


def words(text: str) -> Iterator[tuple[int, int]]:
    """Offsets of each word and number, in order; punctuation is left out."""
    for match in WORD.finditer(text):
        yield match.start(), match.end()


def _script_of(letter: str) -> str:
    if "\u0900" <= letter <= "\u097f":
        return "Deva"
    if letter.isascii() or "\u00c0" <= letter <= "\u024f" or "\u1e00" <= letter <= "\u1eff":
        return "Latn"
    if "\u0600" <= letter <= "\u077f" or "\ufb50" <= letter <= "\ufeff":
        return "Arab"
    return "other"
