"""A claim as a page tells it: who and whom, when and where, in words that a template only has to set."""

from collections.abc import Iterable, Sequence
from urllib.parse import urlsplit

from vaarta.records import Engagement, Event, Party, Record, Statement
from vaarta.store import Answer, AnyClaim
from vaarta.store.rows import days_of
from vaarta.web.tongue import Tongue

__all__ = ["Line", "Side", "countries_of", "kind_of", "safe_url", "short", "tell"]

LONGEST = 200  # characters of a name or a headline in a list: a hostile one must not fill the page
MOST = 8  # sides named


class Side(Record, frozen=True, kw_only=True):
    """A side as written, and the name of its country, "" where it says no more."""

    text: str
    country: str = ""


class Line(Record, frozen=True, kw_only=True):
    """A claim in one line. `standing` is "" for what happened; `dated` is false if the day is but that of the story."""

    kind: str
    what: str
    standing: str
    day: str
    iso: str
    dated: bool
    acting: tuple[Side, ...]
    acted_on: tuple[Side, ...]
    countries: tuple[str, ...]
    details: tuple[str, ...]
    place: Side | None


def tell(answer: Answer, tongue: Tongue) -> Line:
    """The line of a claim, in the language of the page; what is quoted stays in that of the story."""
    claim = answer.claim
    acting, acted_on = _sides(claim)
    when = days_of(claim)
    published = answer.published[:10]
    place = claim.where
    return Line(
        kind=kind_of(claim),
        what=tongue.what(claim),
        standing="" if claim.standing == "happened" else claim.standing,
        day=_day(claim, when, tongue) if when else tongue.day(published) if published else "",
        iso=when[0] if when else published,
        dated=when is not None,
        acting=_named(acting, tongue),
        acted_on=_named(acted_on, tongue),
        countries=claim.parties if isinstance(claim, Engagement) else (),
        details=tuple(short(detail) for detail in _details(claim) if detail),
        place=_side(place.text, place.country, tongue) if place else None,
    )


def kind_of(claim: AnyClaim) -> str:
    """Which of the four kinds a claim is of."""
    return type(claim).__name__.casefold()


def countries_of(answer: Answer) -> tuple[str, ...]:
    """The codes of the countries that are sides of a claim, each once."""
    claim = answer.claim
    if isinstance(claim, Engagement):
        return claim.parties
    acting, acted_on = _sides(claim)
    return tuple(dict.fromkeys(party.country for party in (*acting, *acted_on) if party.country))


def safe_url(url: str) -> str:
    """The address if it is one of the web, http or https with a host; else "", so that it is not made a link."""
    try:
        parts = urlsplit(url)
        return url if parts.scheme in ("http", "https") and parts.hostname and url.isprintable() else ""
    except ValueError:
        return ""


def short(text: str, most: int = LONGEST) -> str:
    """The text, cut where it would fill the page."""
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def _sides(claim: AnyClaim) -> tuple[Sequence[Party], Sequence[Party]]:
    if isinstance(claim, Event):
        return claim.actors, claim.recipients
    if isinstance(claim, Statement):
        return (claim.speaker,), (claim.addressee,) if claim.addressee else ()
    if isinstance(claim, Engagement):
        return claim.heads, ()
    holder = ", ".join(filter(None, (claim.holder, claim.office)))
    return (Party(text=holder, country=claim.of.partition(" ")[0]),), ()


def _details(claim: AnyClaim) -> tuple[str, ...]:
    if isinstance(claim, Statement):
        return (claim.venue,)
    if isinstance(claim, Engagement):
        return (claim.name, *claim.topics[:MOST])
    return ()


def _named(parties: Iterable[Party], tongue: Tongue) -> tuple[Side, ...]:
    named = tuple(_side(party.text, party.country, tongue) for party in parties)
    return named if len(named) <= MOST else (*named[:MOST], Side(text="…"))


def _side(text: str, code: str, tongue: Tongue) -> Side:
    name = tongue.country(code) if code else ""
    if code and text == code:  # a side that the story does not name, but that is known to take part
        return Side(text=short(name))
    return Side(text=short(text), country="" if name == text else short(name))


def _day(claim: AnyClaim, days: tuple[str, str], tongue: Tongue) -> str:
    when = claim.when
    if when and not when.first:
        return tongue.say("by_day", day=tongue.day(when.last))
    if when and not when.last:
        return tongue.say("from_day", day=tongue.day(when.first))
    return tongue.days(*days)
