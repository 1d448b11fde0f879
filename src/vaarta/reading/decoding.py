"""Bytes to text: UTF-8, UTF-16 and UTF-32 by their mark, the declared charset, or Western one-byte text."""

import codecs
import re

__all__ = ["decode"]

DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([a-z0-9_-]{3,20})", re.IGNORECASE)
DECLARATIONS = 8_192  # bytes at the start of a page where a charset may be declared
# ISO 8859-1 on the web means cp1252. No other names are honoured: codecs like UTF-7 are a way past filters.
KNOWN = {
    "utf-8": "utf-8", "utf8": "utf-8", "windows-1252": "cp1252", "cp1252": "cp1252", "iso-8859-1": "cp1252",
    "iso8859-1": "cp1252", "latin1": "cp1252", "latin-1": "cp1252", "us-ascii": "cp1252", "ascii": "cp1252",
    "iso-8859-15": "iso-8859-15", "utf-16": "utf-16", "utf-16le": "utf-16-le", "utf-16be": "utf-16-be",
}  # fmt: skip
MARKED = (
    (codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF32_LE, "utf-32-le"), (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"),
)  # fmt: skip
LOST = "\ufffd"
BAD_SHARE = 0.002  # a page cut in the middle of a letter, or with one foreign paragraph, is still UTF-8
HIGH_SHARE = 0.1  # letters beyond ASCII in Western text: at most one in ten


def decode(data: bytes, charset: str = "") -> str | None:
    """The text of the bytes; None if no known encoding fits. `charset` is what the server declared, if it did.

    Never fails: what is left undecodable in almost-whole UTF-8 becomes U+FFFD.
    """
    for mark, encoding in MARKED:
        if data.startswith(mark):
            return data.removeprefix(mark).decode(encoding, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _declared(data, charset) or _damaged(data) or _western(data)


def _declared(data: bytes, charset: str) -> str | None:
    found = DECLARED.search(data, 0, DECLARATIONS)
    for name in (charset, found.group(1).decode("ascii") if found else ""):
        encoding = KNOWN.get(name.strip().lower(), "")
        if encoding and encoding != "utf-8":
            try:
                return data.decode(encoding)
            except UnicodeDecodeError:
                continue
    return None


def _damaged(data: bytes) -> str | None:
    """UTF-8 with little damage, judged by the damaged share of what is not ASCII."""
    text = data.decode("utf-8", "replace")
    high = sum(1 for c in text if not c.isascii())
    lost = text.count(LOST)
    whole = high - lost
    return text if lost <= max(1, BAD_SHARE * len(text)) and whole > lost else None


def _western(data: bytes) -> str | None:
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        return None
    high = sum(1 for c in text if not c.isascii())
    return text if high <= HIGH_SHARE * len(text) else None
