import io
import urllib.error
import urllib.request
from datetime import UTC, datetime
from email.message import Message

import pytest
from paper import Reply as Said
from paper import page, paper

from vaarta.reading import limits, read
from vaarta.reading.addresses import is_public, plain_address
from vaarta.reading.fetching import agent
from vaarta.records import Passed, Story

URL = "https://paper.example/world/rivers"
PAGE = "<html><p>The panel on rivers met in Delhi on Monday, the ministry said.</p><p>It meets again.</p></html>"


class Reply(io.BytesIO):
    """What a server answers."""

    def __init__(self, body: bytes) -> None:
        super().__init__(body)
        self.status = 200
        self.headers = Message()
        self.headers["Content-Type"] = "text/html; charset=utf-8"

    def geturl(self) -> str:
        return URL


def answer(monkeypatch: pytest.MonkeyPatch, reply: Reply | Exception) -> None:
    def opened(*_: object, **__: object) -> Reply:
        if isinstance(reply, Exception):
            raise reply
        return reply

    monkeypatch.setattr(urllib.request.OpenerDirector, "open", opened)


def noon() -> datetime:
    return datetime(2024, 5, 6, 12, tzinfo=UTC)


def test_page_knows_its_address_and_when_it_was_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    answer(monkeypatch, Reply(PAGE.encode()))
    (story,) = read(URL, clock=noon)
    assert isinstance(story, Story)
    assert (story.url, story.fetched, story.site) == (URL, "2024-05-06T12:00:00+00:00", "paper.example")


REFUSALS = [
    pytest.param(urllib.error.URLError("no such host"), "cannot be fetched: no such host", id="no host"),
    pytest.param(TimeoutError("timed out"), "cannot be fetched: timed out", id="too slow"),
    pytest.param(
        urllib.error.HTTPError(URL, 404, "Not Found", Message(), io.BytesIO()),
        "the server answers 404 Not Found",
        id="404",
    ),
    pytest.param(Reply(b"x" * (limits.DOCUMENT + 1)), "longer than 20 MB", id="too long"),
]


@pytest.mark.parametrize(("reply", "reason"), REFUSALS)
def test_failure_to_fetch_is_passed_over(
    monkeypatch: pytest.MonkeyPatch, reply: Reply | Exception, reason: str
) -> None:
    answer(monkeypatch, reply)
    assert list(read(URL, clock=noon)) == [Passed(source=URL, reason=reason)]


def test_answer_that_drips_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("vaarta.reading.fetching.FETCH_SECONDS", -1.0)
    answer(monkeypatch, Reply(PAGE.encode()))
    (passed,) = read(URL, clock=noon)
    assert isinstance(passed, Passed)
    assert passed.reason.startswith("not there whole")


def test_redirect_to_a_file_is_not_followed() -> None:
    from vaarta.reading.fetching import opener

    with pytest.raises(urllib.error.URLError):
        opener([]).open("file:///etc/hostname")


PRIVATE = [
    "127.0.0.1", "10.1.2.3", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1", "240.0.0.1", "::1",
    "fe80::1%eth0", "fd00::1", "::ffff:10.0.0.1", "64:ff9b::10.0.0.1", "2002:7f00:1::", "no address",
]  # fmt: skip
PUBLIC = ["93.184.216.34", "8.8.8.8", "2606:2800:220:1:248:1893:25c8:1946", "::ffff:8.8.8.8", "64:ff9b::8.8.8.8"]


@pytest.mark.parametrize("address", PRIVATE)
def test_private_address_is_known(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", PUBLIC)
def test_public_address_is_known(address: str) -> None:
    assert is_public(address)


def test_private_address_is_fetched_only_if_allowed() -> None:
    with paper() as press:
        press.pages["/1"] = page(1)
        (passed,) = read(f"{press.url}/1")
        assert isinstance(passed, Passed)
        assert "private address" in passed.reason
        assert press.asked == []
        (story,) = read(f"{press.url}/1", allow_private=True)
        assert isinstance(story, Story)


def test_redirect_to_a_private_address_is_not_followed(monkeypatch: pytest.MonkeyPatch) -> None:
    with paper() as press:
        port = press.url.rpartition(":")[2]
        press.pages |= {"/1": Said("", 302, {"Location": f"http://localhost:{port}/2"}), "/2": page(2)}
        monkeypatch.setattr("vaarta.reading.fetching.is_public", lambda host: host != "127.0.0.1" or not press.asked)
        (passed,) = read(f"{press.url}/1")
        assert isinstance(passed, Passed)
        assert "private address" in passed.reason
        assert press.paths() == ["/1"]


def test_redirects_are_followed_only_so_far() -> None:
    with paper() as press:
        press.pages["/1"] = Said("", 302, {"Location": "/1"})
        (passed,) = read(f"{press.url}/1", allow_private=True)
        assert isinstance(passed, Passed)
        assert len(press.asked) <= 11


UNFIT = ["http://user:word@paper.example/", "http:///path", "http://paper.example:port/", "http://[::1/"]


@pytest.mark.parametrize("url", UNFIT)
def test_address_that_is_none_is_passed_over(url: str) -> None:
    (passed,) = read(url)
    assert isinstance(passed, Passed)


SAME = [
    ("https://Paper.example/a?utm_source=rss&b=2&a=1#top", "https://paper.example/a?a=1&b=2"),
    ("https://paper.example:443", "https://paper.example/"),
    ("https://paper.example/समाचार?fbclid=1", "https://paper.example/समाचार"),
    ("ftp://paper.example/", ""),
    ("http://[::1/", ""),
]


@pytest.mark.parametrize(("url", "plain"), SAME)
def test_address_is_known_without_what_tracks(url: str, plain: str) -> None:
    assert plain_address(url) == plain


def test_we_say_who_we_are() -> None:
    assert agent("https://reader.example/about").endswith("(reads news; +https://reader.example/about)")
    assert agent().startswith("vaarta/")
