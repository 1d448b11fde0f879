"""Whole pages, laid out as outlets do, the prose ours: each HTML file of tests/pages with what it must give."""

import tomllib
from pathlib import Path

import pytest

import vaarta.reading.publishers
from vaarta.reading import read
from vaarta.records import Story

PAGES = sorted(Path(__file__).parents[1].joinpath("pages").rglob("*.html"))
PUBLISHERS = sorted(Path(vaarta.reading.publishers.__file__).parent.glob("*.toml"))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: f"{page.parent.name}-{page.stem}")
def test_page_gives_what_stands_beside_it(page: Path) -> None:
    wanted = tomllib.loads(page.with_suffix(".toml").read_text(encoding="utf-8"))
    (story,) = read(page)
    assert isinstance(story, Story)
    paragraphs = [story.text[start:end] for start, end in story.paragraphs]
    assert {name: getattr(story, name) for name in wanted.keys() - {"paragraphs", "last"}} == {
        name: value for name, value in wanted.items() if name not in {"paragraphs", "last"}
    }
    assert (len(paragraphs), paragraphs[0], paragraphs[-1]) == (
        wanted["paragraphs"],
        wanted["headline"],
        wanted["last"],
    )


@pytest.mark.parametrize("publisher", PUBLISHERS, ids=lambda publisher: publisher.stem)
def test_every_publisher_has_a_page(publisher: Path) -> None:
    assert publisher.stem in {page.parent.name for page in PAGES}
