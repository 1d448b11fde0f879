"""Rulings: which claims a person should look at next, what they stand in, and what was ruled, as gold."""

from vaarta.review.gold import gold_stories
from vaarta.review.queue import doubtful, paragraph, undo, withdrawn

__all__ = ["doubtful", "gold_stories", "paragraph", "undo", "withdrawn"]
