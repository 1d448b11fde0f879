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
from playwright.sync_api import Browser, Page, sync_playwright
from screenshots import CHROMIUM, make_record, pages, serving

NAMES = tuple(pages(None))
TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
RULES = {"runOnly": {"type": "tag", "values": TAGS}}
# Both languages and both colour schemes, two by two: each rule of axe looks at one of these at a time.
LOOKS = (("hi", "light"), ("en", "dark"))


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium; the tests skip if there is none."""
    if not CHROMIUM.exists():
        pytest.skip(f"there is no {CHROMIUM}: apt-get install chromium")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield started
        started.close()


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
