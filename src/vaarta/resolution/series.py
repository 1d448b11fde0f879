"""Series of engagements: the rounds of one dialogue, gathered from all stories that tell of any of them."""

from collections.abc import Iterable, Iterator, Mapping

from vaarta.packs.sounds import sounds_of
from vaarta.records import Engagement, Entry, Record

__all__ = ["RECURRING", "Round", "Series", "gather_series"]

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
    dialogue also if none has a name. Rounds are in the order of their numbers, else of their days.
    """
    groups: dict[tuple[str, tuple[str, ...], tuple[str, ...]], list[Entry]] = {}
    for entry in entries:
        best = engagements.get(entry.best)
        if best and best.kind in RECURRING and best.parties:
            name = _name(entry, engagements)
            if name or best.kind == RECURRING[0]:
                groups.setdefault((best.kind, best.parties, sounds_of(name)), []).append(entry)
    for (kind, parties, _), members in sorted(groups.items()):
        rounds = sorted((_round(entry, engagements) for entry in members), key=_order)
        if len(rounds) >= least:
            names = [name for entry in members if (name := _name(entry, engagements))]
            name = max(sorted(set(names)), key=names.count, default="")
            yield Series(name=name, kind=kind, parties=parties, rounds=tuple(rounds))


def _name(entry: Entry, engagements: Mapping[str, Engagement]) -> str:
    """The series that most of an entry's claims name; "" if none does."""
    told = [engagements[claim] for claim in entry.told_by if claim in engagements]
    names = [name for claim in told if (name := claim.series or claim.name)]
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
