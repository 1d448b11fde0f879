"""Who does something that is kept for ever, and when."""

import getpass

from vaarta.cli.output import fail
from vaarta.days import now

__all__ = ["now", "who_signs"]


def who_signs(given: str) -> str:
    """The name given, else the one this person is logged in by; ends the command with exit code 2 if there is none."""
    if given.strip():
        return given.strip()
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        fail("it is not known who you are; say it with --by NAME")
