"""Text as it came, made fit to keep: one form of each letter, no controls, entities mended, nothing else changed."""

import html
import re
import unicodedata
from functools import cache

from vaarta.text import fold, nfc

__all__ = ["clean", "key", "one_line", "paragraph_spans", "same_words", "unwrap"]

ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,31}[0-9]{0,2});")
MANGLED = 3  # times an entity may have been escaped over: &amp;amp;quot;
JOINERS = "\u200c\u200d"  # ZWNJ and ZWJ shape Devanagari letters: kept
END_MARKS = "।॥.?!…\"'”’)"
WRAP_LEAST, WRAP_MOST = 40, 120  # the width of hard-wrapped lines, in characters
WRAP_LINES, WRAP_RAGGED = 2, 25  # lines that another follows, at least; characters by which they differ, at most
WRAP_SHARE = 0.8  # of the lines that another follows, how many break off within a sentence if text is wrapped


def clean(text: str) -> str:
    """The text in NFC with entities mended, controls and direction marks gone, every kind of space a space."""
    for _ in range(MANGLED):
        mended = ENTITY.sub(lambda found: html.unescape(found.group()), text)
        if mended == text:
            break
        text = mended
    return nfc("".join(map(_kept, nfc(text))))


def one_line(text: str) -> str:
    """The text cleaned, on one line, with single spaces."""
    return " ".join(clean(text).split())


def key(text: str) -> str:
    """What a line is compared by: folded, single-spaced, without punctuation at its ends."""
    words = fold(text).split()
    return " ".join(words).strip(" .,:;|-–—>»«<*•#[]()\"'“”‘’।!?…")


def same_words(left: str, right: str) -> bool:
    """Whether two lines are the same but for spaces, case, nasals, nukta and punctuation at the ends."""
    return "".join(key(left).split()) == "".join(key(right).split())


def unwrap(block: list[str]) -> list[str]:
    """The paragraphs of lines that stand together: one each, or all of one if the text was wrapped at a width."""
    inner = block[:-1]
    widths = [len(line) for line in inner]
    if len(inner) < WRAP_LINES or max(widths) > WRAP_MOST or max(widths) - min(widths) > WRAP_RAGGED:
        return block
    if len(block[-1]) > max(widths) + WRAP_RAGGED:
        return block
    broken = sum(1 for line in inner if len(line) >= WRAP_LEAST and line[-1] not in END_MARKS)
    return [" ".join(block)] if broken >= WRAP_SHARE * len(inner) else block


def paragraph_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Offsets of the paragraphs of a text that is kept as it is: blocks if it is hard-wrapped, lines if not."""
    spans: list[tuple[int, int]] = []
    block: list[tuple[int, int]] = []
    start = 0
    for line in [*text.split("\n"), ""]:
        stripped = line.strip()
        if stripped:
            first = start + line.index(stripped[0])
            block.append((first, first + len(stripped)))
        elif block:
            whole = len(unwrap([text[a:b] for a, b in block])) == 1
            spans.extend([(block[0][0], block[-1][1])] if whole else block)
            block = []
        start += len(line) + 1
    return tuple(spans)


@cache
def _kept(letter: str) -> str:
    """What stands for a letter in clean text: itself, a space, a line end, or nothing."""
    if letter.isascii() and letter.isprintable():
        return letter
    if letter in "\n\u2028\u2029\x85":
        return "\n"
    if letter in "\t\v\f" or unicodedata.category(letter) == "Zs":
        return " "
    if letter in JOINERS:
        return letter
    return "" if unicodedata.category(letter) in {"Cc", "Cf", "Cs", "Co"} else letter
