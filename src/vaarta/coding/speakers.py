"""Who says it, to whom, and in what: the parties of a saying, its document and its venue."""

from collections import Counter

from msgspec.structs import replace

from vaarta.coding.arguments import DEEP, DIRECT, Argument
from vaarta.coding.content import trimmed
from vaarta.coding.triggers import Trigger
from vaarta.coding.view import View
from vaarta.packs.statements import Cue
from vaarta.records import Party
from vaarta.text import fold

__all__ = [
    "addressee_of", "after_cue", "argument_span", "document_in", "issuer_of", "next_to", "party_of", "speaker_in",
    "tokens_of", "unknown_speaker", "with_country",
]  # fmt: skip

OFFICIAL = {"minister", "head", "envoy", "official", "rank", "office"}  # roles of words for people in office
BODY = "body"  # the role of ministries, governments and courts
GENITIVE = "gen"  # the slot of a speaker whose saying is a noun
ANYWHERE = {"EDU", "CVL", "SOC", "JRN", "UNK", "BUS", "LAB", "REL", "MED", "AGR"}
"""Sectors whose people may be of any country: experts, residents, the press."""
LOCAL = {"COP", "JUD", "LEG", "MIL", "OPP", "PTY"}  # sectors whose people mostly speak at home
ONE = 0.6  # share of a story's named countries that one must have to be whose officials speak in it
PERSONS = {"", "PER", "PERSON", "NEP"}  # what models call names of people, or leave without a name
DATELINE = "dateline"  # why a place is one


def speaker_in(view: View, arguments: list[Argument], sources: tuple[str, ...]) -> Argument | None:
    """The surest argument in one of the slots that a cue's speaker stands in; no place."""
    wanted = set(map(fold, sources))
    fitting = (a for a in arguments if a.slots & wanted)
    return next((a for a in fitting if view.markers[a.group] not in view.grammar.markers.place), None)


def after_cue(view: View, arguments: list[Argument], trigger: Trigger) -> Argument | None:
    """The mention right after a verb that a quotation or comma stands before: "…," said the minister."""
    before = trigger.verb - 1
    if view.grammar.verb == "last" or before < 0 or view.doc[before].pos_ != "PUNCT":
        return None
    for argument in arguments:
        start = argument_span(view, argument)[0]
        if not view.markers[argument.group] and all(view.doc[k].pos_ == "DET" for k in range(trigger.verb + 1, start)):
            return argument if start > trigger.verb else None
    return None


def unknown_speaker(view: View, trigger: Trigger) -> Party | None:
    """A speaker that recognition does not know, by the tree: "विश्लेषकों ने कहा", "an analyst said"."""
    for t in trigger.tokens:
        for child in view.doc[t].children:
            noun = child.pos_ in {"NOUN", "PROPN"} and child.i not in view.mention_at
            if noun and _speaks(view, trigger, child.i, t):
                start, end = trimmed(view, child.left_edge.i, child.i + 1)
                if start >= end:
                    continue  # signs alone, taken for a noun
                if (owned := _owned(view, start, end)) is not None:
                    return owned
                named = any(_source(view, i) or i in view.mention_at for i in range(start, end))
                return None if named else _stranger(view, start, end)
    return None


def tokens_of(view: View, party: Party | None) -> tuple[int, int] | None:
    """The tokens of a party's own words; None if it has none."""
    span = party.evidence.span if party is not None and party.evidence is not None else (0, 0)
    words = view.doc.char_span(*span) if span[1] > span[0] else None
    return (words.start, words.end) if words is not None else None


def _speaks(view: View, trigger: Trigger, i: int, above: int) -> bool:
    """Whether a noun is in the slot of the cue's speaker: its subject, or the genitive of its host ("X का कहना है")."""
    marker, subjects = view.subtree_marker(i), view.grammar.markers.subject
    if above == trigger.verb:
        return view.doc[i].dep_ == "nsubj" and (marker in subjects or not (marker or subjects))
    genitive = marker in view.grammar.markers.genitive and marker not in view.grammar.markers.possessive
    return genitive and GENITIVE in trigger.entry.actor


def _owned(view: View, start: int, end: int) -> Party | None:
    """A speaker that only its owner makes known, as one of his side: "her office", "the president's doctor"."""
    head = view.doc[end - 1]
    if view.grammar.verb == "last" or _source(view, head.i):
        return None
    owners = (c.i for c in head.children if c.dep_ == "nmod:poss" and start <= c.i and c.i in view.mention_at)
    owner = next((view.mentions.actors[view.mention_at[i]] for i in owners), None)
    if owner is None or not owner.parties or not owner.parties[0].country:
        return None
    evidence = view.evidence(start, end)
    return Party(text=evidence.quote, country=owner.parties[0].country, evidence=evidence)


def _stranger(view: View, start: int, end: int) -> Party:
    """A speaker by its words alone; one that only the language's list of doubtful names has is that person."""
    evidence = view.evidence(start, end)
    names = view.pack.names.phrases.get(tuple(view.texts[start:end])) or ()
    known = next((entry for entry in names if entry.country), None)
    if known is None:
        name = evidence.quote if _full_name(view, start, end) else ""
        return Party(text=evidence.quote, country=_home(view) if name else "", name=name, evidence=evidence)
    said = evidence.quote
    return Party(text=said, country=known.country, sector=known.sector, name=said, evidence=evidence)


def _full_name(view: View, start: int, end: int) -> bool:
    """Whether tokens are a name of two words or more: someone whom a reporter met, as names in the news are told."""
    return end - start > 1 and all(
        view.pos[i] == "PROPN" and view.doc[i].ent_type_ in PERSONS for i in range(start, end)
    )


def _home(view: View) -> str:
    """The country of the dateline; "" if there is none."""
    return next((m.place.country for m in view.mentions.places if m.why == DATELINE and m.place.country), "")


def next_to(view: View, trigger: Trigger) -> int | None:
    """The bare mention right before a cue that stands last: "संयुक्त राष्ट्र | अनुमान लगाता है", read as one noun."""
    n = view.mention_at.get(trigger.start - 1)
    if view.grammar.verb == "first" or n is None or not view.mentions.actors[n].parties or len(trigger.tokens) == 1:
        return None
    first = view.mentions.actors[n].start
    return n if view.doc[first].is_sent_start or view.texts[first - 1] in view.grammar.clause_openers else None


def _source(view: View, i: int) -> bool:
    """Whether the token is the name of an agency or paper, which is not a speaker."""
    pointer = view.pack.reference.phrases.get((view.texts[i],))
    return pointer is not None and pointer.kind == "source"


def party_of(view: View, argument: Argument | None) -> Party | None:
    """The party of an argument's mentions; several of different countries are one of no country."""
    if argument is None:
        return None
    parties = [p for n in view.groups[argument.group] for p in view.mentions.actors[n].parties]
    if not parties:
        return None
    if len({p.country for p in parties}) > 1:
        text = str(view.doc[slice(*argument_span(view, argument))].text)
        # Speakers of several countries who speak as one have the country "": GUIDE.md.
        return Party(text=text or parties[0].text, country="", sector=parties[0].sector, evidence=parties[0].evidence)
    return parties[0]


def _apposed(view: View, party: Party) -> bool:
    """Whether an office is told beside a name: "Mr X, the agency's spokesman, …"."""
    if party.evidence is None or not party.name:
        return False
    span = party.evidence.span
    for mention in view.mentions.actors:
        if view.doc[mention.start].idx == span[0]:
            beside = [c for t in view.doc[mention.start : mention.end] for c in t.children if c.dep_ == "appos"]
            return any(_official(view, c.i) for c in beside)
    return False


def _role(view: View, i: int) -> str:
    """The role of token `i` among the words for people in office; "" if it has none."""
    entries = view.pack.names.phrases.get((view.texts[i],)) or ()
    return next((entry.role for entry in entries if entry.role), "")


def _official(view: View, i: int) -> bool:
    """Whether token `i` is a word for someone in office."""
    entries = view.pack.names.phrases.get((view.texts[i],)) or ()
    return any(entry.role in OFFICIAL and entry.sector not in ANYWHERE for entry in entries)


def with_country(view: View, party: Party, *, place: str = "") -> Party:
    """The party; an official of no known country with that of a story of one, a mere name with the dateline's.

    A mere name has that of whom it is told to be ("her Norwegian colleague, X"). Where no country has most of a story,
    armies and courts are of the country of the `place` that they speak in, and with ministries of the dateline's, if
    the story speaks of that.
    """
    if party.name and not (party.country or party.sector or party.office):
        return replace(party, country=_beside(view, party) or _home(view))
    if party.country or party.sector in ANYWHERE or not (party.office or _apposed(view, party)):
        return party
    counts = Counter(
        side.country
        for mention in view.mentions.actors
        if mention.kind != "pronoun"
        for side in mention.parties
        if side.country and len(mention.parties) == 1
    )
    most = counts.most_common(1)
    if most and most[0][1] >= ONE * counts.total():
        return replace(party, country=most[0][0])
    home = place if place and party.sector in LOCAL else _home(view)
    return replace(party, country=home) if counts[home] and _local(view, party) else party


def _local(view: View, party: Party) -> bool:
    """Whether a party is of those who mostly speak at home: an army, a court, a ministry of no one told."""
    span = tokens_of(view, party)
    if party.sector in LOCAL:
        return True
    owned = span is not None and any(c.dep_ in {"amod", "nmod:poss"} for c in view.doc[span[0] : span[1]].root.children)
    return span is not None and not party.name and not owned and _role(view, span[1] - 1) == BODY


def _beside(view: View, party: Party) -> str:
    """The country of whom a mere name stands beside, as the same person: "its Norwegian envoy, | X"; "" if of none."""
    span = tokens_of(view, party)
    if span is None:
        return ""
    name = view.doc[span[0] : span[1]].root
    if name.dep_ != "appos" or name.head.i >= name.i:
        return ""
    words = (*(c.i for c in name.head.children if c.dep_ in {"amod", "nmod:poss", "compound"}), name.head.i)
    owners = (view.mentions.actors[view.mention_at[k]] for k in words if k in view.mention_at)
    return next((o.parties[0].country for o in owners if o.kind != "pronoun" and len(o.parties) == 1), "")


def argument_span(view: View, argument: Argument) -> tuple[int, int]:
    """The tokens of an argument's mentions, from the first to one past the last."""
    members = [view.mentions.actors[n] for n in view.groups[argument.group]]
    return min(m.start for m in members), max(m.end for m in members)


def addressee_of(view: View, arguments: list[Argument], cue: Cue, speaker: Argument | None) -> Party | None:
    """Whom it is said to: the surest other argument in one of the cue's slots for it."""
    wanted = set(map(fold, cue.addressee))
    for argument in arguments:
        own = speaker is not None and argument.group == speaker.group
        joined = argument.strength == DIRECT or (argument.strength == DEEP and argument.via < 0)
        if argument.slots & wanted and joined and not own:
            return party_of(view, argument)
    return None


def document_in(view: View, i: int, *, but: range) -> tuple[int, int] | None:
    """The tokens of the document or venue named in token `i`'s sentence, but not in what is said; None if none is."""
    sentence = view.sentences[view.sentence_of[i]]
    pack = view.pack.statements
    words = frozenset().union(*view.forms[sentence.start : sentence.end])
    for phrase in (*pack.venues, *pack.documents):
        if not words.issuperset(phrase):
            continue
        for k in range(sentence.start, sentence.end - len(phrase) + 1):
            if k in but or view.doc[k + len(phrase) - 1].pos_ not in {"NOUN", "PROPN"}:
                continue
            if all(word in view.forms[k + n] for n, word in enumerate(phrase)):
                return k, k + len(phrase)
    return None


def issuer_of(view: View, document: tuple[int, int]) -> int | None:
    """The group of mentions whose a document is: "विदेश मंत्रालय के बयान", "issued by", "the ministry's statement"."""
    markers = view.grammar.markers
    owned = {*markers.genitive, *markers.possessive, *markers.agent}
    sentence = view.sentences[view.sentence_of[document[0]]]
    for n, group in enumerate(view.groups):
        first, last = view.mentions.actors[group[0]], view.mentions.actors[group[-1]]
        if not sentence.start <= first.start < sentence.end or view.markers[n] not in owned or not first.parties:
            continue
        before, after = document[0] - last.end, first.start - document[1]
        if 0 < before <= ISSUED or 0 <= after <= ISSUED:
            return n
    return None


ISSUED = 4  # tokens between who issues a document and it: "की ओर से जारी | बयान"
