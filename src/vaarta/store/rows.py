"""What a claim is in the tables: its kind and type, its days, its parties, the words it is found by."""

from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from itertools import combinations
from typing import TypeAlias

from vaarta.records import Claims, Engagement, Event, Party, Record, Statement, Story, Tenure
from vaarta.store.sounding import sounds_in
from vaarta.text import fold, words

__all__ = [
    "AnyClaim", "ClaimRow", "PartyRow", "all_claims", "claim_row", "days_of", "folded", "pair_rows", "party_rows",
    "spaced", "stretch",
]  # fmt: skip

WORDS_KEPT = 1 << 16  # folded words remembered: the vocabulary of a few thousand stories
ACTING, ACTED_ON = frozenset({"actor", "speaker"}), frozenset({"recipient", "addressee"})

AnyClaim: TypeAlias = Event | Statement | Engagement | Tenure


class ClaimRow(Record, frozen=True, kw_only=True):
    """The columns a claim is found by. `first` and `last` are None if neither claim nor story says a day.

    `series` and `place` are folded, with " " at both ends. `pipeline` is what parsed the story, with its licence.
    """

    kind: str
    type: str
    mode: str
    standing: str
    first: str | None
    last: str | None
    dated: bool
    score: float
    goldstein: float | None
    plover_score: float | None
    series: str
    place: str
    place_country: str
    pipeline: str


class PartyRow(Record, frozen=True, kw_only=True):
    """One side of a claim, by its role: actor, recipient, speaker, addressee, party, head, host, holder or of."""

    role: str
    country: str
    sector: str
    text: str

    @property
    def folded(self) -> str:
        """The text as it is searched: " " at both ends, so that only whole words are found."""
        return spaced(self.text)

    @property
    def sounds(self) -> str:
        """The sounds of its words, as `sounding` indexes them."""
        return sounds_in(self.text)


def all_claims(claims: Claims) -> tuple[AnyClaim, ...]:
    """Every claim of a story, kind by kind, in the order of the text within each."""
    return (*claims.events, *claims.statements, *claims.engagements, *claims.tenures)


def claim_row(claim: AnyClaim, story: Story) -> ClaimRow:
    """The columns of a claim. A claim that says no day stands on the day its story was published, `dated` false."""
    kind, type_, mode = _kind(claim)
    stated = days_of(claim)
    first, last = stated or (_day_of(story.published),) * 2
    scores = (claim.goldstein, claim.plover_score) if isinstance(claim, Event) else (None, None)
    return ClaimRow(
        kind=kind,
        type=type_,
        mode=mode,
        standing=claim.standing,
        first=first,
        last=last,
        dated=stated is not None,
        score=claim.score,
        goldstein=scores[0],
        plover_score=scores[1],
        series=spaced(f"{claim.series} {claim.name}") if isinstance(claim, Engagement) else "",
        place=spaced(claim.where.text) if claim.where else "",
        place_country=claim.where.country if claim.where else "",
        pipeline=claim.by.partition(" ")[2],
    )


def days_of(claim: AnyClaim) -> tuple[str, str] | None:
    """The first and last day a claim states, an open end closed by the other; None if it states neither."""
    when = claim.when
    if when is None or not (when.first or when.last):
        return None
    return when.first or when.last, when.last or when.first


def party_rows(claim: AnyClaim) -> Iterator[PartyRow]:
    """The sides of a claim, each with its role."""
    if isinstance(claim, Event):
        yield from _sides("actor", claim.actors)
        yield from _sides("recipient", claim.recipients)
    elif isinstance(claim, Statement):
        yield from _sides("speaker", (claim.speaker,))
        yield from _sides("addressee", (claim.addressee,) if claim.addressee else ())
    elif isinstance(claim, Engagement):
        for country in claim.parties:
            yield PartyRow(role="party", country=country, sector="", text="")
        yield from _sides("head", claim.heads)
        yield from _sides("host", claim.hosts)
    else:
        country, _, sector = claim.of.partition(" ")
        yield PartyRow(role="holder", country=country, sector=sector, text=f"{claim.office} {claim.holder}".strip())


def pair_rows(claim: AnyClaim) -> Iterator[tuple[str, str, str]]:
    """Each two countries of a claim, in alphabetical order, and their way: who acts on whom, together, or beside.

    The way is ">" if the left acts on the right, "<" the other way round, "=" together, "~" on one side.
    """
    acting, acted_on, together = set[str](), set[str](), set[str]()
    for party in party_rows(claim):
        if party.country:
            side = acting if party.role in ACTING else acted_on if party.role in ACTED_ON else together
            side.add(party.country)
    joint = not acted_on
    for left, right in combinations(sorted(acting | acted_on | together), 2):
        ways = [
            way for way, one, other in ((">", left, right), ("<", right, left)) if one in acting and other in acted_on
        ]
        yield from ((left, right, way) for way in ways or ("=" if joint else "~",))


def stretch(claim: AnyClaim) -> tuple[int, int]:
    """The offsets of what a claim is read in: its sentence, with all of a quotation that runs on."""
    start, end = claim.evidence.sentence
    if isinstance(claim, Statement):
        return min(start, claim.content.span[0]), max(end, claim.content.span[1])
    return start, end


def folded(text: str) -> str:
    """The words of a text, folded, with a space between: what is indexed, and what is looked for."""
    return " ".join(_fold(text[start:end]) for start, end in words(text))


def spaced(text: str) -> str:
    """The text folded, with " " at both ends, so that only whole words are found in it; "" if it has no words."""
    key = folded(text)
    return f" {key} " if key else ""


def _day_of(published: str) -> str | None:
    """The day of a time of publication; None if it is no time."""
    try:
        return date.fromisoformat(published[:10]).isoformat()
    except ValueError:
        return None


_fold = lru_cache(WORDS_KEPT)(fold)


def _kind(claim: AnyClaim) -> tuple[str, str, str]:
    if isinstance(claim, Event):
        return "event", claim.type, claim.mode
    if isinstance(claim, Statement):
        return "statement", claim.act, "direct" if claim.direct else ""
    if isinstance(claim, Engagement):
        return "engagement", claim.kind, ""
    return "tenure", "", ""


def _sides(role: str, parties: tuple[Party, ...]) -> Iterator[PartyRow]:
    for party in parties:
        said = " ".join(dict.fromkeys(filter(None, (party.text, party.office, party.name))))
        yield PartyRow(role=role, country=party.country, sector=party.sector, text=said)
