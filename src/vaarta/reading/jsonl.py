"""Stories from JSON: JSON Lines of any length, one object, or a list; ours as `vaarta read` prints it, or others'."""

import re
from collections.abc import Callable, Iterator
from typing import BinaryIO, TypeAlias

import msgspec

from vaarta.reading.assembly import pass_language
from vaarta.reading.coded import check_coded, is_shown, is_whole
from vaarta.reading.hygiene import one_line, paragraph_spans
from vaarta.reading.languages import identify, plain_code
from vaarta.reading.limits import LINE, megabytes
from vaarta.reading.stamps import iso
from vaarta.reading.streams import lines
from vaarta.records import Claims, Passed, Story, content_id
from vaarta.text import is_word, nfc

__all__ = ["TakeClaims", "read_document", "read_lines"]

TakeClaims: TypeAlias = Callable[[Claims], None]  # given what a story claims, before the story itself is

# Our names, and those that others give the same things, in order of trust.
KEYS = {
    "url": ("url", "link"),
    "publisher": ("publisher", "outlet"),
    "site": ("site",),
    "section": ("section", "category"),
    "headline": ("headline", "title"),
    "byline": ("byline", "author", "authors"),
    "image": ("image",),
    "fetched": ("fetched",),
}
PUBLISHED = ("published", "published_at", "datePublished", "date")
CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")  # what no address of a story and no cell of a table can hold
MARK = b"\xef\xbb\xbf"


def read_lines(stream: BinaryIO, source: str, take: TakeClaims | None = None) -> Iterator[Story | Passed]:
    """The story of each line; a line that holds none is passed over by its number, and the next are still read.

    The claims that `vaarta code --whole` printed with a story are given to `take`; without it, only the story is read.
    """
    for number, line in enumerate(lines(stream, LINE), start=1):
        record = f"line {number}"
        if line is None:
            yield Passed(source=source, reason=f"longer than {megabytes(LINE)}", record=record)
        elif plain := line.removeprefix(MARK).strip():
            yield _read_item(plain, source, record, take)


def read_document(data: bytes, source: str) -> Iterator[Story | Passed]:
    """The story of one JSON object, or of each object of a list."""
    try:
        whole = msgspec.json.decode(data.removeprefix(MARK))
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError) as fault:
        yield Passed(source=source, reason=f"not JSON: {fault}")
        return
    if isinstance(whole, list):
        for number, item in enumerate(whole, start=1):
            yield _story(item, source, f"item {number}")
    else:
        yield _story(whole, source, "")


def _read_item(line: bytes, source: str, record: str, take: TakeClaims | None) -> Story | Passed:
    try:
        item = msgspec.json.decode(line)
        story = _story(item, source, record)
        if isinstance(story, Passed) or take is None or not is_whole(item):
            return story
        claims = check_coded(item, story)
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError) as fault:
        return Passed(source=source, reason=f"not JSON: {fault}", record=record)
    if isinstance(claims, str):
        return Passed(source=source, reason=f"coded, and not to be kept: {claims}", record=record)
    take(claims)
    return story


def _story(item: object, source: str, record: str) -> Story | Passed:
    if not isinstance(item, dict):
        return Passed(source=source, reason="not a JSON object", record=record)
    if is_whole(item):
        return _story(item["story"], source, record)
    text = item.get("text")
    if not isinstance(text, str) or not is_word(text):
        reason = "coded without its story, which --whole of `vaarta code` has" if is_shown(item) else "no text"
        return Passed(source=source, reason=reason, record=record)
    story = _ours(item) or _theirs(item, nfc(text))
    if CONTROL.search(story.id):
        return Passed(source=source, reason="an id with control characters", record=record)
    return pass_language(story.lang, source, record) or story


def _ours(item: dict[str, object]) -> Story | None:
    """A story as we print it, unchanged; None if it is not one, or its offsets cannot be right."""
    if not item.get("reader"):
        return None
    try:
        story = msgspec.convert(item, Story)
    except msgspec.ValidationError:
        return None
    whole = all(0 <= start <= end <= len(story.text) for start, end in story.paragraphs)
    return story if whole and story.id and nfc(story.text) == story.text else None


def _theirs(item: dict[str, object], text: str) -> Story:
    """A story of any JSON with a text. The text is kept as given, so that offsets into it hold."""
    given = {name: next((said for key in keys if (said := _words(item.get(key)))), "") for name, keys in KEYS.items()}
    lang = plain_code(_words(item.get("lang")))
    identity = item.get("id")
    named = str(identity) if isinstance(identity, str | int) and str(identity) else content_id("st", given["url"], text)
    published = next((moment for key in PUBLISHED if (moment := iso(_words(item.get(key))))), "")
    return Story(
        id=named, lang=lang or identify(text), text=text, published=published, paragraphs=paragraph_spans(text),
        reader="jsonl", **given,
    )  # fmt: skip


def _words(value: object) -> str:
    """What a field says in words: a string, the names in a list or an object, "" for anything else."""
    match value:
        case str():
            return one_line(value)
        case list():
            return ", ".join(words for item in value if (words := _words(item)))
        case {"name": str(name)}:
            return one_line(name)
        case _:
            return ""
