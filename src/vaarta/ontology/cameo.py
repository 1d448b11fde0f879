"""What follows from a CAMEO code by itself: its root, and the quad class that GDELT and ICEWS give it."""

__all__ = ["quad_class", "root_of"]

LAST_OF_QUAD = (5, 8, 13, 20)  # the last root of each class, as in GDELT's event codebook 2.0, QuadClass


def root_of(code: str) -> str:
    """The root of a code: the first two digits of "0231" are "02"; "" if there is no code."""
    return code[:2]


def quad_class(code: str) -> int | None:
    """1 verbal and 2 material cooperation, 3 verbal and 4 material conflict; None if there is no code.

    By CAMEO's roots, as GDELT has it, not by PLOVER's type: an appeal (02) is cooperation here, a REQUEST there.
    """
    if not code:
        return None
    return next(number for number, last in enumerate(LAST_OF_QUAD, start=1) if int(root_of(code)) <= last)
