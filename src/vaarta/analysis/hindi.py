"""The spaCy language `vaarta_hi`: Hindi as newspapers write it.

Words are cut as the Hindi treebanks cut them: hyphens, quotes and dandas are tokens of their own, abbreviations and
initials keep their dot. NORM, PREFIX, SUFFIX and SHAPE are the parser's features, equal for all spellings of a word;
ORTH and LOWER stay as written.
"""

import re
import unicodedata
from functools import lru_cache

from spacy.attrs import LOWER, NORM, ORTH, PREFIX, SHAPE, SUFFIX
from spacy.lang.hi import Hindi, lex_attrs
from spacy.lang.punctuation import TOKENIZER_PREFIXES, TOKENIZER_SUFFIXES
from spacy.util import registry

from vaarta.analysis.stops import stops

__all__ = ["NewsHindi", "fold"]

ZERO_WIDTH = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff"))
NUKTA = dict.fromkeys([0x93C])
DIGITS = {0x966 + n: str(n) for n in range(10)}
# म्बन्ध is म + virama; a nasal written out before its own row of consonants sounds as the dot does: सम्बन्ध, संबंध.
HALF_NASAL = re.compile("ङ्(?=[क-घ])|ञ्(?=[च-झ])|ण्(?=[ट-ढ])|न्(?=[त-ध])|म्(?=[प-भ])")
GLIDE = re.compile("(?<=[\u0900-\u097f])य([ीे]ं?)$")  # गयी, गये and चाहिये are also written गई, गए and चाहिए
FULL_VOWEL = {"ी": "ई", "ीं": "ईं", "े": "ए", "ें": "एं"}

DEVANAGARI = "\u0900-\u0963\u0970-\u097f"  # without dandas and digits
WORD = f"{DEVANAGARI}A-Za-z0-9\u0966-\u096f"
DIGIT = "0-9\u0966-\u096f"
FOLDED = 64  # words kept: a new word is folded for each of its attributes in turn
QUOTES = "'\"“”‘’`´«»"


@lru_cache(FOLDED)
def fold(word: str) -> str:
    """One spelling for all spellings of a Hindi word; for comparing, never for showing.

    Drops nukta and joiners, writes chandrabindu and half nasals as the dot, गये as गए, and digits as 0-9.
    """
    word = unicodedata.normalize("NFD", word.translate(ZERO_WIDTH)).translate(NUKTA).translate(DIGITS)
    word = unicodedata.normalize("NFC", word).replace("ँ", "ं").lower()
    return GLIDE.sub(lambda match: FULL_VOWEL[match[1]], HALF_NASAL.sub("ं", word))


def stem(word: str) -> str:
    """The folded word without its commonest ending, or the folded word."""
    return str(lex_attrs.norm(fold(word)))  # type: ignore[no-untyped-call]


def ending(word: str) -> str:
    """The last three characters of the folded word."""
    return fold(word)[-3:]


def shape(word: str) -> str:
    """Runs of scripts (`d` digit, `D` Devanagari, `X`, `x`), one of four lengths, the last character."""
    folded = fold(word)
    runs: list[str] = []
    for character in word:
        if character.isdigit():
            kind = "d"
        elif "\u0900" <= character <= "\u097f" or character in "\u200c\u200d":
            kind = "D"
        else:
            kind = ("X" if character.isupper() else "x") if character.isalpha() else character
        if not runs or runs[-1] != kind:
            runs.append(kind)
    return f"{''.join(runs[:6])}{min(len(folded), 9) // 3}{folded[-1:]}"


def lower(word: str) -> str:
    """The word as written, in lower case where its script has one."""
    return word.lower()


def prefixes() -> list[str]:
    """What is cut from the front of a word."""
    glued = f"\\.(?=[{DEVANAGARI}]{{2}})"  # "है .विदेश": the full stop of the sentence before
    return ["''|``", *TOKENIZER_PREFIXES, "[।॥|]", r"[-–—]+", r"\.\.+", glued]


def suffixes() -> list[str]:
    """What is cut from the end of a word: as in other languages, and dandas, dashes, the full stop."""
    return [
        "''|``",
        *(rule for rule in TOKENIZER_SUFFIXES if not rule.startswith("(?<=")),
        "[।॥|]", r"[-–—]+", r"\.\.+", r"(?<=[^\s.])\.", f"(?<=[{DIGIT}])(?:%|प्रतिशत)", r"[:;,!?]",
        # Case markers glued to Latin letters or digits: "2021में".
        f"(?<=[A-Za-z{DIGIT}])(?:ने|को|से|में|पर|का|के|की|तक)",
    ]  # fmt: skip


def infixes() -> list[str]:
    """What cuts a word in its middle. A zero-width match cuts without a token between."""
    known = sorted(stops("hi").abbreviations | stops("hi").letters, key=lambda short: (-len(short), short))
    after_abbreviation = "|".join(f"(?<=(?<![{WORD}]){re.escape(short)})" for short in known)
    not_abbreviation = "".join(f"(?<!{re.escape(short[:-1])})" for short in known)
    return [
        f"(?:{after_abbreviation})(?=[{WORD}])",
        "[।॥|]+|''|``",
        r"\.\.+|…",
        # Two Devanagari words glued by a full stop: "है.विदेश"; not inside कि.मी. nor after an abbreviation.
        f"(?<=[{DEVANAGARI}]{{2}}){not_abbreviation}\\.(?=[{DEVANAGARI}]{{2}}|[{QUOTES}])",
        f"(?<=[{DIGIT}])\\.(?=[{DEVANAGARI}])",  # "10.पहला", a list
        f"(?<=[{WORD}])[?!;:](?=[{DEVANAGARI}])|(?<=[{DEVANAGARI}])[?!;:](?=[{WORD}])",
        '[“”«»"]|[{QUOTES}](?![A-Za-z])|(?<![A-Za-z])[{QUOTES}]'.replace("{QUOTES}", QUOTES),
        f"(?<=[{WORD}%.])[-–—/]+(?=[{WORD}₹$€£])",
        f"(?<=[{DEVANAGARI}{QUOTES})])[-–—]+",
        f"(?<=[{WORD}।॥{QUOTES}])[()\\[\\]{{}},](?=[^{DIGIT}])|(?<=[^{DIGIT}])[()\\[\\]{{}},]",
    ]


DOTTED = f"(?:[{DEVANAGARI}]{{1,4}}\\.){{2,}}|(?:[A-Za-z]\\.){{2,}}"  # जे.पी., कि.मी., U.S.
NUMERAL = f"[{DIGIT}]+(?:[.,:][{DIGIT}]+)*(?:वीं|वें|वाँ|वां|वा|वे)?"
WEB = r"(?:https?://|www\.)\S+|[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+\.[A-Za-z0-9.-]+"
WHOLE = re.compile(f"(?:{DOTTED}|{NUMERAL}|{WEB})$")


class NewsHindiDefaults(Hindi.Defaults):  # type: ignore[valid-type, misc, unused-ignore]
    """spaCy's Hindi, with lexical attributes that are one for all spellings."""

    lex_attr_getters = {  # noqa: RUF012 - spaCy reads a plain class attribute
        **Hindi.Defaults.lex_attr_getters,
        NORM: fold, LOWER: lower, PREFIX: stem, SUFFIX: ending, SHAPE: shape,
    }  # fmt: skip
    prefixes = prefixes()
    suffixes = suffixes()
    infixes = infixes()
    tokenizer_exceptions = {short: [{ORTH: short}] for short in sorted(stops("hi").abbreviations | stops("hi").letters)}  # noqa: RUF012
    token_match = WHOLE.match
    url_match = None


@registry.languages("vaarta_hi")
class NewsHindi(Hindi):  # type: ignore[no-untyped-call]
    """Hindi news. `spacy.blank("vaarta_hi")` gives one with the treebanks' tokens."""

    lang = "vaarta_hi"
    Defaults = NewsHindiDefaults
