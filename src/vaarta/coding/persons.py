"""Whether two tellings name the same people: five meetings with five ministers are five."""

from collections.abc import Iterable

from vaarta.records import Party
from vaarta.text import fold

__all__ = ["other_people", "same_person"]

LEAST = 3  # letters of a word that can be a name of its own: initials and "al" are none
BENCH = "JUD"  # a judge and his court are one


def other_people(left: Iterable[Party], right: Iterable[Party], *, by_office: bool = True) -> bool:
    """Whether both name persons of one country, and different ones.

    With `by_office` also if one is named and the other told by an office that is not his: the envoy and the president.
    """
    here, there = [*left], [*right]
    return any(
        _others(
            [p for p in here if p.country == country], [p for p in there if p.country == country], by_office=by_office
        )
        for country in {p.country for p in here} & {p.country for p in there}
    )


def _others(here: list[Party], there: list[Party], *, by_office: bool) -> bool:
    named, known = [p for p in here if p.name], [p for p in there if p.name]
    if named and known and not any(same_person(one, other) for one in named for other in known):
        return True
    return by_office and bool(named) != bool(known) and _other_offices(here, there)


def same_person(one: Party, other: Party) -> bool:
    """Whether two parties by name may be one: known as one, or one's name is part of the other's, however spaced."""
    if one.actor_id and one.actor_id == other.actor_id:
        return True
    here, there = fold(one.name).split(), fold(other.name).split()
    if min(len(here), len(there)) > 1 and _begins("".join(here), "".join(there)):
        return True
    words, others = ({word for word in name if len(word) >= LEAST} for name in (here, there))
    return bool(words and others) and (words <= others or others <= words)


def _begins(here: str, there: str) -> bool:
    return here.startswith(there) or there.startswith(here)


def _other_offices(left: list[Party], right: list[Party]) -> bool:
    """Whether one person is named and the other told by an office that shares no word with his: envoy and president."""
    if all(p.sector == BENCH for p in (*left, *right)):
        return False
    here, there = ({w for p in side for w in _words(p.office)} for side in (left, right))
    return bool(here and there) and not here & there


def _words(office: str) -> set[str]:
    """The words of an office but names of countries, which begin with capitals."""
    return {word for word in office.split() if word.islower()} or set(office.split())
