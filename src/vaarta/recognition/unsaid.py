"""Whose an office is that names no country: what the first rule says that answers (docs/recognition.md)."""

from collections.abc import Callable

from vaarta.recognition.crowds import by_spot, known_crowd, risen_before
from vaarta.recognition.draft import BODIES, Draft
from vaarta.recognition.offices_met import body_met, court_met, same_office
from vaarta.recognition.parties import BEYOND, PERSONAL, Said, is_personal
from vaarta.recognition.phrases import Atom
from vaarta.recognition.served import (
    by_commander,
    by_embassy,
    by_kin,
    by_relative,
    by_speaker,
    by_surname,
    by_those_at_home,
    is_kin,
    of_foreigners,
    owner_past_clause,
)
from vaarta.recognition.sites import place_before, place_told, site
from vaarta.recognition.spoken_for import by_who_spoke
from vaarta.recognition.told import Told, namesake, owned_by_words
from vaarta.text import fold

__all__ = ["unsaid"]

NAMELESS = "terrorist"  # the office of those whose country nobody says: they strike across borders
ARMED, COURT = "REB", "JUD"
WORLDLY = "world-leader"  # the office of the leaders of all countries
DIPLOMATIC = frozenset({"foreign-minister", "foreign-ministry", "foreign-secretary"})  # offices
TOWNS = frozenset({"mayor"})  # offices
STATE = "state"  # the kind, and the office, of words for a country of no name
THE_COUNTRYS = 3  # tokens: the, country, 's
ARMIES = frozenset({"MIL", "REB"})  # sectors of those who fight a war that others, elsewhere, tell of
SETTLED = frozenset({"body", "force", "official", "people"})  # roles of those who are of the place that they are in
UNSETTLED = frozenset({"MIL", "REF", "JRN", "ELI"})  # sectors of those who are elsewhere as often
FOES = frozenset({"OPP", "REB", "UAF"})  # sectors of those who stand against a government
BESIDE = 5  # tokens between a government and its rebels: "and an alliance of four"
LEADING = 5  # tokens between a leader and his delegation: के नेतृत्व में एक


def unsaid(draft: Draft, own: Said, told: Told) -> tuple[Said, int]:
    """Country and sector of a phrase whose words name no country, and the mention that it leads back to, or -1."""
    for rule in RULES:
        answer = rule(draft, own, told)
        if answer is not None:
            return answer
    return own, -1


Answer = tuple[Said, int] | None


def _is(own: Said, country: str, why: str) -> Answer:
    return (own._replace(country=country, why=why), -1) if country else None


def _of_states(draft: Draft, own: Said, told: Told) -> Answer:
    """The member states, two countries, their leaders: no one's; a country only if someone owns it, "their country"."""
    if any(_states(head, told) for head in draft.heads[:-1]) or any(_worldly(head) for head in draft.heads):
        return own._replace(why="states"), -1
    head = draft.heads[-1] if draft.heads else None
    if head is None or not _state(head):
        return None
    several = draft.counted or "Number=Plur" in told.reading.doc[draft.end - 1].morph
    return None if draft.owned and not several else (own._replace(why="states"), -1)


def _of_region(draft: Draft, own: Said, told: Told) -> Answer:
    """African ministers, Gulf officials: of no one country, not the story's. A command of a part is its army's."""
    several = draft.role not in BODIES or "Number=Plur" in told.reading.doc[draft.end - 1].morph
    return (own._replace(why="region"), -1) if draft.of_region and several else None


def _state(head: Atom) -> bool:
    return head.kind == STATE or (head.entry is not None and head.entry.id == STATE)


def _states(head: Atom, told: Told) -> bool:
    return _state(head) and "Number=Plur" in told.reading.doc[head.end - 1].morph


def _worldly(head: Atom) -> bool:
    return head.entry is not None and head.entry.id == WORLDLY


def _of_terrorists(draft: Draft, own: Said, _: Told) -> Answer:
    """Terrorists of no named group, or of one of no country: no one's. Rebels are of the country they rise in."""
    head = draft.heads[-1] if draft.heads else None
    bare = head is not None and head.entry is not None and head.entry.id == NAMELESS
    abroad = any(atom.kind == "group" for atom in draft.heads) and own.sector == ARMED
    return (own._replace(why="nameless"), -1) if (bare and not draft.owned) or abroad else None


def _by_lead(draft: Draft, own: Said, told: Told) -> Answer:
    """A delegation is of whoever leads it: "घाना के राजदूत केन्या में | एक प्रतिनिधिमंडल का नेतृत्व करेंगे"."""
    if draft.role != "group-noun" or draft.nations:
        return None
    doc, leads = told.reading.doc, told.reading.pack.engagements.leads
    above = [doc[draft.end - 1].head, doc[draft.end - 1].head.head]
    verb = next((token for token in above if token.pos_ == "VERB"), above[-1])
    hosts = leads.get(fold(verb.lemma_), {})
    if not ("" in hosts or any(told.reading.keys[token.i] in hosts for token in above)):
        return None
    for index, there in enumerate(told.drafts):
        head = doc[told.mentions[index].head]
        subject = head.head.i == verb.i and head.dep_.startswith("nsubj")
        if subject and is_personal(there) and told.mentions[index].parties:
            return _is(own, told.mentions[index].parties[0].country, "leader")
    return None


def _by_owner(draft: Draft, own: Said, told: Told) -> Answer:
    """His minister, Putin's spokesman: the owner's; a counterpart is the coder's; an unknown owner's is no one's."""
    if draft.heads and draft.heads[-1].kind == "counterpart":
        return own._replace(why="counterpart"), -1
    if draft.owned and told.mentions and told.mentions[-1].kind == "pronoun" and told.mentions[-1].parties:
        countries = {side.country for side in told.mentions[-1].parties}
        if len(countries) > 1:  # their armies: of both, which one phrase cannot be
            return own._replace(why="unknown owner"), -1
        return _is(own, countries.pop(), "owner")
    if draft.owner and (back := namesake(draft.owner, told)) >= 0:
        return _is(own, told.mentions[back].parties[0].country, "owner")
    if (draft.owner or _of_unknown(draft, told)) and not _local(draft, own):
        known = is_kin(draft) and told.scene.alone
        return _is(own, told.scene.alone, "about") if known else (own._replace(why="unknown owner"), -1)
    return None


def _local(draft: Draft, own: Said) -> bool:
    """Whether an owner that no list has is but a town or unit: police, officers, mayors are of no country by name."""
    mayor = any(head.entry is not None and head.entry.id in TOWNS for head in draft.heads)
    return mayor or own.sector == "COP" or draft.role == "rank"


def _by_clause(draft: Draft, own: Said, told: Told) -> Answer:
    return _is(own, owner_past_clause(draft, told), "owner")


def _by_falling(draft: Draft, own: Said, told: Told) -> Answer:
    """Those of whose death a word for one's own dead tells are the home country's: "दो जवान शहीद हुए"."""
    doc, fallen = told.reading.doc, told.reading.pack.reference.links["fallen"]
    if not told.scene.at_home or draft.nations or draft.role not in ("people", "force", "rank", "official"):
        return None
    verb = doc[draft.end - 1].head
    words = {told.reading.keys[i] for i in range(max(draft.start - 1, 0), draft.start + 1)}
    if doc[draft.end - 1].dep_.startswith("nsubj"):
        words |= {told.reading.keys[verb.i], *(told.reading.keys[child.i] for child in verb.children)}
    return None if fallen.isdisjoint(words) else _is(own, told.scene.home, "fallen")


def _by_the_country(draft: Draft, own: Said, told: Told) -> Answer:
    """The country's leader: of the country last named."""
    return _is(own, _of_the_country(draft, told), "owner")


def _by_there(draft: Draft, own: Said, told: Told) -> Answer:
    return _is(own, place_told(draft, told), "place")


def _by_site(draft: Draft, own: Said, told: Told) -> Answer:
    """Police in Nairobi, a court in Minsk: of the place right after them. Whose diplomats are there is unsaid."""
    if told.reading.pack.grammar.markers.stands == "after" or draft.name or not draft.heads:
        return None
    found = site(draft.end, told)
    if found is None or found.entry is None:
        return None
    if draft.role == "envoy":
        return own._replace(why="nameless"), -1
    settled = draft.role in SETTLED and own.sector not in UNSETTLED
    return _is(own, found.entry.country, "place") if settled else None


def _by_their_place(draft: Draft, own: Said, told: Told) -> Answer:
    return _is(own, place_before(draft, told), "place") if _several(draft, told) else None


def _by_office(draft: Draft, own: Said, told: Told) -> Answer:
    """The ministry, the minister: as when last met; a new name makes it another mention."""
    back = same_office(draft, told)
    if back < 0:
        return None
    earlier = told.mentions[back].parties[0]
    if draft.role == "force" and _at_war(earlier.country, told):
        return None  # "the army", after a word of the enemy's, is the home country's
    return Said(earlier.country, own.sector or earlier.sector, "office"), back if draft.name is None else -1


def _at_war(country: str, told: Told) -> bool:
    """Whether a story of the home country is as much of it as of the other whose force was named."""
    home, named = told.scene.home, told.scene.countries
    return bool(home) and country != home == told.scene.country and named[home] >= named[country]


def _by_article(draft: Draft, own: Said, told: Told) -> Answer:
    """The sailors: those last met whose words named their country, where "the" says that they are known."""
    index = known_crowd(draft, told)
    return None if index < 0 else (Said(told.mentions[index].parties[0].country, own.sector, "office"), index)


def _by_body(draft: Draft, own: Said, told: Told) -> Answer:
    court = court_met(told) if own.sector == COURT and draft.role not in BODIES else ""
    return _is(own, body_met(draft, told) or court, "body")


def _by_default(draft: Draft, own: Said, _: Told) -> Answer:
    known = (h.entry.default_country for h in draft.heads if h.entry and h.entry.default_country)
    return _is(own, next(known, ""), "default")


def _by_foe(draft: Draft, own: Said, told: Told) -> Answer:
    """Rebels beside a government are its own: "Mali's government and | an alliance of rebel groups"."""
    if own.sector not in FOES or draft.nations or draft.name or not told.mentions:
        return None
    last, joiners = told.mentions[-1], told.reading.pack.reference.links["joiners"]
    between = range(last.end, draft.start)
    beside = 0 < len(between) <= BESIDE and any(told.reading.keys[i] in joiners for i in between)
    state = beside and told.drafts[-1].sentence == draft.sentence and last.parties
    return _is(own, last.parties[0].country, "foe") if state and last.parties[0].sector == "GOV" else None


def _by_rising(draft: Draft, own: Said, told: Told) -> Answer:
    """The rebels: of the country of those who rose before, wherever the talks are held."""
    return _is(own, risen_before(draft, own.sector, told), "sector") if own.sector in FOES else None


def _by_place(draft: Draft, own: Said, told: Told) -> Answer:
    # Refugees are not of the country that they are in, nor whoever is but named there.
    bare = draft.name is not None and not draft.heads
    elsewhere = bare or own.sector == "REF" or (draft.role in ("minister", "head") and told.scene.home)
    return None if elsewhere else _is(own, place_before(draft, told), "place")


def _by_team(draft: Draft, own: Said, told: Told) -> Answer:
    if is_personal(draft) and (team := _led(draft, told)):
        return _is(own, team, "body")
    return _is(own, _team(draft, told), "body") if draft.role == "rank" else None


def _by_abroad(draft: Draft, own: Said, told: Told) -> Answer:
    """A head of state or government whom the list of people lacks is not the home country's; nor a minister met."""
    unknown = draft.role == "head" or (draft.role == "minister" and _met_abroad(draft, told))
    return _is(own, told.scene.abroad, "abroad") if draft.name and unknown else None


def _by_list(draft: Draft, own: Said, told: Told) -> Answer:
    """The next of a list of officials: "राष्ट्रपति सोलिह, | विदेश मंत्री शाहिद और | अन्य नेताओं से"."""
    if not told.mentions or draft.role not in PERSONAL:
        return None
    last, joiners = told.mentions[-1], told.reading.pack.grammar.coordinators
    beside = draft.start == last.end + 1 and told.reading.keys[last.end] in joiners
    listed = beside and last.parties and told.drafts[-1].role in (*PERSONAL, "force")
    return _is(own, last.parties[0].country, "list") if listed else None


def _by_story(draft: Draft, own: Said, told: Told) -> Answer:
    if draft.role not in (*PERSONAL, "body", "force"):
        return None
    abroad = any(head.entry and head.entry.id in DIPLOMATIC for head in draft.heads)  # who speaks of other countries
    return _is(own, told.scene.home if abroad and told.scene.at_home else told.scene.country, "story")


def _by_sector(_: Draft, own: Said, told: Told) -> Answer:
    """The army chief in a story that leaves its country open: that of the army last met."""
    if own.sector in ("", "CVL", "GOV"):
        return None
    for there, found in zip(reversed(told.drafts), reversed(told.mentions), strict=True):
        for side in found.parties:
            # A defence ministry is of the army's sector, but no army chief's country.
            if side.sector == own.sector and side.country and there.role != "body":
                return _is(own, side.country, "sector")
    return None


def _by_army(draft: Draft, own: Said, told: Told) -> Answer:
    """The general, the troops: of the one country whose forces the story has named, if it is about them."""
    if own.sector not in ARMIES or draft.nations:
        return None
    named = {
        side.country
        for there, found in zip(told.drafts, told.mentions, strict=True)
        for side in found.parties
        if there.nations and side.sector == own.sector
    }
    country = named.pop() if len(named) == 1 else ""
    # "The army said" at home, after a word of a foreign army's gift, is the army at home.
    about, home = told.scene.countries[country], told.scene.countries[told.scene.country]
    return _is(own, country, "sector") if about >= home else None


def _by_leader(draft: Draft, own: Said, told: Told) -> Answer:
    return _is(own, _leader(draft, told), "leader") if draft.role == "group-noun" else None


def _by_group(draft: Draft, own: Said, told: Told) -> Answer:
    """The delegation: the team, party or mission met before."""
    if draft.role != "group-noun" or draft.name:
        return None
    for index in range(len(told.drafts) - 1, -1, -1):
        there, sides = told.drafts[index], told.mentions[index].parties
        if there.role == "group-noun" and sides and sides[0].country:
            return Said(sides[0].country, sides[0].sector or own.sector, "office"), index
    return None


def _by_theme(draft: Draft, own: Said, told: Told) -> Answer:
    """Crowds are of the country that the story is about; persons of no office, if it hardly names another."""
    crowd = draft.role == "people" and draft.heads[-1].kind != "state"
    unheard = draft.name is not None and not draft.heads and draft.person is None
    return _is(own, told.scene.about if crowd else told.scene.alone if unheard else "", "about")


def _several(draft: Draft, told: Told) -> bool:
    """Whether the phrase means several officials of one place, not an office met before."""
    plural = "Number=Plur" in told.reading.doc[draft.end - 1].morph
    return draft.name is None and draft.role == "official" and (draft.counted or plural)


def _is_body(head: Atom) -> bool:
    return head.entry is not None and head.entry.role in BODIES


def _team(draft: Draft, told: Told) -> str:
    """The country of the body that an officer is named beside, in the same sentence."""
    for index in range(len(told.drafts) - 1, -1, -1):
        other = told.drafts[index]
        if other.sentence != draft.sentence:
            return ""
        if any(_is_body(head) for head in other.heads) and told.mentions[index].parties:
            return told.mentions[index].parties[0].country
    return ""


def _led(draft: Draft, told: Told) -> str:
    """The country of the delegation that this person leads: "प्रतिनिधिमंडल का नेतृत्व | विदेश सचिव"."""
    if not told.drafts or told.drafts[-1].role != "group-noun" or not told.mentions[-1].parties:
        return ""
    between = range(told.mentions[-1].end, draft.start)
    near = 0 < len(between) <= LEADING and any(told.reading.hosts_verb(i) for i in between)
    return told.mentions[-1].parties[0].country if near else ""


def _leader(draft: Draft, told: Told) -> str:
    """The country of the person who leads a delegation, named right before it."""
    for index in range(len(told.drafts) - 1, -1, -1):
        other = told.drafts[index]
        if other.sentence != draft.sentence or draft.start - other.end > LEADING:
            return ""
        if is_personal(other) and told.mentions[index].parties:
            return told.mentions[index].parties[0].country
    return ""


def _of_unknown(draft: Draft, told: Told) -> bool:
    """Whether the office is of something that no list has: "X के विदेश मंत्री" is not ours."""
    if not draft.heads or draft.role == "people" or not owned_by_words(draft, told):
        return False
    if told.reading.keys[draft.start - 2] in told.reading.pack.reference.place_nouns:
        return False  # a province of some name lies in the country that the story tells
    weak = draft.heads[-1].entry is not None and draft.heads[-1].entry.weak
    return bool(weak or told.reading.doc[draft.start - 2].pos_ == "PROPN")


def _of_the_country(draft: Draft, told: Told) -> str:
    """The country last named, where the phrase is "the country's": its own words say whose it is, though not which."""
    reading, start = told.reading, draft.start
    if start < THE_COUNTRYS or not owned_by_words(draft, told):
        return ""
    article, word = reading.keys[start - THE_COUNTRYS], reading.keys[start - 2]
    pointer = reading.pack.reference.phrases.get((word,))
    state = pointer is not None and pointer.kind == STATE and "Number=Plur" not in reading.doc[start - 2].morph
    articles = reading.pack.reference.links["articles"]
    if not state or (article not in articles if articles else reading.doc[start - THE_COUNTRYS].pos_ == "DET"):
        return ""
    if not articles and told.scene.countries[told.scene.home]:
        return ""  # at home "the country" is one's own
    near = (
        m
        for d, m in zip(reversed(told.drafts), reversed(told.mentions), strict=True)
        if d.sentence + 1 >= draft.sentence
    )
    return next((p.country for m in near for p in m.parties if p.country and p.country not in BEYOND), "")


def _met_abroad(draft: Draft, told: Told) -> bool:
    """Whether a minister is met in a story that is about one foreign country: followed by a marker, no subject's."""
    markers, following = told.reading.pack.grammar.markers, told.reading.keys[draft.end : draft.end + 1]
    met = markers.stands == "after" and bool(following) and following[0] in (*markers.place, *markers.object)
    return met and told.scene.one_abroad


RULES: tuple[Callable[[Draft, Said, Told], Answer], ...] = (
    _of_states, _of_terrorists, _of_region, by_surname, of_foreigners, _by_falling, _by_the_country, _by_there,
    _by_clause, _by_owner, by_kin, by_relative, _by_lead, by_embassy, _by_site, _by_their_place, _by_article,
    by_speaker, by_who_spoke, by_commander, _by_office, _by_body, _by_default, _by_foe, _by_rising, _by_place, by_spot,
    _by_team, _by_abroad, _by_list, _by_army, _by_story, _by_sector, _by_leader, _by_group, _by_theme, by_those_at_home,
)  # fmt: skip
