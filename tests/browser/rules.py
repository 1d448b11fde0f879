"""What axe-core looks at: WCAG 2.2, levels A and AA, and its best practices."""

__all__ = ["RULES"]

TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
RULES = {"runOnly": {"type": "tag", "values": TAGS}}
