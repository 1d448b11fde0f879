"""Paragraphs out of a piece of markup, plain or escaped."""

import re

from vaarta.reading.hygiene import clean, one_line

__all__ = ["paragraphs_of"]

BREAK = re.compile(r"(?i)</?(?:p|br|div|li|h[1-6]|blockquote)\b[^<>]{0,500}>", re.ASCII)
OPENS_HIDDEN = re.compile(r"(?i)<!--|<(?:script|style)\b", re.ASCII)
TAG = re.compile(r"<[a-zA-Z/][^<>]{0,2000}>")


def paragraphs_of(text: str) -> list[str]:
    """The paragraphs of a text that may hold markup, plain or escaped; comments, scripts and styles are left out."""
    text = _without_hidden(text)
    plain = clean(TAG.sub("", BREAK.sub("\n", clean(text) if "&lt;" in text else text)))
    return [line for part in plain.split("\n") if (line := one_line(part))]


def _without_hidden(text: str) -> str:
    """The text without comments, scripts and styles; in one pass, and what is never closed is left as it is."""
    kept: list[str] = []
    at = 0
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = text  # a letter whose small form is two: only ends in small letters are found then
    while (found := OPENS_HIDDEN.search(text, at)) is not None:
        opened = found.group().lower()
        close = "-->" if opened == "<!--" else f"</{opened[1:]}"
        end = lowered.find(close, found.end())
        if end < 0:
            break
        kept.append(text[at : found.start()])
        after = text.find(">", end + len(close) - 1)
        at = end + len(close) if close == "-->" else (after + 1 if after >= 0 else len(text))
    kept.append(text[at:])
    return "".join(kept)
