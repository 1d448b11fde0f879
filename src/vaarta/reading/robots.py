"""What a site asks of programs that read it: its robots.txt, fetched once a day and obeyed."""

from collections.abc import Callable
from urllib.parse import urlsplit

from protego import Protego

from vaarta.reading.fetching import Answer

__all__ = ["Robots"]

NAME = "vaarta"
KEPT = 86_400.0  # seconds that the rules of a site hold before they are asked for again (RFC 9309: a day)
RETRIED = 3_600.0  # seconds after which a site that could not say is asked again
SIZE = 500_000  # bytes of rules that are read (RFC 9309: at least 500 KiB)
RULE, STARS = 500, 8  # characters of a rule, and wildcards in it: more make matching slow
SLOWEST = 120.0  # seconds between two requests, whatever a site asks for
OK, REFUSED, FAILED = 200, 400, 500


class Robots:
    """The rules of every site asked so far. A site that has none allows all; one that cannot say, nothing for now."""

    def __init__(self, get: Callable[[str], Answer], clock: Callable[[], float]) -> None:
        self.get = get
        self.clock = clock
        self.known: dict[str, tuple[Protego | None, float]] = {}

    def allows(self, url: str) -> bool:
        """Whether the site lets us fetch the address."""
        rules = self._rules(url)
        return rules is not None and bool(rules.can_fetch(url, NAME))

    def delay(self, url: str) -> float:
        """The seconds that the site wants between two requests; 0.0 if it does not say."""
        rules = self._rules(url)
        asked = rules.crawl_delay(NAME) if rules is not None else None
        return min(float(asked), SLOWEST) if asked else 0.0

    def _rules(self, url: str) -> Protego | None:
        parts = urlsplit(url)
        site = f"{parts.scheme}://{parts.netloc}"
        rules, until = self.known.get(site, (None, 0.0))
        if self.clock() >= until:
            rules, until = self._ask(site)
            self.known[site] = (rules, until)
        return rules

    def _ask(self, site: str) -> tuple[Protego | None, float]:
        answer = self.get(f"{site}/robots.txt")
        if answer.status == OK:
            return Protego.parse(_bounded(answer.body)), self.clock() + KEPT
        if REFUSED <= answer.status < FAILED:
            return Protego.parse(""), self.clock() + KEPT
        return None, self.clock() + RETRIED


def _bounded(body: bytes) -> str:
    lines = body[:SIZE].decode("utf-8", "replace").splitlines()
    return "\n".join(line for line in lines if len(line) <= RULE and line.count("*") <= STARS)
