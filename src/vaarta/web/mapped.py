"""Where things were, and who deals with whom: the views behind the map and the network."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Literal

import msgspec

from vaarta.errors import StoreError
from vaarta.ontology.gazetteer import PlaceEntry, load_gazetteer, place_with_id
from vaarta.query import Tally, conditions_of, count
from vaarta.records import Place, Record
from vaarta.store import AnyClaim, Store, surveying
from vaarta.store.surveying import PlaceTold
from vaarta.web.asked import Asked

__all__ = ["MapView", "NetworkView", "Spot", "Tie", "map_view", "network_view", "spot_of"]

SPELLINGS = 2000  # places as they are spelled; those told of less are left out
SPOTS = 200  # on the map, and in its table
TIES, MOST_SIDES = 80, 36
Precision = Literal["town", "division", "country"]


class Spot(Record, frozen=True, kw_only=True):
    """A place on the map. `names` are what stories call it, by language; `precision` is how near the point is."""

    country: str
    names: dict[str, str]
    lat: float
    lon: float
    precision: Precision
    count: int = 0

    @property
    def written(self) -> str:
        """One of its names as stories write them; "" if only the country is known."""
        return next(iter(self.names.values()), "")

    @property
    def point(self) -> tuple[float, float]:
        """Longitude and latitude."""
        return self.lon, self.lat


class MapView(Record, frozen=True, kw_only=True):
    """The places that things are told to be at; `unplaced` are things at places that no list has."""

    asked: tuple[tuple[str, str], ...]
    spots: tuple[Spot, ...]
    more: bool
    unplaced: int


class Tie(Record, frozen=True, kw_only=True):
    """Two countries that deal with each other: how many things, and their mean score."""

    left: str
    right: str
    count: int
    reports: int
    goldstein: float | None


class NetworkView(Record, frozen=True, kw_only=True):
    """Who deals with whom, the strongest ties first; `more` if weaker ones are left out."""

    asked: tuple[tuple[str, str], ...]
    ties: tuple[Tie, ...]
    more: bool


def map_view(store: Store, asked: Asked) -> MapView:
    """The places of what is asked for, those of most things first."""
    told = store.survey(surveying.places(conditions_of(asked.question), SPELLINGS))
    spots: dict[tuple[Precision, float, float], Spot] = {}
    unplaced = 0
    for one in told:
        spot = _spot_told(one)
        if spot is None:
            unplaced += one.count
            continue
        key = (spot.precision, *spot.point)
        known = spots.get(key)
        names = {**spot.names, **(known.names if known else {})}
        count = spot.count + (known.count if known else 0)
        spots[key] = msgspec.structs.replace(spot, names=names, count=count)
    ordered = sorted(spots.values(), key=lambda spot: (-spot.count, spot.point))
    return MapView(asked=asked.given, spots=tuple(ordered[:SPOTS]), more=len(ordered) > SPOTS, unplaced=unplaced)


def network_view(store: Store, asked: Asked) -> NetworkView:
    """Who deals with whom in what is asked for: at most `TIES` ties of `MOST_SIDES` countries."""
    tallies = sorted(count(store, asked.question, ["dyad"]), key=lambda told: (-told.count, told.keys["dyad"]))
    ties: list[Tie] = []
    sides = set[str]()
    for told in tallies:
        left, _, right = told.keys["dyad"].partition("-")
        if left != right and len(sides | {left, right}) <= MOST_SIDES and len(ties) < TIES:
            sides |= {left, right}
            ties.append(_tie(left, right, told))
    return NetworkView(asked=asked.given, ties=tuple(ties), more=len(tallies) > len(ties))


def spot_of(place: Place | None, lang: str) -> Spot | None:
    """Where a place lies: at its coordinates, else at the capital of its country; None if neither is known."""
    if not place:
        return None
    entry = place_with_id(place.place_id)
    if entry and entry.lat is not None and entry.lon is not None:
        precision: Precision = "town" if entry.kind in ("capital", "city") else "division"
        country = entry.country or place.country
        # The English name is the list's: in stories it is often that of a dateline, in capitals.
        names = {lang: place.text, "en": entry.name}
        return Spot(country=country, names=names, lat=entry.lat, lon=entry.lon, precision=precision)
    capital = _capitals().get(place.country)
    if not capital or capital.lat is None or capital.lon is None:
        return None
    return Spot(country=place.country, names={}, lat=capital.lat, lon=capital.lon, precision="country")


def _tie(left: str, right: str, told: Tally) -> Tie:
    return Tie(left=left, right=right, count=told.count, reports=told.reports, goldstein=told.goldstein)


def _spot_told(told: PlaceTold) -> Spot | None:
    try:
        claim = msgspec.json.decode(told.record, type=AnyClaim)
    except msgspec.DecodeError as strange:
        raise StoreError(f"the record holds a claim that cannot be read ({strange})") from strange
    spot = spot_of(claim.where, told.lang)
    return msgspec.structs.replace(spot, count=told.count) if spot else None


@cache
def _capitals() -> Mapping[str, PlaceEntry]:
    """The capital of each country, by its code."""
    return dict(_capital_rows())


def _capital_rows() -> Iterator[tuple[str, PlaceEntry]]:
    gazetteer = load_gazetteer()
    for number, row in gazetteer.rows.items():
        if "\tcapital\t" in row and (entry := gazetteer.entry(number)):
            yield entry.country, entry
