"""A worker without models, which dies, hangs or grows where a story's or a page's text says so."""

import os
import signal
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

sys.path.append(str(Path(__file__).parents[1]))

from hand_coded import fake

import vaarta.reading.page
import vaarta.scale.worker
from vaarta.records import Claims, Passed, Story


def dying(
    stories: Iterable[Story | Passed], pipelines: dict[str, str] | None = None
) -> Iterator[tuple[Story, Claims] | Passed]:
    """As fake pipelines code, one after the other."""
    stories = list(stories)
    for story in stories:
        if isinstance(story, Story):
            act(story.text)
    print("a library prints this")  # noqa: T201 - as libraries do
    yield from fake(stories, pipelines)


def reading(markup: str, *rest: Any, **more: Any) -> Story | Passed:
    """As pages are read."""
    act(markup)
    return read_page(markup, *rest, **more)


def act(text: str) -> None:
    """What the text says."""
    if "kill me" in text:
        os.kill(os.getpid(), signal.SIGKILL)
    if "leave" in text:
        os._exit(7)
    if "sleep" in text:
        time.sleep(600)
    if "slowly" in text:
        time.sleep(0.06)
    if "grow" in text:
        held = bytearray(400_000_000)
        time.sleep(600)
        del held


read_page = vaarta.reading.page.read_page
vaarta.reading.page.read_page = reading
vaarta.scale.worker.code_stories = dying  # type: ignore[attr-defined,assignment]
vaarta.scale.worker.main()
