"""What the page of review shows of a claim: its paragraph with the words that tell it, its fields, who ruled last."""

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Any

import msgspec
from starlette.datastructures import QueryParams

from vaarta.query import doubtful_answers
from vaarta.records import Evidence, Record, Ruling, Story
from vaarta.review import paragraph, undo
from vaarta.store import Answer, AnyClaim, Store, conditions
from vaarta.store.amending import FIELDS, fields_of
from vaarta.store.rows import stretch
from vaarta.web.asked import read_asked
from vaarta.web.refusals import Refused

__all__ = ["Fragment", "Review", "as_sent", "changes_of", "review", "seen_of"]

MOST_SKIPPED = 500
WORDS = ("span", "content")  # fields that hold words of the story
SIDES = ("actors", "recipients", "speaker", "addressee", "heads", "hosts")


class Fragment(Record, frozen=True, kw_only=True):
    """Words of a paragraph and what they are to the claim: told, content, side, when, where; sentence."""

    text: str
    roles: tuple[str, ...]


class Review(Record, frozen=True, kw_only=True):
    """A doubtful claim to be ruled on, if there is one, and the last ruling of who looks.

    `fields` are as they are to be shown, `start` where the paragraph begins in the story, `seen` tells of a
    ruling made meanwhile.
    """

    given: tuple[tuple[str, str], ...]
    skip: int
    by: str
    answer: Answer | None
    fields: dict[str, str]
    starts: dict[str, int]
    start: int
    fragments: tuple[Fragment, ...]
    seen: str
    last: Ruling | None
    last_answer: Answer | None


def review(store: Store, params: QueryParams, by: str) -> Review:
    """The claim that is asked for by its id, else the most doubtful one of those asked for, some passed over."""
    asked, skip = read_asked(params), _skip(params.get("skip", ""))
    if wanted := params.get("claim", ""):
        answer = next(store.find((conditions.with_id(wanted),)), None)
        if not answer:
            raise Refused(404, "no_claim", value=wanted[:100])
    else:
        waiting = doubtful_answers(store, asked.question, limit=skip + 1)
        answer = waiting[skip] if len(waiting) > skip else None
    last = undo(store, by=by)
    return Review(
        given=asked.given,
        skip=skip,
        by=by,
        last=last,
        last_answer=next(store.find((conditions.with_id(last.claim),)), None) if last else None,
        **_shown(store, answer),
    )


def seen_of(ruling: Ruling | None) -> str:
    """What a form carries, so that a ruling made since it was shown is not passed over."""
    return f"{ruling.on} {ruling.by}" if ruling else ""


def changes_of(form: Mapping[str, str], claim: AnyClaim, story: Story) -> dict[str, str]:
    """The fields of a claim, as it was coded, that a form says otherwise. Raises Refused if words are not there."""
    coded, told = fields_of(claim), dict(form)
    if "type_mode" in form:
        told["type"], _, told["mode"] = form["type_mode"].partition("/")
    for field in WORDS:
        if field in form and field in coded:
            told[field] = _found(form[field], form.get(f"{field}_at", ""), coded[field], story)
    changes = {field: told[field].strip() for field in FIELDS[type(claim)] if field in told}
    return {field: value for field, value in changes.items() if value != coded[field].strip()}


def _found(words: str, at: str, coded: str, story: Story) -> str:
    """Words of the story with their offsets: where they are said to be, else as near as can be to those coded."""
    words = words.replace("\r\n", "\n").strip()
    near = int(coded.partition("-")[0])
    places = list(_places(story.text, words)) if words else []
    if not places:
        raise Refused(422, "words_not_there", value=words[:100])
    wanted = int(at) if at.isascii() and at.isdecimal() and len(at) < len(str(10**9)) else near
    start = min(places, key=lambda place: abs(place - wanted))
    return f"{start}-{start + len(words)} {words}"


def _places(text: str, words: str) -> Iterator[int]:
    start = text.find(words)
    while start >= 0:
        yield start
        start = text.find(words, start + 1)


def _shown(store: Store, answer: Answer | None) -> dict[str, Any]:
    story = store.story(answer.story) if answer else None
    if not answer or not story:
        return {"answer": None, "fields": {}, "starts": {}, "start": 0, "fragments": (), "seen": ""}
    claim = answer.claim
    fields = fields_of(claim)
    first, last = paragraph(story, claim.evidence)
    start, end = stretch(claim)
    first = max(0, min(first, start))
    last = first + len(story.text[first : max(last, end)].rstrip())
    starts = {field: int(fields[field].partition("-")[0]) for field in WORDS if field in fields}
    return {
        "answer": answer,
        "fields": {name: said.partition(" ")[2] if name in WORDS else said for name, said in fields.items()},
        "starts": starts,
        "start": first,
        "fragments": tuple(_fragments(story.text, (first, last), _roles(claim))),
        "seen": seen_of(store.ruling_on(claim.id)),
    }


def _roles(claim: AnyClaim) -> list[tuple[int, int, str]]:
    """Which words of the story are what to the claim."""
    told = [(*stretch(claim), "sentence"), (*claim.evidence.span, "told")]
    content, when, where = (getattr(claim, name, None) for name in ("content", "when", "where"))
    found = [(content, "content")]
    found += [(getattr(one, "evidence", None), role) for one, role in ((when, "when"), (where, "where"))]
    for name in SIDES:
        several = getattr(claim, name, None) or ()
        found += [(side.evidence, "side") for side in (several if isinstance(several, tuple) else (several,))]
    return told + [(*one.span, role) for one, role in found if isinstance(one, Evidence)]


def _fragments(text: str, span: tuple[int, int], roles: list[tuple[int, int, str]]) -> Iterator[Fragment]:
    start, end = span
    borders = sorted({start, end, *(edge for one in roles for edge in one[:2] if start < edge < end)})
    for left, right in pairwise(borders):
        on = dict.fromkeys(role for first, last, role in roles if first <= left and right <= last)
        yield Fragment(text=text[left:right], roles=tuple(on))


def _skip(written: str) -> int:
    if not written:
        return 0
    if not (written.isascii() and written.isdecimal() and len(written) < len(str(MOST_SKIPPED)) + 1):
        raise Refused(400, "bad_number", value=written[:100], field="skip", low="0", high=str(MOST_SKIPPED))
    return min(int(written), MOST_SKIPPED)


def as_sent(view: Review, form: Mapping[str, str]) -> Review:
    """What is shown again of a form that could not be kept: what was written in it."""
    fields = {name: form.get(name, said) for name, said in view.fields.items()}
    if "type_mode" in form:
        fields["type"], _, fields["mode"] = form["type_mode"].partition("/")
    return msgspec.structs.replace(view, fields=fields)
