"""How far a command is: a line on standard error, and only if that is a terminal."""

from collections.abc import Iterable, Iterator
from types import TracebackType
from typing import Self

from rich.console import Console
from rich.progress import Progress as Bar
from rich.progress import SpinnerColumn, TextColumn, TimeElapsedColumn

from vaarta.records import Passed, Story

__all__ = ["Progress"]

HEADLINE = 60  # characters of a headline that leave room for the rest on one line


class Progress:
    """Counts the stories that go by and shows the last one's headline. A pipe or a file sees nothing of it."""

    def __init__(self, doing: str) -> None:
        console = Console(stderr=True)
        columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
        self._bar = Bar(*columns, console=console, transient=True, disable=not console.is_terminal)
        self._doing = doing
        self._task = self._bar.add_task(doing, total=None)
        self._seen = 0

    def __enter__(self) -> Self:
        self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._bar.stop()

    def count(self, stories: Iterable[Story | Passed]) -> Iterator[Story | Passed]:
        """The same stories, each counted and shown as it goes by."""
        for story in stories:
            self._seen += 1
            name = story.source if isinstance(story, Passed) else story.headline or story.id
            self._bar.update(self._task, description=f"{self._doing} {self._seen}: {name[:HEADLINE]}")
            yield story
