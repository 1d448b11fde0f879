"""What a phrase says of its party by its own words: country, sector, office, name, and where it stands."""

from bisect import bisect_right
from typing import NamedTuple

from vaarta.recognition.draft import GROUPS, Draft
from vaarta.recognition.phrases import Atom, Reading
from vaarta.records import Evidence, Party

__all__ = [
    "BEYOND",
    "CORE",
    "PERSONAL",
    "Said",
    "by_its_words",
    "evidence",
    "head_token",
    "is_personal",
    "locative",
    "name_words",
    "party",
]  # fmt: skip

BEYOND = frozenset({"IGO", "NGO", "MNC"})  # no country's; their people have no sector either
PERSONAL = frozenset({"head", "minister", "envoy", "rank", "official"})  # offices that one person holds
OWN_SECTOR = frozenset({"minister", "envoy", "people", "rank", "force", "body"})  # whatever body they are of
ARMED = frozenset({"CRM", "MIL", "PRM", "UAF"})  # Boko Haram's gunmen are Boko Haram's
UNRECOGNISED = "PRE"
LAWMAKING = "LEG"
YIELDING = frozenset({"", "LAB"})  # workers of an embassy are the embassy's
CORE = frozenset({"nsubj", "csubj", "obj", "iobj"})
MARKER_LENGTH = 3  # words: के आसपास is two


class Said(NamedTuple):
    """A country and sector, and why: which words gave them."""

    country: str
    sector: str
    why: str


def by_its_words(draft: Draft) -> Said:
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
        citizen = draft.name is not None and any(atom.kind == "adjective" for atom in draft.nations)
        return known if known or citizen else _sector_of_nation(draft)
    head, inner = draft.heads[-1], [_own_sector(atom) for atom in draft.heads[:-1]]
    own = _own_sector(head)
    if own == "GOV" and _sector_of_nation(draft) == UNRECOGNISED:
        return UNRECOGNISED
    group = next((_own_sector(atom) for atom in draft.heads[:-1] if atom.kind == "group"), "")
    if own in ARMED and group:
        return group
    member = own == LAWMAKING and head.entry and head.entry.role == "official"  # a party's MP sits in parliament
    if member or (head.entry and (head.kind in GROUPS or (head.entry.role in OWN_SECTOR and own not in YIELDING))):
        return own
    return next((sector for sector in reversed(inner) if sector), own)


def _sector_of_nation(draft: Draft) -> str:
    """The sector of a country, capital or place by itself: its government's, none for seas and borders."""
    named = next((atom.entry for atom in draft.nations if atom.entry and atom.entry.country), None)
    return (named.sector or "GOV") if named else ""


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
        office = (
            (doc[draft.start : _untitled(reading, draft, start)].text or doc[end : draft.end].text)
            if draft.heads
            else ""
        )
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


def _untitled(reading: Reading, draft: Draft, end: int) -> int:
    """Where the office before a name ends, without titles of courtesy: "राष्ट्रपति | श्री रामनाथ कोविंद"."""
    last = max((head.end for head in draft.heads if head.end <= end), default=draft.start)
    phrases = reading.pack.names.phrases
    while end > last and any(entry.kind == "title" for entry in phrases.get((reading.keys[end - 1],)) or ()):
        end -= 1
    return end


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
    # "PM Modi said": a parser may hang both on the verb; the one with a core role is the head.
    roles = {i: reading.doc[i].dep_.split(":")[0] for i in outside}
    core = [i for i in outside if roles[i] in CORE] or outside
    last_first = reading.pack.grammar.verb == "last"
    return (core[-1] if last_first else core[0]) if core else end - 1


def locative(reading: Reading, start: int, end: int) -> str:
    """Which marker beside a phrase makes it a place: "inside" or "around"; "" if none does.

    In "भारत और नेपाल में" and "in India and Nepal" the one marker is for both.
    """
    after = reading.pack.grammar.markers.stands == "after"
    start, end = (start, _list_end(reading, end)) if after else (_list_start(reading, start), end)
    if not after and start and reading.keys[start - 1] in reading.pack.reference.links["quarters"]:
        start -= 1  # "in northern | Mali"
    keys, links = reading.keys, reading.pack.reference.links
    for n in range(MARKER_LENGTH, 0, -1):
        words = " ".join(keys[end : end + n] if after else keys[max(0, start - n) : start])
        for kind in ("inside", "around"):
            if words in links[kind]:
                return kind
    return ""


def _list_end(reading: Reading, end: int) -> int:
    """Where a list of nations ends of which one ends at `end`."""
    while end < len(reading.keys) and _joins(reading, end) and (nation := _nation_at(reading, end + 1)):
        if nation.start != end + 1:
            break
        end = nation.end
    return end


def _list_start(reading: Reading, start: int) -> int:
    """Where a list of nations starts of which one starts at `start`, articles left out."""
    articles = reading.pack.reference.links["articles"]
    while start:
        if reading.keys[start - 1] in articles:
            start -= 1
        elif _joins(reading, start - 1) and (nation := _nation_at(reading, start - 2)):
            start = nation.start
        else:
            return start
    return start


def _nation_at(reading: Reading, i: int) -> Atom | None:
    """The nation that token i is of."""
    n = bisect_right(reading.nations, i, key=lambda atom: atom.start) - 1
    return reading.nations[n] if n >= 0 and i < reading.nations[n].end else None


def _joins(reading: Reading, i: int) -> bool:
    return reading.keys[i] == "," or reading.keys[i] in reading.pack.reference.links["joiners"]
