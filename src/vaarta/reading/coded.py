"""Lines of `vaarta code --whole`: stories that come with their claims, to be kept without being coded again.

Nothing is taken on trust: a line is refused, with the reason, unless its claims are of this version, quote the story
where they say so, and are those that the line shows.
"""

from collections.abc import Iterator, Mapping

import msgspec

from vaarta.errors import OntologyError
from vaarta.ontology import load_ontology
from vaarta.records import Claims, Evidence, Record, Story
from vaarta.shape import coded, this_version

__all__ = ["check_coded", "is_shown", "is_whole"]

SHOWN = ("events", "statements", "engagements", "offices")


class Refused(Exception):  # noqa: N818 - what it says, not an error of ours
    """Why the claims of a line are not to be kept."""


class Whole(msgspec.Struct, frozen=True, kw_only=True):
    """What a line of `vaarta code --whole` has beside what it shows."""

    vaarta: str
    story: Story
    claims: Claims


def is_whole(item: Mapping[str, object]) -> bool:
    """Whether a JSON object is a story with its claims, as `vaarta code --whole` prints it."""
    return "vaarta" in item and "story" in item and is_shown(item)


def is_shown(item: Mapping[str, object]) -> bool:
    """Whether a JSON object shows what a story claims, as `vaarta code` prints it."""
    return all(isinstance(item.get(kind), list) for kind in SHOWN)


def check_coded(item: Mapping[str, object], story: Story) -> Claims | str:
    """The claims of a line whose story was read; the reason, in words, if they are not to be kept."""
    try:
        return _checked(item, story)
    except (Refused, OntologyError, msgspec.ValidationError) as fault:
        return str(fault)


def _checked(item: Mapping[str, object], story: Story) -> Claims:
    if item["vaarta"] != this_version():
        raise Refused(f"coded by vaarta {item['vaarta']}, this is {this_version()}: code it again")
    whole = msgspec.convert(item, Whole)
    claims = whole.claims
    if whole.story != story:
        raise Refused("its story is not as Vaarta reads it: it was changed after it was coded")
    if (claims.story, claims.lang) != (story.id, story.lang):
        raise Refused(f"its claims are of story {claims.story} ({claims.lang}), not of {story.id} ({story.lang})")
    ids = [claim.id for claim in (*claims.events, *claims.statements, *claims.engagements, *claims.tenures)]
    if len(set(ids)) < len(ids):
        raise Refused("two of its claims have one id")
    for evidence in _evidence(claims):
        _check_quote(evidence, story)
    for event in claims.events:
        load_ontology().event_codes(event.type, event.mode)
    shown = msgspec.to_builtins(coded(story, claims))
    if changed := [name for name, value in shown.items() if item.get(name) != value]:
        raise Refused(f"its claims are not those that it shows: {', '.join(changed)} differ")
    return claims


def _check_quote(evidence: Evidence, story: Story) -> None:
    (first, last), (start, end) = evidence.sentence, evidence.span
    within = 0 <= start <= end <= len(story.text) and 0 <= first <= last <= len(story.text)
    if evidence.story != story.id or not within or story.text[start:end] != evidence.quote:
        raise Refused(f"{evidence.quote[:60]!r} is not at {start}-{end} of its story")


def _evidence(told: object) -> Iterator[Evidence]:
    """Every quotation in a record, however deep."""
    if isinstance(told, Evidence):
        yield told
    elif isinstance(told, Record):
        for name in told.__struct_fields__:
            yield from _evidence(getattr(told, name))
    elif isinstance(told, tuple):
        for one in told:
            yield from _evidence(one)
