"""Fixtures for all tests. As it lies here, tests can import factories.py and the other helpers beside it."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import pytest
from factories import english, hindi, told_again, visit
from hand_coded import fake
from hypothesis import HealthCheck, settings

import vaarta.pipeline
from vaarta.records import Entry
from vaarta.store import Store, open_store

if TYPE_CHECKING:
    from playwright.sync_api import Browser

# How fast a machine is at the moment is no property of the code.
settings.register_profile("any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("any machine")


@pytest.fixture
def pipeline(monkeypatch: pytest.MonkeyPatch) -> None:
    """Puts the fake in the place of the pipeline."""
    monkeypatch.setattr(vaarta.pipeline, "code_stories", fake)


@pytest.fixture
def stories(tmp_path: Path) -> Path:
    """A file with the two stories of factories.py, as `vaarta read` prints them."""
    path = tmp_path / "stories.jsonl"
    told = (msgspec.structs.replace(story, reader="jsonl") for story, _ in (hindi(), english()))
    path.write_bytes(b"\n".join(map(msgspec.json.encode, told)))
    return path


@pytest.fixture
def corpus(tmp_path: Path) -> Callable[..., Path]:
    """Makes a file of English stories with these texts."""

    def make(*texts: str) -> Path:
        path = tmp_path / "corpus.jsonl"
        told = ({"id": f"s{number}", "lang": "en", "text": text} for number, text in enumerate(texts))
        path.write_bytes(b"".join(msgspec.json.encode(story) + b"\n" for story in told))
        return path

    return make


@pytest.fixture
def db(tmp_path: Path) -> Path:
    """Where a test's record is."""
    return tmp_path / "record.db"


@pytest.fixture(scope="session")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record of three stories, two of which tell of one visit, gathered into an entry. To be read only."""
    path = tmp_path_factory.mktemp("record") / "record.db"
    best, other = visit()
    with open_store(path) as kept:
        for told in (hindi(), english(), told_again()):
            kept.keep(*told)
        kept.gather([Entry(id="entry-visit", kind="event", best=best.id, told_by=(best.id, other.id))])
    return path


@pytest.fixture
def store(record: Path) -> Iterator[Store]:
    """That record, opened to be read."""
    with open_store(record, write=False) as opened:
        yield opened


@pytest.fixture(scope="module")
def browser() -> "Iterator[Browser]":
    """Chromium; the tests skip if there is none."""
    from playwright.sync_api import sync_playwright
    from screenshots import CHROMIUM  # of tools/, which the tests that want a browser put on the path

    if not CHROMIUM.exists():
        pytest.skip(f"there is no {CHROMIUM}: apt-get install chromium")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield started
        started.close()
