"""What a phrase says of its party by its own words: country, sector, office, name, and where it stands."""

from typing import NamedTuple

from vaarta.recognition.actors import GROUPS, Draft
from vaarta.recognition.phrases import Atom, Reading
from vaarta.records import Evidence, Party

__all__ = [
    "BEYOND", "PERSONAL", "Said", "evidence", "head_token", "is_personal", "locative", "name_words", "party", "said",
]  # fmt: skip

BEYOND = frozenset({"IGO", "NGO", "MNC"})  # no country's; their people have no sector either
PERSONAL = frozenset({"head", "minister", "envoy", "rank", "official"})  # offices that one person holds
OWN_SECTOR = frozenset({"minister", "envoy", "people", "rank", "force", "body"})  # whatever body they are of
YIELDING = frozenset({"", "LAB"})  # workers of an embassy are the embassy's
MARKER_LENGTH = 3  # words: के आसपास is two


class Said(NamedTuple):
    """A country and sector, and why: which words gave them."""

    country: str
    sector: str
    why: str


def said(draft: Draft) -> Said:
    """Country ("" if the words do not say) and sector of a phrase, by its own words alone."""
    country, why = _country(draft)
    sector = "" if country in BEYOND else _sector(draft)
    return Said(country, sector, why)


def _country(draft: Draft) -> tuple[str, str]:
    if draft.nations:
        return next(((a.entry.country, a.kind) for a in draft.nations if a.entry and a.entry.country), ("", "place"))
    for head in draft.heads:
        if head.entry and head.entry.country:
            return head.entry.country, head.kind
    if draft.person and draft.person.entry and draft.person.entry.country:
        return draft.person.entry.country, "person"
    return "", ""


def _sector(draft: Draft) -> str:
    if draft.prefix and (draft.name or not draft.heads or draft.role not in ("body", "force")):
        return draft.prefix
    if not draft.heads:
        known = draft.person.entry.sector if draft.person and draft.person.entry else ""
        return known or ("GOV" if draft.nations else "")
    head, inner = draft.heads[-1], [_own_sector(atom) for atom in draft.heads[:-1]]
    own = _own_sector(head)
    if head.entry and (head.kind in GROUPS or (head.entry.role in OWN_SECTOR and own not in YIELDING)):
        return own
    return next((sector for sector in reversed(inner) if sector), own)


def _own_sector(atom: Atom) -> str:
    if atom.entry:
        return atom.entry.sector
    return "GOV" if atom.kind in ("counterpart", "state") else atom.pointer.sector if atom.pointer else ""


def is_personal(draft: Draft) -> bool:
    """Whether the phrase means one person: a name, or an office that one person holds."""
    return draft.kind == "phrase" and (draft.name is not None or draft.role in PERSONAL)


def name_words(reading: Reading, name: tuple[int, int] | None) -> tuple[str, ...]:
    """The folded words of a person's name, for comparing; () without one."""
    return tuple(key for key in reading.keys[slice(*name)] if key not in ("-", ".")) if name else ()


def party(reading: Reading, story: str, draft: Draft, found: Said) -> Party:
    """The party as this phrase names it."""
    doc, name = reading.doc, ""
    office = doc[draft.start : draft.end].text if draft.heads else ""
    if draft.name:
        start, end = draft.name
        name = doc[start:end].text
        office = (doc[draft.start : start].text or doc[end : draft.end].text) if draft.heads else ""
    actor = draft.person or (draft.heads[-1] if draft.heads and draft.heads[-1].kind in GROUPS else None)
    return Party(
        text=doc[draft.start : draft.end].text.strip(),
        country=found.country,
        sector=found.sector,
        actor_id=actor.entry.id if actor and actor.entry and (draft.name or actor is not draft.person) else "",
        name=name.strip(),
        office=office.strip(" ,"),
        evidence=evidence(reading, story, draft.start, draft.end),
    )


def evidence(reading: Reading, story: str, start: int, end: int) -> Evidence:
    """Where tokens start to end stand in the story."""
    doc = reading.doc
    first, last = reading.sentence_span(reading.sentences[start])
    sentence, span = doc[first:last], doc[start:end]
    return Evidence(
        story=story,
        sentence=(sentence.start_char, sentence.end_char),
        span=(span.start_char, span.end_char),
        quote=span.text,
    )


def head_token(reading: Reading, start: int, end: int) -> int:
    """The token that the others of the phrase hang on; in an unparsed Doc the last."""
    if not reading.doc.has_annotation("DEP"):
        return end - 1
    outside = [token.i for token in reading.doc[start:end] if not start <= token.head.i < end or token.head is token]
    last_first = reading.pack.grammar.verb == "last"
    return (outside[-1] if last_first else outside[0]) if outside else end - 1


def locative(reading: Reading, start: int, end: int) -> str:
    """Which marker beside a phrase makes it a place: "inside" or "around"; "" if none does."""
    keys, links = reading.keys, reading.pack.reference.links
    for n in range(MARKER_LENGTH, 0, -1):
        if reading.pack.grammar.markers.stands == "after":
            words = " ".join(keys[end : end + n])
        else:
            start = start - 1 if start and keys[start - 1] in links["articles"] else start
            words = " ".join(keys[max(0, start - n) : start])
        for kind in ("inside", "around"):
            if words in links[kind]:
                return kind
    return ""
