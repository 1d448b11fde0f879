"""Each page in both languages, from the record of conftest.py; and its JSON, which is all that it is made of."""

import re
from pathlib import Path
from urllib.parse import quote

import msgspec
import pytest
from asking import ask_page, plain
from factories import AGAIN, HINDI, english, hindi, told_again, visit
from starlette.testclient import TestClient

from vaarta.records import Claims, Engagement, Entry, Link, When
from vaarta.store import open_store

STORY = f"/story/{hindi()[0].id}"
PAGES = (
    "/", "/thing/entry-visit", "/thing/engagement-1", STORY, "/dyad/IND/NPL", "/about", "/actor/IND",
    "/actor/s-jaishankar", "/office/NPL/president", "/series", "/series/dialogue-round/IND-NPL", "/calendar/2024-02",
    "/map", "/network", "/disagreements", "/search",
)  # fmt: skip


@pytest.fixture
def client(record: Path) -> TestClient:
    return ask_page(record)


@pytest.mark.parametrize("lang", ["en", "hi"])
@pytest.mark.parametrize("page", PAGES)
def test_page_renders_in_its_language(client: TestClient, page: str, lang: str) -> None:
    told = client.get(page, params={"lang": lang})
    assert told.status_code == 200
    assert f'<html lang="{lang}">' in told.text
    assert {"en": "The record of diplomacy", "hi": "कूटनीति का लेखा"}[lang] in told.text


@pytest.mark.parametrize("page", PAGES)
def test_every_page_has_one_heading_a_skip_link_and_no_script_but_ours(client: TestClient, page: str) -> None:
    html = client.get(page).text
    assert html.count("<h1") == 1
    assert '<a class="skip" href="#content">' in html
    assert 'id="content"' in html
    assert re.findall("<script[^>]*>.", html) == ['<script src="/static/page.js" defer><']
    assert "style=" not in html


@pytest.mark.parametrize(
    ("accepted", "lang"),
    [("hi-IN,hi;q=0.9,en;q=0.8", "hi"), ("en;q=0.2, hi;q=0.7", "hi"), ("fr", "en"), ("", "en"), ("hi;q=0", "en")],
)
def test_language_is_what_the_browser_accepts(client: TestClient, accepted: str, lang: str) -> None:
    told = client.get("/about", headers={"Accept-Language": accepted})
    assert f'<html lang="{lang}">' in told.text
    assert told.headers["vary"] == "Accept-Language"


def test_a_thing_told_by_two_stories_is_listed_once(client: TestClient) -> None:
    told = client.get("/", params={"kind": "event", "between": ["IND", "NPL"], "lang": "en"})
    assert told.text.count('<article class="thing') == 1
    assert "told by 2 stories" in told.text
    assert 'The foreign minister <mark class="event">met</mark> the president of Nepal.' in told.text


@pytest.mark.parametrize(
    ("question", "count"),
    [
        ({}, 7),
        ({"kind": "visit"}, 1),
        ({"type": "CONSULT/visit"}, 1),
        ({"standing": "planned"}, 2),
        ({"since": "2024-03", "until": "2024-04"}, 2),
        ({"told_in": "en"}, 3),
        ({"publisher": "नमूना समाचार"}, 5),
        ({"words": "मुलाकात"}, 4),
        ({"words": "President, OFFICIALS"}, 0),
        ({"words": "President minister"}, 1),
        ({"actor": "जर्मनी"}, 1),
        ({"quad": "3"}, 1),
        ({"country": "France", "standing": "planned"}, 1),
        ({"upcoming": "1", "since": "2024-02-01"}, 2),
        ({"min_score": "0.9", "kind": "event", "told_in": "en"}, 2),
        ({"words": "nowhere"}, 0),
    ],
)
def test_filters_of_ask(client: TestClient, question: dict[str, str], count: int) -> None:
    html, told = client.get("/", params=question).text, client.get("/.json", params=question).json()
    assert html.count('<article class="thing') == count
    assert len(told["things"]) == count
    assert all(f'href="/thing/{thing["id"]}"' in html for thing in told["things"])


def test_no_answer_says_what_to_do(client: TestClient) -> None:
    assert "Take a filter away" in client.get("/", params={"words": "nowhere"}).text


def test_an_address_without_empty_fields_is_the_one_to_cite(client: TestClient) -> None:
    told = client.get("/?words=&actor=IND&type=&lang=hi", follow_redirects=False)
    assert told.status_code == 302
    assert told.headers["location"] == "/?actor=IND&lang=hi"


def test_a_language_asked_for_is_kept_in_the_links(client: TestClient) -> None:
    assert 'href="/about?lang=hi"' in client.get("/?lang=hi").text
    assert 'href="/about"' in client.get("/").text
    asked = client.get("/dyad/IND/NPL?lang=hi&since=2024-01-01").text
    assert 'href="/dyad/IND/NPL.json?since=2024-01-01&amp;lang=hi"' in asked


def test_paging_has_all_and_nothing_twice(tmp_path: Path) -> None:
    db = tmp_path / "many.db"
    story, claims = english()
    event = claims.events[0]
    many = tuple(msgspec.structs.replace(event, id=f"event-{n:02}") for n in range(30))
    with open_store(db) as kept:
        kept.keep(story, Claims(story=story.id, lang="en", events=many))
    client = ask_page(db)
    pages = [client.get("/.json", params={"page": str(page)}).json() for page in (1, 2)]
    ids = [thing["id"] for page in pages for thing in page["things"]]
    assert sorted(ids) == [event.id for event in many]
    assert [page["more"] for page in pages] == [True, False]
    assert 'rel="next" href="/?page=2"' in client.get("/").text
    assert 'rel="prev"' in client.get("/?page=2").text


def test_a_thing_shows_all_that_tell_it_and_their_stories(client: TestClient) -> None:
    html = client.get("/thing/entry-visit?lang=en").text
    best, other = visit()
    assert html.index(f'id="{best.id}"') < html.index(f'id="{other.id}"')
    assert f'href="/story/{told_again()[0].id}?lang=en"' in html
    assert "as written: सोमवार" in html
    assert client.get(f"/thing/{other.id}.json").json() == client.get("/thing/entry-visit.json").json()


def test_a_part_names_its_whole_and_the_whole_its_parts(client: TestClient) -> None:
    part, whole = client.get("/thing/engagement-2.json").json(), client.get("/thing/engagement-1.json").json()
    assert part["part_of"]["id"] == "engagement-1"
    assert [thing["id"] for thing in whole["parts"]] == ["engagement-2"]
    assert 'href="/thing/engagement-1"' in client.get("/thing/engagement-2").text


def test_what_stories_tell_differently_stands_side_by_side(tmp_path: Path) -> None:
    db = tmp_path / "disputed.db"
    (one, told), (other, told_too) = hindi(), told_again()
    day = When(first="2024-02-07", last="2024-02-07")
    event = msgspec.structs.replace(told_too.events[0], when=day)
    with open_store(db) as kept:
        kept.keep(one, told)
        kept.keep(other, msgspec.structs.replace(told_too, events=(event,)))
        link = Link(left=told.events[0].id, right=event.id, verdict="same", why="the same <sides>", score=0.9)
        kept.link(link)
        kept.gather([Entry(id="entry-1", kind="event", best=event.id, told_by=(told.events[0].id, event.id))])
    client = ask_page(db)
    (dispute,) = client.get("/thing/entry-1.json").json()["disputes"]
    assert [said for said, _ in dispute["answers"]] == ["2024-02-05", "2024-02-07"]
    html = client.get("/thing/entry-1?lang=en").text
    assert "Told differently" in html
    assert "<h4>5 February 2024</h4>" in html
    assert "the same &lt;sides&gt;" in html


def test_a_story_is_shown_whole_with_its_claims_marked(client: TestClient) -> None:
    html = client.get(f"{STORY}?lang=en").text
    article = html[html.index('<article class="story"') : html.index("</article>")]
    assert HINDI in plain(article)
    assert '<mark class="event"><a href="#c1" id="w1" title="consults · visit">मुलाक़ात की</a></mark>' in html
    card = html[html.index('<li id="c1"') :]
    assert 'href="/thing/entry-visit?lang=en"' in card
    assert "test#hand" in card
    assert 'href="#w1"' in card
    # The round lies inside what is said: it is marked as both.
    assert '<mark class="engagement content"><a href="#c' in html
    assert 'class="legend"' in html


@pytest.mark.parametrize(
    ("image", "links"), [("https://news.example/a.jpg?x=1&y=2", 1), ("javascript:alert(1)", 0), ("", 0)]
)
def test_the_image_of_a_story_is_a_link_and_is_not_fetched(tmp_path: Path, image: str, links: int) -> None:
    story = msgspec.structs.replace(hindi()[0], image=image)
    with open_store(tmp_path / "record.db") as kept:
        kept.keep(story, hindi()[1])
    html = ask_page(tmp_path / "record.db").get(f"/story/{story.id}?lang=en").text
    assert html.count('href="https://news.example/a.jpg?x=1&amp;y=2" rel="noopener') == links
    assert html.count("Its picture there") == links
    assert "<img" not in html
    assert "javascript:" not in html


def test_a_headline_that_is_the_first_paragraph_stands_once(client: TestClient) -> None:
    html = client.get(f"/story/{told_again()[0].id}").text
    article = plain(html[html.index('<article class="story"') : html.index("</article>")])
    assert article.count(AGAIN.split("\n")[0]) == 1
    assert 'href="https://times.example/visit?a=1&amp;b=नेपाल" rel="noopener nofollow noreferrer external"' in html


def test_a_dyad_shows_curve_and_both_directions(client: TestClient) -> None:
    html = client.get("/dyad/IND/NPL?lang=en").text
    told = client.get("/dyad/IND/NPL.json").json()
    assert [(way["keys"]["direction"], way["count"], way["reports"]) for way in told["ways"]] == [("IND>NPL", 1, 2)]
    assert "<svg" in html
    assert "<title>India → Nepal, February 2024: 1.9</title>" in html
    assert "<title>February 2024: 1</title>" in html
    assert [len(told[kind]) for kind in ("events", "engagements", "statements")] == [1, 2, 0]


def test_a_dyad_may_be_written_by_names(client: TestClient) -> None:
    told = client.get(f"/dyad/ind/{quote('नेपाल')}.json?since=2024", follow_redirects=False)
    assert told.headers["location"] == "/dyad/IND/NPL.json?since=2024"


@pytest.mark.parametrize(
    ("address", "title"),
    [
        ("/", "Vaarta"),
        ("/?kind=event&actor=IND", "IND · event · Vaarta"),
        ("/dyad/IND/NPL", "India – Nepal · Vaarta"),
        (STORY, "विदेश मंत्री नेपाल में · Vaarta"),
        ("/thing/entry-visit", "consults · visit · 5 February 2024 · Vaarta"),
        ("/nowhere", "There is no such page · Vaarta"),
    ],
)
def test_titles_say_what_a_page_shows(client: TestClient, address: str, title: str) -> None:
    assert f"<title>{title}</title>" in client.get(address).text


def test_filters_are_open_if_one_of_them_counts(client: TestClient) -> None:
    assert "<details open>" in client.get("/?kind=visit").text
    assert "<details>" in client.get("/?kind=event&standing=happened").text


def test_about_counts_what_the_record_holds(client: TestClient) -> None:
    held = client.get("/about.json").json()["contents"]
    assert held["stories"] == 3
    html = client.get("/about?lang=en").text
    assert "What it cannot do" in html
    assert "<dt>Stories</dt><dd>3</dd>" in html


def test_what_a_person_ruled_wrong_is_not_marked(tmp_path: Path) -> None:
    from vaarta.records import Ruling

    db = tmp_path / "ruled.db"
    story, claims = english()
    with open_store(db) as kept:
        kept.keep(story, claims)
        kept.rule(Ruling(claim=claims.events[0].id, verdict="wrong", by="A. Reader", on="2024-05-01"))
    client = ask_page(db)
    assert "hold talks</a>" in client.get(f"/story/{story.id}").text
    assert "condemned</a>" not in client.get(f"/story/{story.id}").text
    assert len(client.get("/.json").json()["things"]) == 1


def test_an_engagement_is_told_by_its_countries(client: TestClient) -> None:
    assert isinstance(hindi()[1].engagements[0], Engagement)
    assert "भारत – नेपाल" in client.get("/?kind=visit&lang=hi").text
