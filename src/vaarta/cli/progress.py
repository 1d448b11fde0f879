"""How far a command is: a bar on standard error, and only if that is a terminal."""

import sys
from collections.abc import Iterable, Iterator
from types import TracebackType
from typing import Self, TypeAlias, TypeVar

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
from rich.progress import Progress as Bar

from vaarta.records import Claims, Passed, Story

__all__ = ["Progress"]

Item = TypeVar("Item")
Result: TypeAlias = tuple[Story, Claims] | Passed
HEADLINE = 40  # characters of a headline that leave room for the bar on one line


class Progress:
    """A bar of the stories coded among those read so far, with the last one's headline. A pipe sees nothing of it."""

    def __init__(self, doing: str) -> None:
        columns = (
            TextColumn(doing),
            BarColumn(bar_width=20),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
            TextColumn("{task.description}", markup=False),
        )
        self._bar = Bar(*columns, console=Console(stderr=True), transient=True, disable=not sys.stderr.isatty())
        self._task = self._bar.add_task("", total=0)
        self._read = 0

    def __enter__(self) -> Self:
        self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._bar.stop()

    def reading(self, stories: Iterable[Item]) -> Iterator[Item]:
        """The same stories, each counted as read."""
        for story in stories:
            self._read += 1
            self._bar.update(self._task, total=self._read)
            yield story

    def coding(self, results: Iterable[Result]) -> Iterator[Result]:
        """The same results, each counted as done when the next is asked for."""
        for result in results:
            name = result.source if isinstance(result, Passed) else result[0].headline or result[0].id
            self._bar.update(self._task, description=name[:HEADLINE])
            yield result
            self._bar.advance(self._task)

    def counting(self, items: Iterable[Item], total: int) -> Iterator[Item]:
        """The same items, of which there will be so many, each counted as done when it comes."""
        self._bar.update(self._task, total=total)
        for item in items:
            self._bar.advance(self._task)
            yield item
