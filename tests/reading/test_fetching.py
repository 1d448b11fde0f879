import io
import urllib.error
import urllib.request
from datetime import UTC, datetime
from email.message import Message

import pytest

from vaarta.reading import limits, read
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
