"""Whom a protest is against by the word for it: "anti-Russian slogans", "an anti-US rally"."""

from collections import Counter
from collections.abc import Iterator

from msgspec.structs import replace

from vaarta.coding.triggers import Trigger
from vaarta.coding.view import View
from vaarta.records import Event, Party

__all__ = ["against_own_state", "opposed"]

PROTEST, STATE = "PROTEST", "GOV"
PEOPLE = {"AGR", "CVL", "EDU", "JRN", "LAB", "MED", "OPP", "REL", "SOC"}  # sectors of those who protest at home
WORLD = frozenset({"", "IGO", "MNC", "NGO"})
REACH = 5  # tokens before a noun within which it is told what that is against: "anti-American chants and slogans"
NATIONS = frozenset({"adjective", "country"})
HYPHENS = frozenset({"-", "‐", "‑"})


def opposed(view: View, trigger: Trigger) -> tuple[Party, ...]:
    """The states that words before a protest's noun say it is against; () if none do."""
    if trigger.entry.type != PROTEST or view.grammar.verb == "last":
        return ()
    return tuple(party for t in trigger.tokens if view.pos[t] == "NOUN" for party in _against(view, t))[:1]


def against_own_state(view: View, events: tuple[Event, ...]) -> tuple[Event, ...]:
    """The events; people who protest at home against no one named do so against their state: "unions called a strike".

    They are at home in a story that names no country more often than theirs.
    """
    if view.grammar.verb == "last" or all(event.type != PROTEST for event in events):
        return events
    named = [p for m in view.mentions.actors if m.kind != "pronoun" for p in m.parties if p.country not in WORLD]
    most = next((country for country, _ in Counter(p.country for p in named).most_common(1)), "")
    states = [p for p in named if p.country == most and p.sector == STATE and not p.name][:1]
    return tuple(replace(e, recipients=tuple(states)) if _at_home(e, most) else e for e in events)


def _at_home(event: Event, country: str) -> bool:
    """Whether an event is a protest of people of the country, with nobody told against whom."""
    crowd = bool(event.actors) and all(p.sector in PEOPLE and p.country == country for p in event.actors)
    return event.type == PROTEST and crowd and not event.recipients and bool(country)


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
