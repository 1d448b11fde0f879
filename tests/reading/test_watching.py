"""Watching feeds against a server of our own: politely, each story once, across interruptions, and nothing private."""

import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

import pytest
from paper import PROSE, Paper, Reply, page, paper, rss

from vaarta.errors import ReadError
from vaarta.reading.watch_state import State
from vaarta.reading.watching import Manners, Time, Watcher
from vaarta.records import Passed, Story

MANNERS = Manners(every=900, delay=5, allow_private=True)
START = 1_715_700_000.0  # 14 May 2024


class Clock:
    """Time that passes only by waiting."""

    def __init__(self) -> None:
        self.now = START
        self.waits: list[float] = []

    def time(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        if seconds:
            self.waits.append(seconds)
        self.now += seconds


@pytest.fixture
def press() -> Iterator[Paper]:
    with paper() as server:
        yield server


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def state(tmp_path: Path) -> Iterator[State]:
    kept = State(tmp_path / "state")
    yield kept
    kept.close()


def watcher(press: Paper, state: State, clock: Clock, manners: Manners = MANNERS, *feeds: str) -> Watcher:
    return Watcher(feeds or [f"{press.url}/feed"], state, manners, at=Time(clock.time, clock.sleep))


def stories(results: Iterator[Story | Passed]) -> list[str]:
    return [result.headline for result in results if isinstance(result, Story)]


def reasons(results: Iterator[Story | Passed]) -> list[str]:
    return [result.reason for result in results if isinstance(result, Passed)]


def test_each_story_is_told_once_and_only_what_is_new_is_fetched(press: Paper, state: State, clock: Clock) -> None:
    press.pages |= {"/feed": rss(f"{press.url}/1", f"{press.url}/2"), "/1": page(1), "/2": page(2), "/3": page(3)}
    watching = watcher(press, state, clock)
    assert stories(watching.round()) == ["Round 1 of the talks", "Round 2 of the talks"]
    assert press.paths() == ["/feed", "/1", "/2"]
    press.pages["/feed"] = rss(f"{press.url}/3", f"{press.url}/2?utm_source=x", f"{press.url}/1#top")
    clock.now += 900
    assert stories(watching.round()) == ["Round 3 of the talks"]
    assert press.paths() == ["/feed", "/3"]


def test_watch_goes_on_where_it_was(press: Paper, tmp_path: Path, clock: Clock) -> None:
    press.pages |= {"/feed": rss(f"{press.url}/1", f"{press.url}/2"), "/1": page(1), "/2": page(2)}
    for expected in (["Round 1 of the talks", "Round 2 of the talks"], []):
        again = State(tmp_path / "kept")
        assert stories(watcher(press, again, clock).round()) == expected
        again.commit()
        again.close()
        clock.now += 1000


def test_what_is_not_committed_is_told_again(press: Paper, tmp_path: Path, clock: Clock) -> None:
    press.pages |= {"/feed": rss(f"{press.url}/1", f"{press.url}/2"), "/1": page(1), "/2": page(2)}
    first = State(tmp_path / "kept")
    results = watcher(press, first, clock).round()
    next(results)
    first.commit()
    next(results)  # told, and then the process dies
    first.close()
    second = State(tmp_path / "kept")
    assert stories(watcher(press, second, clock).round()) == ["Round 2 of the talks"]
    second.close()


def test_story_under_two_addresses_is_told_once(press: Paper, state: State, clock: Clock) -> None:
    whole = f"{press.url}/whole"
    press.pages |= {
        "/feed": rss(f"{press.url}/1", f"{press.url}/amp/1"),
        "/1": page(1, canonical=whole),
        "/amp/1": page(1, canonical=whole),
    }
    assert stories(watcher(press, state, clock).round()) == ["Round 1 of the talks"]


def test_feed_is_asked_for_only_if_it_changed(press: Paper, state: State, clock: Clock) -> None:
    said = {"ETag": '"v1"', "Last-Modified": "Tue, 14 May 2024 10:00:00 GMT"}
    press.pages |= {"/feed": rss(f"{press.url}/1")._replace(headers=said), "/1": page(1)}
    watching = watcher(press, state, clock)
    list(watching.round())
    press.asked.clear()
    clock.now += 900
    assert list(watching.round()) == []
    ((path, headers),) = press.asked
    assert (path, headers["if-none-match"], headers["if-modified-since"]) == ("/feed", '"v1"', said["Last-Modified"])
    assert headers["user-agent"].startswith("vaarta/")


def test_feed_is_not_polled_before_it_is_due(press: Paper, state: State, clock: Clock) -> None:
    press.pages |= {"/feed": rss()}
    watching = watcher(press, state, clock)
    list(watching.round())
    clock.now += 600
    list(watching.round())
    assert press.paths() == ["/feed"]


def test_requests_to_a_host_keep_their_distance(press: Paper, state: State, clock: Clock) -> None:
    press.pages |= {"/feed": rss(f"{press.url}/1", f"{press.url}/2"), "/1": page(1), "/2": page(2)}
    list(watcher(press, state, clock).round())
    assert clock.waits == [5, 5]
    press.pages |= {"/robots.txt": Reply("User-agent: *\nCrawl-delay: 30")}
    clock.waits.clear()
    clock.now += 90_000
    press.pages["/feed"] = rss(f"{press.url}/3")
    list(watcher(press, state, clock).round())
    assert clock.waits == [30]


def test_robots_txt_is_obeyed(press: Paper, state: State, clock: Clock) -> None:
    press.pages |= {
        "/robots.txt": Reply("User-agent: vaarta\nDisallow: /private\n\nUser-agent: *\nDisallow: /"),
        "/feed": rss(f"{press.url}/1", f"{press.url}/private/2"),
        "/1": page(1),
        "/private/2": page(2),
    }
    results = list(watcher(press, state, clock).round())
    assert stories(iter(results)) == ["Round 1 of the talks"]
    assert reasons(iter(results)) == ["its robots.txt does not allow it, or cannot be read"]
    assert press.paths() == ["/feed", "/1"]


def test_site_that_cannot_say_is_left_alone(press: Paper, state: State, clock: Clock) -> None:
    press.pages |= {"/robots.txt": Reply("", 500), "/feed": rss(f"{press.url}/1"), "/1": page(1)}
    assert reasons(watcher(press, state, clock).round()) == ["its robots.txt does not allow it, or cannot be read"]
    assert press.paths() == []
    press.pages["/robots.txt"] = Reply("")
    clock.now += 4000
    assert stories(watcher(press, state, clock).round()) == ["Round 1 of the talks"]


def test_failing_feed_is_polled_more_and_more_rarely(press: Paper, state: State, clock: Clock) -> None:
    press.pages["/feed"] = Reply("", 500)
    waits = []
    for _ in range(12):
        assert reasons(watcher(press, state, clock).round()) == ["500 Internal Server Error"]
        waits.append(state.feed(f"{press.url}/feed").due - clock.now)
        clock.now = state.feed(f"{press.url}/feed").due
    assert waits[:4] == [900, 1800, 3600, 7200]
    assert max(waits) == 86_400


@pytest.mark.parametrize("form", ["seconds", "date"])
def test_server_that_asks_to_stay_away_is_heeded(press: Paper, state: State, clock: Clock, form: str) -> None:
    later = format_datetime(datetime.fromtimestamp(START, UTC) + timedelta(seconds=5000), usegmt=True)
    press.pages["/feed"] = Reply("", 503, {"Retry-After": "5000" if form == "seconds" else later})
    list(watcher(press, state, clock).round())
    assert state.feed(f"{press.url}/feed").due - START == 5000


def test_feed_that_is_gone_is_watched_no_more(press: Paper, state: State, clock: Clock) -> None:
    press.pages["/feed"] = Reply("", 410)
    watching = watcher(press, state, clock)
    assert reasons(watching.round()) == ["gone for good: watched no more"]
    clock.now += 100_000
    assert list(watching.round()) == []


def test_story_that_fails_is_tried_again_and_given_up_in_the_end(press: Paper, state: State, clock: Clock) -> None:
    press.pages |= {"/feed": rss(f"{press.url}/1", f"{press.url}/2"), "/1": Reply("", 500), "/2": Reply("", 404)}
    watching = watcher(press, state, clock)
    told: list[Story | Passed] = []
    for _ in range(6):
        told.extend(watching.round())
        clock.now += 10_000
    assert sorted(reasons(iter(told))) == ["404 Not Found", "500 Internal Server Error"]
    assert press.paths().count("/1") == 4


def test_story_that_comes_back_is_told(press: Paper, state: State, clock: Clock) -> None:
    press.pages |= {"/feed": rss(f"{press.url}/1"), "/1": Reply("", 429, {"Retry-After": "2000"})}
    watching = watcher(press, state, clock)
    assert list(watching.round()) == []
    press.pages |= {"/feed": rss(), "/1": page(1)}
    clock.now += 1000
    assert stories(watching.round()) == []
    clock.now += 1100
    assert stories(watching.round()) == ["Round 1 of the talks"]


def test_only_so_many_stories_of_a_host_are_fetched_in_a_round(press: Paper, state: State, clock: Clock) -> None:
    press.pages |= {"/feed": rss(*(f"{press.url}/{n}" for n in range(5))), **{f"/{n}": page(n) for n in range(5)}}
    watching = watcher(press, state, clock, MANNERS._replace(most=3))
    assert len(stories(watching.round())) == 3
    assert len(stories(watching.round())) == 2


def test_old_stories_are_left_out_at_first_sight(press: Paper, state: State, clock: Clock) -> None:
    old = f"<item><link>{press.url}/1</link><pubDate>Wed, 01 May 2024 10:00:00 GMT</pubDate></item>"
    new = f"<item><link>{press.url}/2</link><pubDate>Mon, 13 May 2024 10:00:00 GMT</pubDate></item>"
    press.pages |= {"/feed": Reply(f"<rss><channel>{old}{new}</channel></rss>"), "/1": page(1), "/2": page(2)}
    assert stories(watcher(press, state, clock).round()) == ["Round 2 of the talks"]


def test_story_without_a_page_is_taken_from_the_feed(press: Paper, state: State, clock: Clock) -> None:
    item = f"<item><title>Talks</title><link>{press.url}/gone</link><description>{PROSE}</description></item>"
    press.pages["/feed"] = Reply(f"<rss><channel>{item}</channel></rss>")
    (story,) = watcher(press, state, clock).round()
    assert isinstance(story, Story)
    assert (story.reader, story.text) == ("feed", f"Talks\n\n{PROSE}")


def test_sitemaps_are_watched_like_feeds(press: Paper, state: State, clock: Clock) -> None:
    index = f"<sitemapindex><sitemap><loc>{press.url}/news.xml</loc></sitemap></sitemapindex>"
    news = (
        f"<urlset><url><loc>{press.url}/1</loc><lastmod>2024-05-14</lastmod></url>"
        f"<url><loc>{press.url}/2</loc><lastmod>2023-05-14</lastmod></url></urlset>"
    )
    press.pages |= {"/feed": Reply(index), "/news.xml": Reply(news), "/1": page(1), "/2": page(2)}
    (story,) = watcher(press, state, clock).round()
    assert isinstance(story, Story)
    assert (story.headline, story.published) == ("Round 1 of the talks", "2024-05-14")


def test_page_is_no_feed(press: Paper, state: State, clock: Clock) -> None:
    press.pages["/feed"] = page(1)
    assert reasons(watcher(press, state, clock).round()) == ["neither a feed nor a sitemap; give the address of one"]


def test_private_addresses_are_not_fetched(press: Paper, state: State, clock: Clock) -> None:
    press.pages |= {"/feed": rss(f"{press.url}/1"), "/1": page(1)}
    watching = watcher(press, state, clock, MANNERS._replace(allow_private=False))
    assert len(reasons(watching.round())) == 1
    assert press.asked == []


def test_file_that_is_no_state_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    other = tmp_path / "record.db"
    with sqlite3.connect(other) as rows:
        rows.execute("create table story (id text)")
    rows.close()
    before = other.read_bytes()
    with pytest.raises(ReadError, match="not the state of a watch"):
        State(other)
    assert other.read_bytes() == before
    text = tmp_path / "text"
    text.write_text("no database at all, but long enough to look at" * 9)
    with pytest.raises(ReadError, match="cannot be used"):
        State(text)
