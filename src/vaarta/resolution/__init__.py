"""Stage 5: claims that tell of one thing in the world become one entry."""

from vaarta.resolution.entries import resolve

__all__ = ["resolve"]
