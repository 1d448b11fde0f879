"""Nothing that a story, a name or an address says runs, breaks a page, or reaches beyond it."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import quote, urlencode

import msgspec
import pytest
from asking import ask_page, plain
from factories import evidence, make_event, make_story
from hypothesis import given, settings
from hypothesis import strategies as st
from starlette.testclient import TestClient

from vaarta.records import Claims, Engagement, Entry, Link, Party, Place, Standing, Statement, When
from vaarta.store import open_store
from vaarta.web import app, make_app
from vaarta.web.asked import FIELDS
from vaarta.web.telling import safe_url

EVIL = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>{{7*191}}{% raw %}\u202e&amp;\x00"
ID = "story/<b>?x=1&y#z.json"
ROUNDS: tuple[tuple[int, str, str, Standing], ...] = (
    (1, "NPL", "2024-02-01", "planned"), (2, "IND", "2024-02-09", "happened"), (3, "IND", "2024-02-09", "denied"),
)  # fmt: skip
OTHERS = ("page", "lang", "by", "x")
OUR_SCRIPT = {"src": "/static/page.js", "defer": None}
VOID = {"meta", "link", "input", "br", "img", "line", "rect", "circle", "polyline", "path"}


class Reader(HTMLParser):
    """Reads a page as a browser does: its tags and attributes, and whether what is opened is closed."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record in which every text that can be anything is hostile."""
    db = tmp_path_factory.mktemp("hostile") / "hostile.db"
    text = f"{EVIL} met {EVIL}"
    story = make_story(
        text, id=ID, headline=EVIL, byline=EVIL, publisher=EVIL, section=EVIL, published=EVIL, url="javascript:alert(1)"
    )
    story = msgspec.structs.replace(story, paragraphs=((5, 2), (0, 10**6), (-4, 3)))
    side = Party(text=EVIL, country=EVIL, office=EVIL)
    when = When(first=EVIL, last=EVIL, said=EVIL)
    where = Place(text=EVIL, country=EVIL)
    fields = {"when": when, "where": where, "by": EVIL}
    event = make_event(
        story, "met", id=EVIL, type_=EVIL, mode=EVIL, cameo=EVIL, contexts=(EVIL,), actors=(side,) * 20,
        recipients=(side,), **fields,
    )  # fmt: skip
    far = msgspec.structs.replace(evidence(story, "met"), span=(-5, 10**9), sentence=(0, len(text)))
    statement = Statement(
        id="s", story=ID, evidence=far, content=far, cue=EVIL, speaker=side, venue=EVIL, by=EVIL, where=where
    )
    tour = Engagement(
        id="e", story=ID, evidence=evidence(story, "met"), kind="visit", parties=(EVIL, "IND"), name=EVIL, series=EVIL,
        topics=(EVIL,) * 30, part_of=EVIL, heads=(side,), by=EVIL, round=-(10**9), when=when,
    )  # fmt: skip
    rounds = tuple(
        Engagement(
            id=f"round-{number}{EVIL}", story=ID, evidence=evidence(story, "met"), kind="dialogue-round",
            parties=("IND", "NPL"), name=EVIL, series=EVIL, round=number, by=EVIL, topics=(EVIL,), hosts=(side,),
            where=Place(text=EVIL, country=country), when=When(first=day, last=day, said=EVIL), standing=standing,
        )
        for number, country, day, standing in ROUNDS
    )  # fmt: skip
    engagements = (tour, *rounds)
    with open_store(db) as kept:
        kept.keep(story, Claims(story=ID, lang="hi", events=(event,), statements=(statement,), engagements=engagements))
        ids = tuple(one.id for one in rounds)
        kept.gather([Entry(id=f"entry{EVIL}", kind="engagement", best=ids[0], told_by=ids)])
        kept.link(Link(left=EVIL, right="e", verdict="unsure", why=EVIL, by=EVIL))
    return db


def _addresses() -> Iterator[str]:
    evil = quote(EVIL, safe="")
    yield from ("/", f"/thing/{evil}", "/thing/s", "/thing/e", f"/story/{quote(ID, safe='')}", "/about")
    yield from (f"/?words={evil}", f"/?actor={evil}&to={evil}&office={evil}", f"/?publisher={evil}&series={evil}")
    yield from (f"/?place={evil}", f"/?type={evil}", f"/?since={evil}", f"/?lang={evil}", f"/{evil}", "/dyad/IND/NPL")
    yield from (f"/?between={evil}&between=IND", f"/?told_in={evil}", f"/?page={evil}", "//evil.example", f"/?{evil}=1")
    yield from (f"/dyad/{evil}/IND", f"/actor/{evil}", f"/office/IND/{evil}", f"/office/{evil}/x", f"/series/{evil}")
    yield from (
        "/series",
        f"/calendar/{evil}",
        "/calendar/2024-02",
        "/calendar/9999-12",
        "/calendar/0001-01",
        "/calendar",
    )
    yield from (
        "/map",
        f"/map?country={evil}",
        "/network",
        f"/network?since={evil}",
        "/disagreements",
        f"/search?words={evil}",
    )
    yield from (
        "/disagreements?what=changed",
        f"/disagreements?page={evil}",
        "/search?words=met",
        "/actor/IND",
        "/thing/s?x=1",
    )


@pytest.mark.parametrize("address", list(_addresses()))
def test_hostile_text_stays_text(hostile: Path, address: str) -> None:
    told = ask_page(hostile).get(address)
    assert told.status_code in {200, 400, 404}, told.status_code
    reader = Reader()
    reader.feed(told.text)
    reader.close()
    assert reader.open == []
    assert {tag for tag, _ in reader.tags}.isdisjoint({"img", "b", "iframe", "style", "object", "embed"})
    assert [attributes for tag, attributes in reader.tags if tag == "script"] == [OUR_SCRIPT]
    for _, attributes in reader.tags:
        assert not [name for name in attributes if name.startswith("on") or name == "style"]
        for name in ("href", "src", "action"):
            target = attributes.get(name) or "/"
            assert re.match(r"/(?!/)|#content$|#[cw][0-9]+$", target), target
    assert "1337" not in plain(told.text)


def test_hostile_disputes_and_rounds_are_told(hostile: Path) -> None:
    client = ask_page(hostile)
    (one,) = client.get("/disagreements.json").json()["things"]
    assert {dispute["field"] for dispute in one["disputes"]} == {"days", "country", "round", "standing"}
    assert len(client.get("/disagreements.json?what=changed").json()["things"]) == 1
    assert client.get("/series/dialogue-round/IND-NPL.json").json()["series"][0][0] == EVIL


def test_hostile_ids_lead_to_their_pages(hostile: Path) -> None:
    client = ask_page(hostile)
    listed = client.get("/").text
    for link in re.findall(r'href="(/(?:thing|story)/[^"]+)"', listed):
        assert client.get(link).status_code == 200


@given(pairs=st.lists(st.tuples(st.sampled_from((*FIELDS, *OTHERS)), st.text(max_size=40)), max_size=6))
@settings(max_examples=60)
def test_no_question_is_a_fault_of_the_page(hostile: Path, pairs: list[tuple[str, str]]) -> None:
    client = ask_page(hostile)
    query = urlencode(pairs, errors="replace")
    for path in (
        "/",
        "/api/ask",
        "/api/count",
        "/dyad/IND/NPL",
        "/map",
        "/network",
        "/search",
        "/calendar/2024-02",
        "/actor/IND",
    ):
        assert client.get(f"{path}?{query}").status_code in {200, 400}


@pytest.mark.parametrize(
    "address", ["/.json", "/thing/e.json", "/api/ask", "/api/ask.csv", "/api/ask.ics", "/about.json"]
)
def test_hostile_record_can_be_asked_by_programs(hostile: Path, address: str) -> None:
    told = ask_page(hostile).get(address)
    assert told.status_code == 200
    assert told.headers["content-type"].startswith(("application/json", "text/csv", "text/calendar"))


@pytest.mark.parametrize("address", ["/", "/nowhere", "/api/ask", "/static/page.css", "/static/nothing", "/?since=x"])
def test_every_answer_has_the_headers_that_keep_it_safe(record: Path, address: str) -> None:
    headers = ask_page(record).get(address).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "//x.example", "http://", "https://[x", "", "http://a\nb"]
)
def test_only_addresses_of_the_web_are_links(url: str) -> None:
    assert safe_url(url) == ""


@pytest.mark.parametrize("url", ["https://news.example/paris?a=1", "http://समाचार.example/खबर"])
def test_addresses_of_the_web_are_links(url: str) -> None:
    assert safe_url(url) == url


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("localhost:8000", 200),
        ("127.0.0.1", 200),
        ("[::1]:8000", 200),
        ("LOCALHOST.", 200),
        ("evil.example", 421),
        ("localhost.evil.example", 421),
        ("", 421),
    ],
)
def test_only_names_of_this_machine_are_answered(record: Path, host: str, status: int) -> None:
    told = ask_page(record).get("/about", headers={"Host": host})
    assert told.status_code == status


@pytest.mark.parametrize(("host", "name"), [("news.lan", "News.LAN:80"), ("0.0.0.0", "any.example"), ("::", "x")])
def test_the_host_that_was_asked_for_is_answered(record: Path, host: str, name: str) -> None:
    client = TestClient(make_app(record, host), base_url="http://localhost")
    assert client.get("/about", headers={"Host": name}).status_code == 200


def test_long_addresses_are_refused(record: Path) -> None:
    client = ask_page(record)
    assert client.get("/", params={"words": "x" * 301}).status_code == 400
    told = client.get("/", params={"words": "x" * 5000})
    assert told.status_code == 414
    assert "Ask with fewer words" in told.text


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
def test_pages_are_only_read(record: Path, method: str) -> None:
    told = ask_page(record).request(method, "/")
    assert told.status_code == 405
    assert "Pages can only be read" in told.text


@pytest.mark.parametrize("path", ["/static/../app.py", "/static/%2e%2e/app.py", "/static/..%2fapp.py"])
def test_only_assets_are_served(record: Path, path: str) -> None:
    assert ask_page(record).get(path).status_code == 404


def test_a_question_that_takes_too_long_is_stopped(record: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(app, "SECONDS", 0.0)
    monkeypatch.setattr("vaarta.store.record.STEPS", 1)
    told = ask_page(record).get("/")
    assert told.status_code == 504
    assert "Choose fewer days" in told.text


def test_a_record_that_is_gone_is_told_without_its_place(tmp_path: Path) -> None:
    told = ask_page(tmp_path / "gone.db").get("/")
    assert told.status_code == 503
    assert str(tmp_path) not in told.text
    assert "The terminal" in told.text
