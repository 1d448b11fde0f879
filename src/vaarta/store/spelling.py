"""How else a name is written: by its actor's names in every pack, so that Modi finds मोदी and WHO विश्व स्वास्थ्य संगठन."""

from collections.abc import Iterator, Mapping
from functools import cache

from vaarta.packs import languages, load
from vaarta.packs.names import NameEntry, fold_phrase
from vaarta.packs.offices import Phrases, known_phrases
from vaarta.text import words

__all__ = ["office_names", "office_spellings", "place_spellings", "spellings", "terms"]

ACTORS = frozenset({"country", "organisation", "group", "party", "person"})
LONGEST = 6  # words of a name looked for in a question


def spellings(name: str) -> tuple[str, ...]:
    """The name, and every other name of what it names, in any language, less weak ones, which mean much else."""
    known = {entry for pack in _packs() for entry in _meant(pack, name)}
    others = dict.fromkeys(other for actor in sorted(known) for other in _names().get(actor, ()))
    return tuple(dict.fromkeys((name, *others)))


def place_spellings(name: str) -> tuple[str, ...]:
    """The name of a place, and every other name of the largest place it names, in any language; a capital's first."""
    capitals = {
        entry.id
        for pack in _packs()
        for entry in pack.get(fold_phrase(name)) or ()
        if entry.kind == "capital" and not entry.weak
    }
    others = [other for country in sorted(capitals) for other in _capitals().get(country, ())]
    return tuple(dict.fromkeys((name, *(others or _towns(name)))))


def office_spellings(words: str) -> tuple[str, ...]:
    """The words of an office, and every other name of the office they are, in any language, less weak ones."""
    ids = {entry.id for pack in _packs() for entry in pack.get(fold_phrase(words)) or () if _is_office(entry)}
    others = [name for lang in languages() for office in sorted(ids) for name in office_names(lang).get(office, ())]
    return tuple(dict.fromkeys((words, *others)))


@cache
def office_names(lang: str) -> Mapping[str, tuple[str, ...]]:
    """The names of each office in a language, by the office's id, in the order of the pack, less weak ones."""
    names: dict[str, dict[str, None]] = {}
    for entries in known_phrases(lang).values():
        for entry in entries:
            if _is_office(entry):
                names.setdefault(entry.id, {})[entry.name] = None
    return {office: tuple(told) for office, told in names.items()}


def _is_office(entry: NameEntry) -> bool:
    return entry.kind == "office" and not entry.weak


def _towns(name: str) -> Iterator[str]:
    packs = [load(lang).places for lang in languages()]
    found = (place for pack in packs for place in pack.named(fold_phrase(name))[:1])
    largest = max(found, key=lambda place: place.population, default=None)
    if largest:
        yield largest.name
        for pack in packs:
            for names in (pack.written, pack.further):
                yield from (key for key, numbers in names.items() if largest.id in numbers)


def terms(text: str) -> Iterator[tuple[str, ...]]:
    """The words of a question, each with its other spellings; the words of a name that is known are one term."""
    spans = tuple(words(text))
    start = 0
    while start < len(spans):
        end, found = _longest(text, spans, start)
        yield found
        start = end


def _longest(text: str, spans: tuple[tuple[int, int], ...], start: int) -> tuple[int, tuple[str, ...]]:
    for end in range(min(len(spans), start + LONGEST), start, -1):
        name = text[spans[start][0] : spans[end - 1][1]]
        found = spellings(name)
        if len(found) > 1 or end == start + 1:
            return end, found
    raise AssertionError  # a span of one word always ends the loop


def _meant(pack: Phrases, name: str) -> Iterator[str]:
    for entry in pack.get(fold_phrase(name)) or ():
        if entry.kind in ACTORS and not entry.weak:
            yield entry.id


@cache
def _packs() -> tuple[Phrases, ...]:
    """The names of every language, without office holders at large: those are many, and found by sound."""
    return tuple(map(known_phrases, languages()))


@cache
def _capitals() -> Mapping[str, tuple[str, ...]]:
    """Every name of a country's capital, by the country's code, in all languages."""
    names: dict[str, dict[str, None]] = {}
    for pack in _packs():
        for key, entries in pack.items():
            for entry in entries:
                if entry.kind == "capital" and not entry.weak:
                    names.setdefault(entry.id, {})[" ".join(key)] = None
    return {country: tuple(told) for country, told in names.items()}


@cache
def _names() -> Mapping[str, tuple[str, ...]]:
    """Every name of an actor that is not weak, by the actor's id, in all languages."""
    names: dict[str, dict[str, None]] = {}
    for pack in _packs():
        for key, entries in pack.items():
            for entry in entries:
                if entry.kind in ACTORS and not entry.weak:
                    names.setdefault(entry.id, {})[" ".join(key)] = None
    return {actor: tuple(told) for actor, told in names.items()}
