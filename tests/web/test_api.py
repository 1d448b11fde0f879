"""The record for programs: JSON and CSV, the same answers as `vaarta ask` and `vaarta count`."""

import csv
import io
from pathlib import Path

import msgspec
import pytest
from asking import ask_page
from factories import hindi
from icalendar import Calendar
from starlette.testclient import TestClient

from vaarta.query import Question, Tally, ask, count
from vaarta.store import Answer, Store


@pytest.fixture
def client(record: Path) -> TestClient:
    return ask_page(record)


def test_ask_gives_the_answers_of_ask(client: TestClient, store: Store) -> None:
    told = client.get("/api/ask", params={"between": ["IND", "NPL"], "kind": "event"})
    assert told.headers["content-type"] == "application/json"
    answers = msgspec.convert(told.json()["answers"], tuple[Answer, ...])
    assert answers == tuple(ask(store, Question(dyad=("IND", "NPL"), kind="event")))
    assert len(answers) == 2


def test_count_gives_the_tallies_of_count(client: TestClient, store: Store) -> None:
    told = client.get("/api/count", params={"by": ["month", "direction"], "kind": "event"})
    tallies = msgspec.convert(told.json()["counts"], tuple[Tally, ...])
    assert tallies == count(store, Question(kind="event"), ["month", "direction"])
    assert len(tallies) == 2


def test_csv_has_a_row_a_claim(client: TestClient) -> None:
    told = client.get("/api/ask.csv", params={"told_in": "hi"})
    assert told.headers["content-type"] == "text/csv; charset=utf-8"
    rows = list(csv.DictReader(io.StringIO(told.text)))
    assert {row["kind"] for row in rows} == {"event", "statement", "engagement", "tenure"}
    assert len(rows) == 5


def test_engagements_with_a_day_are_a_calendar(client: TestClient) -> None:
    told = client.get("/api/ask.ics", params={"between": ["IND", "NPL"]})
    assert told.headers["content-type"] == "text/calendar; charset=utf-8"
    (event,) = Calendar.from_ical(told.content).walk("VEVENT")
    assert event["dtstart"].to_ical() == b"20240301"
    assert list(Calendar.from_ical(client.get("/api/ask.ics?kind=statement").content).walk("VEVENT")) == []


@pytest.mark.parametrize("path", ["/thing/entry-visit", f"/story/{hindi()[0].id}"])
def test_api_and_page_give_the_same_json(client: TestClient, path: str) -> None:
    assert client.get(f"/api{path}").json() == client.get(f"{path}.json").json()


@pytest.mark.parametrize(
    ("address", "status", "said"),
    [
        ("/api/ask?colour=red", 400, "There is no colour to ask by; there are words, actor"),
        ("/api/ask?since=yesterday", 400, "yesterday is no day; write 2024-02-14"),
        ("/api/ask?type=WAVE", 400, "WAVE is no Type; there are ACCUSE, AGREE"),
        ("/api/ask?type=CONSULT/wave", 400, "there are multilateral, phone"),
        ("/api/ask?standing=rumoured", 400, "happened, planned, denied, possible"),
        ("/api/ask?kind=party", 400, "event, statement, engagement, tenure, summit"),
        ("/api/ask?country=Atlantis", 400, "Atlantis is no country"),
        ("/api/ask?country=@", 400, "@ is no country"),
        ("/api/ask?kind={x}", 400, "{x} is no Kind"),
        ("/api/ask?between=IND", 400, "Name two sides"),
        ("/api/ask?between=IND&between=India", 400, "Name two sides"),
        ("/api/ask?min_score=nan", 400, "from 0 to 1"),
        ("/api/ask?page=0", 400, "from 1 to 40"),
        ("/api/ask?page=१", 400, "from 1 to 40"),
        ("/api/ask?page=99999999999", 400, "from 1 to 40"),
        ("/api/count?by=colour", 400, "day, week, month"),
        ("/api/story/none", 404, "Look for it by its words"),
        ("/api/thing/none", 404, "Look for it by its words"),
        ("/api/none", 404, "There is no such page"),
        ("/dyad/IND/Atlantis.json", 404, "Atlantis is no country"),
        ("/dyad/IND/IND.json", 404, "Name two sides"),
    ],
)
def test_what_cannot_be_answered_says_what_to_do(client: TestClient, address: str, status: int, said: str) -> None:
    told = client.get(address)
    assert told.status_code == status
    assert said in told.json()["error"]


def test_errors_are_told_in_the_reader_s_language(client: TestClient) -> None:
    assert "ऐसा कोई पन्ना नहीं है" in client.get("/nowhere", headers={"Accept-Language": "hi"}).text
