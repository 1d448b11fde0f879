"""Pictures of each page, in both languages and both colour schemes, into docs/screens/.

    python tools/screenshots.py [--out docs/screens] [--only NAME]

The record is made of our own stories (docs/screens/stories.jsonl). Needs playwright (pip install --group
browser) and Debian's chromium; `make screens` installs both.
"""

import argparse
import base64
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import uvicorn
from playwright.sync_api import Browser, sync_playwright

from vaarta.store import open_store
from vaarta.web import make_app
from vaarta.web.tokens import Tokens

__all__ = ["CHROMIUM", "main", "make_record", "serving"]

ROOT = Path(__file__).parent.parent
CHROMIUM = Path("/usr/bin/chromium")
STORIES = ROOT / "docs" / "screens" / "stories.jsonl"
LANGUAGES = ("hi", "en")
SIGNED = {"review": "/review?kind=engagement"}  # pages of those who signed in
TOKEN = "a-token-for-the-pictures"  # noqa: S105 - of a server that lives for a picture
DESK, PHONE = (1180, 900), (390, 844)
LOOKS = {"light": ("light", DESK), "dark": ("dark", DESK), "phone": ("light", PHONE)}
QUALITY = 38  # of the pictures, which are kept in the repository
TALLEST = 1250  # pixels of a page that are kept


def main() -> None:
    """Make the record, show it, take the pictures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=ROOT / "docs" / "screens")
    parser.add_argument("--only", default="")
    parser.add_argument("--db", type=Path)
    parser.add_argument("--format", choices=("webp", "png"), default="webp")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        db = arguments.db or Path(folder) / "screens.db"
        if not db.exists():
            make_record(db)
        with serving(db) as address, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
            for name, path in pages(db).items():
                if arguments.only in name:
                    _take(browser, address + path, arguments.out / name, arguments.format)
            for name, path in SIGNED.items():
                if arguments.only in name:
                    with serving(db, Tokens({"Asha": TOKEN})) as signed:
                        _take(browser, signed + path, arguments.out / name, arguments.format)
            browser.close()


def pages(db: Path | None) -> dict[str, str]:
    """The pages that are shown, by the names of their pictures; without a record, addresses that hold for any."""
    return {
        "listing": "/",
        "dyad": "/dyad/IND/CHN",
        "thing": f"/thing/{_visit(db) if db else ''}",
        "story": "/story/screen-04",
        "actor": "/actor/IND",
        "office": "/office/IND/prime-minister",
        "serieslist": "/series",
        "series": "/series/dialogue-round/CHN-IND",
        "calendar": "/calendar/2024-03",
        "map": "/map",
        "network": "/network",
        "disagreements": "/disagreements",
        "search": "/search?words=border+talks",
        "about": "/about",
    }


def make_record(db: Path) -> None:
    """The record of our own stories at `db`, coded by the pipelines that ship."""
    command = [sys.executable, "-m", "vaarta", "keep", str(db), str(STORIES)]
    subprocess.run(command, check=True, capture_output=True)  # noqa: S603 - our own command


@contextmanager
def serving(db: Path, tokens: Tokens | None = None) -> Iterator[str]:
    """The page of a record on a free port, and its address, until the block ends."""
    config = uvicorn.Config(make_app(db, tokens=tokens), port=0, log_level="warning", lifespan="off")
    server = uvicorn.Server(config)
    listening = config.bind_socket()
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join(timeout=5)


def _visit(db: Path) -> str:
    with open_store(db, write=False) as store:
        return next(
            answer.claim.id
            for answer in store.find()
            if answer.story == "screen-33" and getattr(answer.claim, "kind", "") == "visit"
        )


def _take(browser: Browser, address: str, file: Path, kind: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    for lang in LANGUAGES:
        for look, (scheme, size) in LOOKS.items():
            if look == "phone" and lang != LANGUAGES[0]:
                continue  # a phone once: the pictures are kept in the repository
            context = browser.new_context(
                viewport={"width": size[0], "height": size[1]},
                color_scheme=scheme,
                locale=lang,
            )
            page = context.new_page()
            if file.name in SIGNED:
                page.goto(f"{address.partition('/review')[0]}/sign-in")
                page.fill("#token", TOKEN)
                page.click("main button")
                page.wait_for_url("**/review")
            page.goto(f"{address}{'&' if '?' in address else '?'}lang={lang}")
            page.evaluate("document.fonts.ready")
            height = min(TALLEST, int(page.evaluate("document.documentElement.scrollHeight")))
            # Chromium's own command, as Playwright makes no WebP, which takes a third of the room.
            told = context.new_cdp_session(page).send(
                "Page.captureScreenshot",
                {
                    "format": kind,
                    **({"quality": QUALITY} if kind == "webp" else {}),
                    "captureBeyondViewport": True,
                    "clip": {"x": 0, "y": 0, "width": size[0], "height": height, "scale": 1},
                },
            )
            Path(f"{file}-{lang}-{look}.{kind}").write_bytes(base64.b64decode(told["data"]))
            context.close()


if __name__ == "__main__":
    main()
