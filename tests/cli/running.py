"""Running the command line inside a test."""

import pytest

from vaarta.cli import main

__all__ = ["run"]


def run(*arguments: object) -> int:
    """The exit code of `vaarta` with these arguments."""
    with pytest.raises(SystemExit) as ended:
        main([str(argument) for argument in arguments])
    return int(ended.value.code or 0)
