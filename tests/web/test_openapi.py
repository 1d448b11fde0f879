"""The OpenAPI document says what the addresses do; formats of an answer are chosen by ending or by Accept."""

import io
from pathlib import Path

import msgspec
import pytest
from asking import ask_page
from starlette.testclient import TestClient

from vaarta.web import openapi
from vaarta.web.app import DATA, PAGES
from vaarta.web.asked import FIELDS, QUADS

PARQUET = "application/vnd.apache.parquet"


@pytest.fixture
def client(record: Path) -> TestClient:
    return ask_page(record)


def _parameters(path: str) -> dict[str, dict[str, object]]:
    told = openapi.document(PAGES, DATA)["paths"][path]["get"]["parameters"]
    return {one["name"]: one["schema"] for one in told}


def test_document_names_every_address_with_json(client: TestClient) -> None:
    told = client.get("/api/openapi.json").json()
    assert told["openapi"].startswith("3.1")
    assert {"/.json", "/thing/{id}.json", "/dyad/{left}/{right}.json", "/api/ask", "/api/ask.parquet"} <= set(
        told["paths"]
    )
    operations = [one["get"]["operationId"] for one in told["paths"].values()]
    assert len(set(operations)) == len(operations) >= len(PAGES) + len(DATA)
    assert all(one["get"]["summary"] for one in told["paths"].values())


def test_every_parameter_of_a_question_is_declared_with_what_it_may_be() -> None:
    told = _parameters("/api/ask")
    assert set(told) == {*FIELDS, "page", "lang"}
    assert told["quad"]["enum"] == list(QUADS)
    assert "press-conference" in msgspec.convert(told["kind"]["enum"], list[str])
    assert told["min_score"] == {"type": "number", "minimum": 0, "maximum": 1}


def test_schemas_are_those_of_the_records() -> None:
    told = openapi.document(PAGES, DATA)["components"]["schemas"]
    assert told["Event"]["properties"]["claim"] == {"enum": ["event"]}
    assert told["Answers"]["required"] == ["asked", "page", "more", "answers"]


@pytest.mark.parametrize(
    ("accept", "media"),
    [
        ("", "application/json"),
        ("text/html,*/*;q=0.8", "application/json"),
        ("text/csv", "text/csv; charset=utf-8"),
        ("text/csv;q=0.3, application/json;q=0.9", "application/json"),
        (PARQUET, PARQUET),
        ("text/calendar", "text/calendar; charset=utf-8"),
        ("text/csv;q=0, application/json;q=0.1", "application/json"),
        (";;q=,,\x7f;q=nan", "application/json"),
    ],
)
def test_format_is_the_one_wished_for_most(client: TestClient, accept: str, media: str) -> None:
    told = client.get("/api/ask", headers={"Accept": accept})
    assert (told.status_code, told.headers["content-type"]) == (200, media)
    assert told.headers["vary"] == "Accept"


def test_parquet_has_the_rows_of_csv(client: TestClient) -> None:
    parquet = pytest.importorskip("pyarrow.parquet", reason="pyarrow is not installed: pip install 'vaarta[parquet]'")
    told = client.get("/api/ask.parquet", params={"told_in": "hi"})
    rows = parquet.read_table(io.BytesIO(told.content)).to_pylist()
    assert len(rows) == len(client.get("/api/ask.csv", params={"told_in": "hi"}).text.splitlines()) - 1 == 5
    counts = client.get("/api/count.parquet", params={"by": "kind"})
    kinds = {row["kind"]: row["count"] for row in parquet.read_table(io.BytesIO(counts.content)).to_pylist()}
    assert client.get("/api/count.csv", params={"by": "kind"}).text.splitlines()[0].startswith("kind,count,")
    assert kinds["statement"] == 1


def test_without_pyarrow_it_is_told_what_to_install(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pyarrow", None)
    told = client.get("/api/ask.parquet", params={"lang": "en"})
    assert told.status_code == 501
    assert "vaarta[parquet]" in told.json()["error"]
