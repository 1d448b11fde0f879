"""Whose the police, the rebels or the court of a sentence are, where no word of theirs names a country."""

from collections import Counter
from collections.abc import Iterator

from msgspec.structs import replace

from vaarta.coding.settings import place_of
from vaarta.coding.subjects import members_of
from vaarta.coding.trees import ancestors
from vaarta.coding.triggers import Trigger
from vaarta.coding.view import View
from vaarta.doc import ActorMention
from vaarta.records import Party, Place

__all__ = ["WORLD", "at_home", "leader_of"]

# Sectors of those who act in their own country; refugees, ministers on a visit and reporters are elsewhere as often.
DOMESTIC = frozenset({"AGR", "COP", "CRM", "CVL", "EDU", "JUD", "LAB", "LEG", "OPP", "PTY", "REB", "REL", "UAF"})
# Those who stand for their state at home: they are of the place that their own words name ("officials in Minsk").
LOCAL = DOMESTIC | {"BUS", "GOV", "MED", "MIL", "SOC", "SPY"}
LAW = frozenset({"COP", "JUD"})
JUDGED = frozenset({"ACCUSE", "COERCE", "REJECT", "REQUEST", "SANCTION"})  # what police and courts do to people
FORCE, CIVILIAN = "ASSAULT", "CVL"
WORLD = frozenset({"", "IGO", "MNC", "NGO"})  # countries of those who are no state
BODY = "IGO"  # the country of an alliance of several states
DATELINE = "dateline"  # why a place is one
NAMELESS = {"foreign", "nameless", "states"}  # why recognition gives a mention no country
VERBAL = {"ROOT", "acl", "advcl", "conj"}
BORDER = 3  # words of "of the border near"
NEAR = 3  # heads between a place and the people who are said to be there

Parties = tuple[Party, ...]


def at_home(view: View, trigger: Trigger, actors: Parties, recipients: Parties) -> tuple[Parties, Parties]:
    """The sides, where those of no known country have that of the place: their own, that of the act, the other side's.

    "Police in Nairobi", "gunmen killed two in Mali", "rebels fought Chadian troops". Those with a name stay unknown,
    but for whom a country's police or courts deal with.
    """
    if all(p.country for p in (*actors, *recipients)):
        return actors, recipients
    return _settled(view, trigger, actors, recipients), _settled(view, trigger, recipients, actors)


def _settled(view: View, trigger: Trigger, parties: Parties, others: Parties) -> Parties:
    beside = {p.country for p in parties} - WORLD
    if len(beside) == 1:  # "Colombia and the rebels"
        others = parties
    return tuple(p if p.country else replace(p, country=_home(view, trigger, p, others)) for p in parties)


def _tried(trigger: Trigger, party: Party, others: Parties) -> str:
    """The country whose police or court holds, charges, tries or refuses someone by name of no known office."""
    countries = {p.country for p in others} - WORLD
    known = party.sector == "ELI" or (party.sector in {"", "CRM", "CVL"} and not party.office)
    judged = trigger.entry.type in JUDGED and len(countries) == 1 and all(p.sector in LAW for p in others)
    return countries.pop() if judged and party.name and known else ""


def _home(view: View, trigger: Trigger, party: Party, others: Parties) -> str:
    if party.name or party.sector not in LOCAL or party.evidence is None or _nameless(view, party.evidence.span):
        camp = trigger.entry.type == FORCE and party.evidence is not None and not party.name
        return (next(_camps(view, party), "") if camp else "") or _tried(trigger, party, others)
    own = next(_own_places(view, party), "")
    if own or party.sector not in DOMESTIC:
        return own
    place = place_of(view, trigger.verb)
    if place is not None and place.country and not _at_border(view, place):
        return place.country
    if len(owners := set(_owners_of_places(view, trigger.verb))) == 1:
        return owners.pop()
    told = {
        m.place.country
        for m in view.mentions.places
        if view.sentence_of[m.start] == view.sentence_of[trigger.verb] and not _at_border(view, m.place)
    }
    return next(iter(told - {""})) if len(told - {""}) == 1 else _by_others(view, trigger, party, others)


def _by_others(view: View, trigger: Trigger, party: Party, others: Parties) -> str:
    """The country of the other side, if it has one; where the story is told, if none has."""
    countries = {p.country for p in others} - WORLD
    if len(countries) != 1:
        return "" if countries else _at_dateline(view)
    return _struck_abroad(view, trigger, party, others) or countries.pop()


def _struck_abroad(view: View, trigger: Trigger, party: Party, others: Parties) -> str:
    """The country that the story names most, for civilians of no told place whom another state's blow kills."""
    state = trigger.entry.type == FORCE and party.sector == CIVILIAN and all(_a_state(p) for p in others)
    if not state or view.grammar.verb == "first":
        return ""
    named = Counter(p.country for m in view.mentions.actors for p in m.parties if p.country not in WORLD)
    return next((country for country, _ in named.most_common(1)), "")


def _a_state(party: Party) -> bool:
    """Whether a party is a state as such, or its army by the state's name."""
    return party.sector in {"GOV", "MIL"} and bool(party.country) and not party.name and not party.office


def _at_dateline(view: View) -> str:
    """The dateline's country, if the story names it most: "LIMA - Two civilians were killed"."""
    datelines = {m.place.country for m in view.mentions.places if m.why == DATELINE}
    named = Counter(p.country for m in view.mentions.actors for p in m.parties if p.country not in WORLD)
    return next((country for country, _ in named.most_common(1) if country in datelines), "")


def _at_border(view: View, place: Place) -> bool:
    """Whether a place is but whose border something is at: "माली की सीमा के निकट" is not in Mali."""
    end = place.evidence.span[1] if place.evidence else 0
    return _of_border(view, view.token_at(end - 1) + 1)


def _of_border(view: View, end: int) -> bool:
    """Whether what ends before token `end` owns a border that something is at, and not in, where markers follow."""
    links, words = view.pack.reference.links, view.texts[end : end + 3]
    if view.grammar.markers.stands == "before" or len(words) < BORDER:
        return False
    return (
        words[0] in view.grammar.markers.genitive and words[1] in links["borders"] and words[2] not in links["inside"]
    )


def _owners_of_places(view: View, verb: int) -> Iterator[str]:
    """The countries whose things a verb's sentence names as the place: "यमन की राजधानी के उत्तर में"."""
    markers = view.grammar.markers
    for n in view.groups_in.get(view.sentence_of[verb], ()):
        members = members_of(view, n)
        if view.markers[n] not in markers.genitive or len(members) > 1 or _of_border(view, members[0].end):
            continue
        above = [token for token in ancestors(view.doc[members[0].head], NEAR + 1) if token.dep_ not in VERBAL]
        if any(view.subtree_marker(token.i) in markers.standing for token in above[1:]):
            yield from (p.country for p in members[0].parties if p.country and p.country not in WORLD)


def _nameless(view: View, span: tuple[int, int]) -> bool:
    """Whether recognition holds that a mention is no one's: terrorists of no named group strike across borders."""
    group = view.mention_group.get(span)
    return group is not None and any(_first_told(view, m).why in NAMELESS for m in members_of(view, group))


def _first_told(view: View, mention: ActorMention) -> ActorMention:
    """The mention that a pronoun leads back to, or itself."""
    while mention.antecedent >= 0:
        mention = view.mentions.actors[mention.antecedent]
    return mention


def _own_places(view: View, party: Party) -> Iterator[str]:
    """The countries of the places that hang on the party's own words."""
    span = party.evidence.span if party.evidence else (0, 0)
    for mention in view.mentions.places:
        if not mention.place.country:
            continue
        above = list(ancestors(view.doc[mention.head], NEAR))[1:]
        for token in above:
            if span[0] <= token.idx < span[1]:
                yield mention.place.country
                break
            if view.heads_clause(token):
                break


def _camps(view: View, party: Party) -> Iterator[str]:
    """The countries of the places of a camp that the party only qualifies: "माली में स्थित | आतंकी शिविर"."""
    group = view.mention_group.get(party.evidence.span if party.evidence else (0, 0))
    for member in members_of(view, group) if group is not None else ():
        camp = view.heads[member.head]
        pointer = view.pack.reference.phrases.get((view.texts[camp],))
        sites = view.pack.reference.links["sites"]
        if camp == member.head or not (view.texts[camp] in sites or (pointer and pointer.kind == "building")):
            continue
        for mention in view.mentions.places:
            if mention.place.country and any(token.i == camp for token in ancestors(view.doc[mention.head], NEAR)):
                yield mention.place.country


def leader_of(view: View, n: int) -> Party | None:
    """Whose the alliance is that mention `n` names: that of whoever leads it, named right before."""
    mention, left = view.mentions.actors[n], view.mentions.actors[n - 1] if n else None
    if left is None or mention.parties[0].country not in {"", BODY} or not left.parties:
        return None
    between = " ".join(view.texts[left.end : mention.start])
    return left.parties[0] if between in view.grammar.markers.leading else None
