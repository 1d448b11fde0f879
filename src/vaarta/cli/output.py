"""What every command does with its results: tables for a terminal, JSON Lines for a pipe, faults to standard error.

Exit codes: 0 everything was read, 2 wrong usage or no such source, 3 done but some inputs were passed over.
"""

import os
import sys
from typing import NoReturn

import msgspec
import typer

from vaarta.records import Passed

__all__ = ["ALL_READ", "INTERRUPTED", "SOME_PASSED", "USAGE", "Tally", "complain", "emit", "fail", "wants_json"]

ALL_READ = 0
USAGE = 2
SOME_PASSED = 3
INTERRUPTED = 130  # what a shell reports of a program ended by SIGINT: 128 + 2
PIPE_CLOSED = 141  # what a shell reports of a program ended by SIGPIPE: 128 + 13


def wants_json(flag: bool) -> bool:
    """Whether to print JSON Lines: asked for by `--json`, or standard output is no terminal."""
    return flag or not sys.stdout.isatty()


def emit(record: object) -> None:
    """Print a record as one line of JSON. A reader that has gone away ends the program quietly."""
    line = msgspec.json.encode(record)
    try:
        sys.stdout.buffer.write(line + b"\n")
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        # Python flushes standard output once more as it ends, which would complain again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise SystemExit(PIPE_CLOSED) from None


def fail(message: str) -> NoReturn:
    """Say on standard error what is wrong and leave with the code for wrong usage."""
    complain(message)
    raise typer.Exit(USAGE)


def complain(message: str) -> None:
    """Print one line on standard error, under the program's name."""
    typer.echo(f"vaarta: {message}", err=True)


class Tally:
    """How many inputs were done and how many passed over; each of the latter is told on standard error."""

    def __init__(self) -> None:
        self.read = 0
        self.passed_over = 0
        self.absent = 0

    def done(self) -> None:
        """Count one input that was read."""
        self.read += 1

    def passed(self, passed: Passed) -> None:
        """Count one input that was passed over, and say which and why."""
        self.passed_over += 1
        where = f"{passed.source}, {passed.record}" if passed.record else passed.source
        complain(f"{where}: {passed.reason}")

    def missing(self, message: str) -> None:
        """Count one source that does not exist, and say so; the others are still done."""
        self.absent += 1
        complain(message)

    def code(self) -> int:
        """The exit code that says how it went."""
        if self.absent:
            return USAGE
        return SOME_PASSED if self.passed_over else ALL_READ
