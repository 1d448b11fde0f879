"""Which of several places of one name is meant: Hyderabad in India or in Pakistan, Georgia the country or the state."""

from collections import Counter
from collections.abc import Iterator
from math import log10
from typing import NamedTuple

from vaarta.ontology import load_ontology
from vaarta.ontology.gazetteer import PlaceEntry
from vaarta.packs.names import fold_phrase
from vaarta.recognition.parties import locative
from vaarta.recognition.phrases import Atom, Reading
from vaarta.recognition.towns import HYPHENS, place_name

__all__ = ["Choice", "settled"]

DIVISIONS = frozenset({"admin1", "district"})
NATIONS = frozenset({"country", "capital", "place"})
VOTERS = frozenset({"adjective", "capital", "country", "seat"})
# Weights in powers of ten of people: a namesake in the sentence's country may be a hundred times smaller.
ENCLOSED, DIVISION, SENTENCE, STORY, HOME = 6.0, 8.0, 2.0, 1.5, 1.2
CAPITAL, NOUN = 1.0, 3.0
KIND = {"admin1": -1.0, "district": -0.2}  # Kharkiv is the city, unless the words say the region
OFTEN, MOSTLY = 3, 0.8  # how often, and in what share, a story names a country whose state is meant by a country's name
LEAST = 1000  # people, for places of unknown size
SMALLER = 10  # times smaller than the greatest namesake: its country in the sentence is not enough
FAMOUS = 300_000  # people: who names so great a town and a country after it names two places
TINY = 50  # times smaller than the greatest namesake: not meant, unless its country encloses it


class Choice(NamedTuple):
    """The place meant (None if the gazetteer has none), and what decided.

    `why` is only (there is no other), noun, enclosing, sentence, story, home or prominence.
    """

    place: PlaceEntry | None
    why: str


class Context(NamedTuple):
    """What a story says of countries: how often it names each, and which in each sentence."""

    story: Counter[str]
    sentences: dict[int, Counter[str]]
    home: str


def settled(reading: Reading, home: str) -> tuple[Reading, dict[int, Choice]]:
    """The reading with the place meant for each place and capital, and the choice by the first token of each.

    `home` is the country of the story's readers, "" if unknown.
    """
    candidates = {n: found for n, atom in enumerate(reading.atoms) if (found := _candidates(reading, atom))}
    candidates |= _elsewhere(reading, candidates)
    context = _context(reading, candidates, home)
    atoms, choices = list(reading.atoms), {}
    for n, found in candidates.items():
        atom = reading.atoms[n]
        entry, why = _chosen(reading, n, found, context)
        choices[atom.start] = Choice(entry, why)
        if entry and atom.entry and (entry.country != atom.entry.country or atom.kind == "place"):
            named = place_name(str(entry.id) if entry.id else entry.country, entry.name, entry.country)
            atoms[n] = atom._replace(kind="place", entry=named)
    nations = tuple(atom for atom in atoms if atom.kind in NATIONS)
    return reading._replace(atoms=tuple(atoms), nations=nations), choices


def _words(reading: Reading, atom: Atom) -> list[str]:
    return [key for key in reading.keys[atom.start : atom.end] if key not in HYPHENS]


def _candidates(reading: Reading, atom: Atom) -> list[PlaceEntry]:
    """The places that an atom may mean; of a country, only other countries' divisions of that name."""
    if atom.kind not in NATIONS or atom.entry is None:
        return []
    found = list(reading.pack.places.named(_words(reading, atom)))
    if atom.kind == "country":
        return [entry for entry in found if entry.kind == "admin1" and entry.country != atom.entry.country]
    if atom.kind == "capital":
        capital = _capital(reading, atom.entry.country)
        abroad = [entry for entry in found if entry.country != atom.entry.country]
        return [capital, *abroad] if capital else []
    known = [entry.country for entry in (atom.entry, *atom.others) if entry.id == entry.country]
    greatest = max((entry.population for entry in found), default=0)
    lacking = set(known) - {entry.country for entry in found}
    return [*found, *(_unlisted(country, greatest, atom) for country in sorted(lacking) if found and country)]


def _elsewhere(reading: Reading, candidates: dict[int, list[PlaceEntry]]) -> dict[int, list[PlaceEntry]]:
    """Of towns that the words put into a country where the gazetteer has none of that name, the one there.

    "MADAYA, Syria": wherever the story names it again, it is that one and no small namesake in Myanmar.
    """
    told: dict[tuple[str, ...], list[PlaceEntry]] = {}
    for n, found in candidates.items():
        atom, countries = reading.atoms[n], {entry.country for entry in found}
        holders = [country for country, number in _enclosing(reading, n) if country and not number]
        greatest = max(entry.population for entry in found)
        if atom.kind == "place" and greatest < FAMOUS and holders and not countries & set(holders):
            told[tuple(_words(reading, atom))] = [_unlisted(holders[0], greatest, atom)]
    return {n: told[words] for n in candidates if (words := tuple(_words(reading, reading.atoms[n]))) in told}


def _unlisted(country: str, population: int, atom: Atom) -> PlaceEntry:
    """A place that the pack knows and the gazetteer lacks, as great as the greatest of its name."""
    name = atom.entry.name if atom.entry else ""
    return PlaceEntry(
        id=0, kind="city", country=country, admin1=0, lat=None, lon=None, population=population, name=name
    )


def _capital(reading: Reading, country: str) -> PlaceEntry | None:
    actor = load_ontology().actors.get(country)
    named = reading.pack.places.gazetteer.named(" ".join(fold_phrase(actor.capital))) if actor else ()
    found = [entry for entry in named if entry.country == country]
    return min(found, key=lambda entry: (entry.kind != "capital", -entry.population), default=None)


def _context(reading: Reading, candidates: dict[int, list[PlaceEntry]], home: str) -> Context:
    story: Counter[str] = Counter()
    sentences: dict[int, Counter[str]] = {}
    for n, atom in enumerate(reading.atoms):
        countries = {entry.country for entry in candidates.get(n, ())}
        if atom.kind in VOTERS and atom.entry and not countries - {atom.entry.country}:
            country = atom.entry.country
        elif atom.kind == "place" and len(countries) == 1:
            country = next(iter(countries))
        else:
            continue
        story[country] += 1
        sentences.setdefault(atom.sentence, Counter())[country] += 1
    return Context(story, sentences, home)


def _chosen(reading: Reading, n: int, found: list[PlaceEntry], context: Context) -> tuple[PlaceEntry | None, str]:
    """The place meant and what decided; of a country that is meant as one, no place and ""."""
    atom = reading.atoms[n]
    enclosing = [*_enclosing(reading, n), *(("", number) for number in _inmates(reading, n))]
    noun = _noun(reading, atom)
    greatest = max(entry.population for entry in found)
    fair = [e for e in found if e.population * TINY >= greatest or e.country in {place[0] for place in enclosing}]
    least = 0 if atom.kind == "country" else greatest // SMALLER
    scored = [(_reasons(e, atom.sentence, context, (enclosing, noun, least)), e) for e in fair or found]
    scored.sort(key=lambda pair: sum(pair[0].values()), reverse=True)
    reasons, entry = scored[0]
    if atom.kind == "country" and not _is_division(reading, atom, entry, reasons, context):
        return None, ""
    others = [rival for rival in scored[1:] if rival[1].country != entry.country]
    if not others and atom.kind != "country":
        return entry, "only"
    # A country is greater than any place of its name: what spoke for the place is something else.
    beaten = others[0][0] if others else {"prominence": reasons["prominence"]}
    return entry, max(reasons, key=lambda reason: reasons[reason] - beaten.get(reason, 0.0))


def _is_division(reading: Reading, atom: Atom, entry: PlaceEntry, reasons: dict[str, float], context: Context) -> bool:
    """Whether a country's name is that of a state: the words say so, or the whole story is of the state's country."""
    if reasons["enclosing"] or reasons["noun"] > 0:
        return True
    own = context.story[atom.entry.country] if atom.entry else 0
    told = context.story[entry.country]
    inside = locative(reading, atom.start, atom.end) == "inside"
    return inside and not own and told >= OFTEN and told >= MOSTLY * context.story.total()


def _reasons(
    entry: PlaceEntry, sentence: int, context: Context, beside: tuple[list[tuple[str, int]], str, int]
) -> dict[str, float]:
    """What speaks for a place, with weights. `beside`: what encloses it, its noun, people it needs to be likely."""
    enclosing, noun, least = beside
    near = entry.population >= least and context.sentences.get(sentence, Counter())[entry.country] > 0
    inside = (entry.admin1 > 0 and (entry.country, entry.admin1) in enclosing) or ("", entry.id) in enclosing
    enclosed = (ENCLOSED if any(place[0] == entry.country for place in enclosing) else 0.0) + (
        DIVISION if inside else 0.0
    )
    kind = "city" if entry.kind == "capital" else entry.kind
    return {
        "prominence": log10(max(entry.population, LEAST)) + (CAPITAL if entry.kind == "capital" else 0.0),
        "noun": NOUN if noun == kind else KIND.get(kind, 0.0),
        "enclosing": enclosed,
        "sentence": SENTENCE if near else 0.0,
        "story": STORY * context.story[entry.country] / max(1, context.story.total()),
        "home": HOME if entry.country == context.home else 0.0,
    }


def _noun(reading: Reading, atom: Atom) -> str:
    """The kind of place that the noun beside a name says: Sindh province, district of Leh; "" without one."""
    nouns, keys = reading.pack.reference.place_nouns, reading.keys
    after = keys[atom.end] if atom.end < len(keys) else ""
    if after in nouns:
        return nouns[after]
    complements = reading.pack.reference.links["complements"]
    if atom.start > 1 and keys[atom.start - 1] in complements:
        return nouns.get(keys[atom.start - 2], "")
    return ""


def _enclosing(reading: Reading, n: int) -> Iterator[tuple[str, int]]:
    """The countries and divisions said to hold a place: "कराची, पाकिस्तान", "सिंध के हैदराबाद", "Hyderabad in Sindh".

    Pairs of a country and a division's id, 0 for the country as such.
    """
    atoms, links = reading.atoms, reading.pack.reference.links
    behind, ahead = _holders(reading)
    beside = []
    after = _past(reading, n + 1, ahead)
    listed = atoms[n].kind == "country" and after != n + 1 and reading.keys[atoms[n + 1].start] == ","
    if after != n + 1 and not listed:  # "Georgia, the USA and Ukraine" are three countries
        beside.append(_past(reading, after, links["articles"]))
    if n > 1 and reading.keys[atoms[n - 1].start] in behind:
        beside.append(n - 2)
    for m in beside:
        if not 0 <= m < len(atoms) or atoms[m].sentence != atoms[n].sentence:
            continue
        entry = atoms[m].entry
        if atoms[m].kind == "country" and entry:
            yield entry.country, 0
        yield from ((place.country, place.id) for place in _candidates(reading, atoms[m]) if place.kind in DIVISIONS)


def _inmates(reading: Reading, n: int) -> frozenset[int]:
    """The divisions that hold the place said to lie in this one: "Atlanta, Georgia", "जॉर्जिया के अटलांटा"."""
    atoms, links = reading.atoms, reading.pack.reference.links
    behind, ahead = _holders(reading)
    beside = []
    before = n - 2 if n > 1 and links["articles"].isdisjoint({reading.keys[atoms[n - 1].start]}) else n - 3
    if before >= 0 and reading.keys[atoms[before + 1].start] in ahead:
        beside.append(before)
    if _past(reading, n + 1, behind) == n + 2:
        beside.append(n + 2)
    near = [atoms[m] for m in beside if m < len(atoms) and atoms[m].sentence == atoms[n].sentence]
    return frozenset(place.admin1 for atom in near for place in _candidates(reading, atom) if place.admin1)


def _holders(reading: Reading) -> tuple[frozenset[str], frozenset[str]]:
    """The words between a country and the place in it: where the country comes first (का, 's), and where last (in)."""
    links = reading.pack.reference.links
    marks = frozenset({",", "("})
    if reading.pack.grammar.markers.stands == "after":
        return links["possessives"] | links["hosts"] | links["inside"], marks
    return links["possessives"], marks | links["complements"] | links["inside"]


def _past(reading: Reading, n: int, words: frozenset[str]) -> int:
    """The atom after atom n if that is one of the words, else n."""
    if n < len(reading.atoms) and reading.keys[reading.atoms[n].start] in words:
        return n + 1
    return n
