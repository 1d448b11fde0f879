"""What claims of one thing contradict each other in: shown, never hidden or averaged away."""

from collections.abc import Callable, Iterator, Sequence
from itertools import combinations
from typing import Literal, TypeAlias

from vaarta.packs.offices import rank_of
from vaarta.records import Claim, Dispute, Engagement
from vaarta.resolution.tellings import days_of
from vaarta.resolution.towns import near, town_of

__all__ = ["disputes_of"]

Answer: TypeAlias = Callable[[Claim], str]
LOWEST = 9  # below the last rank of an office


def disputes_of(claims: Sequence[Claim]) -> tuple[Dispute, ...]:
    """Where claims of one thing exclude each other: days, country, town, hosts, level, round, whether it was held.

    Days are disputed if they do not meet, hosts if no country is named by all who name any, the level if the highest
    office of one country's heads is of another rank (a minister, a secretary).
    What was planned and then happened is no dispute; what was said to have happened, and denied, is.
    """
    if len(claims) == 1:
        return ()
    return tuple(_disputes(claims))


def _disputes(claims: Sequence[Claim]) -> Iterator[Dispute]:
    if _days_exclude(claims):
        yield _dispute("days", claims, _days)
    for field, answer in (("country", _country), ("round", _round)):
        if len({said for claim in claims if (said := answer(claim))}) > 1:
            yield _dispute(field, claims, answer)  # type: ignore[arg-type] # a name of the field, as the type asks
    if _towns_exclude(claims):
        yield _dispute("place", claims, _town)
    hosts = [found for claim in claims if (found := _host_countries(claim))]
    if hosts and not frozenset.intersection(*hosts):
        yield _dispute("hosts", claims, _hosts)
    if any(len(ranks) > 1 for ranks in _ranks(claims).values()):
        yield _dispute("level", claims, _level)
    standings = {claim.standing for claim in claims}
    if "denied" in standings and standings & {"happened", "planned"}:
        yield _dispute("standing", claims, _standing)


def _dispute(
    field: Literal["days", "country", "place", "hosts", "level", "round", "standing"],
    claims: Sequence[Claim],
    answer: Answer,
) -> Dispute:
    answers: dict[str, list[str]] = {}
    for claim in claims:
        if said := answer(claim):
            answers.setdefault(said, []).append(claim.id)
    return Dispute(field=field, answers=tuple((said, tuple(ids)) for said, ids in sorted(answers.items())))


def _days_exclude(claims: Sequence[Claim]) -> bool:
    spans = [days for claim in claims if (days := days_of(claim.when))]
    return bool(spans) and max(first for first, _ in spans) > min(last for _, last in spans)


def _days(claim: Claim) -> str:
    if not claim.when or not days_of(claim.when):
        return ""
    first, last = claim.when.first or claim.when.last, claim.when.last or claim.when.first
    return first if first == last else f"{first} – {last}"


def _country(claim: Claim) -> str:
    return claim.where.country if claim.where else ""


def _towns_exclude(claims: Sequence[Claim]) -> bool:
    """Whether towns of one country are told that are no neighbours: Delhi and New Delhi are one place."""
    towns = [town for claim in claims if (town := town_of(claim))]
    return any(a.country == b.country and not near(a, b) for a, b in combinations(towns, 2))


def _town(claim: Claim) -> str:
    town = town_of(claim)
    return town.name if town else ""


def _ranks(claims: Sequence[Claim]) -> dict[str, set[int]]:
    """The ranks of the highest heads that claims name, by country."""
    ranks: dict[str, set[int]] = {}
    for claim in claims:
        for country, (rank, _) in _highest(claim).items():
            ranks.setdefault(country, set()).add(rank)
    return ranks


def _level(claim: Claim) -> str:
    return "; ".join(f"{country} {office}" for country, (_, office) in sorted(_highest(claim).items()))


def _highest(claim: Claim) -> dict[str, tuple[int, str]]:
    """Of each country that a claim names heads of, the rank and the words of the highest office among them."""
    highest: dict[str, tuple[int, str]] = {}
    for head in claim.heads if isinstance(claim, Engagement) else ():
        rank = rank_of(head.office)
        if rank and head.country and rank < highest.get(head.country, (LOWEST, ""))[0]:
            highest[head.country] = (rank, head.office)
    return highest


def _host_countries(claim: Claim) -> frozenset[str]:
    hosts = claim.hosts if isinstance(claim, Engagement) else ()
    return frozenset(host.country for host in hosts if host.country)


def _hosts(claim: Claim) -> str:
    return ", ".join(sorted(_host_countries(claim)))


def _round(claim: Claim) -> str:
    return str(claim.round) if isinstance(claim, Engagement) and claim.round else ""


def _standing(claim: Claim) -> str:
    return claim.standing
