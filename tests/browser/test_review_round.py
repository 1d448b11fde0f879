"""A whole round of review in Chromium: signed in, by keys and by choosing words, with and without scripts."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("playwright", reason="playwright is not installed: make test-browser")
pytest.importorskip("axe_playwright_python", reason="axe-playwright-python is not installed: make test-browser")
sys.path.insert(0, str(Path(__file__).parent.parent.parent / "tools"))

from axe_playwright_python.sync_playwright import Axe
from factories import english, hindi
from playwright.sync_api import Browser, Page
from rules import RULES
from screenshots import serving

from vaarta.records import Ruling
from vaarta.store import open_store
from vaarta.web.tokens import Tokens

TOKEN = "asha-has-a-token-of-her-own"
STORY, CLAIMS = hindi()
EVENT, STATEMENT = CLAIMS.events[0].id, CLAIMS.statements[0].id


@pytest.fixture
def address(db: Path) -> Iterator[str]:
    with open_store(db) as store:
        for told in (hindi(), english()):
            store.keep(*told)
    with serving(db, Tokens({"Asha": TOKEN})) as served:
        yield served


def sign_in(browser: Browser, address: str, wrong: list[str], **options: Any) -> Page:
    """A page of someone who signed in; what the console complains of is put into `wrong`."""
    page = browser.new_context(**options).new_page()
    page.on("console", lambda message: wrong.append(message.text) if message.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.goto(f"{address}/sign-in")
    page.fill("#token", TOKEN)
    page.click("main button")
    page.wait_for_url("**/review")
    return page


def rulings(db: Path) -> list[Ruling]:
    with open_store(db, write=False) as store:
        return list(store.rulings())


def test_round_by_keys_alone(browser: Browser, address: str, db: Path) -> None:
    wrong: list[str] = []
    page = sign_in(browser, address, wrong, locale="hi")
    page.goto(f"{address}/review?told_in=hi&kind=event")
    page.keyboard.press("m")
    page.keyboard.press("t")  # no key but a letter of a list, as a field has the focus
    assert rulings(db) == []
    page.locator("#f-span").focus()
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.id") == "passage"
    page.keyboard.press("ArrowRight")
    assert page.evaluate("getSelection().toString()") == "मुलाक़ात"
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Shift+ArrowRight")
    page.keyboard.press("Enter")
    assert page.locator("#f-span").input_value() == "से मुलाक़ात"
    page.locator("#keep").focus()
    with page.expect_navigation():
        page.keyboard.press("Enter")
    (ruling,) = rulings(db)
    start = STORY.text.index("से मुलाक़ात")
    assert (ruling.verdict, ruling.amended["span"]) == ("amended", f"{start}-{start + len('से मुलाक़ात')} से मुलाक़ात")
    with page.expect_navigation():
        page.keyboard.press("u")
    assert [one.verdict for one in rulings(db)] == ["amended", "withdrawn"]
    assert page.locator('#ruling [name="claim"]').input_value() == EVENT
    for key, verdict in (("w", "wrong"), ("u", "withdrawn"), ("a", "right")):
        with page.expect_navigation():
            page.keyboard.press(key)
        assert rulings(db)[-1].verdict == verdict
    assert {one.by for one in rulings(db)} == {"Asha"}
    assert wrong == []


def test_words_are_chosen_with_the_mouse(browser: Browser, address: str, db: Path) -> None:
    wrong: list[str] = []
    page = sign_in(browser, address, wrong, locale="en")
    page.goto(f"{address}/review?claim={STATEMENT}")
    page.keyboard.press("m")
    page.locator("#f-content").focus()
    page.evaluate(
        """() => {
          const said = document.querySelector('#passage mark.content').firstChild;
          getSelection().setBaseAndExtent(said, 0, said, said.data.indexOf(' मार्च'));
          document.getElementById('passage').dispatchEvent(new PointerEvent('pointerup', { bubbles: true }));
        }"""
    )
    page.wait_for_function("document.getElementById('f-content').value.endsWith('दौर')")
    with page.expect_navigation():
        page.click("#keep")
    (ruling,) = rulings(db)
    start, _, words = ruling.amended["content"].partition("-")
    assert STORY.text[int(start) :].startswith(words.partition(" ")[2])
    assert set(ruling.amended) == {"content"}
    assert wrong == []


def test_keys_can_be_turned_off(browser: Browser, address: str, db: Path) -> None:
    page = sign_in(browser, address, [], locale="en")
    page.click("#keys")
    page.locator("h1").click()
    page.keyboard.press("a")
    page.reload()
    page.keyboard.press("w")
    assert page.locator("#keys").get_attribute("aria-pressed") == "false"
    assert rulings(db) == []


def test_round_without_scripts(browser: Browser, address: str, db: Path) -> None:
    page = sign_in(browser, address, [], locale="hi", java_script_enabled=False)
    page.goto(f"{address}/review?claim={EVENT}")
    page.locator("#amend summary").click()
    page.fill("#f-first", "2024-02-04")
    page.click("#keep")
    page.click('#undo-form [value="undo"]')
    page.click('#ruling [value="right"]')
    assert [one.verdict for one in rulings(db)] == ["amended", "withdrawn", "right"]


@pytest.mark.parametrize(("lang", "scheme"), [("hi", "light"), ("en", "dark")])
def test_pages_of_review_are_accessible_and_fit_a_phone(browser: Browser, address: str, lang: str, scheme: str) -> None:
    wrong: list[str] = []
    page = sign_in(browser, address, wrong, locale=lang, color_scheme=scheme, viewport={"width": 360, "height": 740})
    page.keyboard.press("w")
    page.wait_for_selector("#undo-form")
    page.locator("#amend summary").click()
    for path in ("", "/rulings", "/sign-in"):
        page.goto(address + path) if path else None
        results = Axe().run(page, options=RULES)
        assert results.violations_count == 0, results.generate_report()
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert wrong == []
