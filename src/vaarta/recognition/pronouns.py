"""Who a pronoun is."""

from typing import TYPE_CHECKING

import msgspec

from vaarta.doc import ActorMention
from vaarta.recognition.antecedents import antecedent
from vaarta.recognition.draft import Draft
from vaarta.recognition.parties import evidence
from vaarta.recognition.told import Told, is_subject, joined, root_of
from vaarta.records import Evidence, Party
from vaarta.text import fold

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["pronoun"]

LISTED = 2  # mentions from one of a list to the next, an owner between them counted


def pronoun(draft: Draft, told: Told) -> ActorMention | None:
    """The mention of a pronoun; None if it only points within its phrase (that day) or means nothing (it rains)."""
    pointer = draft.pointer.pointer if draft.pointer else None
    token = told.reading.doc[draft.start]
    if pointer is None or token.dep_ == "det" or (token.dep_ == "expl" and not _says(token, told)):
        return None
    back = -1 if pointer.person == 1 else _subject(draft, told) if pointer.own else antecedent(draft, told)
    return ActorMention(
        start=draft.start,
        end=draft.end,
        head=draft.start,
        kind="pronoun",
        parties=_led_back(draft, back, told),
        antecedent=root_of(back, told),
        why="speaker" if pointer.person == 1 else "own" if pointer.own else "pronoun",
    )


def _says(token: "Token", told: Told) -> bool:
    """Whether a pronoun that the parser took for an empty one stands right before a verb of saying: "it said"."""
    verb = token.head
    return verb.i == token.i + 1 and fold(verb.lemma_) in told.reading.pack.statements.verbs


def _led_back(draft: Draft, back: int, told: Told) -> tuple[Party, ...]:
    root = root_of(back, told)
    if root < 0:
        return ()
    here = evidence(told.reading, told.story, draft.start, draft.end)
    many = draft.pointer is not None and draft.pointer.pointer is not None and draft.pointer.pointer.number == "many"
    if not any(party.country for party in told.mentions[root].parties) and told.mentions[back].parties:
        root = back  # whose country the story told only later
    meant = _list_of(root, told) if many else [root]
    return tuple(_moved(there, here) for index in meant for there in told.mentions[index].parties)


def _list_of(index: int, told: Told) -> list[int]:
    """The mentions that are named in one list with a mention, itself among them: "X, Y and Z … They"."""
    found = [index]
    while (before := _beside(found[0], -1, told)) >= 0:
        found.insert(0, before)
    while (after := _beside(found[-1], 1, told)) >= 0:
        found.append(after)
    return found


def _beside(index: int, step: int, told: Told) -> int:
    """The mention named next to one in the same list, before (-1) or after (1) it; -1 if there is none.

    The owner of the second is passed over: "the president and | his | minister".
    """
    other = index + step
    owner = 0 < other < len(told.mentions) - 1 and told.mentions[other].end == told.mentions[other + 1].start
    if owner and told.mentions[other].kind == "pronoun":
        other += step
    if not 0 <= other < len(told.mentions) or told.drafts[other].sentence != told.drafts[index].sentence:
        return -1
    if {told.mentions[n].kind for n in (index, other)} & {"pronoun", "adjective"}:
        return -1
    first, second = sorted((index, other))
    return other if joined(first, first + 1, told) and second - first <= LISTED else -1


def _moved(there: Party, here: Evidence) -> Party:
    return msgspec.structs.replace(there, evidence=here, antecedent=there.evidence)


def _subject(draft: Draft, told: Told) -> int:
    """The nearest subject before, in the same sentence, -1 if there is none."""
    for index in range(len(told.drafts) - 1, -1, -1):
        if told.drafts[index].sentence != draft.sentence:
            return -1
        if told.mentions[index].parties and is_subject(index, told):
            return index
    return -1
