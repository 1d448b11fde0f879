"""In which town a claim took place, and which towns are neighbours."""

from vaarta.ontology.gazetteer import PlaceEntry, place_with_id
from vaarta.records import Claim

__all__ = ["near", "town_of"]

TOWNS = {"capital", "city"}
NEAR = 0.5  # degrees: within some 50 km papers name now the one town, now the other


def town_of(claim: Claim) -> PlaceEntry | None:
    """The town in which it took place; None for a division, too, as a town may lie in it."""
    entry = place_with_id(claim.where.place_id) if claim.where else None
    return entry if entry and entry.kind in TOWNS else None


def near(left: PlaceEntry, right: PlaceEntry) -> bool:
    """Whether two towns are one or neighbours, as far as is known: Delhi and New Delhi."""
    known = None not in (left.lat, left.lon, right.lat, right.lon)
    apart = known and max(abs(left.lat - right.lat), abs(left.lon - right.lon)) > NEAR  # type: ignore[operator] # known
    return not apart
