"""Fixtures for all tests. As it lies here, tests can import factories.py and the other helpers beside it."""

from pathlib import Path

import msgspec
import pytest
from factories import english, hindi
from hand_coded import fake

import vaarta.pipeline


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
def db(tmp_path: Path) -> Path:
    """Where a test's record is."""
    return tmp_path / "record.db"
