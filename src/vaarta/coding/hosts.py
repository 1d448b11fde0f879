"""Whom a visitor meets where the story names only the place: its hosts; and which side a delegation's meeting has."""

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from vaarta.coding.gatherings import WORLD
from vaarta.coding.settings import place_of
from vaarta.coding.trees import ancestors
from vaarta.coding.triggers import Trigger
from vaarta.coding.view import View
from vaarta.records import Party, Place
from vaarta.text import fold

__all__ = ["as_visit", "is_delegation", "sends_delegation", "visit_place", "visiting", "with_hosts"]

DATELINE = "dateline"  # why a place is one
OFFICIAL = {"GOV", "MIL", "LEG", ""}  # sectors of those whom visitors meet as their hosts


def with_hosts(view: View, trigger: Trigger, parties: tuple[Party, ...], *, visitors: Iterable[Party]) -> list[Party]:
    """The parties, with officials of no known country given that of the place they are met in.

    "In Nepal the delegation will meet senior officials": the officials are Nepal's. A place in the visitors' own
    country says nothing, and of two places there are two sides.
    """
    own = {party.country for party in visitors}
    if all(party.country for party in parties):
        return list(parties)
    places = [country for country in _places(view, trigger.verb) if country not in own]
    found: list[Party] = []
    for party in parties:
        if party.country or party.sector not in OFFICIAL or not places:
            found.append(party)
        else:
            found += [replace(party, country=country) for country in places]
    return found


def as_visit(actors: tuple[Party, ...], recipients: tuple[Party, ...]) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    """Visitors and hosts: where a bare country stands as visitor of a person or an office, they are the other way."""
    if actors and recipients and not any(_someone(p) for p in actors) and all(_someone(p) for p in recipients):
        return recipients, actors
    return actors, recipients


def _someone(party: Party) -> bool:
    """Whether a party is a person or an office, not a country as such."""
    return bool(party.name or party.office)


def _places(view: View, verb: int) -> list[str]:
    """The countries of the places told in the verb's clause, or in the nearest clause above that tells any."""
    for above in ancestors(view.doc[verb]):
        clause = view.clause(above.i)
        here = [
            m.place.country
            for m in view.mentions.places
            if view.sentence_of[m.start] == view.sentence_of[verb] and view.clause(m.head) == clause and m.place.country
        ]
        if here:
            return list(dict.fromkeys(here))
    return []


def sends_delegation(view: View, trigger: Trigger, actors: Iterable[Party]) -> bool:
    """Whether an actor is a delegation, or one of the actor's country is named in the trigger's sentence."""
    own = {party.country for party in actors}
    sentence = view.sentence_of[trigger.verb]
    return any(
        view.sentence_of[m.start] == sentence and is_delegation(view, p) and p.country in own
        for m in view.mentions.actors
        for p in m.parties
    )


def is_delegation(view: View, party: Party) -> bool:
    """Whether the party's words name a body sent: "प्रतिनिधिमंडल", "the delegation"."""
    return any(
        entry.role == "group-noun"
        for word in party.text.split()
        for entry in view.pack.names.phrases.get((fold(word),)) or ()
    )


def visit_place(view: View, trigger: Trigger, hosts: tuple[Party, ...]) -> Place | None:
    """Where a visit is: the place told if it lies in a host's country (a dateline does not), else that country.

    A tour of several countries is at none of them.
    """
    told = place_of(view, trigger.verb)
    countries = {party.country for party in hosts if party.country}
    if len(countries) > 1 and told is not None and told.evidence in [party.evidence for party in hosts]:
        return None
    if told is not None and (told.country in countries or not countries):
        return told
    if len(countries) != 1:
        return None
    return Place(text=hosts[0].text, country=hosts[0].country, evidence=hosts[0].evidence)


def visiting(view: View) -> Iterator[tuple[int, Party, Party]]:
    """Visits told only by a word before a person: that token, visitor and host: "met the | visiting | envoy of Peru".

    The host is the one other state whose people the sentence names, else that of the dateline.
    """
    dated = next((m.place for m in view.mentions.places if m.why == DATELINE and m.place.country), None)
    for guest in view.mentions.actors:
        if view.texts[guest.start] not in view.pack.engagements.visiting or not guest.parties:
            continue
        visitor, here = guest.parties[0], view.sentence_of[guest.start]
        people = [p for m in view.mentions.actors if view.sentence_of[m.start] == here for p in m.parties]
        apart = {visitor.country, *WORLD, ""}
        hosts = {p.country: p for p in people if _someone(p) and p.sector in OFFICIAL and p.country not in apart}
        if len(hosts) == 1 and visitor.country:
            yield guest.start, visitor, next(iter(hosts.values()))
        elif dated is not None and not hosts and dated.country not in apart and visitor.country:
            host = Party(text=dated.text, country=dated.country, sector="GOV", evidence=dated.evidence)
            yield guest.start, visitor, host
