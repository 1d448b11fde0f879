"""Inputs made to take for ever: each of these took minutes or hours where a pattern or a loop was not bounded.

None has a clock: what is not bounded does not end. The seeds of the fuzzer are read here too, fuzzer or no.
"""

import io
import json
import sys
from pathlib import Path

import pytest

import vaarta
from vaarta.reading import read
from vaarta.reading.datelines import agency_of
from vaarta.reading.markup import paragraphs_of
from vaarta.records import Passed, Story

sys.path.insert(0, str(Path(__file__).parents[2] / "tools"))
from fuzz import TARGETS, check, seeds

MODELS = Path(vaarta.__file__).parent / "models"
MANY, NESTED = 50_000, 4_000
PROSE = "<p>The panel on rivers met in Delhi on Monday and will meet again in May, the ministry said.</p>" * 3
LINK = "<a href='/x'>a title of five words</a>"
OPENS = "<script type='application/ld+json'>"
LONG = json.dumps({"@type": "NewsArticle", "headline": "x", "articleBody": "a line of words\n" * (MANY // 10)})


def page(body: str, head: str = "") -> bytes:
    return f"<html><head><title>Talks</title>{head}</head><body>{body}</body></html>".encode()


HOSTILE = [
    pytest.param(page(f"<div>{LINK * NESTED}</div>{PROSE}"), id="links in one element"),
    pytest.param(page("<ul><li>words of a line" * NESTED + PROSE), id="lists within one another"),
    pytest.param(page("<div><span>words of a line" * NESTED + PROSE), id="elements within one another"),
    pytest.param(page("<table><tr><td>words" * NESTED + PROSE), id="tables within one another"),
    pytest.param(page("<h1>" * NESTED + PROSE), id="headings within one another"),
    pytest.param(page(PROSE, f"{OPENS}{LONG}</script>"), id="lines of an articleBody"),
    pytest.param(page(PROSE, OPENS + "[" * MANY + "</script>"), id="JSON within JSON"),
    pytest.param(page(PROSE, f"{OPENS}{{-->{' ' * MANY}x</script>"), id="spaces after a comment"),
    pytest.param(page(PROSE, OPENS + "{" + '"author": [' * NESTED + "</script>"), id="authors"),
    pytest.param(page(PROSE, f"<meta property='article:published_time' content='{'1 Feb ' * MANY}'>"), id="times"),
    pytest.param(page(PROSE, f"<meta property='og:title' content='{'- ' * MANY}'>"), id="marks of a title"),
    pytest.param(("14 Feb 2023 " * MANY).encode(), id="times in a line of text"),
    pytest.param(("1\n" * MANY).encode(), id="lines of text"),
    pytest.param(b"[" * MANY, id="JSON lists within one another"),
    pytest.param(b"<rss><channel>" + b"<item><title>x</title>" * NESTED, id="items within one another"),
    pytest.param(b"<urlset>" + b"<url><loc>https://paper.example/" * NESTED, id="addresses within one another"),
    pytest.param(b"WARC/1.0\r\nContent-Length: 0\r\n\r\n" * 5_000, id="empty records"),
    pytest.param(b"WARC/1.0\r\n" * MANY, id="records without an end"),
    pytest.param(b"\x1f\x8b\x08" * NESTED, id="beginnings of gzip members"),
]  # fmt: skip


@pytest.mark.parametrize("data", HOSTILE)
def test_hostile_input_comes_to_an_end(data: bytes) -> None:
    for result in read("-", stdin=io.BytesIO(data)):
        assert isinstance(result, Story | Passed)


def test_page_of_too_many_tags_is_passed_over() -> None:
    (passed,) = read("-", stdin=io.BytesIO(page("<p>" * 300_001)))
    assert isinstance(passed, Passed)
    assert passed.reason == "a page of more than 300,000 tags"


@pytest.mark.parametrize("start", ["<p ", "<!--", "<script", "&lt;p ", "<a", "</"])
def test_markup_never_closed_comes_to_an_end(start: str) -> None:
    assert "".join(paragraphs_of(start * MANY + "x")).endswith("x")


def test_dateline_of_brackets_comes_to_an_end() -> None:
    assert agency_of(["(" * MANY, ",:" * MANY]) == ""


@pytest.mark.parametrize("target", TARGETS)
def test_seeds_of_the_fuzzer_are_read(target: str) -> None:
    if target.startswith("code-") and not (MODELS / target.removeprefix("code-") / "meta.json").exists():
        pytest.skip("the trained pipelines are missing")
    found = seeds(target)
    assert found
    for seed in found:
        check(target, seed)
