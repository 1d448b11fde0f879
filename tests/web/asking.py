"""Asking the page inside a test, and reading what it shows."""

import re
from html import unescape
from pathlib import Path

from starlette.testclient import TestClient

from vaarta.web import make_app

__all__ = ["ask_page", "plain"]


def ask_page(db: Path) -> TestClient:
    """A client of the page of a record; a fault of the page is a response, as it is to a reader."""
    return TestClient(make_app(db), base_url="http://localhost", raise_server_exceptions=False)


def plain(html: str) -> str:
    """What is left of a page without its tags."""
    return unescape(re.sub(r"<[^>]*>", "", html))
