"""What a browser or a program says it accepts: languages, kinds of content."""

__all__ = ["wishes"]

LONGEST = 400  # characters of a header that are looked at


def wishes(header: str) -> tuple[str, ...]:
    """The names in an Accept or Accept-Language header, the one wished for most first; without those refused (q=0)."""
    weighed = []
    for wish in header[:LONGEST].split(","):
        name, *parameters = (part.strip().casefold() for part in wish.split(";"))
        weight = next((said[2:] for said in parameters if said.startswith("q=")), "1")
        if name and _number(weight) > 0:
            weighed.append((name, _number(weight)))
    return tuple(name for name, _ in sorted(weighed, key=lambda one: -one[1]))


def _number(written: str) -> float:
    try:
        return float(written)
    except ValueError:
        return 0.0
