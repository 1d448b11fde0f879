"""Stage 5: claims that tell of one thing in the world become one entry."""

from vaarta.resolution.blocks import REACH
from vaarta.resolution.entries import resolve
from vaarta.resolution.linking import link_claims
from vaarta.resolution.series import RECURRING, Round, Series, gather_series

__all__ = ["REACH", "RECURRING", "Round", "Series", "gather_series", "link_claims", "resolve"]
