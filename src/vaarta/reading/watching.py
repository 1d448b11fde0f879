"""Feeds and sitemaps watched politely: each story they list is fetched once, as its site allows, and told once."""

import io
import time
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from itertools import islice
from typing import NamedTuple, Protocol

import msgspec

from vaarta.reading.addresses import host_of, plain_address
from vaarta.reading.feeds import Item, items_of, story_of
from vaarta.reading.fetching import Answer, fetch
from vaarta.reading.kinds import recognise
from vaarta.reading.limits import DEPTH, DOCUMENT
from vaarta.reading.reader import Within, read_opened
from vaarta.reading.robots import Robots
from vaarta.reading.sitemaps import Listed, listed
from vaarta.reading.sources import Opened
from vaarta.reading.streams import inflate, rejoin, take_head, take_whole
from vaarta.reading.watch_state import Feed, State, Waiting
from vaarta.records import Passed, Story

__all__ = ["Manners", "Watcher"]

OK, NOT_MODIFIED, GONE, TOO_MANY, CLIENT, SERVER, UNAVAILABLE = 200, 304, 410, 429, 400, 500, 503
TRIES = 4  # times a story is asked for before it is given up
LONGEST = 86_400.0  # seconds between two polls of a feed, however often it has failed
DOUBLINGS = 8
SITEMAPS = 20  # sitemaps of an index that are fetched: those changed last
DAY = 86_400.0
LONGEST_WAIT = 300.0  # seconds that a round waits for a host; else its stories are left for a later round
FORBIDDEN = "its robots.txt does not allow it, or cannot be read"


class Manners(NamedTuple):
    """How a watch behaves: seconds between polls of a feed and between requests to a host, stories of a host a round.

    Stories older than `days` when they are first listed are left out. `contact` is told to servers.
    """

    every: float = 900.0
    delay: float = 5.0
    most: int = 100
    days: float = 7.0
    allow_private: bool = False
    contact: str = ""


class Get(Protocol):
    """What fetches: `fetching.fetch`, or what stands for it."""

    def __call__(
        self, url: str, *, headers: Mapping[str, str] | None = None, allow_private: bool = False, contact: str = ""
    ) -> Answer:
        """What the server at an address answers."""


class Time(NamedTuple):
    """What o'clock it is, in seconds since 1970, and how to wait."""

    clock: Callable[[], float] = time.time
    sleep: Callable[[float], object] = time.sleep


class Watcher:
    """Polls feeds and fetches the stories that they list, and remembers in its state which it has told."""

    def __init__(
        self, feeds: Sequence[str], state: State, manners: Manners, *, get: Get = fetch, at: Time | None = None
    ) -> None:
        self.feeds = list(dict.fromkeys(feeds))
        self.state = state
        self.manners = manners
        self.get = get
        self.at = at or Time()
        self.free: dict[str, float] = {}  # when the next request to each host may be made
        self.robots = Robots(self._get_rules, self.at.clock)

    def run(self, *, once: bool) -> Iterator[Story | Passed]:
        """The stories of round after round, as they are read; of one round with `once`."""
        while True:
            yield from self.round()
            if once:
                return
            self.state.commit()
            self.rest()

    def rest(self) -> None:
        """Wait until there is something to do again."""
        self.at.sleep(max(1.0, self.state.next_due(self.feeds) - self.at.clock()))

    def round(self) -> Iterator[Story | Passed]:
        """The stories new in the feeds that are due, and those that could not be fetched before and may be now.

        What is told is marked as seen before it is given out; the caller keeps it and commits the state.
        """
        for url in self.feeds:
            feed = self.state.feed(url)
            if not feed.gone and feed.due <= self.at.clock() and not self._is_paused(host_of(url)):
                yield from self._poll(feed)
        yield from self._fetch_waiting()
        self.state.forget_old(self.at.clock())

    # Feeds

    def _poll(self, feed: Feed) -> Iterator[Passed]:
        if not self.robots.allows(feed.url):
            self.state.keep_feed(self._later(feed))
            yield Passed(source=feed.url, reason=FORBIDDEN)
            return
        asked = {"If-None-Match": feed.etag, "If-Modified-Since": feed.modified}
        answer = self._request(feed.url, {name: value for name, value in asked.items() if value})
        now = self.at.clock()
        if answer.status == NOT_MODIFIED:
            self.state.keep_feed(feed._replace(due=now + self.manners.every, failures=0))
        elif answer.status != OK:
            gone = answer.status == GONE
            self.state.keep_feed(self._later(feed, _retry_after(answer, now))._replace(gone=gone))
            what = "gone for good: watched no more" if gone else answer.fault
            yield Passed(source=feed.url, reason=what)
        else:
            etag, modified = answer.headers.get("etag", ""), answer.headers.get("last-modified", "")
            self.state.keep_feed(Feed(feed.url, etag, modified, now + self.manners.every))
            yield from self._take(answer, feed.url)

    def _take(self, answer: Answer, url: str, depth: int = 0) -> Iterator[Passed]:
        """Note the new stories of a feed or sitemap as to be fetched."""
        found = _contents(answer)
        if isinstance(found, str):
            yield Passed(source=url, reason=found)
            return
        for item in found:
            if isinstance(item, Item):
                self._note(item)
            elif not item.is_sitemap:
                self._note(Item(url=item.url, headline=item.title, published=item.changed))
        inner = sorted((one for one in found if isinstance(one, Listed) and one.is_sitemap), key=_age)
        for one in inner[:SITEMAPS] if not depth else ():
            if self.robots.allows(one.url):
                page = self._request(one.url)
                if page.status == OK:
                    yield from self._take(page, one.url, depth + 1)
                else:
                    yield Passed(source=one.url, reason=page.fault)

    def _note(self, item: Item) -> None:
        keys = _keys(item)
        if self.state.is_seen(keys):
            self.state.mark(keys, self.at.clock())
        elif keys and not self.state.waits(item.url or item.name) and not self._is_old(item):
            self.state.wait(Waiting(item))

    def _is_old(self, item: Item) -> bool:
        try:
            told = datetime.fromisoformat(item.published)
        except ValueError:
            return False
        told = told if told.tzinfo else told.replace(tzinfo=UTC)
        return told.timestamp() < self.at.clock() - self.manners.days * DAY

    def _later(self, feed: Feed, asked: float = 0.0) -> Feed:
        """The feed after one more failure, due twice as late as after the last one, or when its server asks us to."""
        wait = self.manners.every * 2 ** min(feed.failures, DOUBLINGS)
        return feed._replace(due=self.at.clock() + max(min(wait, LONGEST), asked), failures=feed.failures + 1)

    # Stories

    def _fetch_waiting(self) -> Iterator[Story | Passed]:
        """The stories to fetch, the host first that may be asked soonest; of each host no more than is mannerly."""
        hosts: dict[str, deque[Waiting]] = {}
        for waiting in self.state.waiting(self.at.clock()):
            queue = hosts.setdefault(host_of(waiting.item.url), deque())
            if len(queue) < self.manners.most:
                queue.append(waiting)
        while hosts:
            host = min(hosts, key=lambda one: self.free.get(one, 0.0))
            if self._is_paused(host):
                return  # so are all others: what is left is for a later round
            result = self._fetch(hosts[host].popleft())
            if not hosts[host]:
                del hosts[host]
            if result is not None:
                yield result

    def _is_paused(self, host: str) -> bool:
        return self.free.get(host, 0.0) > self.at.clock() + LONGEST_WAIT

    def _fetch(self, waiting: Waiting) -> Story | Passed | None:
        """The story, or why there is none; None if it is to be tried again, or has been told under another address."""
        item = waiting.item
        if self.state.is_seen(_keys(item)):
            self.state.fetched(item.url or item.name)
            return None
        if not item.url:
            return self._without_page(item, "neither an address nor a text")
        if not self.robots.allows(item.url):
            return self._without_page(item, FORBIDDEN)
        answer = self._request(item.url)
        now = self.at.clock()
        if answer.status in {TOO_MANY, UNAVAILABLE}:
            self.free[host_of(item.url)] = now + max(_retry_after(answer, now), self.manners.every)
        passing = answer.status in {0, TOO_MANY} or answer.status >= SERVER
        if passing and waiting.tries + 1 < TRIES and "private address" not in answer.fault:
            wait = max(_retry_after(answer, now), self.manners.every * 2**waiting.tries)
            self.state.wait(Waiting(item, waiting.tries + 1, now + wait))
            return None
        if answer.status != OK:
            return self._without_page(item, answer.fault)
        return self._read(item, answer)

    def _read(self, item: Item, answer: Answer) -> Story | Passed | None:
        fetched = datetime.fromtimestamp(self.at.clock(), UTC).isoformat(timespec="seconds")
        opened = Opened(item.url, io.BytesIO(answer.body), answer.url, answer.charset, fetched)
        result = next(islice(read_opened(opened, Within(DEPTH)), 1), None)
        if not isinstance(result, Story):
            return self._without_page(item, result.reason if result else "nothing in it")
        keys = {_known(result.url), _known(answer.url), result.id} - {""}
        told = self.state.is_seen(keys)
        self._done(item, keys)
        if told:
            return None
        return msgspec.structs.replace(
            result, published=result.published or item.published, byline=result.byline or item.byline
        )

    def _without_page(self, item: Item, reason: str) -> Story | Passed:
        """The story as the feed itself holds it, if it does; else the reason why there is none."""
        self._done(item, set())
        story = story_of(item, item.url or item.name, "") if item.body else None
        return story if isinstance(story, Story) else Passed(source=item.url or item.name, reason=reason)

    def _done(self, item: Item, keys: set[str]) -> None:
        self.state.mark({*_keys(item), *keys}, self.at.clock())
        self.state.fetched(item.url or item.name)

    # Requests

    def _request(self, url: str, headers: Mapping[str, str] | None = None) -> Answer:
        """What the server answers, asked no sooner than its host may be asked again."""
        host = host_of(url)
        delay = max(self.manners.delay, self.robots.delay(url))
        self.at.sleep(max(0.0, self.free.get(host, 0.0) - self.at.clock()))
        answer = self._plain_get(url, headers)
        self.free[host] = self.at.clock() + delay
        return answer

    def _get_rules(self, url: str) -> Answer:
        return self._plain_get(url, None)

    def _plain_get(self, url: str, headers: Mapping[str, str] | None) -> Answer:
        manners = self.manners
        return self.get(url, headers=headers, allow_private=manners.allow_private, contact=manners.contact)


def _keys(item: Item) -> set[str]:
    """What a story is known by: its address without tracking, and what its feed calls it."""
    address = _known(item.url)
    named = f"{host_of(item.url)} {item.name}" if item.name and item.url != item.name else ""
    return {address, named} - {""}


def _known(url: str) -> str:
    """An address as stories are known by: http and https are the same place."""
    return plain_address(url).partition("://")[2]


def _contents(answer: Answer) -> list[Item] | list[Listed] | str:
    """What a feed or a sitemap lists, or why it lists nothing."""
    try:
        head, stream = inflate(take_head(first := io.BytesIO(answer.body)), first)
        kind = recognise(head, answer.url)
        whole = rejoin(head, stream)
        if kind.form == "sitemap":
            return list(listed(whole))
        data = take_whole(whole, DOCUMENT) if kind.form == "feed" else None
    except (OSError, EOFError) as fault:
        return f"cannot be read to its end: {fault}"
    return "neither a feed nor a sitemap; give the address of one" if data is None else items_of(data)


def _age(one: Listed) -> tuple[bool, str]:
    """Sorts the sitemaps changed last first; those that do not say come last."""
    return (not one.changed, "".join(chr(0x10FFFF - ord(c)) for c in one.changed))


def _retry_after(answer: Answer, now: float) -> float:
    """The seconds that a server asks us to stay away; 0.0 if it does not say, a day at most."""
    said = answer.headers.get("retry-after", "").strip()
    if said.isdecimal() and said.isascii():
        return min(float(said[:9]), LONGEST)
    try:
        return min(max(0.0, parsedate_to_datetime(said).timestamp() - now), LONGEST)
    except (ValueError, TypeError, IndexError, OverflowError):
        return 0.0
