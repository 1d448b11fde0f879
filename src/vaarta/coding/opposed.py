"""Whom a protest is against by the word for it: "anti-Russian slogans", "an anti-US rally"."""

from collections.abc import Iterator

from vaarta.coding.triggers import Trigger
from vaarta.coding.view import View
from vaarta.records import Party

__all__ = ["opposed"]

PROTEST, STATE = "PROTEST", "GOV"
REACH = 5  # tokens before a noun within which it is told what that is against: "anti-American chants and slogans"
NATIONS = frozenset({"adjective", "country"})
HYPHENS = frozenset({"-", "‐", "‑"})


def opposed(view: View, trigger: Trigger) -> tuple[Party, ...]:
    """The states that words before a protest's noun say it is against; () if none do."""
    if trigger.entry.type != PROTEST or view.grammar.verb == "last":
        return ()
    return tuple(party for t in trigger.tokens if view.pos[t] == "NOUN" for party in _against(view, t))[:1]


def _against(view: View, noun: int) -> Iterator[Party]:
    """The countries after "anti-" right before a noun."""
    opposing = view.pack.reference.links["opposing"]
    for k in range(max(noun - REACH, view.sentences[view.sentence_of[noun]].start), noun - 2):
        if view.texts[k] not in opposing or view.texts[k + 1] not in HYPHENS:
            continue
        entries = view.pack.names.phrases.get((view.texts[k + 2],)) or ()
        country = next((entry.country for entry in entries if entry.kind in NATIONS and entry.country), "")
        if country:
            evidence = view.evidence(k + 2, k + 3)
            yield Party(text=view.doc[k + 2].text, country=country, sector=STATE, evidence=evidence)
