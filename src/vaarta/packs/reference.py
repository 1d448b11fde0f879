"""How a language points: pronouns, "both sides", "here", what joins the parts of a name: reference.toml of a pack."""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Literal

import msgspec

from vaarta.errors import PackError
from vaarta.packs.names import fold_phrase
from vaarta.records import Record
from vaarta.toml import read_toml

__all__ = ["Pointer", "PointerKind", "ReferencePack", "load_reference"]

PointerKind = Literal[
    "both", "building", "counterpart", "few", "here", "modifier", "prefix", "pronoun", "region", "source",
    "spoiler-after", "spoiler-before", "state",
]  # fmt: skip
LISTS: dict[str, PointerKind] = {
    "counterparts": "counterpart",
    "few": "few",
    "here": "here",
    "modifiers": "modifier",
    "regions": "region",
    "sources": "source",
    "spoilers_after": "spoiler-after",
    "spoilers_before": "spoiler-before",
    "states": "state",
}
LINKS = (
    "around", "arrivals", "articles", "bordering", "borders", "capitals", "complements", "custody", "elsewhere",
    "fallen",
    "foreign", "halves", "hits", "hosts", "inside", "joiners", "journeys", "partitives", "possessives",
    "leanings_after", "leanings_before", "opposing", "origins", "quarters", "realms", "reporters", "schemes",
    "senders", "sights", "sites", "sometimes", "strikes", "there", "treaties",
)  # fmt: skip


class Pointer(Record, frozen=True, kw_only=True):
    """What a word or phrase of reference.toml does.

    Of a pronoun: `person` is 1 or 3; `number` one, many or any; `own` says that it means its clause's subject, `owns`
    that what follows is its (their, उनके). `of` is what a pronoun may stand for (person, thing, any), or what "both"
    counts (countries, people, any); `pick` which of two named together is meant (the former, the latter). `sector` is
    that of a building, or that a prefix gives to an office.
    """

    kind: PointerKind
    person: int = 3
    number: Literal["one", "many", "any"] = "any"
    of: Literal["person", "thing", "any", "countries", "people"] = "any"
    sector: str = ""
    own: bool = False
    owns: bool = False
    count: int = 2
    pick: Literal["", "first", "last"] = ""


class PronounRow(Record, frozen=True, kw_only=True):
    forms: tuple[str, ...]
    owners: tuple[str, ...] = ()
    person: Literal[1, 3] = 3
    number: Literal["one", "many", "any"] = "any"
    of: Literal["person", "thing", "any"] = "any"
    own: bool = False


class BothRow(Record, frozen=True, kw_only=True):
    """`forms` as they are, and each of `words` before each noun of `sides`; `pick` says which one is meant alone."""

    count: int = 2
    pick: Literal["", "first", "last"] = ""
    forms: tuple[str, ...] = ()
    of: Literal["countries", "people", "any"] = "any"
    words: tuple[str, ...] = ()


class ReferenceFile(Record, frozen=True, kw_only=True):
    """reference.toml as written; docs/recognition.md says what each list is for."""

    home: str = ""
    honorific: bool = False
    home_sites: tuple[str, ...] = ()
    around: tuple[str, ...] = ()
    arrivals: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    bordering: tuple[str, ...] = ()
    borders: tuple[str, ...] = ()
    complements: tuple[str, ...] = ()
    custody: tuple[str, ...] = ()
    elsewhere: tuple[str, ...] = ()
    halves: tuple[str, ...] = ()
    counterparts: tuple[str, ...] = ()
    fallen: tuple[str, ...] = ()
    few: tuple[str, ...] = ()
    foreign: tuple[str, ...] = ()
    here: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()
    inside: tuple[str, ...] = ()
    joiners: tuple[str, ...] = ()
    journeys: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()
    hits: tuple[str, ...] = ()
    leanings_after: tuple[str, ...] = ()
    leanings_before: tuple[str, ...] = ()
    opposing: tuple[str, ...] = ()
    origins: tuple[str, ...] = ()
    modifiers: tuple[str, ...] = ()
    partitives: tuple[str, ...] = ()
    possessives: tuple[str, ...] = ()
    quarters: tuple[str, ...] = ()
    realms: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    reporters: tuple[str, ...] = ()
    schemes: tuple[str, ...] = ()
    senders: tuple[str, ...] = ()
    sights: tuple[str, ...] = ()
    sites: tuple[str, ...] = ()
    sometimes: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    spoilers_after: tuple[str, ...] = ()
    spoilers_before: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    strikes: tuple[str, ...] = ()
    there: tuple[str, ...] = ()
    treaties: tuple[str, ...] = ()
    buildings: Mapping[str, str]
    prefixes: Mapping[str, str]
    homonyms: Mapping[str, tuple[str, ...]]
    dateline_seats: Mapping[str, str] = {}
    place_nouns: Mapping[Literal["city", "admin1", "district", "other"], tuple[str, ...]] = {}
    pronouns: tuple[PronounRow, ...] = ()
    both: tuple[BothRow, ...] = ()
    sides: Mapping[Literal["countries", "people"], tuple[str, ...]] = {}


class ReferencePack(Record, frozen=True, kw_only=True):
    """A language's pointing words. `phrases` is keyed as names are: tuples of folded words; `longest` is most words.

    `links` are the small words between names, by what they do: articles, complements (of), origins (from), hosts
    (ambassador *to*), joiners, possessives ('s, का), and the place markers inside (in) and around (from), their words
    joined by spaces;
    `senders` are verbs whose object is sent to where he is said to serve ("sent an envoy to Mali");
    journeys (visit, दौरा) and arrivals (verbs: reach, पहुंचना) make what is visited a place, without a marker; beside
    them and strikes (attack, हमला) the markers that only sometimes make a place (पर, से, to) do;
    `sights` are what a visitor sees or attends (museum, मंदिर, समारोह): stops of a visit, not the visit;
    `sites` are parts of a town and what stands in it ("काबुल के एक होटल में", "Baghdad's suburbs"), `quarters` words for
    which part ("northern Syria", "central London"), `hits` verbs of striking ("struck Kyiv"), `capitals` words for a
    country's seat ("the Afghan capital"): with these a country or capital is a place, too;
    leanings say, joined to a country by a hyphen, that someone is for, against or kept by it: pro-Russian, Iran-backed;
    of these `opposing` tell whom a protest is against: "anti-Russian slogans";
    reporters (correspondent, संवाददाता) open a dateline before its place.
    `schemes` end the name of a thing that is called after an office: "प्रधानमंत्री आवास योजना".
    `treaties` are called after the towns before them: "पेरिस समझौता", "Kyoto Protocol".
    `elsewhere` say of people that they are of another country.
    `halves` are what a half of a parted country may be called: the North.
    `bordering` are words of what lies beside a country: "नेपाल से | लगे जिले", "चीन के साथ सीमा | साझा करते राज्य".
    `custody` are words for what befalls whom the law holds: उसकी जमानत is a person's, of whom the singular is used.
    `fallen` are words for the dead of one's own side alone: शहीद.
    `realms` may end a country's name: "केन्या गणराज्य".
    `there` are words for a place told before, which may own what is there: "वहां के राष्ट्रपति".
    `honorific` says that verbs are in the plural for one respected person, and in the singular for none.
    `home` is the country meant where none is said, in stories of `home_sites` or without another dateline.
    `homonyms` gives, for an ambiguous name, words beside which it is not the name (चीनी beside किलो is sugar).
    `dateline_seats` are organisations that datelines name as places, with the country that they lie in (the UN's: USA).
    `place_nouns` are words for kinds of places (province, शहर), each with the kind that the gazetteer has, or "other".
    """

    phrases: Mapping[tuple[str, ...], Pointer]
    longest: int
    links: Mapping[str, frozenset[str]]
    home: str = ""
    honorific: bool = False
    home_sites: tuple[str, ...] = ()
    homonyms: Mapping[str, frozenset[str]]
    place_nouns: Mapping[str, str]
    dateline_seats: Mapping[tuple[str, ...], str]


@cache
def load_reference(folder: Path) -> ReferencePack:
    """The pointing words of the pack in `folder`. Raises PackError if reference.toml is missing or malformed."""
    told = read_toml(folder / "reference.toml", ReferenceFile, PackError)
    phrases: dict[tuple[str, ...], Pointer] = {}
    for phrase, pointer in _pointers(told):
        phrases.setdefault(fold_phrase(phrase), pointer)
    return ReferencePack(
        phrases=phrases,
        longest=max(map(len, phrases), default=1),
        links={name: frozenset(" ".join(fold_phrase(word)) for word in getattr(told, name)) for name in LINKS},
        home=told.home,
        honorific=told.honorific,
        home_sites=told.home_sites,
        homonyms={fold_phrase(word)[0]: frozenset(fold_phrase(near)[0] for near in found)
                  for word, found in told.homonyms.items()},
        dateline_seats={fold_phrase(name): country for name, country in told.dateline_seats.items()},
        place_nouns={fold_phrase(word)[0]: kind for kind, found in told.place_nouns.items() for word in found},
    )  # fmt: skip


def _pointers(told: ReferenceFile) -> Iterator[tuple[str, Pointer]]:
    for row in told.pronouns:
        pronoun = Pointer(kind="pronoun", person=row.person, number=row.number, of=row.of, own=row.own)
        yield from ((form, pronoun) for form in row.forms)
        yield from ((form, msgspec.structs.replace(pronoun, owns=True)) for form in row.owners)
    for both in told.both:
        pointer = Pointer(kind="both", number="many", of=both.of, count=both.count, pick=both.pick)
        yield from ((form, pointer) for form in both.forms)
        for of, nouns in told.sides.items():
            sides = msgspec.structs.replace(pointer, of=of)
            yield from ((f"{word} {noun}", sides) for word in both.words for noun in nouns)
    yield from ((word, Pointer(kind="building", sector=sector)) for word, sector in told.buildings.items())
    yield from ((word, Pointer(kind="prefix", sector=sector)) for word, sector in told.prefixes.items())
    for name, kind in LISTS.items():
        yield from ((word, Pointer(kind=kind)) for word in getattr(told, name))
