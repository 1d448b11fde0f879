"""The pages that look at the record at large: actors, offices, series, calendar, map, network, search and others."""

import shutil
from pathlib import Path
from typing import Any
from urllib.parse import quote

import msgspec
import pytest
from asking import ask_page, plain
from factories import english, evidence, hindi, make_event, make_story, told_again
from starlette.testclient import TestClient

from vaarta.records import Claims, Engagement, Entry, Party, Place, Standing, When
from vaarta.store import open_store


@pytest.fixture
def client(record: Path) -> TestClient:
    return ask_page(record)


def _round(number: int | None, day: str, standing: Standing = "happened", **fields: object) -> Engagement:
    text = f"India and Nepal: round {number} on {day}."
    story = make_story(text)
    when = When(first=day, last=day) if day else None
    base: dict[str, object] = {
        "parties": ("IND", "NPL"), "series": "Boundary Talks", "where": Place(text="Kathmandu", country="NPL"),
        "kind": "dialogue-round",
    }  # fmt: skip
    return Engagement(
        id=f"round-{number}-{day}", story=story.id, evidence=evidence(story, "round"), by="test#hand", when=when,
        round=number, standing=standing, **{**base, **fields},  # type: ignore[arg-type]
    )  # fmt: skip


@pytest.fixture
def rounds(tmp_path: Path) -> TestClient:
    """A record of three rounds of one series; two stories tell the second one differently, the third is to come."""
    told = (
        _round(1, "2024-01-10"), _round(2, "2024-02-10"), _round(2, "2024-02-12"), _round(3, "2024-05-10", "planned"),
        _round(None, "2024-01-20", series="", kind="visit", where=Place(text="Pokhara", place_id="gn:1282898")),
    )  # fmt: skip
    db = tmp_path / "rounds.db"
    with open_store(db) as kept:
        for number, one in enumerate(told):
            story = make_story(f"India and Nepal: round {one.round} on {one.when.first if one.when else ''}.")
            story = msgspec.structs.replace(story, published=f"2024-06-0{number + 1}", headline=f"Story {number}")
            kept.keep(story, Claims(story=story.id, lang="en", engagements=(one,)))
        second = (told[1].id, told[2].id)
        kept.gather([Entry(id="entry-2", kind="engagement", best=told[1].id, told_by=second)])
    return ask_page(db)


def test_a_country_has_what_it_did_said_and_with_whom(client: TestClient) -> None:
    told = client.get("/actor/IND.json").json()
    assert told["who"] == {"id": "IND", "name": "India", "kind": "country", "country": "IND"}
    assert [(tie["right"], tie["count"], tie["reports"]) for tie in told["partners"]] == [("NPL", 3, 4)]
    assert [len(told[kind]) for kind in ("did", "received", "said", "engagements")] == [1, 0, 1, 2]
    assert sum(span["count"] for span in told["timeline"]["spans"]) == 4
    html = client.get("/actor/IND?lang=hi").text
    assert "<h1><bdi>भारत</bdi></h1>" in html
    assert 'href="/dyad/IND/NPL?lang=hi"' in html


@pytest.mark.parametrize(
    ("written", "address"),
    [("india", "/actor/IND"), ("भारत", "/actor/IND"), ("एस जयशंकर", "/actor/s-jaishankar")],
)
def test_an_actor_may_be_written_by_a_name(client: TestClient, written: str, address: str) -> None:
    told = client.get(f"/actor/{quote(written)}?since=2024", follow_redirects=False)
    assert told.headers["location"] == f"{address}?since=2024"
    as_json = client.get(f"/actor/{quote(written)}.json", follow_redirects=False)
    assert as_json.headers["location"] == f"{address}.json"


def test_a_person_has_the_offices_of_our_lists(client: TestClient) -> None:
    told = client.get("/actor/s-jaishankar.json").json()
    assert ("foreign-secretary", "2015-01-28") in [(held["office"], held["first"]) for held in told["offices"]]
    assert 'href="/office/IND/foreign-secretary"' in client.get("/actor/s-jaishankar").text


def test_one_whom_no_list_has_is_looked_for_by_name(client: TestClient) -> None:
    told = client.get(f"/actor/{quote('रमेश थापा')}.json").json()
    assert told["who"]["kind"] == "name"
    assert told["offices"] == []


def test_an_office_has_its_holders_and_what_they_did(client: TestClient) -> None:
    moved = client.get(f"/office/भारत/{quote('भारत के विदेश मंत्री')}", follow_redirects=False)
    assert moved.headers["location"] == "/office/IND/foreign-minister"
    told = client.get("/office/IND/foreign-minister.json").json()
    assert "Yashwant Sinha" in [held["holder"]["name"] for held in told["holders"]]
    # Found by "foreign minister" in English, and by विदेश मंत्री in Hindi: the two stories of one visit.
    assert [thing["id"] for thing in told["did"]] == ["entry-visit"]
    assert [(tie["left"], tie["right"]) for tie in told["partners"]] == [("IND", "NPL")]
    assert "विदेश मंत्री, भारत" in plain(client.get("/office/IND/foreign-minister?lang=hi").text)


def test_the_office_is_that_of_the_country(client: TestClient) -> None:
    assert client.get("/office/NPL/foreign-minister.json").json()["did"] == []


def test_an_office_that_no_list_has_is_looked_for_by_its_words(client: TestClient) -> None:
    told = client.get(f"/office/NPL/{quote('थापा')}.json").json()
    assert (told["office"], told["words"], told["holders"]) == ("", "थापा", [])
    assert [thing["id"] for thing in told["tenures"]] == ["tenure-1"]


def test_a_series_has_its_rounds_the_next_and_what_is_disputed(rounds: TestClient) -> None:
    told = rounds.get("/series/dialogue-round/IND-NPL.json").json()
    ((name, found),) = told["series"]
    assert name == "Boundary Talks"
    assert [(one["round"]["number"], one["round"]["standing"]) for one in found] == [
        (1, "happened"),
        (2, "happened"),
        (3, "planned"),
    ]
    assert told["next"]["first"] == "2024-05-10"
    assert [said for said, _ in found[1]["disputes"][0]["answers"]] == ["2024-02-10", "2024-02-12"]
    html = rounds.get("/series/dialogue-round/IND-NPL?lang=en").text
    assert "10 February 2024 / 12 February 2024" in html
    assert 'href="/series/dialogue-round/IND-NPL"' in rounds.get("/series").text
    assert 'href="/series/dialogue-round/IND-NPL"' in rounds.get("/thing/entry-2").text


@pytest.mark.parametrize(
    "address", ["visit/IND-NPL", "dialogue-round/IND", "dialogue-round/IND-xx", "summit/IND-CHN", "x"]
)
def test_what_is_no_series_is_not_found(rounds: TestClient, address: str) -> None:
    assert rounds.get(f"/series/{address}").status_code == 404


def test_a_month_has_its_engagements_on_their_days(rounds: TestClient) -> None:
    told = rounds.get("/calendar/2024-02.json").json()
    on = {day: [answer["claim"]["id"] for answer in found] for week in told["weeks"] for day, found in week if found}
    # One thing, though two stories tell of it: on the day that comes first.
    assert on == {"2024-02-10": ["round-2-2024-02-10"]}
    assert (told["before"], told["after"]) == ("2024-01", "2024-03")
    html = rounds.get("/calendar/2024-02?lang=en").text
    assert "/api/ask.ics?since=2024-02-01&amp;until=2024-02-29&amp;lang=en" in html
    assert rounds.get("/calendar", follow_redirects=False).headers["location"] == "/calendar/2024-05"


def test_what_is_some_time_in_a_month_is_on_no_day(client: TestClient) -> None:
    told = client.get("/calendar/2024-03.json").json()
    assert [answer["claim"]["id"] for answer in told["some_time"]] == ["engagement-2"]
    assert not [day for week in told["weeks"] for day, found in week if found]


@pytest.mark.parametrize("month", ["2024-13", "2024", "24-02", "9999-12", "x"])
def test_what_is_no_month_is_not_found(client: TestClient, month: str) -> None:
    assert client.get(f"/calendar/{month}").status_code == 404


def test_places_are_on_the_map_as_near_as_they_are_known(rounds: TestClient) -> None:
    told = rounds.get("/map.json").json()
    spots = {spot["precision"]: spot for spot in told["spots"]}
    assert (spots["town"]["names"]["en"], round(spots["town"]["lat"])) == ("Pokhara", 28)
    assert (spots["country"]["country"], spots["country"]["count"]) == ("NPL", 3)
    html = rounds.get("/map?lang=en").text
    assert html.count('class="spot town"') == 2  # on the map and in its legend
    assert 'class="disputed"' in html
    assert "Natural Earth" in html
    assert rounds.get("/map.json?until=2024-01-15").json()["spots"][0]["count"] == 1


def test_who_deals_with_whom_is_drawn_and_listed(client: TestClient) -> None:
    told = client.get("/network.json").json()
    assert [(tie["left"], tie["right"], tie["count"]) for tie in told["ties"]] == [("IND", "NPL", 3), ("DEU", "FRA", 1)]
    html = client.get("/network?lang=en").text
    assert html.count('class="side"') == 4
    assert html.count("<tr>") == 3
    assert client.get("/network.json?since=2024-05").json()["ties"][0]["left"] == "DEU"


def test_the_network_is_drawn_the_same_each_time(client: TestClient) -> None:
    assert client.get("/network?lang=en").text == client.get("/network?lang=en").text


def test_what_is_told_differently_stands_with_its_sentences(rounds: TestClient) -> None:
    told = rounds.get("/disagreements.json").json()
    assert [one["thing"]["id"] for one in told["things"]] == ["entry-2"]
    html = rounds.get("/disagreements?lang=en").text
    assert "<h4>12 February 2024</h4>" in html
    assert "round</mark> 2 on 2024-02-12." in html


def test_what_was_announced_and_then_came_is_told_in_its_course(tmp_path: Path) -> None:
    db = tmp_path / "announced.db"
    (one, told), (other, told_too) = hindi(), told_again()
    planned = msgspec.structs.replace(told.events[0], standing="planned")
    with open_store(db) as kept:
        kept.keep(one, Claims(story=one.id, lang="hi", events=(planned,)))
        kept.keep(other, told_too)
        ids = (planned.id, told_too.events[0].id)
        kept.gather([Entry(id="entry-1", kind="event", best=ids[0], told_by=ids)])
    client = ask_page(db)
    assert client.get("/disagreements.json").json()["things"] == []
    changed = client.get("/disagreements.json?what=changed").json()
    assert [one["thing"]["id"] for one in changed["things"]] == ["entry-1"]
    html = client.get("/disagreements?what=changed&lang=en").text
    assert html.index("planned</span>") < html.index("happened</span>")


def _told_by_two(tmp_path: Path, left: dict[str, Any], right: dict[str, Any]) -> TestClient:
    """A page of one round of talks, told by two stories with these fields."""
    days = ("2024-02-10", "2024-02-11")
    told = [
        msgspec.structs.replace(_round(2, day, **fields), when=None)
        for day, fields in zip(days, (left, right), strict=True)
    ]
    db = tmp_path / "two.db"
    with open_store(db) as kept:
        for one, day in zip(told, days, strict=True):
            kept.keep(
                make_story(f"India and Nepal: round 2 on {day}."),
                Claims(story=one.story, lang="en", engagements=(one,)),
            )
        ids = (told[0].id, told[1].id)
        kept.gather([Entry(id="entry-2", kind="engagement", best=ids[0], told_by=ids)])
    return ask_page(db)


@pytest.mark.parametrize(
    ("field", "left", "right", "answers", "shown"),
    [
        pytest.param(
            "hosts",
            {"hosts": (Party(text="Nepal", country="NPL"),)},
            {"hosts": (Party(text="India", country="IND"),)},
            ["IND", "NPL"],
            ["मेज़बान", "<h4>भारत", "<h4>नेपाल"],
            id="who-invited",
        ),
        pytest.param(
            "level",
            {"heads": (Party(text="विदेश मंत्री", country="IND", office="विदेश मंत्री"),)},
            {"heads": (Party(text="foreign secretary", country="IND", office="foreign secretary"),)},
            ["IND foreign secretary", "IND विदेश मंत्री"],
            ["स्तर", "<h4>भारत: foreign secretary", "<h4>भारत: विदेश मंत्री"],
            id="of-what-rank",
        ),
    ],
)
def test_what_two_stories_tell_differently_is_shown(
    field: str, left: dict[str, Any], right: dict[str, Any], answers: list[str], shown: list[str], tmp_path: Path
) -> None:
    client = _told_by_two(tmp_path, left, right)
    (found,) = client.get("/disagreements.json").json()["things"]
    assert [(one["field"], [said for said, _ in one["answers"]]) for one in found["disputes"]] == [(field, answers)]
    html = client.get("/disagreements?lang=hi").text
    assert [html.find(words) for words in shown] == sorted(html.find(words) for words in shown)
    assert -1 not in [html.find(words) for words in shown]


def test_heads_and_agenda_stand_on_the_page_of_an_engagement(tmp_path: Path) -> None:
    minister = Party(text="foreign minister", country="IND", office="foreign minister", name="Asha Rai")
    client = _told_by_two(tmp_path, {"heads": (minister,), "topics": ("border trade",)}, {"topics": ("dams",)})
    html = client.get("/thing/entry-2?lang=en").text
    for words in ("foreign minister", "border trade", "dams"):
        assert words in html


@pytest.mark.parametrize(
    ("words", "stories", "statements"),
    [("मुलाकात", 1, 0), ("Kathmandu", 2, 0), ("nowhere", 0, 0), ("Paris", 1, 0)],
)
def test_search_finds_stories_statements_and_things(
    client: TestClient, words: str, stories: int, statements: int
) -> None:
    told = client.get("/search.json", params={"words": words}).json()
    assert (len(told["stories"]), len(told["statements"])) == (stories, statements)
    html = client.get("/search", params={"words": words}).text
    assert all(f'href="/story/{story["id"]}"' in html for story in told["stories"])


@pytest.fixture
def quiet(record: Path, tmp_path: Path) -> TestClient:
    """The record, and two stories in which nothing was coded."""
    db = tmp_path / "quiet.db"
    shutil.copy(record, db)
    hindi_text, english_text = "लावरोव का विमान हिन्दी दिवस पर उतरा।\n\nबारिश जारी है।", "Heavy rain flooded Pokhara."
    with open_store(db) as kept:
        for text, lang in ((hindi_text, "hi"), (english_text, "en")):
            story = msgspec.structs.replace(make_story(text), lang=lang, publisher=f"Quiet {lang}")
            kept.keep(story, Claims(story=story.id, lang=lang))
    return ask_page(db)


@pytest.mark.parametrize(
    ("asked", "publishers"),
    [
        ({"words": "हिंदी दिवस बारिश"}, ["Quiet hi"]),  # in two paragraphs, in another spelling
        ({"words": "Lavrov"}, ["Quiet hi"]),  # in the other script
        ({"words": "FLOODED rain"}, ["Quiet en"]),
        ({"words": "flooded", "told_in": "hi"}, []),
        ({"words": "flooded", "publisher": "quiet EN"}, ["Quiet en"]),
        ({"words": "flooded", "kind": "event"}, []),
        ({"words": "flooded bombs"}, []),
    ],
)
def test_search_finds_stories_in_which_nothing_was_coded(
    quiet: TestClient, asked: dict[str, str], publishers: list[str]
) -> None:
    told = quiet.get("/search.json", params=asked).json()
    assert [story["publisher"] for story in told["stories"]] == publishers
    assert all(story["sentences"] == 0 for story in told["stories"])
    html = quiet.get("/search", params={**asked, "lang": "en"}).text
    assert ("holds no answer" in html) is not bool(publishers)


def test_a_story_that_is_kept_anew_is_found_by_its_new_words_only(quiet: TestClient, tmp_path: Path) -> None:
    with open_store(tmp_path / "quiet.db") as kept:
        story = next(story for story in kept.stories() if story.publisher == "Quiet en")
        text = "Heavy snow closed Pokhara."
        anew = msgspec.structs.replace(story, text=text, paragraphs=((0, len(text)),))
        assert kept.keep(anew, Claims(story=story.id, lang="en")) == "changed"
    found = [len(quiet.get("/search.json", params={"words": words}).json()["stories"]) for words in ("rain", "snow")]
    assert found == [0, 1]


def test_search_knows_whom_words_name(client: TestClient) -> None:
    told = client.get("/search.json", params={"words": "संयुक्त राष्ट्र"}).json()
    assert [who["kind"] for who in told["known"]] == ["organisation"]
    assert client.get("/search.json", params={"words": "फ्रांस"}).json()["country"] == "FRA"


def test_search_without_words_asks_for_them(client: TestClient) -> None:
    assert client.get("/search.json").json()["things"] == []
    assert 'role="search"' in client.get("/search").text


@pytest.mark.parametrize(
    ("question", "unit", "spans"),
    [
        ({}, "month", [("2024-02-01", 4), ("2024-03-01", 1), ("2024-04-01", 1), ("2024-05-01", 1)]),
        ({"since": "2024-05", "until": "2024-05"}, "day", [("2024-05-03", 1)]),
        ({"words": "nowhere"}, "month", []),
    ],
)
def test_a_histogram_counts_things_by_when_they_began(
    client: TestClient, question: dict[str, str], unit: str, spans: list[tuple[str, int]]
) -> None:
    told = client.get("/.json", params=question).json()["timeline"]
    assert told["unit"] == unit
    assert [(span["first"], span["count"]) for span in told["spans"] if span["count"]] == spans


def test_a_bar_leads_to_its_days_and_keeps_the_filters(client: TestClient) -> None:
    html = client.get("/?kind=event&lang=en").text
    assert 'href="/?kind=event&amp;since=2024-05&amp;until=2024-05&amp;lang=en"' in html
    assert 'data-first="2024-05-01" data-last="2024-05-31"' in html


def test_years_take_the_place_of_too_many_months(tmp_path: Path) -> None:
    db = tmp_path / "long.db"
    story, _ = english()
    days = ("1995-02-01", "2024-01-01", "1024-01-01", "9999-12-31")
    events = tuple(
        make_event(
            story, "condemned", id=f"event-{day}", when=When(first=day, last=day), actors=(Party(text="France"),)
        )
        for day in days
    )
    with open_store(db) as kept:
        kept.keep(story, Claims(story=story.id, lang="en", events=events))
    told = ask_page(db).get("/.json").json()["timeline"]
    assert (told["unit"], len(told["spans"])) == ("year", 30)  # slips of reading make no histogram of blanks


def test_a_story_leads_to_those_before_and_after_it(client: TestClient) -> None:
    told = client.get(f"/story/{told_again()[0].id}.json").json()
    assert (told["before"]["id"], told["after"]["id"]) == (hindi()[0].id, english()[0].id)
    html = client.get(f"/story/{told_again()[0].id}").text
    assert f'rel="next" href="/story/{english()[0].id}"' in html


def test_a_dyad_has_its_engagements_on_the_curve_and_its_topics(rounds: TestClient, client: TestClient) -> None:
    told = rounds.get("/dyad/IND/NPL.json").json()
    assert [one["first"] for one in told["engaged"]] == ["2024-05-10", "2024-02-12", "2024-01-20", "2024-01-10"]
    topics = client.get("/dyad/IND/NPL.json").json()["topics"]
    assert topics == [["event", "diplomatic", 1]]
    html = client.get("/dyad/IND/NPL?lang=en").text
    assert html.count('<rect class="planned"') == 1
    assert "diplomacy <strong>1</strong>" in html


def test_an_engagement_shows_where_it_was_and_who_took_part(rounds: TestClient) -> None:
    visit = rounds.get("/.json?kind=visit").json()["things"][0]["id"]
    html = rounds.get(f"/thing/{visit}?lang=en").text
    assert 'class="small-map"' in html
    assert ">Pokhara</text>" in html
    assert 'href="/actor/NPL?lang=en"' in html


def test_about_shows_what_was_measured(client: TestClient) -> None:
    told = client.get("/about.json").json()["measured"]
    assert {one["level"] for one in told} == {"event", "event_sides", "statement", "engagement"}
    assert "22 stories" in client.get("/about?lang=en").text


def test_a_listing_leads_to_the_map_network_and_calendar_of_the_same_question(client: TestClient) -> None:
    html = client.get("/?country=NPL&since=2024-02&lang=en").text
    for address in (
        "/map?country=NPL&amp;since=2024-02",
        "/network?country=NPL&amp;since=2024-02",
        "/calendar/2024-02?country=NPL",
    ):
        assert f'href="{address}&amp;lang=en"' in html
    assert 'href="/calendar?country=NPL"' in client.get("/?country=NPL").text
    opened = client.get("/calendar?country=NPL", follow_redirects=False).headers["location"]
    assert opened == "/calendar/2024-03?country=NPL"
