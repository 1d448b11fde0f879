"""A paper of our own on the web: a local server whose answers a test sets, and which remembers what it was asked."""

import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import NamedTuple

__all__ = ["Paper", "Reply", "page", "paper", "rss"]

PROSE = "The panel on rivers met in Delhi on Monday and will meet again in May, the ministry said."


class Reply(NamedTuple):
    """What is answered at one path."""

    body: str = ""
    status: int = 200
    headers: Mapping[str, str] = {}


class Paper:
    """The server's address, its answers by path, and the requests so far: path and headers."""

    def __init__(self) -> None:
        self.url = ""
        self.pages: dict[str, Reply] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []

    def paths(self) -> list[str]:
        """The paths asked for since the last time, robots.txt left out."""
        paths = [path for path, _ in self.asked if path != "/robots.txt"]
        self.asked.clear()
        return paths


def page(number: int, *, canonical: str = "") -> Reply:
    """A page with a story of its own."""
    link = f"<link rel='canonical' href='{canonical}'>" if canonical else ""
    text = f"<p>Round {number}. {PROSE}</p><p>{PROSE} It was round {number}.</p>"
    return Reply(f"<html><head>{link}<title>Round {number} of the talks</title></head><article>{text}</article></html>")


def rss(*items: str) -> Reply:
    """A feed that lists these addresses."""
    listed = "".join(f"<item><title>A story here</title><link>{url}</link></item>" for url in items)
    return Reply(f"<rss version='2.0'><channel><title>The Paper</title>{listed}</channel></rss>")


@contextmanager
def paper() -> Iterator[Paper]:
    """The server, running."""
    made = Paper()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            made.asked.append((self.path, {name.lower(): value for name, value in self.headers.items()}))
            reply = made.pages.get(self.path, Reply("no such page", 404))
            if (etag := reply.headers.get("ETag")) and self.headers.get("If-None-Match") == etag:
                reply = Reply(status=304)
            self.send_response(reply.status)
            for name, value in reply.headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(reply.body.encode())

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    made.url = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield made
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
