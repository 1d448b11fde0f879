"""Tenures: who holds which office of what, and where that office stands."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec.structs import replace

from vaarta.coding.content import trimmed
from vaarta.coding.negation import is_negated
from vaarta.coding.settings import day_of
from vaarta.coding.standing import is_future
from vaarta.coding.triggers import Trigger, find_triggers
from vaarta.coding.verb_forms import is_infinitive
from vaarta.coding.view import View
from vaarta.doc import ActorMention
from vaarta.records import Evidence, Party, Standing, Tenure, content_id
from vaarta.text import fold

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["code_tenures"]

PERSONAL = {"head", "minister", "envoy", "rank", "official"}  # roles of offices that one person holds
RANK = "rank"  # the role of words like "General" in the names of a pack


def code_tenures(view: View) -> tuple[Tenure, ...]:
    """The tenures a story tells, each holder and office once, in order."""
    kept: dict[tuple[str, ...], Tenure] = {}
    for tenure in (*_by_change(view), *_by_title(view), *_by_copula(view)):
        key = (tenure.holder, tenure.office, tenure.ranks_after, *tenure.heads)
        kept.setdefault(key, tenure)
    return tuple(sorted(kept.values(), key=lambda t: t.evidence.span))


def _by_title(view: View) -> Iterator[Tenure]:
    """Persons named with an office: "विदेश विभाग के प्रवक्ता नेड प्राइस"."""
    seen: set[tuple[str, str]] = set()
    for mention in view.mentions.actors:
        for party in mention.parties:
            if mention.antecedent >= 0 or not (party.name and party.office and party.country):
                continue
            if (party.name, party.country) in seen or party.evidence is None or not _is_office(view, party.office):
                continue
            seen.add((party.name, party.country))
            office, rank = _without_rank(view, party.office)
            holder = f"{rank} {party.name}".strip()
            yield replace(_tenure(view, party, party.evidence, holder=holder, rule="title"), office=office)


def _is_office(view: View, office: str) -> bool:
    """Whether what a person is called is an office that one person holds: no wife, student, candidate or player is."""
    words = tuple(fold(word) for word in office.split())
    found = next((e for k in range(len(words)) if (e := view.pack.names.phrases.get(words[k:]))), ())
    roles = {entry.role for entry in found if entry.kind == "office"}
    return not roles or bool(roles & PERSONAL)


def _without_rank(view: View, office: str) -> tuple[str, str]:
    """The office, and the rank that ends it, if it is more than a rank: "…स्टाफ (सीजीएस) | लेफ्टिनेंट जनरल"."""
    words = office.split()
    for k in range(1, len(words)):
        entries = view.pack.names.phrases.get(tuple(fold(word) for word in words[k:])) or ()
        if any(entry.role == RANK for entry in entries):
            return " ".join(words[:k]), " ".join(words[k:])
    return office, ""


def _by_copula(view: View) -> Iterator[Tenure]:
    """An office said to be the head of bodies, or to rank after another: "X के बाद Y … का प्रमुख है"."""
    words = view.pack.engagements.offices
    for token in view.doc:
        if not view.forms[token.i] & set(words.head) or not _predicative(token):
            continue
        subject = _office_subject(view, token)
        if subject is None:
            continue
        mention, party = subject
        heads = _headed(view, token, mention)
        after = _office_with(view, token, words.after)
        under = _office_with(view, token, words.under)
        ranked = bool(after) and any(view.texts[i] in words.rank for i in range(token.left_edge.i, token.i + 1))
        if not (heads or ranked or under):
            continue
        evidence = view.evidence(mention.start, token.i + 1)
        place = {"ranks_after": after, "reports_to": under} if ranked else {"heads": heads, "reports_to": under}
        yield replace(_tenure(view, party, evidence, rule="copula"), **place)


def _by_change(view: View) -> Iterator[Tenure]:
    """Who is appointed to an office, or leaves it: the days are those from which, or up to which, it is held."""
    pack = view.pack.engagements
    for index, taken in ((pack.appointing, True), (pack.resigning, False)):
        for trigger in find_triggers(view, index, {}):
            if is_negated(view, trigger.verb) or is_infinitive(view, trigger.verb):
                continue
            found = _person_and_office(view, trigger)
            if found is None:
                continue
            holder, office = found
            evidence = view.evidence(trigger.start, trigger.end)
            day = day_of(view, trigger.verb)
            when = day and replace(day, **({"last": ""} if taken else {"first": "", "last": day.last or day.first}))
            standing: Standing = "planned" if is_future(view, trigger.verb) else "happened"
            told = _tenure(view, office, evidence, holder=holder.name, rule="appointed" if taken else "resigned")
            yield replace(told, when=when, standing=standing)


def _person_and_office(view: View, trigger: Trigger) -> tuple[Party, Party] | None:
    """The one person named about a change of office, and the office: another's words, or the person's own title."""
    sentence = view.sentence_of[trigger.verb]
    about = [m for m in view.mentions.actors if view.sentence_of[m.start] == sentence and len(m.parties) == 1]
    named = [m.parties[0] for m in about if m.parties[0].name]
    offices = [m.parties[0] for m in about if m.kind == "office" and m.parties[0].office and not m.parties[0].name]
    if len(named) != 1:
        return None
    offices = [office for office in offices if office.country] or [p for p in named if p.office and p.country]
    return (named[0], offices[-1]) if offices else None


def _predicative(token: "Token") -> bool:
    """Whether a noun is what a copula says of its subject."""
    return any(child.dep_ == "cop" for child in token.children) or (
        token.head.lemma_ in {child.lemma_ for child in token.head.children if child.dep_ == "cop"}
    )


def _office_subject(view: View, token: "Token") -> tuple[ActorMention, Party] | None:
    """The mention that is the copula's subject, if it is an office (itself, or what its pronoun stands for)."""
    sentence = view.sentences[view.sentence_of[token.i]]
    inside = [m for m in view.mentions.actors if sentence.start <= m.start and m.end <= token.i]
    bare = [m for m in inside if not view.marker_after(m.end) and m.parties] or [m for m in inside if m.parties]
    for mention in sorted(bare, key=lambda m: view.doc[m.head].dep_ != "nsubj"):
        party = mention.parties[0]
        if party.office or mention.kind in {"office", "pronoun"}:
            return mention, party
    return None


def _headed(view: View, token: "Token", subject: ActorMention) -> tuple[str, ...]:
    """What the office heads: the phrase that the head noun's genitive marks, split at coordination."""
    start, end = _genitive_phrase(view, token, subject)
    bodies: list[str] = []
    part: list[int] = []
    for i in (*range(start, end), end):
        if i < end and view.texts[i] not in view.grammar.coordinators:
            part.append(i)
            continue
        left, right = trimmed(view, part[0], part[-1] + 1) if part else (0, 0)
        if right > left and not _all_pointers(view, left, right):
            bodies.append(str(view.doc[left:right].text))
        part = []
    return tuple(bodies)


def _genitive_phrase(view: View, token: "Token", subject: ActorMention) -> tuple[int, int]:
    """The tokens between subject and genitive marker ("खुफिया और बलों का प्रमुख"), or after it ("head of …")."""
    genitives = view.grammar.markers.genitive
    sentence = view.sentences[view.sentence_of[token.i]]
    if view.grammar.markers.stands == "before":
        stop = next(
            (k for k in range(token.i + 1, sentence.end) if view.doc[k].pos_ in {"VERB", "PUNCT"}), sentence.end
        )
        return (token.i + 2, stop) if token.i + 1 < stop and view.texts[token.i + 1] in genitives else (0, 0)
    marker = token.i - 1
    while marker > subject.end and view.texts[marker] not in genitives:
        marker -= 1
    start = subject.end
    for mention in view.mentions.actors:
        country = start <= mention.start and mention.end < marker and view.texts[mention.end] in genitives
        if country and mention.kind == "name":
            start = mention.end + 1
        elif start == mention.start and mention.end <= marker + 1 and view.texts[start + 1] in genitives:
            start += 2  # the country stands inside a longer name: "पाकिस्तान की खुफिया … बलों"
    while marker > start and _all_pointers(view, marker - 1, marker):
        marker -= 1
    return start, max(start, marker)


def _all_pointers(view: View, start: int, end: int) -> bool:
    """Whether the tokens only count or point ("दोनों", "both")."""
    return all((view.texts[i],) in view.pack.reference.phrases or view.doc[i].pos_ == "NUM" for i in range(start, end))


def _office_with(view: View, token: "Token", markers: tuple[str, ...]) -> str:
    """The text of an office mention of the sentence that carries one of the markers."""
    sentence = view.sentences[view.sentence_of[token.i]]
    for n, group in enumerate(view.groups):
        mention = view.mentions.actors[group[0]]
        if sentence.start <= mention.start < sentence.end and view.markers[n] in markers:
            return str(view.doc[mention.start : mention.end].text)
    return ""


def _tenure(view: View, party: Party, evidence: Evidence, *, rule: str, holder: str = "") -> Tenure:
    office = party.office or party.text
    return Tenure(
        id=content_id("tn", view.story.id, holder, office, evidence.span),
        story=view.story.id,
        evidence=evidence,
        by=f"{view.pack.lang}/offices#{rule}",
        holder=holder,
        office=office,
        of=f"{party.country} {party.sector}".strip(),
    )
