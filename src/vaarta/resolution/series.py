"""Series of engagements: the rounds of one dialogue, gathered from all stories that tell of any of them."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

from vaarta.packs.sounds import script_of, sounds_of
from vaarta.records import Engagement, Entry, Record

__all__ = ["RECURRING", "Round", "Series", "gather_series"]

Key: TypeAlias = tuple[str, tuple[str, ...], tuple[str, ...]]  # kind, sides, how the name sounds
RECURRING = ("dialogue-round", "exercise", "summit", "conference")


class Round(Record, frozen=True, kw_only=True):
    """One round: its number if told, its days ("" if unknown), where it stands, and its entry."""

    number: int | None
    first: str
    last: str
    standing: str
    entry: str


class Series(Record, frozen=True, kw_only=True):
    """A series: its name as the best claims have it ("" if none does), its sides, and its rounds in order."""

    name: str
    kind: str
    parties: tuple[str, ...]
    rounds: tuple[Round, ...]


def gather_series(
    entries: Iterable[Entry], engagements: Mapping[str, Engagement], *, least: int = 2
) -> Iterator[Series]:
    """The series that have `least` rounds or more, by sides and name. `engagements` are the claims by their ids.

    Entries belong together if kind and sides are the same and their names sound the same in any script; rounds of a
    dialogue also if none has a name. Names in two scripts that one entry is told of by are names of one series. Rounds
    are in the order of their numbers, else of their days.
    """
    groups: dict[Key, list[Entry]] = {}
    same: dict[Key, Key] = {}
    for entry in entries:
        best = engagements.get(entry.best)
        if best and best.kind in RECURRING and best.parties:
            heard = {sounds for name in _names(entry, engagements) if (sounds := sounds_of(name))}
            if heard or best.kind == RECURRING[0]:
                keys = [(best.kind, best.parties, sounds) for sounds in heard or {()}]
                first = min(_root(key, same) for key in keys)
                same.update((_root(key, same), first) for key in keys)
                groups.setdefault(first, []).append(entry)
    whole: dict[Key, list[Entry]] = {}
    for key, members in groups.items():
        whole.setdefault(_root(key, same), []).extend(members)
    for (kind, parties, _), members in sorted(whole.items()):
        rounds = sorted((_round(entry, engagements) for entry in members), key=_order)
        if len(rounds) >= least:
            names = [name for entry in members if (name := _most(_told(entry, engagements)))]
            yield Series(name=_most(names), kind=kind, parties=parties, rounds=tuple(rounds))


def _root(key: Key, same: Mapping[Key, Key]) -> Key:
    """The key that stands for all names of a series."""
    while same.get(key, key) != key:
        key = same[key]
    return key


def _names(entry: Entry, engagements: Mapping[str, Engagement]) -> Iterator[str]:
    """The name of the series that most of an entry's claims give, in each script."""
    names: dict[str, list[str]] = {}
    for name in _told(entry, engagements):
        names.setdefault(script_of(next(filter(str.isalpha, name), name)), []).append(name)
    return map(_most, names.values())


def _told(entry: Entry, engagements: Mapping[str, Engagement]) -> list[str]:
    told = [engagements[claim] for claim in entry.told_by if claim in engagements]
    return [name for claim in told if (name := claim.series or claim.name)]


def _most(names: list[str]) -> str:
    """The name that is given most often; "" of none."""
    return max(sorted(set(names)), key=names.count, default="")


def _round(entry: Entry, engagements: Mapping[str, Engagement]) -> Round:
    told = [engagements[claim] for claim in (entry.best, *entry.told_by) if claim in engagements]
    when = next((claim.when for claim in told if claim.when), None)
    held = any(claim.standing == "happened" for claim in told)
    return Round(
        number=next((claim.round for claim in told if claim.round), None),
        first=when.first if when else "",
        last=when.last if when else "",
        standing="happened" if held else told[0].standing,
        entry=entry.id,
    )


def _order(one: Round) -> tuple[int, str, str]:
    return one.number or 0, one.first or one.last, one.entry
