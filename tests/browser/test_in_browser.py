"""Every page in Chromium: fetches nothing from elsewhere, breaks no policy, is accessible, works without scripts.

The record is that of docs/screens/stories.jsonl, coded by the pipelines that ship.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("playwright", reason="playwright is not installed: make test-browser")
pytest.importorskip("axe_playwright_python", reason="axe-playwright-python is not installed: make test-browser")
sys.path.insert(0, str(Path(__file__).parent.parent.parent / "tools"))

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page
from rules import RULES
from screenshots import make_record, pages, serving

NAMES = tuple(pages(None))
# Both languages and both colour schemes, two by two: each rule of axe looks at one of these at a time.
FROM_TO = ("2024-01-01", "2024-03-01")
LOOKS = (("hi", "light"), ("en", "dark"))


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The record of docs/screens/stories.jsonl, coded by the pipelines that ship."""
    db = tmp_path_factory.mktemp("shown") / "shown.db"
    make_record(db)
    return db


@pytest.fixture(scope="module")
def address(shown: Path) -> Iterator[str]:
    """Where the page is served."""
    with serving(shown) as told:
        yield told


@contextmanager
def opened(browser: Browser, **options: Any) -> Iterator[tuple[Page, list[str]]]:
    """A page, and a list of what goes wrong on it: messages of the console, failed and foreign requests."""
    context = browser.new_context(**options)
    page, wrong = context.new_page(), list[str]()
    page.on("console", lambda message: wrong.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("requestfailed", lambda request: wrong.append(f"failed: {request.url}"))
    page.on("request", lambda asked: None if asked.url.startswith("http://127.0.0.1:") else wrong.append(asked.url))
    yield page, wrong
    context.close()


@pytest.mark.parametrize(("lang", "scheme"), LOOKS)
@pytest.mark.parametrize("name", NAMES)
def test_page_is_accessible(browser: Browser, address: str, shown: Path, name: str, lang: str, scheme: str) -> None:
    with opened(browser, locale=lang, color_scheme=scheme) as (page, wrong):
        page.goto(address + pages(shown)[name])
        assert page.locator("html").get_attribute("lang") == lang
        results = Axe().run(page, options=RULES)
        assert results.violations_count == 0, results.generate_report()
        assert wrong == []


@pytest.mark.parametrize("name", NAMES)
def test_page_fits_a_phone_and_works_without_scripts(browser: Browser, address: str, shown: Path, name: str) -> None:
    phone = {"width": 360, "height": 740}
    with opened(browser, viewport=phone, java_script_enabled=False, locale="hi") as (page, wrong):
        page.goto(address + pages(shown)[name])
        assert page.locator("h1").count() == 1
        assert wrong == []
    with opened(browser, viewport=phone, locale="hi") as (page, wrong):
        page.goto(address + pages(shown)[name])
        assert page.evaluate("document.documentElement.scrollWidth") <= phone["width"]


def test_devanagari_is_set_in_the_font_that_ships(browser: Browser, address: str) -> None:
    with opened(browser, locale="hi") as (page, _):
        page.goto(address + "/")
        page.evaluate("document.fonts.ready")
        loaded = page.evaluate("[...document.fonts].filter((one) => one.status === 'loaded').map((one) => one.family)")
        assert {family.strip('"') for family in loaded} == {"Vaarta Sans", "Vaarta Serif"}


def test_the_first_thing_the_keyboard_reaches_skips_to_the_content(browser: Browser, address: str) -> None:
    with opened(browser, locale="en") as (page, _):
        page.goto(address + "/")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.className") == "skip"
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.id") == "content"


def test_the_first_view_is_small(browser: Browser, address: str) -> None:
    with opened(browser) as (page, _):
        sizes: dict[str, int] = {}
        page.on("response", lambda answer: sizes.__setitem__(answer.url, len(answer.body())))
        page.goto(address + "/", wait_until="networkidle")
        assert sum(size for url, size in sizes.items() if "/fonts/" not in url) < 150 * 1024


def test_a_range_is_chosen_by_dragging_over_bars(browser: Browser, address: str) -> None:
    with opened(browser, locale="en") as (page, wrong):
        page.goto(address + "/?kind=event")
        bars = page.locator(".histogram a[data-first]")
        first, last = (page.locator(f'.histogram a[data-first="{day}"] .hit').bounding_box() for day in FROM_TO)
        assert first
        assert last
        page.mouse.move(first["x"] + 2, first["y"] + 5)
        page.mouse.down()
        page.mouse.move(last["x"] + 2, last["y"] + 5, steps=8)
        assert page.locator(".histogram a.chosen").count() == 3
        with page.expect_navigation():
            page.mouse.up()
        assert page.url.endswith("/?kind=event&since=2024-01-01&until=2024-03-31")
        assert page.locator("#since0").input_value() == "2024-01-01"
        assert bars.count() == 3
        assert wrong == []


def test_a_bar_is_a_link_without_scripts(browser: Browser, address: str) -> None:
    with opened(browser, locale="en", java_script_enabled=False) as (page, _):
        page.goto(address + "/?kind=event")
        page.locator('.histogram a[data-first="2024-02-01"] .hit').click()
        assert page.url.endswith("/?kind=event&since=2024-02&until=2024-02")
        assert page.locator(".thing").count() > 0


def test_the_record_of_a_claim_is_lit_while_its_words_are_pointed_at(browser: Browser, address: str) -> None:
    with opened(browser, locale="hi") as (page, wrong):
        page.goto(address + "/story/screen-04")
        words = page.locator(".story mark a").first
        card = page.locator((words.get_attribute("href") or "").strip())
        words.hover()
        assert "lit" in (card.get_attribute("class") or "")
        page.mouse.move(0, 0)
        assert "lit" not in (card.get_attribute("class") or "")
        words.focus()
        assert "lit" in (card.get_attribute("class") or "")
        words.click()
        assert card.evaluate("(one) => one.matches(':target')")
        assert "#" in card.locator("code").inner_text()  # the rule that coded it
        assert wrong == []


def test_a_reader_goes_from_search_to_thing_story_and_the_next(browser: Browser, address: str) -> None:
    with opened(browser, locale="hi") as (page, wrong):
        page.goto(address + "/")
        page.get_by_role("searchbox").first.fill("भारत चीन")
        page.keyboard.press("Enter")
        page.wait_for_url("**/search?words=*")
        page.locator("#stories ~ ul a").first.click()
        page.wait_for_url("**/story/*")
        page.locator('a[rel="prev"]').click()
        page.wait_for_url("**/story/*")
        page.locator(".cards a").first.click()
        page.wait_for_url("**/thing/*")
        assert wrong == []


def test_a_month_is_turned_and_an_engagement_opened(browser: Browser, address: str) -> None:
    with opened(browser, locale="en") as (page, _):
        page.goto(address + "/calendar/2024-03")
        page.get_by_role("link", name="April 2024").click()
        page.wait_for_url("**/calendar/2024-04")
        page.locator(".month li a").first.click()
        page.wait_for_url("**/thing/*")
