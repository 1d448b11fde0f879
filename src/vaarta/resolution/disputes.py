"""What claims of one thing contradict each other in: shown, never hidden or averaged away."""

from collections.abc import Callable, Iterator, Sequence
from typing import Literal, TypeAlias

from vaarta.records import Claim, Dispute, Engagement
from vaarta.resolution.tellings import days_of

__all__ = ["disputes_of"]

Answer: TypeAlias = Callable[[Claim], str]


def disputes_of(claims: Sequence[Claim]) -> tuple[Dispute, ...]:
    """Where claims of one thing exclude each other: in days, country, hosts, round, or whether it was held.

    Days are disputed if they do not meet, hosts if no country is named by all who name any.
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
    hosts = [found for claim in claims if (found := _host_countries(claim))]
    if hosts and not frozenset.intersection(*hosts):
        yield _dispute("hosts", claims, _hosts)
    standings = {claim.standing for claim in claims}
    if "denied" in standings and standings & {"happened", "planned"}:
        yield _dispute("standing", claims, _standing)


def _dispute(
    field: Literal["days", "country", "hosts", "round", "standing"], claims: Sequence[Claim], answer: Answer
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


def _host_countries(claim: Claim) -> frozenset[str]:
    hosts = claim.hosts if isinstance(claim, Engagement) else ()
    return frozenset(host.country for host in hosts if host.country)


def _hosts(claim: Claim) -> str:
    return ", ".join(sorted(_host_countries(claim)))


def _round(claim: Claim) -> str:
    return str(claim.round) if isinstance(claim, Engagement) and claim.round else ""


def _standing(claim: Claim) -> str:
    return claim.standing
