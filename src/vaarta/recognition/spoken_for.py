"""Whose someone is who is quoted right after a state or its ministry spoke: "Oslo denied it. “…,” X said"."""

from vaarta.doc import ActorMention
from vaarta.recognition.draft import Draft
from vaarta.recognition.parties import BEYOND, PERSONAL, Said
from vaarta.recognition.told import Told

__all__ = ["by_who_spoke"]

SPOKEN = frozenset({"ACCUSE", "AGREE", "REJECT", "REQUEST", "SUPPORT", "THREATEN"})  # types of what is done in words
STATE = "GOV"  # the sector
STAFF = frozenset({"official", "minister", "head"})  # roles of those who speak, told without a name


def by_who_spoke(draft: Draft, own: Said, told: Told) -> tuple[Said, int] | None:
    """A new name in a sentence that quotes, after one in which a state did something in words: of that state.

    Without an office it is whoever spoke there without a name: "a spokesman for the ministry denied it. "…," X said".
    """
    reading = told.reading
    if draft.name is None or reading.pack.grammar.verb == "last" or not _quotes(draft, told):
        return None
    if draft.heads and draft.role not in PERSONAL:
        return None
    index = _speaker_before(draft, told)
    if index < 0:
        return None
    there, side = told.drafts[index], told.mentions[index].parties[0]
    if side.country in ("", *BEYOND) or side.sector != STATE:
        return None
    if not draft.heads and (there.name is not None or there.role not in STAFF):
        return None
    return Said(side.country, own.sector or side.sector, "speaker"), -1


def _quotes(draft: Draft, told: Told) -> bool:
    """Whether a quotation opens the sentence of a draft, which stands outside it and names no place or country."""
    reading = told.reading
    start = reading.starts[draft.sentence]
    quoted = told.quoted.get(start, told.quoted.get(start + 1))
    last = reading.sentence_span(draft.sentence)[1]
    named = any(start <= atom.start < last and told.quoted.get(atom.start) is None for atom in reading.nations)
    return quoted is not None and draft.start not in told.quoted and not draft.nations and not (draft.heads and named)


def _speaker_before(draft: Draft, told: Told) -> int:
    """The mention that is the subject of what the sentence before does in words; -1 if none is."""
    for index in range(len(told.mentions) - 1, -1, -1):
        back = draft.sentence - told.drafts[index].sentence
        if back > 1:
            return -1
        if back == 1 and told.mentions[index].parties and _speaks(told.mentions[index], told):
            return index
    return -1


def _speaks(found: ActorMention, told: Told) -> bool:
    """Whether a mention is the subject of its sentence's main verb, and that is one of speech."""
    pack, token = told.reading.pack, told.reading.doc[found.head]
    lemma = token.head.lemma_.casefold()
    if token.dep_ != "nsubj" or token.head.dep_ != "ROOT":
        return False
    acts = pack.events.by_verb.get(lemma, {}).values()
    return lemma in pack.statements.verbs or any(p.entry.type in SPOKEN for found in acts for p in found)
