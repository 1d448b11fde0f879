"""Who a pronoun is."""

import msgspec

from vaarta.doc import ActorMention
from vaarta.recognition.antecedents import antecedent
from vaarta.recognition.draft import Draft
from vaarta.recognition.parties import evidence
from vaarta.recognition.told import Told, is_subject, root_of
from vaarta.records import Evidence, Party

__all__ = ["pronoun"]


def pronoun(draft: Draft, told: Told) -> ActorMention | None:
    """The mention of a pronoun; None if it only points within its phrase (that day) or means nothing (it rains)."""
    pointer = draft.pointer.pointer if draft.pointer else None
    token = told.reading.doc[draft.start]
    if pointer is None or token.dep_ in ("det", "expl"):
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


def _led_back(draft: Draft, back: int, told: Told) -> tuple[Party, ...]:
    root = root_of(back, told)
    if root < 0:
        return ()
    here = evidence(told.reading, told.story, draft.start, draft.end)
    return tuple(_moved(there, here) for there in told.mentions[root].parties)


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
